"""Makes a realistic portal of N pages from the real one: python benchmarks/generate.py PAGES FOLDER.

Pages are copies of the real pages, in both languages and both views, with ids and links that hold. Each page counts:
1,500 pages are 750 in German and 750 in English.
"""

import argparse
import random
import re
import shutil
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[1]
sys.path.insert(0, str(PROJECT / "hooks"))

from portal.sources.freshness import confirm
from portal.sources.page import read_source

VIEWS = ("user", "admin")
# Topics are those of one page; a drawing shows words of the steps above it, which would be others here.
LEFT_OUT = re.compile(r"^(?:topic:|.*\]\(drawing:).*\n", re.MULTILINE)
MOVED = re.compile(r"^moved:", re.MULTILINE)
# A word, or what stays as it is, since ids, links and markup must hold.
WORD = re.compile(
    r"Cloud PBX 2\.0|(?i:up(?:date|grade)\w*|(?:auf|to|der|die|the)\b)|(?<![\w.-])([A-Za-zÄÖÜäöüß]{5,})(?![\w.-])"
    r"|\{[^}]*\}|\[[^\]]*\](?:\([^)]*\))?|\*\*[^*]*\*\*|`[^`]*`|<span[^>]*>.*?</span>|<[^>]*>"
    r"|^ *(?:[|#]|!!!|===|\?\?\?|///).*"
)
ENDINGS = ("", "", "", "er", "en", "ung", "s")  # so that the words grow with the pages


def generate(folder: Path, pages: int) -> Path:
    """Write a project of at least ``pages`` pages into ``folder`` and return it."""
    for name in (".ci/search", "deploy", "docs", "hooks", "overrides"):
        shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
    config = (PROJECT / "mkdocs.yml").read_text("utf-8")
    originals = sorted(
        path.relative_to(folder / "docs/de") for view in VIEWS for path in (folder / "docs/de" / view).glob("*.md")
    )
    originals = [path for path in originals if path.stem not in ("index", "versions", "checklist")]
    originals = [path for path in originals if not MOVED.search((folder / "docs/de" / path).read_text("utf-8"))]
    existing = sum(
        1
        for language in ("de", "en")
        for path in (folder / "docs" / language).rglob("*.md")
        if "shared" not in path.parts
    )
    added: dict[str, list[str]] = {view: [] for view in VIEWS}
    for number in range(max(0, (pages - existing + 1) // 2)):
        original = originals[number % len(originals)]
        name = f"{original.stem}-{number}.md"
        for language in ("de", "en"):
            text = (folder / "docs" / language / original).read_text("utf-8")
            text = vary(LEFT_OUT.sub("", text), number)
            (folder / "docs" / language / original.parent / name).write_text(text, "utf-8")
        path, docs = f"{original.parent}/{name}", folder / "docs"
        confirm(docs, *(read_source(docs, language, path) for language in ("en", "de")))
        added[original.parts[0]].append(f"{original.parts[0]}/{name}")
    for view, last in (("user", "user/help.md"), ("admin", "admin/help.md")):
        line = re.search(rf"(?m)^( *)- {last}$", config)
        rows = "".join(f"\n{line.group(1)}- {path}" for path in added[view])
        config = config.replace(line.group(0), line.group(0) + rows)
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    return folder


def vary(text: str, number: int) -> str:
    """Return a page with other words in its text: each longer one is that of another place, often with an ending."""
    chance = random.Random(number)  # noqa: S311 - the same words for everybody who measures
    words = [match[1] for match in WORD.finditer(text) if match[1]]

    def other(match: re.Match[str]) -> str:
        return chance.choice(words) + chance.choice(ENDINGS) if match[1] else match[0]

    lines = text.splitlines(keepends=True)
    front = lines.index("---\n", 1) if lines[:1] == ["---\n"] else 0
    return "".join([*lines[: front + 1], *(WORD.sub(other, line) for line in lines[front + 1 :])])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", type=int)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    print(generate(options.folder, options.pages))
