"""The rooms of hooks/portal: allowed imports, names of modules, and lengths of modules and functions."""

import ast
from collections import Counter
from graphlib import TopologicalSorter
from itertools import combinations
from pathlib import Path

import pytest

GROUND = {"languages", "views"}  # anything may import these
# Each room imports only from rooms on lower levels, not from others on its own level.
LEVELS = (
    {"problems"},
    {"formats"},
    {"sources"},
    {"planning"},
    {"site"},
    {"preview", "checks", "publishing", "network"},
    {"arguments", "build", "confirmation", "crash", "explain"},
    {"__main__"},
)
LEVEL = {room: number for number, rooms in enumerate((GROUND, *LEVELS)) for room in rooms}

LONGEST_MODULE, LONGEST_FUNCTION = 200, 40
# Longer modules, with their maximum number of lines: these numbers may only fall.
LONG_MODULES = {}
# Names that differ only by a plural, participle or gerund ending are easily confused.
ENDINGS = ("s", "es", "d", "ed", "ing", "er")
# Exceptions: modules of different rooms that handle the same subject.
ALIKE = {
    ("checks/table.py", "formats/markdown/tables.py"): "the one table of checks, and the tables of Markdown",
    ("checks/table.py", "publishing/tables.py"): "the one table of checks, and the tables of pages",
    ("formats/markdown/code.py", "checks/links/codes.py"): "code in Markdown, and the codes of problems with links",
    ("formats/markdown/text.py", "checks/links/texts.py"): "one page's text, and the texts of all its links",
    ("problems/reports/text.py", "checks/links/texts.py"): "the report as text, and the texts of links",
    ("publishing/checklist/pdf.py", "site/pdfs.py"): "the one PDF that is made, and all that the site has",
    ("publishing/checklist/pdf.py", "checks/links/pdfs.py"): "the one PDF that is made, and links within any",
}


@pytest.fixture(scope="module")
def modules(project):
    """The syntax trees of the modules, by path below hooks/portal."""
    root = project / "hooks/portal"
    return {
        path.relative_to(root).as_posix(): ast.parse(path.read_text("utf-8")) for path in sorted(root.rglob("*.py"))
    }


def room(path):
    return Path(path).parts[0].removesuffix(".py")


def dotted(path):
    """Return the import name of a module."""
    return ".".join(("portal", *Path(path.removesuffix(".py")).parts)).removesuffix(".__init__")


def imported(tree):
    """Return the modules of ``portal`` that a module imports, at any level."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide their room"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return {name for name in names if name.startswith("portal.")}


def arrows(modules):
    """Return (module, room) for each import from one room into another."""
    return {
        (path, name.split(".")[1])
        for path, tree in modules.items()
        for name in imported(tree)
        if name.split(".")[1] != room(path) and path != "__init__.py"
    }


def breaches(modules):
    return sorted(f"{path} imports from {to}" for path, to in arrows(modules) if LEVEL[to] >= LEVEL[room(path)])


def test_each_room_has_its_level(modules):
    assert {room(path) for path in modules} - {"__init__"} == LEVEL.keys()


def test_rooms_import_only_from_rooms_below(modules):
    assert breaches(modules) == []


@pytest.mark.parametrize(
    ("path", "line", "breach"),
    [
        ("formats/yaml.py", "from portal.sources.facts import Facts", "formats/yaml.py imports from sources"),
        ("checks/run.py", "def f():\n    import portal.preview.run", "checks/run.py imports from preview"),
        ("problems/problem.py", "from portal import checks", "problems/problem.py imports from checks"),
        ("views.py", "from portal.problems import say", "views.py imports from problems"),
    ],
)
def test_an_import_upwards_or_sideways_is_reported(path, line, breach):
    assert breaches({path: ast.parse(line)}) == [breach]


def test_modules_have_no_circular_imports(modules):
    named = {dotted(path): tree for path, tree in modules.items()}
    graph = {
        name: {one if one in named else one.rpartition(".")[0] for one in imported(tree)} - {name}
        for name, tree in named.items()
    }
    list(TopologicalSorter(graph).static_order())  # raises CycleError


def alike(paths):
    """Return the pairs of modules whose names differ only by an ending."""
    named = sorted((Path(path).stem, path) for path in paths)
    pairs = (pair for pair in combinations(named, 2) if pair[1][0] in {pair[0][0] + ending for ending in ENDINGS})
    return {(one, other) for (_, one), (_, other) in pairs}


def test_no_two_module_names_differ_only_by_an_ending(modules):
    assert alike(modules) == ALIKE.keys()
    assert alike(["publishing/publish.py", "publishing/published.py"]) != set()


def test_modules_are_short(project, modules):
    root = project / "hooks/portal"
    lengths = {path: len((root / path).read_text("utf-8").splitlines()) for path in modules}
    long = {path: length for path, length in lengths.items() if length > LONGEST_MODULE}
    assert long.keys() == LONG_MODULES.keys()
    assert [path for path, length in long.items() if length > LONG_MODULES[path]] == []


def test_functions_are_short(modules):
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    lengths = Counter(
        {
            f"{path}: {node.name}": node.end_lineno - node.lineno + 1
            for path, tree in modules.items()
            for node in ast.walk(tree)
            if isinstance(node, functions)
        }
    )
    assert [name for name, length in lengths.items() if length > LONGEST_FUNCTION] == []
