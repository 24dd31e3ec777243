"""Where on a page the article stands: told from afar, among menus above and lists below."""

from __future__ import annotations

import pytest

from shanqu.clean import clean, paragraphs
from shanqu.clean.evidence import Evidence
from shanqu.clean.frame import find_frame, weights
from shanqu.clean.lines import split
from shanqu.clean.signs import signs
from shanqu.model import Article, LineHint, Page

MENU = tuple(f"{place}{kind}" for place in "甲乙丙丁戊己庚辛壬癸" for kind in ("县新闻", "镇简讯", "村影像"))
BODY = (
    "今年以来，县里新开工项目二十个，完成投资十二亿元，园区里的机器一直没有停下。",
    "把竹子卖成茶具",
    "走进老陈的车间，十几名工人正在打磨竹杯，一天能出两千只，全部销往沿海的茶楼。",
    "老陈说，明年还要再建一条生产线，把村里闲着的竹山都用起来，让更多人在家门口上班。",
)
LIST = tuple(
    line
    for word in ("石雕", "木雕", "剪纸", "米塑", "泥哨", "草编", "瓷器", "竹刻", "伞", "扇", "灯", "剑")
    for line in (f"{word}老街今晚亮灯", "不感兴趣", f"{len(word) + 3}评论", "05-17")
)


def page(*lines: str) -> Page:
    return Page(path="p", text="\n".join(lines), encoding="utf-8", sha256="")


def kept(article: Article) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(article)]


def test_an_article_is_found_between_a_long_menu_and_a_long_list() -> None:
    found = clean(page(*MENU, "竹山里的新机器", "2024-05-20 08:00 来源：山里新闻网", *BODY, *LIST))
    assert (found.title, kept(found)) == ("竹山里的新机器", list(BODY))


def test_todays_date_among_menus_does_not_begin_an_article() -> None:
    lines = (*MENU[:12], "2024年5月21日 星期二", *MENU[12:], "竹山里的新机器", "2024-05-20 08:00")
    found = clean(page(*lines, *BODY))
    assert (found.title, kept(found)) == ("竹山里的新机器", list(BODY))
    assert found.published is not None
    assert found.published.iso == "2024-05-20"


@pytest.mark.parametrize("lines", [BODY, BODY[:1], ("清晨", "雾还没散", "采茶工已经上山", "茶园连着茶园")])
def test_a_page_with_nothing_around_its_text_is_all_frame(lines: tuple[str, ...]) -> None:
    found = [signs(line) for line in split(page(*lines), annotated=False)]
    frame = find_frame(found)
    assert (frame.low, frame.high) == (0, len(lines))


def test_what_markup_chooses_bounds_the_text() -> None:
    text = "\n".join((*MENU[:3], *BODY, BODY[0]))
    hints = []
    at = 0
    for line in text.split("\n"):
        vote = ("density",) if line in BODY and at < text.rindex(BODY[0]) else ()
        hints.append(LineHint(at, at + len(line), "p", 0.0, vote))
        at += len(line) + 1
    marked = page(*text.split("\n"))._replace(hints=tuple(hints))
    assert kept(clean(marked)) == list(BODY)


def test_the_named_signs_of_a_line_add_up_to_its_score() -> None:
    found = [signs(line) for line in split(page(*MENU, *BODY, *LIST), annotated=False)]
    evidence, worth = Evidence(found), weights()
    sums = [worth["bias"] + sum(worth.get(name, 0.0) for name in names) for names in evidence.named()]
    assert evidence.score(worth) == pytest.approx(sums)


def test_sentences_speak_for_a_line_and_repetition_against() -> None:
    worth = weights()
    assert worth["sentence"] > 0 > worth["repeated-often"]
