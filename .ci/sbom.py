"""Writes the project's dependencies as CycloneDX: python .ci/sbom.py [FILE], by default sbom.cdx.json.

Versions and hashes come from requirements.lock and npm's lock files, licences and dependency relations from the
packages installed from that lock. Packages that only tests, audits and benchmarks use have CycloneDX' scope "excluded".
The output is reproducible. (`npm sbom` does not work here: it rejects locks without the packages of other systems, and
folders whose names begin with a dot.)
"""

import base64
import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from urllib.parse import quote

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).parents[1]
PUBLISHED, ONLY_FOR_TESTS = "required", "excluded"
# What npm's packages are for: the search is served with the site; the others are for tests, audits, benchmarks.
NPM_LOCKS = {
    ".ci/search": PUBLISHED,
    ".ci": ONLY_FOR_TESTS,
    ".ci/lighthouse": ONLY_FOR_TESTS,
    "benchmarks/starlight": ONLY_FOR_TESTS,
}
ALGORITHMS = {"sha512": "SHA-512"}  # npm's name and CycloneDX'; npm's registry uses no other


def cyclonedx(*arguments: str) -> dict:
    """Return the output of cyclonedx-py for the lock or the environment. Exits with its errors if it fails."""
    command = [sys.executable, "-m", "cyclonedx_py", *arguments, "--pyproject", "pyproject.toml"]
    command += ["--output-reproducible", "--no-validate"]  # a test validates the result
    run = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(run.stderr)
    return json.loads(run.stdout)


def needed(requirements: list[str], extras: frozenset[str] = frozenset()) -> Iterator[Requirement]:
    """Yield a package's requirements that apply on this machine with the requested ``extras``."""
    for one in map(Requirement, requirements):
        if not one.marker or any(one.marker.evaluate({"extra": extra}) for extra in {"", *extras}):
            yield one


def needed_by(name: str, extras: frozenset[str]) -> list[Requirement]:
    """Return the requirements of a package, or none if it is not installed because only other systems need it."""
    try:
        return list(needed(metadata.requires(name) or [], extras))
    except metadata.PackageNotFoundError:
        return []


def closure(requirements: list[str]) -> dict[str, set[str]]:
    """Return direct and transitive dependencies: package name -> names of packages that it needs."""
    found: dict[str, set[str]] = {}
    seen, waiting = set(), list(needed(requirements))
    while waiting:
        name, extras = canonicalize_name((one := waiting.pop()).name), frozenset(one.extras)
        if (name, extras) not in seen:
            seen.add((name, extras))
            following = needed_by(name, extras)
            found.setdefault(name, set()).update(canonicalize_name(other.name) for other in following)
            waiting += following
    return found


def free_text_licence(name: str) -> dict | None:
    """Return a licence given as free text, which cyclonedx-py omits: by its one line, or with its whole text."""
    text = metadata.metadata(name).get("License") or ""
    if "\n" in text:
        return {"name": f"declared license of '{name}'", "text": {"contentType": "text/plain", "content": text}}
    return {"name": text} if text else None


def add_python(bom: dict) -> None:
    """Add licences, scopes and dependency relations to the components of requirements.lock."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    build = project["dependencies"]
    everything = closure([*build, *(one for group in project["optional-dependencies"].values() for one in group)])
    only_for_tests = everything.keys() - closure(build).keys()
    listed = cyclonedx("environment", sys.executable)["components"]
    installed = {(canonicalize_name(one["name"]), one["version"]): one for one in listed}
    refs: dict[str, str] = {}
    for component in bom["components"]:
        name = canonicalize_name(component["name"])
        component["bom-ref"] = component["purl"]
        component["scope"] = ONLY_FOR_TESTS if name in only_for_tests else PUBLISHED
        del component["description"]  # the lines in the lock
        if described := installed.get((name, component["version"])):  # the lock may have versions for other Pythons
            refs[name] = component["purl"]
            component |= {key: value for key, value in described.items() if key in ("licenses", "description")}
            if not component.get("licenses") and (named := free_text_licence(component["name"])):
                component["licenses"] = [{"license": named}]
    edges = {refs[name]: {refs[other] for other in others} for name, others in everything.items()}
    root = bom["metadata"]["component"]["bom-ref"]
    edges[root] = {refs[canonicalize_name(one.name)] for one in needed(build)}
    bom["dependencies"] = [{"ref": ref, "dependsOn": sorted(edges[ref])} for ref in sorted(edges)]


def npm_components() -> Iterator[dict]:
    """Yield the packages in npm's locks."""
    for folder, scope in NPM_LOCKS.items():
        packages = json.loads((PROJECT / folder / "package-lock.json").read_text("utf-8"))["packages"]
        for path, package in packages.items():
            if path:
                name, version = path.rpartition("node_modules/")[2], package["version"]
                purl = f"pkg:npm/{quote(name)}@{quote(version)}"
                algorithm, _, digest = package["integrity"].partition("-")
                yield {
                    "bom-ref": purl,
                    "type": "library",
                    "name": name,
                    "version": version,
                    "purl": purl,
                    "scope": scope,
                    "licenses": [{"expression": package["license"]}],
                    "hashes": [{"alg": ALGORITHMS[algorithm], "content": base64.b64decode(digest).hex()}],
                }


def main() -> None:
    """Write the file."""
    bom = cyclonedx("requirements", "requirements.lock")
    add_python(bom)
    bom["components"] += {one["purl"]: one for one in npm_components()}.values()
    bom["components"].sort(key=lambda component: component["purl"])
    file = Path(sys.argv[1] if len(sys.argv) > 1 else PROJECT / "sbom.cdx.json")
    file.write_text(json.dumps(bom, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
