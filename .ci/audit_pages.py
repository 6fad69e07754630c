"""Runs Lighthouse on every page of the site: python .ci/audit_pages.py [PATH…], such as user/ or en/admin/help/.

Builds the site, serves it with its headers and prints failed audits. Exit status 0: accessibility, best practices and
SEO are 100 everywhere, 1: they are not, or Lighthouse failed on a page.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).parents[1]
sys.path[:0] = [str(PROJECT / "hooks"), str(PROJECT / "tests")]

from audit.lighthouse import judge  # shared with the tests
from audit.pages import EVERY_ADDRESS, MISSING
from audit.serve import serve
from portal.sources.serving import read_serving

CATEGORIES = ("accessibility", "best-practices", "seo")


def main() -> int:
    """Run Lighthouse on the given pages, or on all but the error pages, which search engines should not index."""
    paths = sys.argv[1:] or [path for path in EVERY_ADDRESS if path not in MISSING.values()]
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        build = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", folder + "/site"]
        subprocess.run(build, cwd=PROJECT, check=True, stdout=subprocess.DEVNULL)
        headers = read_serving(PROJECT / "deploy/serving.yml").headers
        with serve(Path(folder, "site"), headers) as address:
            for result in judge([address + path for path in paths], CATEGORIES):
                low = {name: score for name, score in result["scores"].items() if score != 1}
                if low:
                    bad += 1
                    scores = ", ".join(f"{name} {100 * (score or 0):.0f}" for name, score in low.items())
                    print(f"{result['url']}: {scores}", *result["failed"], sep="\n    ", flush=True)
    print(f"Lighthouse: {len(paths) - bad} of {len(paths)} pages have 100 for {', '.join(CATEGORIES)}")
    return 1 if bad else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (RuntimeError, subprocess.CalledProcessError) as error:
        sys.exit(str(error))
