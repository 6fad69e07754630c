from portal.sources.placeholders import addresses, fill

VALUES = {"android.minimum": "23.9.26", "duration.large.workplaces": 1200}


def test_placeholders_become_facts_in_the_form_of_the_language():
    text = "{{ android.minimum }}, {{duration.large.workplaces}}"
    assert fill(text, VALUES, "de") == "23.9.26, 1.200"
    assert fill(text, VALUES, "en") == "23.9.26, 1,200"


def test_a_page_is_filled_with_its_public_address_in_the_language():
    values = addresses(["user/index.md"], "en", "https://help.example/portal/")
    assert fill("See {{ user/index.md }}", values, "en") == "See https://help.example/portal/en/user/"
