"""The same sources give the same bytes: on any day, and with any history that Git knows."""

import re
import subprocess


def test_the_sitemap_has_the_day_of_each_pages_last_commit_not_that_of_the_build(build, project):
    entries = re.findall(
        r"<loc>https?://[^/]+/([^<]*)</loc>\s*<lastmod>([^<]*)<", (build[0] / "sitemap.xml").read_text()
    )
    days = dict(entries)
    for url, page in (("privacy/", "de/privacy.md"), ("en/privacy/", "en/privacy.md")):
        command = ["git", "log", "-1", "--format=%cd", "--date=format-local:%Y-%m-%d", "--", f"docs/{page}"]
        run = subprocess.run(
            command, cwd=project, env={"TZ": "UTC", "PATH": "/usr/bin:/bin"}, check=True, capture_output=True, text=True
        )
        assert days[url] == run.stdout.strip()
