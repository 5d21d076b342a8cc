"""Approving letters: what changed since the last time, and who approves it now."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from generator.building import BuildRequest, Content
from generator.building.release import Pending, keep_approved, pending
from generator.catalogues.lookup import Catalogues
from generator.cli.output import counted_as, say
from generator.cli.work.content import checked_library
from generator.cli.work.identities import identified, refuse_shared
from generator.cli.work.making import silence, today, use_own_fonts
from generator.cli.work.names import check_names
from generator.cli.work.telling import tell_problems, verdict
from generator.library import Library
from generator.problems import in_order
from generator.scaffold.approvals import Approved, record_approvals
from generator.scaffold.refusal import Refusal


def run_approve(
    root: Path,
    brief: str,
    *,
    deliveries: tuple[str, ...],
    locales: tuple[str, ...],
    by: str | None,
    out: str | None,
    identities: Path | None,
) -> int:
    """Show what is to be approved; with ``by``, record in the brief that they approve it."""
    refuse_shared(identities, root)
    use_own_fonts()
    library, problems = checked_library(root)
    check_names(library, briefs=(brief,), deliveries=deliveries, locales=locales)
    if by is not None:
        _check_approver(library, by)
    folder = Path(out) if out else library.workspace.output
    request = BuildRequest((brief,), deliveries, locales, out=folder, today=today())
    real_names = identified(identities, library, request)
    content = Content(library, problems, Catalogues(library), real_names)
    with silence():
        found = list(pending(content, request))
    for each in found:
        _say(each)
    unread = real_names[1] if real_names else ()
    wrong = in_order((*unread, *(problem for each in found for problem in each.problems)))
    if by is not None:
        kept = None if real_names else folder
        _record(root, library, brief, by, found, kept)
    tell_problems(wrong)
    return verdict(wrong)


def _check_approver(library: Library, by: str) -> None:
    """Refuse whom the workspace does not name."""
    approvers = library.settings.approvers
    if by not in approvers:
        known = f"It names {', '.join(approvers)}." if approvers else "It names nobody."
        raise click.UsageError(
            f"“{by}” is not among the approvers in workspace.yaml. {known}",
            ctx=click.get_current_context(),
        )


def _say(each: Pending) -> None:
    """Print how a letter stands, and what changed in it since it was approved."""
    if each.text is None:
        say(f"{each.job.delivery} ({each.job.locale}): no final can be made yet")
    elif each.approved:
        say(f"{each.text.file}: approved")
    elif each.earlier is None:
        say(f"{each.text.file}: not approved yet")
    else:
        changes = each.text.changes(each.earlier)
        say(f"{each.text.file}: {counted_as(len(changes), 'line')} changed since it was approved")
        for line in changes:
            say(f"    {line}")


def _record(
    root: Path, library: Library, brief: str, by: str, found: Iterable[Pending], out: Path | None
) -> None:
    """Record an approval in the brief, and keep the approved texts for the office in ``out``.

    Texts with names from a file of identities are kept nowhere.
    """
    new = [each for each in found if each.text is not None and not each.approved]
    if not new:
        say("There is nothing to record.")
        return
    approvals: dict[str, list[str]] = {}
    for each in new:
        if each.text:
            approvals.setdefault(each.job.delivery, []).append(each.text.digest)
    entry = library.entry("brief", brief)
    file = entry.file if entry else f"briefs/{brief}.yaml"
    try:
        record_approvals(
            root / file,
            file,
            [Approved(name, by, today(), tuple(hashes)) for name, hashes in approvals.items()],
        )
    except Refusal as refusal:
        raise click.UsageError(str(refusal), ctx=click.get_current_context()) from None
    for each in new:
        if each.text and out:
            keep_approved(out, brief, each.text)
    say(f"{file}: recorded that {by} approves {counted_as(len(new), 'text')}.")
