"""Projects with how far they have come and what is invested in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from shanqu.model import Fact
from shanqu.query.corrected import Corrected
from shanqu.query.edited import Edited
from shanqu.query.investments import investment
from shanqu.query.matrix_shapes import Ref
from shanqu.query.names import Said, ref_of
from shanqu.query.passages import passage
from shanqu.query.profile_shapes import Item
from shanqu.query.stage_words import REACH
from shanqu.query.stages import Saying, bare, stage_of
from shanqu.store import Reader
from shanqu.store.beside import everywhere, named_in, starting
from shanqu.store.heads import Head
from shanqu.store.leading import before, copies

_Sentence = tuple[int, int]
# In so many further sentences of an article what a project's name is told of is read.
_OFTEN = 6


def projects(
    reader: Reader, found: Iterable[tuple[Said, Item]], heads: Mapping[int, Head], corrected: Corrected
) -> Iterator[Item]:
    """The projects with stage and investment; `heads` has the articles of all of their sentences."""
    pairs = list(found)
    also = _elsewhere(reader, [said for said, _ in pairs], corrected)
    refs = [ref for said, _ in pairs for ref in (*said.refs, *also[said.entity])]
    facts = _facts(reader, refs, corrected)
    named = _named(reader, refs, corrected)
    places = _places(reader, refs)
    same = copies(reader)
    edited = Edited(reader, {ref.article for ref in refs})
    for said, item in pairs:
        entity = said.entity
        names = {bare(item.text)}.union(*(named.get(_at(ref), {}).get(entity, ()) for ref in said.refs))
        here, further = (
            [
                Saying(
                    heads[ref.article].page,
                    ref,
                    facts.get(_at(ref), ()),
                    _others(named, ref, entity) - names,
                    places.get(ref.article, ()),
                )
                for ref in some
            ]
            for some in (said.refs, also[entity])
        )
        sayings = here
        made = item._replace(stage=stage_of([*here, *further], names))
        put = investment(sayings, names, same)
        if put is not None:
            texts = [edited.shown(one.fact.value_text, one.ref) for one in put.amounts]
            stated = {_at(one.ref) for one in put.amounts}
            # The sentences that tell the amounts come first.
            shown = sorted(said.refs, key=lambda ref: _at(ref) not in stated)
            made = made._replace(
                evidence=passage(heads[shown[0].article], shown[0]),
                refs=tuple(shown),
                detail=(" ≠ " if put.conflict else "、").join(dict.fromkeys(texts)),
                amount=put.amounts[0].fact.value,
                conflict=put.conflict,
                status=put.status,
            )
        yield made


def _elsewhere(reader: Reader, found: Sequence[Said], corrected: Corrected) -> dict[int, list[Ref]]:
    """Where else the same articles name these projects, by their entity; in each article not too often."""
    parts = {part: said.entity for said in found for part in corrected.all([said.entity])}
    articles = {said.entity: {ref.article for ref in said.refs} for said in found}
    wanted = ((part, article) for part, entity in parts.items() for article in articles[entity])
    known = {(said.entity, *_at(ref)) for said in found for ref in said.refs}
    also: dict[int, list[Ref]] = {said.entity: [] for said in found}
    for part, named in sorted(everywhere(reader, wanted), key=lambda one: (one[1].article, one[1].start)):
        entity, ref = parts[part], ref_of(named)
        here = sum(one.article == ref.article for one in also[entity])
        if (entity, *_at(ref)) not in known and here < _OFTEN:
            known.add((entity, *_at(ref)))
            also[entity].append(ref)
    return also


def _places(reader: Reader, refs: Sequence[Ref]) -> dict[int, set[int]]:
    """Where the articles name projects in and behind these sentences, by article."""
    spans = {(ref.article, ref.sentence, ref.sentence_end + REACH) for ref in refs}
    found: dict[int, set[int]] = {}
    for article, start in starting(reader, spans, "project"):
        found.setdefault(article, set()).add(start)
    return found


def _at(ref: Ref) -> _Sentence:
    return ref.article, ref.sentence


def _facts(reader: Reader, refs: Sequence[Ref], corrected: Corrected) -> dict[_Sentence, list[Fact]]:
    """What these sentences state, without what the user has marked as wrong."""
    spans = {(ref.article, ref.sentence, ref.sentence) for ref in refs}
    found: dict[_Sentence, list[Fact]] = {}
    for article, fact in before(reader, spans, corrected.wrong) if spans else ():
        found.setdefault((article, fact.sentence_start), []).append(fact)
    return found


def _named(reader: Reader, refs: Sequence[Ref], corrected: Corrected) -> dict[_Sentence, dict[int, set[str]]]:
    """The projects that these sentences name, each with its `bare` names there."""
    found: dict[_Sentence, dict[int, set[str]]] = {}
    for article, sentence, entity, names in named_in(reader, {_at(ref) for ref in refs}, "project"):
        here = found.setdefault((article, sentence), {})
        here.setdefault(corrected.one(entity), set()).update(map(bare, names))
    return found


def _others(named: Mapping[_Sentence, Mapping[int, set[str]]], ref: Ref, entity: int) -> set[str]:
    here = named.get(_at(ref), {})
    return {name for other, names in here.items() if other != entity for name in names}
