import pytest
from portal.formats.javascript import module_addresses, without_comments, worker_addresses


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


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("a // b\nc", "a  \nc"),
        ("a/* b */c", "a c"),
        ("return/* b\n */c", "return\nc"),
        ("/** @ignore */\nconst a = 1;", " \nconst a = 1;"),
        ("const a = '// b' + \"/* c */\";", "const a = '// b' + \"/* c */\";"),
        ("const a = `it's // b ${c} /* d */`; // e", "const a = `it's // b ${c} /* d */`;  "),
        (r"const a = /['\"/*]+\/\//u; // b", r"const a = /['\"/*]+\/\//u;  "),
        ("const a = b / c / d; // e", "const a = b / c / d;  "),
        ("f(/'/g, '//')", "f(/'/g, '//')"),
    ],
)
def test_comments_are_taken_out_of_a_script_and_nothing_else(script, code):
    assert without_comments(script) == code
