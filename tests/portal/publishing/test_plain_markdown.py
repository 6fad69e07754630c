"""Markdown made from the articles of built pages."""

from urllib.parse import urljoin

import pytest
from portal.publishing.plain_markdown import MarkdownWriter

PAGE = "https://help.example/admin/book/"


def write(html):
    writer = MarkdownWriter(lambda address: urljoin(PAGE, address), "A tool: {link}.", "A figure: {link}.")
    return writer.write(f"<body><p>Menu</p><article>{html}</article>").removesuffix("\n")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h1>One</h1><h2 id=a>Two</h2><p>Text</p>", "# One\n\n## Two\n\nText"),
        ("<p>A <strong>b </strong>c <em>d</em> <code>e`f</code>", "A **b** c *d* `` e`f ``"),
        ("<p>Cloud\u00a0<span class=whole>PBX</span> E\u2011Mail so\u00adft", "Cloud PBX E-Mail soft"),
        ("<p>a<br>b", "a\\\nb"),
        ('<p><a href="../duration/#date">Date</a>', "[Date](https://help.example/admin/duration/#date)"),
        ('<p><a href="#x">X</a>', "[X](https://help.example/admin/book/#x)"),
        ('<p><a href="a b(1).pdf">X</a>', "[X](https://help.example/admin/book/a%20b%281%29.pdf)"),
        ('<p>Cloud <a class="term" href="/terms/#pbx">PBX</a>', "Cloud PBX"),
        ('<img src="/a.png" alt="A [b]">', "![A \\[b\\]](https://help.example/a.png)"),
        ("<ul><li>One<li>Two<ul><li>Three</ul></ul>", "- One\n\n- Two\n\n    - Three"),
        ("<ul><li>One<li>Two</ul>", "- One\n- Two"),
        ("<ol start=3><li><p>One</p><p>More</p><li>Two</ol>", "3. One\n\n    More\n\n4. Two"),
        ('<ul><li><span class="checklist__box"></span><p><b>One</b></p><p>Text</ul>', "- [ ] **One**\n\n    Text"),
        ('<ul><li><span class="checklist__info"></span><p><b>One</b></ul>', "- **One**"),
        ('<ul><li><span class="tasks__box tasks__box--done"></span>One</ul>', "- [x] One"),
        ("<table><tr><th>A<th>B<tr><td>1|2<td><p>x</p><p>y</p></table>", "| A | B |\n| --- | --- |\n| 1\\|2 | x y |"),
        ("<table><caption>C</caption><tr><th>A<tr><td>1<td>2</table>", "C\n\n| A |  |\n| --- | --- |\n| 1 | 2 |"),
        ('<div class="admonition tip"><p class="admonition-title">Tip</p><p>Do</p></div>', "> **Tip**\n>\n> Do"),
        ("<details><summary>More</summary><p>Text</details>", "> **More**\n>\n> Text"),
        ("<dl><dt>Client</dt><dd>A program</dd></dl>", "**Client**\n\nA program"),
        ("<pre><code>a\n  **b** ```\n</code></pre>", "````\na\n  **b** ```\n````"),
        ("<blockquote><p>a<p>b</blockquote>", "> a\n>\n> b"),
        ("<hr>", "---"),
        (
            "<p>1. no list<p># no heading<p>-no list<p>- no list",
            "1\\. no list\n\n\\# no heading\n\n-no list\n\n\\- no list",
        ),
        ("<p>a_b _c_ *d* [e] {f} \\ &amp;lt; &lt;b>", "a_b \\_c\\_ \\*d\\* \\[e\\] {f} \\\\ &amp;lt; \\<b>"),
        ("<p>Words<sup><a role=doc-noteref href=#fn-1>1</a></sup>", "Words[^1]"),
        ('<ol class="footnotes__list"><li><p>Note <a role=doc-backlink>back</a></ol>', "[^1]: Note"),
    ],
)
def test_what_readers_see_becomes_markdown(html, text):
    assert write(html) == text


@pytest.mark.parametrize(
    "html",
    [
        "<button>Copy</button>",
        "<p hidden>Later",
        "<p role=status>Said",
        "<noscript><p>None</noscript>",
        "<template><p>None</template>",
        "<dialog><form><p>Ask</form></dialog>",
        '<p class="calc-without">Without scripts',
        "<script>x</script><style>y</style>",
    ],
)
def test_what_only_scripts_and_screens_use_is_left_out(html):
    assert write(f"<p>Text</p>{html}") == "Text"


def test_a_tool_is_a_sentence_with_a_link_to_its_section():
    assert write('<h2 id="guess">Guess</h2><form aria-label="Estimate"><input><p>Field</form>').endswith(
        "A tool: [Estimate](https://help.example/admin/book/#guess)."
    )
    assert write("<h1>Plan</h1><form hidden><input></form>").endswith(
        "A tool: [Plan](https://help.example/admin/book/)."
    )


def test_a_drawing_is_told_in_its_words():
    svg = "<svg role=img><title>Chart</title><desc>50: 5; 600: 30.</desc><g aria-hidden=true><text>9</text></g></svg>"
    assert write(f"<h2 id=a>A</h2><figure>{svg}<figcaption>Note</figcaption></figure>").split("\n\n")[1:] == [
        "A figure: [Chart](https://help.example/admin/book/#a). 50: 5; 600: 30.",
        "Note",
    ]
    assert write("<p>Text <svg><path/></svg></p><svg aria-hidden=true></svg>") == "Text"
