"""Which encoding a file is written in."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanqu.ingest import read
from shanqu.ingest.decode import decode

SIMPLIFIED = "浙江省丽水市遂昌县的工业发展很快。\n这是第一个百亿元项目,共有3家企业。\n"
TRADITIONAL = "浙江省麗水市遂昌縣的工業發展很快。\n這是第一個百億元項目,共有3家企業。\n"


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_text(mark: bytes, name: str) -> None:
    decoded = decode(mark + SIMPLIFIED.encode(name))
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == (SIMPLIFIED, name)


@pytest.mark.parametrize("name", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_simplified_text_is_read_without_a_mark(name: str) -> None:
    decoded = decode(SIMPLIFIED.encode(name))
    assert decoded is not None
    assert (decoded.text, decoded.encoding, decoded.warnings) == (SIMPLIFIED, name, ())


def test_traditional_text_in_big5_is_not_taken_for_gb18030() -> None:
    decoded = decode(TRADITIONAL.encode("big5"))
    assert decoded is not None
    assert decoded.text == TRADITIONAL


def test_traditional_text_in_gb18030_is_not_taken_for_big5() -> None:
    decoded = decode(TRADITIONAL.encode("gb18030"))
    assert decoded is not None
    assert decoded.text == TRADITIONAL


def test_a_few_bad_bytes_are_replaced_and_reported() -> None:
    data = (SIMPLIFIED * 20).encode("utf-8")
    decoded = decode(data[:90] + b"\xff" + data[90:])
    assert decoded is not None
    assert decoded.encoding == "utf-8"
    assert decoded.warnings == ("bad-bytes",)
    assert decoded.text.count("\ufffd") == 1


def test_a_gb18030_text_cut_in_the_middle_of_a_character_is_still_read() -> None:
    decoded = decode((SIMPLIFIED * 20).encode("gb18030")[:-4])
    assert decoded is not None
    assert decoded.text.startswith(SIMPLIFIED)


def test_the_charset_that_a_page_declares_is_believed_in_its_wider_form() -> None:
    markup = '<html><head><meta charset="gb2312"></head><body>朱镕基与丽水的縣</body></html>'
    decoded = decode(markup.encode("gb18030"), markup=True)
    assert decoded is not None
    assert decoded.text == markup


def test_a_wrong_declaration_does_not_harm() -> None:
    markup = '<meta charset="gb2312"><p>' + SIMPLIFIED
    decoded = decode(markup.encode("utf-8"), markup=True)
    assert decoded is not None
    assert decoded.text == markup


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02\x03" * 99, bytes(range(1, 32)) * 20, b"\x7fELF\x02\x01\x01\x00"]
)
def test_binary_data_is_no_text(data: bytes) -> None:
    assert decode(data) is None


@given(st.binary(max_size=400))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    decoded = decode(data)
    assert decoded is None or isinstance(decoded.text, str)


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("一\r\n二\r三\n".encode())
    (page,) = read(path)
    assert page.text == "一\r\n二\r三\n"


@pytest.mark.parametrize(
    "label", ["iso-8859-1", "utf-8", "big5", "hex", "idna", "rot13", "unicode_escape", "x-none"]
)
def test_a_page_that_declares_a_wrong_charset_is_read_all_the_same(label: str) -> None:
    markup = f'<meta charset="{label}"><p>{SIMPLIFIED}</p>'
    decoded = decode(markup.encode("gb18030"), markup=True)
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == (markup, "gb18030")


def test_a_western_page_is_read_as_it_declares() -> None:
    markup = '<meta charset="iso-8859-1"><p>Un café, déjà vu à la carte.</p>'
    decoded = decode(markup.encode("latin-1"), markup=True)
    assert decoded is not None and decoded.text == markup
