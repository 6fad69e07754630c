"""Renames: where files have gone, as Git's history tells."""

import subprocess
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=4)
def renamed_files(project: Path) -> dict[str, str]:
    """Return the present path of each file that Git saw renamed, by its old one; both relative to ``project``.

    Empty where there is no Git, no repository or no history.
    """
    command = ["git", "-c", "core.quotePath=false", "log", "--relative", "--diff-filter=R", "-M", "--name-status"]
    try:
        run = subprocess.run([*command, "--format="], cwd=project, capture_output=True, check=False)
    except OSError:
        return {}
    new_names: dict[str, str] = {}
    for line in run.stdout.decode("utf-8", "replace").splitlines():  # newest first
        _, old, new = (line.split("\t") + ["", ""])[:3]
        if new:
            new_names.setdefault(old, new_names.get(new, new))
    return {old: new for old, new in new_names.items() if (project / new).is_file()}
