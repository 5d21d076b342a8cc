"""Whether what is written can be read against what it stands on.

Source: W3C, Web Content Accessibility Guidelines 2.2, success criteria 1.4.3 (text: 4.5 to 1, large
text 3 to 1) and 1.4.11 (what carries meaning without being text: 3 to 1), level AA, with the
definitions of "contrast ratio" and "relative luminance". Read on 2026-11-21.
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from generator.letter.brand import PAPER_COLOUR, Colours
from generator.letter.contrast import TEXT, contrast, parts_of

_PAIRS: tuple[tuple[str, str, float], ...] = (
    ("ink", "paper", TEXT),
    ("quiet", "paper", TEXT),
    ("accent", "paper", TEXT),
    ("mark", "paper", TEXT),
    ("gap", "gap_ground", TEXT),
    ("ink", "gap_ground", TEXT),
)
"""What stands on what in page.css and word.docx. The few headings that are large enough for 3 to 1
have the colours of small text. Thin lines part what space parts already: who does not see them
misses nothing, so that 1.4.11 does not ask for their contrast."""

_STEPS = 255


@dataclass(frozen=True, slots=True)
class Faint:
    """A colour that is too near to what it stands on: both by name, and what would do."""

    name: str
    ground: str
    ratio: float
    needed: float
    nearest: str


def faint(colours: Colours) -> Iterator[Faint]:
    """Yield each pair of colours on a page that cannot be read well."""
    known = {**asdict(colours), "paper": PAPER_COLOUR}
    for name, ground, needed in _PAIRS:
        ratio = contrast(known[name], known[ground])
        if ratio < needed:
            nearest = nearest_passing(known[name], known[ground], needed)
            yield Faint(name, ground, ratio, needed, nearest)


def nearest_passing(colour: str, ground: str, needed: float) -> str:
    """Return the colour of the same hue, nearest in lightness, that reaches ``needed``."""
    hue, own, saturation = colorsys.rgb_to_hls(*(each / 255 for each in parts_of(colour)))
    steps = sorted(range(_STEPS + 1), key=lambda step: abs(step / _STEPS - own))
    made = (_named(colorsys.hls_to_rgb(hue, step / _STEPS, saturation)) for step in steps)
    return next((each for each in made if contrast(each, ground) >= needed), "#000000")


def _named(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(each * 255):02x}" for each in parts)
