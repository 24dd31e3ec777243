"""Pages saved by a browser, charsets named by a server, large rows and files."""

from __future__ import annotations

import base64
import gzip
import json
import quopri
from pathlib import Path

import pytest

from shanqu.ingest import IngestError, discover, read

HTML = "<html><head><title>竹乡</title></head><body><p>近年来,当地发展竹产业,企业很多。</p></body></html>"
HEAD = """From: <Saved by Blink>
Snapshot-Content-Location: http://www.example.cn/2020/1.html
Subject: a
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----b"

"""


def saved(body: str, charset: str = "", encoding: str = "quoted-printable") -> bytes:
    data = body.encode(charset or "utf-8")
    packed = quopri.encodestring(data) if encoding == "quoted-printable" else base64.encodebytes(data)
    kind = f"text/html; charset={charset}" if charset else "text/html"
    part = f"------b\nContent-Type: {kind}\nContent-Transfer-Encoding: {encoding}\nContent-Location: http://www.example.cn/2020/1.html\n\n"
    frame = "------b\nContent-Type: text/html\nContent-Location: http://ads.example.cn/\n\n<p>Advert</p>\n"
    return HEAD.encode() + frame.encode() + part.encode() + packed + b"\n------b--\n"


@pytest.mark.parametrize("name", ["a.mhtml", "b.mht", "c"])
@pytest.mark.parametrize(("charset", "packing"), [("", "quoted-printable"), ("gbk", "base64")])
def test_a_saved_page_is_read_by_the_part_that_is_the_page(
    tmp_path: Path, name: str, charset: str, packing: str
) -> None:
    path = tmp_path / name
    path.write_bytes(saved(HTML, charset, packing))
    assert list(discover([tmp_path])) == [path]
    (page,) = read(path)
    assert page.text == "近年来,当地发展竹产业,企业很多。"
    assert page.url == "http://www.example.cn/2020/1.html"
    assert page.title_hint == "竹乡"
    assert page.encoding == ("gb18030" if charset else "utf-8")


def test_a_saved_page_without_html_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.mhtml"
    path.write_bytes(HEAD.encode() + b"------b\nContent-Type: image/png\n\nx\n------b--\n")
    with pytest.raises(IngestError, match="no HTML page"):
        list(read(path))


def test_a_letter_that_only_quotes_such_a_head_stays_a_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("网页存档的格式说明\nContent-Type: multipart/related 是它的首部。", "utf-8")
    (page,) = read(path)
    assert page.text.startswith("网页存档")


def test_the_charset_that_the_server_names_counts_where_the_page_names_none(tmp_path: Path) -> None:
    body = "<p>台灣的企業很多。</p>".encode("big5") + b"<!-- " + "臺灣".encode("big5") + b" -->"
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=Big5\r\n\r\n" + body
    record = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: %d\r\n\r\n"
        % len(answer)
    )
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(record + answer + b"\r\n\r\n"))
    (page,) = read(path)
    assert page.text == "台灣的企業很多。"
    assert page.encoding == "big5hkscs"


def test_rows_of_a_large_file_are_read_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shanqu.ingest.reader.STREAMED", 1000)
    lines = [
        json.dumps({"text": f"第{n}篇,当地发展竹产业。", "url": f"http://a.example/{n}"}, ensure_ascii=False)
        for n in range(200)
    ]
    path = tmp_path / "a.jsonl"
    for encoding in ("utf-8", "gb18030", "utf-8-sig"):
        path.write_bytes("\n".join([*lines[:100], "{broken", *lines[100:]]).encode(encoding))
        bad: list[IngestError] = []
        pages = list(read(path, bad.append))
        assert [page.text for page in pages] == [f"第{n}篇,当地发展竹产业。" for n in range(200)]
        assert [error.path for error in bad] == [f"{path}#101"]
        assert pages[-1].member == "201"
    table = tmp_path / "a.csv"
    table.write_text(
        "标题,正文\n" + "".join(f'"第{n}篇","当地发展\n竹产业{n}。"\n' for n in range(200)), "utf-8"
    )
    assert [page.text for page in read(table)][-1] == "当地发展\n竹产业199。"


def test_a_file_beyond_the_limit_is_refused_unread(tmp_path: Path) -> None:
    for name in ("a.txt", "a.html", "a.mhtml"):
        path = tmp_path / name
        with path.open("wb") as file:
            file.write("近年来".encode())
            file.truncate(1 << 30)
        with pytest.raises(IngestError, match="larger than 64 MB"):
            list(read(path))
