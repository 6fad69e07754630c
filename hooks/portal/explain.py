"""Explanations of the codes in reports: one on the command line, all in the reference."""

from portal.checks.generator_config import CONFIG_INCOMPLETE
from portal.checks.run import CODES as CHECKED
from portal.languages import Language
from portal.network.answers import ADDRESS_DEAD, ADDRESS_MOVED, ADDRESS_UNREACHABLE
from portal.preview.failure import BUILD_FAILED, TEMPLATE
from portal.problems import Code, nearest
from portal.problems.catalogue import in_words
from portal.problems.messages import say
from portal.problems.reports import BUILD
from portal.problems.reports.text import NAMES

# Codes that no check reports: answers of other hosts, and builds that end before there is a site to check.
ELSEWHERE = (ADDRESS_DEAD, ADDRESS_MOVED, ADDRESS_UNREACHABLE, BUILD, BUILD_FAILED, CONFIG_INCOMPLETE, TEMPLATE)
CODES: dict[str, Code] = {code: code for code in sorted({*CHECKED, *ELSEWHERE})}


class UnknownCodeError(Exception):
    """There is no such code; the message names the nearest."""


def explain(name: str, language: Language) -> str:
    """Return what a code means, as text: an example, the reason and the fix. Raises UnknownCodeError."""
    if name not in CODES:
        near = nearest(name, CODES)
        hint = say("did you mean {word}?", word=near) if near else say("`portal explain` lists all codes")
        raise UnknownCodeError(say("there is no code {word}; {hint}", word=name, hint=hint))
    code = CODES[name]
    reason = in_words(say("Why: {why}", why=code.why), language)
    fix = in_words(say("Fix: {fix}", fix=code.fix), language)
    return f"{_example(code, language)}\n\n{reason}\n\n{fix}"


def overview(language: Language) -> str:
    """Return all codes, each with an example, a line each."""
    return "\n".join(_example(code, language) for code in CODES.values())


def reference(language: Language) -> str:
    """Return the reference of all codes as Markdown, with a section for each."""
    title = say("Problem codes")
    about = say(
        "A section for each code that a report can show: an example, the reason and the fix. `make codes` writes this"
        " file from the checks; `.venv/bin/portal explain CODE` shows one section."
    )
    sections = [f"# {in_words(title, language)}", in_words(about, language)]
    for code in CODES.values():
        reason = in_words(say("*Why:* {why}", why=code.why), language)
        fix = in_words(say("*Fix:* {fix}", fix=code.fix), language)
        sections += [f"## {code}", f"```text\n{_example(code, language)}\n```", reason, fix]
    return "\n\n".join(sections) + "\n"


def _example(code: Code, language: Language) -> str:
    return f"{in_words(NAMES[code.severity], language)}[{code}]: {in_words(code.example, language)}"
