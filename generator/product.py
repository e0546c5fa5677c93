"""Where the product's own files are: templates, theme and the site builder's settings."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def product_folder() -> Path:
    """The folder that holds `templates/` and `mkdocs.yml`: inside an installed package, or beside it in a checkout."""
    installed = PACKAGE / "product"
    return installed if installed.is_dir() else PACKAGE.parent


def pages_folder() -> Path:
    """The product's page templates."""
    return product_folder() / "templates" / "pages"


def theme_folder() -> Path:
    """The product's theme overrides."""
    return product_folder() / "templates" / "theme"
