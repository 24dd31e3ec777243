"""Sentences that are made in one room and translated in another."""

from __future__ import annotations

import copy
import json

import pytest

from shanqu.i18n import set_language, translated
from shanqu.messages import Message, packed, system_reason, unpacked

NESTED = Message("It is {kind}, not a text.", kind=Message("a PDF document"))


@pytest.fixture(autouse=True)
def english_afterwards() -> None:
    set_language("en")


def test_a_message_is_its_english_text() -> None:
    assert NESTED == "It is a PDF document, not a text."
    assert Message("Braces {stay} without values") == "Braces {stay} without values"


def test_a_message_is_translated_with_what_it_holds() -> None:
    set_language("zh")
    shown = translated(NESTED)
    set_language("en")
    assert "PDF" in shown and shown.isascii() is False and "{" not in shown


def test_other_texts_stay_as_they_are() -> None:
    assert translated("The file is empty.") == "The file is empty."


def test_a_message_survives_json_and_copying() -> None:
    for same in (unpacked(json.loads(json.dumps(packed(NESTED)))), copy.deepcopy(NESTED)):
        assert isinstance(same, Message)
        assert (same, same.template) == (NESTED, NESTED.template)
        assert isinstance(same.values["kind"], Message)
    assert unpacked(json.loads(json.dumps(packed("plain")))) == "plain"


def test_what_the_system_says_is_a_message() -> None:
    assert isinstance(system_reason(PermissionError(13, "Permission denied")), Message)
    assert system_reason(OSError("odd")) == "odd"
