"""The commands with their options, and the exit codes."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc

import click

from generator.cli import exits
from generator.cli.group import COMMANDS, brief
from generator.reference.markdown import plain, table
from generator.reference.told import told


def commands() -> Iterator[str]:
    """Yield the section on commands."""
    group = brief.make_context("brief", [], resilient_parsing=True)
    yield "## Commands\n"
    yield from _command(brief, group, "### brief\n")
    for name in COMMANDS:
        command = brief.get_command(group, name)
        if command is not None:
            own = command.make_context(name, [], parent=group, resilient_parsing=True)
            yield from _command(command, own, f"### brief {name}\n")
            yield from _below(command, own, name)


def _below(group: click.Command, ctx: click.Context, name: str) -> Iterator[str]:
    """Yield the commands of a command that has some."""
    if isinstance(group, click.Group):
        for below in group.list_commands(ctx):
            command = group.get_command(ctx, below)
            if command is not None:
                own = command.make_context(below, [], parent=ctx, resilient_parsing=True)
                yield from _command(command, own, f"### brief {name} {below}\n")


def _command(command: click.Command, ctx: click.Context, heading: str) -> Iterator[str]:
    """Yield what a command does, how it is typed, and its options."""
    yield heading
    yield f"```text\n{ctx.command_path} {' '.join(command.collect_usage_pieces(ctx))}\n```\n"
    for paragraph in cleandoc(command.help or "").split("\n\n"):
        yield f"{plain(' '.join(paragraph.split()))}\n"
    records = (param.get_help_record(ctx) for param in command.get_params(ctx))
    yield table(
        ("option", "what it does"),
        (
            (f"`{each[0]}`", plain(" ".join(each[1].split())))
            for each in records
            if each and each[1]
        ),
    )


def exit_codes() -> Iterator[str]:
    """Yield the section on exit codes."""
    yield "## Exit codes\n"
    yield table(
        ("code", "meaning"),
        ((str(getattr(exits, name)), text) for name, text in told("exits").items()),
    )
