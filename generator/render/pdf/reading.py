"""Pages → what is read aloud, in order: one element for each of the letter, whatever page it is on.

WeasyPrint's own tags know pages only: a paragraph over two pages is two, the heading of a table
is told on every page, and what stands in the margins belongs nowhere. The boxes that it has laid
out know of which element of the HTML they are a part, and that makes the tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.render.pdf import roles
from generator.render.pdf.marks import Artifact, Marks
from generator.render.pdf.tree import Content, Element, Followed

_HEAD, _FOOT = Artifact("/Pagination", "/Header"), Artifact("/Pagination", "/Footer")
_ORNAMENT = Artifact("/Layout")


class Reader:
    """Reads page after page into one tree: the text, then the notes, as at the end of a web page.

    Why the notes come last: read where they are called, a source's title and address would tear
    its sentence apart. The reference at the call leads to the note.

    ``once`` are the lines of the margins that a reader must hear, such as that this is a draft:
    those above the text before everything else, those below it last. All others are not read.
    """

    def __init__(self, language: str, once: Iterable[str]) -> None:
        self.document = Element("Document", language=language)
        self._once = {_solid(each) for each in once}
        self._above: list[Element] = []
        self._below: list[Element] = []
        self._notes: list[Element] = []
        self._known: dict[tuple[Any, str], Element] = {}
        self._page = 0
        self._height = 0.0
        self._marks = Marks({}, [])

    def read(self, page: Any, marks: Marks) -> None:
        """Read one page, and settle what each of its ``marks`` is."""
        self._height, self._marks = page.height, marks
        for child in page._page_box.children:  # noqa: SLF001 (a page tells its boxes nowhere else)
            self._box(child, self.document)
        self._page += 1

    def told(self) -> Element:
        """Return the whole document."""
        for line in reversed(self._above):
            self.document.add(line, at=0)
        if self._notes:
            notes = self.document.add(Element("Sect"))
            for note in self._notes:
                notes.add(note)
        for line in self._below:
            self.document.add(line)
        for element in tuple(self.document.below()):
            if element.kind == "L":
                roles.number_list(element)
            elif element.kind == "TH":
                roles.say_once(element)
            _set_apart(element)
        return self.document

    def _box(self, box: Any, around: Element) -> None:
        box = getattr(box, "_box", box)  # what is positioned leaves a placeholder in the flow
        if getattr(box, "at_keyword", None):
            self._margin(box, above=box.at_keyword.startswith("@top"))
        elif type(box).__name__ == "FootnoteAreaBox":
            for child in box.children:
                self._children(child, self._note(child))
        elif box in self._marks.numbers:
            self._drawn(box, around)
        else:
            self._children(box, self._element(box, around))

    def _children(self, box: Any, element: Element) -> None:
        if box.link_annotation:
            element.kids.append(Followed(self._page, box.link_annotation))
        for child in getattr(box, "children", ()):
            self._box(child, element)

    def _margin(self, box: Any, *, above: bool) -> None:
        """Read a line of the margin where it must be heard, and leave it out everywhere else."""
        drawn = [each for each in box.descendants() if each in self._marks.numbers]
        line = _solid("".join(each.text for each in drawn))
        if line in self._once:
            self._once.remove(line)
            told = Element("P", parent=self.document)
            (self._above if above else self._below).append(told)
            for each in drawn:
                self._drawn(each, told)
        else:
            for each in drawn:
                self._marks.leave_out(each, _HEAD if above else _FOOT)

    # --- what is drawn ----------------------------------------------------------

    def _drawn(self, box: Any, around: Element) -> None:
        """Put a text or a picture where it belongs."""
        text = getattr(box, "text", None)
        if text is None:
            figure = self._element(box, around)
            if figure.alternative:
                figure.kids.append(Content(self._page, self._marks.keep(box)))
            else:
                around.kids.remove(figure)
                self._marks.leave_out(box, _ORNAMENT)
        elif text.strip().strip(_UNSEEN):
            holder = _holder(around)
            holder.kids.append(Content(self._page, self._marks.keep(box), text))
        else:
            self._marks.leave_out(box, _ORNAMENT)

    # --- elements ---------------------------------------------------------------

    def _element(self, box: Any, around: Element) -> Element:
        """Return the element that ``box`` is a part of, made where it begins."""
        if box.element is None or box.element_tag is None:
            return around
        key = (box.element, box.element_tag)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._begun(box, around)
        return known

    def _begun(self, box: Any, around: Element) -> Element:
        if _is_label(box, around):
            return _labelled(around)
        kind = roles.kind_of(box)
        language = _language(box, around)
        if kind is None and language is None:
            return around
        element = around.add(Element(kind or _plain(box), language=language))
        roles.describe(element, box, self._height)
        if kind == "LI":
            return element.add(Element("LBody"))
        if kind == "Reference" or box.element.get("class") == "reference-to-note":
            return _reference(element)
        return element

    def _note(self, box: Any) -> Element:
        """Return the note that ``box`` is a part of."""
        key = (box.element, roles.NOTE)
        if key not in self._known:
            note = Element("Note", parent=self.document, name=box.element.get("id"))
            note.language = _language(box, self.document)
            note.words = roles.words_of(box.element)
            self._known[key] = self._known[box.element, box.element_tag] = note
            self._known[box.element, f"{box.element_tag}::footnote-marker"] = note.add(
                Element("Lbl")
            )
            self._notes.append(note)
        return self._known[key]


_UNSEEN = "\u2060\u200b"


def read(
    pages: Iterable[Any], marks: Iterable[Marks], language: str, once: Iterable[str]
) -> Element:
    """Return what ``pages`` say, and settle the marks of each."""
    reader = Reader(language, once)
    for page, each in zip(pages, marks, strict=True):
        reader.read(page, each)
        each.check()
    return reader.told()


def _solid(words: str) -> str:
    """Return a text without what the end of a line takes or adds."""
    return "".join(words.split())


def _language(box: Any, around: Element) -> str | None:
    """Return the language of an element where it is another than that of what is around."""
    given: Mapping[str, str] = box.element.attrib
    said = given.get("lang") if "::" not in box.element_tag else None
    return said if said and said != around.spoken_in() else None


def _plain(box: Any) -> str:
    """Return the kind of an element that says nothing but its language."""
    return "Div" if box.element_tag == "div" else "Span"


def _holder(around: Element) -> Element:
    """Return the element that holds a text: a paragraph where only others could be."""
    if around.kind not in roles.GROUPING:
        return around
    last = around.kids[-1] if around.kids else None
    if isinstance(last, Element) and last.kind == "P" and last.made:
        return last
    return around.add(Element("P", made=True))


def _set_apart(element: Element) -> None:
    """Put what follows an element inside a text into elements too.

    Why: programs that take what is drawn of a paragraph first, and its links and notes then, would
    read the rest of the sentence before the link.
    """
    kids, element.kids = element.kids, []
    for kid in kids:
        last = element.kids[-1] if element.kids else None
        if not isinstance(kid, Content) or last is None or not _parts(element):
            element.kids.append(kid)
        elif isinstance(last, Element) and last.made:
            last.kids.append(kid)
        else:
            element.add(Element("Span", made=True)).kids.append(kid)


def _parts(element: Element) -> bool:
    """Tell whether an element has others in it."""
    return any(isinstance(kid, Element) for kid in element.kids)


def _is_label(box: Any, around: Element) -> bool:
    """Tell whether ``box`` is the number or the sign of an item of a list."""
    if box.element_tag == "li::marker":
        return True
    body = around.parent
    first = body is not None and body.kind == "LBody" and body.kids == [around]
    return box.element_tag == "p::before" and first and not around.kids


def _labelled(around: Element) -> Element:
    """Return a new label before the body of the item that ``around`` is in."""
    body = around if around.kind == "LBody" else around.parent
    if body is None or body.parent is None:
        raise LookupError(around.kind)
    return body.parent.add(Element("Lbl"), at=0)


def _reference(element: Element) -> Element:
    """Return the link in a reference to a note."""
    element.kind = "Reference"
    return element.add(Element("Link", words=element.words))
