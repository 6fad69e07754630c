"""The site as deploy/README.md has it set up: encrypted, below a path, with the files for CDNs."""

import re
import subprocess

import pytest
from audit.replies import CSP, FOR_GOOD, FOR_NOW, HEADERS, headers_of
from nginx import free_port, nginx, run_servers
from portal.publishing.nginx import nginx_config
from portal.site.site import FINGERPRINT


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
    assert (reply.getheader("Server"), b"nginx/" in reply.body) == ("nginx", False)  # no version
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
    assert not (site / "robots.txt").exists(), "RFC 9309, section 2.3: only below the host's root"


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
    ours = [path for path in (project / "docs/assets").rglob("*.*") if path.suffix not in (".css", ".vtt")]
    names = {path.relative_to(project / "docs").as_posix() for path in ours} | {"assets/stylesheets/site.css"}
    assert not names & site.files
    assert names <= {FINGERPRINT.sub("", path) for path in site.files}


def test_without_the_program_it_says_how_to_get_it(project, tmp_path, monkeypatch):
    monkeypatch.setattr("nginx.DEBIAN", tmp_path)
    with pytest.raises(RuntimeError, match=r"run \.ci/setup --test"), nginx(tmp_path, tmp_path):
        pass
