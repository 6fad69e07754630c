"""Every page of the portal and where it is published."""

from portal.languages import LANGUAGES, published_path

VIEWS = {
    "user": ["index", "before", "notice", "after", "conferences", "help"],
    "admin": [
        "index",
        "guide",
        "plan",
        "checklist",
        "notification",
        "versions",
        "webview2",
        "duration",
        "announce",
        "book",
        "after",
        "help",
    ],
}
OTHERS = ["index.md", "terms.md", "privacy.md", "accessibility.md", "notices.md", "sitemap.md"]  # of no view
PATHS = [*OTHERS, *(f"{view}/{name}.md" for view, names in VIEWS.items() for name in names)]
MOVED = {
    "user/versions.md": "user/notice.md#versions",
    **{f"admin/step-{number}.md": f"admin/book.md#step-{number}" for number in (1, 2, 3)},
}
RESULTS = "search.md"  # in no menu and no site map: readers come to it by the search
MISSING = {"de": "404.html", "en": "en/404.html"}
ADDRESSES = {
    language: [*(published_path(language, path) for path in (*PATHS, RESULTS)), MISSING[language]]
    for language in LANGUAGES
}
"""The addresses of all pages, the error page last, relative to the site, per language."""
SHAPES = {
    "start": "index.md",
    "user": "user/index.md",
    "admin": "admin/book.md",
    "table": "admin/versions.md",
    "checklist": "admin/checklist.md",
}
"""One page of each shape that a page can have, besides the error page: on these is tested what the frame does, which is
the same on all pages of a shape. What depends on a page's own words is tested on EVERY_ADDRESS."""
SHAPE_ADDRESSES = {
    language: [*(published_path(language, path) for path in SHAPES.values()), MISSING[language]]
    for language in LANGUAGES
}
"""Their addresses, the error page last, per language."""
EVERY_SHAPE = [address for addresses in SHAPE_ADDRESSES.values() for address in addresses]
EVERY_ADDRESS = [address for addresses in ADDRESSES.values() for address in addresses]
