"""What pyproject.toml cannot say: the product's templates and settings stand beside the package and travel inside it."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent


class BuildWithProduct(build_py):
    """Puts templates/ and mkdocs.yml into the built package, where `generator.product` looks first."""

    def run(self) -> None:
        """Build the modules, then copy the product's files; an editable install finds them in the checkout."""
        super().run()
        if self.editable_mode:
            return
        product = Path(self.build_lib) / "generator" / "product"
        shutil.rmtree(product, ignore_errors=True)
        shutil.copytree(ROOT / "templates", product / "templates")
        shutil.copy2(ROOT / "mkdocs.yml", product / "mkdocs.yml")


setup(cmdclass={"build_py": BuildWithProduct})
