"""Both catalogues are complete, up to date with the code, and compiled."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def catalogues() -> ModuleType:
    spec = importlib.util.spec_from_file_location("update_catalogues", ROOT / "docs" / "update_catalogues.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def texts(string: object) -> list[str]:
    return [str(part) for part in string] if isinstance(string, list | tuple) else [str(string)]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_string_of_the_code_is_translated_and_no_other(catalogues: ModuleType, language: str) -> None:
    used = {str(message.id) for message in catalogues.strings() if message.id}
    known = {str(message.id): texts(message.string) for message in catalogues.load(language) if message.id}
    assert used == set(known)
    assert [text for text, strings in known.items() if not all(strings)] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_compiled_catalogue_is_that_of_the_source(catalogues: ModuleType, language: str) -> None:
    assert catalogues.path_of(language, "mo").read_bytes() == catalogues.compiled(catalogues.load(language))


def test_translations_keep_the_placeholders(catalogues: ModuleType) -> None:
    for message in catalogues.load("zh"):
        for original, translated in zip(texts(message.id)[-1:], texts(message.string)[-1:], strict=True):
            assert set(re.findall(r"{\w+", original)) == set(re.findall(r"{\w+", translated)), original
