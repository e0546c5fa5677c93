"""Runs MkDocs over the staged folder. The only module that knows MkDocs: another builder replaces this one."""

import logging
import os
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from generator.model import Council
from generator.periods import in_words
from generator.product import theme_folder

LOGGER = "mkdocs"


class SiteBuilderFailed(Exception):
    """MkDocs could not build the staged folder, or warned about it: a warning is a mistake in the product."""


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns about."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def build_pages(settings: Path, council: Council, theme: Path | None, docs: Path, site: Path, as_at: date) -> None:
    """Build `docs` into `site` with the settings file; raises SiteBuilderFailed with every warning."""
    os.environ["SOURCE_DATE_EPOCH"] = str(int(datetime(as_at.year, as_at.month, as_at.day, tzinfo=UTC).timestamp()))
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material's own notice about a version that is not installed
    from mkdocs.commands.build import build  # noqa: PLC0415  costs 0.3 s, which `check` need not pay
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    warnings = _Warnings()
    logger = logging.getLogger(LOGGER)
    logger.addHandler(warnings)
    try:
        configuration = load_config(str(settings), **_overrides(settings, council, theme, docs, site, as_at))
        build(configuration)
    except MkDocsException as failure:
        raise SiteBuilderFailed("; ".join([*warnings.messages, str(failure)])) from failure
    finally:
        logger.removeHandler(warnings)
    if warnings.messages:
        raise SiteBuilderFailed("; ".join(warnings.messages))


def _overrides(
    settings: Path, council: Council, theme: Path | None, docs: Path, site: Path, as_at: date
) -> Mapping[str, Any]:
    """What the council and the run decide, over what the settings file says."""
    from mkdocs.utils.yaml import yaml_load  # noqa: PLC0415

    with settings.open("rb") as opened:
        written = yaml_load(opened)
    look = {**written["theme"], "custom_dir": str(theme or theme_folder())}
    extra = {
        **written.get("extra", {}),
        "title": council.site.title,
        "strapline": council.site.strapline,
        "council": council.published_by,
        "as_at": in_words(as_at),
        "feed": "feed.xml",
    }
    return {
        "site_name": council.site.title,
        "site_url": council.site.url,
        "docs_dir": str(docs),
        "site_dir": str(site),
        "theme": look,
        "extra": extra,
    }
