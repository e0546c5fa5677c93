"""The program as others install it: a wheel with its templates inside, which makes and builds a council's folder."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.house.looking import ROOT

SOURCE = ("generator", "templates", "mkdocs.yml", "pyproject.toml", "setup.py", "MANIFEST.in", "README.md")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.egg-info", "product")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy without asking anybody for anything."""
    source, wheels = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheels")
    for name in SOURCE:
        place = ROOT / name
        shutil.copytree(place, source / name, ignore=LEFT_OUT) if place.is_dir() else shutil.copy(place, source / name)
    run("-m", "pip", "wheel", str(source), "--no-deps", "--no-index", "--no-build-isolation", "--quiet", "-w", str(wheels))
    (made,) = wheels.glob("*.whl")
    return made


def run(*arguments: str, place: Path | None = None, path: Path | None = None) -> str:
    environment = os.environ | {"PIP_DISABLE_PIP_VERSION_CHECK": "1"} | ({"PYTHONPATH": str(path)} if path else {})
    done = subprocess.run([sys.executable, *arguments], cwd=place, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_holds_every_module_and_every_template_and_no_council(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    wanted = {path.relative_to(ROOT).as_posix() for path in (ROOT / "generator").rglob("*.py") if "product" not in path.parent.parts}
    wanted |= {f"generator/product/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "templates").rglob("*") if path.is_file()}
    wanted |= {"generator/product/mkdocs.yml", "generator/py.typed"}
    assert wanted <= inside
    others = {name for name in inside - wanted if ".dist-info/" not in name}
    assert others == set()


def test_an_installed_wheel_makes_and_builds_a_council_s_folder(wheel: Path, tmp_path: Path) -> None:
    installed, council = tmp_path / "installed", tmp_path / "council"
    run("-m", "pip", "install", str(wheel), "--no-deps", "--no-index", "--quiet", "--target", str(installed))
    where = run("-c", "import generator.product as it; print(it.product_folder())", place=tmp_path, path=installed).strip()
    assert where == str(installed / "generator" / "product")
    run("-m", "generator", "new", "Exampleshire Council", str(council), place=tmp_path, path=installed)
    run("-m", "generator", "build", str(council), place=tmp_path, path=installed)
    assert "Exampleshire" in (council / "build/site/index.html").read_text(encoding="utf-8")
