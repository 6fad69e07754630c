"""Publishes what other programs show of the site: pictures beside shared links, icons and a manifest per language."""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs_types import i18n_of, project_of, site_of, words_of
from portal.publishing.drawings import draw
from portal.publishing.previews.manifest import manifest, manifest_path
from portal.publishing.previews.pictures import EMPTY, ICONS, SIZE, icon, preview
from portal.sources.project import Project

# The drawing in the picture of each view, and of the pages that belong to none.
DRAWINGS = {"user": "clients", "admin": "banner-deutschlandlan", "start": "course"}
_made: dict[str, bytes] = {}  # of all languages, by path in the site


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Make the pictures and the manifest of the language, whose words are at hand now; tell templates of them."""
    language, words, project = i18n_of(config).current_language, words_of(config), project_of(config)
    env.globals.update(manifest=manifest_path(language), preview_size=SIZE)
    for view, name in DRAWINGS.items():
        title, reader = config.site_name or "", words["view"].get(view, words["preview"]["subtitle"])
        picture = preview(project.docs, _sheets(project), language, title, reader, _drawn(project, name, config))
        _made[f"assets/pictures/{view}-{language}.png"] = picture
    text = manifest(language, config.site_name or "", words["product"], config.site_description or "", "#ffffff")
    _made[manifest_path(language)] = text.encode()
    return env


@event_priority(-101)  # after static-i18n (-100) has built the other languages; read_site precedes it in mkdocs.yml
def on_post_build(config: MkDocsConfig) -> None:
    """Write all of it once, before assets get their hashes."""
    if i18n_of(config).building:
        return
    project = project_of(config)
    icons = {path: icon(project.docs, _sheets(project), side) for side, path in ICONS.items()}
    for path, data in (_made | icons).items():
        site_of(config).write(path, data)


def _sheets(project: Project) -> dict[str, str]:
    folder = f"{project.docs.name}/assets/stylesheets/"
    return {name.removeprefix(folder): text for name, text in project.other_texts.items() if name.startswith(folder)}


def _drawn(project: Project, name: str, config: MkDocsConfig) -> str:
    """Return the drawing as SVG; an empty one if an editor has renamed it, which no page need know."""
    drawing = project.drawings.drawings.get(name)
    if drawing is None:
        return EMPTY
    return draw(drawing, project.drawings, i18n_of(config).current_language, config.extra["facts"], "", "drawing")
