"""Takes the README's screenshot of the site: python .ci/picture.py writes .ci/picture.png from the site in site/."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PROJECT = Path(__file__).parents[1]
sys.path[:0] = [str(PROJECT / "hooks"), str(PROJECT / "tests")]

from audit.serve import serve  # shared with the tests
from portal.sources.serving import read_serving

PAGE = "en/admin/checklist/"
SIZE = {"width": 1280, "height": 720}  # CSS pixels


def main() -> None:
    """Serve the built site with its headers, and take a screenshot of one page in the light theme."""
    headers = read_serving(PROJECT / "deploy/serving.yml").headers
    with serve(PROJECT / "site", headers) as address, sync_playwright() as playwright:
        program = shutil.which("chromium-headless-shell")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport=SIZE, color_scheme="light", reduced_motion="reduce")
        page.goto(address + PAGE, wait_until="networkidle")
        page.screenshot(path=PROJECT / ".ci/picture.png")
        browser.close()


if __name__ == "__main__":
    main()
