"""The documents for editors and engineers: short, and correct as far as a program can check."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from markdown import markdown
from markdown.extensions.toc import TocExtension
from portal.problems.reports import FORMATS
from selectolax.lexbor import LexborHTMLParser

PROJECT = Path(__file__).parents[1]
FOLDERS = (".", "hooks", "deploy", "benchmarks", "tests")
DOCUMENTS = sorted(path for folder in FOLDERS for path in (PROJECT / folder).glob("*.md"))
NAMES = [path.relative_to(PROJECT).as_posix() for path in DOCUMENTS]
FILE = re.compile(r"[\w./-]+\.(?:py|sh|md|yml|json|toml|lock|html|conf|po|tsv|txtar)")
FOLDER = re.compile(r"(?:\.|\w)[\w./-]*/")
# Written by the build or the setup.
BUILT = {".cache/debian/", ".venv/", "site/", "site.new/", "404.html", "en/404.html", "index.html", "facts.json"}
BUILT |= {"checklist.json", "admin/checklist.json", "en/admin/checklist.json", "links-report.json", "sbom.cdx.json"}


def slug(heading: str, separator: str = "-") -> str:
    """Return the id of a heading on GitHub and GitLab."""
    return re.sub(r"[^\w\s-]", "", heading.lower()).strip().replace(" ", separator)


def read(path: Path) -> LexborHTMLParser:
    """Return a document as code hosts render it."""
    extensions = ["tables", "fenced_code", "sane_lists", TocExtension(slugify=slug)]
    return LexborHTMLParser(markdown(path.read_text("utf-8"), extensions=extensions))


def headings(document: LexborHTMLParser) -> list[tuple[str, str]]:
    """Return the level and the text of each heading."""
    return [(node.tag, node.text()) for node in document.css("h1, h2, h3, h4")]


def code_of(document: LexborHTMLParser) -> list[tuple[int, Counter]]:
    """Return the number of code blocks and the inline code of each section."""
    sections: list[tuple[list, Counter]] = [([], Counter())]
    for node in document.css("h1, h2, h3, pre, code"):
        if node.tag == "pre":
            sections[-1][0].append(node)
        elif node.tag != "code":
            sections.append(([], Counter()))
        elif node.parent.tag != "pre":
            sections[-1][1][node.text()] += 1
    return [(len(blocks), words) for blocks, words in sections]


def inline_code(document: LexborHTMLParser) -> set[str]:
    """Return the inline code of a document."""
    return {node.text() for node in document.css("code") if node.parent.tag != "pre"}


def test_all_documents_are_found():
    assert {"README.md", "CONTRIBUTING.md", "CONTRIBUTING.de.md", "hooks/CODES.md"} < set(NAMES)
    assert {f"{folder}/README.md" for folder in FOLDERS[1:]} < set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_relative_link_and_image_exists(name):
    document, dead = read(PROJECT / name), []
    for node in document.css("a[href], img[src]"):
        address = node.attributes.get("href") or node.attributes["src"]
        parts = urlsplit(address)
        if parts.scheme:
            continue
        target = (PROJECT / name).parent / unquote(parts.path) if parts.path else PROJECT / name
        ids = {heading.id for heading in read(target).css("h1, h2, h3, h4")} if target.suffix == ".md" else set()
        if not target.exists() or (parts.fragment and unquote(parts.fragment) not in ids):
            dead.append(address)
    assert dead == []


@pytest.mark.parametrize("name", NAMES)
def test_every_make_command_is_a_target_of_the_makefile(name):
    targets = re.findall(r"^([\w-]+): ", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE)
    code = [node.text() for node in read(PROJECT / name).css("code")]
    named = re.findall(r"\bmake ([a-z-]+)", "\n".join(code))
    assert set(named) <= set(targets)


@pytest.mark.parametrize("name", NAMES)
def test_every_mentioned_file_and_folder_exists(name):
    """A path starts at the project, the document, docs/, a language or overrides/; a bare name may be anywhere."""
    everywhere = {path.name for folder in (*FOLDERS[1:], "docs", "overrides") for path in (PROJECT / folder).rglob("*")}
    bases = [PROJECT / base for base in (".", Path(name).parent, "docs", "docs/de", "docs/en", "overrides")]
    missing = []
    for word in inline_code(read(PROJECT / name)) - BUILT:
        if FILE.fullmatch(word) or FOLDER.fullmatch(word):
            bare = "/" not in word and word in everywhere
            if not bare and not any((base / word).exists() for base in bases):
                missing.append(word)
    assert missing == []


def test_the_german_guide_has_the_headings_of_the_english_one_at_the_same_levels():
    english, german = (headings(read(PROJECT / name)) for name in ("CONTRIBUTING.md", "CONTRIBUTING.de.md"))
    assert [level for level, _ in german] == [level for level, _ in english]
    assert not {text for _, text in german} & {text for _, text in english}


def test_the_german_guide_has_the_code_of_the_english_one_section_by_section():
    english, german = (code_of(read(PROJECT / name)) for name in ("CONTRIBUTING.md", "CONTRIBUTING.de.md"))
    assert german == english


@pytest.mark.parametrize(("name", "most"), [("README.md", 120), ("CONTRIBUTING.md", 150), ("CONTRIBUTING.de.md", 150)])
def test_the_most_read_documents_are_short(name, most):
    assert len((PROJECT / name).read_text("utf-8").splitlines()) <= most


def test_the_screenshot_of_the_site_is_small():
    [image] = read(PROJECT / "README.md").css("img")
    assert (PROJECT / image.attributes["src"]).stat().st_size <= 150_000
    assert image.attributes["alt"]


def test_every_mentioned_command_and_option_exists():
    documents = "\n".join((PROJECT / name).read_text("utf-8") for name in NAMES)
    commands = re.findall(r"(?:bin/|Scripts\\)portal ([a-z-]+)((?: [\w./:<>-]+)*)", documents)
    assert {command for command, _ in commands} >= {"check", "nginx", "preview"}
    named = {"check": {"--config", "--templates", "--url", "--format", "--output"}}  # mentioned without the command
    for command, rest in commands:
        named.setdefault(command, set()).update(re.findall(r"--[a-z-]+", rest))
    for command, options in named.items():
        run = subprocess.run(
            [sys.executable, "-m", "portal", command, "--help"],
            check=False,
            cwd=PROJECT / "hooks",
            capture_output=True,
            text=True,
        )
        assert run.returncode == 0, command
        assert options <= set(re.findall(r"--[a-z-]+", run.stdout)), command


def test_every_hook_is_documented():
    hooks = {path.name for path in (PROJECT / "hooks").glob("*.py")}
    assert hooks - set(re.findall(r"`hooks/(\w+\.py)`", (PROJECT / "README.md").read_text("utf-8"))) == set()


def test_every_report_format_is_documented():
    table = (PROJECT / "hooks/README.md").read_text("utf-8").partition("| `--format` |")[2].partition("\n\n")[0]
    assert re.findall(r"(?m)^\| `(\w+)` \|", table) == list(FORMATS)
