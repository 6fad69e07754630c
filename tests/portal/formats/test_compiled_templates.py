from jinja2 import DictLoader, Environment
from portal.formats.compiled_templates import CompiledTemplates


def test_a_template_is_compiled_once_for_all_environments_and_anew_when_it_has_changed(monkeypatch):
    compiled, counted, compile_it = CompiledTemplates(), [], Environment.compile

    def count(self, *arguments, **options):
        counted.append(arguments)
        return compile_it(self, *arguments, **options)

    monkeypatch.setattr(Environment, "compile", count)

    def render(source):
        loader = DictLoader({"a": source})
        environment = Environment(loader=loader, autoescape=True, bytecode_cache=compiled)
        return environment.get_template("a").render(x="1")

    assert [render("{{ x }}"), render("{{ x }}")] == ["1", "1"] and len(counted) == 1
    assert render("{{ x }}!") == "1!" and len(counted) == 2
    compiled.clear()
    assert render("{{ x }}!") == "1!" and len(counted) == 3
