"""Logos of organisations that do not exist, and the workspace of those that sign with them."""

from __future__ import annotations

from pathlib import Path

from tests.support.pngs import png
from tests.workspaces import BRIEF, ORGANISATIONS, WorkspaceFolder, fictional

BRAND = "templates/brand.yaml"

SHAPES: tuple[tuple[int, int, str], ...] = (
    (300, 100, '<rect width="300" height="100" rx="20" fill="#0b5d5b"/>'),
    (100, 100, '<circle cx="50" cy="50" r="50" fill="#8a1c4a"/><path d="M50 9 85 80H15z"/>'),
    (100, 160, '<path d="M50 0 100 60 70 160H30L0 60z" fill="#22577a"/>'),
    (420, 80, '<rect width="420" height="80" fill="#3d3d3d"/>'),
    (160, 100, '<ellipse cx="80" cy="50" rx="80" ry="50" fill="#b35900"/>'),
    (200, 100, '<path d="M0 0h60v100H0zM140 0h60v100h-60z" fill="#4b2e83"/>'),
    (120, 100, '<path d="M0 100V0l60 60L120 0v100z" fill="#0a5c2f"/>'),
)
"""Widths, heights and shapes: wide, round, high, very wide, flat, two in one, a letter."""


def svg(number: int) -> str:
    """Return a logo; after the last shape they begin again."""
    width, height, shapes = SHAPES[number % len(SHAPES)]
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{shapes}</svg>'


def logo(width: int = 240, height: int = 120, *, more: bytes = b"") -> bytes:
    """Return a logo of two colours as PNG, with ``more`` chunks before its pixels."""
    return png(width, height, b"\x0b\x5d\x5b", b"\xff\xff\xff", more=more)


def coalition(root: Path, count: int, more: str = "") -> WorkspaceFolder:
    """Return the fictional workspace, signed by ``count`` organisations with a logo each.

    ``more`` stands at the end of its brand.
    """
    folder = fictional(root)
    brief = folder.read(BRIEF)
    old = brief[brief.index("signatories:") : brief.index("contact:")]
    names = [f"group_{number}" for number in range(1, count + 1)]
    signs = "".join(f"  - {{organisation: {name}, state: agreed}}\n" for name in names)
    folder.replace(BRIEF, old, f"signatories:\n{signs}")
    folder.append(ORGANISATIONS, "".join(map(_organisation, names)))
    for number, name in enumerate(names):
        folder.write(f"templates/{name}.svg", svg(number))
    logos = "".join(f"  {name}: {{file: {name}.svg, width: 40}}\n" for name in names)
    folder.write(BRAND, f"logos:\n{logos}{more}")
    return folder


def _organisation(name: str) -> str:
    number = name.removeprefix("group_")
    names = f"{{en: Society Number {number}, ar: الجمعية رقم {number}}}"
    return f"  - {{id: {name}, names: {names}, short: {{en: SN{number}, ar: ج{number}}}}}\n"
