"""Where on a page the article stands: told from afar, among menus above and lists below."""

from __future__ import annotations

from bisect import bisect

import pytest

from shanqu.clean import clean, paragraphs, windows
from shanqu.clean.echoes import echoes, recurring
from shanqu.clean.evidence import Evidence, Worths
from shanqu.clean.frame import find_frame
from shanqu.clean.frame_scores import Scores, likeliest, weights
from shanqu.clean.lines import split
from shanqu.clean.signs import looks_of, signs
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


def kept_on(*lines: str) -> list[str]:
    return kept(clean(page(*lines)))


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
    found = signs(split(page(*lines), annotated=False))
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


def test_where_markup_holds_the_text_apart_from_its_densest_part_both_are_kept() -> None:
    caption = "山里，一处竹杯车间。这家厂去年三月、八月两次递交申请，直到今年才终于拿到了建厂的地。"
    votes = [("density",), (), ("holder",), ("holder",)]
    lines = ("竹山里的新机器", caption, "相关报道", *BODY[2:], *LIST)
    hints = []
    at = 0
    for line, vote in zip(lines, [(), *votes, *(() for _ in LIST)], strict=True):
        hints.append(LineHint(at, at + len(line), "p", 0.0, vote))
        at += len(line) + 1
    marked = page(*lines)._replace(hints=tuple(hints), title_hint=lines[0])
    assert kept(clean(marked)) == [caption, *BODY[2:]]


def test_the_named_signs_of_a_line_add_up_to_its_score() -> None:
    found = signs(split(page(*MENU, *BODY, *LIST), annotated=False))
    evidence = Evidence(found)
    regards = (weights().inside, weights().first, weights().after)
    for worth, scores in zip(regards, evidence.sums(Worths(regards, [True] * 3)), strict=True):
        sums = [worth["bias"] + sum(worth.get(name, 0.0) for name in names) for names in evidence.named()]
        assert scores.tolist() == pytest.approx(sums)


def test_of_the_ten_lines_on_a_side_those_with_a_flag_are_counted() -> None:
    found = Evidence(signs(split(page(*MENU, *BODY, *LIST, *BODY, *MENU), annotated=False)))
    for name, flags in found.series.items():
        for index in range(len(flags)) if any(flags) else ():
            above, below = flags[max(0, index - 10) : index][::-1], flags[index + 1 : index + 11]
            assert windows.names(name, found.columns[f"{name} around"][index]) == [
                f"{name}{side}{reach}:{bisect((1, 2, 4, 7), sum(lines[:reach]))}"
                for side, lines in (("<", above), (">", below))
                for reach in (3, 10)
            ]


def test_sentences_speak_for_a_line_and_headings_of_lists_against() -> None:
    worth = weights().inside
    assert worth["sentence"] > 0 > worth["rule:related:list"]


def test_the_likeliest_run_weighs_its_ends_with_what_lies_inside() -> None:
    inside = [-1.0, 2.0, 1.0, -0.5, 1.0, -3.0]
    level = Scores(inside, [0.0] * 7, [0.0] * 7)
    assert likeliest(level) == (1, 5)
    # An end that much speaks for wins over a little more inside.
    assert likeliest(level._replace(high=[0.0, 0.0, 0.0, 2.0, 0.0, 0.0, 0.0])) == (1, 3)
    assert likeliest(level._replace(low=[3.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0])) == (0, 5)


def test_a_headline_is_told_by_the_words_of_the_text_under_it() -> None:
    lines = ("老街今晚亮灯", "老陈的生产线", BODY[2], BODY[3])
    found = echoes(signs(split(page(*lines), annotated=False)))
    assert found[0] is not None
    assert found[1] is not None
    assert found[0] < 0.2 < 0.6 < found[1]
    assert found[2:] == [None, None]


def test_entries_of_a_list_share_their_labels_and_lines_their_form() -> None:
    lines = (
        "一、云上茶园",
        "票价：60元",
        "咨询电话：0578-3120000",
        "二、竹海栈道",
        "票价：免费",
        "第3页",
        "第4页",
    )
    looks = looks_of(signs(split(page(*lines), annotated=False)))
    labelled = recurring([look.label for look in looks])
    formed = recurring([look.form for look in looks])
    assert [line for line, flag in zip(lines, labelled, strict=True) if flag] == [
        lines[1],
        lines[4],
    ]
    assert [line for line, flag in zip(lines, formed, strict=True) if flag] == []


def test_an_article_that_is_a_list_of_entries_is_kept_whole() -> None:
    entries = [
        line
        for number in range(1, 12)
        for line in (
            f"{number}、{'甲乙丙丁戊己庚辛壬癸子'[number - 1]}山风景区",
            f"票价：{number}0元",
            "开放时间：8:00-17:00",
        )
    ]
    found = clean(
        page(
            *MENU,
            "今年端午这些景区半价迎客",
            "2024-06-07 09:00 来源：山里新闻网",
            *BODY[:1],
            *entries,
            BODY[3],
            *LIST,
        )
    )
    assert kept(found) == [BODY[0], *entries, BODY[3]]


def _brokers(times: int) -> list[str]:
    """A round-up of what several brokers say: prose, and the same short lines below each."""
    return [
        line
        for one in "甲乙丙丁戊己庚辛"[:times]
        for line in (
            f"{one}县证券：短期震荡难免",
            "山里证券 周小溪",
            f"{one}县分析师认为本周大盘继续调整，成交量明显萎缩，短期均线已经走平，后市仍需观察政策面的变化。",
            f"{one}县还提醒，管理层陆续出台稳定措施，权重板块有所表现，但热点轮动过快，场外资金入市意愿不强。",
            "下周趋势 看平",
            "中线趋势 看多",
            "下周区间 3500-4000点",
            "下周热点 无",
            "下周焦点 消息面",
        )
    ]


@pytest.mark.parametrize("foot", [(), ("（责任编辑：王小山）",)])
def test_a_page_of_nothing_but_its_text_keeps_all_of_it(foot: tuple[str, ...]) -> None:
    text = _brokers(8)
    article = clean(page("八县分析师认为大盘继续调整：后市仍需观察", *text, *foot))
    assert [one.text for one in paragraphs(article)] == text


def test_readers_comments_below_a_heading_stay_no_text() -> None:
    text = _brokers(3)
    readers = [
        "楼主说得有道理，我们县的情况也差不多，招商的时候什么都答应，落地以后没有人管。",
        "我去年去过一次，路修得确实好，就是厂房空着一半，不知道今年有没有人搬进去。",
    ]
    article = clean(
        page("八县分析师认为大盘继续调整：后市仍需观察", *text, "网友评论", *readers, "查看更多评论")
    )
    assert not {one.text for one in paragraphs(article)} & set(readers)


SHORT_TEXT = (
    "近日,云岭县竹木加工产业园二期开工,建成后可容纳四十家企业,带动两千人就业。",
    "园区负责人介绍,一期的厂房已经全部租出,企业去年的产值比上年增长了两成。",
)


def test_what_stands_around_a_text_on_a_short_page_goes_too() -> None:
    lines = ("山乡每日一读", *SHORT_TEXT, "天天看山乡好心情")
    assert kept_on(*lines) == list(SHORT_TEXT)


def test_a_short_page_of_sentences_alone_stays_whole() -> None:
    assert kept_on(*SHORT_TEXT) == list(SHORT_TEXT)


def test_the_numbered_heading_at_which_a_page_was_cut_is_of_the_text() -> None:
    parts = ("一、建设的情况", SHORT_TEXT[0], "二、下一步的打算", "下一步我们将围绕产业园的配套继续加大")
    assert kept_on("关于产业园建设的答复", *parts)[-3:] == list(parts[1:])


def test_a_numbered_line_below_a_text_without_parts_is_of_another_one() -> None:
    assert "二、云岭茶叶的做法" not in kept_on(
        "竹木园开工", "2021-03-04 09:30 来源:云岭新闻网", *SHORT_TEXT, "二、云岭茶叶的做法"
    )


def test_the_heading_above_the_words_at_which_a_page_was_cut_is_of_the_text() -> None:
    cut = ("竹子做出大文章", "走进云岭县的一家竹器厂,只见工人们正在")
    assert kept_on("竹木园开工", *SHORT_TEXT, *cut)[-2:] == list(cut)


def test_the_beginning_of_an_invitation_is_no_text_that_was_cut() -> None:
    asked = "更多云岭的新鲜事,请关注云岭发布的公众号"
    assert asked not in kept_on("竹木园开工", *SHORT_TEXT, "山乡每日一读", asked)
