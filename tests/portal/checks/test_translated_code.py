import pytest
from contexts import on_pair
from portal.checks.translated_code import check_code
from portal.sources.page import read_sources


def compare(write_docs, original, translation):
    docs = write_docs({"de/a.md": original, "en/a.md": translation})
    return [(problem.message, problem.hint) for problem in on_pair(check_code, *read_sources(docs))]


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        ("Port `5060`", "port `5060`"),
        ("`theme` und `view`", "`view`, then `theme`"),
        ("`Nachricht`", "`message`"),
        ("`<Ihre Rufnummer>`", "`<your number>`"),
        ("`sip:<Rufnummer>@example.org`", "`sip:<number>@example.org`"),
        (
            "```\n# Neu starten (z.B. nachts)\nsystemctl restart sip\n```",
            "```\n# Restart, e.g. at night\nsystemctl restart sip\n```",
        ),
        ("```text\nBetreff: E-Mail\n```", "```text\nSubject: email\n```"),
        ("    mail an info@firma.example", "    mail to info@company.example"),
        ("`Local Storage`", "`local store`"),
        ("<!-- `a.b=1` -->", ""),
    ],
)
def test_code_that_is_the_same_and_words_that_are_translated_are_fine(write_docs, original, translation):
    assert compare(write_docs, original, translation) == []


@pytest.mark.parametrize(
    ("original", "translation", "message", "hint"),
    [
        ("`5060`", "`5061`", "the original does not have the code `5061`", "write `5060`, as in docs/de/a.md:1:1"),
        ("`theme`", "`thme`", "the original does not have the code `thme`", "write `theme`, as in docs/de/a.md:1:1"),
        ("Port `5060`", "a port", "the original has the code `5060`", "compare with docs/de/a.md:1:6"),
        (
            "```sh\nping sip.example.net\n```",
            "```sh\nping sip.exmple.net\n```",
            "the original does not have the code `sip.exmple.net`",
            "write `sip.example.net`, as in docs/de/a.md:2:6",
        ),
        (
            "```\nrun --fast /etc/hosts\n```",
            "```\nrun /etc/hosts\n```",
            "the original has the code `--fast`",
            "compare with docs/de/a.md:2:5",
        ),
    ],
)
def test_other_code_is_told(write_docs, original, translation, message, hint):
    assert compare(write_docs, original, translation) == [(message, hint)]
