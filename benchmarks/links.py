"""Our check of links against lychee's, on the same site: python benchmarks/links.py [PAGES] [RUNS].

Builds a portal of 1,500 pages (or as many as asked), breaks links of many kinds in it, and lets both look, each in a
process of its own, in turn: lychee offline and with fragments. Exit status 1 where lychee finds a fault that we don't,
or takes less time (medians). Needs the dependencies of the group `benchmark`.
"""

import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import unquote

from generate import PROJECT, generate

FAULTS = {
    "page": '<a href="../gone-{n}/">x</a>',
    "page from the top": '<a href="/gone-{n}/">x</a>',
    "anchor": '<a href="#gone-{n}">x</a>',
    "anchor of another page": '<a href="../help/#gone-{n}">x</a>',
    "image": '<img src="gone-{n}.png" alt="">',
    "srcset": '<img srcset="/gone-{n}.png 1x" alt="">',
    "stylesheet": '<link rel="stylesheet" href="/gone-{n}.css">',
    "script": '<script src="/gone-{n}.js"></script>',
    "video": '<video src="gone-{n}.webm" poster="gone-{n}.jpg"></video>',
    "download": '<a href="gone-{n}.pdf">x</a>',
}
OURS = """
import json, sys
from pathlib import Path
from portal.check import Project
from portal.discovery import check_discovery
from portal.links import check_links
from portal.locate import Locator
from portal.pdfs import read_pdfs
from portal.site import Site
project = Project(Path("docs").resolve(), Path("mkdocs.yml").resolve(), Path("overrides").resolve())
site = Site(Path("site").resolve(), Path.cwd())
locator = Locator(site, project.sources, project.facts_file.facts.values, project.other_texts)
found = [*check_links(site, locator, "https://help.example/", read_pdfs(site)[0]), *check_discovery(site, locator, "https://help.example/")]
json.dump([[page, problem.subject] for problem in found for page in problem.pages], sys.stdout)
"""


def build(folder: Path, pages: int) -> int:
    """Build a portal of ``pages`` pages in ``folder``, break links in it, and return the number of faults."""
    generate(folder, pages)
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://help.example/"}
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder, check=True, env=env, capture_output=True
    )
    chosen = random.Random(1).sample(sorted((folder / "site/user").glob("*/index.html")), 2 * len(FAULTS))
    for number, page in enumerate(chosen):
        html = list(FAULTS.values())[number % len(FAULTS)].format(n=number)
        page.write_text(page.read_text("utf-8").replace("</article>", html + "</article>", 1), "utf-8")
    return len(chosen)


def lychee(folder: Path) -> set[tuple[str, str]]:
    """Return (page, target) of each fault that lychee finds offline, fragments included."""
    program = Path(sys.executable).with_name("lychee")
    options = ["--offline", "--include-fragments", "--no-progress", "--format", "json", "--index-files", "index.html"]
    site = folder / "site"
    run = subprocess.run(
        [program, *options, "--root-dir", site, str(site / "**/*.html")], cwd=folder, capture_output=True, text=True
    )
    found = json.loads(run.stdout)["error_map"]
    return {(_path(page, site), _path(fault["url"], site)) for page, faults in found.items() for fault in faults}


def ours(folder: Path) -> set[tuple[str, str]]:
    """Return (page, target) of each fault of a link that the portal's rules find."""
    env = {**os.environ, "PYTHONPATH": str(PROJECT / "hooks")}
    run = subprocess.run([sys.executable, "-c", OURS], cwd=folder, env=env, capture_output=True, text=True, check=True)
    return {(page, _path(subject, folder / "site")) for page, subject in json.loads(run.stdout)}


def _path(address: str, site: Path) -> str:
    """Return an address of the site in one form for both: without index.html and slashes at its ends."""
    path = unquote(re.sub(r"^file://", "", address)).removeprefix(str(site)).strip("/")
    return re.sub(r"(^|/)index\.html(?=#|$)", "", path) if "#" in path or path.endswith("index.html") else path


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
                result = check(folder)
                times[who].append(time.perf_counter() - start)
                found[who] = {(_path(page, folder / "site"), target) for page, target in result}
    medians = {who: statistics.median(taken) for who, taken in times.items()}
    missed = sorted(found["lychee"] - found["ours"])
    print(f"{pages} pages, {planted} pages with faults, median of {runs} runs")
    for who, median in medians.items():
        print(f"{who:>7}: {median:6.2f} s, {len(found[who])} faults")
    print(f"  ratio: {medians['ours'] / medians['lychee']:6.2f} (limit 1.00)")
    for page, target in missed:
        print(f"found by lychee alone: {target} in {page}")
    return int(bool(missed) or medians["ours"] > medians["lychee"])


if __name__ == "__main__":
    sys.exit(main())
