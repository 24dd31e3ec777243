"""Interface strings through gettext, in Chinese and English.

The strings in the code are English; both catalogues are complete. Until `set_language` is called, the
language follows the environment: English for an English locale, Chinese otherwise (also for `C.UTF-8`,
which says nothing of the person).
"""

from __future__ import annotations

import gettext as _gettext
import os
from pathlib import Path
from typing import Literal

from shanqu.messages import Message

Language = Literal["zh", "en"]
LOCALE_DIR = Path(__file__).parent / "locale"
DOMAIN = "shanqu"

_translations: _gettext.NullTranslations | None = None
_language: Language = "zh"


def language_of_environment() -> Language:
    """The language that LC_ALL, LC_MESSAGES or LANG (the first one set) ask for."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "en" if value.lower().startswith("en") else "zh"
    return "zh"


def set_language(language: Language | None = None) -> Language:
    """Use `language` (None: what the environment asks for) from now on, and return it."""
    global _translations, _language
    _language = language or language_of_environment()
    _translations = _gettext.translation(DOMAIN, LOCALE_DIR, [_language], fallback=True)
    return _language


def current_language() -> Language:
    """The language in use."""
    if _translations is None:
        set_language()
    return _language


def _(message: str) -> str:
    """`message` in the language in use."""
    if _translations is None:
        set_language()
    assert _translations is not None
    return _translations.gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """The form of the message for `number`, in the language in use."""
    if _translations is None:
        set_language()
    assert _translations is not None
    return _translations.ngettext(singular, plural, number)


def translated(text: str) -> str:
    """A `Message` of the rooms below in the language in use; any other text as it is."""
    if not isinstance(text, Message):
        return text
    if not text.values:
        return _(text.template)
    values = {name: translated(one) if isinstance(one, str) else one for name, one in text.values.items()}
    return _(text.template).format(**values)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for a string translated later
    """Mark `message` for the catalogues without translating it yet."""
    return message
