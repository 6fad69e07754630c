"""nginx's configuration, made from the description of how the site is served."""

import re
from collections import defaultdict
from collections.abc import Iterator

from portal.languages import DEFAULT, LANGUAGES
from portal.problems import Location
from portal.problems.messages import say
from portal.sources.serving import FILE, SERVING_INVALID, Serving, ServingError

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
