"""A name that the user takes out of an entity: in every answer, over new readings, and taken back."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from made_up import article_of, hashes_of, reading_of
from shanqu.model import Extraction, Fact, Mention, Query
from shanqu.query import Library, parse
from shanqu.query.corrections import Corrections, CorrectionsError
from shanqu.store import Reader, database_path, sealing
from shanqu.store.preparing import Analysed
from shanqu.store.sentences import page_sentences, sentence_around
from shanqu.store.writer import Store

SUICHANG = ("place", "遂昌", "遂昌县", "331123")
FULL = ("company", "甲乙纸业公司", "甲乙纸业公司", None)
SHORT = ("company", "甲乙股份", "甲乙纸业公司", None)
OTHER = ("company", "丙丁化工", "丙丁化工", None)
TRADE = ("industry", "造纸业", "造纸业", None)
_NAMED = (SUICHANG, FULL, SHORT, OTHER, TRADE)
_FIRST = "遂昌的甲乙纸业公司做造纸业。甲乙股份在遂昌很大。"
_SECOND = "另一家甲乙股份也与丙丁化工做造纸业,是两回事。"


def _write(put: Callable[..., int]) -> None:
    put(_FIRST, "/1", *_NAMED, published="2023-05-01")
    put(_SECOND, "/2", *_NAMED, published="2024-05-01")


@pytest.fixture
def library(put: Callable[..., int], library_dir: Path) -> Iterator[Library]:
    _write(put)
    with Library.open(library_dir) as opened:
        yield opened


def _id(library: Library, name: str) -> int:
    found = library.find_entity(name)
    assert found is not None, name
    return found


def _split(library: Library, name: str = "甲乙科技", **where: Any) -> int:
    return library.split(_id(library, "甲乙纸业公司"), "甲乙股份", name, **where).number


def _companies(library: Library) -> dict[str, tuple[int, int]]:
    """For each company the articles that name it, and how often they do."""
    return {row.canonical: (row.articles, row.mentions) for row in library.facets() if row.kind == "company"}


def _answers(library: Library) -> dict[str, Any]:
    """What is shown of the entities, by what they are called."""
    facets = [(*row[1:3], *row[4:]) for row in library.facets()]
    rows = sorted(facets, key=str)
    names = sorted((row.kind, row.canonical) for row in library.facets())
    ids = [(kind, name, _of_kind(library, kind, name)) for kind, name in names]
    return {
        "facets": rows,
        "leading": [
            (one.kind, one.total, sorted((row.canonical, row.articles, row.mentions) for row in one.rows))
            for one in library.leading()
        ],
        "evidence": [(name, [(one.text, one.hits) for one in library.evidence(id)]) for _, name, id in ids],
        "search": [(name, tuple(library.search(Query(), [id]))) for _, name, id in ids],
        "near": [
            (name, sorted((pair.second_name, pair.texts, pair.together) for pair in library.neighbours(id)))
            for _, name, id in ids
        ],
        "forms": [(name, library.forms(id)) for _, name, id in ids],
        "profiles": [
            [(one.key, [(item.text, item.n) for item in one.items]) for one in library.profile(id).sections]
            for _, _, id in ids
        ],
        "matrix": [
            (row.label, [figure.text for figure in row.cells[0].figures])
            for row in library.matrix(["331123"]).rows
        ],
        "overview": [row[:9] for row in library.overview() if row.articles],
    }


def _of_kind(library: Library, kind: str, name: str) -> int:
    found = library.find_entity(name, kind)
    assert found is not None
    return found


def test_what_is_written_so_is_another_entity_in_every_answer(library: Library) -> None:
    assert _companies(library) == {"甲乙纸业公司": (2, 3), "丙丁化工": (1, 1)}
    _split(library)
    assert _companies(library) == {"甲乙纸业公司": (1, 1), "甲乙科技": (2, 2), "丙丁化工": (1, 1)}
    new = _id(library, "甲乙股份")
    assert library.entity(new).canonical == "甲乙科技"
    assert [one.text[slice(*one.hits[0])] for one in library.evidence(new)] == ["甲乙股份"] * 2
    assert [line.hit for line in library.kwic_of(new)] == ["甲乙股份"] * 2
    assert library.profile(new).names == ("甲乙股份",)
    assert library.profile(_id(library, "甲乙纸业公司")).names == ("甲乙纸业公司",)
    (row,) = (row for row in library.matrix(["331123"]).rows if row.label == "企业名录")
    assert {figure.text for figure in row.cells[0].figures} == {"甲乙纸业公司", "甲乙股份"}
    assert ("丙丁化工", 1, 1) in [
        (one.second_name, one.texts, one.together) for one in library.neighbours(new)
    ]
    assert {one.canonical for one in library.article(1).extraction.mentions} >= {"甲乙科技"}
    assert [row.rows[0].canonical for row in library.leading() if row.kind == "company"] == ["甲乙科技"]


def test_what_is_kept_of_blocks_of_articles_follows_it(library: Library, library_dir: Path) -> None:
    def counted() -> list[tuple[str, int]]:
        return [(row.canonical, row.articles) for one in library.leading([1, 2]) for row in one.rows]

    with closing(sqlite3.connect(database_path(library_dir))) as connection, connection:
        sealing.seal(connection, 0)
    before = counted()
    number = _split(library)
    assert {("甲乙科技", 2), ("甲乙纸业公司", 1)} <= set(counted())
    library.corrections.undo(number)
    assert counted() == before


def test_the_search_by_company_and_by_pinyin_follows_it(library: Library) -> None:
    _split(library, "戊己实业")
    assert set(library.search(parse("company:戊己"))) == {1, 2}
    assert set(library.search(parse("company:甲乙纸业"))) == {1}
    assert set(library.search(parse("company:wuji"))) == {1, 2}


def test_it_can_hold_of_one_article_and_its_copies(library: Library, put: Callable[..., int]) -> None:
    _split(library, article=2)
    assert _companies(library) == {"甲乙纸业公司": (1, 2), "甲乙科技": (1, 1), "丙丁化工": (1, 1)}
    copy = put(_SECOND, "/copy", *_NAMED)
    assert library.copies(copy) != [copy]
    assert _companies(library)["甲乙科技"] == (2, 2)


def test_it_can_hold_of_one_site(library: Library, store: Store) -> None:
    for number, site in ((3, "浙江在线"), (4, "丽水网")):
        text = f"第{number}篇说甲乙股份。"
        article = article_of(text, f"/{number}")._replace(site=site)
        mention = Mention("company", text.index("甲"), text.index("甲") + 4, "甲乙股份", "甲乙纸业公司")
        with store.transaction():
            store.write(Analysed(article, Extraction((mention,), ()), ()), rules=1, reading=reading_of)
    _split(library, site="浙江在线")
    assert [one.article for one in library.evidence(_id(library, "甲乙科技"))] == [3]


def test_undoing_it_gives_the_same_answers_as_before(library: Library) -> None:
    before = _answers(library)
    number = _split(library)
    assert _answers(library) != before
    library.corrections.undo(number)
    assert _answers(library) == before
    assert library.find_entity("甲乙科技") is None


def test_split_then_merged_is_what_it_was(library: Library) -> None:
    before = _answers(library)
    _split(library)
    part, whole = (library.name_of(_id(library, name)) for name in ("甲乙科技", "甲乙纸业公司"))
    library.corrections.merge(part, whole)
    assert _answers(library) == before


def test_what_is_merged_into_an_entity_is_split_with_it(library: Library) -> None:
    other, whole = (library.name_of(_id(library, name)) for name in ("丙丁化工", "甲乙纸业公司"))
    merged = library.corrections.merge(other, whole).number
    split = library.split(_id(library, "甲乙纸业公司"), "丙丁化工", "庚辛化工").number
    assert _companies(library) == {"甲乙纸业公司": (2, 3), "庚辛化工": (1, 1)}
    library.corrections.undo(merged)
    assert _companies(library) == {"甲乙纸业公司": (2, 3), "丙丁化工": (1, 1)}
    library.corrections.undo(split)


def test_a_new_entity_is_renamed_split_and_hidden_like_any_other(library: Library) -> None:
    _split(library)
    library.split(_id(library, "甲乙科技"), "甲乙股份", "甲乙三厂", article=2)
    library.corrections.rename(library.name_of(_id(library, "甲乙三厂")), "三厂")
    assert _companies(library) == {
        "甲乙纸业公司": (1, 1), "甲乙科技": (1, 1), "三厂": (1, 1), "丙丁化工": (1, 1),
    }  # fmt: skip
    library.corrections.hide(library.name_of(_id(library, "甲乙科技")))
    assert set(_companies(library)) == {"甲乙纸业公司", "三厂", "丙丁化工"}


def test_it_can_be_given_to_an_entity_that_there_is_by_the_name_that_the_user_gave_it(
    library: Library,
) -> None:
    library.corrections.rename(library.name_of(_id(library, "丙丁化工")), "丙丁集团")
    _split(library, "丙丁集团", article=1)
    assert _companies(library) == {"甲乙纸业公司": (2, 2), "丙丁集团": (2, 2)}


def test_it_outlives_a_new_reading_a_new_library_and_the_loss_of_its_file(
    library: Library, put: Callable[..., int], library_dir: Path, tmp_path: Path
) -> None:
    _split(library)
    split = _companies(library)
    _write(put)
    assert _companies(library) == split
    with Store(library_dir) as store:
        store.tidy()
    assert _companies(library) == split
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(library_dir / "corrections.jsonl", other)
    with Store(other) as store, store.transaction():
        for path, text in (("/1", _FIRST), ("/2", _SECOND)):
            store.write(_read(text, path), rules=1, reading=reading_of)
    with Library.open(other) as opened:
        assert _companies(opened) == split
    (other / "corrections.jsonl").unlink()
    with Library.open(other) as opened:
        assert "甲乙科技" not in _companies(opened)


def test_all_of_an_entity_can_be_taken_out_and_given_back(library: Library, library_dir: Path) -> None:
    before = _answers(library)
    split = library.split(_id(library, "丙丁化工"), "丙丁化工", "庚辛化工").number
    assert library.find_entity("丙丁化工") == _id(library, "庚辛化工")
    with Store(library_dir) as store:
        store.tidy()
    library.corrections.undo(split)
    assert _answers(library) == before


def test_a_park_of_which_nothing_is_left_is_an_empty_column(
    library: Library, put: Callable[..., int]
) -> None:
    put("遂昌的甲乙产业园很大。", "/3", SUICHANG, ("park", "甲乙产业园", "甲乙产业园", None))
    key = library.find_column("甲乙产业园")
    assert key is not None
    assert library.matrix([key]).columns[0].articles == 1
    library.split(_id(library, "甲乙产业园"), "甲乙产业园", "丙丁产业园")
    assert library.matrix([key]).columns[0].articles == 0
    assert library.find_column("甲乙产业园") == library.find_column("丙丁产业园") == "park:丙丁产业园"


def test_what_is_merged_into_an_entity_of_which_nothing_is_left_is_found_by_its_name(
    library: Library,
) -> None:
    other, whole = (library.name_of(_id(library, name)) for name in ("甲乙纸业公司", "丙丁化工"))
    library.split(_id(library, "丙丁化工"), "丙丁化工", "庚辛化工")
    library.corrections.merge(other, whole)
    assert _companies(library) == {"丙丁化工": (2, 3), "庚辛化工": (1, 1)}
    assert library.entity(_id(library, "甲乙纸业公司")).canonical == "丙丁化工"


def test_an_export_carries_it_to_another_library(library: Library, tmp_path: Path) -> None:
    _split(library, article=2)
    other = Corrections(tmp_path)
    text = library.corrections.export()
    assert (other.read_in(text), other.read_in(text)) == (1, 0)
    (one,) = other.in_force()
    assert (one.deed, one.form, one.path, one.target) == ("split", "甲乙股份", "/2", "甲乙科技")


@pytest.mark.parametrize(
    ("form", "name"), [("没有", "甲乙科技"), ("甲乙股份", " "), ("甲乙股份", "甲乙纸业公司")]
)
def test_what_makes_no_sense_is_told_and_nothing_is_kept(library: Library, form: str, name: str) -> None:
    before = _answers(library)
    with pytest.raises(CorrectionsError):
        library.split(_id(library, "甲乙纸业公司"), form, name)
    assert library.corrections.in_force() == ()
    assert _answers(library) == before


def test_nothing_can_be_given_to_what_is_merged_into_the_entity(library: Library) -> None:
    other, whole = (library.name_of(_id(library, name)) for name in ("丙丁化工", "甲乙纸业公司"))
    library.corrections.merge(other, whole)
    with pytest.raises(CorrectionsError):
        _split(library, "丙丁化工")


def test_a_library_that_nobody_can_write_is_told_and_nothing_is_kept(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shanqu.store.connect.os.access", lambda *_: False)
    with pytest.raises(CorrectionsError, match="cannot be written"):
        _split(library)
    assert library.corrections.in_force() == ()


# Whatever is split, merged and taken back: nothing is lost, and the tables say what a new library would.

_FORMS = ("甲甲", "乙乙", "丙丙")
_TEXTS = st.lists(
    st.lists(st.sampled_from((*_FORMS, "。")), min_size=1, max_size=8).map("".join), min_size=1, max_size=4
)
_DEEDS = st.lists(
    st.tuples(
        st.sampled_from(("split", "split", "merge", "undo")),
        st.integers(0, 9),
        st.sampled_from(_FORMS),
        st.sampled_from(("子公司", "丑公司", "甲公司")),
        st.one_of(st.none(), st.integers(1, 4)),
    ),
    max_size=6,
)


def _read(text: str, path: str) -> Analysed:
    """Two names are written of one company, the third of another; and all texts name a county and a firm."""
    named = {"甲甲": "甲公司", "乙乙": "甲公司", "丙丙": "丙公司"} | {
        one[1]: one[2] for one in (FULL, SHORT, OTHER)
    }
    mentions = [
        Mention("company", at, at + len(form), form, name)
        for form, name in named.items()
        for at in range(len(text))
        if text.startswith(form, at)
    ]
    article = article_of(text, path)
    spans = page_sentences(article)
    facts = [_fact_of(one, text, *sentence_around(spans, one.start, one.end)) for one in mentions]
    return Analysed(article, Extraction(tuple(mentions), tuple(facts)), hashes_of(text))


def _fact_of(one: Mention, text: str, start: int, end: int) -> Fact:
    """A figure right after the name, in the sentence of that span."""
    return Fact(one.end, one.end, "", "产值", "level", text[start:end], start, end, subject=one.canonical)


def _tables(directory: Path) -> dict[str, Any]:
    """What the tables hold of companies, by their names."""
    with closing(Reader(directory)) as reader:
        names = dict(reader.all("SELECT id, canonical FROM entity"))
        named = reader.all("SELECT entity, article, mentions FROM naming")
        met = reader.all("SELECT entity, other, article, sentence, sentences FROM met")
        totals = reader.all("SELECT entity, other, articles, sentences FROM met_total")
        entities = reader.all("SELECT id, named_articles, named_times FROM entity WHERE named_articles > 0")
        surfaces = reader.all("SELECT entity, text FROM surface")
        facts = reader.all("SELECT article, code, record, extracted, about FROM fact")
    return {
        "facts": sorted(facts, key=str),
        "naming": sorted((names[entity], *rest) for entity, *rest in named),
        "met": sorted((names[one], names[other], *rest) for one, other, *rest in met),
        "totals": sorted((names[one], names[other], *rest) for one, other, *rest in totals),
        "entities": sorted((names[entity], *rest) for entity, *rest in entities),
        "surfaces": sorted((names[entity], text) for entity, text in surfaces),
    }


def _mentions(library: Library) -> int:
    return sum(row.mentions for row in library.facets())


def _carry_out(library: Library, deed: tuple[str, int, str, str, int | None]) -> None:
    what, number, form, name, article = deed
    rows = sorted(library.facets(), key=lambda row: row.canonical)
    kept = library.corrections.in_force()
    try:
        if what == "undo" and kept:
            library.corrections.undo(kept[number % len(kept)].number)
        elif what == "merge" and rows:
            pair = (library.name_of(rows[at % len(rows)].id) for at in (number, number + 1))
            library.corrections.merge(*pair)
        elif what == "split" and rows:
            library.split(rows[number % len(rows)].id, form, name, article)
    except CorrectionsError:
        pass


@given(texts=_TEXTS, deeds=_DEEDS)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_corrected_nothing_is_lost_and_all_can_be_taken_back(
    texts: list[str], deeds: list[tuple[str, int, str, str, int | None]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        one, other = Path(folder, "one"), Path(folder, "other")
        _filled(one, texts)
        before = _tables(one)
        with Library.open(one) as library:
            mentions = _mentions(library)
            for deed in deeds:
                _carry_out(library, deed)
                assert _mentions(library) == mentions
            # A library that is read with these corrections is what the corrected one has become.
            if library.is_corrected():
                other.mkdir()
                shutil.copy(one / "corrections.jsonl", other)
                Library.open(_filled(other, [])).close()
                Library.open(_filled(other, texts)).close()
                assert _tables(other) == _tables(one)
            for kept in library.corrections.in_force():
                library.corrections.undo(kept.number)
        assert _tables(one) == before


def _filled(directory: Path, texts: list[str]) -> Path:
    with Store(directory) as store:
        for number, text in enumerate(texts):
            with store.transaction():
                store.write(_read(text, f"/{number}"), rules=1, reading=reading_of)
    return directory


def test_the_parts_have_all_mentions_of_the_whole(library: Library) -> None:
    def counts() -> Counter[str]:
        return Counter({name: mentions for name, (_, mentions) in _companies(library).items()})

    before = counts()
    _split(library)
    assert counts()["甲乙纸业公司"] + counts()["甲乙科技"] == before["甲乙纸业公司"]
