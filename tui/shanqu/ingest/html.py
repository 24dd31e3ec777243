"""HTML to lines of visible text, with a hint of the markup for each line."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from shanqu.ingest.containers import Containers
from shanqu.ingest.declared import address, declared, title
from shanqu.ingest.held import Held, held
from shanqu.ingest.pictures import Pictures, is_short
from shanqu.model import Declared, LineHint

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        # A page can be so broken that its title comes to stand in the body.
        "title",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "select",
        "textarea",
        "button",
        "canvas",
        "audio",
        "video",
        "map",
    ]
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
# Landmarks say more of a line than the paragraph it stands in.
_LANDMARKS = frozenset({"nav", "footer", "aside"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDING = (("<!--", "-->"), ("<script", "</script"), ("<style", "</style"))
# What the parser reports when it gives the rest of a page up; the name depends on its version.
_STOPPED = ("ERR_RESOURCE_LIMIT", "ERR_INTERNAL_ERROR", "ERR_NO_MEMORY")
# The tags that nothing is lost without but where lines end.
_OUTER = "|".join(sorted(_SKIPPED | {"html", "body", "title", "meta", "link", "br", "h[1-6]"}))
_INNER = re.compile(rf"</?(?!(?:{_OUTER})\b)([a-z][a-z0-9]*)\b[^<>]*>", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_LONG_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)\s[^<>]{4000,}>")
_ATTRIBUTES_MOST = 500
# What a page declares that declares nothing.
_SILENT = Declared()
# With fewer characters of running text than this to see, the hidden parts are looked at.
_LITTLE = 120


@dataclass(frozen=True, slots=True)
class Flat:
    """The visible text of an HTML page, one line for each block, and what its head says of it."""

    text: str
    hints: tuple[LineHint, ...]
    title: str | None
    url: str | None
    warnings: tuple[str, ...] = ()
    declared: Declared = _SILENT


@dataclass(slots=True)
class _Lines:
    """Collects runs of text into lines."""

    lines: list[str] = field(default_factory=list)
    hints: list[LineHint] = field(default_factory=list)
    containers: Containers = field(default_factory=Containers)
    length: int = 0
    run: list[str] = field(default_factory=list)
    linked: int = 0
    captions: list[str] = field(default_factory=list)

    def add(self, text: str, in_link: bool) -> None:
        text = _SPACE.sub(" ", text)
        if not self.run:
            text = text.lstrip(" ")
        if text:
            self.run.append(text)
            if in_link:
                self.linked += len(text.strip())

    def flush(self, tag: str) -> None:
        line = _SPACE.sub(" ", "".join(self.run)).strip(" ")
        if line.strip():
            share = min(1.0, self.linked / len(line))
            self.containers.add(line, share)
            self._append(line, tag, share)
        self.run.clear()
        self.linked = 0
        # A picture inside a paragraph is told of below it.
        for caption in self.captions:
            self.containers.add_caption()
            self._append(caption, "img", 0.0)
        self.captions.clear()

    def _append(self, line: str, tag: str, share: float) -> None:
        self.hints.append(LineHint(self.length, self.length + len(line), tag, round(share, 3)))
        self.lines.append(line)
        self.length += len(line) + 1


def flatten(markup: str) -> Flat | None:
    """The visible text of `markup`; None if there is no element in it.

    Scripts, styles and hidden parts are left out, and so are the alternative texts of images but for those that
    read like a caption; these are lines of their own with the tag `img`. A page that nests deeper than the parser follows is read without its inner markup (warning `deep-markup`);
    what is hidden even so, or by a comment or script without an end, is told by the warning `cut-markup`.
    """
    warnings = []
    root, whole = _parsed(markup)
    if not whole:
        warnings.append("deep-markup")
        root, whole = _parsed(_INNER.sub(_shallow, markup))
    if not whole or _hangs_open(markup):
        warnings.append("cut-markup")
    if root is None:
        return None
    lines = _walk(root, _is_hidden)
    if lines.containers.prose() < _LITTLE:
        # Some pages keep their text hidden until a script shows it.
        everything = _walk(root, _is_never)
        lines = everything if everything.containers.prose() > 2 * lines.containers.prose() else lines
    unseen = None
    if lines.containers.prose() < _LITTLE:
        unseen = held(root, max(_LITTLE, 2 * lines.containers.prose()))
        if unseen is not None:
            _put_in(root, unseen)
            lines = _walk(root, _is_hidden)
    hints = tuple(
        hint._replace(chosen=chosen) if chosen else hint
        for hint, chosen in zip(lines.hints, lines.containers.chosen(), strict=True)
    )
    said = declared(root)
    if unseen is not None:
        said = said._replace(
            published=said.published or unseen.published, source=said.source or unseen.source
        )
    return Flat("\n".join(lines.lines), hints, title(root), address(root), tuple(warnings), said)


def _put_in(root: _Element, unseen: Held) -> None:
    """The page shows the article that it held: where that stands, or at the end with the headline above it."""
    from lxml import etree

    heading = f"<h1>{html.escape(unseen.title)}</h1>" if unseen.title else ""
    article, _ = _parsed(f"<article>{heading}{unseen.markup}</article>")
    if article is None:
        return
    whole = etree.Element("div")
    whole.extend(article.iter("article"))
    if unseen.place is not None:
        unseen.place.addnext(whole)
    else:
        (root if (body := root.find("body")) is None else body).append(whole)


def _hangs_open(markup: str) -> bool:
    """Whether a comment or a script that nothing closes hides the rest of the page."""
    lower = markup.lower()
    return any(lower.rfind(opening) > lower.rfind(closing) for opening, closing in _HIDING)


def _parsed(markup: str) -> tuple[_Element | None, bool]:
    """The root element, and whether the parser came to the end of the markup."""
    # Imported here, so that whoever never meets an HTML page never pays for it.
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    markup = _LONG_TAG.sub(_without_crowd, markup)
    root = etree.fromstring(markup.encode("utf-8", errors="replace"), parser)
    return root, not any(error.type_name in _STOPPED for error in parser.error_log)


def _without_crowd(tag: re.Match[str]) -> str:
    """A tag, without its attributes where they are too many for the parser, which compares each with each."""
    return f"<{tag.group(1)}>" if tag.group().count("=") > _ATTRIBUTES_MOST else tag.group()


def _shallow(tag: re.Match[str]) -> str:
    return "<br>" if tag.group(1).lower() in _BLOCKS else ""


def _walk(root: _Element, is_hidden: Callable[[_Element], bool]) -> _Lines:
    """Depth first without recursion: markup from outside may nest as deep as it likes."""
    from lxml import etree

    lines = _Lines()
    pictures = Pictures(root)
    tags = ["body"]
    links = skipped = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        opaque = name in _SKIPPED or is_hidden(element)
        if event == "start":
            if name in _BLOCKS or name == "br":
                lines.flush(tags[-1])
            if name in _BLOCKS:
                if lines.containers.enter(name, element) and is_short(element):
                    name_of_lines = "figcaption"
                else:
                    name_of_lines = name
                tags.append(tags[-1] if tags[-1] in _LANDMARKS else name_of_lines)
            links += name == "a"
            skipped += opaque
            if element.text and not skipped:
                lines.add(element.text, links > 0)
            if name == "img" and not skipped and not links:
                caption = pictures.caption(element)
                lines.captions += [caption] if caption is not None else []
            continue
        if name in _BLOCKS:
            lines.flush(tags[-1])
            tags.pop()
            lines.containers.leave()
        links -= name == "a"
        skipped -= opaque
        if element.tail and not skipped:
            lines.add(element.tail, links > 0)
    lines.flush("body")
    return lines


def _is_hidden(element: _Element) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and _HIDDEN.search(style) is not None)


def _is_never(_: _Element) -> bool:
    return False
