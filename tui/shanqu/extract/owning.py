"""Whose a figure is: the place that its words name or go on about, or nobody."""

from __future__ import annotations

import re
from dataclasses import replace

from shanqu.extract import place_options
from shanqu.extract.asking import Asked
from shanqu.extract.attribution import NOBODY, Owner, county_named, opens_clause, parts_behind, supposed, told
from shanqu.extract.elsewhere import told_by_the_way
from shanqu.extract.saying import Said, ask_for_sure
from shanqu.extract.scoping import in_park, of_area
from shanqu.extract.several import (
    bare_sum,
    behind_parts,
    counted_among,
    examples_from,
    of_several,
    of_the_pair,
)
from shanqu.model import Fact

# Names that may have the figures behind them, and marks behind which a sentence may turn to another place.
_HAVING = ("place", "park", "organization", "company", "project")
_NEW_HEAD = re.compile("[;；。!！?？]")
# Words by which a text goes on about an enclave.
_ENCLAVE = re.compile("飞地|该项目|该园|园区|海创园|科创园|孵化园|创新中心")
# A sentence that compares may end with somebody else's figure.
_COMPARES = re.compile("[高低快慢多少好优]于|[比超]全|平均|同期|而")
_TWO = 2


def owner_of(said: Said, asked: Asked) -> Owner:
    """Whose the figure is that is asked for; nobody where the words do not tell and no place is likely enough."""
    chosen = _of_enclave(said, asked, _owner_among(said, asked))
    return _city_of_parts(said, asked.end, chosen) or chosen


def _of_enclave(said: Said, asked: Asked, chosen: Owner) -> Owner:
    """The county whose an enclave is, where the sentence goes on about the enclave and only tells where that lies; else the place
    that was `chosen`."""
    whose = said.carry.enclaves.get(chosen.place or "")
    if whose is None or not _ENCLAVE.search(said.text, 0, asked.start):
        return chosen
    return replace(whose, attribution="discourse", zone=chosen.zone)


def _city_of_parts(said: Said, end: int, chosen: Owner) -> Owner | None:
    """The prefecture of which the figure before, or else the sentence before, told, where the county that was `chosen` is
    named behind the figure as a part of it: of 开工项目100个,其中甲县11个 the hundred are not that county's."""
    if chosen.code not in parts_behind(said.owners, said.text, end):
        return None
    before = said.settled[-1] if said.settled else said.carry.owner
    place, code = before.place, before.code or ""
    within = len(code) == 4 and (chosen.code or "").startswith(code) and chosen.code != code
    return Owner(place, code, "discourse") if within else None


def _owner_among(said: Said, asked: Asked) -> Owner:
    figure = (asked.start, asked.end)
    if counted_among(said.text, said.spans, said.sentence.start, asked.clause, figure):
        return NOBODY
    chosen = _ranked(said, asked) or told(said.owners, asked.clause, asked.start, said.text)
    if chosen is None and (beyond := _beyond(said, asked.start)):
        return unnamed(beyond)
    if chosen is None and (paired := _of_the_pair(said, asked)):
        return paired
    if chosen is None and _of_many(said, asked):
        return NOBODY
    if chosen is None and _goes_on_of_province(said, asked):
        return NOBODY
    if chosen is None and (_of_province(said, asked) or by_the_way(said, asked, asked.start)):
        return NOBODY
    if chosen is None and not any(asked.clause[0] <= start < asked.start for start, _, _ in said.owners):
        chosen = place_options.city_meant(asked, said.carry.owner, [*said.owners, *said.inside])
        whole = chosen or place_options.county_meant(asked, said.around)
        if whole:
            return whole
    chosen = chosen or place_options.opener(asked, said.owners)
    if chosen is None and said.carry.headed and not said.owners:
        return in_park(said.carry.headed, said.spans, said.sentence.start, asked.start, said.text, None)
    if chosen is None:
        clause = said.clause_of(asked.start)
        examples = examples_from(said.text)
        owners = [one for one in said.owners if one[0] < examples or examples < asked.start]
        inside = [one for one in said.inside if one[0] < examples or examples < asked.start]
        ruled = supposed(owners, clause, asked.start, said.text, said.carry.owner)
        options = place_options.options_of(asked, owners, inside, said.around, ruled)
        chosen = ask_for_sure(said, "place", figure, options, _as_before(said, asked))
        chosen = _going_on(said, asked, _of_the_whole(said, asked, chosen))
    return in_park(
        chosen,
        said.spans,
        said.sentence.start,
        asked.start,
        said.text,
        said.carry.park,
        county_knows=of_area(asked.indicator),
    )


def _ranked(said: Said, asked: Asked) -> Owner | None:
    """The place right behind its rank: 排名第13位|某某市,第18位|某某县."""
    if asked.kind != "rank":
        return None
    return next((owner for start, _, owner in said.owners if start == asked.end and not owner.foreign), None)


def _as_before(said: Said, asked: Asked) -> Owner:
    """The place of the figure before in the sentence, where nothing is named since that could have this one; else nobody."""
    if not said.settled:
        return NOBODY
    last, page = said.settled[-1], said.sentence.start
    since = last.end - said.to_page(0, 1)[0]
    named = any(since <= span.start - page < asked.start and span.kind in _HAVING for span in said.spans)
    if named or last.place is None or county_named(said.text, max(since, 0), asked.start):
        return NOBODY
    return Owner(last.place, last.code, last.attribution, last.subject if last.scope == "zone" else None)


def _of_the_pair(said: Said, asked: Asked) -> Owner | None:
    """The first or second of the two places last named, where the clause says 前者 or 后者 and no place."""
    which = of_the_pair(said.text, asked.clause[0], asked.start)
    if which is None or any(asked.clause[0] <= start < asked.start for start, _, _ in said.owners):
        return None
    before = [owner for start, _, owner in said.owners if start < asked.clause[0]]
    named = before or [one.owner for one in reversed(said.around.spoken) if one.back == 1 and not one.inside]
    two = list({owner.code: owner for owner in named if owner.code}.values())
    return replace(two[which], attribution="discourse") if len(two) == _TWO else None


def _of_many(said: Said, asked: Asked) -> bool:
    """Whether a figure is of several places at once, of which none has it alone."""
    text, offset = said.text, said.sentence.start
    if bare_sum(text, asked.clause[0], asked.start):
        return True
    several = of_several(text, said.spans, offset, asked.start, {start for start, _, _ in said.owners})
    return several or behind_parts(text, said.spans, offset, asked.clause, asked.start)


def owner_of_project(said: Said, asked: Asked) -> Owner | None:
    """Whose a figure is that stands right before a project's name which holds a place: 投资5亿元的某某县医院项目."""
    offset, low, high = said.sentence.start, asked.end, asked.clause[1]
    for span in said.spans if said.text.startswith("的", low) else ():
        if span.kind == "project" and span.start - offset == low + 1 and span.end - offset <= high:
            inside = (own for start, end, own in said.owners if low < start and end + offset <= span.end)
            return next(inside, None)
    return None


def _of_the_whole(said: Said, asked: Asked, chosen: Owner) -> Owner:
    """The place of the figure before, where a clause goes on with a part of it (其中) and names no other; else the one that
    was `chosen`."""
    whole = _whole_before(said, asked)
    if whole is None:
        return chosen
    low, high = (said.sentence.start + at for at in (asked.clause[0], asked.start))
    named = any(low <= span.start < high and span.kind in ("place", "park") for span in said.spans)
    told_so = named or county_named(said.text, asked.clause[0], asked.start)
    if told_so or whole.code == chosen.code:
        return chosen
    if whole.code is None:
        return NOBODY if said.text.startswith("其中") and not said.owners else chosen
    return Owner(whole.place, whole.code, whole.attribution, whole.subject if whole.scope == "zone" else None)


def _whole_before(said: Said, asked: Asked) -> Fact | None:
    """The figure of which the one asked for is a part: the one before 其中 in the sentence, or in the sentence before where 其中
    begins one that names nobody."""
    if said.settled and said.text.startswith("其中", asked.clause[0]):
        return said.settled[-1]
    if not said.text.startswith("其中") or said.owners or said.carry.paragraph != said.sentence.paragraph:
        return None
    compared = _COMPARES.search(said.carry.text)
    return None if compared else said.settled[-1] if said.settled else said.carry.settled


def _going_on(said: Said, asked: Asked, chosen: Owner) -> Owner:
    """The place of the figure before, where the sentence begins with that place and its clauses go on about nothing else;
    else the one that was `chosen`, of which the sentence does not speak."""
    opens = [item for item in said.owners if item[0] < asked.start]
    if not said.settled or len(opens) != 1 or chosen.code in (None, opens[0][2].code) or opens[0][2].zone:
        return chosen
    start, end, owner = opens[0]
    last, page = said.settled[-1], said.sentence.start
    begins = opens_clause(said.text, start) and not _NEW_HEAD.search(said.text, end, asked.start)
    named = any(end <= span.start - page < asked.start and span.kind in _HAVING for span in said.spans)
    if not begins or named or last.code != owner.code or county_named(said.text, end, asked.start):
        return chosen
    return owner


def _of_province(said: Said, asked: Asked) -> bool:
    """Whether the clause begins with the province and names no place between it and the figure."""
    offset = said.sentence.start
    heads = [
        span
        for span in said.spans
        if span.kind == "place" and span.code == "33" and asked.clause[0] <= span.start - offset < asked.start
    ]
    if not heads or not opens_clause(said.text, heads[-1].start - offset):
        return False
    taken = [span for span in said.spans if span.start <= heads[-1].start and span.end > heads[-1].end]
    named = any(heads[-1].start - offset < start < asked.start for start, _, _ in said.owners)
    return not taken and not named and not county_named(said.text, heads[-1].end - offset, asked.start)


def _goes_on_of_province(said: Said, asked: Asked) -> bool:
    """Whether the figure before in the sentence was the province's, and nobody is named since."""
    if not said.settled or said.settled[-1].scope != "province" or said.settled[-1].place is not None:
        return False
    starts = [start for start, _, _ in said.owners] + [start for start, _, _, _ in said.inside]
    named = any(start < asked.start for start in starts)
    return not named and not county_named(said.text, 0, asked.start)


def _beyond(said: Said, at: int) -> Owner | None:
    """The place last spoken of before a figure, where that lies beyond the province."""
    named = [owner for start, _, owner in said.owners if start < at]
    last = named[-1] if named else NOBODY
    return last if last.beyond or (not named and said.carry.beyond) else None


def by_the_way(said: Said, asked: Asked, at: int) -> bool:
    """Whether the words behind the last place named before the figure at `at` show that the text tells of it only by the way."""
    low = max((end for _, end, _ in said.owners if end <= at), default=0)
    if county_named(said.text, low, at):
        return False
    return told_by_the_way(said.text, said.spans, said.sentence.start, low, at, asked.indicator)


def unnamed(owner: Owner) -> Owner:
    """Nobody, in the zone that the figures of a place beyond the province are of."""
    return Owner(None, None, None, owner.zone)
