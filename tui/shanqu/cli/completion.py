"""shanqu completion SHELL: a script with which the shell completes commands, options, files and counties."""

from __future__ import annotations

from argparse import Action, ArgumentParser, Namespace
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from shanqu.cli.output import print_raw
from shanqu.cli.parsing import COMMANDS, Parser, add_command, overview

Completer = Mapping[str, str | dict[str, str]]

SHELLS = ("bash", "zsh", "fish")
_PLACES = ("PLACE", "NAME")


def configure(parser: ArgumentParser) -> None:
    """The arguments of this command."""
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL", help=", ".join(SHELLS))


def run(options: Namespace) -> int:
    """Print the script."""
    import shtab  # for this command only

    print_raw(shtab.complete(_whole(shtab.FILE), options.shell) + "\n")
    return 0


def _whole(files: Completer) -> Parser:
    """One parser that knows every command; paths are completed with `files`, names with those of the counties."""
    from shanqu.query.places import names_to_type

    whole = overview(paths=False)  # else the commands would come second
    commands = whole.add_subparsers(title="commands")
    names = names_to_type()
    for name in COMMANDS:
        parser = add_command(commands, name)
        import_module(f"shanqu.cli.{name}").configure(parser)
        for action in parser._actions:
            _complete(action, files, names)
    return whole


def _complete(action: Action, files: Completer, names: list[str]) -> None:
    if action.type is Path:
        action.complete = files  # type: ignore[attr-defined]
    elif action.metavar in _PLACES:
        action.choices = names
