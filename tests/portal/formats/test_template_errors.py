import pytest
from jinja2 import Environment, TemplateError
from portal.formats.template_errors import explain
from portal.problems.catalogue import in_words


@pytest.mark.parametrize(
    ("template", "english", "german"),
    [
        ("{% foo %}", "there is no tag foo, or it", "es gibt kein Tag foo"),
        ("{% endif %}", "there is no tag endif, or it", "es gibt kein Tag endif"),
        ("{% if a %}", "if is never closed", "if wird nie geschlossen"),
        ("{% if a %}{% endblock %}", "if is never closed", "if wird nie geschlossen"),
        ("{{ a", "braces are never closed", "geschweifte Klammern werden nie geschlossen"),
        ("{# a", "a comment is never closed", "ein Kommentar wird nie geschlossen"),
        ("{{ a b }}", "b was not expected here", "b wird hier nicht erwartet"),
        ("{{ a } }}", "} was not expected here", "} wird hier nicht erwartet"),
        ("{{ (a }}", "} was not expected here", "} wird hier nicht erwartet"),
        ("{{ & }}", "& was not expected here", "& wird hier nicht erwartet"),
        ("{{ 'a }}", "' was not expected here", "' wird hier nicht erwartet"),
        ("{% for a b %}", "b was not expected here", "b wird hier nicht erwartet"),
        ("{% if %}", "something is missing before", "fehlt etwas"),
        ("{% extends %}", "something is missing before", "fehlt etwas"),
        ("{% block %}", "something is missing before", "fehlt etwas"),
        ("{{ a|foo }}", "no filter or test foo", "keinen Filter oder Test foo"),
        ("{% if a is foo %}{% endif %}", "no filter or test foo", "keinen Filter oder Test foo"),
        ("{% block x %}{% endblock %}{% block x %}{% endblock %}", "block x is defined twice", "zweimal"),
        ("{{ a.b }}", "a has no value here", "a hat hier keinen Wert"),
        ("{{ {}.a.b }}", "a has no value here", "a hat hier keinen Wert"),
        ("{% include [] %}", "fails with “Tried to select", "scheitert mit „Tried to select"),
    ],
)
def test_a_mistake_in_a_template_is_told_in_one_language(template, english, german):
    with pytest.raises(TemplateError) as failed:
        Environment(autoescape=True).from_string(template).render()
    message = explain(failed.value.message)
    assert english in message
    assert german in in_words(message, "de")
