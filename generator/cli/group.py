"""``brief`` itself: its options, and its commands, each in a module of its own."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, cast

import click

from generator import __version__

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "init": "Make a workspace that builds at once.",
        "new": "Add a brief, recommendation, evidence, person, case or source.",
        "list": "List what the workspace holds.",
        "check": "Show every problem in the workspace at once.",
        "build": "Build the letters of the briefs named, or of all.",
        "approve": "Show what is not approved yet, and record who approves it.",
        "sign": "Sign final PDFs, with a key in a file or on a token.",
        "verify": "Say whether a file is exactly what was built.",
        "diff": "Show what was edited in a Word file, and where it is written.",
        "explain": "Say why each item is in or out, and how long the letters are.",
        "translate": "Bring catalogues up to date, and exchange files with translators.",
        "watch": "Build a brief again whenever a file is saved; Ctrl-C ends it.",
        "schema": "Print the JSON Schema of the YAML files, for editors.",
        "doctor": "Say what is missing here, and the command that mends it.",
    }
)
"""Every command in the order of the help: its module in ``commands``, and its first sentence.

Why: the help of all is asked for most often, and should not load every command.
"""


class Session(NamedTuple):
    """What every command is told: the folder of the workspace."""

    directory: str

    @property
    def root(self) -> Path:
        """Return the folder, whether it exists or not."""
        from pathlib import Path

        return Path(self.directory)

    def workspace(self) -> Path:
        """Return the folder, which must exist."""
        if not self.root.is_dir():
            raise click.UsageError(
                f"There is no folder “{self.root}”. Name your workspace with -C, or make one with:"
                " brief init DIR",
                ctx=click.get_current_context(),
            )
        return self.root


class _Commands(click.Group):
    """A group that loads a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (Click's signature)
        """Return the names in the order in which people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (as above)
        """Load a command."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"generator.cli.commands.{cmd_name}")
        return cast("click.Command", module.command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 (as above)
        """Write the names with their first sentences."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which one was probably meant."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-") and not ctx.resilient_parsing:
            from difflib import get_close_matches

            near = get_close_matches(name, COMMANDS, n=1)
            hint = f" Did you mean “{near[0]}”?" if near else ""
            raise click.UsageError(f"There is no command “{name}”.{hint}", ctx=ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Names complete in the shell, for example in bash after:"
    ' eval "$(_BRIEF_COMPLETE=bash_source brief)" (or zsh_source, fish_source).',
)
@click.option(
    "-C",
    "directory",
    metavar="DIR",
    type=click.Path(file_okay=False),
    default=".",
    help="The workspace; by default the folder you are in.",
)
@click.option("--debug", is_flag=True, help="Show the traceback of a fault of the program.")
@click.version_option(__version__, prog_name="brief")
@click.pass_context
def brief(ctx: click.Context, directory: str, *, debug: bool) -> None:  # noqa: ARG001 (read by the boundary)
    """Advocacy briefs from recommendations that are kept once, as YAML."""
    ctx.obj = Session(directory)
