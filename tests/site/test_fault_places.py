"""Mistakes of editors in the real build: each is reported once, where its editor fixes it, and nothing else is.

In what is planted, ``‹code›`` stands before the place at which the report must tell of that code; it is taken out
again. ``*`` in a file's name stands for each language.
"""

import json
import re
from collections import Counter

from portal.languages import LANGUAGES

MARK = re.compile(r"‹([\w-]+)›")

# What is added at the end of a file.
ADDED = {
    "docs/*/user/before.md": """
## Links {#links}

[A 1](‹link-invalid›javascript:void(0)), [A 2](‹link-invalid›tel:+49 30 123),
[A 3](‹link-invalid›mailto:hilfe ort@help.example)

[B 1](‹link-page-missing›foo_(bar).md), [B 2](<‹link-page-missing›foo bar.md>), [B 3](‹link-asset-missing›gone-b.md (T))

![B 4](<‹link-asset-missing›../../assets/a b.png>) ![B 5](‹link-asset-missing›../../assets/ab.png "Text"){loading=lazy}

[C 1](
‹link-page-missing›gone-c.md), [C 2][c2], [C 3][c3]

[c2]: ‹link-page-missing›gone-c2.md
[c3]:
    ‹link-page-missing›gone-c3.md "T"

<p><A CLASS="x" HREF="‹link-page-missing›../gross/">D 1</A> <a href = "‹link-page-missing›../leer/">D 2</a>
<a href="‹link-page-missing›../amp/?a=1&amp;b=2">D 3</a> <img src=‹link-asset-missing›gone.png alt="D 4"
srcset="/assets/images/favicon.svg 1x, ‹link-asset-missing›gone-2.png 2x"></p>

[E 1](‹link-anchor-missing›help.md?x=1#nix), <‹link-invalid›info@localhost>

<div ‹markup-inline›style="background:url(‹link-asset-missing›../../assets/bg.png)">E 2</div>

[F 1](‹link-anchor-missing›help.md#nix), <a href="‹link-anchor-missing›../help/#nix">F 2</a>

[‹link-text›**hier**{lang=de}](help.md), [G 1](help.md), <a href="../help/">G 2</a>,
[‹link-text›![Hier](../../assets/images/favicon.svg)](after.md)

[‹link-text›hier][hh], [G 3](versions.md), [G 4][hh]

[hh]: versions.md

Code: `[H 1](gone-code.md)`, [H 1](‹link-page-missing›gone-code.md), `https://code.invalid/x`

<!-- [H 1](gone-code.md)

[H 1](gone-code.md) -->

```
[H 1](gone-code.md) https://code.invalid/
```

    [H 1](gone-code.md) https://code.invalid/y

| I 1 | I 2 |
| --- | --- |
| I 3 | [I 4](‹link-page-missing›gone-table.md) |

- J 1

    - [J 2](‹link-page-missing›gone-list.md)

!!! note

    [K 1](‹link-page-missing›gone-note.md)

> K 2
> [K 3](‹link-page-missing›gone-quote.md)

[![K 4](‹link-asset-missing›gone-in-link.png)](‹link-page-missing›gone-around.md)

L 1[^1], L 4‹markup-leftover›[^2]

[^1]: L 2 [L 3](‹link-page-missing›gone-foot.md).

‹footnote-unused›[^3]: L 5

L 6
:   [L 7](‹link-page-missing›gone-meaning.md)

‹term-form›*[L 8]: L 9

‹caption-form›/// caption
[L 10](‹link-page-missing›gone-caption.md)
///

R 1 sagt "so" - geht's... "R 2" ‹markup-leftover›[R 3] (help.md)

[M 1]({{ link.lost }}), [M 2]({{ link.lost }})

!!! tip

    {% include "shared/planted.md" %}

[N 1](‹address-literal›‹link-insecure›http://foreign.invalid/), <a data-x="1" href="‹link-view›../../admin/">N 2</a>
""",
    "docs/*/user/after.md": '\n{% include "shared/planted.md" %}\n\n[O 1]({{ link.lost }})\n',
    "docs/*/shared/planted.md": "P 1 [P 2](‹link-page-missing›../user/weg-shared.md).\n",
    "docs/facts.yml": "  ‹link-page-missing›link.lost: "
    '{value: "https://help.example/verloren/", source: list, checked: 2026-11-22}\n',
    "docs/assets/stylesheets/prose.css": "\n/* url(../images/weg.png) */\n"
    ".a { background: url(‹link-asset-missing›../images/weg.png); }\n",
    "docs/assets/stylesheets/portal.css": '\n.b { background: url("‹link-asset-missing›../images/weg.png"); }\n',
    "docs/assets/javascripts/header.js": '\nnew URL("‹link-asset-missing›./weg.js", import.meta.url);\n',
}
# What an editor writes in place of something: (file, what stands there, what then).
CHANGED = [
    ("docs/assets/images/favicon.svg", "</svg>", '<!-- weg.png --><image href="‹link-asset-missing›weg.png"/></svg>'),
    ("docs/*/user/conferences.md", "description: ", 'title: "‹fact-unknown›{{ no.fact }}"\ndescription: '),
    ("overrides/main.html", "    <meta name=\"color-scheme\"", """\
    <link rel="next" href="‹link-page-missing›nirgendwo/">
    <link rel="apple-touch-icon" href="{{ '‹link-asset-missing›assets/apple.png' | url }}">
    <meta property="og:image" content="{{ config.site_url }}‹link-asset-missing›assets/og.png">
    {# assets/og.png #}
    <meta name="color-scheme\""""),
    ("overrides/partials/footer.html", "      </ul>", """\
        {% for name in ("‹link-page-missing›accessibillity",) %}
          <li><a href="{{ (roots[language] ~ name ~ '/') | url }}">Q 1</a></li>
        {% endfor %}
        <li><a href="{{ (roots[language] ~ '‹link-text›privacy/') | url }}">hier</a></li>
      </ul>"""),
    ("mkdocs.yml", "  favicon: assets/images/favicon.svg  #",
     "  favicon: ‹link-asset-missing›assets/images/favikon.svg  #"),
    ("mkdocs.yml", "      - user/help.md\n", "      - user/help.md\n      - ‹nav-duplicate›user/help.md\n"),
]  # fmt: skip


def test_each_mistake_is_told_once_at_the_place_where_its_editor_mends_it(copy, build_project):
    expected, report = plant(copy), copy / "report.json"
    assert len(expected) >= 60
    run = build_project(copy, PORTAL_REPORT=str(report))
    assert run.returncode != 0, run.stdout
    problems = json.loads(report.read_text("utf-8"))["problems"]
    told = [
        f"{problem['code']} {problem['file']}:{problem['line']}:{problem['column']}"
        for problem in problems
        if problem["code"] != "translation-stale"  # nobody has confirmed the translations of what was planted
    ]
    unexpected, untold = Counter(told) - Counter(expected), Counter(expected) - Counter(told)
    assert (unexpected, untold) == (Counter(), Counter()), run.stdout


def plant(folder):
    """Write the mistakes into the project, and return where each must be told: code file:line:column."""
    for pattern in {*ADDED, *(file for file, _, _ in CHANGED)}:
        for language in LANGUAGES if "*" in pattern else ("",):
            path = folder / pattern.replace("*", language)
            text = path.read_text("utf-8") if path.exists() else ""
            for _, old, new in (change for change in CHANGED if change[0] == pattern):
                assert old in text, (pattern, old)
                text = text.replace(old, new, 1)
            path.write_text(text + ADDED.get(pattern, ""), "utf-8")
    return [location for path in sorted(folder.rglob("*")) for location in _take_marks(folder, path)]


def _take_marks(folder, path):
    """Take the marks out of a file, and yield what is expected at the place of each."""
    if not path.is_file() or path.suffix not in (".md", ".html", ".yml", ".css", ".js", ".svg"):
        return
    lines = path.read_text("utf-8").split("\n")
    for number in range(len(lines)):
        while match := MARK.search(lines[number]):
            lines[number] = match.string[: match.start()] + match.string[match.end() :]
            yield f"{match.group(1)} {path.relative_to(folder).as_posix()}:{number + 1}:{match.start() + 1}"
    path.write_text("\n".join(lines), "utf-8")
