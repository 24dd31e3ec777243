"""Every kind of query finds exactly what reading every text would find."""

from __future__ import annotations

import tempfile
from collections.abc import Collection
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from made_up import article_of, reading_of
from shanqu.model import Either, Extraction, Near, Published, Query, Term
from shanqu.query import Library, LibraryInterruptedError, Wanted, parse
from shanqu.query.values import day_range
from shanqu.store import Reader, blocks, finding, latest
from shanqu.store.preparing import Analysed
from shanqu.store.writer import Store
from shanqu.text.fold import fold

# Few characters, so that pieces of texts meet; every class that the index treats in its own way.
_CHARACTERS = '遂昌县山縣a1B"-*.。、,“《 \n\u3000Ａ蕞最é_'
_text = st.text(_CHARACTERS, max_size=14)
_word = st.text(_CHARACTERS, min_size=1, max_size=4).filter(
    lambda word: bool(word.strip()) and word == word.strip()
)
_dates = st.sampled_from([None, "2021", "2021-06", "2021-06-03", "2023-11-15", "--09-28"])
_article = st.tuples(_text, _text, _dates)
_literal = st.builds(Term, _word, st.sampled_from([None, None, "title", "body"]), st.booleans())
_date = st.builds(
    Term,
    st.sampled_from(["2021", "2021-06", "2020-2022", "2023-11-15"]),
    st.sampled_from(["before", "after", "year"]),
)
_undated = st.builds(Term, st.just("undated"), st.just("is"), st.booleans())
_near = st.builds(Near, st.tuples(_word, _word), st.integers(0, 6), st.booleans())
_plain = st.one_of(_literal, _literal, _near, _date, _undated)
_either = st.builds(
    Either,
    st.lists(
        st.lists(_plain, min_size=1, max_size=2).map(lambda terms: Query(tuple(terms))),
        min_size=1,
        max_size=3,
    ).map(tuple),
    st.booleans(),
)
_query = st.lists(st.one_of(_plain, _plain, _either), max_size=4).map(lambda terms: Query(tuple(terms)))


def _fulfils(article: tuple[str, str, str | None], query: Query) -> bool:
    return all(_holds(article, term) != term.negated for term in query.terms)


def _holds(article: tuple[str, str, str | None], term: Term | Near | Either) -> bool:
    title, body, published = article
    if isinstance(term, Either):
        return any(_fulfils(article, choice) for choice in term.choices)
    if isinstance(term, Near):
        return any(_near_in(fold(text), *map(fold, term.words), term.distance) for text in (title, body))
    if term.field == "is":
        return published is None or published.startswith("-")
    if term.field in ("before", "after", "year"):
        if published is None or published.startswith("-"):
            return False
        first, following = day_range(term.value)  # type: ignore[misc]
        return {"before": published < first, "after": published >= first}.get(
            term.field, first <= published < following
        )
    texts = {"title": [title], "body": [body]}.get(term.field or "", [title, body])
    return any(fold(term.value) in fold(text) for text in texts)


def _near_in(text: str, one: str, other: str, distance: int) -> bool:
    ones = [(at, at + len(one)) for at in range(len(text)) if text.startswith(one, at)]
    others = [(at, at + len(other)) for at in range(len(text)) if text.startswith(other, at)]
    return any(
        max(first[0], second[0]) - min((first, second))[1] <= distance if first[0] != second[0] else True
        for first in ones
        for second in others
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(_article, min_size=1, max_size=8), st.lists(_query, min_size=1, max_size=10))
@example([("", "县山", None)], [Query((Near(("山", "县"), 0),))])
@example(
    [("", "遂昌1遂昌", None)], [Query((Near(("遂昌", "昌1"), 0, True),)), Query((Term("遂", negated=True),))]
)
def test_finds_what_brute_force_finds(
    articles: list[tuple[str, str, str | None]], queries: list[Query]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        held = _library_of(Path(folder), articles)
        with Library.open(Path(folder), Path(folder) / "notes") as library:
            for query in queries:
                wanted = {id for id, article in held.items() if _fulfils(article, query)}
                assert set(library.search(query)) == wanted, query
                found = library.first(Wanted(query), 3)
                assert found.total == library.number(Wanted(query)) == len(wanted), query
                assert list(found.ids[:3]) == list(library.search(query)[:3]), query
                assert set(library.every(Wanted(query, order="relevance"))) == wanted, query


def _library_of(
    folder: Path, articles: list[tuple[str, str, str | None]]
) -> dict[int, tuple[str, str, str | None]]:
    held = {}
    with Store(folder) as store, store.transaction():
        for number, (title, text, date) in enumerate(articles):
            article = article_of(text, f"/{number}", title or None)
            if date:
                article = article._replace(published=Published(date, date, "original", "test"))
            id = store.write(Analysed(article, Extraction()), rules=1, reading=reading_of)
            held[id] = (title or str(number), text.strip(), date)
    return held


@pytest.mark.parametrize("effort", [0.0, 1e9], ids=["one after the other", "with a set of all"])
@pytest.mark.parametrize(
    "text",
    [
        *("遂昌", "遂昌 昌县", "遂昌 OR 仙居", "遂昌 -仙居", "仙居", "-遂昌", "body:仙居 -title:仙居"),
        *("遂昌 NEAR 昌县", "-(遂昌 before:2055)", "遂昌 before:2060", "before:2055 OR after:2060"),
    ],
)
def test_common_words_are_told_by_their_first_hits_and_counted_after(
    library_dir: Path, monkeypatch: pytest.MonkeyPatch, text: str, effort: float
) -> None:
    monkeypatch.setattr(finding, "_FEW", 5)
    monkeypatch.setattr(latest, "_PORTION", 4)
    for each in ("_READ", "_SOUGHT", "_TESTED", "_ASKED"):
        monkeypatch.setattr(latest, each, effort)
    # The older half says nothing of 仙居, the latest say nothing else: no word is spread evenly.
    _library_of(
        library_dir,
        [
            ("", "仙居县" if number > 50 else "遂昌县" + "仙居县" * (number > 30), f"20{number + 10}")
            for number in range(60)
        ],
    )
    with Library.open(library_dir) as library:
        wanted = Wanted(parse(text))
        found, every = library.first(wanted, 4), library.every(wanted)
        assert list(found.ids[:4]) == list(every[:4])
        assert found.total in (None, len(every)) and found.complete == (len(found.ids) == len(every))
        assert library.number(wanted) == len(every) > 5


@pytest.mark.parametrize("text", ["遂昌县仙居县", "遂昌县仙 仙居", "遂昌县仙 -后来"])
def test_of_a_phrase_only_texts_with_its_rarest_pair_are_read(
    library_dir: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    read: set[int] = set()

    class Spied(Reader):
        def bytes_of(self, column: Literal["title", "body"], ids: Collection[int]) -> list[tuple[int, bytes]]:
            read.update(ids)
            return super().bytes_of(column, ids)

    monkeypatch.setattr("shanqu.query.library.Reader", Spied)
    monkeypatch.setattr(blocks, "_LEAST", 200)
    monkeypatch.setattr(latest, "_PROBE", 2)
    monkeypatch.setattr(finding, "_SOON", 0)
    # Of those with the rarest pair 县仙 some, not the latest, do not hold the phrase.
    told = {0: "遂昌县仙居县", 15: "仙居县遂昌县仙居县", 25: "浙江县仙。遂昌。仙居。后来"}
    texts = [told.get(number % 40, "遂昌县。仙居县。后来") for number in range(220)]
    _library_of(library_dir, [("", one, f"{1800 + number}") for number, one in enumerate(texts)])
    with Store(library_dir) as store:
        store.tidy()
    with Library.open(library_dir) as library:
        found = library.first(Wanted(parse(text)), 4)
        assert read
        assert all("县仙" in texts[id - 1] for id in read)
        assert list(found.ids[:4]) == list(library.every(Wanted(parse(text)))[:4])
        assert found.total is None


@pytest.mark.parametrize("soon", [0, 1_000_000], ids=["by reading", "by the index"])
@pytest.mark.parametrize("most", [2, 100], ids=["some at once", "all at once"])
def test_a_phrase_with_rare_pieces_is_found_where_these_stand_together(
    library_dir: Path, monkeypatch: pytest.MonkeyPatch, soon: int, most: int
) -> None:
    monkeypatch.setattr(blocks, "_LEAST", 200)
    monkeypatch.setattr(finding, "_SOON", soon)
    monkeypatch.setattr(finding, "_MOST_READ", most)
    # 县仙 and 居后 are rare; the pairs between them are not. Not all that have both have them in this order.
    told = {0: "遂昌县仙居后来", 3: "居后。遂昌县仙", 7: "居后县仙居县", 11: "县仙。遂昌县。居后"}
    texts = [told.get(at % 48, "遂昌县。仙居县。后来") for at in range(240)]
    _library_of(library_dir, [("", one, f"{1000 + at}") for at, one in enumerate(texts)])
    with Store(library_dir) as store:
        store.tidy()
    with Library.open(library_dir) as library:
        for literal in ("县仙居后", "昌县仙居后来", "县仙居后来县"):
            wanted, right = Wanted(parse(literal)), sum(literal in text for text in texts)
            found, every = library.first(wanted, 4), library.every(wanted)
            assert library.number(wanted) == len(every) == right
            assert found.total in (None, right) and list(found.ids[:4]) == list(every[:4])
            assert library.number(wanted) == right


def test_what_was_found_once_is_found_anew_after_others_have_written(library_dir: Path) -> None:
    held = _library_of(library_dir, [("", "遂昌县", "2020"), ("", "仙居县", "2021")])
    wanted = Wanted(parse("遂昌县"))
    with Library.open(library_dir) as library:
        assert list(library.first(wanted, 4).ids) == [1] and library.number(wanted) == 1
        with Store(library_dir) as store, store.transaction():
            store.delete(1)
        assert not library.first(wanted, 4).ids and library.number(wanted) == 0
    assert len(held) == 2


def test_who_is_broken_off_between_two_questions_answers_no_more_until_it_is_to_go_on(
    library_dir: Path,
) -> None:
    _library_of(library_dir, [("", "遂昌县", "2020"), ("", "仙居县", "2021")])
    wanted = Wanted(parse("县"))
    with Library.open(library_dir) as library:
        library.interrupt()
        for ask in (library.every, library.number, lambda wanted: library.first(wanted, 1)):
            with pytest.raises(LibraryInterruptedError):
                ask(wanted)
        library.go_on()
        assert library.number(wanted) == 2
        # What was broken off has left nothing behind that hides what comes in.
        _library_of(library_dir, [("", f"{number}县", None) for number in range(5)])
        assert library.number(wanted) == 5


def test_a_state_is_given_up_also_by_who_is_broken_off(library_dir: Path) -> None:
    _library_of(library_dir, [("", "遂昌县", "2020")])
    reader = Reader(library_dir)
    with pytest.raises(LibraryInterruptedError), reader.steady():
        reader.interrupt()
        reader.changed()
    reader.go_on()
    _library_of(library_dir, [("", f"{number}县", None) for number in range(5)])
    assert finding.total(reader) == 5
    reader.close()


def test_all_of_nothing_is_everything_and_any_of_nothing_is_nothing(library_dir: Path) -> None:
    _library_of(library_dir, [("", "遂昌县", "2020"), ("", "仙居县", "2021")])
    with Library.open(library_dir) as library:
        never = Wanted(Query((Term("no day", "before"),)))
        for wanted, number in ((Wanted(), 2), (never, 0)):
            assert len(library.first(wanted, 4).ids) == len(library.every(wanted)) == number


def test_relevance_puts_hits_in_the_title_first_and_the_latest_of_equals(library_dir: Path) -> None:
    body = "遂昌县" + "的产业" * 20
    _library_of(
        library_dir,
        [
            ("甲", body, "2019-01-01"),
            ("乙", body, "2023-01-01"),
            ("遂昌", body, "2010-01-01"),
            ("丙", "丙", None),
        ],
    )
    with Library.open(library_dir) as library:
        assert list(library.every(Wanted(parse("遂昌"), order="relevance"))) == [3, 2, 1]
        assert list(library.every(Wanted(parse("遂昌")))) == [2, 1, 3]
