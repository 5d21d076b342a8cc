"""Names for the shell: found by pattern, because a mistake in a file must not stop the shell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path

_ID = re.compile(r"(?m)^\s*(?:-\s*)?\{?\s*id:\s*[\"']?([\w-]+)")
_LOCALES = re.compile(r"(?m)\blocales:\s*(\[[^\]]*\]|(?:\s*\n\s*-\s*[^\n]+)+)")
_WORD = re.compile(r"[A-Za-z][\w-]*")


def briefs(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001 (Click's signature)
    """Return the briefs whose names begin as typed."""
    return _beginning(incomplete, (path.stem for path in _files(ctx, "briefs/*.yaml")))


def deliveries(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001 (as above)
    """Return the deliveries, of the briefs named so far, that begin as typed."""
    return _beginning(incomplete, (name for text in _briefs(ctx) for name in _ID.findall(text)))


def locales(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001 (as above)
    """Return the locales, of the briefs named so far, that begin as typed."""
    found = (block for text in _briefs(ctx) for block in _LOCALES.findall(text))
    return _beginning(incomplete, (name for block in found for name in _WORD.findall(block)))


def themes(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001 (as above)
    """Return the themes that begin as typed."""
    texts = map(_text, _files(ctx, "recommendations/themes.yaml"))
    return _beginning(incomplete, (name for text in texts for name in _ID.findall(text)))


def audiences(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001 (as above)
    """Return the audiences, the workspace's and the package's, that begin as typed."""
    from pathlib import Path

    own = _files(ctx, "briefs/audiences/*.yaml")
    package = Path(__file__).resolve().parents[1]
    shipped = (
        *(package / "defaults").glob("briefs/audiences/*.yaml"),
        *package.parent.glob("briefs/audiences/*.yaml"),
    )
    return _beginning(incomplete, (path.stem for path in (*own, *shipped)))


def countries(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001 (as above)
    """Return the country folders that begin as typed."""
    folders = (path for path in _files(ctx, "recommendations/*") if path.is_dir())
    return _beginning(incomplete, (each.name for each in folders if each.name != "commitments"))


def _beginning(incomplete: str, names: Iterable[str]) -> list[str]:
    """Return those of ``names`` that begin as typed, each once, sorted."""
    return sorted({name for name in names if name.startswith(incomplete)})


def _briefs(ctx: click.Context) -> list[str]:
    """Return the texts of the briefs named on the command line, or of all.

    Why: while an option waits for its value, Click leaves the arguments before it in ``args``.
    """
    brief = ctx.params.get("brief")
    named = (*(ctx.params.get("briefs") or ()), *([brief] if brief else ()), *ctx.args)
    paths = {path.stem: path for path in _files(ctx, "briefs/*.yaml")}
    wanted = [paths[name] for name in named if name in paths]
    return [_text(path) for path in wanted or paths.values()]


def _files(ctx: click.Context, pattern: str) -> list[Path]:
    """Return the files of the workspace that match."""
    from pathlib import Path

    root = Path(ctx.find_root().params.get("directory") or ".")
    try:
        return sorted(path for path in root.glob(pattern) if path.name.isprintable())
    except OSError:
        return []


def _text(path: Path) -> str:
    """Return what can be read of a file."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
