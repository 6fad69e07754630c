from portal.problems import Location, Problem, merge, nearest


def test_only_a_similar_word_is_suggested():
    assert nearest("andriod.minimum", ["ios.minimum", "android.minimum"]) == "android.minimum"
    assert nearest("zzz", ["android.minimum"]) is None


def test_problems_that_differ_only_in_pages_are_merged_with_all_pages():
    one, other = (Problem("a", Location("docs/x.md", 1), "m", pages=(page,)) for page in ("a.html", "b.html"))
    assert [problem.pages for problem in merge([one, other])] == [("a.html", "b.html")]


def test_problems_that_differ_only_in_subject_are_merged():
    one, other = (Problem("a", Location("docs/x.md", 1), "m", subject=subject) for subject in ("a.html", "b.html"))
    assert merge([one, other]) == [one]
