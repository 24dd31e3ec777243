"""shanqu corrections: what the user has corrected, corrected anew, and taken back."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from shanqu.cli.choices import open_library
from shanqu.cli.output import complain, print_json, print_text
from shanqu.cli.parsing import UsageError, whole_number
from shanqu.cli.reporting import configure_format, put_out, write
from shanqu.cli.suggesting import nothing_called
from shanqu.i18n import _, ngettext, translated
from shanqu.model import ENTITY_KINDS
from shanqu.text.names import legible

if TYPE_CHECKING:
    from shanqu.query import Library
    from shanqu.query.correction_shapes import Correction, Name

# The deeds that print a list.
_LISTS = ("list", "forms")
# What each deed needs behind it.
_NEEDS = {
    "list": 0,
    "forms": 1,
    "merge": 2,
    "split": 3,
    "rename": 2,
    "hide": 1,
    "wrong": 2,
    "undo": 1,
    "export": 0,
    "import": 1,
}


def configure(parser: ArgumentParser) -> None:
    """The arguments of this command."""
    parser.add_argument("deed", choices=list(_NEEDS), metavar="DEED", help=" | ".join(_NEEDS))
    text = _(
        "merge NAME INTO; forms NAME; split NAME FORM NEW; rename NAME TEXT; hide NAME; wrong ARTICLE VALUE;"
        " undo NUMBER; import FILE"
    )
    parser.add_argument("words", nargs="*", type=legible, metavar="WORD", help=text)
    parser.add_argument(
        "--kind", choices=ENTITY_KINDS, help=_("what it is, where a name means several things")
    )
    parser.add_argument(
        "--article",
        type=whole_number,
        metavar="ID",
        help=_("split only what this article and its copies write"),
    )
    parser.add_argument(
        "--site", type=legible, default="", metavar="SITE", help=_("split only what this site writes")
    )
    configure_format(parser)


def run(options: Namespace) -> int:
    """Do it; 1 where there is nothing of that name or number, or the file is at fault."""
    from shanqu.query.corrections import CorrectionsError

    if len(options.words) != _NEEDS[options.deed]:
        raise UsageError(
            _("{deed} takes {number} words").format(deed=options.deed, number=_NEEDS[options.deed])
        )
    options.json |= options.format == "json" and options.output is None
    lines = options.deed == "export" and options.format in ("text", "json")
    if _reported(options) and options.deed not in _LISTS and not lines:
        raise UsageError(_("only what {deeds} print is a report").format(deeds=", ".join(_LISTS)))
    with open_library(options) as library:
        try:
            return _DEEDS[options.deed](library, options)
        except CorrectionsError as error:
            complain(translated(error.message))
        except KeyError as error:
            complain(nothing_called(library, error.args[0], options.kind))
    return 1


def _reported(options: Namespace) -> bool:
    """Whether what is asked for goes into a file or has the shape of a report."""
    return options.output is not None or options.format not in ("text", "json")


def _list(library: Library, options: Namespace) -> int:
    found = library.corrections.in_force()
    if _reported(options):
        from shanqu.query import correction_reports, record

        report = correction_reports.of_corrections(_("Corrections"), found, translated)
        put_out(options, report, map(record.of_correction, found))
        return 0
    for one in found:
        _print(one, options)
    return 0


def _print(one: Correction, options: Namespace) -> None:
    if options.json:
        from shanqu.query import record

        print_json(record.of_correction(one))
        return
    from shanqu.query.correction_shapes import DEEDS

    said = one.statement
    what = f"{said.indicator} {said.value_text} {said.path}" if said else one.what
    target = f" → {one.target}" if one.target else ""
    print_text(f"{one.number:>4}  {translated(DEEDS[one.deed])}  {what}{target}")


def _entity(library: Library, text: str, options: Namespace) -> int:
    entity = library.find_entity(text, options.kind)
    if entity is None:
        raise KeyError(text)
    return entity


def _name(library: Library, text: str, options: Namespace) -> Name:
    return library.name_of(_entity(library, text, options))


def _merge(library: Library, options: Namespace) -> int:
    first, second = (_name(library, word, options) for word in options.words)
    _print(library.corrections.merge(first, second), options)
    return 0


def _forms(library: Library, options: Namespace) -> int:
    """How often which articles write the entity how."""
    entity = _entity(library, options.words[0], options)
    if _reported(options):
        _report_forms(library, entity, options)
        return 0
    for form in library.forms(entity):
        if not options.json:
            mentions = ngettext("{n} mention", "{n} mentions", form.mentions).format(n=form.mentions)
            number = len(form.pages)
            articles = ngettext("in {n} article", "in {n} articles", number).format(n=number)
            print_text(f"{form.text}  {mentions} {articles}")
        for page in form.pages:
            if options.json:
                print_json({"form": form.text, **page._asdict()})
            else:
                print_text(f"{page.article:>6}  {page.mentions:>3}  {page.title}  {page.site or ''}".rstrip())
    return 0


def _report_forms(library: Library, entity: int, options: Namespace) -> None:
    from shanqu.query import correction_reports

    lines: list[correction_reports.WrittenAt] = []
    for form in library.forms(entity):
        lines.append((form, None, ""))
        lines += ((form._replace(pages=(page,)), page.article, "") for page in form.pages)
    title = _("What pages call {name}").format(name=library.name_of(entity).canonical)
    report = correction_reports.of_forms(title, lines, translated)
    put_out(options, report, correction_reports.form_records(lines))


def _split(library: Library, options: Namespace) -> int:
    name, form, new = options.words
    entity = _entity(library, name, options)
    _print(library.split(entity, form, new, options.article, options.site), options)
    return 0


def _rename(library: Library, options: Namespace) -> int:
    _print(library.corrections.rename(_name(library, options.words[0], options), options.words[1]), options)
    return 0


def _hide(library: Library, options: Namespace) -> int:
    _print(library.corrections.hide(_name(library, options.words[0], options)), options)
    return 0


def _wrong(library: Library, options: Namespace) -> int:
    number, value = _number(options.words[0]), options.words[1]
    found = [one for one in library.facts_of(number) if one.fact.value_text == value]
    if not found:
        complain(
            _("article {number} does not state {value}; shanqu facts --json shows what is stated").format(
                number=number, value=value
            )
        )
        return 1
    for one in found:
        if not one.wrong:
            _print(library.corrections.wrong(one.statement), options)
    return 0


def _undo(library: Library, options: Namespace) -> int:
    number = _number(options.words[0])
    try:
        _print(library.corrections.undo(number), options)
    except KeyError:
        complain(
            _("no correction in force has the number {number}; {command} shows them").format(
                number=number, command="shanqu corrections list"
            )
        )
        return 1
    return 0


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise UsageError(_("{text} is no number").format(text=text))
    return int(text)


def _export(library: Library, options: Namespace) -> int:
    """All corrections as `import` takes them: printed, or into the file that is named."""
    # A file name that is no text is written as JSON escapes it.
    said = library.corrections.export().encode(errors="backslashreplace").decode()
    if options.output is not None:
        write(options.output, said, "utf-8", force=options.force)
        return 0
    for line in said.splitlines():
        print_text(line)
    return 0


def _import(library: Library, options: Namespace) -> int:
    count = library.corrections.read_in(Path(options.words[0]).read_text(encoding="utf-8"))
    print_text(_("{number} corrections added").format(number=count))
    return 0


_DEEDS: dict[str, Callable[[Library, Namespace], int]] = {
    "list": _list,
    "forms": _forms,
    "merge": _merge,
    "split": _split,
    "rename": _rename,
    "hide": _hide,
    "wrong": _wrong,
    "undo": _undo,
    "export": _export,
    "import": _import,
}
