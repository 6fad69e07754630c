"""The frames of the film: an HTML page for each drawing of each card, in a language. Nothing in them moves."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from portal.languages import Language
from portal.publishing.drawings import draw
from portal.publishing.whole_names import keep_whole
from portal.sources.placeholders import Values, fill
from portal.sources.project import Project
from portal.sources.storyboard import Card, Storyboard

SIZE = (1280, 720)
_PAGE = Path(__file__).with_name("frames.html")
_STYLES = ("portal", "drawings")


@dataclass(frozen=True)
class Frame:
    """A picture of the film, as a page for a browser, and how long it is shown."""

    html: str
    seconds: float


def frames_of(film: Storyboard, project: Project, language: Language, facts: Values) -> Iterator[Frame]:
    """Yield the frames of the film in a language, each drawing of a card as long as the others."""
    assets = project.docs.resolve() / "assets"
    styles = "".join((assets / f"stylesheets/{name}.css").read_text("utf-8") for name in _STYLES)
    page = _PAGE.read_text("utf-8").replace("{styles}", styles.replace("../fonts", (assets / "fonts").as_uri()))
    page = page.replace("{fonts}", (assets / "fonts").as_uri()).replace("{language}", language)
    mark = (assets / "images/favicon.svg").as_uri()
    for index, card in enumerate(film.cards):
        number = index if 0 < index <= len(film.steps) else 0
        head = _head(film, number, language) if number else f'<p class="frame__step"><img src="{mark}" alt=""></p>'
        words = _text(card, language, facts, head)
        drawn = [_drawing(film, project, name, language, facts) for name in card.drawings]
        for drawing in drawn:
            content = words + drawing + _way(film, index)
            html = page.replace("{title}", escape(card.title[language])).replace("{content}", content)
            yield Frame(keep_whole(html, project.names[0].pattern), card.seconds / len(drawn))


def _head(film: Storyboard, number: int, language: Language) -> str:
    step = film.step[language].replace("{number}", str(number)).replace("{count}", str(len(film.steps)))
    return f'<p class="frame__step"><b>{number}</b><span>{escape(step)}</span></p>'


def _text(card: Card, language: Language, facts: Values, head: str) -> str:
    title, words = (escape(fill(texts[language], facts, language)) for texts in (card.title, card.words))
    return f'<div>{head}<h1>{title}</h1><p class="frame__words">{words}</p></div>'


def _drawing(film: Storyboard, project: Project, name: str, language: Language, facts: Values) -> str:
    svg = draw(project.drawings.drawings[name], project.drawings, language, facts, "", "drawing")
    caption = escape(film.schematic[language])
    return f'<figure class="drawing">{svg}<figcaption>{caption}</figcaption></figure>'


def _way(film: Storyboard, index: int) -> str:
    """Return the bar that shows how far the film is."""
    steps = (f'<i class="{"done" if step <= index else ""}"></i>' for step in range(1, len(film.steps) + 1))
    return f'<div class="frame__way">{"".join(steps)}</div>'
