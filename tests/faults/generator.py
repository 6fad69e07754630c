"""A site generator of forty lines: what the checks must hold on, too, since they outlive MkDocs.

It lays pages out as the portal's build does: the default language at /, each page in a folder of its own.
"""

import posixpath
import re
import shutil
from pathlib import Path

import yaml
from jinja2 import Environment, FileSystemLoader
from markdown import Markdown
from portal.checklist_markdown import ChecklistExtension
from portal.facts_file import read_facts
from portal.languages import LANGUAGES, published_path
from portal.placeholders import fill
from portal.sources import Source, read_sources

SITE_URL = "https://portal.example/"
EXTENSIONS = ["attr_list", "tables", "admonition", "md_in_html"]
LINK = re.compile(r'(?<=href=")([^":#]+\.md)(#[^"]*)?(?=")|(?<=src=")([^":]+)(?=")')


def generate(project: Path, site: Path) -> None:
    """Build the pages of ``project`` into the folder ``site``."""
    facts = read_facts(project / "docs/facts.yml").facts
    sources = read_sources(project / "docs")
    config = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    template = Environment(loader=FileSystemLoader(project / "overrides")).get_template("main.html")
    urls = {(source.language, source.path): published_path(source.language, source.path) for source in sources}
    for source in sources:
        url = urls[source.language, source.path]
        text = fill(source.text, facts.values if facts else {}, source.language)
        html = Markdown(extensions=[*EXTENSIONS, ChecklistExtension()]).convert(text)
        others = [(other, SITE_URL + urls[other, source.path]) for other in LANGUAGES if (other, source.path) in urls]
        page = template.render(
            language=source.language,
            title=source.path,
            url=SITE_URL + url,
            alternates=others,
            home="/" if source.language == "de" else f"/{source.language}/",
            config=config,
            content=LINK.sub(lambda match, source=source: _rewrite(match, source, urls), html),
        )
        file = site / url / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page, "utf-8")
    entries = "\n".join(f"<url><loc>{SITE_URL}{url}</loc></url>" for url in urls.values())
    (site / "sitemap.xml").write_text(f"<urlset>\n{entries}\n</urlset>\n", "utf-8")
    shutil.copytree(project / "docs/assets", site / "assets")


def _rewrite(match: re.Match, source: Source, urls: dict) -> str:
    """Return a link as the page in its own folder needs it; one that leads nowhere stays as it stands."""
    folder = posixpath.dirname(source.path)
    here = urls[source.language, source.path]
    if match.group(3):  # an image
        path = posixpath.normpath(posixpath.join(source.language, folder, match.group(3)))
        return posixpath.relpath(path, here or ".")
    path = posixpath.normpath(posixpath.join(folder, match.group(1)))
    if (source.language, path) not in urls:
        return match.group(0)
    return posixpath.relpath(urls[source.language, path] or ".", here or ".") + "/" + (match.group(2) or "")
