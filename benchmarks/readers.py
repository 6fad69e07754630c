"""What a page costs readers: python benchmarks/readers.py [RUNS] [PATH…], such as 2 user/ admin/book/.

Builds the portal, plain Material for MkDocs and Starlight from the same pages in both languages, serves all three with
gzip from this machine, and loads each German page in each, in turn, with Lighthouse as on a phone (its default
profile), six times or as often as asked. Prints the medians: kilobytes as sent, requests, Largest Contentful Paint,
Total Blocking Time and Cumulative Layout Shift. Exit status 1, with what is not kept: the portal's median LCP or TBT is
worse than Starlight's, or one of its pages sends more than 75 KB, makes more than 10 requests, or moves while it loads.
"""

import math
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from generate import PROJECT
from others import build_material, build_starlight

sys.path[:0] = [str(PROJECT / "hooks"), str(PROJECT / "tests")]

from audit.lighthouse import judge  # what the tests have is used here, too
from audit.pages import PATHS
from audit.serve import serve
from portal.languages import published_path

RUNS = 6


class Column(NamedTuple):
    """What is measured: its name, unit and notation, where Lighthouse says it, and the most that a page may have."""

    name: str
    unit: str
    divisor: int
    digits: int
    read: Callable[[dict], float]
    most: float = math.inf

    def write(self, value: float) -> str:
        """Return a value as it stands in the table."""
        return f"{value / self.divisor:.{self.digits}f}"


COLUMNS = (
    Column("sent", "KB", 1000, 0, lambda result: result["metrics"]["bytes"], 75_000),
    Column("requests", "", 1, 0, lambda result: result["requests"], 10),
    Column("LCP", "s", 1000, 2, lambda result: result["metrics"]["lcp"]),
    Column("TBT", "ms", 1, 0, lambda result: result["metrics"]["tbt"]),
    Column("CLS", "", 1, 3, lambda result: result["metrics"]["cls"], 0),
)
AS_FAST = ("LCP", "TBT")  # the portal's median is no worse than Starlight's
WRITTEN = [path for path in PATHS if path != "sitemap.md"]  # our templates write that one's content


def build_portal(folder: Path) -> Path:
    """Build the portal into ``folder`` and return it."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(folder)]
    subprocess.run(command, cwd=PROJECT, check=True, stdout=subprocess.DEVNULL)
    return folder


def faults(results: dict[str, list[dict]]) -> Iterator[str]:
    """Yield a sentence for each expectation that the portal's results miss, beside Starlight's of the same run."""
    for column in COLUMNS:
        if column.name in AS_FAST:
            ours, theirs = (statistics.median(map(column.read, results[site])) for site in ("portal", "Starlight"))
            # What reads the same is the same: below that is noise.
            if float(column.write(ours)) > float(column.write(theirs)):
                yield f"{column.name}: {column.write(ours)} {column.unit}, Starlight has {column.write(theirs)}"
        worst = max(results["portal"], key=column.read)
        if column.read(worst) > column.most:
            value = f"{column.read(worst) / column.divisor:g} {column.unit}".strip()
            yield f"{column.name}: {value} at {worst['url']}, at most {column.most / column.divisor:g}"


def measure(addresses: list[str], runs: int) -> dict[str, list[dict]]:
    """Return what Lighthouse says of each page in each generator, ``runs`` times, in turn."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        sites = {
            "portal": build_portal(Path(name, "portal")),
            "Starlight": build_starlight(WRITTEN),
            "Material": build_material(Path(name, "material"), WRITTEN),
        }
        homes = {stack.enter_context(serve(folder, {}, compress=True)): site for site, folder in sites.items()}
        urls = [home + path for path in addresses for _ in range(runs) for home in homes]
        results: dict[str, list[dict]] = {site: [] for site in sites}
        for number, result in enumerate(judge(urls, ["performance"]), 1):
            print(f"\r{number} of {len(urls)}", end="", file=sys.stderr, flush=True)
            results[next(site for home, site in homes.items() if result["url"].startswith(home))].append(result)
    return results


def main() -> int:
    """Measure and print a row per generator, with the median of all pages and runs and the worst page."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    addresses = sys.argv[2:] or [published_path("de", path) for path in WRITTEN]
    results = measure(addresses, runs)
    print(f"\n{len(addresses)} German pages, {runs} runs of each; median (worst)")
    print(f"{'':<10}" + "".join(f"{f'{column.name} {column.unit}'.strip():>18}" for column in COLUMNS))
    for site, all_of_it in results.items():
        print(f"{site:<10}" + "".join(f"{cell(all_of_it, column):>18}" for column in COLUMNS))
    found = list(faults(results))
    for fault in found:
        print(f"not kept: {fault}")
    return int(bool(found))


def cell(results: list[dict], column: Column) -> str:
    """Return a column's median and worst value."""
    values = [column.read(result) for result in results]
    return f"{column.write(statistics.median(values))} ({column.write(max(values))})"


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (RuntimeError, subprocess.CalledProcessError) as error:
        sys.exit(str(error))
