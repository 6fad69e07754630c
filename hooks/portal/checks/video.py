"""The film of the short guide: it can be made, its captions can be read, and it shows what the pages say."""

from collections.abc import Iterable, Iterator

from portal.checks.context import Context, FactsContext
from portal.languages import DEFAULT, LANGUAGES
from portal.problems import Code, Location, Problem, Severity, nearest
from portal.problems.messages import say
from portal.sources.captions import PER_SECOND, WIDTH, cues_of
from portal.sources.film import ASSETS, FILE, GUIDE, cards_of, files_of, guide_steps, read_film
from portal.sources.project import Project
from portal.sources.storyboard import VIDEO_INVALID, Storyboard, StoryboardFile

VIDEO_CAPTIONS = Code(
    "video-captions",
    why=say(
        "The captions of a card change too fast to be read, or their lines are too long: two lines of 42 characters,"
        " and 17 characters a second, are what most readers can follow."
    ),
    fix=say("Give the card more seconds, or write less."),
    example=say("the captions of this card have {number} characters a second", number="19.2"),
)
VIDEO_LENGTH = Code(
    "video-length",
    why=say("A film of the short guide is watched as a whole if it is short, and followed if it is not hurried."),
    fix=say("Change the seconds of the cards until the film has 60 to 90 in all."),
    example=say("the film has {number} seconds", number=112),
)
VIDEO_STALE = Code(
    "video-stale",
    why=say(
        "The film shows other words, another drawing or another step than the short guide now says. Readers would"
        " follow what no longer holds."
    ),
    fix=say(
        "Write the step into `docs/video/storyboard.yml`, too, and run `make video`. Until the day `remake_by` in that"
        " file, it is a warning."
    ),
    example=say("the film shows another “{title}” than docs/ now has", title="Termin wählen"),
)

SHORTEST, LONGEST = 60, 90  # seconds


def check_storyboard_file(project: Project, _: Context) -> Iterable[Problem]:
    """Return what is wrong with the file of the storyboard."""
    return project.storyboard.problems


def check_video(project: Project, context: FactsContext) -> Iterator[Problem]:
    """Yield what keeps the film from being made, from being read, and from being true."""
    file, film = project.storyboard, project.storyboard.film
    if film is None:
        return
    faults = [
        *_unknown(file, film, project),
        *_missing_steps(file, film, project),
        *_captions(file, film, context),
        *_length(file, film),
    ]
    yield from faults or _stale(file, film, project, context)  # whoever mends a fault makes the film anew


def _unknown(file: StoryboardFile, film: Storyboard, project: Project) -> Iterator[Problem]:
    names = project.drawings.names
    for keys, card in zip(film.keys, film.cards, strict=True):
        for index, name in enumerate(card.drawings):
            if name not in names:
                near = nearest(name, names)
                hint = say("write {word}", word=near) if near else say("draw it in docs/drawings/")
                message = say("there is no drawing {name}", name=name)
                yield VIDEO_INVALID.problem(file.location(*keys, "drawings", index), message, hint)


def _missing_steps(file: StoryboardFile, film: Storyboard, project: Project) -> Iterator[Problem]:
    guide = project.find(DEFAULT, GUIDE)
    if guide and len(film.steps) != (count := len(guide_steps(guide))):
        message = say(
            "steps of the film: {steps}, of {page}: {count}", steps=len(film.steps), page=guide.file, count=count
        )
        hint = say("show each step of the guide in a card of its own")
        yield VIDEO_INVALID.problem(file.location("film", "steps"), message, hint)


def _captions(file: StoryboardFile, film: Storyboard, context: FactsContext) -> Iterator[Problem]:
    for keys, card in zip(film.keys, film.cards, strict=True):
        for language in LANGUAGES:
            location = file.location(*keys, "words", language)
            cues = tuple(cues_of(card, language, context.facts.values))
            lines = [line for cue in cues for line in cue.text.split("\n")]
            if long := next((line for line in lines if len(line) > WIDTH), ""):
                message = say("“{words}” does not fit in a line of captions", words=long)
                yield VIDEO_CAPTIONS.problem(
                    location, message, say("write shorter words: {count} letters", count=WIDTH)
                )
            elif (fastest := max(cue.per_second for cue in cues)) > PER_SECOND:
                message = say("the captions of this card have {number} characters a second", number=f"{fastest:.1f}")
                needed = int(card.seconds * fastest / PER_SECOND) + 1
                hint = say(
                    "give it {seconds} seconds, or write less: {count} at most", seconds=needed, count=PER_SECOND
                )
                yield VIDEO_CAPTIONS.problem(location, message, hint)


def _length(file: StoryboardFile, film: Storyboard) -> Iterator[Problem]:
    if not SHORTEST <= film.seconds <= LONGEST:
        message = say("the film has {number} seconds", number=film.seconds)
        hint = say("make it {shortest} to {longest}", shortest=SHORTEST, longest=LONGEST)
        yield VIDEO_LENGTH.problem(file.location("film"), message, hint)


def _stale(file: StoryboardFile, film: Storyboard, project: Project, context: FactsContext) -> Iterator[Problem]:
    kept, hint = read_film(project.docs), say("run `make video`")
    if kept is None:
        message = say("{file} is missing or can't be read", file=f"{project.docs.name}/{FILE}")
        yield VIDEO_STALE.problem(file.location("film"), message, hint)
        return
    severity: Severity = "warning" if context.today < film.remake_by else "error"
    now = cards_of(film, project, context.facts.values)
    for index, (keys, card) in enumerate(zip(film.keys, film.cards, strict=True)):
        if any(kept.cards.get(language, ())[index : index + 1] != (now[language][index],) for language in LANGUAGES):
            message = say("the film shows another “{title}” than docs/ now has", title=card.title[DEFAULT])
            mend = say("run `make video`; from {date} on, this is an error", date=film.remake_by)
            yield VIDEO_STALE.problem(file.location(*keys), message, mend, severity=severity)
    for name in sorted({name for name, _ in kept.files.items() ^ files_of(project.docs).items()}):
        message = say("{file} is not as `make video` has made it", file=f"{project.docs.name}/{ASSETS}/{name}")
        yield VIDEO_STALE.problem(Location(f"{project.docs.name}/{FILE}"), message, hint)
