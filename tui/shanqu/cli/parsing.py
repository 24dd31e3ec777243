"""Arguments: the table of commands, and what all of them understand."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NoReturn

from shanqu import __version__
from shanqu.cli.output import print_text
from shanqu.cli.suggesting import nearest, suggested
from shanqu.i18n import N_, _, ngettext
from shanqu.text.names import legible

LANGUAGES = ("zh", "en")
COMMANDS: dict[str, str] = {
    "add": N_("read files and folders into the library"),
    "list": N_("the articles of the library"),
    "search": N_("articles that fulfil a query"),
    "read": N_("the cleaned text of one article"),
    "copies": N_("what the other copies of an article changed"),
    "clean": N_("the cleaned text of files, without a library"),
    "entities": N_("places, companies, parks, people … that articles or files name"),
    "facts": N_("figures that articles or files state, each with its sentence"),
    "compare": N_("counties side by side"),
    "profile": N_("what the articles tell of a county, company, park, industry or person"),
    "overview": N_("all counties at a glance"),
    "export": N_("a report with its sources, as HTML, Markdown, CSV or JSON Lines"),
    "corrections": N_("merge, rename and hide entities, mark figures as wrong, and undo it"),
    "concordance": N_("every sentence that holds a word"),
    "notes": N_("your stars, tags and notes"),
    "doctor": N_("versions, folders, and whether the library is sound"),
    "config": N_("the settings, and changing them"),
    "completion": N_("a script with which your shell completes commands, options and counties"),
}
_OPTION = re.compile(r"--[a-z-]+")
_NEGATION = re.compile(r"\A-(?!-|h$|\d+$)(.+)", re.DOTALL)


def whole_number(text: str) -> int:
    """An argument that is a number. Raises ArgumentTypeError."""
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("{text} is not a whole number").format(text=text)) from None


class UsageError(Exception):
    """The command line cannot be meant; the message is one line."""


# argparse looks its own words up under these names. The catalogues list them here.
argparse._ = _  # type: ignore[attr-defined]
argparse.ngettext = ngettext  # type: ignore[attr-defined]
_WORDS_OF_ARGPARSE = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("ignored explicit argument %r"),
    N_("not allowed with argument %s"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
)


class Parser(argparse.ArgumentParser):
    """A parser that raises UsageError instead of printing its usage, and prints help to any terminal."""

    def _print_message(self, message: str, file: object = None) -> None:
        for line in message.splitlines():
            print_text(line)

    def parse_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: None = None
    ) -> argparse.Namespace:
        """The arguments; of one that is unknown the message says which may have been meant."""
        found, unknown = self.parse_known_args(args, namespace)
        if unknown:
            options = dict.fromkeys(_OPTION.findall(self.format_help()))
            message = _("unrecognized arguments: %s") % " ".join(unknown)
            self.error(suggested(message, nearest(unknown[0].partition("=")[0], options, 1)))
        return found

    def error(self, message: str) -> NoReturn:
        raise UsageError(_("{message}; see {program} --help").format(message=message, program=self.prog))


def _with_globals(parser: Parser) -> Parser:
    group = parser.add_argument_group(_("everywhere"))
    group.add_argument(
        "--library", type=Path, metavar="DIR", help=_("folder of the library (also: SHANQU_LIBRARY)")
    )
    group.add_argument("--lang", choices=LANGUAGES, help=_("language of the interface"))
    group.add_argument(
        "--version", action="version", version=f"shanqu {__version__}", help=_("show the version")
    )
    group.add_argument("-h", "--help", action="help", help=_("show this help"))
    return parser


def overview(*, paths: bool = True) -> Parser:
    """The parser for `shanqu` without a command: the browser (with its paths), and the overview of commands."""
    width = max(map(len, COMMANDS))
    lines = "\n".join(f"  {name:<{width}}  {_(text)}" for name, text in COMMANDS.items())
    parser = Parser(
        prog="shanqu",
        usage="shanqu [PATH …]\n       shanqu COMMAND …",
        description=_("Read scraped articles on the industry of Zhejiang's mountain counties."),
        epilog=_("commands (each with its own --help):") + "\n" + lines,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
        allow_abbrev=False,
    )
    if paths:
        parser.add_argument("paths", nargs="*", metavar="PATH", help=_("browse these files and folders only"))
    return _with_globals(parser)


def command_parser(name: str) -> Parser:
    """The parser for one command, to be completed by its module."""
    parser = Parser(prog=f"shanqu {name}", description=_(COMMANDS[name]), add_help=False, allow_abbrev=False)
    return _with_globals(parser)


def add_command(commands: argparse._SubParsersAction[Parser], name: str) -> Parser:
    """The same parser as a part of one that knows several commands."""
    help = _(COMMANDS[name])
    return _with_globals(commands.add_parser(name, help=help, add_help=False, allow_abbrev=False))


def add_json(parser: argparse.ArgumentParser) -> None:
    """The option that every command which prints data has."""
    parser.add_argument("--json", action="store_true", help=_("print JSON Lines"))


def add_query(parser: argparse.ArgumentParser, *, needed: bool) -> None:
    """The words of a query, which `query_words` has made safe for argparse."""
    text = _('words, "phrase", -without, field:value (county:, company:, title:, …)')
    parser.add_argument("query", nargs="+" if needed else "*", type=legible, metavar="QUERY", help=text)


def query_words(arguments: Iterable[str]) -> list[str]:
    """The arguments with `-word` written with the full-width hyphen, which only a query understands."""
    return [_NEGATION.sub(r"－\1", argument) for argument in arguments]
