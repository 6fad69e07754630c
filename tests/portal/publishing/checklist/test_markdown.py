import markdown
from portal.publishing.checklist.markdown import ChecklistExtension
from selectolax.lexbor import LexborHTMLParser


def html(text):
    return LexborHTMLParser(markdown.markdown(text, extensions=["attr_list", ChecklistExtension()]))


def test_an_item_has_an_id_a_hidden_box_and_its_text():
    tree = html("- [ ] **Planen** {#plan}\n\n    Text.\n\n- [ ] **Prüfen** {#check}\n")
    assert [item.attributes["id"] for item in tree.css("ul.checklist > li")] == ["plan", "check"]
    assert [box.attributes["aria-hidden"] for box in tree.css("li > .checklist__box")] == ["true", "true"]
    assert tree.css_first("li").text().split() == ["Planen", "Text."]


def test_a_tight_list_works_like_a_loose_one():
    tree = html("- [ ] **A** {#a}\n- [ ] **B** {#b}\n")
    assert [(item.attributes["id"], item.text().strip()) for item in tree.css("li")] == [("a", "A"), ("b", "B")]


def test_an_ordinary_list_is_not_changed():
    tree = html("- eins\n- [zwei](b.md)\n")
    assert tree.css("ul.checklist, .checklist__box") == []


def test_text_after_the_title_is_kept():
    assert html("- [ ] **A** und mehr {#a}\n").css_first("li").text().strip() == "A und mehr"


def test_an_id_is_found_after_any_element_and_before_a_nested_list():
    tree = html("- [ ] **A** <b>x</b> {#a}\n    - n\n- [ ] **B** {#b}\n")
    assert [item.attributes.get("id") for item in tree.css("ul.checklist > li")] == ["a", "b"]
    assert "{#" not in tree.html


def test_on_other_pages_boxes_are_images_with_a_name():
    extension = ChecklistExtension()
    extension.tasks = {"open": "offen", "done": "erledigt"}
    html = markdown.markdown("- [ ] a\n- [x] **b**\n- [] c\n\nText\n\n1. [X] d", extensions=[extension])
    boxes = LexborHTMLParser(html).css(".tasks span.tasks__box[role=img]")
    assert [box.attributes["aria-label"] for box in boxes] == ["offen", "erledigt", "erledigt"]
    assert "<li>[] c</li>" in html
    assert "checklist" not in html
