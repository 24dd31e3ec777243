"""The user's settings: a TOML file that may say less than everything, and may be wrong without harm."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from shanqu.messages import Message, system_reason

LANGUAGES = ("zh", "en")
THEME_NAMES = ("dark", "light")
SHORTEST_MEASURE, LONGEST_MEASURE = 16, 80


class SettingsError(ValueError):
    """The text of a settings file cannot be changed without losing something of it."""


class Settings(NamedTuple):
    """What can be set in `config.toml`, each with its default."""

    lang: str | None = None
    """Language of the interface, `zh` or `en`. Unset: English for an English locale, Chinese otherwise."""

    theme: str = "dark"
    """Colours, `dark` or `light`."""

    measure: int = 38
    """Greatest length of a line in the reader, in Chinese characters of two cells each."""

    mouse: bool = True
    """Whether the browser listens to the mouse. Without it the terminal's own selection works as usual."""


def load(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """The settings in a file, with one sentence for each thing in it that was passed over.

    No file means the defaults. Never raises: what cannot be read leaves the defaults.
    """
    try:
        text = path.read_text(encoding="utf-8")
        import tomllib  # only now: most people have no settings, and the first frame must come at once

        data = tomllib.loads(text)
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, ValueError) as error:
        reason = system_reason(error) if isinstance(error, OSError) else str(error)
        return Settings(), (
            Message(
                "{path}: these settings cannot be read, the defaults are used: {reason}",
                path=path,
                reason=reason,
            ),
        )
    settings, warnings = Settings(), []
    for key, value in data.items():
        if key not in EXPECTED:
            known = ", ".join(EXPECTED)
            warnings.append(
                Message("{path}: unknown setting {key!r}; known are {known}", path=path, key=key, known=known)
            )
        elif not _fits(key, value):
            warnings.append(
                Message(
                    "{path}: {key} must be {expected}; the default is used",
                    path=path,
                    key=key,
                    expected=EXPECTED[key],
                )
            )
        else:
            settings = settings._replace(**{key: value})
    return settings, tuple(warnings)


def understood(key: str, text: str) -> str | int | bool | None:
    """A value as it is typed on a command line; None where it is none for that setting."""
    value: str | int | bool = text
    if text in ("true", "false"):
        value = text == "true"
    elif text.isdecimal() and text.isascii():
        value = int(text)
    return value if _fits(key, value) else None


def changed(text: str, key: str, value: str | int | bool | None) -> str:
    """The text of a settings file with one setting changed (None: without it), all else as it was.

    Raises SettingsError where the text is not understood well enough for that.
    """
    written = f'"{value}"' if isinstance(value, str) else str(value).lower()
    lines = text.splitlines(keepends=True)
    at = next((index for index, line in enumerate(lines) if line.partition("=")[0].strip() == key), None)
    # A new one comes first, so that no table before it takes it for its own.
    lines[0 if at is None else at : 0 if at is None else at + 1] = (
        [] if value is None else [f"{key} = {written}\n"]
    )
    after = "".join(lines)
    wanted = _parsed(text) | {key: value}
    if _parsed(after) != {name: found for name, found in wanted.items() if found is not None}:
        raise SettingsError(key)
    return after


def _parsed(text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(str(error)) from error


#: What each setting must be, in words.
EXPECTED = {
    "lang": Message("zh or en"),
    "theme": Message("dark or light"),
    "measure": Message("a number from {least} to {most}", least=SHORTEST_MEASURE, most=LONGEST_MEASURE),
    "mouse": Message("true or false"),
}


def _fits(key: str, value: Any) -> bool:
    match key:
        case "lang":
            return value in LANGUAGES
        case "theme":
            return value in THEME_NAMES
        case "measure":
            return type(value) is int and SHORTEST_MEASURE <= value <= LONGEST_MEASURE
        case _:
            return isinstance(value, bool)
