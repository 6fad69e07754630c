"""The benchmarks run: what they name is there, what they read can be read, and they judge. No test holds a time."""

import json
import re
import shutil
from types import SimpleNamespace

import checks
import links
import pytest
import readers
import search
import serving as load  # "serving" is a fixture here
from link_faults import IN_BODY, IN_HEAD, IN_SHEET, KINDS, plant
from others import build_material, filled, for_starlight


# ---- Serving
@pytest.mark.parametrize(("what", "pattern", "accepted"), load.CASES)
def test_every_case_of_the_serving_names_a_file_and_its_encoding(ask, folder, what, pattern, accepted):
    reply = ask(load.path_of(folder, pattern), Accept_Encoding=accepted)
    encoding = {"gzip": "gzip", "Brotli": "br"}.get(what.rpartition(", ")[2])
    assert (reply.status, reply.getheader("Content-Encoding")) == (200, encoding)


def test_a_case_that_names_no_file_or_several_is_told(folder):
    with pytest.raises(RuntimeError, match=r"CASES names assets/gone\.\*\.css, and the site has 0 such files"):
        load.path_of(folder, "assets/gone.*.css")
    with pytest.raises(RuntimeError, match=r"the site has [2-9] such files: assets/fonts/"):
        load.path_of(folder, "assets/fonts/*.woff2")


def test_serving_fewer_requests_than_the_limit_fails(monkeypatch, capsys):
    ratios = iter((0.95, 0.94))
    monkeypatch.setattr("sys.argv", ["serving.py"])
    monkeypatch.setattr(load, "CASES", load.CASES[-2:])
    monkeypatch.setattr(load, "compare", lambda *_: ([(1000, 1), (1000, 1)], next(ratios)))  # of wrk, which tests lack
    assert load.main() == 1
    assert capsys.readouterr().out.endswith("0.94\nbelow the limit: font\n")


# ---- Search
def test_the_search_is_measured_by_queries_and_pages_that_exist(site):
    measured = dict(search.queries())
    assert len(measured) > 40
    assert [page for pages in measured.values() for page in pages if f"{page}index.html" not in site.pages] == []


def test_each_engine_of_the_comparison_has_its_module_and_its_packages_are_pinned():
    folder = search.PROJECT / "benchmarks/search"
    assert {path.stem for path in folder.glob("*.js")} == set(search.ENGINES)
    wanted = json.loads((folder / "package.json").read_text("utf-8"))["dependencies"]
    assert json.loads((folder / "package-lock.json").read_text("utf-8"))["packages"][""]["dependencies"] == wanted


def test_a_hit_counts_for_its_page_alone():
    wanted = next(iter(search.queries()))
    found = {query: [*pages] if query == wanted[0] else [] for query, pages in search.queries()}
    row = search.row("ours", 48, {"bytes": 29_000, "index": 1, "answer": 2, "memory": 3e6, "found": found}, 0)
    share = 1 / len(dict(search.queries()))
    assert row == f"| 48 | ours | 29 | 1 | 2 | 3.0 | – | {share:.0%} / {share:.0%} |"


# ---- Readers
def result(site, **measured):
    metrics = {"bytes": 50_000, "lcp": 1000, "tbt": 10, "cls": 0} | measured
    return {"url": f"http://{site}/user/", "requests": metrics.pop("requests", 7), "metrics": metrics}


@pytest.mark.parametrize(
    ("measured", "said"),
    [
        ({}, []),
        ({"lcp": 1004}, []),  # 1.00 s, as is Starlight's
        ({"lcp": 1020}, ["LCP: 1.02 s, Starlight has 1.00"]),
        ({"tbt": 11}, ["TBT: 11 ms, Starlight has 10"]),
        ({"tbt": 0, "lcp": 900, "bytes": 75_000, "requests": 10}, []),
        ({"bytes": 75_001}, ["sent: 75.001 KB at http://portal/user/, at most 75"]),
        ({"requests": 11}, ["requests: 11 at http://portal/user/, at most 10"]),
        ({"cls": 0.0001}, ["CLS: 0.0001 at http://portal/user/, at most 0"]),
    ],
)
def test_a_portal_that_is_worse_than_expected_is_told(measured, said):
    assert list(readers.faults({"portal": [result("portal", **measured)], "Starlight": [result("Starlight")]})) == said


def test_medians_are_compared_and_the_worst_page_is_held_to_the_limits():
    ours = [result("portal", lcp=lcp) for lcp in (900, 950, 3000)] + [result("portal", requests=12, lcp=900)]
    theirs = [result("Starlight", lcp=1000, requests=99, bytes=10**6, cls=1)]
    assert list(readers.faults({"portal": ours, "Starlight": theirs})) == [
        "requests: 12 at http://portal/user/, at most 10"
    ]


def test_readers_are_measured_six_times_on_every_page_and_what_is_not_kept_fails(monkeypatch, capsys):
    asked = []

    def measure(addresses, runs):
        asked.append((len(addresses), runs))
        return {"portal": [result("portal", requests=11)], "Starlight": [result("Starlight")]}

    monkeypatch.setattr(readers, "measure", measure)
    monkeypatch.setattr("sys.argv", ["readers.py"])
    assert readers.main() == 1
    assert "not kept: requests: 11" in capsys.readouterr().out
    monkeypatch.setattr("sys.argv", ["readers.py", "2", "user/", "admin/"])
    assert readers.main() == 1
    assert asked == [(len(readers.WRITTEN), 6), (2, 2)]


def test_every_page_can_be_written_for_the_others(tmp_path):
    for language, root in (("de", ""), ("en", "en")):
        for path in readers.WRITTEN:
            text = for_starlight(*filled(path, language), path, root)
            assert not re.search(r"\{[{#]|^ *!!!|\.md[)#]", text, re.MULTILINE), path
    assert (build_material(tmp_path, readers.WRITTEN) / "en/admin/checklist/index.html").exists()


@pytest.mark.parametrize("folder", ["benchmarks/starlight", ".ci", ".ci/lighthouse", ".ci/search"])
def test_what_npm_installs_is_pinned_with_hashes_as_package_json_says(project, folder):
    wanted = json.loads((project / folder / "package.json").read_text("utf-8"))["dependencies"]
    packages = json.loads((project / folder / "package-lock.json").read_text("utf-8"))["packages"]
    assert packages.pop("")["dependencies"] == wanted
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert [path for path, package in packages.items() if not package.get("integrity", "").startswith("sha512-")] == []


# ---- Checks
def test_lychee_finds_links_broken_in_every_kind_and_so_do_we(copy, build):
    shutil.copytree(build[0], copy / "site")
    plant(copy / "site")
    found = links.lychee(copy)
    named = {**IN_BODY, **IN_HEAD, **IN_SHEET}
    targets = " ".join(target.casefold() for _, target in found) + " "
    numbers = {int(number) for number in re.findall(r"-(\d+)[/.# ]", targets)}
    assert [kind for n, kind in enumerate(KINDS) if "{n}" in named[kind] and n not in numbers] == []
    assert {"user/HELP", "assets/images"} <= {target for _, target in found}  # these have no number
    assert found - links.ours(copy) == set()


@pytest.mark.parametrize(
    ("found", "seconds", "status"), [(set(), 2, 0), ({("user", "user/gone")}, 1, 1), (set(), 2.1, 1)]
)
def test_a_fault_that_only_lychee_finds_fails_and_so_does_more_time(monkeypatch, found, seconds, status):
    monkeypatch.setattr("sys.argv", ["links.py", "48", "1"])
    monkeypatch.setattr(links, "build", lambda *_: 1)
    monkeypatch.setattr(links, "lychee", lambda _: found)
    monkeypatch.setattr(links, "ours", lambda _: set())
    clock = iter((0, 2, 2, 2 + seconds))  # lychee takes two seconds
    monkeypatch.setattr(links, "time", SimpleNamespace(perf_counter=lambda: next(clock)))
    assert links.main() == status


def test_the_checks_can_be_measured():
    pages, build_time, check_time = checks.measure(1)
    assert pages >= 48 and 0 < check_time < build_time
