from markdown import Markdown
from portal.publishing.icons import IconExtension


def test_an_icon_is_decoration_unless_it_has_a_name(tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own/a.svg").write_text("<svg/>")
    md = Markdown(extensions=["attr_list", IconExtension([tmp_path])])
    assert md.convert(":own-a:") == '<p><span aria-hidden="true" class="icon"><svg/></span></p>'
    assert md.convert(':own-a:{title="A" .x}') == '<p><span aria-label="A" class="icon x" role="img"><svg/></span></p>'
    assert md.convert(":own-b: `:own-a:` 12:30:15") == "<p>:own-b: <code>:own-a:</code> 12:30:15</p>"
