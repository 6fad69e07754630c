"""What our nginx configuration costs: python benchmarks/serving.py [SECONDS].

Builds the site and serves it twice on this machine, by nginx as Debian sets it up and by nginx with our configuration.
wrk asks both in turn, 5 seconds each time (or as many as asked). Prints requests per second and the time within which
99 % of the replies came, and ours in relation to plain nginx: at least 0.95 of its requests per second.
"""

import os
import re
import statistics
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from generate import PROJECT

sys.path.insert(0, str(PROJECT / "tests"))

from nginx import DEBIAN, nginx

LIMIT = 0.95
ROUNDS = 5  # an odd number has a median; in turns, so that what else the machine does hits both
CONNECTIONS = 32
CASES = (  # (what is asked for, the one file of the site that fits, what the client accepts); browsers accept Brotli
    ("page, as it is", "user/before/index.html", "identity"),
    ("page, gzip", "user/before/index.html", "gzip"),
    ("page, Brotli", "user/before/index.html", "gzip, deflate, br"),
    ("stylesheet, gzip", "assets/stylesheets/site.*.css", "gzip"),
    ("stylesheet, Brotli", "assets/stylesheets/site.*.css", "gzip, deflate, br"),
    ("font", "assets/fonts/*-regular.*.woff2", "gzip, deflate, br"),
)
UNITS = {"us": 1e-3, "ms": 1, "s": 1e3}


def path_of(site: Path, pattern: str) -> str:
    """Return the path of the one file of the site that matches. Raises RuntimeError for none or several."""
    found = [file.relative_to(site).as_posix() for file in site.glob(pattern)]
    if len(found) != 1:
        raise RuntimeError(f"CASES names {pattern}, and the site has {len(found)} such files: {', '.join(found)}")
    return "/" + found[0].removesuffix("index.html")


def load(port: int, path: str, accepted: str, seconds: int) -> tuple[float, float]:
    """Return requests per second, and the 99th percentile of the latency in milliseconds."""
    libraries = ":".join(str(folder) for folder in DEBIAN.glob("usr/lib/*-linux-gnu"))
    command = [DEBIAN / "usr/bin/wrk", "--latency", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s"]
    command += ["-H", f"Accept-Encoding: {accepted}", f"http://127.0.0.1:{port}{path}"]
    environment = {**os.environ, "LD_LIBRARY_PATH": libraries}
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    slowest, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)\b", said).groups()
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said).group(1)), float(slowest) * UNITS[unit]


def compare(ports: tuple[int, int], path: str, accepted: str, seconds: int) -> tuple[list[tuple[float, float]], float]:
    """Return the medians of plain nginx and of ours, and the median of the rounds' ratios of requests per second.

    A round's two runs follow each other, so that they find the machine in the same state; the medians need not.
    """
    rounds = [[load(port, path, accepted, seconds) for port in ports] for _ in range(ROUNDS)]
    medians = [tuple(map(statistics.median, zip(*runs, strict=True))) for runs in zip(*rounds, strict=True)]
    return medians, statistics.median(ours[0] / plain[0] for plain, ours in rounds)


def main() -> int:
    """Print a row per case; exit status 1 where ours answers fewer requests than the limit."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print(f"{'':<18} {'plain nginx':>24} {'ours':>24} {'ratio':>7}   (limit {LIMIT})")
    slow = []
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder, site = Path(name), Path(name) / "site"
        build = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(site)]
        subprocess.run(build, cwd=PROJECT, check=True, stdout=subprocess.DEVNULL)
        plain = stack.enter_context(nginx(folder / "plain", site))
        ours = stack.enter_context(nginx(folder / "ours", site, PROJECT / "deploy/nginx.conf"))
        for what, pattern, accepted in CASES:
            results, ratio = compare((plain, ours), path_of(site, pattern), accepted, seconds)
            if ratio < LIMIT:
                slow.append(what)
            cells = [f"{rate:>10,.0f}/s p99 {slowest:>5.1f} ms" for rate, slowest in results]
            print(f"{what:<18} {cells[0]:>24} {cells[1]:>24} {ratio:>7.2f}", flush=True)
    for what in slow:
        print(f"below the limit: {what}")
    return int(bool(slow))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except RuntimeError as error:
        sys.exit(str(error))
