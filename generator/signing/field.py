"""The field of a signature: seen by nobody, and tagged, so that the claims of the file stay true.

PDF/A wants what is annotated to be printed and not hidden (ISO 19005-2, 6.3.2). PDF/UA wants a
field to be described (ISO 14289-1, 7.18.1), and to stand alone in a Form element (7.18.4). So it
stands off the page, and at the end of the structure.
"""

from __future__ import annotations

from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, append_signature_field

_Dictionary: Any = generic.DictionaryObject  # which have no types
_Number: Any = generic.NumberObject


class Appending(IncrementalPdfFileWriter):
    """Appends to a file, and leaves the metadata as it was built.

    Why: the library would write the time and the time zone of this machine there, and its own
    name, and would write the claims of PDF/A and PDF/UA anew.
    """

    def _update_meta(self) -> None:
        """Change nothing."""


def add_field(writer: IncrementalPdfFileWriter, name: str, description: str) -> None:
    """Add the field ``name`` to the first page."""
    append_signature_field(
        writer,
        SigFieldSpec(
            name,
            invis_sig_settings=InvisSigSettings(box_out_of_bounds=True),
            readable_field_name=description,
        ),
    )
    field = writer.root["/AcroForm"]["/Fields"].raw_get(-1)
    if "/StructTreeRoot" in writer.root:
        _tag(writer, writer.root["/StructTreeRoot"], field)


def _tag(writer: IncrementalPdfFileWriter, structure: Any, field: Any) -> None:
    """Put the field into a Form element at the end of the structure."""
    widget = field.get_object()
    page = widget.raw_get("/P")
    parent = structure["/K"]
    holder = structure.raw_get("/K")
    if isinstance(parent, generic.ArrayObject):
        holder = parent.raw_get(0)
        parent = holder.get_object()
    reference = _Dictionary(
        {pdf_name("/Type"): pdf_name("/OBJR"), pdf_name("/Obj"): field, pdf_name("/Pg"): page}
    )
    form = writer.add_object(
        _Dictionary(
            {
                pdf_name("/Type"): pdf_name("/StructElem"),
                pdf_name("/S"): pdf_name("/Form"),
                pdf_name("/P"): holder,
                pdf_name("/Pg"): page,
                pdf_name("/Alt"): widget["/TU"],
                pdf_name("/K"): reference,
            }
        )
    )
    _add_kid(writer, parent, form)
    key = _key(structure)
    widget[pdf_name("/StructParent")] = _Number(key)
    structure[pdf_name("/ParentTreeNextKey")] = _Number(key + 1)
    writer.update_container(structure)
    _add_number(writer, structure["/ParentTree"], key, form)
    writer.update_container(widget)


def _under(one: Any, key: str) -> Any:
    """Return what stands under a key, if anything; the library's own way does not follow it."""
    if key not in one:
        return None
    return one[key]


def _add_kid(writer: IncrementalPdfFileWriter, parent: Any, form: Any) -> None:
    """Make ``form`` the last of what an element of the structure has."""
    kids = _under(parent, "/K")
    if isinstance(kids, generic.ArrayObject):
        kids.append(form)
        writer.update_container(kids)
        return
    before = [] if kids is None else [parent.raw_get("/K")]
    parent[pdf_name("/K")] = generic.ArrayObject([*before, form])
    writer.update_container(parent)


def _key(structure: Any) -> int:
    """Return a number that nothing has in the tree of what belongs to which element."""
    told = _under(structure, "/ParentTreeNextKey")
    return max(int(told or 0), *(each + 1 for each in _numbers(structure["/ParentTree"])), 0)


def _numbers(node: Any) -> list[int]:
    """Return the numbers in a tree of numbers."""
    if "/Nums" in node:
        return [int(each) for each in list(node["/Nums"])[::2]]
    return [number for kid in node["/Kids"] for number in _numbers(kid.get_object())]


def _add_number(writer: IncrementalPdfFileWriter, tree: Any, key: int, value: Any) -> None:
    """Add a number, larger than all in it, to a tree of numbers."""
    pair = [_Number(key), value]
    if "/Nums" in tree:
        tree["/Nums"].extend(pair)
        writer.update_container(tree["/Nums"])
        return
    limits = generic.ArrayObject([_Number(key)] * 2)
    leaf = _Dictionary({pdf_name("/Limits"): limits, pdf_name("/Nums"): generic.ArrayObject(pair)})
    tree["/Kids"].append(writer.add_object(leaf))
    writer.update_container(tree["/Kids"])
