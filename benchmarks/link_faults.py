"""Broken links of every kind that lychee finds offline (it passes by scripts), to be planted in a built site.

Left out is what lychee reports and HTML knows no more, so that no browser asks for it (longdesc, classid, codebase,
profile, background, an application's manifest), and usemap, which names a map and no id.
"""

import random
from pathlib import Path

IN_BODY = {
    "page": '<a href="../gone-{n}/">x</a>',
    "page from the top": '<a href="/gone-{n}/">x</a>',
    "page of the English site": '<a href="/en/user/gone-{n}/">x</a>',
    "page with a query": '<a href="../gone-{n}/?a=b">x</a>',
    "page with umlauts": '<a href="../gone-grüße-{n}/">x</a>',
    "page with percent-encoding": '<a href="../%67one-{n}/">x</a>',
    "page with a space": '<a href="../gone to-{n}/">x</a>',
    "page in capitals": '<a href="../HELP/">x</a>',
    "page by its file": '<a href="../gone-{n}.html">x</a>',
    "address above the site": '<a href="../../../gone-{n}/">x</a>',
    "folder without a page": '<a href="/assets/images/">x</a>',
    "anchor": '<a href="#gone-{n}">x</a>',
    "anchor of another page": '<a href="../help/#gone-{n}">x</a>',
    "anchor of a file": '<a href="../help/index.html#gone-{n}">x</a>',
    "anchor after a query": '<a href="../help/?a=b#gone-{n}">x</a>',
    "anchor in capitals": '<b id="gone-{n}"></b><a href="#GONE-{n}">x</a>',
    "area": '<map name="m-{n}"><area href="../gone-{n}/" alt="x"></map>',
    "download": '<a href="gone-{n}.pdf">x</a>',
    "page of a PDF": '<a href="gone-{n}.pdf#page=2">x</a>',
    "image": '<img src="gone-{n}.png" alt="">',
    "srcset": '<img srcset="/gone-{n}.png 1x" alt="">',
    "second of a srcset": '<img srcset="data:image/gif;base64,R0lGODlhAQABAAAAACw= 1x, /gone-{n}.png 2x" alt="">',
    "source": '<picture><source srcset="gone-{n}.webp"></picture>',
    "video": '<video src="gone-{n}.webm" poster="gone-{n}.jpg"></video>',
    "source of a video": '<video><source src="gone-{n}.webm"></video>',
    "track": '<video><track src="gone-{n}.vtt"></video>',
    "audio": '<audio src="gone-{n}.mp3"></audio>',
    "frame": '<iframe src="gone-{n}/" title="x"></iframe>',
    "embed": '<embed src="gone-{n}.svg">',
    "object": '<object data="gone-{n}.svg"></object>',
    "form": '<form action="gone-{n}/"></form>',
    "button of a form": '<form><button formaction="gone-{n}/">x</button></form>',
    "picture as a button": '<form><input type="image" src="gone-{n}.png" alt="x"></form>',
    "source of a quotation": '<blockquote cite="../gone-{n}/">x</blockquote><q cite="../gone-q-{n}/">x</q>',
    "reason of a change": '<ins cite="../gone-{n}/">x</ins><del cite="../gone-del-{n}/">x</del>',
    "drawing": '<svg><use href="gone-{n}.svg#x"></use></svg>',
    "image in a drawing": '<svg><image href="gone-{n}.png"></image></svg>',
    "link in a drawing": '<svg><a href="../gone-{n}/"><text>x</text></a></svg>',
    "background of a style": "<style>p {{ background: url(gone-{n}.png) }}</style>",
}
IN_HEAD = {
    "stylesheet": '<link rel="stylesheet" href="/gone-{n}.css">',
    "icon": '<link rel="icon" href="/gone-{n}.png">',
    "preload": '<link rel="preload" as="font" href="/gone-{n}.woff2">',
    "module": '<link rel="modulepreload" href="/gone-{n}.js">',
    "prefetch": '<link rel="prefetch" href="../gone-{n}/">',
    "manifest": '<link rel="manifest" href="/gone-{n}.webmanifest">',
    "canonical": '<link rel="canonical" href="/user/gone-{n}/">',
    "alternate": '<link rel="alternate" hreflang="en" href="/en/user/gone-{n}/">',
    "next page": '<link rel="next" href="../gone-{n}/">',
}
IN_SHEET = {"image of a stylesheet": "p {{ background: url(gone-{n}.png) }}"}
KINDS = [*IN_BODY, *IN_HEAD, *IN_SHEET]


def plant(site: Path) -> int:
    """Break a link of each kind in ``site``, in pages of a seeded choice; return how many."""
    choose = random.Random(1)  # noqa: S311 - the same faults each time; nothing is secret
    found = sorted((site / "user").glob("*/index.html"))
    pages = [page for page in found if "</article>" in page.read_text("utf-8")]  # what redirects has no article
    [sheet] = (site / "assets/stylesheets").glob("site.*.css")
    for number, kind in enumerate(KINDS):
        broken = {**IN_BODY, **IN_HEAD, **IN_SHEET}[kind].format(n=number)
        if kind in IN_SHEET:
            sheet.write_text(f"{sheet.read_text('utf-8')}\n{broken}\n", "utf-8")
        else:
            page, end = choose.choice(pages), "</article>" if kind in IN_BODY else "</head>"
            page.write_text(page.read_text("utf-8").replace(end, broken + end, 1), "utf-8")
    return len(KINDS)
