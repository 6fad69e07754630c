"""Kinds of leftover markup: how each looks in the text of a built page, and what its author probably meant."""

import re
from typing import NamedTuple

from portal.checks.short_codes import EMOJI, ICON, KEY, WRITE_KEYS
from portal.problems.messages import Message, say


class Leftover(NamedTuple):
    """A kind of markup that a parser left in the text: ``sign`` is in each, and found many times as fast."""

    sign: str
    pattern: re.Pattern[str]
    hint: Message


NOTE = say('here a box is written `!!! note "…"`, with its text below it, indented by four spaces')
BOLD = say(
    "close the bold text on both sides without blanks inside: **…**; for stars that readers should see, write \\*"
)
LINK = say("write [text](address), without a blank between the brackets")
CODE = say("close the code: a backtick on each side; for one that readers should see, write \\`")
ATTRIBUTES = say(
    "attributes belong directly behind their element, or at the end of a heading: `{{#id}}`, `{{lang=de}}`"
)

# In the text, code is U+FFFC. A line may be a whole paragraph's or that of a cell; `^` is a line's beginning.
KINDS = tuple(
    Leftover(sign, re.compile(pattern, re.MULTILINE), hint)
    for sign, pattern, hint in (
        # Text are globs and powers (`**/`, `2**10`), masks (`****`), codes (`**21#`), marks of footnotes (`2,49 €**`).
        (
            "**",
            r"(?<![*\w€%$/])\*\*(?=[^\s*/])(?!\d+[*#])[^\n]{0,24}|[^\s*]*[^\s*\d€%$/]\*\*(?![*/\w])|(?<=[^\W\d])\*\*(?=[^\W\d])",
            BOLD,
        ),
        (
            "__",
            r"(?<!\w)__(?=[^\W_])(?!\w+__)[^\n]{0,24}|\w*[^\W_]__(?!\w)",
            say("close the bold text: __…__, or better **…**; write names with underscores as code: `…`"),
        ),
        ("```", r"^[ \t]*```[^\n]*", say("end the block of code with a line of its own: ```")),
        ("`", r"(?<!`)`(?!``)[^\n`]{0,24}", CODE),
        ("](", r"!?\[?[^\[\]\n]{0,40}\]\([^\s()]*\)?", say("close the link: [text](address)")),
        ("] (", r"\[[^\[\]\n]+\][ \t]+\([^\s()]*(?:\.md|\.pdf|://|#)[^\s()]*\)", LINK),
        (
            ")[",
            r"\([^()\n]+\)\[[^\s\[\]]*(?:\.md|\.pdf|://|#)[^\s\[\]]*\]",
            say("write [text](address): the text first"),
        ),
        ("][", r"\[([^\[\]\n]+)\]\[(?i:\1|)\]", say("define the address of this link below: `[name]: address`")),
        ("![", r"(?<!\w)!\[[^\]\n]{0,60}", say("an image is written ![what it shows](address)")),
        ("[[", r"\[\[[^\[\]\n]+\]\]", say("this is the syntax of wikis and Obsidian; here write [text](page.md)")),
        ("[^", r"\[\^[^\[\]\s]+\]", say("a footnote needs its text, in a paragraph of its own: [^1]: …")),
        ("???", r"^\?\?\?\+?[ \t]?\w[\w-]*(?:[ \t]+[\"„“”][^\n]*)?$", NOTE),
        (
            "===",
            r"^===[!+]*[ \t]+(?:[\"„“”][^\"„“”\n]*[\"“”]?[ \t]*|\w[^=\n]{0,60})$",
            say('a tab is written === "Windows"; its text is indented by four spaces'),
        ),
        (
            "///",
            r"^/{3,}[ \t]*[\w-]+(?:[ \t]*\|[^\n]*)?$",
            say("a caption is written /// caption, its words, and then ///"),
        ),
        ("*[", r"^\*\[[^\[\]\n]*\] ?:[^\n]*", say("write the meaning behind the colon, in `shared/terms.md`")),
        (":::", r"^:::+[ \t]*\w[^\n]*", say("this is the syntax of Docusaurus; {note}", note=NOTE)),
        ("[!", r"(?<!\w)\[!\w+\]", say("this is the syntax of GitHub and Obsidian; {note}", note=NOTE)),
        (".. ", r"^\.\. [\w-]+::[^\n]*", say("this is the syntax of reStructuredText; {note}", note=NOTE)),
        ("{:", r"\{:[^{}\n]*\}", ATTRIBUTES),
        ("{", r"(?<=[^\n$])\{(?!#[0-9a-f]{3,6}\})[#.][A-Za-z][^{}\n]*\}", ATTRIBUTES),
        ("=", r"\{(?:lang|width|height|class|id|title|target|rel|loading)=[^{}\n]+\}", ATTRIBUTES),
        ("{{<", r"\{\{<[^\n]*?\}\}", say("this is a shortcode of Hugo, which this site does not know")),
        ("{{%", r"\{\{%[^\n]*?\}\}", say("this is a shortcode of Hugo, which this site does not know")),
        (
            "{%",
            r"(?<!\{)\{%[^\n]*?%\}",
            say('this is the syntax of templates; here only {{% include "shared/….md" %}} works, in a line of its own'),
        ),
        ("--8<--", r"--8<--[^\n]*", say('a passage is included by {{% include "shared/….md" %}}')),
        ("++", KEY, WRITE_KEYS),
        (
            "==",
            r"(?<![=\w])==(?=[^=\s])[^=\n]+(?<=[^=\s])==(?![=\w])",
            say("close the highlight on both sides without blanks inside: ==…=="),
        ),
        (
            "~~",
            r"(?<!~)~~(?=[^~\s])[^~\n]+~~(?!~)",
            say("~~ strikes nothing through here; write only what is true now"),
        ),
        (":", ICON, EMOJI),
        (":", r"(?<![^\s(])(?<!::):[a-z][a-z0-9_+-]+:(?![\w:])", EMOJI),
        ("[/", r"\[/(?:b|i|u|s|url|img|code|quote|list|color|size)\]", say("this is BBCode; here write **…**")),
        ("h", r"^h[1-6]\. [A-ZÄÖÜ][^\n]*", say("this is the syntax of Jira and Textile; here write ## … {{#id}}")),
        ("[", r"^\[(?:toc|_TOC_)\]$", say("remove it: the table of contents is generated")),
        ("<", r"(?<=\S)<br[ \t]*/?>|<br[ \t]*/?>(?=\S)", say("leave a line empty to begin a new paragraph")),
        ("<!--", r"<!--[^\n]{0,40}", say("close the comment: -->")),
        (
            "|",
            r"^\|[^\n|]+\|[^\n]*\|[ \t]*\n\|[^\n]*\|[ \t]*$",
            say("a table needs a line `| --- | --- |` below its first"),
        ),
        (
            "- ",
            r"(?:(?<=:\n)|(?<=: \n))- \S[^\n]*|^- \S[^\n]*\n(?=- \S)",
            say("leave an empty line above the list"),
        ),
        (
            "* ",
            r"(?:(?<=:\n)|(?<=: \n))\* \S[^\n]*|^\* \S[^\n]*\n(?=\* \S)",
            say("leave an empty line above the list"),
        ),
        (
            "1. ",
            r"(?:(?<=:\n)|(?<=: \n))1\. \S[^\n]*|^1\. \S[^\n]*\n(?=2\. \S)",
            say("leave an empty line above the numbered list"),
        ),
    )
)
OPENING = ("**", "__", "`", "<!--")  # what follows these is shown, and may hold other faults
LISTS = ("- ", "* ", "1. ")
# Not told by their form alone: an entity that no browser knows, and emphasis that ends with more stars than it began.
ENTITY = re.compile(r"&([A-Za-z]{2,10});")
ENTITIES = (
    "nbsp",
    "amp",
    "lt",
    "gt",
    "quot",
    "apos",
    "shy",
    "ndash",
    "mdash",
    "hellip",
    "copy",
    "reg",
    "trade",
    "euro",
)
UNBALANCED = re.compile(r"<em>([^<>]{1,60})(?<![\d€%$])</em>\*(?!\*)|(?<![*\w])\*<em>([^<>]{1,60})</em>")
