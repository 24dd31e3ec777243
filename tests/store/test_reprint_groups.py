"""Copies and parts of a text are one text; what only has a part in common with it, or a template, is another."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from made_up import forget_kin
from shanqu.model import Fact
from shanqu.query import Library, parse
from shanqu.store import Reader, database_path, lookup, reprints, schema, stars
from shanqu.store.connect import open_for_writing
from shanqu.store.reprints import _Sketch
from shanqu.store.splitting import Split
from shanqu.store.writer import Store
from shanqu.text.sketches import figures, sketch


def sentences(seed: int, number: int) -> list[str]:
    """Sentences of twenty characters that no other seed has."""
    dice = random.Random(seed)
    chars = [chr(0x4E00 + at) for at in range(2500)]
    return ["".join(dice.choices(chars, k=20)) + "。" for _ in range(number)]


def grouped(texts: Iterable[str]) -> list[list[int]]:
    """The groups of these texts, each by its position among them."""
    held = [_Sketch.of(sketch(text), figures(text)) for text in texts]
    place = {text.digest: at for at, text in enumerate(held)}
    return sorted(sorted(place[text.digest] for text in group) for group in stars.groups(held) or ())


def text(*parts: list[str]) -> str:
    return "".join(line for part in parts for line in part)


_NEWS, _FEATURE, _OTHER = sentences(1, 10), sentences(2, 30), sentences(3, 30)


def test_two_features_that_hold_the_same_brief_are_two_texts() -> None:
    features = [text(_FEATURE[:5], _NEWS, _FEATURE[5:]), text(_OTHER[:20], _NEWS, _OTHER[20:])]
    found = grouped([*features, text(_NEWS)])
    assert found in ([[0, 2], [1]], [[0], [1, 2]])


def test_a_brief_is_a_part_of_the_text_that_is_most_like_it() -> None:
    long, short = text(_NEWS, _FEATURE, _OTHER), text(_NEWS, sentences(4, 6))
    assert grouped([long, short, text(_NEWS)]) == [[0], [1, 2]]


@pytest.mark.parametrize(
    "copy",
    [
        text(_FEATURE[:15]),
        text(sentences(5, 8), _FEATURE),
        text(_FEATURE, sentences(6, 10)),
        text(sentences(5, 3), _FEATURE[:20]),
        text(_FEATURE[::2], _FEATURE[1::2]),
        text([line if at % 5 else sentences(60 + at, 1)[0] for at, line in enumerate(_FEATURE)]),
        text([line[:7] + "蕞" + line[8:] for line in _FEATURE]),
    ],
    ids=[
        "cut",
        "with a lead",
        "with a commentary",
        "cut with a lead",
        "in another order",
        "rewritten",
        "masked",
    ],
)
def test_what_was_reposted_in_another_form_is_the_same_text(copy: str) -> None:
    assert grouped([text(_FEATURE), copy, text(_OTHER)]) == [[0, 1], [2]]


def test_a_changed_copy_that_is_longer_does_not_keep_the_others_from_the_original() -> None:
    changed = [*_FEATURE[:21], *sentences(7, 10)]
    cut = [*_FEATURE[12:], *sentences(8, 2)]
    assert grouped([text(changed), text(_FEATURE), text(cut)]) == [[0, 1, 2]]


def test_texts_that_share_less_and_less_with_the_first_are_not_all_one_text() -> None:
    run = sentences(9, 200)
    found = grouped([text(run[at : at + 40]) for at in range(0, 150, 10)])
    assert max(map(len, found)) <= 6
    assert len(found) >= 3


_BULLETIN = (
    "全县工业运行总体平稳,重点行业支撑有力,企业信心继续恢复。规模以上工业增加值同比增长{}%,增速居全市第三位。"
    "其中装备制造业实现产值{}亿元,竹木制品业实现产值{}亿元,均保持较快增长。工业用电量{}万千瓦时。"
    "各乡镇要把项目建设放在更加突出的位置,紧盯时间节点,强化要素保障,确保完成全年目标任务。新开工项目{}个,"
    "完成投资{}亿元,技术改造投资增长{}%。下一步,要继续开展助企纾困,推动政策直达快享,让企业安心经营、放心发展。"
)


def test_bulletins_of_one_template_with_other_figures_are_texts_of_their_own() -> None:
    one = _BULLETIN.format(7.1, 12.6, 8.3, 9120, 14, 21.5, 9.8)
    other = _BULLETIN.format(5.4, 30.2, 4.9, 7715, 9, 17.3, 12.2)
    assert grouped([one, other]) == [[0], [1]]
    assert grouped([one, "转发一则消息,供参考。" + one.replace("安心经营、", "")]) == [[0, 1]]


def test_pages_of_one_site_with_the_same_words_around_them_are_texts_of_their_own() -> None:
    around = sentences(10, 10)
    pages = [text(around[:5], sentences(20 + at, 12), around[5:]) for at in range(12)]
    assert grouped(pages) == [[at] for at in range(12)]


def test_a_short_text_is_no_part_of_long_ones_with_some_of_its_phrases() -> None:
    brief = sentences(11, 4)
    longs = [text(sentences(30 + at, 60), brief[:2]) for at in range(20)]
    assert grouped([text(brief), *longs]) == [[at] for at in range(21)]


# Texts of one to three passages that begin anywhere in a common stock, so that they hold parts of each other.
_STOCK = sentences(12, 60)
_PASSAGE = st.tuples(st.integers(0, 50), st.integers(4, 10))
_TEXTS = st.lists(st.lists(_PASSAGE, min_size=1, max_size=2).map(tuple), min_size=2, max_size=9, unique=True)


def _written(passages: tuple[tuple[int, int], ...]) -> str:
    return text(*(_STOCK[start : start + length] for start, length in passages))


def _put(connection: sqlite3.Connection, number: int, words: str) -> None:
    connection.execute(
        "INSERT INTO article (id, path, sha256, rules, title, chars, kept, places, shape, reprints)"
        " VALUES (?1, ?1, '', 1, '', 0, 0, '[]', 0, ?1)",
        (number,),
    )
    reprints.add_sketch(connection, number, sketch(words), figures(words))
    reprints.regroup(connection)


def _groups(connection: sqlite3.Connection, words: dict[int, str]) -> set[frozenset[str]]:
    found: dict[int, set[str]] = {}
    for number, group in connection.execute("SELECT id, reprints FROM article"):
        found.setdefault(group, set()).add(words[number])
        assert group in words
    return {frozenset(group) for group in found.values()}


@settings(max_examples=60, deadline=None)
@given(_TEXTS, st.randoms(use_true_random=False))
def test_groups_do_not_depend_on_what_came_first_or_has_gone_again(
    tmp_path_factory: pytest.TempPathFactory, texts: list[tuple[tuple[int, int], ...]], dice: random.Random
) -> None:
    written = list(dict.fromkeys(map(_written, texts)))
    with closing(open_for_writing(tmp_path_factory.mktemp("library"))) as connection:
        seen = []
        for _ in range(3):
            dice.shuffle(written)
            gone = dice.sample(written, k=len(written) // 2)
            connection.execute("BEGIN")
            numbers = dict(enumerate([*gone, *written], 1))
            for number, words in numbers.items():
                if number == len(gone) + len(gone) // 2 + 1:
                    for one in range(1, len(gone) + 1):
                        reprints.remove_sketch(connection, one)
                        connection.execute("DELETE FROM article WHERE id = ?", (one,))
                        reprints.regroup(connection)
                _put(connection, number, words)
            seen.append(_groups(connection, numbers))
            connection.rollback()
        assert seen[0] == seen[1] == seen[2]


def _copies(store: Store, id: int) -> tuple[int, ...]:
    with closing(Reader(store.directory)) as reader:
        return reader.reprints(id)


def test_an_article_that_is_read_again_leaves_the_others_as_they_are(
    put: Callable[..., int], store: Store
) -> None:
    whole, brief = put(text(_FEATURE), "/a"), put(text(_FEATURE[:9]), "/b")
    other = put(text(_FEATURE[:9], _OTHER), "/c")
    assert (_copies(store, whole), _copies(store, other)) == ((brief,), ())
    assert put(text(sentences(13, 30)), "/a") == whole
    assert (_copies(store, whole), _copies(store, other)) == ((), (brief,))
    assert put(text(_FEATURE), "/a") == whole
    assert (_copies(store, whole), _copies(store, other)) == ((brief,), ())


def test_many_kin_are_put_in_groups_when_the_import_ends(put: Callable[..., int], store: Store) -> None:
    number = reprints.SMALL + 3
    features = [text(_NEWS[:5], sentences(100 + at, 10)) for at in range(number)]
    brief = put(text(_NEWS[:5]), "/brief")
    ids = [put(feature, f"/{at}") for at, feature in enumerate(features)]
    copy = put(features[-1].replace("。", "!"), "/copy")
    half = put(text(sentences(100, 10)[:6]), "/half")
    assert _copies(store, copy) == (ids[-1],)
    assert _copies(store, half) == ()
    store.tidy()
    assert _copies(store, copy) in ((ids[-1],), (brief, ids[-1]))
    assert half in _copies(store, ids[0])
    assert sum(len(_copies(store, one)) for one in ids) in (3, 4)


def test_an_older_library_has_its_chains_taken_apart(
    put: Callable[..., int], store: Store, library_dir: Path
) -> None:
    one, two = put(text(_NEWS, _FEATURE), "/a"), put(text(_NEWS, _OTHER), "/b")
    put(text(_NEWS), "/c")
    store.close()
    with closing(sqlite3.connect(database_path(library_dir))) as connection:
        forget_kin(connection)
        assert connection.execute("SELECT count(DISTINCT reprints) FROM article").fetchone() == (1,)
        before = next(at for at, step in enumerate(schema.MIGRATIONS) if "kin_changed" in step[0])
        connection.execute(f"PRAGMA user_version = {before}")
    with Library.open(library_dir) as library:
        assert two not in library.copies(one)
        assert len(library.everything()) == 2


def test_list_search_copies_overview_and_matrix_count_the_same_texts(
    put: Callable[..., int], library_dir: Path
) -> None:
    county = ("place", "遂昌", "遂昌县", "331123")
    said = "遂昌税收3亿元。"
    fact = Fact(
        4, 7, "3亿元", "税收", "level", said, 0, len(said), 3e8, unit="元", place="遂昌县", code="331123"
    )
    bodies = [text(_NEWS, _FEATURE), text(_NEWS, _OTHER), text(_NEWS), text(_NEWS, _OTHER[:25]), text(_STOCK)]
    ids = [put(said + body, f"/{at}", county, facts=(fact,)) for at, body in enumerate(bodies)]
    with Library.open(library_dir) as library:
        texts = {min(library.copies(one)) for one in ids}
        assert len(texts) == 3
        assert set(library.everything()) == {library.copies(one)[0] for one in texts}
        repeated = library.search(parse("is:duplicate"))
        assert set(repeated) == {one for one in ids if len(library.copies(one)) > 1}
        assert sum(row.duplicates > 0 for row in library.rows(ids)) == len(repeated)
        assert library.summary().reprint_groups == sum(len(library.copies(one)) > 1 for one in texts)
        (row,) = (row for row in library.overview() if row.code == "331123")
        assert (row.articles, row.texts) == (5, 3)
        matrix = library.matrix(["331123"])
        assert (matrix.columns[0].articles, matrix.columns[0].texts) == (5, 3)
        (cell,) = (row.cells[0] for row in matrix.rows if row.label == "税收")
        assert (cell.n, cell.figures[0].n) == (3, 3)


def test_what_a_user_says_of_an_article_and_its_copies_follows_the_group(
    put: Callable[..., int], store: Store
) -> None:
    place = ("place", "遂昌", "遂昌县", "331123")
    news = ["遂昌" + _NEWS[0], *_NEWS[1:]]
    put(text(news, _FEATURE), "/a", place)
    brief = put(text(news), "/brief", place)
    split = Split("place", "遂昌县", "331123", "遂昌", "/a", "", "遂昌老城", "")
    store.carry_out([split], lambda *name: ("x", "x"))

    def named() -> set[int]:
        with closing(Reader(store.directory)) as reader:
            (entity,) = lookup.ids_of(reader, [("place", "遂昌老城", "")]).values()
            return {row[0] for row in reader.all("SELECT article FROM naming WHERE entity = ?", (entity,))}

    assert brief in named()
    put(text(news, _OTHER[:12]), "/b", place)
    assert brief not in named()
