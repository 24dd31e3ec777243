"""Sentences of the rooms below, which know no languages; commands and screens translate them.

See `shanqu.i18n.translated`. The catalogues list every `Message("…")` of the code.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Message(str):
    """An English sentence that remembers the template and the values it was made of.

    It is a string like any other to whoever does not translate. Values may be messages themselves.
    """

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, /, **values: object) -> Message:
        """`template` with its `{fields}` filled in; without values it is taken literally."""
        made = super().__new__(cls, template.format(**values) if values else template)
        made.template = template
        made.values = values
        return made


class Label(Message):
    """A Chinese name of the program's own: it is kept, searched and given to scripts as it is; `template` is its English."""

    def __new__(cls, name: str, english: str) -> Label:
        """`name` as it stands, shown in another language as the catalogues have `english`."""
        made = str.__new__(cls, name)
        made.template = english
        made.values = {}
        return made


def english(text: str) -> str:
    """What a message or a label is in English; any other text as it is."""
    return text.template if isinstance(text, Message) else text


def system_reason(error: OSError) -> str:
    """What the system says of an error, without the name of the file."""
    return Message(error.strerror) if error.strerror else str(error)


def packed(text: str) -> Any:
    """A text in a form that JSON keeps, a message with what it was made of."""
    if not isinstance(text, Message):
        return text
    return [text.template, {name: _packed_value(one) for name, one in text.values.items()}]


def _packed_value(value: object) -> Any:
    return packed(value) if isinstance(value, str) else value if isinstance(value, int) else str(value)


def unpacked(value: Any) -> str:
    """The text that `packed` packed."""
    if isinstance(value, str):
        return value
    template, values = value
    return Message(
        template, **{name: one if isinstance(one, int) else unpacked(one) for name, one in values.items()}
    )


# What systems say most often, for the catalogues to list.
_COMMON = (
    Message("No such file or directory"),
    Message("Permission denied"),
    Message("Operation not permitted"),
    Message("Not a directory"),
    Message("Is a directory"),
    Message("File exists"),
    Message("File name too long"),
    Message("Too many levels of symbolic links"),
    Message("Too many open files"),
    Message("Input/output error"),
    Message("No space left on device"),
    Message("Disk quota exceeded"),
    Message("Read-only file system"),
)
