"""Every engine knows what the stylesheet says, or what it says for those that do not: none drops it in silence."""

import pytest

from engines.reader import Reader
from engines.stylesheet import read_rules, spelled_out

# What engines may lack, and what their readers have then: properties by name, selectors and conditions as they stand.
FALLBACK_FONT = "text moves a little when the font comes; font-display: optional keeps it from that on a first visit"
NO_FORCED_COLOURS = "there are no forced colours"
PHONES = "only browsers of phones enlarge text by themselves"
PROGRESS = "::-webkit-progress-value says the same"
LACKING = {
    "chrome-headless-shell": {".checklist-bar::-moz-progress-bar": PROGRESS},
    "firefox": {
        "orphans": "a paragraph may leave one line on a printed page",
        "text-size-adjust": PHONES,
        "widows": "a paragraph may take one line to the next printed page",
    },
    "MiniBrowser": {
        ".checklist-bar::-moz-progress-bar": PROGRESS,
        "ascent-override": FALLBACK_FONT,
        "descent-override": FALLBACK_FONT,
        "line-gap-override": FALLBACK_FONT,
        "forced-color-adjust": NO_FORCED_COLOURS,
        "text-size-adjust": PHONES,
    },
}

# Whether the engine keeps each rule: one of a selector and of a condition, and one declaration.
KEEPS = """const sheet = new CSSStyleSheet();
return arguments[0].map((css) => {
  sheet.replaceSync(css);
  const [rule] = sheet.cssRules;
  return Boolean(rule && (rule.style ? rule.style.length : rule.conditionText !== "not all"));
});"""


@pytest.fixture(scope="module")
def rules(build):
    """The rules of the published stylesheet."""
    [path] = build[0].glob("assets/stylesheets/site.*.css")
    return read_rules(path.read_text("utf-8"))


@pytest.fixture
def dropped(engine, address):
    """Return a function that returns which of the given rules the engine drops."""
    engine.get(address)

    def dropped(css):
        kept = engine.execute_script(KEEPS, css)
        return {text for text, keeps in zip(css, kept, strict=True) if not keeps}

    return dropped


def bare(name):
    """Return a property's name without a vendor's prefix."""
    return name.split("-", 2)[2] if name.startswith("-") and not name.startswith("--") else name


def lacking_preludes(rules, dropped):
    """Return the selectors and conditions that the engine does not know."""
    selectors = {rule.prelude for rule in rules if not rule.prelude.startswith("@")}
    conditions = {condition for rule in rules for condition in rule.conditions}
    unknown = dropped([f"{text} {{ color: red }}" for text in sorted(selectors)])
    unknown |= dropped([f"{text} {{ a {{ color: red }} }}" for text in sorted(conditions)])
    return {text.partition(" {")[0] for text in unknown}


def lacking_declarations(rules, dropped):
    """Return the declarations that the engine drops with no other of their property beside them, by property."""
    written = {}
    for rule in rules:
        context = rule.prelude if rule.prelude.startswith("@") else "a"
        for name, value in rule.declarations:
            whole = [f"{context} {{ {name}: {each} }}" for each in spelled_out(rules, value)]
            written.setdefault((rule, bare(name)), []).append(whole)
    unknown = dropped(sorted({text for ways in written.values() for way in ways for text in way}))
    return {
        name: f"line {rule.line}: {rule.prelude} {{ {name}: … }}"
        for (rule, name), ways in written.items()
        if all(unknown.intersection(way) for way in ways)
    }


def test_each_engine_knows_the_stylesheet_but_for_what_its_readers_do_without(rules, dropped, engine):
    assert sum(len(rule.declarations) for rule in rules) > 500
    lacking = dict.fromkeys(lacking_preludes(rules, dropped), "") | lacking_declarations(rules, dropped)
    expected = LACKING[engine.name]
    assert {name: location for name, location in lacking.items() if name not in expected} == {}
    assert expected.keys() - lacking.keys() == set()  # what is known by now stands in the list no more


@pytest.mark.parametrize(
    ("css", "lacks"),
    [
        ("a { content: counter(x) / counter(x) '.' }", {"firefox", "MiniBrowser"}),
        ("a { content: counter(x); content: counter(x) / counter(x) '.' }", set()),
        (":root { --tone: light-dark(#fff, no-colour) } a { color: var(--tone) }", set(LACKING)),
        ("a { -webkit-unheard-of: 1; color: red; colour: red }", set(LACKING)),
        ("@media print { @page { margin: wide } }", set(LACKING)),
        ("@font-face { font-display: never }", set(LACKING)),
        ("a:unheard-of { color: red }", set(LACKING)),
        ("@media (unheard-of) { a { color: red } }", set()),  # valid, and never true
        ("@media print screen { a { color: red } }", set(LACKING)),
    ],
)
def test_what_an_engine_drops_is_found(css, lacks, dropped, engine):
    rules = read_rules(css)
    found = lacking_preludes(rules, dropped) or lacking_declarations(rules, dropped)
    assert bool(found) == (engine.name in lacks)


def test_each_step_shows_its_number(engine, address):
    reader = Reader(engine, address, "de", 1280)
    reader.open("admin/book/")
    steps = reader.all("#step-1 ~ ol > li")
    assert steps
    for step in steps:
        number = reader.look(step).convert("L").crop((0, 0, 36, 44))
        darkest, brightest = number.getextrema()
        assert brightest - darkest > 80  # something stands there
