"""Companies: by legal form, by list, by alias of a full name."""

from __future__ import annotations

import itertools
import re

from shanqu.extract.document import Document
from shanqu.extract.edges import left_edge
from shanqu.extract.firm_aliases import aliases_of, trade_word
from shanqu.extract.firm_edges import (
    at_group,
    at_zone,
    behind_among,
    behind_country,
    behind_lead,
    by_place,
    from_place,
    over_verb,
    public_firms,
)
from shanqu.extract.firm_labels import founded, labelled
from shanqu.extract.lexicon import name_scanner, place_scanner
from shanqu.extract.products import work_on_goods
from shanqu.extract.segment import frequency, is_verb, ordinary_words
from shanqu.extract.segment import words as pieces
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import Lexicon, any_of, lexicon, listed, modifiers
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import titles, words

_ITEM = r"[一-龥A-Za-z0-9()（）]"
_SHORT_DEFINED = re.compile(r"[(（](?:以下|下)?简?称[:：]?[“\"]?(?P<short>[一-龥A-Za-z0-9]{2,8})[”\"]?[)）]")


def _words(name: str) -> tuple[str, ...]:
    return words("companies", name)


@once
def _forms() -> Lexicon:
    return Lexicon(_words("forms"), _words("not_forms"))


@once
def _inner() -> frozenset[str]:
    """Trades that end no walk leftwards through a firm's name, though they are ordinary words."""
    return frozenset(_words("trades")) - frozenset(_words("not_inner"))


@once
def _roles() -> frozenset[str]:
    """What a firm is called before its name, though names of other kinds hold such words (龙头企业|, 行业龙头|)."""
    called = frozenset(words("edges", "roles_before")) & frozenset(words("edges", "nounish"))
    return called | frozenset(_words("run"))


@once
def _short_form() -> re.Pattern[str]:
    """Two to four characters and a trade at the head of a clause or in a list."""
    trades, behind = listed("companies", "brand_trades"), listed("companies", "behind")
    return re.compile(
        rf"(?:(?<=^)|(?<=[,，。、;；:：“”\n(（和与及由]))((?!{listed('companies', 'not_begin')}|[由与和如以在向对从占及投])[一-龥A-Za-z]{{2,4}}{trades})(?=[、,，。;；”)）\d]|(?!有限){behind})"
    )


@once
def _lists() -> tuple[re.Pattern[str], ...]:
    """Lists of firms: behind a verb that governs firms; 以…为龙头; at the head of a clause that says what they are."""
    called, leaders = f"{listed('companies', 'called')}(?!家)", listed("companies", "leaders")
    count = r"(?:\d+|[一二两三四五六七八九十百]+)?余?多?[家个]?"
    return (
        re.compile(
            rf"(?:{listed('companies', 'list_leads')}|[:：])(?={_ITEM}{{2,14}}?[、和])((?:{_ITEM}|、){{5,100}}?)等(?:[^,，。;；]{{0,8}}为{leaders}|{count}[^,，。;；]{{0,12}}?{called})"
        ),
        re.compile(rf"以({_ITEM}{{2,10}}(?:、{_ITEM}{{2,10}}){{1,8}})(?<!等)为{leaders}"),
        re.compile(
            rf"(?:^|(?<=[,，。;；:：\n]))({_ITEM}{{2,10}}(?:、{_ITEM}{{2,10}}){{1,8}})(?:等(?:[一-龥\d]{{0,10}}?{called}|(?:一批|一大批|多家|数家|众多))|[两三四五六七八九十\d]+[家大]{any_of(_words('generic'))}{{0,3}}?[一-龥]{{0,3}}?{called})"
        ),
    )


@once
def _lead() -> re.Pattern[str]:
    fillers = any_of(_words("list_fillers"))
    return re.compile(rf"(?:.*{listed('companies', 'list_verbs')}了?|{fillers})+")


def find_companies(doc: Document) -> list[Span]:
    """Companies by their legal form, then by list, short form and alias of what was found."""
    full = _by_form(doc.text)
    defined = _by_definition(doc.text, full)
    spans = full + defined + _by_list(doc.text) + _by_short_form(doc.text) + _by_role(doc.text)
    spans += labelled(doc.text) + founded(doc.text)
    return spans + aliases_of(doc.text, full + defined)


def _by_definition(text: str, full: list[Span]) -> list[Span]:
    """Names without a legal form for which a short name is defined: 某某新材料(以下简称“某某”)."""
    ends = {span.end for span in full}
    spans = []
    for match in _SHORT_DEFINED.finditer(text):
        low = max(0, match.start() - 20)
        at = text.rfind(match["short"][:2], low, match.start())
        trade = re.search(rf"{listed('companies', 'trades')}$", text[low : match.start()])
        if (
            match["short"] in _words("called")
            or match.start() in ends
            or at < 0
            or not trade
            or match["short"] == text[at : match.start()]
        ):
            continue
        if re.fullmatch(r"[一-龥A-Za-z0-9()（）]+", text[at : match.start()]):
            spans.append(Span("company", at, match.start(), text[at : match.start()], None, "defined"))
    return spans


# How the partners of a firm are liable, behind its name.
_PARTNERS = re.compile("[(（](?:特殊普通|普通|有限)合伙[)）]")


def _by_form(text: str) -> list[Span]:
    spans = []
    for head, form_end in _forms().find(text):
        partners = _PARTNERS.match(text, form_end)
        end = partners.end() if partners else form_end
        start = from_place(text, left_edge(text, head, inner=_inner(), extra=_roles()), head)
        start = over_verb(text, behind_lead(text, behind_country(text, start, head), head), head)
        start = at_group(text, start, head)
        start = text.find(")）"[text[start] == "（"], start, head) + 1 if text[start] in "(（" else start
        if _generic(text[start:end], head - start):
            start = at_zone(text, start, head)
        name = text[start:end]
        if head - start >= 2 and not _generic(name, head - start) and not _figure(text, start, head, end):
            spans.append(Span("company", start, end, _plain(name), None, "legal form"))
    return spans + by_place(text) + public_firms(text)


def _generic(name: str, core: int) -> bool:
    """Whether nothing but trade words and places stands before the legal form."""
    rest = trade_word().sub("", name[:core])
    for form in (name[:length] for length in range(min(8, len(name)), 1, -1)):
        if form in place_scanner().entries:
            rest = rest.removeprefix(form)
            break
    return len(rest.strip("()（）省市县区大小新老某该")) < 1 or modifiers("companies", "generic").covers(
        name[:core]
    )


def _figure(text: str, start: int, head: int, end: int) -> bool:
    """Whether ordinary words and a form in quotation marks are a figure of speech: “绿色银行”, “时间银行”."""
    quoted = text.startswith("“", start - 1) and text.startswith("”", end)
    return quoted and ordinary_words(text[start:head])


def _plain(name: str) -> str:
    return name.strip('“”"‘’')


def _by_list(text: str) -> list[Span]:
    spans = []
    lists = (pattern.finditer(text) for pattern in _lists())
    for match in itertools.chain.from_iterable(lists):
        at = match.start(1)
        items = match.group(1).split("、")
        counted = _ALL.match(text, match.end(1))
        if counted and len(items) == int(counted[1]):
            pass
        elif (
            (
                match.re is not _lists()[0]
                and any(_is_thing(item) or re.search(r"等\d*$", item) for item in items)
            )
            or any(_is_goods(item) for item in items)
            or _is_done(items[0])
        ):
            continue
        if all(map(_is_places, items)):  # 某县与某市、某市的5家企业
            continue
        for item in _items(match.group(1)):
            lead = _lead().match(item)
            skip = lead.end() if lead else 0
            skip = behind_country(text, behind_among(text, at + skip), at + len(item)) - at
            name = item[skip:]
            if len(name) >= 2 and (counted or not _is_thing(name)):
                spans.append(Span("company", at + skip, at + len(item), name, None, "list"))
            at += len(item)
    return _joined_lists(text, spans)


def _is_places(item: str) -> bool:
    """Whether an item of a list names places and no firm."""
    return all(
        part in place_scanner().entries
        for part in re.split("(?<=[县市区])[与和](?!县)", item.removesuffix("的"))
    )


# How many firms a list has named: 某某、某某|2家企业.
_ALL = re.compile("([2-9])家[一-龥]{0,6}?企业(?!家)")


def _items(text: str) -> list[str]:
    """The items of a list with their separators; 和 parts only items that stay long enough, or as long as others are."""
    pieces = re.split(r"(、)", text)
    head, mark, tail = pieces[-1].partition("和")
    least = max(2, min(3, *map(len, pieces[:-1:2]))) if len(pieces) > 3 else 3
    parted = min(len(head), len(tail)) >= least and head not in place_scanner().entries
    return [*pieces[:-1], head, mark, tail] if parted else pieces


def _joined_lists(text: str, spans: list[Span]) -> list[Span]:
    """Spans without those that are one character long pieces of a name split at 和."""
    return [span for span in spans if text[span.start : span.end] not in place_scanner().entries]


def _is_thing(name: str) -> bool:
    """Whether a list item is an ordinary word, a park, or known as goods, an industry, a zone or a body."""
    entry = name_scanner().entries.get(name)
    titled = name.endswith(titles()) or lexicon("bodies", "park", "endings").ends(name) < len(name)
    return titled or _common(name) or (entry is not None and entry.kind != "company")


def _is_done(name: str) -> bool:
    """Whether the first item of a list is what something is for or what is done: 用于|科研办公、众创空间等企业."""
    first = pieces(name)[0]
    leads = (*_words("list_fillers"), *_words("list_leads"), *_words("list_verbs"))
    return first in words("edges", "words") and is_verb(first) and first not in leads


def _is_goods(name: str) -> bool:
    """Whether a list item is known as goods or as a trade: a list that holds such is none of firms."""
    entry = name_scanner().entries.get(name)
    return entry is not None and entry.kind in ("product", "industry")


def _common(name: str) -> bool:
    """Whether a list item is an ordinary word: goods, industries and kinds of firm are no names."""
    if name.endswith("业") and not name.endswith(_words("firm_ends")):
        return True
    return frequency(name) > 300 or name.endswith(_words("things"))


def _by_short_form(text: str) -> list[Span]:
    return [
        Span("company", match.start(1), match.end(1), match.group(1), None, "short form")
        for match in _short_form().finditer(text)
        if frequency(match.group(1)) < 5
        and _unknown_brand(match.group(1))
        and not trade_word().fullmatch(match.group(1)[:2])
        and not _generic(match.group(1), len(match.group(1)))
        and not _is_goods(match.group(1))
        and not work_on_goods(match.group(1))
        and match.group(1)[:2] not in place_scanner().entries
    ]


@once
def _role() -> re.Pattern[str]:
    """A made-up name between what it is (龙头企业) and what it does, or in front of its output (年产5万套)."""
    return re.compile(
        rf"{listed('companies', 'roles')}(?P<named>[一-龥A-Za-z]{{3,6}}?)(?={listed('companies', 'behind')}|[,，、])"
        rf"|以(?P<leading>[一-龥A-Za-z]{{4,8}})为{listed('companies', 'leaders')}(?!产业|行业)"
        rf"|(?:(?<=[,，。、;；:：\n])|^)(?:[一-龥]{{0,4}}?(?:还有|包括|以及|其中|有|和|及)|[一-龥]{{4,12}}?(?:既有|又有|更有|还有|包括|涵盖))?(?P<maker>[一-龥A-Za-z]{{2,6}})(?=年产[\d近约超])"
    )


def _by_role(text: str) -> list[Span]:
    spans = []
    for match in _role().finditer(text):
        group = next(name for name in ("named", "leading", "maker") if match[name])
        start = behind_among(text, match.start(group))
        name = text[start : match.end(group)]
        brand = name[2:] if name[:2] in place_scanner().entries else name
        made_up = frequency(brand) < 5 and all(
            len(piece) == 1 or frequency(piece) < 200 or trade_word().fullmatch(piece)
            for piece in pieces(brand)
        )
        governed = any(
            is_verb(piece) or piece in words("edges", "words") or piece[0] in "这那该"
            for piece in pieces(brand)
        ) or re.search("[了的着过在把将]", brand)
        speaks = name.endswith((*words("people", "said_first"), *words("people", "said")))
        if len(brand) >= 2 and made_up and not (governed or speaks) and not _is_thing(name):
            spans.append(Span("company", start, match.end(group), name, None, "role"))
    return spans


def _unknown_brand(name: str) -> bool:
    """Whether what stands before the trade word is no ordinary word."""
    match = trade_word().search(name, 2)
    if match is None:
        return False
    if match.group() in _words("strong_trades"):
        return name[: match.start()] not in _words("generic")
    brand = name[: match.start()]
    plain = brand in name_scanner().entries or is_verb(brand) or brand in words("edges", "words")
    return (frequency(brand) < 20 and not plain) and not any(
        len(piece) > 1 and frequency(piece) > 200 for piece in pieces(brand)
    )
