"""shanqu config: the settings, where they come from, and changing them."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from shanqu.cli.choices import settings
from shanqu.cli.output import complain, print_columns, print_json, print_text
from shanqu.cli.parsing import UsageError, add_json
from shanqu.i18n import _, translated
from shanqu.paths import config_file
from shanqu.settings import EXPECTED, Settings, SettingsError, changed, understood


def configure(parser: ArgumentParser) -> None:
    """The arguments of this command."""
    parser.add_argument("key", nargs="?", choices=list(EXPECTED), metavar="KEY", help=", ".join(EXPECTED))
    parser.add_argument(
        "value", nargs="?", metavar="VALUE", help=_("what it is to be; without it, what it is")
    )
    parser.add_argument("--unset", action="store_true", help=_("the default again"))
    add_json(parser)


def run(options: Namespace) -> int:
    """Show or change settings; 1 where the file cannot be changed."""
    if options.unset and (options.key is None or options.value is not None):
        raise UsageError(_("--unset goes with one setting and no value"))
    if options.unset or options.value is not None:
        return _change(config_file(), options.key, options.value)
    found, defaults = settings()._asdict(), Settings()._asdict()
    if options.json:
        print_json({"path": str(config_file()), **found})
    elif options.key is not None:
        print_text(_text(found[options.key]))
    else:
        rows = [
            (
                key,
                _text(found[key]),
                _("default") if found[key] == defaults[key] else "",
                translated(expected).strip(),
            )
            for key, expected in EXPECTED.items()
        ]
        print_columns([*rows, (_("file"), str(config_file()), "", "")], last_fills=False)
    return 0


def _change(path: Path, key: str, text: str | None) -> int:
    value = None if text is None else understood(key, text)
    if text is not None and value is None:
        expected = translated(EXPECTED[key])
        raise UsageError(_("{key} must be {expected}").format(key=key, expected=expected))
    try:
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        after = changed(before, key, value)
    except (SettingsError, UnicodeDecodeError):
        complain(_("{path}: cannot be changed safely; please edit it yourself").format(path=path))
        return 1
    path.parent.mkdir(parents=True, exist_ok=True)
    # Written beside it first: a full disk must not cost the settings that are there.
    beside = path.with_name(path.name + ".new")
    beside.write_text(after, encoding="utf-8")
    beside.replace(path.resolve())
    return 0


def _text(value: object) -> str:
    return "–" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
