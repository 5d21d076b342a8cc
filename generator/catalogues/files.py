"""Where the catalogues of a locale stand, one for each domain."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.model.base import CLEARANCES, Sensitivity

DOCUMENTS = "documents"
"""The domain of the templates' wording."""
CONTENT = "content"


def content_domain(sensitivity: Sensitivity) -> str:
    """Return the domain of sentences: what is not public has a catalogue of its own."""
    return CONTENT if sensitivity == "public" else f"{CONTENT}-{sensitivity}"


DOMAINS = (*(content_domain(each) for each in CLEARANCES), DOCUMENTS)
"""Every domain; a translator outside is given those that are public."""


def catalogue_file(root: Path, locale: str, domain: str) -> Path:
    """Return the file of a catalogue."""
    return root / "locales" / locale / "LC_MESSAGES" / f"{domain}.po"


def lock_file(root: Path, locale: str) -> Path:
    """Return the file that is locked while the catalogues of a locale are written."""
    return catalogue_file(root, locale, CONTENT).with_name(".lock")


def catalogue_locales(root: Path) -> Iterator[str]:
    """Yield the locales that have catalogues."""
    for path in sorted((root / "locales").glob("*/LC_MESSAGES")):
        yield path.parent.name
