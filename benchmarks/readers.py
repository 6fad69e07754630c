"""What a page costs readers: python benchmarks/readers.py [RUNS] [PATH…], such as 6 user/ admin/step-1/.

Builds the portal, plain Material for MkDocs and Starlight from the same pages in both languages, serves all three with gzip
from this machine, and loads each German page in each, in turn, with Lighthouse as on a phone (its default profile). Prints
the medians: kilobytes as sent, requests, Largest Contentful Paint, Total Blocking Time and Cumulative Layout Shift.
"""

import statistics
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from generate import PROJECT
from others import build_material, build_starlight

sys.path[:0] = [str(PROJECT / "hooks"), str(PROJECT / "tests")]

from audit.lighthouse import judge  # noqa: E402 - what the tests have is used here, too
from audit.pages import PATHS  # noqa: E402
from audit.serve import serve  # noqa: E402
from portal.languages import published_path  # noqa: E402

COLUMNS = (  # (what stands above, unit, divisor, digits, where Lighthouse says it)
    ("sent", "KB", 1000, 0, lambda result: result["metrics"]["bytes"]),
    ("requests", "", 1, 0, lambda result: result["requests"]),
    ("LCP", "s", 1000, 2, lambda result: result["metrics"]["lcp"]),
    ("TBT", "ms", 1, 0, lambda result: result["metrics"]["tbt"]),
    ("CLS", "", 1, 3, lambda result: result["metrics"]["cls"]),
)
WRITTEN = [path for path in PATHS if path != "sitemap.md"]  # our templates write that one's content


def build_portal(folder: Path) -> Path:
    """Build the portal into ``folder`` and return it."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(folder)]
    subprocess.run(command, cwd=PROJECT, check=True, stdout=subprocess.DEVNULL)
    return folder


def main() -> int:
    """Measure and print a row per generator, with the median of all pages and runs and the worst page."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    addresses = sys.argv[2:] or [published_path("de", path) for path in WRITTEN]
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
    print(f"\n{len(addresses)} German pages, {runs} runs of each; median (worst)")
    print(f"{'':<10}" + "".join(f"{f'{title} {unit}'.strip():>18}" for title, unit, *_ in COLUMNS))
    for site, all_of_it in results.items():
        print(f"{site:<10}" + "".join(f"{cell(all_of_it, column):>18}" for column in COLUMNS))
    return 0


def cell(results: list[dict], column: tuple) -> str:
    """Return a column's median and worst value."""
    *_, divisor, digits, read = column
    values = [read(result) / divisor for result in results]
    return f"{statistics.median(values):.{digits}f} ({max(values):.{digits}f})"


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (RuntimeError, subprocess.CalledProcessError) as error:
        sys.exit(str(error))
