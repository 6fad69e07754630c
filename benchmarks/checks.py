"""What the checks of versions, durations and translations cost: python benchmarks/checks.py [PAGES ...].

Builds portals of 24 and 1,500 pages (or as many as asked), and prints the checks' share of the build's CPU time, with
the time per page: linear where it stays the same.
"""

import os
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from generate import PROJECT, generate

sys.path.insert(0, str(PROJECT / "hooks"))

from portal.checks.context import SiteContext
from portal.checks.site_text import check_other_files, check_pages, count_versions
from portal.checks.table import CHECKS
from portal.site.locate import Locator
from portal.site.pdfs import read_pdfs
from portal.site.site import Site
from portal.sources.project import Project

LIMIT = 0.05


def measure(pages: int) -> tuple[int, float, float]:
    """Return the number of pages built, the CPU seconds of the whole build, and those of the checks."""
    with tempfile.TemporaryDirectory() as name:
        folder = generate(Path(name), pages)
        before = os.times()
        build = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
        subprocess.run(
            build,
            cwd=folder,
            check=True,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        after = os.times()
        total = after.children_user + after.children_system - before.children_user - before.children_system
        project = Project(folder / "docs", folder / "mkdocs.yml", folder / "overrides")
        facts, sources, site = project.facts_file.facts, project.sources, Site(folder / "site")
        locator, (pdfs, _) = Locator(site, sources, facts.values), read_pdfs(site)
        context = SiteContext(project, date.today(), facts, site, locator, site.address, tuple(pdfs), ())
        for page in site.pages.values():
            _ = page.links  # the check of links parses every page before, in a build too
        start = time.process_time()
        compared = [check.find(context) for check in CHECKS if check.scope in ("page", "pair", "project", "dates")]
        for found in (*compared, check_pages(site, context), check_other_files(site, context)):
            list(found)
        count_versions(site, facts, pdfs)
        return len(site.pages), total, time.process_time() - start


def main() -> int:
    """Print a row per size; exit status 1 where the checks cost more than the limit."""
    print(f"{'pages':>6} {'build':>9} {'checks':>9} {'per page':>10} {'share':>7}   (limit {LIMIT:.0%})")
    worst = 0.0
    for pages in map(int, sys.argv[1:] or ("24", "1500")):
        count, total, checks = measure(pages)
        worst = max(worst, checks / total)
        print(f"{count:>6} {total:>7.1f} s {checks:>7.2f} s {checks / count * 1000:>7.2f} ms {checks / total:>7.1%}")
    return int(worst > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
