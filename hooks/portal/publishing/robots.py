"""robots.txt (RFC 9309): programs may visit every page, and find all of them in the sitemap."""

from urllib.parse import urljoin, urlsplit

PATH = "robots.txt"  # section 2.3: at the root of the host, nowhere else


def robots_txt(site_url: str) -> str | None:
    """Return the file's text; None where the site is not at the root of its host, whose file is not ours."""
    if urlsplit(site_url).path not in ("", "/"):
        return None
    return f"User-agent: *\nAllow: /\n\nSitemap: {urljoin(site_url, 'sitemap.xml')}\n"
