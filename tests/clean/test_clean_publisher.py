"""Headline, site, column, source and date from wherever a page prints or declares them."""

from __future__ import annotations

import pytest

from shanqu.clean import clean, paragraphs
from shanqu.clean.lines import narrow
from shanqu.clean.rules import find
from shanqu.model import Article, Declared, LineHint, Page, Role

BODY = (
    "今年以来，县里新开工项目二十个，完成投资十二亿元，园区里的机器一直没有停下，订单排到了年底。",
    "走进老陈的车间，十几名工人正在打磨竹杯，一天能出两千只，全部销往沿海的茶楼和民宿。",
)
TITLE = "竹山里的新机器，老陈的新订单"


def cleaned(*lines: str, hint: str | None = None, **declared: str) -> Article:
    text = "\n".join((*lines, *BODY))
    return clean(Page("p", text, "utf-8", "", title_hint=hint, declared=Declared(hint, **declared)))


@pytest.mark.parametrize(
    ("crumbs", "site", "column"),
    [
        (("山里新闻网 > 经济·产业 > 正文",), "山里新闻网", "经济·产业"),
        (("当前位置：", "首页", ">政务公开", ">投资运行"), None, "投资运行"),
        (("山里网", ">", "财经", ">", "产业观察", "> 正文"), "山里网", "产业观察"),
        (("首页 > 时政新闻 > 正文",), None, "时政新闻"),
        (("国内新闻 > 正文",), None, "国内新闻"),
        (("首页 - 新闻动态",), None, "新闻动态"),
        (("位置：首页 >  产业观察",), None, "产业观察"),
        ((f"首页  >   时政新闻   >   【快讯】{TITLE}！请看详情",), None, "时政新闻"),
        (("宏观频道首页 > 数据 >",), None, "数据"),
        # A button with an arrow, and the count of comments below it.
        (("查看TA的文章>", "评论", "31"), None, None),
    ],
)
def test_crumbs_name_site_and_column(crumbs: tuple[str, ...], site: str | None, column: str | None) -> None:
    found = cleaned(*crumbs, TITLE, "2024-05-20 08:00")
    assert (found.title, found.site, found.column) == (TITLE, site, column)


@pytest.mark.parametrize(
    ("heading", "site"),
    [
        (f"{TITLE}_要闻_山里新闻网", "山里新闻网"),
        (f"{TITLE} - 山里晚报网 - 两岸", "山里晚报网"),
        (f"{TITLE}_竹业_山里科技_山里网", "山里科技"),
        (f"{TITLE}-山里头条", "山里头条"),
        (f"{TITLE}_竹业_订单_老陈", None),
        (TITLE, None),
        # Windows that bear the name of the site or of a column and not the headline.
        ("新闻动态--山里地理学会官网", "山里地理学会官网"),
        ("山里科普-辟谣文章", "山里科普"),
        ("-山里历史网", "山里历史网"),
        ("山里水产研究所", "山里水产研究所"),
        ("竹业的新订单从哪里来，老陈这样回答记者的提问", None),
    ],
)
def test_the_window_title_names_the_site_after_the_headline(heading: str, site: str | None) -> None:
    found = cleaned(TITLE, "2024-05-20 08:00", hint=heading)
    assert (found.title, found.site) == (TITLE, site)


def test_a_headline_that_the_page_does_not_show_loses_the_site() -> None:
    assert cleaned(hint=f"{TITLE}_山里新闻网").title == TITLE


def test_the_headline_of_the_markup_wins_over_a_louder_line() -> None:
    found = cleaned("全新首页 焕新登场", TITLE, "2024-05-20 08:00", hint=f"{TITLE}_山里新闻网")
    assert found.title == TITLE


def test_the_first_heading_wins_over_the_column_that_the_title_of_the_markup_begins_with() -> None:
    text = "\n".join(("山里日报摘要", TITLE, "2024-05-20 08:00", *BODY))
    start = text.index(TITLE)
    hints = (LineHint(start, start + len(TITLE), "h1", 0.0, ()),)
    found = clean(Page("p", text, "utf-8", "", title_hint=f"山里日报摘要 - {TITLE}", hints=hints))
    assert found.title == TITLE


def test_a_headline_below_all_that_the_markup_chooses_is_none_of_it() -> None:
    lines = (BODY[0], "分享", "打印", TITLE)
    hints = (LineHint(0, len(BODY[0]), "p", 0.0, ("density", "holder")),)
    found = clean(Page("p", "\n".join(lines), "utf-8", "", title_hint=TITLE, hints=hints))
    assert [one.text for one in paragraphs(found)] == [BODY[0]]


@pytest.mark.parametrize(
    ("head", "source"),
    [
        (("2024-05-20 14:33·新华社",), "新华社"),
        (("2024年05月20日14:33 山里日报 我有话说(13人参与)",), "山里日报"),
        (("2024-05-20 14:33", "山里晚报"), "山里晚报"),
        (("中国新闻网", "2024年05月20日 02:26:00"), "中国新闻网"),
        (("2024-05-20 14:33 王小红",), None),
        (("原创 山里晚报 2024-05-20 16:01:46",), "山里晚报"),
        (("原创：山里健康网2024-05-20 12:27:25",), "山里健康网"),
        (("本文来源于县统计局　2024-05-20 09:36:26",), "县统计局"),
        (("来源于：东区办事处",), "东区办事处"),
        (("2024-05-20 12:10　来源：山里网参与互动",), "山里网"),
        (("2024-05-20 12:10　来源：山里网(杭州) 作者：王晓",), "山里网(杭州)"),
        (("2024-05-20 12:10　（来源：山里网）",), "山里网"),
        (("王晓/山里日报", "2024-05-20 09:10"), "山里日报"),
        (("21", "2024年05月"), None),
        (("王小红", "2024-05-20 09:10"), None),
        (("- 2024-05-20 09:10", "- 来源：山里日报"), "山里日报"),
    ],
)
def test_the_source_stands_beside_the_date(head: tuple[str, ...], source: str | None) -> None:
    assert cleaned(TITLE, *head).source == source


def test_a_source_in_brackets_at_the_end_of_the_text_counts_more_than_a_declared_one() -> None:
    last = "全年还要再建三条生产线。（本文来源：山里日报 作者：研究员王晓）返回首页，查看更多"
    page = Page(
        "p", "\n".join((TITLE, "2024-05-20", *BODY, last)), "utf-8", "", declared=Declared(source="外地网")
    )
    assert clean(page).source == "山里日报"


@pytest.mark.parametrize(
    ("lines", "reporters"),
    [
        (("王晓/山里日报", "2024-05-20 09:10", *BODY), ("王晓",)),
        (("作者︱王小红", "2024-05-20 09:10", *BODY), ("王小红",)),
        ((*BODY, "（总台央视记者 奚丹 张赛）", "责任编辑：刘光"), ("奚丹", "张赛")),
        ((*BODY, "山里报·山里网记者 魏其 来源：山里日报", "责任编辑：杨帆"), ("魏其",)),
        (("2024-05-20", "本网讯（记者陈智 整合）" + BODY[0], BODY[1]), ("陈智",)),
        ((*BODY, "查看评论", "阅读 539"), ()),
        # The author's name alone, beside the date or above the text; the name of a place is nobody's.
        (("来源：山里日报", "王小红", "2024年05月20日", *BODY), ("王小红",)),
        (("王小红", "2024-05-20 09:10", *BODY), ("王小红",)),
        ((*BODY, "来源：县融媒体中心", "文字：王小红", "图片：李山"), ("王小红",)),
        (("王小红 2024-05-20 来源：山里日报", *BODY), ("王小红",)),
        (("2024-05-20", "傅小红 杨晓明 张大山 李水生", *BODY), ("傅小红", "杨晓明", "张大山", "李水生")),
        (("来源：山里日报", "江山", "2024年05月20日", *BODY), ()),
        # Offices of media in the counties are no people, and who took the picture need not have written.
        (("本报记者 王小红 共享联盟·龙泉 林静", *BODY), ("王小红", "林静")),
        ((*BODY, "山里传媒记者王 超 摄"), ()),
    ],
)
def test_reporters_are_named_beside_their_medium_and_buttons_are_nobody(
    lines: tuple[str, ...], reporters: tuple[str, ...]
) -> None:
    assert clean(Page("p", "\n".join((TITLE, *lines)), "utf-8", "")).reporters == reporters


def test_the_author_between_headline_and_date_hides_no_headline() -> None:
    title = "茶乡的新路子"
    for between in (("王小红",), ("王小红 李山",), ("江山",)):
        found = clean(Page("p", "\n".join((title, *between, "2024-05-20", *BODY)), "utf-8", ""))
        assert found.title == title


def test_what_a_picture_is_said_to_show_is_kept_as_a_caption_without_a_credit() -> None:
    said = "七月的竹乡，工人在车间里打磨竹杯。"
    page = Page("p", "\n".join((TITLE, "2024-05-20 08:00", BODY[0], said, BODY[1])), "utf-8", "")
    low = page.text.index(said)
    hinted = clean(page._replace(hints=(LineHint(low, low + len(said), "img"),)))
    assert [(one.role, one.text) for one in paragraphs(hinted) if one.text == said] == [(Role.CAPTION, said)]


@pytest.mark.parametrize("host", ["www.sohu.com", "user@www.sohu.com:8080"])
def test_the_address_names_the_site_of_a_portal(host: str) -> None:
    page = Page("p", "\n".join((TITLE, "2024-05-20", *BODY)), "utf-8", "", url=f"https://{host}/a/1")
    assert clean(page).site == "搜狐"


@pytest.mark.parametrize("url", ["http://[", "http://[::1", "http://", "//", "http://]/a", "file:///a"])
def test_an_address_that_is_none_names_no_site(url: str) -> None:
    page = Page("p", "\n".join((TITLE, "2024-05-20", *BODY)), "utf-8", "", url=url)
    assert clean(page).site is None


def test_what_is_declared_counts_only_where_nothing_is_printed() -> None:
    printed = cleaned(TITLE, "2024-05-20 来源：山里日报", source="来源：外地日报", published="2024-05-21")
    assert (printed.source, printed.published and printed.published.iso) == ("山里日报", "2024-05-20")
    silent = cleaned(TITLE, source="来源：外地日报", published="2024-05-21", site="外地网")
    assert (silent.source, silent.site) == ("外地日报", "外地网")
    assert silent.published is not None
    assert (silent.published.iso, silent.published.how) == ("2024-05-21", "markup")


@pytest.mark.parametrize(
    ("lines", "declared", "iso"),
    [
        (("2024", "05/20", "19:02"), None, "2024-05-20"),
        (("2024 05/20 22:27:02",), None, "2024-05-20"),
        (("05-20 12:00",), "2024-05-20", "2024-05-20"),
        (("05-20 12:00",), "2024-06-01", "--05-20"),
        (("更新时间 2024年5月20日, 格林尼治标准时间10:41",), None, "2024-05-20"),
        ((), "2024-05-20T22:30:00.000Z", "2024-05-21"),
        ((), "2024-05-20T02:30:00.000Z", "2024-05-20"),
        (("发布时间：24-05-2023:16",), None, "2024-05-20"),
        (("24-05-20 23:16",), None, "2024-05-20"),
    ],
)
def test_dates_are_put_together(lines: tuple[str, ...], declared: str | None, iso: str) -> None:
    found = cleaned(TITLE, *lines, **({"published": declared} if declared else {})).published
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize(
    ("below", "iso"),
    [
        (("发布日期：2024-05-20 责任编辑：龙慧",), "2024-05-20"),
        (("竹业  订单", "所属分类：产业", "时间：2024-05-20 17:08"), "2024-05-20"),
        # The dates of other articles and of comments are not the page's.
        (("相关阅读", "竹乡又添新机器", "发布日期：2024-05-20"), None),
        (("网友评论", "发表时间：2024-05-20 17:08"), None),
    ],
)
def test_a_date_below_the_text_counts_where_it_is_labelled_and_above_the_lists(
    below: tuple[str, ...], iso: str | None
) -> None:
    found = clean(Page("p", "\n".join(("首页 > 要闻 > 正文", TITLE, *BODY, *below)), "utf-8", "")).published
    assert (found and found.iso) == iso


@pytest.mark.parametrize(
    "line",
    [
        "《山里日报》（2024年05月20日 03版）",
        "（本文来源：山里日报 作者：县经济研究中心研究员、副主任 王小红）",
        "功能介绍 与您一起关注山里，分享社会新闻、民生和美食！",
        "进入【山里财经股吧】讨论",
        "【免责声明】本文仅代表作者本人观点，与山里网无关。",
        "本文为山里观察网授权山里财经发布，转载请注明出处。本文仅为作者观点，不代表山里网立场。",
        "（山里网编辑 王小红）",
        "反侵权公告：",
        "注意：本站部分文字由网友投稿，如侵权请联系删除，联系邮箱：wenzi@example.com",
        "【山里网讯】",
        "点击进入专题：乡村振兴看竹乡",
        "- 责编：8037",
        "（阅读全部图文内容，您需要先登录！）",
        "（相关资料图）",
        "本文来源：山里时尚 。内部来源 责任编辑：王小红_NB11328",
        "作者：王小红 责任编辑：李山_NG2619",
        "用户名： 密码： 验证码： 会员注册",
        "- A+",
        "建议使用IE8.0以上版本浏览器",
        "“特别声明：以上作品内容为山里网旗下自媒体平台用户上传并发布，本平台仅提供信息存储空间服务。”",
    ],
)
def test_more_forms_of_boilerplate_go(line: str) -> None:
    found = cleaned(TITLE, "2024-05-20 08:00")
    again = clean(Page("p", f"{found.page.text}\n{line}", "utf-8", ""))
    assert [paragraph.text for paragraph in paragraphs(again)] == list(BODY)


@pytest.mark.parametrize(
    "line",
    [
        "《山里日报》2024年5月20日报道了这件事，老陈一下子成了名人。",
        "功能介绍之外，展厅里还摆着三代竹杯。",
        "本文来源于一次偶然的走访。",
        "出门没有信号时，建议使用地图的离线包，因为它不必打开浏览器就能看到每一条山路。",
        "（山里网编辑部供图）",
        "县里发布侵权公告，三家仿冒竹杯的作坊受到处罚。",
        "用户名和密码由县里统一发放，老陈一学就会。",
        "查看订单要先登录平台，老陈请儿子帮忙，三天就学会了。",
        "【竹乡来讯】老陈的竹杯卖到了海外。",
    ],
)
def test_sentences_with_the_same_words_stay(line: str) -> None:
    assert find(narrow(line), "any") is None


def test_a_paragraph_printed_twice_is_kept_once_and_a_question_each_time() -> None:
    question = "竹子还能卖多久？"
    text = "\n".join((TITLE, "2024-05-20 08:00", question, BODY[0], question, BODY[1], BODY[0], "完。"))
    found = clean(Page("p", text, "utf-8", ""))
    assert [p.text for p in paragraphs(found)] == [question, BODY[0], question, BODY[1], "完。"]


def test_a_journal_is_the_source_of_what_it_printed() -> None:
    article = cleaned(TITLE, "2021-04-09 09:05", "山里经济 2021年第2期", "关键词：竹业 机器")
    assert article.source == "山里经济"
    assert [one.text for one in paragraphs(article)] == list(BODY)


def test_a_newspaper_named_with_its_day_below_the_headline_is_the_source() -> None:
    article = cleaned(TITLE, "山里晚报     2020年11月05日")
    assert article.source == "山里晚报"
    assert cleaned("山里晚报     2020年11月05日", TITLE).source != TITLE


@pytest.mark.parametrize(
    "line",
    ["发布于：2015-01-14 共9016字", "核心提示：发表于: 2020年07月10日 22时54分33秒"],
)
def test_when_it_was_posted_and_how_long_it_is_are_no_text(line: str) -> None:
    assert [one.text for one in paragraphs(cleaned(TITLE, line))] == list(BODY)


def test_a_lead_that_tells_a_day_stays_text() -> None:
    lead = "这份报告发布于2015年1月14日，共9016字，用四成篇幅写了竹业的账本和工人的去向。"
    assert lead in [one.text for one in paragraphs(cleaned(TITLE, "2015-02-01 08:00", lead))]


def test_a_mark_of_original_work_names_no_site() -> None:
    assert cleaned(TITLE, "©原创 2020-10-21 08:15 作者:武山泉 0").site is None


def test_a_picture_under_the_headline_keeps_its_caption() -> None:
    article = cleaned("2025年05月26日", TITLE, "山里竹业座谈会现场（采访对象提供）", "记者 王小山 文/摄")
    assert next(one.role for one in paragraphs(article)) is Role.CAPTION
    figures = "全县竹业产值同比增长百分之十二，出口增长近两成，就业稳中有升（数据由县统计局提供）"
    assert Role.CAPTION not in [one.role for one in paragraphs(cleaned(TITLE, *BODY, figures))]
