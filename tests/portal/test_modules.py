"""Every module of the rules can be imported; that none needs another to come first, test_rooms.py says."""

import subprocess
import sys

ALL = """
import importlib, pathlib
names = [".".join(path.with_suffix("").parts) for path in sorted(pathlib.Path("portal").rglob("*.py"))]
for name in (name.removesuffix(".__init__") for name in names if not name.endswith("__main__")):
    importlib.import_module(name)
"""


def test_every_module_can_be_imported(project):
    run = subprocess.run(
        [sys.executable, "-c", ALL], cwd=project / "hooks", check=False, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
