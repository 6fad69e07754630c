"""Agreement: what tools answer is what facts.yml and the tables of the same page state."""

from collections.abc import Iterator

from portal.checks.context import FactsContext, SiteContext
from portal.planning.chart import points_of
from portal.planning.client_check import check_client, clients_of, series_of
from portal.planning.estimator import Example, estimate, examples_of, examples_text, read_workplaces
from portal.problems import Code, Problem
from portal.problems.messages import say
from portal.site.examples import MARK, read_durations
from portal.site.site import Site
from portal.sources.project import Project

DURATION_DIFFERS = Code(
    "duration-differs",
    why=say(
        "The chart, the estimator and the table of a page are one statement. A reader who cannot see the chart has the"
        " table as its data; an estimate rests on the examples that the table shows."
    ),
    fix=say("Give the table a row for each duration in `facts.yml`, then build the site again."),
    example=say(
        "the table has no row with {workplaces} workplaces and {minutes} minutes", workplaces=2400, minutes=120
    ),
)
VERSION_UNANSWERED = Code(
    "version-unanswered",
    why=say(
        "Readers who type a version of `facts.yml` are told something else than the tables say. The tens of the first"
        " part tell old clients from new ones: one family has 22 and 23, the other 42 and more."
    ),
    fix=say("Correct the version or its `family`. If both families use the same tens now, remove the tool."),
    example=say("the check of a client does not know {number}", number="42.6"),
)
CLIENT_CHECK = "tool.client_check"
CHART = "{{ tool.duration_chart }}"


def check_agreement(site: Site, context: SiteContext) -> Iterator[Problem]:
    """Yield a problem for each example that a page's chart draws and its table lacks, and for tools of other data."""
    examples = examples_of(context.facts)
    places = tuple((point.x, point.y) for point in points_of(examples))
    keys = {(fact.workplaces, fact.minutes): key for key, fact in context.facts.durations.items()}
    for page in site.pages.values():
        shown = read_durations(page)
        if not shown:
            continue
        location = context.locator.markup(page, CHART, MARK)[0]
        if set(shown.data) != {examples_text(examples)}:
            message = say("a chart or an estimator of this page has other durations than facts.yml")
            yield DURATION_DIFFERS.problem(location, message, say("build the site again"))
        elif shown.points not in (None, places):
            message = say("the points of the chart are not where its durations belong")
            yield DURATION_DIFFERS.problem(location, message, say("build the site again"))
        stated = {read_workplaces(number) for number, minutes in shown.rows if _answer(number, examples) == minutes}
        for one in examples if shown.points is not None else ():
            if one.workplaces not in stated:
                message = say(
                    "the table has no row with {workplaces} workplaces and {minutes} minutes",
                    workplaces=one.workplaces,
                    minutes=one.minutes,
                )
                key = keys[one]
                row = f"| {{{{ {key}.workplaces }}}} | {{{{ {key}.minutes }}}} |"
                yield DURATION_DIFFERS.problem(location, message, say("write the row {row}", row=row))


def _answer(number: str, examples: tuple[Example, ...]) -> str:
    """Return the minutes that the estimator answers to a number as a table writes it, or an empty string."""
    workplaces = read_workplaces(number)
    said = estimate(workplaces, examples) if isinstance(workplaces, int) else None
    return str(said.minutes) if said and said.kind == "example" else ""


def check_known_versions(project: Project, context: FactsContext) -> Iterator[Problem]:
    """Yield a problem for each version of facts.yml to which the check of a client gives another answer."""
    if all(one.key != CLIENT_CHECK for source in project.sources for one in source.placeholders):
        return
    clients, series = clients_of(context.facts), series_of(context.facts)
    for platform, client in clients.items():
        for key, number, right in (("minimum", client.minimum, "reached"), ("webview2", client.webview2, "webview2")):
            if number and check_client(number, platform, clients, series) != right:
                message = say("the check of a client does not know {number}", number=number)
                hint = say(
                    "the tens of its first part are those of the other family, or of both: correct version or family"
                )
                yield VERSION_UNANSWERED.problem(context.locations[f"{platform}.{key}"], message, hint)
