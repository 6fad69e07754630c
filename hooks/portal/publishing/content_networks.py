"""The files ``_headers`` and ``_redirects``, from which content delivery networks (CDNs) read how to serve the site."""

from collections.abc import Collection, Iterable
from urllib.parse import quote

from portal.languages import DEFAULT, LANGUAGES
from portal.sources.serving import Serving


def headers_file(serving: Serving, paths: Iterable[str], prefix: str = "/") -> str:
    """Return a ``_headers`` file for the site with the files ``paths``, as Netlify and Cloudflare Pages read it.

    Both join the values of all rules that fit, so no header stands both for all files and for one: Cache-Control of
    pages is left to them, who have pages revalidated by themselves. Files that differ are named one by one, since
    neither has patterns that recognise a hash.
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
