"""A second look at the verdicts: what a line is, given what its neighbours were taken for."""

from __future__ import annotations

import re
from typing import Final

from shanqu.clean.data import labels
from shanqu.clean.field_lines import is_value
from shanqu.clean.head import Head
from shanqu.clean.names import bare_names, is_name_or_word, looks_like_site
from shanqu.clean.signs import PROSE, Signs, is_title_like, pairs, rule_of_text
from shanqu.clean.verdict import Verdict
from shanqu.model import Role

_BRACKETED: Final = re.compile(r"[(【\[][^()【】\[\]。]{2,40}[)】\]]")
_OPENING: Final = frozenset("(【[")
# To look up a role in its class takes long.
_BODY, _ADVERT, _NAVIGATION = Role.BODY, Role.ADVERT, Role.NAVIGATION
_KEPT: Final = frozenset({Role.BODY, Role.SUBHEAD})
_SHOWN: Final = _KEPT | {Role.CAPTION}
_LIST_LEAST: Final = 3
_DATE: Final = "anchor:dates-only"
_LABEL: Final = 8
_LEAD_IN: Final = re.compile(r"[\[【]?(?:导读|摘要|提要|核心提示|内容提要)[\]】]?\s?:?\s?(?P<said>.{8,})")
_POST: Final = "anchor:post"
_VOTED: Final = "anchor:answer-voted"
_POSTER_LINES: Final = 5
_POSTER_LONGEST: Final = 16
_OFFER_LONGEST: Final = 60
_GALLERY: Final = re.compile(
    r"^(?:组图|图集|图说|图片(?:新闻|故事|报道)|高清(?:组图)?|镜头|影像|【?图)|[(（【](?:组图|图|高清组图)[)）】]"
)
_PICTURE_COUNT: Final = re.compile(r"1\s?/\s?\d{1,2}")
_CAPTION_LONGEST: Final = 60
_COPY_LEAST: Final = 40
_LEAD_REACH, _LEAD_LEAST = 5, 20
_COPY: Final = Verdict(Role.REPEAT, "paragraph-repeated", 0.8)
# A headline in a list that was cut, and what ends a sentence for certain.
_CUT_LEAST, _HEADLINE_LONGEST = 8, 40
_FULL_STOPS: Final = ("。", "。”", "。)")
# How letters end.
_SIGNED: Final = re.compile(r"此致|敬礼|敬上|谨启|\d日$")
# So many Chinese characters has a headline at least that is told by its sharing no word with so long a text.
_HEADLINE_LEAST, _TEXT_LEAST = 9, 60
_CROSSES: Final = frozenset("×✕xX")
_CROSSES_LEAST: Final = 2


def settle(signs: list[Signs], verdicts: list[Verdict], head: Head, end: int) -> None:
    """Corrects `verdicts` in place; the article's text stands in the lines `[head.start, end)`."""
    _drop_lead_in(signs, verdicts, head.start, end)
    _drop_copies(signs, verdicts, head.start, end)
    _trim_cut(signs, verdicts, head.start, end)
    _trim_end(signs, verdicts, head.start, end)
    _drop_posters(signs, verdicts, head.start, end)
    _drop_closed(signs, verdicts, head.start, end)
    _join_adverts(signs, verdicts, head.start, end)
    _join_labels(signs, verdicts, head.start, end)
    _sign_offices(signs, verdicts, head.start, end)
    if _is_gallery(signs, head):
        _caption(signs, verdicts, head.start, end)


def _drop_lead_in(signs: list[Signs], verdicts: list[Verdict], start: int, end: int) -> None:
    """An abstract that only repeats the beginning of the text goes."""
    for index in range(start, min(start + 2, end)):
        if verdicts[index].role is not Role.BODY:
            continue
        found = _LEAD_IN.match(signs[index].line.norm)
        if found is not None:
            said = found.group("said").rstrip("。.…")
            for sign in signs[index + 1 : index + 3]:
                # The lines below, run together: the original headline comes before the text.
                said = said.removeprefix(sign.line.norm)
            if any(said in sign.line.norm for sign in signs[index + 1 : index + 3]):
                verdicts[index] = Verdict(Role.REPEAT, "lead-repeated", 0.8)
        elif _is_begun_below(signs, index, end):
            verdicts[index] = Verdict(Role.REPEAT, "lead-repeated", 0.8)


def _is_begun_below(signs: list[Signs], index: int, end: int) -> bool:
    """Whether of an abstract that was cut the whole text follows, perhaps with other spaces."""
    norm = signs[index].line.norm.replace(" ", "")
    cut = norm.rstrip(".…")
    trails = len(cut) < len(norm) and norm.endswith(("..", "…"))
    if signs[index].stop and not trails:
        return False
    # Where dots say that it was cut, buttons may stand between, and less is enough.
    reach, least = (_LEAD_REACH, _LEAD_LEAST) if trails else (1, _COPY_LEAST)
    below = signs[index + 1 : min(index + 1 + reach, end)]
    return len(cut) >= least and any(sign.line.norm.replace(" ", "").startswith(cut) for sign in below)


def _drop_copies(signs: list[Signs], verdicts: list[Verdict], start: int, end: int) -> None:
    """A whole paragraph that came before goes; questions come again, and so do captions of pictures."""
    seen: set[str] = set()
    for index in range(start, end):
        norm = signs[index].line.norm
        role = verdicts[index].role
        if signs[index].length < _COPY_LEAST or role not in (_BODY, Role.CAPTION):
            continue
        if norm in seen and (role is _BODY or signs[index].length >= PROSE):
            verdicts[index] = _COPY
        seen.add(norm)
    _drop_between_copies(signs, verdicts, start, end)


def _drop_between_copies(signs: list[Signs], verdicts: list[Verdict], start: int, end: int) -> None:
    """A shorter line that came before goes too where it stands beside a paragraph that did: the whole text came twice."""
    if _COPY not in verdicts:
        return
    first: dict[str, int] = {}
    for index in range(start, end):
        at = first.setdefault(signs[index].line.norm, index)
        beside = (verdicts[near] for near in (index - 1, index + 1) if start <= near < end)
        if at < index and verdicts[index].role in _SHOWN and signs[index].length and _COPY in beside:
            verdicts[index] = _COPY


def _drop_posters(signs: list[Signs], verdicts: list[Verdict], start: int, end: int) -> None:
    """Who wrote a post of a board or an answer stands above its date or the votes for it."""
    for below in range(start, min(end + 1, len(signs))):
        rule = signs[below].rule
        if rule is None or rule.id not in (_POST, _VOTED):
            continue
        # What stands above the first post, with no text among it, is the poster's rank and points.
        first = rule.id == _POST and not any(sign.stop or sign.prose for sign in signs[start:below])
        for index in range(below - 1, start - 1 if first else max(start - 1, below - 1 - _POSTER_LINES), -1):
            if signs[index].stop or (signs[index].length > _POSTER_LONGEST and not first):
                break
            if verdicts[index].role in _KEPT:
                verdicts[index] = Verdict(Role.COMMENT, "poster", 0.7)


def _drop_closed(signs: list[Signs], verdicts: list[Verdict], start: int, end: int) -> None:
    """A cross alone on a line closes the advert above it: one line, with its label before it or in it."""
    crosses = [index for index in range(start + 1, end) if signs[index].line.norm in _CROSSES]
    for index in crosses if len(crosses) >= _CROSSES_LEAST else ():
        verdicts[index] = Verdict(Role.ADVERT, "closing-cross", 0.7)
        above = signs[index - 1]
        if above.length <= _OFFER_LONGEST and not above.line.norm.endswith(("。", "。”")):
            verdicts[index - 1] = Verdict(Role.ADVERT, "above-cross", 0.7)


def _sign_offices(signs: list[Signs], verdicts: list[Verdict], start: int, end: int) -> None:
    """An office or a medium alone in brackets signs the text above it."""
    for index in range(start, end):
        norm = signs[index].line.norm
        if norm[:1] in _OPENING and verdicts[index].role in _KEPT and _BRACKETED.fullmatch(norm):
            words = norm.strip("()【】[]").split()
            if words and looks_like_site(words[0]) and (not words[1:] or bare_names(" ".join(words[1:]))):
                verdicts[index] = Verdict(Role.BYLINE, "office-in-brackets", 0.7)


def _is_gallery(signs: list[Signs], head: Head) -> bool:
    """Whether the page shows pictures one by one, without markup that tells their captions."""
    said = head.title is not None and _GALLERY.search(signs[head.title].line.norm) is not None
    if said or any(_PICTURE_COUNT.fullmatch(sign.line.norm) for sign in signs[head.start : head.start + 3]):
        return all(sign.line.tag != "figcaption" for sign in signs)
    return False


def _caption(signs: list[Signs], verdicts: list[Verdict], start: int, end: int) -> None:
    """Short sentences on such a page describe its pictures; paragraphs and speech do not."""
    for index in range(start, end):
        sign = signs[index]
        if (
            verdicts[index].role is Role.BODY
            and sign.stop
            and sign.length <= _CAPTION_LONGEST
            and "”" not in sign.line.norm[-3:]
        ):
            verdicts[index] = Verdict(Role.CAPTION, "sentence-in-gallery", 0.6)


def _recurs(signs: list[Signs], trailing: list[int], end: int) -> bool:
    """Whether most of the trailing lines begin with the word of a line above, as the parts of a round-up all end."""
    words = {sign.line.norm.split(" ", 1)[0] for sign in signs[:end] if not sign.prose}
    return 2 * sum(signs[i].line.norm.split(" ", 1)[0] in words for i in trailing) > len(trailing)


def _trim_cut(signs: list[Signs], verdicts: list[Verdict], start: int, end: int) -> None:
    """Drop a list of headlines below the text, of which most were cut at a length, and what stands among them."""
    cut = [index for index in range(start, end) if _is_cut(signs[index])]
    if len(cut) < _LIST_LEAST:
        return
    low = cut[-1]
    while (
        low > start
        and not signs[low].line.norm.endswith(_FULL_STOPS)
        and signs[low].length <= _HEADLINE_LONGEST
    ):
        low -= 1
    listed = [index for index in range(low + 1, end) if verdicts[index].role in _KEPT]
    if len(cut) * 2 < len(listed) or cut[0] <= low or signs[low].length <= _HEADLINE_LONGEST:
        return
    if any(signs[index].line.norm.endswith(_FULL_STOPS) for index in listed):
        return
    for index in listed:
        verdicts[index] = Verdict(Role.RELATED, "cut-headlines-after-end", 0.7)


def _is_cut(sign: Signs) -> bool:
    """Whether the line reads like a headline of which the end was left away; what trails off in a text has two signs."""
    norm = sign.line.norm
    return (
        norm.endswith(("…", "..."))
        and not norm.endswith(("……", "...."))
        and "。" not in norm
        and _CUT_LEAST <= sign.length <= _HEADLINE_LONGEST
        and sign.rule is None
    )


def _trim_end(signs: list[Signs], verdicts: list[Verdict], start: int, end: int) -> None:
    """Drop what trails after the last sentence: names, dates, rests of a footer, a list of headlines."""
    index = end - 1
    trailing: list[int] = []
    while index > 0 and not (signs[index].stop or signs[index].prose or signs[index].line.norm.endswith(";")):
        if verdicts[index].role in _KEPT:
            trailing.append(index)
        index -= 1
    if index <= 0 or signs[index].line.norm.endswith((":", "、", ",")):
        return
    titles = [i for i in trailing if is_title_like(signs[i])]
    prose = [sign for sign in signs[:index] if sign.length > 25 and sign.rule is None]
    settled = bool(prose) and sum(sign.stop for sign in prose) >= 0.8 * len(prose)
    listed = settled and len(titles) >= _LIST_LEAST and len(titles) >= 0.6 * len(trailing)
    if listed and _recurs(signs, trailing, index):
        return
    if listed:
        for i in trailing:
            verdicts[i] = Verdict(Role.RELATED, "headlines-after-end", 0.6)
        return
    for i in reversed(trailing) if len(trailing) < _LIST_LEAST else trailing:
        norm = signs[i].line.norm
        rule = rule_of_text(signs[i], "tail")
        if rule is not None and rule.id == _DATE and looks_like_site(signs[i - 1].line.norm):
            # The office that signs a notice, and the day on which it did.
            break
        if rule is not None:
            verdicts[i] = Verdict(rule.role, rule.id, 0.7)
        elif (
            _BRACKETED.fullmatch(norm)
            or is_name_or_word(norm)
            or norm.startswith("■")
            or is_value(signs[i - 1], signs[i])
        ):
            verdicts[i] = Verdict(Role.BYLINE, "name-after-end", 0.7)
        elif signs[i].length <= 12 and looks_like_site(norm) and i == end - 1:
            verdicts[i] = Verdict(Role.FOOTER, "site-after-end", 0.6)
        elif settled and len(trailing) < _LIST_LEAST and _heads_other(signs[i], signs[start : index + 1]):
            verdicts[i] = Verdict(Role.RELATED, "headline-of-other", 0.6)
        else:
            break


def _heads_other(sign: Signs, above: list[Signs]) -> bool:
    """Whether the line is the headline of something else than the text above it, with which it shares no word."""
    norm = sign.line.norm
    if not is_title_like(sign) or sign.han < _HEADLINE_LEAST or ":" in norm or looks_like_site(norm):
        return False
    if not norm[0].isalpha() and norm[0] not in "“《【":
        # A note, or a part of a list.
        return False
    if _SIGNED.search(norm) or bare_names(norm.split()[-1]):
        return False
    said = [pairs(line.line.norm) for line in above]
    length = sum(line.length for line in above if line.prose)
    return length >= _TEXT_LEAST and frozenset().union(*said).isdisjoint(pairs(norm))


def _join_adverts(signs: list[Signs], verdicts: list[Verdict], start: int, end: int) -> None:
    """A line of contact words beside an advert belongs to it; without a full stop, one of offers does."""
    if _ADVERT not in [verdict.role for verdict in verdicts]:
        return
    contact, offer = labels().lexicons["contact"], labels().lexicons["offer"]
    for step in (1, -1):
        for index in range(start, end)[::step]:
            beside = index - step
            if not start <= beside < len(verdicts) or verdicts[beside].role is not _ADVERT:
                continue
            sign = signs[index]
            kept = verdicts[index].role in _KEPT
            weak = sign.rule is not None and not sign.stop
            norm = sign.line.norm
            offers = sign.length <= _OFFER_LONGEST and "。" not in norm and offer.fits(norm)
            if kept and sign.length <= 120 and (weak or offers or contact.fits(norm)):
                verdicts[index] = Verdict(Role.ADVERT, "beside-advert", 0.7)


def _join_labels(signs: list[Signs], verdicts: list[Verdict], start: int, end: int) -> None:
    """`附件:` goes with the files under it."""
    for index in range(start, min(end, len(verdicts) - 1)):
        norm = signs[index].line.norm
        if (
            norm.endswith(":")
            and len(norm) <= _LABEL
            and verdicts[index].role in _KEPT
            and verdicts[index + 1].role is _NAVIGATION
        ):
            verdicts[index] = Verdict(Role.NAVIGATION, "label-of-dropped", 0.7)
