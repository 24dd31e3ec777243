"""Articles that are mostly the same text form a group."""

from __future__ import annotations

from collections.abc import Callable

from shanqu.store import Reader
from shanqu.store.writer import Store

_STORY = "浙江省遂昌县的天工之城落户了二十多家企业,当地以生态工业为主导产业,数字经济增长很快。"
_OTHER = "仙居县医疗器械产业园今年签约了十个项目,总投资超过三十亿元,全部投产以后年产值翻番。"


def _group(store: Store, id: int) -> tuple[int, ...]:
    reader = Reader(store.directory)
    try:
        return reader.reprints(id)
    finally:
        reader.close()


def test_a_copy_with_a_line_added_joins_its_original(put: Callable[..., int], store: Store) -> None:
    first, other = put(_STORY, "/a"), put(_OTHER, "/b")
    copy = put(_STORY + "责任编辑某某", "/c")
    assert _group(store, first) == (copy,)
    assert _group(store, other) == ()


def test_an_excerpt_joins_what_it_was_taken_from(put: Callable[..., int], store: Store) -> None:
    whole, excerpt = put(_STORY + _OTHER, "/a"), put(_STORY, "/b")
    assert _group(store, whole) == (excerpt,)


def test_two_excerpts_are_joined_through_the_whole_and_part_without_it(
    put: Callable[..., int], store: Store
) -> None:
    one, two = put(_STORY, "/a"), put(_OTHER, "/b")
    assert _group(store, one) == ()
    whole = put(_STORY + _OTHER, "/c")
    assert _group(store, one) == (two, whole)
    with store.transaction():
        store.delete(whole)
    assert _group(store, one) == ()


def test_very_short_texts_stay_alone(put: Callable[..., int], store: Store) -> None:
    first = put("点击查看", "/a")
    put("点击查看", "/b")
    assert _group(store, first) == ()
