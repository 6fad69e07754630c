from portal.sources import page_paths, read_source


def test_a_page_has_front_matter_and_lines_with_their_numbers(write_docs):
    docs = write_docs({"de/a.md": "---\ntitle: A\n---\n# A\n"})
    source = read_source(docs, "de", "a.md")
    assert source.meta == {"title": "A"}
    assert [(line.text, line.number) for line in source.lines] == [("# A", 4)]


def test_an_included_passage_keeps_its_own_place(write_docs):
    docs = write_docs({"de/a.md": 'Vor\n{% include "shared/b.md" %}\nNach\n', "de/shared/b.md": "Passage\n"})
    source = read_source(docs, "de", "a.md")
    assert source.text == "Vor\nPassage\nNach"
    assert str(source.lines[1].place()) == "docs/de/shared/b.md:1:1"


def test_a_missing_passage_is_told_with_the_nearest(write_docs):
    docs = write_docs({"de/a.md": '{% include "shared/contct.md" %}\n', "de/shared/contact.md": ""})
    [problem] = read_source(docs, "de", "a.md").problems
    assert (problem.code, str(problem.place), problem.hint) == ("include-missing", "docs/de/a.md:1:13", "write shared/contact.md")


def test_broken_front_matter_is_told_at_its_line(write_docs):
    docs = write_docs({"de/a.md": "---\ntitle: A\ntopic: [a\n---\n# A\n"})
    [problem] = read_source(docs, "de", "a.md").problems
    assert (problem.code, problem.place.file, problem.place.line >= 3) == ("front-matter-invalid", "docs/de/a.md", True)


def test_a_page_in_another_encoding_is_a_problem_and_no_exception(write_docs):
    docs = write_docs({"de/a.md": "größer".encode("latin-1")})
    [problem] = read_source(docs, "de", "a.md").problems
    assert (problem.code, str(problem.place)) == ("page-unreadable", "docs/de/a.md")


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(write_docs):
    docs = write_docs({"de/a.md": b"\xef\xbb\xbf---\r\ntitle: A\r\n---\r\n# A\r\n"})
    source = read_source(docs, "de", "a.md")
    assert (source.meta, source.text) == ({"title": "A"}, "# A")


def test_shared_passages_are_no_pages(write_docs):
    assert page_paths(write_docs({"de/a.md": "", "de/shared/b.md": ""}), "de") == ["a.md"]
