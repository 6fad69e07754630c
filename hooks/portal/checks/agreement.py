"""Agreement: a page's chart, its estimator and its table state the durations of facts.yml, all of them and no others."""

from collections.abc import Iterator

from portal.checks.context import SiteContext
from portal.planning.chart import points_of
from portal.planning.estimator import examples_of, examples_text
from portal.problems import Code, Problem
from portal.problems.messages import say
from portal.site.examples import MARK, read_durations
from portal.site.site import Site

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
        for one in examples if shown.points is not None else ():
            if one not in shown.rows:
                message = say(
                    "the table has no row with {workplaces} workplaces and {minutes} minutes",
                    workplaces=one.workplaces,
                    minutes=one.minutes,
                )
                key = keys[one]
                row = f"| {{{{ {key}.workplaces }}}} | {{{{ {key}.minutes }}}} |"
                yield DURATION_DIFFERS.problem(location, message, say("write the row {row}", row=row))
