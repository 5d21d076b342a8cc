"""Makes static fonts from the variable ones of the pinned packages: same packages, same bytes."""

import json
import struct
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from io import BytesIO
from pathlib import Path, PurePath
from typing import TypedDict
from xml.sax.saxutils import escape

import uharfbuzz
from fontTools.ttLib import TTFont

from generator.fonts import COVERAGE, FONTCONFIG
from generator.fonts.families import Family, Ranges, families

_REGULAR, _BOLD = 400, 700

# How far a line of Noto Serif reaches above and below its base, in thousandths of its size.
_LINE_UNITS, _ASCENT, _DESCENT = 1000, 1069, -293

# Bits of OS/2.fsSelection and head.macStyle, and the names that only a variable font needs.
_SELECTION_ITALIC, _SELECTION_BOLD, _SELECTION_REGULAR = 1 << 0, 1 << 5, 1 << 6
_MAC_BOLD, _MAC_ITALIC = 1 << 0, 1 << 1
_RANGE = 2
"""The format of a list of characters that is one range (Adobe Technical Note 5176, 13)."""

_VARIABLE_NAMES = (16, 17, 21, 22, 25)


class Record(TypedDict):
    """What the coverage file says of a family."""

    version: str
    files: list[str]
    ranges: list[tuple[int, int]]


@dataclass(frozen=True)
class Style:
    """One of the four styles that word processors link into a family."""

    bold: bool
    italic: bool

    @property
    def name(self) -> str:
        """Return the style's name as fonts spell it."""
        words = ("Bold" if self.bold else "", "Italic" if self.italic else "")
        return " ".join(word for word in words if word) or "Regular"


def make_all(folder: Path) -> None:
    """Make every family into a folder, which appears whole or not at all."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".making-") as made:
        new = Path(made, "new")
        new.mkdir()
        known = {
            family.name: make_family(family, new)
            for family in families().values()
            if _is_there(family)
        }
        (new / COVERAGE).write_text(json.dumps(known) + "\n", encoding="utf-8")
        (new / FONTCONFIG).write_text(_fontconfig(folder), encoding="utf-8")
        if folder.exists():
            folder.rename(Path(made, "old"))
        new.rename(folder)


def make_family(family: Family, folder: Path) -> Record:
    """Make the styles of a family into a folder; return what there is to know of them."""
    files: list[str] = []
    characters: list[set[int]] = []
    version = ""
    for style, source in _styles(family):
        font = make_font(source, family=family.name, style=style, keeps=family.keeps)
        file = f"{family.name}-{style.name}{source.suffix}".replace(" ", "")
        font.save(folder / file)
        files.append(file)
        characters.append(set(font.getBestCmap()))
        version = version or _version(font)
    (licence,) = {each.read_bytes() for each in _files(family.package, "LICENSE")}
    (folder / f"LICENSE {family.name}.txt").write_bytes(licence)
    covered = _ranges(sorted(set.intersection(*characters)))
    return Record(version=version, files=files, ranges=list(covered))


def make_font(source: Path, *, family: str, style: Style, keeps: Ranges = ()) -> TTFont:
    """Make one static font, named so that every program sees it as that style of the family."""
    data = BytesIO(_numbered(_instance(source, style, keeps)))
    # No boxes anew: HarfBuzz has them right, and drawing every Chinese character takes 40 s.
    font = TTFont(data, recalcTimestamp=False, recalcBBoxes=False)
    if "STAT" in font:
        del font["STAT"]
    _set_names(font, family, style)
    _set_flags(font, style)
    _set_line(font)
    return font


def _is_there(family: Family) -> bool:
    """Say whether the family's package is installed; only that of an extra may be missing."""
    try:
        distribution(family.package)
    except PackageNotFoundError:
        if family.extra is None:
            raise
        return False
    return True


def _files(package: str, pattern: str) -> Iterator[Path]:
    """Yield the files of an installed package whose path ends as the pattern says."""
    found = distribution(package)
    for file in found.files or ():
        if PurePath(file).match(pattern):
            yield Path(str(found.locate_file(file)))


def _styles(family: Family) -> Iterator[tuple[Style, Path]]:
    """Yield each style that the package's files allow, the regular one first."""
    sources = sorted(_files(family.package, family.files), key=lambda file: len(file.name))
    for source in sorted(sources, key=lambda file: "Bold" in file.name):
        for bold in (False, True) if _has_weights(source) else ("Bold" in source.name,):
            yield Style(bold=bold, italic="Italic" in source.name), source


def _has_weights(source: Path) -> bool:
    """Say whether the font can be made bold."""
    with TTFont(source, lazy=True) as font:
        return "fvar" in font and any(axis.axisTag == "wght" for axis in font["fvar"].axes)


def _instance(source: Path, style: Style, keeps: Ranges) -> bytes:
    """Return the font at the style's weight, with every other axis where it rests.

    Why HarfBuzz: it takes 0.05 s where fontTools takes 8, and minutes for a Chinese font.
    """
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(source))
    wanted = uharfbuzz.SubsetInput()
    wanted.keep_everything()
    if keeps:
        wanted.glyph_set.clear()
        wanted.unicode_set.clear()
        for first, last in keeps:
            wanted.unicode_set.add_range(first, last)
    wanted.pin_all_axes_to_default(face)
    if _has_weights(source):
        wanted.pin_axis_location(face, "wght", _BOLD if style.bold else _REGULAR)
    return bytes(uharfbuzz.subset(face, wanted).blob.data)


def _numbered(data: bytes) -> bytes:
    """Return a font in which the number of each character (CID) is the place of its glyph.

    Why: WeasyPrint writes places where a PDF means numbers (ISO 32000-1, 9.7.4.2). In a Chinese
    font they differ, and a reader that goes by the standard, as MuPDF does, shows empty pages.
    """
    with TTFont(BytesIO(data), lazy=True) as font:
        if "CFF " not in font or not hasattr(font["CFF "].cff[0], "ROS"):
            return data
        start = font.reader.tables["CFF "].offset + font["CFF "].cff[0].rawDict["charset"]
        every = font["maxp"].numGlyphs
    charset = struct.pack(">BHH", _RANGE, 1, every - 2)
    return data[:start] + charset + data[start + len(charset) :]


def _set_names(font: TTFont, family: str, style: Style) -> None:
    """Give the font the names that link it into its family."""
    names = font["name"]
    full = family if style.name == "Regular" else f"{family} {style.name}"
    postscript = f"{family}-{style.name}".replace(" ", "")
    for name_id in _VARIABLE_NAMES:
        names.removeNames(nameID=name_id)
    for name_id, text in (
        (1, family),
        (2, style.name),
        (3, f"{_version(font)};{postscript}"),
        (4, full),
        (6, postscript),
    ):
        names.setName(text, name_id, platformID=3, platEncID=1, langID=0x409)


def _set_flags(font: TTFont, style: Style) -> None:
    """Say in the two other places that tell weight and slope what the names say."""
    selection = font["OS/2"].fsSelection
    selection &= ~(_SELECTION_ITALIC | _SELECTION_BOLD | _SELECTION_REGULAR)
    selection |= _SELECTION_ITALIC * style.italic | _SELECTION_BOLD * style.bold
    selection |= _SELECTION_REGULAR * (style.name == "Regular")
    font["OS/2"].fsSelection = selection
    font["OS/2"].usWeightClass = _BOLD if style.bold else _REGULAR
    font["head"].macStyle = _MAC_BOLD * style.bold | _MAC_ITALIC * style.italic


def _set_line(font: TTFont) -> None:
    """Give the font the line of Noto Serif and Noto Sans, which is the same for both.

    Why: a line with a name in another script would stand lower than its neighbours, and lower
    than its own number in a list.
    """
    scale = font["head"].unitsPerEm / _LINE_UNITS
    header, table = font["hhea"], font["OS/2"]
    header.ascent = table.sTypoAscender = round(_ASCENT * scale)
    header.descent = table.sTypoDescender = round(_DESCENT * scale)
    header.lineGap = table.sTypoLineGap = 0


def _version(font: TTFont) -> str:
    """Return the version number that the font states."""
    return str(font["name"].getDebugName(5)).removeprefix("Version ").partition(";")[0]


def _ranges(codes: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of code points."""
    first = last = -1
    for code in codes:
        if code != last + 1:
            if first >= 0:
                yield first, last
            first = code
        last = code
    if first >= 0:
        yield first, last


def _fontconfig(folder: Path) -> str:
    """Return the fontconfig file for a folder of fonts, with its own cache beside it."""
    template = Path(__file__).with_name("fontconfig.xml").read_text(encoding="utf-8")
    cache = folder.with_name("fontconfig-cache")
    return template.format(fonts=escape(str(folder)), cache=escape(str(cache)))
