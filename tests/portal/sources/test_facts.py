import pytest
from portal.sources.facts import ClientVersion


def test_versions_of_one_family_are_compared_part_by_part():
    assert ClientVersion("23.9.26", "old client") < ClientVersion("23.10.1", "old client")
    assert ClientVersion("42.10", "new client") > ClientVersion("42.6", "new client")


def test_comparing_versions_of_different_families_is_an_error():
    with pytest.raises(TypeError, match="can't be compared"):
        ClientVersion("23.9.26", "old client") < ClientVersion("42.6", "new client")  # noqa: B015 - the comparison is the test
