"""Runs the steps of a job as they are written, in a clean folder that holds what a checkout would.

What GitHub supplies is stood in for: actions are looked at, not run; `gh` notes what it is asked. So is the installed
program, which is this repository's own, and the run of all tests inside a test. Everything else is real.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

ROOT = Path(__file__).parents[2]
PRODUCT = ("generator", "templates", "mkdocs.yml", "Makefile", "pyproject.toml", ".github")
PYTHON = """#!/bin/sh
if [ "$1 $2" = "-m pytest" ]; then echo "tests would run here"; exit 0; fi
exec "{python}" "$@"
"""
TRANSPARENCY = '#!/bin/sh\nexec "{python}" -m generator "$@"\n'
GH = """#!/bin/sh
printf '%s\\n' "$*" >> "$GH_NOTES"
case "$1 $2" in
    "run download") cp "$GH_FILES"/* . ;;
    "issue list") printf '%s' "$GH_ISSUE" ;;
    "release list") printf '%s' "$GH_LAST" ;;
    "release download") while [ $# -gt 0 ]; do [ "$1" = --output ] && cp "$GH_EARLIER" "$2"; shift; done ;;
esac
"""


@dataclass
class Ran:
    """What became of a job."""

    done: list[str] = field(default_factory=list)
    """Names of the steps that ran, in order."""
    failed: list[str] = field(default_factory=list)
    said: str = ""
    summary: str = ""
    kept: list[str] = field(default_factory=list)
    """Paths that were there to be uploaded."""


def git(folder: Path, *arguments: str) -> str:
    named = ["-c", "user.name=Officer", "-c", "user.email=officer@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", *named, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def checkout(folder: Path, council: Path) -> Path:
    """The product and a council's files under git, with what `make` would have installed."""
    folder.mkdir(parents=True)
    for name in PRODUCT:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, folder / name)
    for name in ("data", "site_src"):
        shutil.copytree(council / name, folder / name)
    (folder / ".gitignore").write_text("build/\n.venv/\n__pycache__/\nstale.md\n", encoding="utf-8")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "First figures")
    programs = folder / ".venv/bin"
    programs.mkdir(parents=True)
    write_program(programs / "python", PYTHON.format(python=sys.executable))
    write_program(programs / "transparency", TRANSPARENCY.format(python=sys.executable))
    for mark in (".run", ".test"):
        (folder / ".venv" / mark).touch()
    return folder


def write_program(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


def run_job(workflow: str, job: str, folder: Path, **environment: str) -> Ran:
    """Run the steps of a job in order: after a failure only those that ask for it."""
    steps: list[dict[str, Any]] = YAML(typ="safe").load(ROOT / ".github/workflows" / workflow)["jobs"][job]["steps"]
    aside = folder.parent / f"aside-{folder.name}"
    aside.mkdir(exist_ok=True)
    write_program(aside / "gh", GH)
    summary = aside / "summary.md"
    summary.touch()
    known = {
        **os.environ, "PATH": f"{aside}:{os.environ['PATH']}", "GITHUB_STEP_SUMMARY": str(summary), "GITHUB_RUN_ID": "7",
        "GITHUB_RUN_NUMBER": "41", "GITHUB_SHA": "0" * 40, "GH_NOTES": str(aside / "notes"), "GH_ISSUE": "", "GH_LAST": "",
        "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", "PYTHONDONTWRITEBYTECODE": "1", **environment,
    }  # fmt: skip
    ran = Ran()
    for step in steps:
        wanted = step.get("if", "success()")
        assert wanted in ("success()", "always()", "failure()"), wanted
        if (wanted == "success()" and ran.failed) or (wanted == "failure()" and not ran.failed):
            continue
        if "run" not in step:
            path = step.get("with", {}).get("path")
            ran.kept += [path] if path and (folder / path).exists() else []
            continue
        # As GitHub runs a step of bash.
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]], cwd=folder, env=known, check=False, capture_output=True, text=True
        )
        ran.done.append(step["name"])
        ran.said += done.stdout + done.stderr
        if done.returncode:
            ran.failed.append(step["name"])
    ran.summary = summary.read_text(encoding="utf-8")
    return ran
