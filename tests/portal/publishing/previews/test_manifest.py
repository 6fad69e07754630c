import json

import pytest
from portal.publishing.previews.manifest import manifest, manifest_path


@pytest.mark.parametrize(
    ("language", "path", "up"), [("de", "site.webmanifest", ""), ("en", "en/site.webmanifest", "../")]
)
def test_a_manifest_names_the_site_in_its_language(language, path, up):
    fields = json.loads(manifest(language, "Hilfe & Co", "PBX", "Was sich ändert.", "#ffffff"))
    assert manifest_path(language) == path
    assert (fields["name"], fields["short_name"], fields["lang"]) == ("Hilfe & Co", "PBX", language)
    assert {icon["sizes"] for icon in fields["icons"]} == {"192x192", "512x512"}
    assert {icon["purpose"] for icon in fields["icons"]} == {"any", "maskable"}
    assert all(icon["src"].startswith(f"{up}assets/") for icon in fields["icons"])
