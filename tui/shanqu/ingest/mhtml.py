"""Pages that a browser saved in one file (MHTML)."""

from __future__ import annotations

from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message as Part


@dataclass(frozen=True, slots=True)
class Saved:
    """The HTML of a saved page, the charset that its part names, and the page's address."""

    body: bytes
    charset: str | None
    url: str | None


def saved(data: bytes) -> Saved | None:
    """The page among the parts of `data`; None if there is no HTML in it.

    The page is the part that the head calls the start, or that bears the page's address, else the first one.
    """
    whole = message_from_bytes(data)
    parts = [
        part for part in whole.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")
    ]
    if not parts:
        return None
    address = _header(whole, "Snapshot-Content-Location")
    start = whole.get_param("start")
    chosen = next((part for part in parts if start and _header(part, "Content-ID") == start), None)
    chosen = chosen or next(
        (part for part in parts if address and _header(part, "Content-Location") == address), parts[0]
    )
    body = chosen.get_payload(decode=True)
    if not isinstance(body, bytes):
        return None
    return Saved(body, chosen.get_content_charset(), address or _header(chosen, "Content-Location"))


def _header(part: Part, name: str) -> str | None:
    value = part.get(name)
    return str(value).strip() if value is not None else None
