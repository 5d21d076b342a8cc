"""The Word file as a package: its parts, and the relationships between them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from functools import lru_cache
from io import BytesIO
from types import MappingProxyType
from typing import cast
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import OpcError
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.package import Package
from lxml.etree import LxmlError

from generator.letter import Properties
from generator.pictures.stripping import bare
from generator.render.base import RenderFailure
from generator.render.word.adoption import adopt, forget_unused, root_of, xml_part
from generator.render.word.metadata import application_xml, core_xml
from generator.render.word.ooxml import names
from generator.render.word.ooxml.names import Element
from generator.render.word.ooxml.pictures import PlacedPicture, inline_picture, number_pictures

__all__ = ["TEMPLATE", "WordPackage", "open_template", "root_of"]

TEMPLATE = "word.docx"

# Where the parts that a letter writes into stand, when the template has none.
_OWN_PARTS: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        RT.STYLES: ("/word/styles.xml", CT.WML_STYLES, "styles"),
        RT.NUMBERING: ("/word/numbering.xml", CT.WML_NUMBERING, "numbering"),
        RT.SETTINGS: ("/word/settings.xml", CT.WML_SETTINGS, "settings"),
        RT.FOOTNOTES: ("/word/footnotes.xml", CT.WML_FOOTNOTES, "footnotes"),
    }
)
_STORIES: Mapping[str, tuple[str, str, str, str]] = MappingProxyType(
    {
        "header": (RT.HEADER, "/word/header%d.xml", CT.WML_HEADER, "hdr"),
        "footer": (RT.FOOTER, "/word/footer%d.xml", CT.WML_FOOTER, "ftr"),
    }
)
_FAULTS = (
    OpcError,
    BadZipFile,
    LxmlError,
    zlib.error,
    struct.error,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    OSError,
    EOFError,
    RuntimeError,
)
_PICTURE = "/word/media/picture%d.png"
_NO_TIME = (1980, 1, 1, 0, 0, 0)


class WordPackage:
    """A Word file in the making: its parts, and the relationships between them."""

    def __init__(self, template: bytes) -> None:
        self._package = Package()
        self._links: dict[tuple[str, str], str] = {}
        self._pictures: dict[bytes, Part] = {}
        self.document = adopt(_opened(template).main_document_part, self._package)
        self._parts = {kind: self._own_part(kind) for kind in _OWN_PARTS}

    @property
    def styles(self) -> Element:
        """The styles."""
        return root_of(self._parts[RT.STYLES])

    @property
    def numbering(self) -> Element:
        """The numberings."""
        return root_of(self._parts[RT.NUMBERING])

    @property
    def settings(self) -> Element:
        """The settings."""
        return root_of(self._parts[RT.SETTINGS])

    @property
    def font_table(self) -> Element | None:
        """The table of fonts, if the template has one."""
        related = self.document.rels.values()
        found = (each for each in related if each.reltype == RT.FONT_TABLE)
        return next((root_of(cast("XmlPart", each.target_part)) for each in found), None)

    @property
    def footnotes(self) -> XmlPart:
        """The part of the notes, with links of its own."""
        return self._parts[RT.FOOTNOTES]

    def _own_part(self, kind: str) -> XmlPart:
        """Return the part of this kind, made empty if the template has none."""
        for relation in self.document.rels.values():
            if relation.reltype == kind:
                return cast("XmlPart", relation.target_part)
        name, content_type, tag = _OWN_PARTS[kind]
        made = xml_part(self._package, name, content_type, names.root(tag))
        self.document.relate_to(made, kind)
        return made

    def story_part(self, relationship: str) -> XmlPart:
        """Return the header or footer behind ``relationship``, with links of its own."""
        return cast("XmlPart", self.document.related_parts[relationship])

    def story(self, relationship: str) -> Element:
        """Return the root of the header or footer behind ``relationship``."""
        return root_of(self.story_part(relationship))

    def add_story(self, kind: str, like: str | None) -> str:
        """Add a header or footer, a copy of the one behind ``like`` if there is one."""
        reltype, name, content_type, tag = _STORIES[kind]
        model = cast("XmlPart", self.document.related_parts[like]) if like else None
        root = deepcopy(root_of(model)) if model else names.root(tag)
        made = xml_part(self._package, self._package.next_partname(name), content_type, root)
        for identity, relation in model.rels.items() if model else ():
            target = relation.target_ref if relation.is_external else relation.target_part
            made.rels.add_relationship(relation.reltype, target, identity, relation.is_external)
        return self.document.relate_to(made, reltype)

    def link(self, part: XmlPart, address: str) -> str:
        """Return the relationship of ``part`` that leads to ``address``."""
        key = (str(part.partname), address)
        if key not in self._links:
            self._links[key] = part.relate_to(address, RT.HYPERLINK, is_external=True)
        return self._links[key]

    def draw(self, parent: Element, part: XmlPart, picture: PlacedPicture) -> None:
        """Put ``picture`` at the end of the paragraph ``parent``, which stands in ``part``."""
        media = self._pictures.get(picture.data)
        if media is None:
            name = self._package.next_partname(_PICTURE)
            media = Part(name, CT.PNG, bare(picture.data), self._package)
            self._pictures[picture.data] = media
        inline_picture(parent, part.relate_to(media, RT.IMAGE), picture)

    def _stories(self) -> Iterator[Element]:
        """Yield the roots of what a reader sees: the document, then heads and feet."""
        yield root_of(self.document)
        for relation in self.document.rels.values():
            if relation.reltype in {RT.HEADER, RT.FOOTER}:
                yield root_of(cast("XmlPart", relation.target_part))

    def save(self, properties: Properties, language: str) -> bytes:
        """Return the file, the same bytes for the same parts."""
        core = PackURI("/docProps/core.xml")
        application = PackURI("/docProps/app.xml")
        for part, kind in (
            (
                Part(core, CT.OPC_CORE_PROPERTIES, core_xml(properties, language)),
                RT.CORE_PROPERTIES,
            ),
            (
                Part(application, CT.OFC_EXTENDED_PROPERTIES, application_xml()),
                RT.EXTENDED_PROPERTIES,
            ),
        ):
            self._package.relate_to(part, kind)
        for part in list(self._package.iter_parts()):
            forget_unused(part)
        number_pictures(self._stories())
        saved = BytesIO()
        self._package.save(saved)
        return _without_time(saved)


def open_template(data: bytes) -> WordPackage:
    """Return the package that starts from the template ``data``, or say that it is broken."""
    with template_at_fault():
        return WordPackage(data)


@contextmanager
def template_at_fault() -> Iterator[None]:
    """Say that the template is broken where what stands in it cannot be read."""
    try:
        yield
    except _FAULTS as fault:
        reason = str(fault) or type(fault).__name__
        raise RenderFailure("word-template-broken", file=TEMPLATE, reason=reason) from fault


@lru_cache(maxsize=1)  # nothing in it is changed
def _opened(data: bytes) -> OpcPackage:
    return OpcPackage.open(BytesIO(data))


def _without_time(saved: BytesIO) -> bytes:
    """Return the archive with its members in their order, and no time or system in it."""
    made = BytesIO()
    with ZipFile(saved) as source, ZipFile(made, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            member = ZipInfo(name, _NO_TIME)
            member.compress_type = ZIP_DEFLATED
            member.create_system = 0
            target.writestr(member, source.read(name))
    return made.getvalue()
