from portal.problems import Location, Problem, merge, nearest


def test_the_nearest_word_is_found_and_a_far_one_is_not():
    assert nearest("andriod.minimum", ["ios.minimum", "android.minimum"]) == "android.minimum"
    assert nearest("zzz", ["android.minimum"]) is None


def test_problems_that_differ_only_in_their_pages_are_told_once_with_all_of_them():
    one, other = (Problem("a", Location("docs/x.md", 1), "m", pages=(page,)) for page in ("a.html", "b.html"))
    assert [problem.pages for problem in merge([one, other])] == [("a.html", "b.html")]


def test_problems_that_differ_only_in_their_subject_are_told_once():
    one, other = (Problem("a", Location("docs/x.md", 1), "m", subject=subject) for subject in ("a.html", "b.html"))
    assert merge([one, other]) == [one]
