"""A site generator of a hundred lines: what the checks must hold on, too, since they outlive MkDocs.

It lays pages out as the portal's build does: the default language at /, each page in a folder of its own. As MkDocs it
makes addresses of the links of Markdown that lead to a file, and leaves all others as they stand; as the portal it
joins the stylesheets into one and gives assets a hash in their names.
"""

import posixpath
import shutil
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import yaml
from jinja2 import Environment, FileSystemLoader
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from portal.formats.compiled_templates import CompiledTemplates
from portal.formats.folders import files_below
from portal.formats.icons import theme_icons
from portal.languages import DEFAULT, LANGUAGES, published_path
from portal.publishing.checklist.markdown import ChecklistExtension
from portal.publishing.code_blocks import CodeExtension
from portal.publishing.drawings import place_drawings
from portal.publishing.fingerprint import fingerprint
from portal.publishing.footnotes import FootnoteExtension
from portal.publishing.icons import IconExtension
from portal.publishing.images import size_images
from portal.publishing.terms import TermExtension
from portal.site.resolve import Resolver
from portal.site.site import Site
from portal.sources.drawings import read_drawings
from portal.sources.facts_file import read_facts
from portal.sources.page import read_sources
from portal.sources.placeholders import fill
from pymdownx.blocks.caption import CaptionExtension

SITE_URL = "https://portal.example/"
EXTENSIONS = [
    "attr_list",
    "tables",
    "admonition",
    "md_in_html",
    "def_list",
    "pymdownx.superfences",
    "pymdownx.keys",
    "pymdownx.mark",
]
TEMPLATES = CompiledTemplates()
ICONS = IconExtension(theme_icons())
JOINED = "assets/joined.css"


def generate(project: Path, site: Path) -> None:
    """Build the pages of ``project`` into the folder ``site``."""
    facts = read_facts(project / "docs/facts.yml").facts
    sources, drawings = read_sources(project / "docs"), read_drawings(project / "docs")
    config = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    shutil.copytree(project / "docs/assets", site / "assets")
    _join_stylesheets(config, site)
    loader = FileSystemLoader(project / "overrides")
    environment = Environment(loader=loader, bytecode_cache=TEMPLATES)  # noqa: S701 - MkDocs does not escape either
    template = environment.get_template("main.html")
    files = frozenset(path.relative_to(project / "docs").as_posix() for path in files_below(project / "docs"))
    urls = {(source.language, source.path): published_path(source.language, source.path) for source in sources}
    for source in sources:
        url = urls[source.language, source.path]
        text = fill(source.text, facts.values if facts else {}, source.language)
        html = _convert(text, source.language, source.path, files)
        html = place_drawings(html, drawings, source.language, facts.values if facts else {}, "Schematic")
        others = [(other, SITE_URL + urls[other, source.path]) for other in LANGUAGES if (other, source.path) in urls]
        page = template.render(
            language=source.language,
            title=source.path,
            url=SITE_URL + url,
            alternates=others,
            home="/" if source.language == DEFAULT else f"/{source.language}/",
            config=config,
            content=size_images(html, f"{url}index.html", project / "docs", Resolver(SITE_URL)),
        )
        file = site / url / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page, "utf-8")
    entries = "\n".join(f"<url><loc>{SITE_URL}{url}</loc></url>" for url in urls.values())
    (site / "sitemap.xml").write_text(f"<urlset>\n{entries}\n</urlset>\n", "utf-8")
    assets = [path.relative_to(site).as_posix() for path in (site / "assets").rglob("*") if path.is_file()]
    fingerprint(Site(site), assets, SITE_URL)


@cache
def _convert(text: str, language: str, path: str, files: frozenset[str]) -> str:
    """Return the HTML of a page. Most pages are the same in all projects that one run of tests builds."""
    return Markdown(extensions=[*EXTENSIONS, *_own(), _LinkExtension(language, path, files)]).convert(text)


def _own() -> list[Extension]:
    captions = CaptionExtension(types=["caption"])
    return [captions, FootnoteExtension(), TermExtension(), ChecklistExtension(), CodeExtension(), ICONS]


def _join_stylesheets(config: dict, site: Path) -> None:
    """Join the parts that are there; one that is missing stays for the page to name."""
    parts = [path for path in config["extra_css"] if (site / path).is_file()]
    (site / JOINED).write_text("".join((site / path).read_text("utf-8") for path in parts), "utf-8")
    for path in parts:
        (site / path).unlink()
    config["extra_css"] = [*(path for path in config["extra_css"] if path not in parts), JOINED]


class _LinkExtension(Extension):
    """Makes addresses of a page's links, once its Markdown is read."""

    def __init__(self, language: str, path: str, files: frozenset[str]) -> None:
        super().__init__()
        self._page = language, path, files

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Links(md, *self._page), "links", 0)


class _Links(Treeprocessor):
    def __init__(self, md: Markdown, language: str, path: str, files: frozenset[str]) -> None:
        super().__init__(md)
        self._language, self._path, self._files = language, path, files

    def run(self, root) -> None:
        for element in root.iter():
            for name in ("href", "src"):
                if address := element.get(name):
                    element.set(name, self._address(address))

    def _address(self, written: str) -> str:
        """Return a link as the page in its own folder needs it; one that leads to no file of its run stays."""
        parts = urlsplit(written) if "[" not in written else None  # a host in brackets may be none
        if not parts or parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
            return written
        language, here = self._language, published_path(self._language, self._path)
        file = posixpath.normpath(posixpath.join(language, posixpath.dirname(self._path), unquote(parts.path)))
        inside = file.removeprefix(f"{language}/")
        if not file.startswith((f"{language}/", "assets/")) or file not in self._files:
            return written
        page = (
            published_path(language, inside) if inside.endswith(".md") else None
        )  # passages too, which nobody publishes
        path = posixpath.relpath((file if page is None else page) or ".", here or ".") + "/" * (page is not None)
        return parts._replace(path=path).geturl()
