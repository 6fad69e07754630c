import pytest
from portal.formats.javascript import module_addresses, worker_addresses


@pytest.mark.parametrize(
    ("script", "addresses"),
    [
        ('import "./a.js"; import x from "../b.js"; export * from "/c.js"', ["./a.js", "../b.js", "/c.js"]),
        ("import( './a.js' )", ["./a.js"]),
        ('import "bare"', []),
        ('new URL("a.png", import.meta.url)', ["a.png"]),
        ('// import "./a.js"\n/* import "./b.js" */ import "./c.js"', ["./c.js"]),
        ('const glob = "**/*.js"; const address = "//x"; import "./a.js"', ["./a.js"]),
        ("const it = 'it\\'s /* here'; import './a.js'", ["./a.js"]),
        ('import "./a.js" /* open', ["./a.js"]),
    ],
)
def test_what_a_module_loads(script, addresses):
    assert list(module_addresses(script)) == addresses


def test_the_workers_that_a_script_starts():
    assert list(worker_addresses('new Worker("./a.js"); new SharedWorker( "b.js", {}) // new Worker("c.js")')) == [
        "./a.js",
        "b.js",
    ]
