"""What one sentence leaves to those after it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from shanqu.extract.attribution import NOBODY, Owner, opens_clause
from shanqu.extract.clauses import head_owner
from shanqu.extract.document import Sentence
from shanqu.extract.measures import Name
from shanqu.extract.period_options import Earlier
from shanqu.extract.periods import Period
from shanqu.extract.place_options import Around, Inside, Named, Spoken, carried
from shanqu.extract.several import among_examples, examples_from
from shanqu.extract.sole_owner import about_beyond
from shanqu.extract.span import Span
from shanqu.extract.status import resolves
from shanqu.extract.subjects import Subject, sole_firm, subject_of
from shanqu.extract.towns import town_told_of
from shanqu.model import Fact

# A line that tells by what the figures behind it are parted.
_PARTING = re.compile(r"[^一-龥]?(?:分|按)[一-龥]{2,8}?看[:：,，]?")
# The head of an entry of a yearbook.
_ENTRY = re.compile(r"\s*【[一-龥、·]{2,12}】")
# A line that holds nothing but a place, of which the lines under it tell.
_HEADING = re.compile(
    r"[\s◆●■▲★·•\d一二三四五六七八九十、.．()（）【\[]*(?P<place>[一-龥]{2,8}?)(?:[概简]况|同期|情况|篇|专栏)?[\s:：】\]]*"
)
# Before a place where something was and is no more.
_FORMERLY = re.compile("原(?:先|来|本)?(?:设|建|坐落)?(?:在|于|位于)(?:[一-龥]{2,3}市?)?$")
# Words by which a sentence that names a zone goes on to the whole county or city.
_WHOLE = re.compile("[,，;；]全[县市区](?![第首前])")
# Of so many counties none is what a sentence is about; of a title, of one less.
_MANY = 3
# Of so many parts of a whole none is, either.
_PARTS = 2
# So many places and periods of earlier sentences are remembered.
_REMEMBERED = 5
# Names of these kinds a sentence or paragraph may be about.
_THINGS = ("place", "company", "park", "project", "industry")


@dataclass(frozen=True, slots=True)
class Carry:
    """The owner, the period and the subject last spoken of, the kind of thing last named and of that which the
    paragraph named first, and what was spoken of before them, the last first. `opening` is the first period that the text
    named, `settled` its last fact; `resolved` tells that the last sentence was of what will be done, `beyond` that the
    paragraph last spoke of a place beyond the province; `text` is the last sentence. `headed` is the place that stands alone on the
    line above, `first` the one that the text named first; `enclaves` tells whose
    the enclaves are, by the places where they lie. `firm` is the firm, `town` the town or village that was last told of."""

    owner: Owner = NOBODY
    period: Period | None = None
    paragraph: int = -1
    subject: Subject | None = None
    park: str | None = None
    last: str = "-"
    topic: str = "-"
    spoken: tuple[Spoken, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    opening: Period | None = None
    settled: Fact | None = None
    levels: Mapping[str, Name] = field(default_factory=dict)
    whole: Owner = NOBODY
    resolved: bool = False
    beyond: bool = False
    text: str = ""
    headed: Owner | None = None
    enclaves: Mapping[str, Owner] = field(default_factory=dict)
    first: Owner = NOBODY
    firm: str | None = None
    town: str | None = None

    def at(self, paragraph: int) -> Carry:
        """What a sentence of `paragraph` takes over."""
        if paragraph == self.paragraph:
            return self
        return replace(
            self,
            spoken=tuple(one._replace(same=False) for one in self.spoken),
            earlier=tuple(one._replace(same=False) for one in self.earlier),
            last=f"{self.last}p",
            topic="-",
            beyond=False,
        )

    def parted(self, text: str) -> Carry:
        """The same before a line that parts figures anew (分领域看:): they are again of the city whose counties the lines
        before told of."""
        if not _PARTING.match(text):
            return self
        code, whole = self.owner.code or "", self.whole.code or ""
        if len(whole) == 4 and code.startswith(whole):
            return replace(self, owner=self.whole, spoken=())
        return replace(self, whole=replace(self.owner, zone=None))

    def entered(self, text: str) -> Carry:
        """The same before an entry of a yearbook (【招商引资】 全年…): it is again of the county that the yearbook is about."""
        if not _ENTRY.match(text) or self.first.place is None:
            return self
        return replace(self, owner=self.first, spoken=(), park=None, beyond=False)

    def of_county(self) -> Carry:
        """The same without the zone last spoken of: a county's report returns to the county."""
        return replace(self, owner=replace(self.owner, zone=None), park=None)


def around_of(spans: Sequence[Span]) -> Around:
    """Which counties and prefectures a text names, and how often. The chief one is a county rather than the prefecture
    that it lies in, unless several of its counties are named alike."""
    named = Counter(
        span.code for span in spans if span.kind == "place" and span.code and span.code.startswith("33")
    )
    named.pop("33", None)
    whole = named.total()
    chief = named.most_common(1)[0][0] if named else ""
    chief = "" if chief and about_beyond(spans, chief) else chief
    within = [(count, code) for code, count in named.items() if code.startswith(chief) and code != chief]
    most = [code for count, code in within if count == max(within)[0]]
    if len(most) == 1 and chief:
        chief = most[0]
    return Around(
        (), NOBODY, {code: count / whole for code, count in named.items()}, chief, first_thing(spans)
    )


def first_thing(spans: Sequence[Span]) -> str:
    """The kind of the first name that a sentence may be about; `-` if there is none."""
    return next((span.kind for span in spans if span.kind in _THINGS), "-")


def leave(
    carry: Carry,
    sentence: Sentence,
    spans: list[Span],
    owners: Sequence[Named],
    inside: Sequence[Inside],
    periods: Sequence[Period],
    levels: Mapping[str, Name],
    settled: Fact | None,
    enclaves: Mapping[str, Owner],
) -> Carry:
    """What the next sentence inherits of what this took over (`carry`), its measures (`levels`) and last fact (`settled`)."""
    beyond = owners[-1][2].beyond if owners else carry.beyond
    headed = _heading(owners, sentence) if owners else carry.headed
    examples = examples_from(sentence.text)
    owners = [one for one in _told_of(owners, sentence) if one[0] < examples]
    inside = [one for one in inside if one[0] < examples]
    owner = head_owner(owners)
    if owner and owner.zone and _WHOLE.search(sentence.text):
        owner = replace(owner, zone=None)
    first = carry.first if carry.first.place else (owner or NOBODY)
    same = carry.paragraph == sentence.paragraph
    subject = subject_of(sentence.text, spans, sentence.start, len(sentence.text), None)
    return Carry(
        replace(owner, attribution="discourse") if owner and not owner.foreign else (owner or carry.owner),
        next((period for period in reversed(periods) if period.lasting), None)
        or (carry.period if same else None),
        sentence.paragraph,
        subject or (carry.subject if same else None),
        next((span.canonical for span in reversed(spans) if span.kind == "park"), carry.park),
        spans[-1].kind if spans else carry.last,
        carry.topic if same and carry.topic != "-" else first_thing(spans),
        (
            *(Spoken(carried(one), 1, True) for _, _, one in reversed(owners)),
            *(Spoken(one, 1, True, kind) for _, _, one, kind in reversed(inside)),
            *(Spoken(one.owner, min(one.back + 1, 3), one.same, one.inside) for one in carry.spoken),
        )[:_REMEMBERED],
        _apart(
            *(Earlier(one, 1, True) for one in reversed(periods)),
            *(Earlier(one.period, min(one.back + 1, 3), one.same) for one in carry.earlier),
        )[:_REMEMBERED],
        carry.opening or next((period for period in periods if period.lasting), None),
        settled,
        levels,
        carry.whole,
        resolves(sentence.text, same and carry.resolved),
        beyond,
        sentence.text,
        headed,
        enclaves,
        first,
        sole_firm(sentence.text, spans, sentence.start, carry.firm),
        town_told_of(spans, sentence.end) or (None if owners else carry.town),
    )


def _heading(owners: Sequence[Named], sentence: Sentence) -> Owner | None:
    """The county or city that a line holds and nothing else."""
    start, end, owner = owners[0]
    alone = _HEADING.fullmatch(sentence.text)
    if alone is None or len(owners) != 1 or owner.zone or owner.foreign:
        return None
    named = (start, end) == alone.span("place")
    return replace(owner, attribution="discourse") if named and len(owner.code or "") in (4, 6) else None


def _told_of(owners: Sequence[Named], sentence: Sentence) -> list[Named]:
    """The places of a sentence that a later one may go on about: none beyond the province, no country that it only mentions
    (用越南木浆), none where somebody was before (原在某某区的工厂), none of a list that is not whole (甲、乙等地), no county where it gives many."""
    here = [
        one
        for one in owners
        if not one[2].beyond
        and not _FORMERLY.search(sentence.text[: one[0]])
        and not (one[2].foreign and not opens_clause(sentence.text, one[0]))
        and not among_examples(sentence.text, one[1])
    ]
    parts = sentence.text.find("其中")
    behind = {one[2].code for one in here if 0 <= parts < one[0]}
    if len(behind) >= _PARTS:  # 其中甲县5家,乙县3家: the text goes on about the whole.
        here = [one for one in here if one[0] < parts]
    counties = {owner.code for _, _, owner in here if len(owner.code or "") == 6}
    many = _MANY if sentence.paragraph >= 0 else _MANY - 1
    return here if len(counties) < many else [one for one in here if one[2].code not in counties]


def _apart(*earlier: Earlier) -> tuple[Earlier, ...]:
    """The first of those whose periods read alike."""
    return tuple({one.period.text: one for one in reversed(earlier)}.values())[::-1]
