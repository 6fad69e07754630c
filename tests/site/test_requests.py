"""What a client, a robot and an attacker get from the shipped configuration in nginx, whatever they ask for."""

import pytest
from nginx import nginx

OLD = "/de/ratgeber-zur-konfiguration/cpbx-2.0/administrator"


# ---- Requests of all kinds
def test_head_says_what_get_says_without_the_body(ask):
    head, get = ask("/", "HEAD"), ask("/")
    assert head.body == b"" and head.getheader("Content-Length") == str(len(get.body))


def test_a_part_of_a_pdf_can_be_asked_for(ask, folder):
    reply = ask("/admin/checklist.pdf", Range="bytes=5-8")
    assert (reply.status, reply.body) == (206, (folder / "admin/checklist.pdf").read_bytes()[5:9])


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_a_reader_can_only_read(ask, method):
    assert ask("/user/", method).status == 405


def test_a_name_with_umlauts_and_spaces_is_found(ask):
    assert ask("/Gr%C3%BC%C3%9Fe%20an%20alle.txt").body == b"Hallo"


@pytest.mark.parametrize(
    "path",
    ["/.git/config", "/.env", "/en/.htpasswd", "/.well-known/.secret", "/%2egit/config", "//.git//config", "/_headers"],
)
def test_hidden_files_are_not_there(ask, path):
    reply = ask(path)
    assert reply.status == 404 and b"secret" not in reply.body


@pytest.mark.parametrize(
    "path",
    [
        "/../outside.txt",
        "/..%2foutside.txt",
        "/%2e%2e/outside.txt",
        "/%2e%2e%2foutside.txt",
        "/en/..%2f..%2foutside.txt",
        "/assets/../../outside.txt",
        "/..%5coutside.txt",
        "/%252e%252e/outside.txt",
        "/..%00/outside.txt",
    ],
)
def test_nothing_outside_the_folder_can_be_reached(ask, folder, path):
    assert (folder / "../outside.txt").read_text("utf-8") == "secret"
    reply = ask(path)
    assert reply.status in (400, 404) and b"secret" not in reply.body


def test_security_txt_is_the_one_file_of_a_hidden_folder_that_is_there(ask):
    reply = ask("/.well-known/security.txt")
    assert (reply.status, reply.getheader("Content-Type")) == (200, "text/plain; charset=utf-8")
    assert b"\nExpires: " in reply.body


# ---- Errors and redirects
@pytest.mark.parametrize(("path", "file"), [("/nowhere", "404.html"), ("/en/no/where.html", "en/404.html")])
def test_a_missing_page_is_told_in_the_language_of_its_address(ask, folder, path, file):
    reply = ask(path)
    expected = folder / file if (folder / file).exists() else folder / "404.html"
    assert (reply.status, reply.body) == (404, expected.read_bytes())


def test_without_a_page_for_its_language_the_missing_one_is_told_in_german(project, tmp_path, ask):
    (tmp_path / "site/en").mkdir(parents=True)
    (tmp_path / "site/404.html").write_text("fehlt", "utf-8")
    with nginx(tmp_path / "nginx", tmp_path / "site", project / "deploy/nginx.conf") as port:
        assert [(ask(path, to=port).status, ask(path, to=port).body) for path in ("/en/x", "/x")] == [
            (404, b"fehlt")
        ] * 2
    (tmp_path / "site/en/404.html").write_text("missing", "utf-8")
    with nginx(tmp_path / "nginx", tmp_path / "site", project / "deploy/nginx.conf") as port:
        assert (ask("/en/x", to=port).status, ask("/en/x", to=port).body) == (404, b"missing")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/?mode=user", "/user/"),
        ("/?mode=administrator", "/admin/"),
        ("/?a=b&mode=user", "/user/"),
        ("/en/?mode=user", "/en/user/"),
        (f"{OLD}?mode=user", "/user/"),
        (f"{OLD}?mode=administrator", "/admin/"),
        (OLD, "/admin/"),
        (f"{OLD}/?mode=user", "/user/"),
        (f"{OLD}/?mode=administrator", "/admin/"),
        (f"{OLD}/", "/admin/"),
        ("/user", "/user/"),
        ("/user?next=//evil.example/", "/user/?next=//evil.example/"),
        ("//user", "/user/"),
        ("/?mode=user&mode=//evil.example", "/user/"),
    ],
)
def test_an_old_address_leads_to_the_page_and_never_to_another_host(ask, old, new):
    reply = ask(old, Host="evil.example")
    assert (reply.status, reply.getheader("Location")) == (301, new)
    assert ask(new).status == 200


@pytest.mark.parametrize(
    "query", ["mode=", "mode=guest", "mode=//evil.example", "mode=user%0d%0aX-Injected:1", "mod=user"]
)
def test_another_mode_is_no_mode(ask, query):
    reply = ask(f"/?{query}")
    assert (reply.status, reply.getheader("X-Injected")) == (200, None)


def test_robots_txt_names_the_sitemap(ask, site):
    reply = ask("/robots.txt")
    assert (reply.status, reply.getheader("Content-Type")) == (200, "text/plain; charset=utf-8")
    assert b"\nSitemap: https://help.example/sitemap.xml\n" in reply.body
    assert "sitemap.xml" in site.files
