"""No page asks another host: open_page holds that in all states. What else could, cannot."""

import re

OUTSIDE = "https://outside.example/"  # RFC 2606
ADDRESS = re.compile(r"https?://[^\s\"'`)<>]+")
ASK = """async address => {
  const loaded = (element, attribute) => new Promise(done => {
    element.onload = () => done(true);
    element.onerror = () => done(false);
    element[attribute] = address;
    document.head.append(element);
  });
  const fetched = () => fetch(address, { mode: "no-cors" }).then(() => true, () => false);
  const make = (name) => document.createElement(name);
  return [await fetched(), await loaded(make("script"), "src"), await loaded(new Image(), "src")];
}"""


def test_no_shipped_script_has_an_address(site):
    scripts = [path for path in site.files if path.endswith((".js", ".mjs"))]
    found = {address for path in scripts for address in ADDRESS.findall((site.root / path).read_text("utf-8"))}
    assert len(scripts) > 3
    assert found == set()


def test_the_policy_would_not_let_one_be_asked(chromium, address):
    with chromium.new_context() as context:
        refused = []
        context.on("console", lambda message: refused.append(message.text))
        context.route(OUTSIDE, lambda route: route.fulfill(body=""))  # there is no network here: this one would answer
        page = context.new_page()
        page.goto(address)
        assert page.evaluate(ASK, OUTSIDE) == [False, False, False]
        for directive in ("connect-src", "script-src", "img-src"):
            assert [text for text in refused if "Content Security Policy" in text and directive in text]
