import pytest
from portal.checks.environment import environment_fault


@pytest.mark.parametrize(
    "url",
    [
        "https://help.example/",
        "http://127.0.0.1:8000/",
        "https://hilfe.example/portal/%C3%BC/",
        "http://[::1]:8000/",
        "https://größe.example/",
    ],
)
def test_an_address_of_a_folder_is_fine(url):
    assert environment_fault(url) is None


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("", "is empty"),
        ("https://help.example/a b/", "is not an address"),
        (" https://help.example/", "is not an address"),
        ("https://help.example/ ", "is not an address"),
        ("https://help .example/", "is not an address"),
        ("https://help.example/a\n/", "is not an address"),
        ("https://help.example/a\t/", "is not an address"),
        ("ftp://help.example/", "is not an address"),
        ("help.example/", "is not an address"),
        ("https:///", "is not an address"),
        ("https://[help/", "is not an address"),
        ("https://help.example:port/", "is not an address"),
        ("https://me:secret@help.example/", "a user name or a password"),
        ("https://me@help.example/", "a user name or a password"),
        ("https://help.example/?a=b", "is not the address of a folder"),
        ("https://help.example/#a", "is not the address of a folder"),
        ('https://help.example/"><script>/', "is not the address of a folder"),
    ],
)
def test_another_address_is_refused_and_a_password_is_not_repeated(url, words):
    fault = environment_fault(url)
    assert fault and words in fault and "secret" not in fault


@pytest.mark.parametrize("epoch", ["abc", "-1", "1.5", "1e9", "²", "99999999999999", "253402300800"])
def test_a_date_that_is_no_number_of_seconds_is_refused(monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert environment_fault("https://help.example/") == f"SOURCE_DATE_EPOCH is not a number of seconds: {epoch}"


@pytest.mark.parametrize("epoch", ["", "0", "1763800000"])
def test_a_number_of_seconds_is_fine(monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert environment_fault("https://help.example/") is None
