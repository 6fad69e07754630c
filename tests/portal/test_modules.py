"""Every module of the rules can be imported on its own."""

import subprocess
import sys

EACH_FIRST = """
import importlib, pathlib, sys
names = [".".join(path.with_suffix("").parts) for path in sorted(pathlib.Path("portal").rglob("*.py"))]
for name in (name.removesuffix(".__init__") for name in names if not name.endswith("__main__")):
    for loaded in [loaded for loaded in sys.modules if loaded.startswith("portal")]:
        del sys.modules[loaded]
    importlib.import_module(name)
"""


def test_each_module_can_be_imported_first(project):
    run = subprocess.run(
        [sys.executable, "-c", EACH_FIRST], cwd=project / "hooks", check=False, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
