import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from portal.preview.failure import read_failure

CONFIG = """\
site_name: A
theme:
  name: materal
plugins:
  serch: {}
  i18n:
markdown_extensions:
  - tables
  - tabls
hooks:
  - hooks/a.py
site_url: !ENV [SITE_URL, "http://127.0.0.1/"]
1: {2: 3}
"""
PYTHON = """\
Traceback (most recent call last):
  File "<frozen runpy>", line 198, in _run_module_as_main
  File "{root}/.venv/lib/site-packages/mkdocs/__main__.py", line 285, in build_command
    cfg = config.load_config(**kwargs)
  File "{root}/hooks/switch_views.py", line 12, in <module>
    from portal.views import VIEWS
  File "{root}/hooks/portal/views.py", line 10
    VIEWS: : tuple = ()
           ^
SyntaxError: invalid syntax
"""
CHAINED = """\
Traceback (most recent call last):
  File "{root}/hooks/a.py", line 3, in f
KeyError: 'x'

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "{root}/.venv/lib/site-packages/b.py", line 4, in g
ValueError: one line
and another
"""
YAML = """\
Error: MkDocs encountered an error parsing the configuration file: while parsing a flow sequence
  in "{root}/mkdocs.yml", line 2, column 8
"""


@pytest.fixture
def told(tmp_path):
    def read(output, config=CONFIG):
        (tmp_path / "mkdocs.yml").write_bytes(config.encode() if isinstance(config, str) else config)
        return [
            (str(p.location), str(p.message)) for p in read_failure(output.replace("{root}", str(tmp_path)), tmp_path)
        ]

    return read


def test_an_error_of_python_is_told_at_the_last_line_of_our_own(told):
    assert told(PYTHON) == [("hooks/portal/views.py:10:1", "an error in the code: SyntaxError: invalid syntax")]
    assert told(CHAINED) == [("hooks/a.py:3:1", "an error in the code: ValueError: one line")]


def test_an_error_in_none_of_our_lines_has_no_place(told):
    assert told('Traceback (most recent call last):\n  File "/x.py", line 1\nA: b\n') == [
        ("", "an error in the code: A: b")
    ]


def test_a_configuration_that_is_no_yaml_is_told_in_our_words_at_its_place(told):
    [(location, message)] = told(YAML, "site_name: A\ntheme: [\nhooks:\n")
    assert location.startswith("mkdocs.yml:") and message.startswith("not valid YAML: ")
    assert told(YAML, b"\xff") == [("mkdocs.yml", "mkdocs.yml can't be read: it is not UTF-8 text")]


@pytest.mark.parametrize(
    ("said", "location"),
    [
        ("'theme': Unrecognised theme name: 'materal'. The available themes are: mkdocs, material", "3:9"),
        ("'plugins': The \"serch\" plugin is not installed", "5:3"),
        ("'markdown_extensions': Failed to load extension 'tabls'.", "9:5"),
        ("'hooks': The path '/a/hooks/a.py' isn't an existing file.", "11:5"),
        ("'theme': it is all wrong", "2:1"),
    ],
)
def test_an_option_that_is_refused_is_told_where_it_stands(told, said, location):
    [(found, message)] = told(f"ERROR   -  Config value {said}\n\nAborted with a configuration error!\n")
    assert found == f"mkdocs.yml:{location}" and message.replace(": ", "': ", 1) in said


def test_an_option_that_is_not_there_is_told_in_the_file(told):
    assert told("ERROR   -  Config value 'docs_dir': Required.") == [("mkdocs.yml", "docs_dir: Required.")]


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("\nerror[build]: no file\n\nAborted\n", "no file"),
        ("ERROR   -  Bad\nAborted", "Bad"),
        ("a\nb\n", "b"),
        ("", "the build ended without a word"),
    ],
)
def test_whatever_else_it_said_is_told(told, output, message):
    assert told(output) == [("", message)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(
    words=st.text(),
    config=st.sampled_from([CONFIG, "", "- a", "a", "nav: !ENV [a]\n1: {2: 3}"]),
    start=st.sampled_from([PYTHON, "", "E"]),
)
def test_whatever_it_said_there_is_a_word(told, words, config, start):
    assert all(message for _, message in told(start + words, config))
    assert all(message for _, message in told(f"Config value 'nav': {words}", config))
