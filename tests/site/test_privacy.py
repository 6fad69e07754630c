"""No page asks another host: open_page holds that in all states. What else could, cannot."""

import re

import pytest

# Addresses that stand in shipped scripts, and what they are there for. None is ever asked; the policy would not let it.
SLEEPING = {
    "http://code.google.com/p/urim/": "a comment in the German word list",
    "http://snowball.tartarus.org/": "a comment in the German word list",
    "http://www.mozilla.org/MPL/": "the licence of the German word list",
    "https://github.com/MihaiValentin/lunr-languages": "where the German word list comes from",
    "http://lunrjs.com": "where the search comes from",
    "http://tartarus.org/~martin/PorterStemmer/js.txt": "where the search's stemmer comes from",
    "https://bit.ly/2s3ChXG": "a hint in a warning for developers",
}
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


def test_every_address_in_a_shipped_script_is_known(site):
    scripts = [path for path in site.files if path.endswith((".js", ".mjs"))]
    found = {address for path in scripts for address in ADDRESS.findall((site.root / path).read_text("utf-8"))}
    assert len(scripts) > 3
    assert found == set(SLEEPING)


@pytest.mark.parametrize("target", SLEEPING)
def test_the_policy_lets_none_of_them_be_asked(chromium, address, target):
    with chromium.new_context() as context:
        refused = []
        context.on("console", lambda message: refused.append(message.text))
        context.route(target, lambda route: route.fulfill(body=""))  # there is no network here: this one would answer
        page = context.new_page()
        page.goto(address)
        assert page.evaluate(ASK, target) == [False, False, False]
        for directive in ("connect-src", "script-src", "img-src"):
            assert [text for text in refused if "Content Security Policy" in text and directive in text]
