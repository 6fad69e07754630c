"""Nothing that an editor or a template may write makes the checks fail or run on."""

import tempfile
from pathlib import Path

from conftest import FACTS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from portal.checks.run import check_all
from portal.sources.project import Project

ADDRESSES = st.sampled_from(
    ["", "#", "#a", "a.md#b", "../", "//", "http://[", "tel:", "mailto:@", "{{ x }}", "a b", "\\\\a", "data:,"]
)
PIECES = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["<", ">", "</a>", "<template>", "<svg>", "<base href='//x'>", '<meta http-equiv=refresh content="0;url=">']
    ),
    st.builds(
        '<a href="{}" {}>'.format, ADDRESSES, st.sampled_from(["", "id=a", 'id="a" id=b', "ping=' '", "hreflang=en"])
    ),
    st.builds('<img srcset="{} 1x,,{}">'.format, ADDRESSES, ADDRESSES),
    st.builds("[{}]({})".format, st.text(max_size=4), ADDRESSES),
    st.builds("[a]: {}".format, ADDRESSES),
    st.sampled_from(
        [
            "\n",
            "\n\n",
            "---\n",
            "```\n",
            "| a | b |\n",
            "{% include 'shared/s.md' %}\n",
            "<!-- allow x -->",
            "# A {#a}\n",
            "- [ ] ",
        ]
    ),
)
TEXTS = st.lists(PIECES, max_size=12).map("".join).filter(lambda text: "\x00" not in text)


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(markdown=TEXTS, html=TEXTS, other=TEXTS)
def test_the_checks_end_whatever_pages_and_site_hold(markdown, html, other):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = {
            "docs/facts.yml": FACTS,
            "docs/de/index.md": markdown,
            "docs/de/shared/s.md": other,
            "docs/de/user/a.md": other,
        }
        files |= {"site/index.html": html, "site/user/a/index.html": other, "site/a.css": other, "site/a.js": html}
        files |= {
            "site/a.svg": other,
            "site/a.webmanifest": html,
            "site/sitemap.xml": other,
            "site/feed.xml": html,
            "site/a.pdf": html,
        }
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, "utf-8", errors="replace")
        project = Project(folder / "docs", None, None)
        assert check_all(folder / "site", project, "https://portal.example/").checked
