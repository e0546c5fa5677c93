"""`transparency audit SITE`: reads a built folder as an outsider would; part of every build, and a command of its own."""

from pathlib import Path

from generator.audit import audit
from generator.commands.outcome import Exit, complain, show


def audit_site(site: Path, earlier: Path | None, form: str) -> Exit:
    """Audit a built folder, together with an earlier release if one is given."""
    for folder in (site, *([earlier] if earlier else [])):
        if not folder.exists():
            complain(f"There is nothing at {folder}.")
            return Exit.USAGE
    if not (site / "index.html").is_file():
        complain(f"{site} is not a built site: it has no index.html. Run `transparency build` first.")
        return Exit.USAGE
    found = audit(site.resolve(), earlier)
    show(found, form)
    return Exit.UNSAFE if found else Exit.FINE
