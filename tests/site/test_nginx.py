"""The shipped configuration in Debian's nginx: what a browser, a robot and an attacker get."""

import gzip
import re
import subprocess

import brotli
import pytest
from nginx import free_port, nginx, run_servers
from portal.site.site import FINGERPRINT
from portal.sources.serving import nginx_config

# What every reply carries, word for word: no test takes it from deploy/serving.yml, so a change there must be meant.
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'; object-src 'none'"
)
HEADERS = {
    "Content-Security-Policy": CSP,
    "Strict-Transport-Security": "max-age=63072000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), autoplay=(), camera=(), clipboard-read=(), clipboard-write=(self), display-capture=(), "
        "encrypted-media=(), fullscreen=(self), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), "
        "payment=(), picture-in-picture=(self), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), "
        "xr-spatial-tracking=()"
    ),
}
FOR_NOW = {"Cache-Control": "no-cache"}
FOR_GOOD = {"Cache-Control": "public, max-age=31536000, immutable"}
OLD = "/de/ratgeber-zur-konfiguration/cpbx-2.0/administrator"


def asset(folder, pattern):
    return "/" + next(folder.glob(f"assets/{pattern}")).relative_to(folder).as_posix()


def headers_of(reply):
    """The headers that every reply must have: "missing" for what is not sent, joined where it is sent twice."""
    return {name: ", ".join(reply.headers.get_all(name) or ["missing"]) for name in [*HEADERS, "Cache-Control"]}


@pytest.mark.parametrize("path", ["/", "/admin/step-1/", "/en/", "/404.html", "/sitemap.xml", "/facts.json"])
def test_pages_and_data_have_all_headers(ask, path):
    reply = ask(path)
    assert (reply.status, headers_of(reply)) == (200, HEADERS | FOR_NOW)


@pytest.mark.parametrize("pattern", ["stylesheets/site.*.css", "javascripts/theme.*.js", "fonts/*.woff2"])
def test_assets_have_all_headers_and_are_kept_for_good(ask, folder, pattern):
    reply = ask(asset(folder, pattern))
    assert (reply.status, headers_of(reply)) == (200, HEADERS | FOR_GOOD)


def test_a_reply_that_nothing_has_changed_has_all_headers(ask, folder):
    for path, kept in (("/user/", FOR_NOW), (asset(folder, "stylesheets/site.*.css"), FOR_GOOD)):
        reply = ask(path, If_None_Match=ask(path).getheader("ETag"))
        assert (reply.status, headers_of(reply)) == (304, HEADERS | kept)


def test_every_file_of_the_site_has_its_headers_and_its_type(serving, site, ask):
    wrong = {}
    for path in sorted(site.files - {"_headers", "_redirects"}):
        reply = ask(f"/{path}")
        sent = {name: reply.getheader(name) for name in serving.headers_of(path)}
        if reply.status != 200 or sent != serving.headers_of(path):
            wrong[path] = reply.status, sent
    assert wrong == {}


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [
        ("/", "HEAD", 200),
        ("/user", "GET", 301),
        ("/?mode=user", "GET", 301),
        (OLD, "GET", 301),
        ("/nowhere", "GET", 404),
        ("/en/nowhere", "GET", 404),
        ("/.git/config", "GET", 404),
        ("/assets/stylesheets/site.00000000.css", "GET", 404),
        ("/", "POST", 405),
        # nginx can't parse these, so they reach no location:
        ("/%2e%2e/x", "GET", 400),
        ("/%", "GET", 400),
        ("/..%00/", "GET", 400),
        ("/" + "x" * 40_000, "GET", 414),
    ],
)
def test_replies_without_a_page_have_the_same_headers(ask, path, method, status):
    reply = ask(path, method)
    assert (reply.status, headers_of(reply)) == (status, HEADERS | FOR_NOW)


def test_a_part_that_is_not_there_is_refused_with_the_same_headers(ask):
    reply = ask("/admin/checklist.pdf", Range="bytes=99999999-")
    sent = {name: set(reply.headers.get_all(name)) for name in HEADERS}
    # Twice each: nginx adds them to the part, finds that there is none, and adds them to the error. The same value
    # twice means what it means once.
    assert (reply.status, sent) == (416, {name: {value} for name, value in HEADERS.items()})


def test_a_request_without_a_host_is_refused_with_the_same_headers(ask):
    reply = ask("/", skip_host=True)
    assert (reply.status, headers_of(reply)) == (400, HEADERS | FOR_NOW)


def test_no_reply_tells_the_version_of_the_server(ask):
    for path in ("/", "/nowhere", "/%2e%2e/"):
        reply = ask(path)
        assert reply.getheader("Server") == "nginx" and b"nginx/" not in reply.body


# ---- Compression
@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br", "br"),
        ("br, gzip;q=0", "br"),
        ("gzip, br;q=0", "gzip"),
        ("gzip", "gzip"),
        ("br;q=0, gzip;q=0", None),
        ("identity", None),
        ("", None),
    ],
)
def test_a_page_comes_compressed_as_the_client_accepts_it(ask, folder, accepted, encoding):
    reply = ask("/user/", Accept_Encoding=accepted)
    plain = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding](reply.body)
    assert (reply.getheader("Content-Encoding"), reply.getheader("Vary")) == (encoding, "Accept-Encoding")
    assert plain == (folder / "user/index.html").read_bytes()


def test_a_client_behind_a_proxy_gets_it_compressed_too(ask):
    assert ask("/", Accept_Encoding="gzip", Via="1.1 cdn").getheader("Content-Encoding") == "gzip"


def test_fonts_and_pdfs_are_not_compressed_again(ask, folder):
    for path in (asset(folder, "fonts/*.woff2"), "/admin/checklist.pdf"):
        reply = ask(path, Accept_Encoding="br, gzip")
        assert (reply.status, reply.getheader("Content-Encoding")) == (200, None)


def test_a_compressed_copy_asked_for_by_name_is_a_download(ask):
    reply = ask("/index.html.gz", Accept_Encoding="gzip")
    assert (reply.status, reply.getheader("Content-Type")) == (200, "application/gzip")
    assert reply.getheader("Content-Encoding") is None


# ---- Cache
def test_a_page_that_has_not_changed_is_not_sent_again(ask):
    for encoding in ("br", "gzip", "identity"):
        first = ask("/admin/", Accept_Encoding=encoding)
        second = ask("/admin/", Accept_Encoding=encoding, If_None_Match=first.getheader("ETag"))
        assert (first.getheader("Cache-Control"), second.status, second.body) == ("no-cache", 304, b"")
        assert second.getheader("Cache-Control") == "no-cache"


def test_each_encoding_has_an_etag_of_its_own(ask):
    assert len({ask("/", Accept_Encoding=encoding).getheader("ETag") for encoding in ("br", "gzip", "identity")}) == 3


def test_assets_with_a_hash_are_kept_for_good_and_a_missing_one_is_not(ask, folder):
    path = asset(folder, "stylesheets/site.*.css")
    assert ask(path).getheader("Cache-Control") == "public, max-age=31536000, immutable"
    missing = ask("/assets/stylesheets/site.00000000.css")
    assert (missing.status, missing.getheader("Cache-Control")) == (404, "no-cache")


@pytest.mark.parametrize("path", ["/admin/checklist.pdf", "/search/search_index.json", "/sitemap.xml", "/facts.json"])
def test_what_has_no_hash_in_its_name_is_asked_for_again(ask, path):
    assert ask(path).getheader("Cache-Control") == "no-cache"


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


# ---- As deploy/README.md has it set up: encrypted, HTTP/2
@pytest.fixture
def encrypted(project, folder, tmp_path):
    """The ports of the two server blocks in deploy/README.md, http and https, with a certificate of this test's own."""
    [blocks] = re.findall(r"```nginx\n(.*?)```", (project / "deploy/README.md").read_text("utf-8"), re.DOTALL)
    key, certificate, http, https = tmp_path / "key.pem", tmp_path / "cert.pem", free_port(), free_port()
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    command += ["-subj", "/CN=help.example", "-keyout", key, "-out", certificate]
    subprocess.run(command, check=True, capture_output=True)
    here = {
        "listen 80;": f"listen 127.0.0.1:{http};",
        "listen 443 ssl": f"listen 127.0.0.1:{https} ssl",
        "/etc/ssl/help.example.pem": str(certificate),
        "/etc/ssl/help.example.key": str(key),
        "/srv/portal/site": str(folder),
        "/srv/portal/deploy": str(project / "deploy"),
    }
    for there, value in here.items():
        assert blocks.count(there) == 1
        blocks = blocks.replace(there, value)
    with run_servers(tmp_path / "nginx", blocks, https):
        yield http, https


def test_the_readme_sets_up_an_encrypted_site_with_http_2(encrypted, chromium):
    context = chromium.new_context(ignore_https_errors=True)
    page = context.new_page()
    reply = page.goto(f"https://127.0.0.1:{encrypted[1]}/user/")
    protocols = page.evaluate("() => performance.getEntries().map(entry => entry.nextHopProtocol).filter(Boolean)")
    sent = {name: reply.header_value(name) for name in HEADERS}
    assert (reply.status, sent) == (200, HEADERS)
    assert len(protocols) > 3 and set(protocols) == {"h2"}
    assert page.evaluate("() => isSecureContext && crossOriginIsolated")  # the two that need COOP and COEP, and TLS
    context.close()


def test_the_readme_leads_who_comes_without_encryption_to_the_encrypted_site(encrypted, ask):
    reply = ask("/user/?a=b", to=encrypted[0], Host="evil.example")
    assert (reply.status, reply.getheader("Location")) == (301, "https://help.example/user/?a=b")
    reply = ask("/", to=encrypted[1])  # plain HTTP at the encrypted port
    assert (reply.status, headers_of(reply)) == (400, HEADERS | FOR_NOW)


# ---- Below a path
def test_the_site_works_below_a_path(project, build_project, serving, ask, tmp_path):
    site = tmp_path / "root/help"
    run = build_project(project, "--site-dir", str(site), SITE_URL="https://help.example/help/")
    assert run.returncode == 0, run.stdout
    (tmp_path / "help.conf").write_text(nginx_config(serving, "/help/"), "utf-8")
    with nginx(tmp_path / "nginx", tmp_path / "root", tmp_path / "help.conf") as port:
        wrong = [path for path in _listed(site) if ask(f"/help/{path}", to=port).status != 200]
        assert wrong == []
        assert ask("/help/?mode=user", to=port).getheader("Location") == "/help/user/"
        missing = ask("/help/en/nowhere/deep/", to=port)
        assert (missing.status, missing.getheader("Content-Security-Policy")) == (404, CSP)
        sheet = next(site.glob("assets/stylesheets/site.*.css")).name
        assert f"/help/assets/stylesheets/{sheet}".encode() in missing.body
        assert ask("/elsewhere", to=port).getheader("Content-Security-Policy") is None, "the host's own affair"
    assert not (site / ".well-known").exists(), "RFC 9116, section 3: only below the host's root"


def _listed(site):
    paths = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return [path for path in paths if path not in ("_headers", "_redirects")]


# ---- The files for CDNs
def test_the_site_carries_the_headers_for_cdns(serving, site):
    rules = {}
    for line in site.read("_headers").splitlines():
        if line.startswith("/"):
            headers = rules.setdefault(line, {})
        else:
            headers.update([line.strip().split(": ", 1)])
    assert rules.pop("/*") == HEADERS
    files = {path for path in site.files if not path.endswith((".gz", ".br"))}
    hashed = {f"/{path}" for path in files if serving.headers_of(path)["Cache-Control"] != "no-cache"}
    assert hashed and {path for path, headers in rules.items() if "Cache-Control" in headers} == hashed
    assert all(rules[path] == FOR_GOOD for path in hashed)
    # https://developers.cloudflare.com/pages/configuration/headers/: 100 rules, 2,000 characters a line
    assert len(rules) < 100 and max(map(len, site.read("_headers").splitlines())) <= 2000


def test_assets_that_are_ours_have_a_hash_in_their_names(site, project):
    ours = [path for path in (project / "docs/assets").rglob("*.*") if path.suffix != ".css"]
    names = {path.relative_to(project / "docs").as_posix() for path in ours} | {"assets/stylesheets/site.css"}
    assert not names & site.files
    assert names <= {FINGERPRINT.sub("", path) for path in site.files}


def test_without_the_program_it_says_how_to_get_it(project, tmp_path, monkeypatch):
    monkeypatch.setattr("nginx.DEBIAN", tmp_path)
    with pytest.raises(RuntimeError, match=r"run \.ci/setup --test"), nginx(tmp_path, tmp_path):
        pass
