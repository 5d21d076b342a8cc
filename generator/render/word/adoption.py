"""What a letter takes over from a Word template: its useful parts, and nothing else of it."""

from __future__ import annotations

from typing import cast

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.opc.rel import _Relationship
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.package import Package

from generator.pictures.stripping import bare
from generator.render.word.addresses import target
from generator.render.word.ooxml import names
from generator.render.word.ooxml.cleaning import drop_hidden, scrub
from generator.render.word.ooxml.fields import drop_fields
from generator.render.word.ooxml.names import Element
from generator.render.word.ooxml.pages import is_document
from generator.render.word.ooxml.references import drop_references, references
from generator.render.word.ooxml.styles import hidden_styles

_XML = frozenset(
    {RT.STYLES, RT.NUMBERING, RT.SETTINGS, RT.FOOTNOTES, RT.HEADER, RT.FOOTER, RT.FONT_TABLE}
)
_KEPT = frozenset({*_XML, RT.THEME, RT.IMAGE, RT.FONT})
_NAMED = frozenset({RT.HYPERLINK, RT.IMAGE, RT.HEADER, RT.FOOTER})  # of no use if nothing leans


def adopt(source: Part, package: Package) -> XmlPart:
    """Return the main part of ``package``, made from that of a template, with its parts."""
    made = xml_part(package, "/word/document.xml", CT.WML_DOCUMENT_MAIN, _root_of(source))
    if not is_document(root_of(made)):
        raise ValueError("no w:document")
    package.relate_to(made, RT.OFFICE_DOCUMENT)
    _Adoption(package).relate(source, made)
    stories = [each for each in package.iter_parts() if each.content_type in _STORIES]
    styles = next((each for each in made.rels.values() if each.reltype == RT.STYLES), None)
    hidden = hidden_styles(root_of(cast("XmlPart", styles.target_part))) if styles else frozenset()
    for story in stories:
        drop_hidden(root_of(cast("XmlPart", story)), hidden)
        drop_fields(root_of(cast("XmlPart", story)))
    return made


_STORIES = frozenset({CT.WML_HEADER, CT.WML_FOOTER, CT.WML_FOOTNOTES})


class _Adoption:
    """Copies the parts of a template, each once."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._seen: dict[str, Part] = {}

    def relate(self, source: Part, made: Part) -> None:
        """Relate ``made`` to what may stay of all that ``source`` is related to."""
        if isinstance(made, XmlPart):
            scrub(root_of(made))
        dropped: set[str] = set()
        for identity, relation in source.rels.items():
            if relation.is_external:
                address = _address(relation)
                if address is None:
                    dropped.add(identity)
                else:
                    made.rels.add_relationship(
                        relation.reltype, address, identity, is_external=True
                    )
            elif relation.reltype in _KEPT and not _is_drawing_program(relation.target_part):
                part = self._adopted(relation.target_part, relation.reltype)
                made.rels.add_relationship(relation.reltype, part, identity)
            else:
                dropped.add(identity)
        if isinstance(made, XmlPart):
            drop_references(root_of(made), dropped)

    def _adopted(self, part: Part, kind: str) -> Part:
        name = str(part.partname)
        if name not in self._seen:
            self._seen[name] = self._copied(part, kind)
        return self._seen[name]

    def _copied(self, part: Part, kind: str) -> Part:
        made: Part
        if kind in _XML:
            made = xml_part(self._package, part.partname, part.content_type, _root_of(part))
        else:
            made = Part(part.partname, part.content_type, bare(part.blob), self._package)
        self.relate(part, made)
        return made


def _address(relation: _Relationship) -> str | None:
    """Return where a link of a letterhead leads, if it may: into the web, or to a mailbox."""
    return target(relation.target_ref) if relation.reltype == RT.HYPERLINK else None


def _is_drawing_program(part: Part) -> bool:
    """Return whether a picture is an SVG: those tell of files and people; a PNG stands beside."""
    return str(part.content_type) == "image/svg+xml"


def forget_unused(part: Part) -> None:
    """Take away the relationships that nothing in ``part`` leans on any more."""
    if isinstance(part, XmlPart):
        used = references(root_of(part))
        for identity, relation in list(part.rels.items()):
            if relation.reltype in _NAMED and identity not in used:
                del part.rels[identity]


def xml_part(package: Package, name: str, content_type: str, root: Element) -> XmlPart:
    """Return a new part of ``package`` with this root."""
    return XmlPart(PackURI(name), content_type, cast("BaseOxmlElement", root), package)


def root_of(part: XmlPart) -> Element:
    """Return the root element of ``part``."""
    return cast("Element", part.element)


def _root_of(part: Part) -> Element:
    return names.parse(part.blob)
