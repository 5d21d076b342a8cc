"""The file of identities on the command line: where it may be, and whether it is opened at all."""

from __future__ import annotations

import subprocess
from pathlib import Path

import click

from generator.building import BuildRequest, Identified
from generator.building.plan import jobs_of
from generator.building.preparing import dated, delivery_of
from generator.library import Library, with_identities

_IGNORED = 0
"""What ``git check-ignore`` ends with where git ignores a file; 1 and 128 say that it does not."""


def refuse_shared(file: Path | None, root: Path) -> None:
    """Refuse a file of identities that could be shared with others: in git, or in the workspace."""
    if file is None:
        return
    real = file.resolve()
    repository = next((each for each in real.parents if (each / ".git").exists()), None)
    if repository is not None and not _is_ignored(real, repository):
        raise _refused(file, "in a git repository that does not ignore it")
    if repository is None and real.is_relative_to(root.resolve()):
        raise _refused(file, "in the workspace, which is shared")


def _refused(file: Path, where: str) -> click.UsageError:
    """Return what is said of a file that stands where others would get it."""
    return click.UsageError(
        f"The file of identities “{file}” stands {where}. Keep it elsewhere, such as in an"
        " encrypted folder of its own, or let git ignore it.",
        ctx=click.get_current_context(silent=True),
    )


def _is_ignored(file: Path, repository: Path) -> bool:
    """Tell whether git ignores ``file``; where git cannot be asked, it does not."""
    command = ["git", "-C", str(repository), "check-ignore", "--quiet", "--", str(file)]
    try:
        asked = subprocess.run(command, check=False, capture_output=True, timeout=30)  # noqa: S603 (the arguments are ours)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == _IGNORED


def identified(file: Path | None, library: Library, request: BuildRequest) -> Identified | None:
    """Return the library with the names of ``file``; for the public it is not even opened."""
    if file is None or _is_for_the_public(library, request):
        return None
    return with_identities(library, file)


def _is_for_the_public(library: Library, request: BuildRequest) -> bool:
    """Tell whether every document that is asked for is public."""
    return all(
        delivery_of(dated(library, job.brief, None), job.delivery).clearance == "public"
        for job in jobs_of(library, request)
    )
