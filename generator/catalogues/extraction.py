"""Extractors for Babel: ``pybabel extract`` finds what ``brief translate update`` finds.

Registered as ``advocacy_content`` and ``advocacy_template`` in the group ``babel.extractors``.
What Babel asks of an extractor: babel.pocoo.org, "Writing Extraction Methods".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from generator.catalogues.messages import message, needs_translation, speaks, template_messages
from generator.loading.load import load_file
from generator.loading.sentences import sentences
from generator.loading.workspace import WorkspaceFile
from generator.model.kinds import kind_of

Extracted = tuple[int, str, str | tuple[str, ...], list[str]]
"""A line, the gettext function that would take the message, its texts, and comments."""

_DEEPEST = 3
"""Folders and name of the content that stands deepest: recommendations/<country>/<theme>.yaml."""


def content(
    fileobj: IO[bytes],
    keywords: Mapping[str, Any],  # noqa: ARG001 (Babel's signature)
    comment_tags: Collection[str],  # noqa: ARG001 (as above)
    options: Mapping[str, Any],  # noqa: ARG001 (as above)
) -> Iterator[Extracted]:
    """Yield the public sentences of one YAML file; nothing of a file that is no content."""
    path = Path(fileobj.name)
    file = _content_file(path)
    loaded = load_file(file)[0] if file else None
    for entry in loaded.entries if loaded else ():
        for where, text in sentences(entry) if speaks(entry) else ():
            if needs_translation(text):
                found = message(entry, where, text)
                if found.sensitivity != "public":
                    continue
                yield found.line, "pgettext", (str(found.context), found.source), [found.where]


def template(
    fileobj: IO[bytes],
    keywords: Mapping[str, Any],  # noqa: ARG001 (as above)
    comment_tags: Collection[str],  # noqa: ARG001 (as above)
    options: Mapping[str, Any],
) -> Iterator[Extracted]:
    """Yield the tagged wording of one template."""
    text = fileobj.read().decode(options.get("encoding", "utf-8"))
    for each in template_messages(text, Path(fileobj.name).name):
        texts = each.source if each.plural is None else (each.source, each.plural)
        yield each.line, "gettext" if each.plural is None else "ngettext", texts, [each.where]


def _content_file(path: Path) -> WorkspaceFile | None:
    """Return ``path`` as a file of content, by the folders that it stands in."""
    for depth in range(_DEEPEST, 0, -1):
        name = "/".join(path.parts[-depth:])
        kind = kind_of(name)
        if kind is not None:
            root = path.absolute().parents[depth - 1]
            return WorkspaceFile(path=path, name=name, root=root, kind=kind, own=True)
    return None
