"""What a page asks for against the policy, of other hosts or in vain is caught."""

import pytest
from audit.planted import CLEAN
from audit.serve import serve
from audit.watch import Watch


@pytest.mark.parametrize(
    "parts",
    [
        {"fault": "<script>document.title = 'run'</script>"},
        {"fault": '<p style="color: red">Red</p>'},
        {"fault": '<button type="button" onclick="this.remove()">Gone</button>'},
        {"fault": '<iframe src="page.css" title="A frame"></iframe>'},
        {"head": '<base href="/">'},
        {"script": "document.body.insertAdjacentHTML('beforeend', '<p style=color:red>Red</p>')"},
        {"script": "new Worker(URL.createObjectURL(new Blob(['1'])))"},
        {"script": "try { eval('1') } catch {}"},
    ],
    ids=["inline script", "inline style", "handler", "frame", "base", "style by script", "worker from text", "eval"],
)
def test_a_breach_of_the_policy_is_caught(plant, parts):
    page = plant(**parts)
    page.wait_for_load_state("networkidle")
    assert page.watch.refused


@pytest.mark.parametrize(
    "parts",
    [
        {"fault": '<img src="https://other.example/a.png" alt="">'},
        {"css": "body { background: url(https://other.example/a.png); }"},
        {"head": '<link rel="stylesheet" href="https://other.example/a.css">'},
        {"script": "fetch('https://other.example/a').catch(() => {})"},
        {"script": "navigator.sendBeacon('https://other.example/a')"},
    ],
    ids=["image", "image of a style", "style sheet", "fetch", "beacon"],
)
def test_a_wish_for_another_host_is_caught(plant, parts):
    page = plant(**parts)
    page.wait_for_load_state("networkidle")
    assert "other.example" in str(page.watch.faults())


def test_a_request_to_another_host_is_caught_where_no_policy_stops_it(chromium, tmp_path):
    (tmp_path / "index.html").write_text(CLEAN.replace("FAULT", '<img src="https://other.example/a.png" alt="">'))
    (tmp_path / "page.css").touch()
    with serve(tmp_path, headers={}) as address, chromium.new_context() as context:
        watch = Watch(context, address)
        context.new_page().goto(address)
        assert watch.foreign == ["https://other.example/a.png"]


def test_a_failed_request_and_an_error_of_a_script_are_caught(plant):
    page = plant('<img src="missing.png" alt="">', script="throw new Error('broken')")
    page.wait_for_load_state("networkidle")
    assert "missing.png" in str(page.watch.failed) and "broken" in str(page.watch.failed)
