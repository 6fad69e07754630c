import pytest
from contexts import facts_context
from portal.checks.asset_versions import check_asset_versions


@pytest.fixture
def told(write_docs):
    def find(name, text):
        context = facts_context(write_docs({f"assets/{name}": text}))
        return [(one.code, str(one.location)) for one in check_asset_versions(context.project, context)]

    return find


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("a.svg", "<svg><path d='M23.9.25'/>\n<text x='1'>Android 23.9.25</text></svg>", "2:21"),
        ("a.css", "a { width: 23.9em }\na::after { content: 'Version 42.7' }", "2:30"),
        ("a.js", "const a = 23.9;\nconst b = `Client 23.9.25`;", "2:19"),
    ],
)
def test_an_unknown_version_that_an_asset_shows_is_told_at_its_place(told, name, text, place):
    assert told(name, text) == [("version-unknown", f"docs/assets/{name}:{place}")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.svg", "<svg><path d='M23.9.25 42.7'/><text>Android 23.9.26</text></svg>"),
        ("a.css", "a::after { content: '23.9.26'; margin: 42.7px }"),
        ("a.js", "const a = 42.7; const b = 'v1.2.3';"),
    ],
)
def test_measures_and_known_versions_are_not(told, name, text):
    assert told(name, text) == []
