"""The command line: finds the command, loads it alone, and tells what goes wrong in one line."""

from __future__ import annotations

import importlib
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from shanqu.cli.output import complain, ensure_streams
from shanqu.cli.parsing import COMMANDS, LANGUAGES, UsageError, command_parser, overview, query_words
from shanqu.cli.suggesting import nearest, suggested
from shanqu.i18n import _, set_language, translated
from shanqu.messages import system_reason

if TYPE_CHECKING:
    from shanqu.ui.first_frame import FirstFrame

OK, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130
_DEBUG = "SHANQU_DEBUG"
_WITH_VALUE = ("--library", "--lang")
_WITH_QUERY = ("list", "search")


def main(arguments: Sequence[str], frame: FirstFrame | None = None) -> int:
    """Run one command; the exit status: 0 done, 1 nothing found or some inputs failed, 2 usage.

    `frame` is what the browser has on screen already.
    """
    ensure_streams()
    try:
        status = _run(list(arguments), frame)
        sys.stdout.flush()
    except BrokenPipeError:
        _silence_stdout()
        return OK
    except OSError as error:  # what is printed cannot be written: the disk is full
        _silence_stdout()
        complain(_said(error))
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except UsageError as error:
        complain(str(error))
        return USAGE
    return status


def _silence_stdout() -> None:
    # Whoever read has gone (`| head`); the interpreter must not try once more when it ends.
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(arguments: list[str], frame: FirstFrame | None) -> int:
    _choose_language(arguments)
    name, rest = _command(arguments)
    parser = command_parser(name) if name else overview()
    module = None
    if name:
        module = _module(name)
        module.configure(parser)
    try:
        options = parser.parse_args(query_words(rest) if name in _WITH_QUERY else rest)
    except SystemExit as done:  # argparse has printed the help or the version
        return int(done.code or 0)
    if module is None:
        for path in options.paths:
            if not Path(path).exists():
                text = _("{name} is neither a command nor a file or folder; see shanqu --help")
                raise UsageError(suggested(text.format(name=path), nearest(path, COMMANDS, 1)))
        module = _module("browse")
        options.frame = frame
    return _guarded(module, options)


def _guarded(module: ModuleType, options: Namespace) -> int:
    try:
        if settle := getattr(options, "settle", None):
            settle(options)
        return int(module.run(options))
    except (BrokenPipeError, UsageError):
        raise
    except OSError as error:
        if error.filename is None:
            raise
        complain(_said(error))
    except Exception as error:
        _tell(error)
    return FAILED


def _tell(error: Exception) -> None:
    """One line on what went wrong. Raises UsageError where the person's words were at fault."""
    # Here, because a command that goes well need not wait for it.
    from shanqu.query import LibraryError, LibraryMissingError, QuerySyntaxError

    if isinstance(error, LibraryMissingError):
        text = _("{error}; import articles with “shanqu add PATH”, or look at the samples with “shanqu”")
        complain(text.format(error=translated(error.message)))
    elif isinstance(error, LibraryError):
        complain(translated(error.message))
    elif isinstance(error, QuerySyntaxError):
        text = _("the query, at character {position}: {message}")
        raise UsageError(text.format(position=error.start + 1, message=translated(error.message))) from error
    elif os.environ.get(_DEBUG):
        raise error
    else:
        text = _("internal error ({error}); {variable}=1 shows where it comes from")
        complain(text.format(error=f"{type(error).__name__}: {error}", variable=_DEBUG))


def _said(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename else ""
    return where + translated(system_reason(error))


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"shanqu.cli.{name}")


def _command(arguments: list[str]) -> tuple[str | None, list[str]]:
    """The first word that is no option, if it is a command; and the arguments without it."""
    skip = False
    for position, argument in enumerate(arguments):
        if skip:
            skip = False
        elif argument in _WITH_VALUE:
            skip = True
        elif not argument.startswith("-"):
            if argument in COMMANDS:
                return argument, arguments[:position] + arguments[position + 1 :]
            break
    return None, arguments


def _choose_language(arguments: list[str]) -> None:
    # Before anything is said: on the command line, else in the settings, else as the environment has it.
    from shanqu.cli.choices import preferred_language

    chosen = None
    for argument, following in pairwise([*arguments, ""]):
        if argument == "--lang" or argument.startswith("--lang="):
            chosen = argument.partition("=")[2] or following
    # What is wrong with the settings is told in that language, too.
    set_language("en" if chosen == "en" else "zh" if chosen in LANGUAGES else None)
    preferred = preferred_language()
    if chosen is None and preferred is not None:
        set_language("en" if preferred == "en" else "zh")
