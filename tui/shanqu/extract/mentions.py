"""All mentions of a document: what the rules found, with overlaps settled."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from shanqu.extract.bodies import find_bodies
from shanqu.extract.companies import find_companies
from shanqu.extract.document import Document
from shanqu.extract.governments import with_government
from shanqu.extract.industries import find_industries
from shanqu.extract.investors import with_investors
from shanqu.extract.known import find_known
from shanqu.extract.parks import with_their_parts
from shanqu.extract.persons import find_persons
from shanqu.extract.places import find_places
from shanqu.extract.policies import find_policies
from shanqu.extract.products import find_products
from shanqu.extract.project_bodies import of_bodies
from shanqu.extract.projects import find_projects
from shanqu.extract.span import Span, without_overlaps
from shanqu.gazetteer.terms import aliases

# Names of these kinds are wholes: of two that overlap the longer stands. Places and industries may stand inside.
_LISTED = ("series", "led", "firms", "called")
_TOLD = ("listed", "counted", "among")
_WHOLES = ("company", "park", "organization", "person", "project", "policy")


def find_mentions(doc: Document) -> list[Span]:
    """The mentions in order of start, the longer first."""
    groups = _groups(doc)
    ruled = _settled(groups)
    # Here, because the tagger's arrays take time to load and the rules alone do without.
    from shanqu.extract.tagger import likely
    from shanqu.extract.weighing import weigh

    chances = likely(doc.text, [(sentence.start, sentence.end) for sentence in doc.sentences], ruled)
    weighed: dict[str, list[Span]] = defaultdict(list)
    for span in weigh(doc.text, ruled, chances):
        weighed[span.kind].append(span)
    settled = _settled({**weighed, "place": groups["place"]})
    spans = with_government(with_their_parts(settled, doc.text), doc.home)
    return [_by_alias(span, doc.text) for span in with_investors(spans, doc.text)]


def _by_alias(span: Span, text: str) -> Span:
    """The span by the canonical name that the user gives to its name."""
    forms = aliases()[span.kind]
    name = forms.get(text[span.start : span.end]) or forms.get(span.canonical)
    return replace(span, canonical=name) if name and span.kind != "place" else span


def by_rules(doc: Document) -> list[Span]:
    """What the rules alone find, in order of start, the longer first."""
    return _settled(_groups(doc))


def _groups(doc: Document) -> dict[str, list[Span]]:
    groups: dict[str, list[Span]] = defaultdict(list)
    firms, known = find_companies(doc), find_known(doc.text)
    investors = [*firms, *(span for span in known if span.kind == "company")]
    bodies = find_bodies(doc)
    found = [find_places(doc), firms, known, bodies, find_persons(doc)]
    found += [find_projects(doc.text, investors), of_bodies(doc.text, bodies)]
    found += [find(doc.text) for find in (find_industries, find_policies, find_products)]
    for span in itertools.chain.from_iterable(found):
        groups[span.kind].append(span)
    return groups


def _settled(groups: Mapping[str, list[Span]]) -> list[Span]:
    """The spans of all groups with overlaps settled."""
    wholes = _wholes(_without_listed(groups))
    places = _places(without_overlaps(groups["place"]), wholes)
    spans = [*wholes, *places]
    solid = [span for span in wholes if span.kind not in ("park", "project")]
    # Of a list of trades the items are trades, though they may be goods elsewhere.
    listed = [span for span in groups.get("industry", ()) if span.how in _LISTED]
    trades = without_overlaps([*listed, *groups.get("product", ()), *groups.get("industry", ())])
    # 丽水经济 tells of no water.
    within = {at for place in places for at in range(place.start + 1, place.end)}
    trades = [span for span in trades if span.start not in within]
    spans += _outside([span for span in trades if span.kind == "product"], solid)
    spans += _outside([span for span in trades if span.kind == "industry"], wholes_but_parks(wholes))
    return sorted(set(spans), key=lambda span: (span.start, -span.end, span.kind))


def _without_listed(groups: Mapping[str, list[Span]]) -> dict[str, list[Span]]:
    """The groups without the firms that a list shows to be trades (三大支柱产业:塑料制品、汽摩配制造)."""
    listed = [span for span in groups.get("industry", ()) if span.how in _LISTED]
    firms = groups.get("company", [])
    loose = [span for span in firms if span.how in ("short form", "list")]
    traded = set(loose) - set(_outside(loose, listed))
    return {**groups, "company": [span for span in firms if span not in traded]}


def _wholes(groups: Mapping[str, list[Span]]) -> list[Span]:
    """Names that are wholes; a zone that stands inside an office's or project's name stays besides it."""
    candidates = [span for kind in _WHOLES for span in groups.get(kind, ())]
    # What a list calls projects are such, though they may be grounds elsewhere.
    candidates.sort(key=lambda span: span.kind != "project" or span.how not in _TOLD)
    chosen = without_overlaps(candidates)
    starts = [span.start for span in chosen]
    inner = []
    for span in groups.get("park", ()):
        at = bisect_right(starts, span.start) - 1
        if at < 0 or span.how not in ("zones", "alias"):
            continue
        outer = chosen[at]
        if outer.kind in ("organization", "project") and span.end < outer.end:
            inner.append(span)
    return chosen + without_overlaps(inner)


def wholes_but_parks(wholes: list[Span]) -> list[Span]:
    """The names inside which an industry is not spoken of for itself."""
    return [span for span in wholes if span.kind != "park"]


def _places(places: list[Span], wholes: list[Span]) -> list[Span]:
    """Places, without those that stand only inside other names (武汉 in 武汉大学, 浙江 in a company's name)."""
    firms = [span for span in wholes if span.kind in ("company", "person")]
    others = [span for span in wholes if span.kind in ("organization", "policy")]
    outside_firms = _outside(places, firms)
    free = _outside(outside_firms, others)
    alone = {span.canonical for span in free}
    return [span for span in outside_firms if span.canonical in alone]


def _outside(spans: list[Span], solid: list[Span]) -> list[Span]:
    taken = {at for span in solid for at in range(span.start, span.end)}
    return [span for span in spans if taken.isdisjoint(range(span.start, span.end))]
