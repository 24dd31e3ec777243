"""The parts of a profile, each entry with a sentence that it rests on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence, Set

from shanqu.gazetteer import place_by_code
from shanqu.gazetteer.terms import titles
from shanqu.messages import Label
from shanqu.query import periods
from shanqu.query.corrected import Corrected
from shanqu.query.figures import ref_of
from shanqu.query.matrix_shapes import Ref
from shanqu.query.names import Ranked, Said, ranked, ranked_trades, told
from shanqu.query.names import ref_of as mention_ref
from shanqu.query.partners import partners
from shanqu.query.passages import passage
from shanqu.query.placed import county_pool, unfit
from shanqu.query.profile_shapes import Group, Item, Section, SectionKey
from shanqu.query.projects import projects
from shanqu.query.reprints import folded
from shanqu.query.shapes import Evidence
from shanqu.query.stages import grouped
from shanqu.query.timeline import MOST, latest
from shanqu.store import Reader, lookup
from shanqu.store.beside import Near, Place, everywhere
from shanqu.store.findings import Entity
from shanqu.store.glance import indicators
from shanqu.store.heads import Head, heads
from shanqu.store.leading import Pool, attributed, copies, near, said, texts

_KINDS: tuple[tuple[SectionKey, str], ...] = (
    ("industries", "industry"),
    ("parks", "park"),
    ("companies", "company"),
    ("projects", "project"),
    ("products", "product"),
    ("people", "person"),
    ("organizations", "organization"),
    ("policies", "policy"),
)
_IS = re.compile(r"(?:是|系|现任|担任|现为)(?P<role>[^,，。;；、:：!！?？“”()（）]{2,30})")
# So many sentences of a person are looked through for what they are.
_ROLES = 8
_ROLE_REACH = 32
# So many projects are put in order at first: few counties have more.
_PROJECTS = 24
# So many times as many events are looked for as are entries: it is told that there are more.
_AHEAD = 4


class Sections:
    """The sections of one profile in the making."""

    def __init__(
        self,
        reader: Reader,
        one: Entity,
        ids: Collection[int],
        limit: int,
        corrected: Corrected,
        made: int | None = None,
    ) -> None:
        """`limit` entries are chosen for each section, of which the first `made` are made (None: all)."""
        self._reader = reader
        self._one = one
        self._ids = ids
        self._limit = limit
        self._made = limit if made is None else min(made, limit)
        self._corrected = corrected
        self._heads: dict[int, Head] = {}

    def all(self) -> Iterator[Section]:
        """All sections in their order; some may be empty."""
        yield from self._names()
        yield self._partners()
        yield self._events()
        yield self._figures()
        yield self._articles()

    def _passages(self, refs: Sequence[Ref]) -> list[Evidence]:
        self._read({ref.article for ref in refs})
        return [passage(self._heads[ref.article], ref) for ref in refs]

    def _read(self, articles: Set[int]) -> None:
        missing = articles - self._heads.keys()
        if missing:
            self._heads |= heads(self._reader, missing)

    def _number(self, found: Sequence[object]) -> int:
        """How many entries are made of these, sooner or later."""
        return min(self._limit, len(found))

    def _names(self) -> Iterator[Section]:
        """What is named together with the entity, a section for each kind."""
        code = self._one.code if self._one.kind == "place" else ""
        place = place_by_code(code) if code else None
        whole = Place(self._ids, code, place.short if place else "")
        kinds = _KINDS if self._one.kind == "place" else (("counties", "place"), *_KINDS)
        trades = ranked_trades(self._reader, whole, self._corrected, self._limit, self._made)
        chosen = {
            kind: ranked(self._reader, whole, kind, self._corrected, self._limit, self._first_of(kind))
            for _, kind in kinds
            if kind != "industry"
        }
        chosen["industry"] = _joined([found for _, found in trades])
        said = self._said({kind: found.first for kind, found in chosen.items()})
        for key, kind in kinds:
            one = chosen[kind]
            # One group alone would say twice how many there are.
            if kind == "industry" and len(trades) > 1:
                groups = self._trades(trades, said.get(kind, []))
                items = [item for group in groups for item in group.items]
                yield Section(key, tuple(items), one.number, one.total, groups)
            elif kind == "project":
                groups = self._projects(said.get(kind, []))
                items = [item for group in groups for item in group.items]
                yield Section(key, tuple(items), one.number, one.total, groups)
            else:
                yield Section(key, tuple(self._items(kind, said.get(kind, []))), one.number, one.total)

    def _first_of(self, kind: str) -> int:
        """How many entries are made: of projects more, for how far each has come decides their order."""
        return min(self._limit, max(self._made, _PROJECTS)) if kind == "project" else self._made

    def _said(self, chosen: Mapping[str, Sequence[tuple[Near, int]]]) -> dict[str, list[Said]]:
        """What these are called, by kind; all of them, and the pages where that is said, are asked for at once."""
        kinds = [kind for kind, found in chosen.items() for _ in found]
        names = told(self._reader, [one for found in chosen.values() for one in found], self._corrected)
        said: dict[str, list[Said]] = {}
        for kind, one in zip(kinds, names, strict=True):
            if one.refs:
                said.setdefault(kind, []).append(one)
        # Of projects each page tells how far they have come.
        wanted = [one.refs if kind == "project" else one.refs[:1] for kind in said for one in said[kind]]
        self._read({ref.article for refs in wanted for ref in refs})
        return said

    def _items(self, kind: str, found: Sequence[Said]) -> list[Item]:
        shown = self._passages([one.refs[0] for one in found])
        shown = self._in_office(found, shown) if kind == "person" else shown
        # Places go by their own name, which texts shorten; all else by what is printed.
        places = lookup.by_id(self._reader, [one.entity for one in found]) if kind == "place" else {}
        return [
            Item(
                text=places[one.entity].canonical if one.entity in places else one.text,
                evidence=evidence,
                detail=_role(evidence) if kind == "person" else "",
                entity=one.entity,
                n=one.n,
                refs=one.refs,
            )
            for one, evidence in zip(found, shown, strict=True)
        ]

    def _in_office(self, found: Sequence[Said], shown: Sequence[Evidence]) -> list[Evidence]:
        """The sentences of persons, for each the first of its article that tells what they are, if one does."""
        chosen = list(shown)
        untold = {one.entity: number for number, one in enumerate(found) if not _role(shown[number])}
        wanted = [(entity, found[number].refs[0].article) for entity, number in untold.items()]
        named: dict[int, list[Ref]] = {}
        for entity, mention in sorted(everywhere(self._reader, wanted), key=lambda pair: pair[1].start):
            named.setdefault(untold[entity], []).append(mention_ref(mention))
        refs = [(number, ref) for number, every in named.items() for ref in every[:_ROLES]]
        told_of = zip(refs, self._passages([ref for _, ref in refs]), strict=True)
        # The first that tells it goes last.
        for (number, _), sentence in reversed(list(told_of)):
            chosen[number] = sentence if _role(sentence) else chosen[number]
        return chosen

    def _projects(self, found: Sequence[Said]) -> tuple[Group, ...]:
        items = self._items("project", found)
        return grouped(projects(self._reader, zip(found, items, strict=True), self._heads, self._corrected))

    def _trades(self, trades: Sequence[tuple[Label, Ranked]], found: Sequence[Said]) -> tuple[Group, ...]:
        """The trades by their groups, as a comparison has them."""
        items = {item.entity: item for item in self._items("industry", found)}
        groups = []
        for label, chosen in trades:
            own = tuple(items[one.entity] for one, _ in chosen.first if one.entity in items)
            groups.append(Group(None, own, chosen.total, trades=label))
        return tuple(groups)

    def _partners(self) -> Section:
        """With whom the place or park is paired."""
        if self._one.kind not in ("place", "park"):
            return Section("partners", (), 0, 0)
        found = partners(self._reader, self._one, self._ids, self._corrected)
        shown = found[: self._made]
        passages = self._passages([one.refs[0] for one in shown])
        items = [
            Item(
                one.name,
                evidence,
                "、".join(one.sorts),
                stage="planned" if one.planned else None,
                entity=one.entity,
                n=len({ref.article for ref in one.refs}),
                refs=one.refs,
            )
            for one, evidence in zip(shown, passages, strict=True)
        ]
        return Section("partners", tuple(items), self._number(found), len(found))

    def _events(self) -> Section:
        most = max(MOST, _AHEAD * self._limit)
        found = latest(self._reader, self._one.id, self._corrected, most, self._made)
        items = [
            Item(
                one.text,
                one.evidence,
                one.kind,
                stage="planned" if one.planned else None,
                date=one.date,
                refs=(one.ref,),
            )
            for one in reversed(found.events)
        ]
        return Section("events", tuple(items), min(self._limit, found.number), found.number)

    def _pool(self) -> Pool:
        if self._one.kind == "place" and self._one.code:
            return county_pool(self._reader, self._one.code, self._ids, self._corrected)
        names = lookup.surfaces_of(self._reader, self._ids)
        scopes = {"park": (1, 2, 3), "company": (2, 3), "project": (2,)}.get(self._one.kind, ())
        rows = near(self._reader, self._ids, names, None, scopes)
        if self._one.kind == "place":
            rows |= attributed(self._reader, self._ids)
        return Pool(self._reader, rows=rows, unfit=unfit(self._reader), wrong=self._corrected.wrong)

    def _figures(self) -> Section:
        pool = self._pool()
        names = indicators(self._reader, [pool.code]) if pool.code else list(pool.articles())
        leads = pool.leads(names, 8)
        leads.sort(key=lambda lead: lead[2:])
        shown, same = leads[: self._made], copies(self._reader)
        facts = said(self._reader, [lead.rows[0] for lead in shown])
        refs = [ref_of(facts[lead.rows[0]]) for lead in shown]
        items = []
        for lead, evidence, ref in zip(shown, self._passages(refs), refs, strict=True):
            fact = self._corrected.fact(facts[lead.rows[0]].fact)
            text = evidence.text[slice(*evidence.hits[0])] if evidence.hits else fact.value_text
            own = self._corrected.name(self._one.id, self._one.canonical)
            subject = fact.subject if fact.subject not in (own, self._one.canonical) else None
            period = periods.told(fact.period, fact.period_norm)
            detail = " ".join(filter(None, (subject, fact.indicator, period)))
            number = texts(lead.articles, same)
            items.append(Item(text, evidence, detail, status=fact.status, n=number, refs=(ref,)))
        return Section("figures", tuple(items), self._number(leads), len(leads))

    def _articles(self) -> Section:
        """The articles that name the entity, the latest first, of copies the best one."""
        every = lookup.naming(self._reader, self._ids)
        found = folded(self._reader, every)
        shown, same = found[: self._made], copies(self._reader)
        texts = Counter(same.get(one, one) for one in every)
        refs = [Ref(*row) for row in lookup.first_mentions(self._reader, self._ids, shown)]
        items = [
            Item(
                one.title,
                one,
                one.site or "",
                date=one.published,
                refs=(ref,),
                copies=texts[same.get(one.article, one.article)] - 1,
            )
            for one, ref in zip(self._passages(refs), refs, strict=True)
        ]
        return Section("articles", tuple(items), self._number(found), len(found))


def _joined(parts: Sequence[Ranked]) -> Ranked:
    """The parts as one, in their order."""
    first = [pair for part in parts for pair in part.first]
    return Ranked(first, sum(part.number for part in parts), sum(part.total for part in parts))


def _role(evidence: Evidence) -> str:
    """The words before a person's name that end in a title, as far as the last punctuation, or those behind that say what
    they are (某某是某厂厂长); else none."""
    if not evidence.hits:
        return ""
    left = evidence.text[: evidence.hits[0][0]][-_ROLE_REACH:]
    for mark in ",，。;；:：“”()（）! —":
        left = left.rpartition(mark)[2]
    *before, role = left.split("、")
    while before and before[-1].endswith(titles()):  # 党组书记、主任
        role = f"{before.pop()}、{role}"
    if role.endswith(titles()):
        return role.removeprefix("据")
    office = _IS.match(evidence.text, evidence.hits[0][1])
    return office["role"] if office and office["role"].endswith(titles()) else ""
