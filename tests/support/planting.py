"""Strings planted on purpose, each in one place of a file that was really produced.

`PLACES` has every place that the last look claims to see, by the suffix of the file; the function
of a place takes the bytes of a file and a string, and returns the bytes with the string there.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

import pikepdf

Plant = Callable[[bytes, str], bytes]

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


# --- PDF ------------------------------------------------------------------------


def _pdf(change: Callable[[pikepdf.Pdf, str], None]) -> Plant:
    def plant(data: bytes, words: str) -> bytes:
        made = BytesIO()
        with pikepdf.open(BytesIO(data)) as pdf:
            change(pdf, words)
            pdf.save(made, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return made.getvalue()

    return plant


def _author(pdf: pikepdf.Pdf, words: str) -> None:
    pdf.docinfo["/Author"] = words


def _own_key(pdf: pikepdf.Pdf, words: str) -> None:
    pdf.docinfo["/Remark"] = words


def _xmp(pdf: pikepdf.Pdf, words: str) -> None:
    with pdf.open_metadata() as metadata:
        metadata["dc:description"] = words


def _attachment(pdf: pikepdf.Pdf, words: str) -> None:
    pdf.attachments["notes.txt"] = f"Interview with {words}.".encode()


def _attachment_name(pdf: pikepdf.Pdf, words: str) -> None:
    pdf.attachments[f"{words}.txt"] = b"Nothing."


def _attached_letter(pdf: pikepdf.Pdf, words: str) -> None:
    inner = BytesIO()
    with ZipFile(inner, "w", ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", f"<w:p><w:t>{escape(words)}</w:t></w:p>")
    pdf.attachments["letter.docx"] = inner.getvalue()


def _tagged(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return next(
        each
        for each in pdf.objects
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/StructElem"
    )


def _alternative(pdf: pikepdf.Pdf, words: str) -> None:
    _tagged(pdf)["/Alt"] = pikepdf.String(words)


def _actual(pdf: pikepdf.Pdf, words: str) -> None:
    _tagged(pdf)["/ActualText"] = pikepdf.String(words)


def _actual_in_page(pdf: pikepdf.Pdf, words: str) -> None:
    stands_for = b"<FEFF" + words.encode("utf-16-be").hex().encode() + b">"
    span = b"/Span <</ActualText " + stands_for + b">> BDC EMC"
    pdf.pages[0].contents_add(span, prepend=False)


def _bookmark(pdf: pikepdf.Pdf, words: str) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(words, 0))


def _link(pdf: pikepdf.Pdf, words: str) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(f"mailto:{words}"))
    _annotated(pdf, Subtype=pikepdf.Name.Link, A=action)


def _comment(pdf: pikepdf.Pdf, words: str) -> None:
    _annotated(pdf, Subtype=pikepdf.Name.Text, Contents=pikepdf.String(words))


def _annotated(pdf: pikepdf.Pdf, **keys: Any) -> None:
    page = pdf.pages[0].obj
    annotation = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Rect=[0, 0, 9, 9], **keys)
    annotations = list(page.get("/Annots", []))
    page["/Annots"] = pikepdf.Array([*annotations, pdf.make_indirect(annotation)])


def _drawing(pdf: pikepdf.Pdf, words: str) -> None:
    """Draw text in a font of its own, as a chart does."""
    codes = dict(enumerate(dict.fromkeys(words), 1))
    table = "".join(f"<{at:02x}> <{_utf16(each)}>\n" for at, each in codes.items())
    numbers = {each: at for at, each in codes.items()}
    mapped = f"1 begincodespacerange <00><ff> endcodespacerange {len(codes)} beginbfchar\n{table}"
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.TrueType,
        BaseFont=pikepdf.Name.Chart,
        ToUnicode=pdf.make_stream(f"{mapped}endbfchar".encode()),
    )
    shown = "".join(f"{numbers[each]:02x}" for each in words)
    form = pdf.make_stream(f"BT /Own 9 Tf <{shown}> Tj ET".encode())
    form.stream_dict["/Subtype"] = pikepdf.Name.Form
    form.stream_dict["/Resources"] = pikepdf.Dictionary(Font=pikepdf.Dictionary(Own=font))
    pdf.pages[0].add_resource(form, pikepdf.Name.XObject, pikepdf.Name.Chart)


def _utf16(text: str) -> str:
    return text.encode("utf-16-be").hex()


def _loose_stream(pdf: pikepdf.Pdf, words: str) -> None:
    pdf.Root["/PieceInfo"] = pdf.make_stream(f"<feff{_utf16(words)}>".encode())


# --- Word -----------------------------------------------------------------------


def _word(change: Callable[[dict[str, bytes], str], None]) -> Plant:
    def plant(data: bytes, words: str) -> bytes:
        with ZipFile(BytesIO(data)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        change(parts, words)
        made = BytesIO()
        with ZipFile(made, "w", ZIP_DEFLATED) as package:
            for name, content in parts.items():
                package.writestr(name, content)
        return made.getvalue()

    return plant


def _before(part: str, end: str, markup: Callable[[str], str]) -> Plant:
    """Return what puts markup before the last ``end`` of a part."""

    def change(parts: dict[str, bytes], words: str) -> None:
        name = next(each for each in parts if re.fullmatch(part, each))
        before, found, after = parts[name].decode().rpartition(end)
        assert found, f"no {end} in {name}"
        parts[name] = f"{before}{markup(words)}{end}{after}".encode()

    return _word(change)


def _added(name: str, markup: Callable[[str], str]) -> Plant:
    """Return what adds a part."""

    def change(parts: dict[str, bytes], words: str) -> None:
        parts[name] = markup(words).encode()

    return _word(change)


def _text_run(words: str) -> str:
    return f"<w:r><w:t>{escape(words)}</w:t></w:r>"


def _two_runs(words: str) -> str:
    half = len(words) // 2
    bold = f"<w:r><w:rPr><w:b/></w:rPr><w:t>{escape(words[half:])}</w:t></w:r>"
    mark = '<w:bookmarkStart w:id="99" w:name="_here"/>'
    return f"<w:p>{_text_run(words[:half])}{mark}{bold}</w:p>"


def _deletion(words: str) -> str:
    return (
        '<w:p><w:del w:id="98" w:author="A" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>'
        f"{escape(words)}</w:delText></w:r></w:del></w:p>"
    )


def _field(words: str) -> str:
    return f"<w:p><w:r><w:instrText> AUTHOR {escape(words)} </w:instrText></w:r></w:p>"


def _picture_text(words: str) -> str:
    return f'<w:p><w:r><w:drawing><docPr id="1" descr={quoteattr(words)}/></w:drawing></w:r></w:p>'


def _hidden(words: str) -> str:
    return f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{escape(words)}</w:t></w:r></w:p>"


def _core(words: str) -> str:
    return f"<cp:lastModifiedBy>{escape(words)}</cp:lastModifiedBy>"


def _relation(words: str) -> str:
    target = quoteattr(f"file:///home/{words}/word.dotx")
    kind = f"{_RELATIONS}/attachedTemplate"
    return f'<Relationship Id="rP" Type="{kind}" Target={target} TargetMode="External"/>'


def _comment_part(words: str) -> str:
    return f'<w:comments><w:comment w:id="0"><w:p>{_text_run(words)}</w:p></w:comment></w:comments>'


def _comment_author(words: str) -> str:
    return f'<w:comments><w:comment w:id="0" w:author={quoteattr(words)}/></w:comments>'


# --- HTML, Markdown and e-mail --------------------------------------------------


def _in_page(markup: Callable[[str], str]) -> Plant:
    def plant(data: bytes, words: str) -> bytes:
        before, _, after = data.decode().rpartition("</body>")
        if before:
            return f"{before}{markup(words)}</body>{after}".encode()
        return f"{data.decode()}{markup(words)}".encode()

    return plant


def _drawn(words: str) -> str:
    """Return a drawing with a text, in the address of a picture."""
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg"><text>{escape(words)}</text></svg>'
    carried = base64.b64encode(drawing.encode()).decode()
    return f'<img alt="" src="data:image/svg+xml;base64,{carried}">'


def _cut(words: str) -> str:
    half = len(words) // 2
    return f"<p>{escape(words[:half])}<em>{escape(words[half:])}</em></p>"


def _entities(words: str) -> str:
    return "<p>" + "".join(f"&#{ord(each)};" for each in words) + "</p>"


def _header(data: bytes, words: str) -> bytes:
    encoded = base64.b64encode(words.encode()).decode()
    return f"X-Remark: =?utf-8?B?{encoded}?=\r\n".encode() + data


def _mail_attachment(data: bytes, words: str) -> bytes:
    content = base64.b64encode(f"Interview with {words}.".encode()).decode()
    part = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n"
    part += f'Content-Disposition: attachment; filename="a.txt"\r\n\r\n{content}\r\n'
    head, _, body = data.partition(b"\r\n\r\n")
    kind = re.search(rb"(?im)^Content-Type:[^\r]*(?:\r\n[ \t][^\r]*)*\r\n", head + b"\r\n")
    assert kind
    outer = (head + b"\r\n").replace(kind[0], b'Content-Type: multipart/mixed; boundary="b"\r\n')
    inner = kind[0] + b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + body
    outer = re.sub(rb"(?im)^Content-Transfer-Encoding:[^\r]*\r\n", b"", outer)
    return outer + b"\r\n--b\r\n" + inner + b"\r\n--b\r\n" + part.encode() + b"--b--\r\n"


PLACES: Mapping[str, Mapping[str, Plant]] = {
    ".pdf": {
        "properties": _pdf(_author),
        "properties: own key": _pdf(_own_key),
        "metadata": _pdf(_xmp),
        "attachment": _pdf(_attachment),
        "attachment: its name": _pdf(_attachment_name),
        "attachment: a package": _pdf(_attached_letter),
        "alternative text": _pdf(_alternative),
        "alternative text: actual": _pdf(_actual),
        "alternative text: in the page": _pdf(_actual_in_page),
        "bookmark": _pdf(_bookmark),
        "link": _pdf(_link),
        "comment": _pdf(_comment),
        "drawing": _pdf(_drawing),
        "stream": _pdf(_loose_stream),
    },
    ".docx": {
        "two runs": _before("word/document.xml", "<w:sectPr", _two_runs),
        "deletion": _before("word/document.xml", "<w:sectPr", _deletion),
        "hidden text": _before("word/document.xml", "<w:sectPr", _hidden),
        "field": _before("word/document.xml", "<w:sectPr", _field),
        "alternative text": _before("word/document.xml", "<w:sectPr", _picture_text),
        "footnote": _before("word/footnotes.xml", "</w:p>", _text_run),
        "header": _before(r"word/header\d.xml", "</w:hdr>", lambda w: f"<w:p>{_text_run(w)}</w:p>"),
        "link": _before("word/_rels/document.xml.rels", "</Relationships>", _relation),
        "properties": _before("docProps/core.xml", "</cp:coreProperties>", _core),
        "properties: own": _added("docProps/custom.xml", lambda w: f"<p><v>{escape(w)}</v></p>"),
        "comment": _added("word/comments.xml", _comment_part),
        "comment: its author": _added("word/comments.xml", _comment_author),
        "custom XML": _added("customXml/item1.xml", lambda w: f"<a b={quoteattr(w)} title=''/>"),
        "remark in XML": _added("customXml/item1.xml", lambda w: f"<a><!-- {escape(w)} --></a>"),
        "embedded object": _added("word/embeddings/a.txt", lambda w: w),
        "picture": _added("word/media/a.svg", lambda w: f"<svg><title>{escape(w)}</title></svg>"),
    },
    ".html": {
        "attribute": _in_page(lambda words: f"<i data-remark={quoteattr(words)}></i>"),
        "comment": _in_page(lambda words: f"<!-- {escape(words)} -->"),
        "two elements": _in_page(_cut),
        "entities": _in_page(_entities),
        "text of a picture": _in_page(_drawn),
    },
    ".md": {"text": _in_page(str), "comment": _in_page(lambda words: f"<!-- {words} -->")},
    ".eml": {"header": _header, "attachment": _mail_attachment},
}
"""Every place of each kind of file, with the function that plants a string there."""
