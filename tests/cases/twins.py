"""Rules that are written twice, in Python and as a script: their shared cases, and a way to ask the script."""

import json
import subprocess
from pathlib import Path

PROJECT = Path(__file__).parents[2]
SCRIPTS = PROJECT / "docs/assets/javascripts"
# The module without a page: nothing to start. Questions are lists of arguments, answers come back as JSON.
ASK = """\
globalThis.document = { querySelectorAll: () => [] };
import { readFileSync } from "node:fs";
const [module, name] = process.argv.slice(1);
const rule = (await import(module))[name];
const questions = JSON.parse(readFileSync(0, "utf-8"));
process.stdout.write(JSON.stringify(questions.map((question) => rule(...question))));
"""


def read_cases(name: str) -> list[tuple[str, ...]]:
    """Return the lines of a table of cases, cell by cell."""
    lines = (PROJECT / "tests/cases" / name).read_text("utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if not line.startswith("#")]


def ask_script(module: str, name: str, questions: list[list]) -> list:
    """Return what the function of a module of the site answers to each list of arguments."""
    node = [PROJECT / ".venv/bin/node", "--input-type=module", "--eval", ASK, "--"]
    asked = [*node, (SCRIPTS / module).as_uri(), name]
    answer = subprocess.run(asked, input=json.dumps(questions), text=True, capture_output=True, check=True)
    return json.loads(answer.stdout)
