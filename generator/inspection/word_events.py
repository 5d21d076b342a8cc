"""Reading a part of a Word file element by element: runs, tracked changes, remarks."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

from generator.inspection.saved import DamagedError

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_INSERTED = {"ins", "moveTo"}
_DELETED = {"del", "moveFrom"}
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": " "}
_COUNTED = {"PAGE", "NUMPAGES", "SECTIONPAGES"}
_LONGEST = 10_000_000
"""Characters of text that a letter has at the most."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A tracked change: by whom and when, as the file says."""

    deleted: bool
    who: str
    when: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that one change and the same remarks apply to."""

    text: str
    mark: Mark | None = None
    comments: tuple[str, ...] = ()

    @property
    def deleted(self) -> bool:
        """Tell whether it was taken out, with changes tracked."""
        return self.mark is not None and self.mark.deleted


@dataclass(frozen=True, slots=True)
class RawParagraph:
    """A paragraph as it stands; ``end_deleted``: it was joined with the next."""

    pieces: tuple[Piece, ...]
    end_deleted: bool = False


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark: by whom and when, as the file says, and what it says."""

    who: str
    when: str
    text: str


@dataclass(slots=True)
class _Open:
    """A paragraph that is being read."""

    pieces: list[Piece] = field(default_factory=list)
    end_deleted: bool = False


@dataclass(slots=True)
class _Field:
    """A field that is being read: its instruction, and whether its result has begun."""

    code: str = ""
    result: bool = False

    @property
    def counts(self) -> bool:
        """Tell whether its result is a number that the page decides."""
        return self.result and self.code.split()[:1] != [] and self.code.split()[0] in _COUNTED


class PartReader:
    """Reads one part; ``paragraphs`` and ``comments`` have what it says."""

    def __init__(self) -> None:
        self.paragraphs: list[RawParagraph] = []
        self.comments: dict[str, Comment] = {}
        self._names: list[str] = []
        self._open: list[_Open] = []
        self._marks: list[Mark] = []
        self._fields: list[_Field] = []
        self._remarks: dict[str, None] = {}
        self._comment: tuple[str, str, str] | None = None
        self._begun = 0
        self._skipped = 0
        self._length = 0

    def read(self, source: bytes) -> PartReader:
        """Read the XML of the part; raise DamagedError where it is none, or defines entities."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._refuse
        try:
            parser.Parse(source, True)  # noqa: FBT003 (it is the end)
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise DamagedError from error
        return self

    def _refuse(self, *_: object) -> None:
        raise DamagedError

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        space, _, name = tag.rpartition(" ")
        self._skipped += tag == _FALLBACK or bool(self._skipped)
        self._names.append(name if space in _WORD else f"?{name}")
        if self._skipped or space not in _WORD:
            return
        said = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        if name in _INSERTED | _DELETED:
            self._changed(name, said)
        elif name in _SIGNS and self._names[-2:-1] == ["r"]:
            self._add(_SIGNS[name])
        else:
            self._began(name, said)

    def _began(self, name: str, said: dict[str, str]) -> None:
        match name:
            case "p":
                self._open.append(_Open())
            case "commentRangeStart":
                self._remarks[said.get("id", "")] = None
            case "commentRangeEnd":
                self._remarks.pop(said.get("id", ""), None)
            case "commentReference" if self._open:
                self._open[-1].pieces.append(Piece("", comments=(said.get("id", ""),)))
            case "fldChar":
                self._field(said.get("fldCharType", ""))
            case "fldSimple":
                self._fields.append(_Field(said.get("instr", ""), result=True))
            case "comment":
                self._comment = (said.get("id", ""), said.get("author", ""), said.get("date", ""))
                self._begun = len(self.paragraphs)

    def _changed(self, name: str, said: dict[str, str]) -> None:
        """Begin a tracked change, or note that of the end of a paragraph."""
        of_the_end = self._names[-3:-1] == ["pPr", "rPr"]
        if of_the_end and self._open and name in _DELETED:
            self._open[-1].end_deleted = True
        mark = Mark(name in _DELETED, said.get("author", ""), said.get("date", ""))
        self._marks.append(mark)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].result = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _end(self, tag: str) -> None:
        self._names.pop()
        if self._skipped:
            self._skipped -= 1
            return
        space, _, name = tag.rpartition(" ")
        if space not in _WORD:
            return
        if name in _INSERTED | _DELETED:
            self._marks.pop()
        elif name == "p" and self._open:
            done = self._open.pop()
            self.paragraphs.append(RawParagraph(tuple(done.pieces), done.end_deleted))
        elif name == "fldSimple" and self._fields:
            self._fields.pop()
        elif name == "comment" and self._comment:
            id_, who, when = self._comment
            own = self.paragraphs[self._begun :]
            text = "\n".join("".join(piece.text for piece in each.pieces) for each in own)
            self.comments[id_] = Comment(who, when, text.strip())
            self._comment = None

    def _characters(self, text: str) -> None:
        if self._skipped or not self._names:
            return
        if self._names[-1] == "instrText" and self._fields:
            self._fields[-1].code += text
        elif self._names[-1] in ("t", "delText"):
            self._add(text)

    def _add(self, text: str) -> None:
        self._length += len(text)
        if self._length > _LONGEST:
            raise DamagedError
        if self._open and not any(each.counts for each in self._fields):
            mark = next((each for each in reversed(self._marks) if each.deleted), None)
            mark = mark or (self._marks[-1] if self._marks else None)
            self._open[-1].pieces.append(Piece(text, mark, tuple(self._remarks)))
