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
def failures(tmp_path):
    def read(output, config=CONFIG):
        (tmp_path / "mkdocs.yml").write_bytes(config.encode() if isinstance(config, str) else config)
        return [
            (str(p.location), str(p.message)) for p in read_failure(output.replace("{root}", str(tmp_path)), tmp_path)
        ]

    return read


def test_a_python_error_is_reported_at_the_last_frame_in_our_code(failures):
    assert failures(PYTHON) == [("hooks/portal/views.py:10:1", "an error in the code: SyntaxError: invalid syntax")]
    assert failures(CHAINED) == [("hooks/a.py:3:1", "an error in the code: ValueError: one line")]


def test_a_python_error_outside_our_code_has_no_location(failures):
    assert failures('Traceback (most recent call last):\n  File "/x.py", line 1\nA: b\n') == [
        ("", "an error in the code: A: b")
    ]


def test_invalid_yaml_in_the_configuration_is_reported_with_its_location(failures):
    [(location, message)] = failures(YAML, "site_name: A\ntheme: [\nhooks:\n")
    assert location.startswith("mkdocs.yml:") and message.startswith("not valid YAML: ")
    assert failures(YAML, b"\xff") == [("mkdocs.yml", "mkdocs.yml can't be read: it is not UTF-8 text")]


@pytest.mark.parametrize(
    ("reason", "location"),
    [
        ("'theme': Unrecognised theme name: 'materal'. The available themes are: mkdocs, material", "3:9"),
        ("'plugins': The \"serch\" plugin is not installed", "5:3"),
        ("'markdown_extensions': Failed to load extension 'tabls'.", "9:5"),
        ("'hooks': The path '/a/hooks/a.py' isn't an existing file.", "11:5"),
        ("'theme': it is all wrong", "2:1"),
    ],
)
def test_a_rejected_option_is_reported_at_its_location(failures, reason, location):
    [(found, message)] = failures(f"ERROR   -  Config value {reason}\n\nAborted with a configuration error!\n")
    assert found == f"mkdocs.yml:{location}" and message.replace(": ", "': ", 1) in reason


def test_a_missing_option_is_reported_for_the_file(failures):
    assert failures("ERROR   -  Config value 'docs_dir': Required.") == [("mkdocs.yml", "docs_dir: Required.")]


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("\nerror[build]: no file\n\nAborted\n", "no file"),
        ("ERROR   -  Bad\nAborted", "Bad"),
        ("a\nb\n", "b"),
        ("", "the build failed without any output"),
    ],
)
def test_any_other_message_is_reported(failures, output, message):
    assert failures(output) == [("", message)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(
    words=st.text(),
    config=st.sampled_from([CONFIG, "", "- a", "a", "nav: !ENV [a]\n1: {2: 3}"]),
    start=st.sampled_from([PYTHON, "", "E"]),
)
def test_there_is_a_message_for_any_output(failures, words, config, start):
    assert all(message for _, message in failures(start + words, config))
    assert all(message for _, message in failures(f"Config value 'nav': {words}", config))
