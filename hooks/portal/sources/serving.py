"""How the site is served: one description becomes nginx's configuration and the files that CDNs read."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated
from urllib.parse import quote

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from portal.formats.yaml import Document, read_yaml
from portal.languages import DEFAULT, LANGUAGES
from portal.problems import Code, Location, Problem
from portal.problems.messages import say

FILE = "deploy/serving.yml"
SERVING_INVALID = Code(
    "serving-invalid",
    why=say("`deploy/serving.yml` can't be read, or says something that can't be told to servers."),
    fix=say("Correct each line that is named."),
    example="serving.yml: redirects.0.to is not right: String should match pattern …",
)


def _regex(text: str) -> str:
    """Return a valid regular expression as it is. Raises ValueError for another."""
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from error
    return text


# RFC 9110, section 5.1: a field's name is a token; of values, what stands unchanged between nginx's double quotes.
Name = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9-]*$")]
Value = Annotated[str, StringConstraints(pattern=r'^[^"\\$\x00-\x1f]+$')]
# A page of the site: one slash first, or a browser would read the next word as a host.
SitePath = Annotated[str, StringConstraints(pattern=r"^/(?:[\w.-]+/)*[\w.-]*$")]
Match = Annotated[str, StringConstraints(pattern=r'^[^"\s;]+$'), AfterValidator(_regex)]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FileClass(_Model):
    """Files whose headers or type differ: ``match`` is a regular expression over the whole path in the site."""

    match: Match
    headers: dict[Name, Value] = {}
    type: Value | None = None


class Redirect(_Model):
    """An old address, with or without the value of ``?mode=`` that it needs, and the page that it leads to now."""

    source: SitePath = Field(alias="from")
    mode: Annotated[str, StringConstraints(pattern=r"^[a-z]+$")] | None = None
    target: SitePath = Field(alias="to")

    @property
    def sources(self) -> tuple[str, ...]:
        """The old address, and where it ends without a slash the one with it: people and programs add it.

        Where that is the target, it is left out: ``{from: /user, to: /user/}`` would lead to itself.
        """
        added = f"{self.source}/"
        return (self.source,) if self.source.endswith("/") or added == self.target else (self.source, added)


class Serving(_Model):
    """The description of the serving: headers of every response, files that differ, media types, redirects."""

    headers: dict[Name, Value]
    files: tuple[FileClass, ...]
    types: dict[Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+$")], Value]
    redirects: tuple[Redirect, ...]

    def kind_of(self, path: str) -> FileClass | None:
        """Return what differs for the file at ``path`` below the site's folder; None where nothing does."""
        return next((kind for kind in self.files if re.fullmatch(kind.match, path)), None)

    def headers_of(self, path: str) -> dict[str, str]:
        """Return the headers of the file at ``path`` below the site's folder; its type is one of them."""
        kind = self.kind_of(path)
        media_type = self.types.get(path.rpartition(".")[2], "application/octet-stream")
        own = kind.headers if kind else {}
        return self.headers | own | {"Content-Type": kind.type if kind and kind.type else media_type}


class ServingError(Exception):
    """The description can't be used: ``problems`` says why and where, in the file deploy/serving.yml."""

    def __init__(self, *problems: Problem) -> None:
        lines = (f"{one.location}: {one.message}" if one.location.line else one.message for one in problems)
        super().__init__("\n".join(lines))
        self.problems = problems


def read_serving(path: Path) -> Serving:
    """Read deploy/serving.yml. Raises ServingError where it can't be read or says what can't be."""
    return read_with_locations(path)[0]


def read_with_locations(path: Path) -> tuple[Serving, Document]:
    """Read deploy/serving.yml, with the place of each line. Raises ServingError as read_serving does."""
    try:
        document, problems = read_yaml(path.read_text("utf-8"), FILE, SERVING_INVALID)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or say("it is not UTF-8 text")
        message = say("{file} can't be read: {reason}", file=path, reason=reason)
        raise ServingError(SERVING_INVALID.problem(Location(FILE), message)) from error
    wrong = [
        replace(one, message=say("{file}: {reason}", file=path.name, reason=one.message), hint="") for one in problems
    ]
    if document is None:
        raise ServingError(*wrong)
    try:
        serving = Serving.model_validate(document.data)
    except ValidationError as error:
        details = (_problem(detail, document, path.name) for detail in error.errors())
        raise ServingError(*wrong, *details) from error
    if wrong:
        raise ServingError(*wrong)
    return serving, document


def _problem(detail: ErrorDetails, document: Document, file: str) -> Problem:
    steps = tuple(step for step in detail["loc"] if step != "[key]")
    is_key = detail["type"] == "extra_forbidden" or "[key]" in detail["loc"]
    location = document.keys.get(steps) if is_key else None
    name = ".".join(map(str, steps))
    message = say("{file}: {name} is not right: {reason}", file=file, name=name, reason=detail["msg"])
    return SERVING_INVALID.problem(location or document.location(steps), message)


# ---- nginx ------------------------------------------------------------------------------------------------------
_NGINX = """\
# Made from deploy/serving.yml by `make nginx`: change it there. For the server block around it, see deploy/README.md.
# Needs Debian's packages nginx and libnginx-mod-http-brotli-static.

server_tokens off;  # here, since a request that can't be parsed reaches no location
{server_headers}
location {prefix} {{
    index index.html;
    absolute_redirect off;  # a relative Location stays right behind a proxy that ends TLS
    etag on;

    gzip off;  # everything worth it lies compressed beside the file
    gzip_static on;
    brotli_static on;
    gzip_vary on;
    gzip_proxied any;  # or who comes through a CDN gets it uncompressed

    open_file_cache max=10000 inactive=60s;
    open_file_cache_valid 10s;  # a new site shows after that time
    open_file_cache_errors on;  # small files have no compressed copy, and nginx looks for two

    types {{
{types}
    }}
    default_type application/octet-stream;
{headers}
    error_page 404 {prefix}404.html;
{languages}
    # Hidden files: a repository or an editor's leftovers. What the site means to publish there is in .well-known.
    location ~ "^{pattern}(?:.*/)?\\.(?!well-known/[^./])" {{ return 404; }}
    # What CDNs read is no page.
    location ~ "^{pattern}_(?:headers|redirects)$" {{ return 404; }}
{files}{redirects}}}
"""
_LANGUAGE = """
    location {prefix}{language}/ {{ recursive_error_pages on; error_page 404 {prefix}{language}/404.html; }}
    location = {prefix}{language}/404.html {{ error_page 404 {prefix}404.html; }}
"""


def nginx_config(serving: Serving, prefix: str = "/") -> str:
    """Return nginx's configuration, to include in a server block. ``prefix`` is the site's path: "/" or "/help/".

    A site at the root sets its headers for the whole server: what nginx refuses to parse (400) comes to no location.
    Below a path they are the location's, since the rest of the host is not ours. A location that adds a header inherits
    none, so each has them all (ngx_http_headers_module, add_header). Raises ServingError for a path that can't stand in
    the configuration.
    """
    if not re.fullmatch(r"/(?:[\w.-]+/)*", prefix):
        message = say("{path} is no path for nginx: letters, digits, dots and hyphens only", path=prefix)
        raise ServingError(SERVING_INVALID.problem(Location(FILE), message))
    languages = (_LANGUAGE.format(prefix=prefix, language=other) for other in LANGUAGES if other != DEFAULT)
    return _NGINX.format(
        prefix=prefix,
        pattern=_literal(prefix),
        types="\n".join(f'        "{media_type}" {ending};' for ending, media_type in serving.types.items()),
        server_headers=f"\n{_nginx_headers(serving.headers, '')}\n" if prefix == "/" else "",
        headers="" if prefix == "/" else f"\n{_nginx_headers(serving.headers, '    ')}\n",
        languages="".join(languages),
        files="".join(_nginx_files(serving, prefix)),
        redirects="".join(_nginx_redirects(serving, prefix)),
    )


def _literal(prefix: str) -> str:
    return prefix.replace(".", r"\.")  # nothing else of what a path may hold means something to a regular expression


def _nginx_headers(headers: dict[str, str], indent: str) -> str:
    # "always": on errors and redirects too.
    return "\n".join(f'{indent}add_header {name} "{value}" always;' for name, value in headers.items())


def _nginx_files(serving: Serving, prefix: str) -> Iterator[str]:
    for kind in serving.files:
        lines = [_nginx_headers(serving.headers | kind.headers, " " * 8)] if kind.headers else []
        lines += [f'        types {{}}\n        default_type "{kind.type}";'] if kind.type else []
        yield f'    location ~ "^{_literal(prefix)}{kind.match}$" {{\n' + "\n".join(lines) + "\n    }\n"


def _nginx_redirects(serving: Serving, prefix: str) -> Iterator[str]:
    by_source = defaultdict(list)  # one location for each, wherever its lines stand
    for redirect in serving.redirects:
        for source in redirect.sources:
            by_source[source].append(redirect)
    for source, group in by_source.items():
        yield f"    location = {prefix}{source[1:]} {{\n"
        for redirect in group:
            to = f"return 301 {prefix}{redirect.target[1:]};"
            yield f"        {f'if ($arg_mode = {redirect.mode}) {{ {to} }}' if redirect.mode else to}\n"
        yield "    }\n"


# ---- CDNs -------------------------------------------------------------------------------------------------------
def headers_file(serving: Serving, paths: Iterable[str], prefix: str = "/") -> str:
    """Return a ``_headers`` file for the site with the files ``paths``, as Netlify and Cloudflare Pages read it.

    Both join the values of all rules that fit, so no header stands both for all files and for one: Cache-Control of
    pages is left to them, who have pages revalidated by themselves. Files that differ are named one by one, since
    neither has patterns that can tell a hash.
    """
    own = {name for kind in serving.files for name in kind.headers}
    common = {name: value for name, value in serving.headers.items() if name not in own}
    rules = [(f"{prefix}*", common)]
    for path in sorted(paths):
        if kind := serving.kind_of(path):
            rules.append((prefix + quote(path), kind.headers | ({"Content-Type": kind.type} if kind.type else {})))
    return "".join(
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items()) for path, headers in rules
    )


def redirects_file(serving: Serving, paths: Collection[str], prefix: str = "/") -> str:
    """Return a ``_redirects`` file.

    The syntax is Netlify's; Cloudflare Pages ignores its lines with ``mode=`` and those for 404.

    Each line: the old path, the parameter that it needs, the page, the status. A "!" says: although a page lies there.
    """
    lines = []
    for one in serving.redirects:
        mode = f"mode={one.mode} " if one.mode else ""
        for source in one.sources:
            force = "!" if f"{source[1:]}index.html" in paths else ""
            lines.append(f"{prefix}{source[1:]} {mode}{prefix}{one.target[1:]} 301{force}")
    for language in LANGUAGES:
        if language != DEFAULT and f"{language}/404.html" in paths:
            lines.append(f"{prefix}{language}/* {prefix}{language}/404.html 404")
    return "\n".join(lines) + "\n"
