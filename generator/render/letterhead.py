"""The logos at the head of the first page: how large each is, and where it stands."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, replace
from math import ceil, sqrt

from markupsafe import Markup

from generator.letter import Letter, Logo

_WINDOW = 36.0
_LINE = 3.4
"""How high a line at the foot of a page is."""
_TOP = 10.0
"""Where logos begin, from the edge of the paper; printers reach what is 4 mm from it."""
_BELOW = 4.0
_BETWEEN_ROWS = 3.0
_GAP = 5.0
_TALLEST = 20.0
_CELL = 22.0
"""The narrowest place for one of several logos."""
_WIDEST_CELL = 45.0
_HEIGHTS = (14.0, 10.0, 8.0)
"""How high one of several may be: in one row, in two, in more."""
_WINDOW_TOP = 45.0
"""Where the window of an envelope begins (DIN 5008, form B); no logo reaches into it."""
_FILLED = 0.6
_SQUARE = 1.3
"""How much of its place a logo takes, and at most of a square that is as high as the row: so much
that long, round and high ones have the same area."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A logo as large as it is printed, in a cell of its row; millimetres."""

    logo: Logo
    width: float
    height: float
    cell: float


@dataclass(frozen=True, slots=True)
class Band:
    """The rows of logos; ``top`` is where they begin, ``height`` what they and the gap take."""

    rows: tuple[tuple[Placed, ...], ...]
    top: float
    height: float


def band_of(letter: Letter) -> Band | None:
    """Return the logos of ``letter`` in rows, each as large to the eye; none where it has none."""
    logos, width = letter.brand.logos, letter.page.text_width
    if not logos:
        return None
    rows = _rows(logos, width) if len(logos) > 1 else ((_alone(logos[0], width),),)
    used = sum(max(each.height for each in row) for row in rows) + _BETWEEN_ROWS * (len(rows) - 1)
    top = min(_TOP, letter.page.margin_top)
    height = max(used + _BELOW, letter.page.margin_top - top)
    return Band(rows, top, round(height, 2))


@dataclass(frozen=True, slots=True)
class FirstPage:
    """What the first page has otherwise; lengths in millimetres.

    ``band``: the logos at its head. ``window``: how far below the top of the text the window of
    an envelope begins. ``foot``: the lines at its foot, above a margin of ``bottom``.
    """

    band: Band | None
    window: float
    foot: tuple[str, ...]
    bottom: float


def first_page(letter: Letter) -> FirstPage:
    """Return the first page of ``letter``; where nothing stands at its foot, as all others."""
    band, page, brand = band_of(letter), letter.page, letter.brand
    begins = band.top + band.height if band else page.margin_top
    bottom = page.margin_bottom + len(brand.footer) * _LINE
    notice = (letter.lines.notice,) if brand.footer and letter.lines.notice else ()
    window = round(max(_WINDOW - begins, 0), 2)
    return FirstPage(band, window, (*brand.footer, *notice), round(bottom, 2))


def heard_once(letter: Letter) -> tuple[str, ...]:
    """Return what stands in the margins that somebody who listens must hear, once each."""
    foot = "\n".join(first_page(letter).foot) or letter.lines.notice
    return tuple(each for each in (letter.lines.mark, foot) if each)


def _alone(logo: Logo, width: float) -> Placed:
    """Return the logo of a single signatory: as wide as its brand says, as far as there is room."""
    scale = min(1.0, _TALLEST / logo.height, width / logo.width)
    wide = round(logo.width * scale, 2)
    return Placed(logo, wide, round(logo.height * scale, 2), wide)


def _rows(logos: tuple[Logo, ...], width: float) -> tuple[tuple[Placed, ...], ...]:
    """Return several logos in rows of equal cells, each logo of the same area."""
    count = ceil(len(logos) / int(width // _CELL))
    columns = ceil(len(logos) / count)
    cell = min(width / columns, _WIDEST_CELL)
    room = _WINDOW_TOP - _TOP - _BELOW - _BETWEEN_ROWS * (count - 1)
    highest = min(_HEIGHTS[min(count, len(_HEIGHTS)) - 1], room / count)
    placed = [_placed(each, cell, highest) for each in logos]
    return tuple(tuple(placed[at : at + columns]) for at in range(0, len(placed), columns))


def _placed(logo: Logo, cell: float, highest: float) -> Placed:
    ratio, widest = logo.width / logo.height, cell - _GAP
    area = min(_FILLED * widest * highest, _SQUARE * highest**2)
    wide = min(sqrt(area * ratio), widest, highest * ratio)
    return Placed(logo, round(wide, 2), round(wide / ratio, 2), round(cell, 2))


def logos_html(band: Band | None) -> Markup:
    """Return the logos as the first element of a page."""
    if band is None:
        return Markup()
    rows = Markup("\n").join(_row_html(row) for row in band.rows)
    return Markup('<div class="logos">\n{}\n</div>').format(rows)


def _row_html(row: tuple[Placed, ...]) -> Markup:
    *before, last = row
    cells = (*before, replace(last, cell=last.width))
    return Markup("<div>{}</div>").format(Markup().join(map(_logo_html, cells)))


def _logo_html(placed: Placed) -> Markup:
    logo = placed.logo
    after = round(placed.cell - placed.width, 2)
    size = f"width: {placed.width}mm; height: {placed.height}mm; margin-inline-end: {after}mm"
    data = b64encode(logo.data).decode()
    return Markup('<img src="data:{};base64,{}" alt="{}" style="{}">').format(
        logo.media_type, data, logo.alt, size
    )
