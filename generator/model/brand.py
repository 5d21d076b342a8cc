"""The face of an organisation: its colours, fonts, logos, contacts and paper."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model.base import Record
from generator.model.scalars import (
    Address,
    Decimal,
    Email,
    Locale,
    Name,
    Text,
)

Paper = Literal["A4", "Letter"]
"""The sizes of paper."""

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_PICTURE = re.compile(r"\w[\w.-]*\.(?:svg|png)")


def _colour(value: Any) -> str:
    """Return a colour as ``#rrggbb``; one without quotes is a remark of YAML, and empty."""
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        raise PydanticCustomError("colour-form", "colour")
    return str(value).lower()


def _picture(value: Any) -> str:
    """Return the name of a picture that stands in a folder, not below or above it."""
    if not isinstance(value, str) or not _PICTURE.fullmatch(value):
        raise PydanticCustomError("picture-name", "name")
    return str(value)


Colour = Annotated[
    str,
    BeforeValidator(_colour),
    WithJsonSchema({"type": "string", "pattern": f"^{_COLOUR.pattern}$"}),
]
PictureFile = Annotated[
    str,
    BeforeValidator(_picture),
    WithJsonSchema({"type": "string", "pattern": r"\.(svg|png)$"}),
]


class BrandColours(Record):
    """The colours of a page; what is absent stays as the program has it.

    ``ink``: the text.
    ``quiet``: the letterhead, the lines of each page, captions.
    ``accent``: headings, links, numbers, and the line below the letterhead.
    ``hairline``: thin lines in tables, above notes, beside what is set apart.
    ``mark``: what says of each page that it is a draft.
    ``gap``: what a draft lacks.
    ``gap_ground``: what that stands on.
    """

    ink: Colour | None = None
    quiet: Colour | None = None
    accent: Colour | None = None
    hairline: Colour | None = None
    mark: Colour | None = None
    gap: Colour | None = None
    gap_ground: Colour | None = None


class BrandFamilies(Record):
    """The fonts of documents whose type names none.

    ``text``: the font of the text.
    ``headings``: the font of headings, letterhead and page lines.
    """

    text: Text = "Noto Serif"
    headings: Text = "Noto Sans"


class BrandLogo(Record):
    """The logo of an organisation.

    ``file``: an SVG or PNG in the folder ``templates``.
    ``width``: how wide it is in millimetres where the organisation signs alone, 10 to 120.
    ``alt``: what it shows, for who cannot see it, by locale; absent, the organisation's name.
    """

    file: PictureFile
    width: Decimal = 40.0
    alt: Mapping[Locale, Text] = {}


class BrandFooter(Record):
    """What stands at the foot of the first page of letters that the organisation signs.

    ``organisation``: the id of the organisation; where several sign, its name stands first.
    ``address``: the postal address in one line, by locale.
    ``telephone``: the number, in quotes.
    ``email``: the e-mail address.
    ``web``: the website.
    ``registered``: the register and the number in it, by locale.
    """

    organisation: Name
    address: Mapping[Locale, Text] = {}
    telephone: Text | None = None
    email: Email | None = None
    web: Address | None = None
    registered: Mapping[Locale, Text] = {}


class BrandFile(Record):
    """``templates/brand.yaml``: the face of those who sign; every key may be absent.

    ``colours``: the colours of a page.
    ``families``: the fonts.
    ``logos``: the logos, by the id of the organisation; a document has those of its signatories.
    ``footer``: contacts at the foot of the first page.
    ``paper``: the paper; absent, what is usual where the language of the letter is spoken.
    """

    colours: BrandColours = BrandColours()
    families: BrandFamilies = BrandFamilies()
    logos: Mapping[Name, BrandLogo] = {}
    footer: BrandFooter | None = None
    paper: Paper | None = None
