"""Which line is the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from shanqu.clean.gates import SPAM
from shanqu.clean.kept import is_caption
from shanqu.clean.lines import narrow
from shanqu.clean.names import bare_names, is_name_or_word, looks_like_site
from shanqu.clean.signs import Signs, is_spam, pairs, rule_in
from shanqu.model import Role

# What follows 电话 or 地址 where one is given.
_GIVEN: Final = re.compile(r"^[^:]{0,12}:|@|\d{5}|\d{3}-\d")
_ENOUGH: Final = 0.85
_HEADINGS: Final = frozenset({"h2", "h3"})
_FIRMS: Final[tuple[str, ...]] = ("公司", "集团", "工作室", "编辑部")
_CRUMB: Final[tuple[str, ...]] = (">", "»", "›", "/", "|")
_TRIFLES: Final = re.compile(r"[\s\-—–_|·丨\"'“”‘’《》:,!?()]")
# So long a line is no headline by chance where the markup's title begins with it.
_HINTED_LEAST: Final = 5
# Into so many lines a headline is broken at most; so long is each of them at least.
_BROKEN_INTO: Final = 4
_PIECE_LEAST: Final = 5
_PARTING: Final[tuple[str, ...]] = ("_", "|", "-", "–", "—", ">", "·", "丨")
_NAME_LEAST: Final = 2
_SITE_NEXT: Final = re.compile(r"\s?[_\-—|]|[(（]")
# What being the first line of the page is worth to a line that is not as short as an item of a menu.
_FIRST: Final = 0.8
# What standing right above the fields is worth where no line reads like a headline.
_BESIDE: Final = 0.7
# On so many lines stand those who wrote it.
_AUTHORS: Final = 3
_TITLE_LEAST: Final = 4
# So long is at least what a window's title says before the name of its site.
_WINDOW_LEAST: Final = 8
_PARTS: Final[tuple[str, ...]] = ("-", "—", "_", "|")
_SAMPLE: Final = 3000
# Headlines in letters are longer, and share words with the text.
_LETTERED_LONGEST: Final = 130
_WORD: Final = re.compile("[a-z]{5,}")
_NUMBERED: Final = re.compile(r"[(]?[一二三四五六七八九十]{1,3}[)、.]|\d{1,2}[、.)]")
_POSITION: Final = "anchor:position"
_MENU_ABOVE: Final = 4
# The sample goes past a heading of a list only while it is shorter than this, in lines.
_SAMPLE_LEAST: Final = 4


def find_title(
    signs: list[Signs],
    low: int,
    high: int,
    text_from: int,
    hint: str | None,
    foot: list[Signs],
    *,
    earliest: bool = False,
) -> tuple[int | None, float]:
    """The line of `[low, high)` that reads most like the headline of the text from `text_from` on.

    Returned with its score, or as `(None, 0.0)`. `hint` is the title that the markup gives; `foot` are
    the last lines of the page;
    `earliest`: the first of equals counts, else the last.
    """
    body = _sample(signs, text_from)
    short = [sign.line.norm for sign in signs[: high + 1] if sign.length <= 40] + [
        sign.line.norm for sign in foot if sign.length <= 60
    ]
    together = "\n".join(short)
    scores = {
        index: _title_score(signs[index], body, hint)
        + _standing(signs, index, short, together)
        + 0.5
        - 0.12 * (index - low if earliest else high - 1 - index)
        + (_FIRST if earliest and index == 0 and signs[0].length >= _HINTED_LEAST + 3 else 0.0)
        for index in range(low, high)
        if may_title(signs, index)
    }
    best = max(scores, key=lambda index: scores[index], default=None)
    if best is not None and scores[best] > _ENOUGH:
        return best, scores[best]
    beside = high - 1
    while beside > max(low, high - _AUTHORS) and _is_between(signs[beside]):
        beside -= 1
    if not earliest and scores.get(beside, 0.0) > _ENOUGH - _BESIDE:
        # What stands right above the fields, or the author's name, need not share a word with the text.
        return beside, scores[beside]
    return None, 0.0


def _is_between(sign: Signs) -> bool:
    """Whether the line can part a headline from its fields: the author's name, or a word alone."""
    return sign.rule is None and (sign.length < _TITLE_LEAST or is_name_or_word(sign.line.norm))


def may_title(signs: list[Signs], index: int) -> bool:
    """Whether line `index` has the form of a headline and fits no rule of boilerplate."""
    sign = signs[index]
    if (
        sign.length < _TITLE_LEAST
        or sign.han < 3
        or sign.listing
        or not could_head(sign)
        or _is_ruled_out(sign)
    ):
        return False
    if "://" in sign.line.norm or (" " in sign.line.norm and len(bare_names(sign.line.norm)) > 1):
        return False
    if sign.line.norm.startswith(_CRUMB) or (sign.line.norm.startswith("(") and sign.line.norm.endswith(")")):
        # In brackets as a whole stands whose page it is, or who wrote it.
        return False
    # What fits in every part of a page was asked about above.
    return rule_in(sign, "head") is sign.rule and not is_caption(signs, index)


def _is_ruled_out(sign: Signs) -> bool:
    """Whether a rule of boilerplate fits; a headline may well speak of phones and addresses, but gives none."""
    rule = sign.rule
    spoken_of = rule is not None and rule.weak and rule.role is Role.ADVERT
    return rule is not None and not (spoken_of and _GIVEN.search(sign.line.norm) is None)


def hinted(signs: list[Signs], hint: str | None, low: int, high: int) -> int | None:
    """The line of `[low, high)` that the title of the markup begins with, or None.

    A headline of the first order, which can end that title too, behind the name of a column; else one of a
    lower order, else the longest, and the last of equals.
    """
    said = _plain(hint or "")
    found = []
    if not said:
        return None
    for index in range(low, min(high, len(signs))):
        line = signs[index].line
        text = _plain(line.text)
        ends = line.tag == "h1" and 2 * len(text) > len(said) and said.endswith(text)
        begins = said.startswith(text)
        # What an encyclopaedia tells of can have a short name, before that of the site.
        named = (
            line.tag == "h1"
            and begins
            and len(text) >= _NAME_LEAST
            and _SITE_NEXT.match(hint or "", len(line.text))
        )
        if named or (len(text) >= _HINTED_LEAST and (ends or begins)):
            found.append((line.tag == "h1", line.tag in _HEADINGS, len(text), index))
    return max(found)[3] if found else None


def goes_on(signs: list[Signs], title: int | None, hint: str | None) -> list[int]:
    """The lines under line `title` on which the headline goes on, as the markup's title `hint` gives it whole."""
    found: list[int] = []
    if title is None or not hint:
        return found
    whole, said = narrow(hint), _plain(hint)
    so_far = _plain(signs[title].line.text)
    for index in range(title + 1, min(title + _BROKEN_INTO, len(signs))):
        norm = signs[index].line.norm
        so_far += _plain(norm)
        before = whole[: max(0, whole.find(norm))].rstrip()
        # Behind such a mark stand the column and the site.
        if signs[index].length < _PIECE_LEAST or not said.startswith(so_far) or before.endswith(_PARTING):
            break
        found.append(index)
    return found


def said_again(signs: list[Signs], title: int, high: int) -> int | None:
    """The last line before `high`, and before any text, that says the headline again, or None.

    A list of the page's articles stood above it, or the window's title, which names the site too.
    """
    norm = signs[title].line.norm
    last = None
    for index in range(title + 1, high):
        if signs[index].prose:
            break
        if _says_again(signs[index].line.norm, norm):
            last = index
    return last


def _says_again(norm: str, title: str) -> bool:
    """Whether the line is the headline, or what stands in it before the name of the site."""
    if norm == title or not title.startswith(norm):
        return norm == title
    rest = title[len(norm) :].lstrip()
    least = _TITLE_LEAST if rest.startswith(_PARTS) else _WINDOW_LEAST
    return len(norm) >= least and looks_like_site(rest.strip(" -—_|"))


def _plain(text: str) -> str:
    """`text` without what titles are printed with in one place and without in another."""
    return _TRIFLES.sub("", narrow(text))


def _standing(signs: list[Signs], index: int, short: Sequence[str], together: str) -> float:
    """What the lines around say against a headline; 0 or less. `together` are the `short` ones as one text."""
    norm = signs[index].line.norm
    above = [sign.rule for sign in signs[max(0, index - 3) : index] if sign.rule is not None]
    listed = "list" in [rule.ends for rule in above]
    score = -0.3 if listed else 0.0
    if any(
        sign.rule is not None and sign.rule.id == _POSITION for sign in signs[index + 1 : index + _MENU_ABOVE]
    ):
        # Menus stand above the line that says where on the site the page is, and the headline again below it.
        score -= 0.5
    if is_name_or_word(norm) or looks_like_site(norm) or norm.endswith(_FIRMS):
        score -= 0.6
    if len(norm) <= 8 and together.count(norm) > short.count(norm):
        # The name of a medium or a column comes back in other lines; a short headline does not.
        score -= 1.0
    return score


def _sample(signs: list[Signs], text_from: int) -> str:
    """The beginning of the text from a line on, to compare headlines with."""
    sample: list[str] = []
    size = 0
    for sign in signs[text_from : text_from + 60]:
        if sign.rule is not None:
            if sign.rule.ends in ("list", "never") and len(sample) >= _SAMPLE_LEAST:
                break
            continue
        sample.append(sign.line.norm[:_SAMPLE])
        size += sign.length
        if size > _SAMPLE:
            break
    return "\n".join(sample)


def _title_score(sign: Signs, body: str, hint: str | None) -> float:
    norm = sign.line.norm
    own = pairs(norm)
    score = 2.0 * sum(map(body.__contains__, own)) / len(own) if own else _words_said(norm, body)
    score += (
        0.8
        if 8 <= sign.length <= (_LETTERED_LONGEST if norm.isascii() else 50)
        else 0.4
        if sign.length > 5
        else -0.3
    )
    score += 1.2 if sign.line.tag == "h1" else 0.0
    if hint and len(norm) > 4 and norm in hint:
        score += 1.5
    if norm.startswith("—") or norm.endswith("—"):
        score -= 0.8
    if norm.endswith(("。", ":", ";", ",")):
        score -= 0.8
    if sign.line.link_share > 0.8:
        score -= 0.8
    return score - (0.5 if sign.may & SPAM and is_spam(norm) else 0.0)


def _words_said(norm: str, body: str) -> float:
    """What the longer words of a line of letters score that the text has too."""
    words = _WORD.findall(norm.lower())
    text = body.lower() if words else ""
    return 2.0 * sum([word in text for word in words]) / len(words) if words else 0.0


def could_head(sign: Signs) -> bool:
    """Whether the line may be a headline, which can end with a question but not with a full stop."""
    norm = sign.line.norm
    plain = "。" not in norm and not norm.endswith(("…", ";", ":", ",", "、")) and norm.count(",") <= 3
    lettered = norm.isascii() and sign.han > 0
    if lettered and ". " in norm:
        return False
    longest = _LETTERED_LONGEST if lettered else 60
    return plain and 4 <= sign.length <= longest and _NUMBERED.match(norm) is None
