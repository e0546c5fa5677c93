"""Describes a packed release: what it is made of (CycloneDX SBOM) and what it was built from (in-toto statement).

Usage: describe.py TAG COMMIT PACKAGE. Both files are put beside the package. The statement is not signed: it says
what was built, and the platform's own record of the run stands for it.
"""

# ruff: noqa: INP001  a script, not a package

import hashlib
import json
import os
import re
import sys
from pathlib import Path

REQUIREMENTS = Path(__file__).resolve().parents[1] / "requirements" / "run.txt"
_PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(?P<version>[^\s;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
NAME = "transparency-generator"


def pinned(requirements: str) -> list[dict[str, object]]:
    """Every pinned requirement as a component, with the fingerprints that the installer checks."""
    found = []
    for entry in requirements.replace("\\\n", " ").splitlines():
        matched = _PINNED.match(entry)
        if matched:
            name = re.sub(r"[-_.]+", "-", matched["name"]).lower()
            address = f"pkg:pypi/{name}@{matched['version']}"
            hashes = [{"alg": "SHA-256", "content": content} for content in _HASH.findall(entry)]
            found.append({"type": "library", "bom-ref": address, "name": name, "version": matched["version"], "purl": address, "hashes": hashes})
    return found


def bill_of_materials(version: str, requirements: str) -> dict[str, object]:
    """The SBOM as CycloneDX 1.6."""
    own = f"pkg:github/{os.environ.get('GITHUB_REPOSITORY', NAME)}@{version}"
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "bom-ref": own, "name": NAME, "version": version, "purl": own, "licenses": [{"license": {"id": "MIT"}}]}},
        "components": pinned(requirements),
    }


def provenance(commit: str, package: Path) -> dict[str, object]:
    """What was built, from which commit, by which run (SLSA provenance, version 1)."""
    server, repository = os.environ.get("GITHUB_SERVER_URL", ""), os.environ.get("GITHUB_REPOSITORY", "")
    source = f"git+{server}/{repository}" if server else "git"
    run = f"{server}/{repository}/actions/runs/{os.environ.get('GITHUB_RUN_ID', '')}" if server else ""
    return {
        "_type": "https://in-toto.io/Statement/v1",
        "subject": [{"name": package.name, "digest": {"sha256": hashlib.sha256(package.read_bytes()).hexdigest()}}],
        "predicateType": "https://slsa.dev/provenance/v1",
        "predicate": {
            "buildDefinition": {
                "buildType": "https://slsa-framework.github.io/github-actions-buildtypes/workflow/v1",
                "externalParameters": {"workflow": {"path": ".github/workflows/release.yml", "repository": f"{server}/{repository}", "ref": os.environ.get("GITHUB_REF", "")}},
                "resolvedDependencies": [{"uri": source, "digest": {"gitCommit": commit}}],
            },
            "runDetails": {"builder": {"id": f"{server}/actions/runner/github-hosted" if server else "local"}, "metadata": {"invocationId": run}},
        },
    }


def main(tag: str, commit: str, package: Path) -> None:
    """Write both files beside the package."""
    version = tag.removeprefix("v")
    written = {"sbom.cdx.json": bill_of_materials(version, REQUIREMENTS.read_text(encoding="utf-8")), "provenance.intoto.json": provenance(commit, package)}
    for name, document in written.items():
        (package.parent / name).write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
