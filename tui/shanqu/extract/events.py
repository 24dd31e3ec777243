"""Events: what became of a project, firm, park or document, with the words for it and its date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shanqu.extract.attribution import Owner
from shanqu.extract.clauses import clause_end, clause_start
from shanqu.extract.event_dates import Dated, find_dates
from shanqu.extract.saying import Figure, Said
from shanqu.extract.settling import settle
from shanqu.extract.span import Span
from shanqu.extract.subjects import project_subject, subject_of
from shanqu.extract.vocabulary import Lexicon, listed
from shanqu.gazetteer.events import EventRule, event_rules
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words
from shanqu.model import Fact

# Between the word of an event and the name that is its object (签约落户该县的…).
_OBJECT_REACH = 14
# So far before its word the date of an event may stand.
_DATE_REACH = 70
# Words by which what follows is as it was planned; and what will be once something has come about: 9月投产|后产能将….
_AS_PLANNED = re.compile(
    "(?:^|[,，。;；])(?:按照?|根据)(?:原定|既定|最新|建设|施工)?(?:计划|规划|工期|进度安排)[,，][^。;；]*$"
)
_THEN = re.compile(r"(?:之|以)?后[^,，。;；\d]{0,12}?(?:将|预计|有望)(?![近军])")
_LIST = re.compile(r"[”》]?[、和及与][“《]?")
_COUNTED = re.compile(
    r"了?(?:约|近|超过?|逾)?\d+(?![期号])|[^,，。;；、“《]{0,14}?[\d一二两三四五六七八九十百]+余?多?[个家项]"
)


# Behind a word of which nothing follows but its date: 成立于2009年.
_CLOSED = re.compile(r"[于在]|[,，。;；、)）”!！]|$")


class _Deed(NamedTuple):
    """The word of an event in a sentence, its clause, its date, whether it is still to come."""

    start: int
    end: int
    rule: EventRule
    clause: tuple[int, int]
    date: Dated | None
    planned: bool


def find_events(said: Said) -> list[Fact]:
    """The events of a sentence, in order of their words; one for each of several things that an event happens to."""
    found: list[Fact] = []
    before: _Deed | None = None
    deeds = list(_event_words().find(said.text))
    dates = find_dates(said.text, said.year) if deeds else []
    for start, end in deeds:
        deed = _deed(said.text, start, end, dates, before)
        if deed is None:
            continue
        subjects = _subjects(said, deed, before)
        if _happened(said.text, deed, subjects, said.sentence.start + end):
            known = {(fact.indicator, fact.subject) for fact in found}
            facts = _facts(said, deed, subjects)
            found.extend(fact for fact in facts if (fact.indicator, fact.subject) not in known)
            before = deed
    return found


@once
def _event_words() -> Lexicon:
    return Lexicon(event_rules(), words("events", "deed", "not"))


@once
def _pattern(template: str) -> re.Pattern[str]:
    """A pattern with word lists of [deed] in events.toml, `<name>`, in it."""
    return re.compile(re.sub(r"<([a-z_]+)>", lambda name: listed("events", "deed", name[1]), template))


@once
def _lexicon(name: str) -> Lexicon:
    return Lexicon(words("events", "deed", name), words("events", "deed", f"not_{name}"))


def _deed(text: str, start: int, end: int, dates: Sequence[Dated], before: _Deed | None) -> _Deed | None:
    """The event whose word stands at `[start, end)`; None where the word is denied, conditional or names a class."""
    clause = (clause_start(text, start), clause_end(text, end))
    head = text[clause[0] : start]
    if _pattern("<negated>[一-龥]?$").search(head) or next(_lexicon("conditional").find(head), None):
        return None
    if _pattern("(?:<generic_behind>)").match(text, end):
        return None
    rule = event_rules()[text[start:end]]
    if rule.closed and not _CLOSED.match(text, end):
        return None
    date = _date_of(text, start, end, clause, dates, before)
    if rule.closed and date is None:
        return None
    if _pattern("<since>").match(text, end) and not (date and clause[0] <= date.start < start):
        return None
    return _Deed(
        start,
        end,
        rule,
        clause,
        date,
        _planned(text, start, end, clause, date, before),
    )


def _date_of(
    text: str, start: int, end: int, clause: tuple[int, int], dates: Sequence[Dated], before: _Deed | None
) -> Dated | None:
    """The date right behind the word (签约于…), else the last before it in its clause, else the last of those clauses
    before it in which no other event took place."""
    for date in dates:
        if date.start >= end and _pattern("<when>").fullmatch(text, end, date.start):
            return date
    low = max(text.rfind(stop, 0, start) for stop in ";；。")
    fitting = [
        date
        for date in dates
        if low < date.start and start - _DATE_REACH <= date.end <= start
        if not _reported(text, date, clause) and not text.startswith(("以来", "至今"), date.end)
    ]
    if not fitting:
        return None
    last = fitting[-1]
    if before and before.start > last.start and last is before.date:
        joined = re.fullmatch(r"[^,，;；。]*|[,，]并[^,，;；。]*", text[before.end : start])
        return last if joined else None
    return None if before and before.start > last.end and before.end <= clause[0] else last


def _reported(text: str, date: Dated, clause: tuple[int, int]) -> bool:
    """Whether an earlier clause only tells of when the report is (6月2日,记者走访…)."""
    said = _pattern("[上下]?午?[,，]?[^,，]{0,6}?<reported>").match(text, date.end)
    return said is not None and date.end <= clause[0]


def as_planned(text: str, start: int) -> bool:
    """Whether the sentence tells before `start` that what follows is as it was planned: 按计划,…."""
    return _AS_PLANNED.search(text, 0, start) is not None


def _planned(
    text: str, start: int, end: int, clause: tuple[int, int], date: Dated | None, before: _Deed | None
) -> bool:
    ahead = list(_lexicon("planned").find(text, clause[0], start))
    if date and date.end <= start and text[date.end : date.end + 1] == "前":
        return True
    done = list(_done().finditer(text, clause[0], start))
    if not done and (as_planned(text, clause[0]) or _THEN.match(text, end)):
        return True
    if ahead:
        return not done or done[-1].start() < ahead[-1][0]
    return bool(before and before.planned and not done)


@once
def _done() -> re.Pattern[str]:
    return re.compile(listed("events", "deed", "done"))


def _happened(text: str, deed: _Deed, subjects: Sequence[Span | str], after: int) -> bool:
    """Whether the word tells of a deed: a name that it happened to or a date, and no mere number of such things. `after`
    is where the word ends in the coordinates of names."""
    head = text[deed.clause[0] : deed.start]
    names = [one for one in subjects if isinstance(one, Span)]
    counted = _COUNTED.match(text, deed.end) is not None and not any(one.start >= after for one in names)
    if counted and not (deed.date and "日" in deed.date.text):
        return False
    if text[deed.end : deed.end + 1] == "的" and not names:
        return False
    if _pattern("<exhorting>[^,，]*$").search(head) and not (subjects and deed.date):
        return False
    return bool(subjects) or (deed.date is not None and not deed.rule.by_name)


def _subjects(said: Said, deed: _Deed, before: _Deed | None) -> list[Span | str]:
    """What the event happens to: names before its word in the clause, its object, names of the clauses before, the thing
    that the sentences before spoke of."""
    offset = said.sentence.start
    low = max(deed.clause[0], before.end if before else 0)
    things = [span for span in said.spans if span.kind in deed.rule.subjects and not _placed(said, span)]
    ahead = [span for span in things if low <= span.start - offset and span.end - offset <= deed.start]
    behind = [
        span
        for span in things
        if deed.end <= span.start - offset <= deed.end + _OBJECT_REACH
        and span.start - offset < deed.clause[1]
    ]
    if deed.rule.subjects == ("policy",) or said.text[deed.end : deed.end + 1] == "的":
        ahead, behind = behind, ahead if deed.rule.subjects == ("policy",) else []
    earlier = [span for span in things if span.end - offset <= low and span.kind != "policy"]
    for group, near in ((ahead, -1), (behind, 0), (earlier, -1)):
        if group:
            return [*_listed(said, group, _preferred(group, deed.rule, near))]
    if "policy" in deed.rule.subjects:
        return []
    subject = subject_of(said.text, said.spans, offset, deed.start, deed.clause, said.carry.subject)
    if subject is None and said.carry.subject and _bare(said.text[deed.clause[0] : deed.start], deed):
        subject = said.carry.subject
    return [subject.name] if subject else []


def _bare(head: str, deed: _Deed) -> bool:
    """Whether the clause before the word names nothing but the thing last spoken of (项目于5月)."""
    head = head.replace(deed.date.text, "") if deed.date else head
    return (
        _pattern("(?:(?:<same_thing>|<when>|<planned>|<done>|正式|全面|也|就|便)+)").fullmatch(head)
        is not None
    )


def _placed(said: Said, span: Span) -> bool:
    """Whether a name only tells where (在…开发区, 在…大学举行)."""
    start, end = span.start - said.sentence.start, span.end - said.sentence.start
    if span.kind == "organization":
        return said.text[:start].endswith("在") and _pattern("<venue>").match(said.text, end) is not None
    return span.kind == "park" and re.search("[在于到向入]$", said.text[:start]) is not None


def _preferred(group: Sequence[Span], rule: EventRule, near: int) -> Span:
    kind = min((span.kind for span in group), key=rule.subjects.index)
    return [span for span in group if span.kind == kind][near]


def _listed(said: Said, group: Sequence[Span], chosen: Span) -> list[Span]:
    """The name with its neighbours in a list of its kind."""
    alike = [span for span in group if span.kind == chosen.kind]
    at = alike.index(chosen)
    low = high = at
    while low and _LIST.fullmatch(_between(said, alike[low - 1], alike[low])):
        low -= 1
    while high + 1 < len(alike) and _LIST.fullmatch(_between(said, alike[high], alike[high + 1])):
        high += 1
    return alike[low : high + 1]


def _between(said: Said, one: Span, other: Span) -> str:
    return said.text[one.end - said.sentence.start : other.start - said.sentence.start]


def _facts(said: Said, deed: _Deed, subjects: Sequence[Span | str]) -> Iterator[Fact]:
    figure = Figure(deed.start, deed.end, deed.rule.name, "event", "", None)
    fact = settle(said._replace(listener=None), figure, _owner(said, deed))._replace(
        unit=None,
        hedge=None,
        period=deed.date.text if deed.date else None,
        period_norm=deed.date.iso if deed.date else None,
        status="planned" if deed.planned else "actual",
    )
    if not subjects:
        yield fact._replace(subject=fact.place)
    for one in subjects:
        yield fact._replace(subject=_name(said, one))


def _name(said: Said, subject: Span | str) -> str:
    if isinstance(subject, str) or subject.kind != "project":
        return subject if isinstance(subject, str) else subject.canonical
    things = [span for span in said.spans if span.kind in ("project", "company")]
    return project_subject(subject, things, said.carry.subject).name


def _owner(said: Said, deed: _Deed) -> Owner | None:
    """The place right behind the word (落户丽水市遂昌县), else by the rules where the clause names one before it; None leaves
    it to the choice that figures have."""
    at, found = deed.end + (said.text[deed.end : deed.end + 1] in tuple("在到于了")), None
    for start, end, owner in said.owners if deed.rule.by_name else ():
        if start == at and not owner.foreign:
            at, found = end, owner
    if found is None and any(deed.clause[0] <= start < deed.start for start, _, _ in said.owners):
        return said.owner_of(deed.start)
    return found
