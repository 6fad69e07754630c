from portal.views import switch_targets, view_of


def test_the_folder_determines_the_view():
    assert [view_of(path) for path in ("user/index.md", "admin/help.md", "index.md", "users.md")] == [
        "user",
        "admin",
        None,
        None,
    ]


def test_the_switch_targets_the_same_topic_or_the_start_of_the_other_view():
    pages = {
        "index.md": {},
        "user/index.md": {},
        "user/versions.md": {},
        "user/conferences.md": {},
        "admin/index.md": {},
        "admin/versions.md": {},
        "admin/step-2.md": {"topic": "conferences"},
        "admin/duration.md": {},
    }
    targets = switch_targets(pages)
    assert targets["user/versions.md"]["admin"] == "admin/versions.md"
    assert targets["user/conferences.md"]["admin"] == "admin/step-2.md"
    assert targets["admin/step-2.md"]["user"] == "user/conferences.md"
    assert targets["admin/duration.md"]["user"] == "user/index.md"
    assert targets["index.md"] == {"user": "user/index.md", "admin": "admin/index.md"}


def test_the_switch_targets_the_page_itself_in_its_own_view():
    assert switch_targets({"user/index.md": {}, "user/help.md": {}})["user/help.md"]["user"] == "user/help.md"
