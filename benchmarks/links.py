"""Our check of links against lychee's, on the same site: python benchmarks/links.py [PAGES] [RUNS].

Builds a portal of 1,500 pages (or as many as asked), breaks links of every kind that lychee finds, and lets both look,
each in a process of its own, in turn: lychee offline and with fragments, in all files that it reads. Exit status 1
where lychee finds a fault that we don't, or takes less time (medians). Needs the dependencies of the group `benchmark`.
"""

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import unquote

from generate import generate
from link_faults import plant

OURS = """
import json, re, sys
from pathlib import Path
from portal.sources.project import Project
from datetime import date
from portal.checks.context import SiteContext
from portal.checks.feeds import check_feeds
from portal.checks.seo import check_seo
from portal.checks.links import check_links
from portal.site.locate import Locator
from portal.site.pdfs import read_pdfs
from portal.site.site import Site
project = Project(Path("docs").resolve(), Path("mkdocs.yml").resolve(), Path("overrides").resolve())
site = Site(Path("site").resolve(), Path.cwd())
facts = project.facts_file.facts
locator = Locator(site, project.sources, facts.values, project.other_texts)
pdfs = tuple(read_pdfs(site)[0])
context = SiteContext(project, date.today(), facts, site, locator, "https://help.example/", pdfs, ())
found = [problem for check in (check_links, check_seo, check_feeds) for problem in check(site, context)]
def named(problem):  # of a page's head, the message names the address
    return re.findall(r"/[^\\s,]+", problem.message) if problem.subject == "head" else [problem.subject]
pairs = ((file, problem) for problem in found for file in problem.pages or [problem.location.file])
told = [(file, address) for file, problem in pairs for address in named(problem)]
json.dump(told, sys.stdout)
"""


def build(folder: Path, pages: int) -> int:
    """Build a portal of ``pages`` pages in ``folder``, break links in it, and return how many."""
    generate(folder, pages)
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://help.example/"}
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder, check=True, env=env, capture_output=True
    )
    return plant(folder / "site")


def lychee(folder: Path) -> set[tuple[str, str]]:
    """Return (page, target) of each fault that lychee finds offline in ``folder``/site, fragments included.

    The page is empty for a stylesheet and the like. Raises RuntimeError where lychee can't be run.
    """
    program = Path(sys.executable).with_name("lychee")
    options = ["--offline", "--include-fragments", "--no-progress", "--format", "json", "--index-files", "index.html"]
    site = folder / "site"
    run = subprocess.run(
        [program, *options, "--root-dir", site, site], cwd=folder, capture_output=True, text=True, check=False
    )
    if run.returncode not in (0, 2):  # 2: it found faults
        raise RuntimeError(f"lychee failed: {run.stderr}")
    found = json.loads(run.stdout)["error_map"]
    return {(_page(file, site), _path(fault["url"], site)) for file, faults in found.items() for fault in faults}


def ours(folder: Path) -> set[tuple[str, str]]:
    """Return (page, target) of each fault of a link that the portal's rules find in ``folder``/site."""
    site = folder / "site"
    run = subprocess.run([sys.executable, "-c", OURS], cwd=folder, capture_output=True, text=True, check=True)
    return {(_page(file, site), _path(subject, site)) for file, subject in json.loads(run.stdout)}


def _page(file: str, site: Path) -> str:
    """Return the address of a page; of other files nothing, since lychee names the built one and we the source."""
    return _path(file, site) if file.endswith(".html") else ""


def _path(address: str, site: Path) -> str:
    """Return an address in one form for both: from the site's root, without query, index.html and slashes at its ends.

    What climbs above the root stays at it, as in browsers (URL Standard, "shorten a url's path"). Only a page keeps its
    fragment: of a file that is missing, lychee names it and we don't.
    """
    path = unquote(re.sub(r"^file://|\?[^#]*", "", address)).removeprefix(str(site)).removeprefix(str(site.parent))
    path, _, fragment = path.partition("#")
    path = re.sub(r"(^|/)index\.html$", "", path.strip("/"))
    return f"{path}#{fragment}" if fragment and (site / path / "index.html").exists() else path


def main() -> int:
    """Print both times and what one found and the other did not."""
    pages, runs = (list(map(int, sys.argv[1:])) + [1500, 3][len(sys.argv) - 1 :])[:2]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        planted = build(folder, pages)
        times: dict[str, list[float]] = {"lychee": [], "ours": []}
        found: dict[str, set] = {}
        for _ in range(runs):
            for who, check in (("lychee", lychee), ("ours", ours)):
                start = time.perf_counter()
                found[who] = check(folder)
                times[who].append(time.perf_counter() - start)
    medians = {who: statistics.median(taken) for who, taken in times.items()}
    missed = sorted(found["lychee"] - found["ours"])
    print(f"{pages} pages, {planted} links broken, each in another way, median of {runs} runs")
    for who, median in medians.items():
        print(f"{who:>7}: {median:6.2f} s, {len(found[who])} faults")
    print(f"  ratio: {medians['ours'] / medians['lychee']:6.2f} (limit 1.00)")
    for page, target in missed:
        print(f"found by lychee alone: {target} in {page or 'a file that is no page'}")
    return int(bool(missed) or medians["ours"] > medians["lychee"])


if __name__ == "__main__":
    try:
        sys.exit(main())
    except RuntimeError as error:
        sys.exit(str(error))
