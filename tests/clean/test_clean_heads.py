"""What stands between headline and text, and what is taken from there: kickers, names, columns, accounts."""

from __future__ import annotations

import pytest

from shanqu.clean import clean, paragraphs
from shanqu.clean.names import bare_names
from shanqu.model import Article, Declared, Page

BODY = (
    "今年以来，县里新开工项目二十个，完成投资十二亿元，园区里的机器一直没有停下，订单排到了年底。",
    "走进老陈的车间，十几名工人正在打磨竹杯，一天能出两千只，全部销往沿海的茶楼和民宿。",
    "为了让竹子卖出好价钱，乡里请来了大学的老师，建起三座加工厂，又办了两期培训班。",
)
TITLE = "竹山里的新机器，老陈的新订单"


def cleaned(*lines: str, heading: str | None = None, **declared: str) -> Article:
    page = Page("p", "\n".join(lines), "utf-8", "", title_hint=heading)
    return clean(page._replace(declared=Declared(heading, **declared)))


def kept(article: Article) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(article)]


def test_a_first_paragraph_above_a_short_subhead_is_no_kicker() -> None:
    found = cleaned(
        "2022年04月21日 放大 缩小 默认 朗读",
        "竹山新貌",
        "茶香漫山坳 共富有奔头",
        "本报记者 钱小艺 通讯员 项东",
        BODY[0],
        "市场热了",
        *BODY[1:],
    )
    assert kept(found) == [BODY[0], "市场热了", *BODY[1:]]
    assert (found.title, found.reporters) == ("茶香漫山坳 共富有奔头", ("钱小艺",))


@pytest.mark.parametrize(
    "word",
    ["关注", "全文", "时政", "江西", "安徽", "文旅", "高新", "党建", "解读", "项目", "花絮", "车市", "石化"],
)
def test_a_button_a_column_or_a_province_alone_is_nobody(word: str) -> None:
    assert bare_names(word) == ()
    assert cleaned(TITLE, "2024-05-20 08:00", word, *BODY).reporters == ()


@pytest.mark.parametrize("name", ["关锐", "高文旅", "江山月", "文海", "安小石", "解晓东"])
def test_a_name_that_begins_like_such_a_word_stays_one(name: str) -> None:
    assert bare_names(name) == (name,)


@pytest.mark.parametrize(
    ("heading", "site"),
    [
        (f"{TITLE}_竹乡要闻_竹乡县人民政府", "竹乡县人民政府"),
        (f"{TITLE}_竹乡动态_竹乡县农业农村局", "竹乡县农业农村局"),
        (f"{TITLE}_山里号·政务_山里新闻", "山里新闻"),
        (f"{TITLE}_山里财经_山里网", "山里财经"),
        (f"中华竹业网:{TITLE}", "中华竹业网"),
        (f"中华竹业网：{TITLE}", "中华竹业网"),
        (f"老陈的话:{TITLE}", None),
    ],
)
def test_the_window_names_the_site(heading: str, site: str | None) -> None:
    assert cleaned(TITLE, "2024-05-20 08:00", *BODY, heading=heading).site == site


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("2022-06-24 所属栏目：县域经济", "县域经济"),
        ("栏目：园区动态 发布时间：2022-06-24", "园区动态"),
        ("发布日期：2022-06-24 频道：[产业观察]", "产业观察"),
        ("2022-06-24 分类：园区 阅读：31", "园区"),
        ("2022-06-24 分类：", None),
        ("2022-06-24 主题分类：农业、林业、水利", None),
    ],
)
def test_a_field_names_the_column(line: str, column: str | None) -> None:
    assert cleaned(TITLE, line, *BODY).column == column


def test_crumbs_go_before_a_field_and_a_field_before_the_head_of_the_page() -> None:
    line = "2022-06-24 所属栏目：县域经济"
    assert cleaned("首页 > 产业 > 正文", TITLE, line, *BODY).column == "产业"
    assert cleaned(TITLE, line, *BODY, column="要闻").column == "县域经济"


def test_home_is_no_column_however_it_is_written() -> None:
    assert cleaned("首頁(yè) > 正文", TITLE, "2022-06-24", *BODY).column is None


@pytest.mark.parametrize(
    ("lines", "source"),
    [
        (("2022-07-25今日缙云阅读 1032",), "今日缙云"),
        (("2022-07-25 08:00 山里日报 浏览 31",), "山里日报"),
        (("2020", "07/08", "16:37", "山里来信", "企鹅号", "分享"), "山里来信"),
        (("山里来信", "官方账号", "2020-07-08 16:37"), "山里来信"),
        (("2022-07-25今日关注阅读 1032",), None),
        (("2022-07-25 阅读 1032",), None),
    ],
)
def test_the_account_beside_the_date_is_the_source(lines: tuple[str, ...], source: str | None) -> None:
    assert cleaned(TITLE, *lines, *BODY).source == source


@pytest.mark.parametrize(
    "line", ["相关热词搜索：开发区 亩均", "相关标签：竹业", "转播到腾讯微博", "向上滑动看下一个"]
)
def test_buttons_and_tags_below_the_text_are_dropped(line: str) -> None:
    assert kept(cleaned(TITLE, "2024-05-20 08:00", *BODY, line)) == [*BODY]


@pytest.mark.parametrize(
    ("opening", "dateline", "reporters"),
    [
        ("山里社竹乡10月11日电（记者 王小明）", "山里社竹乡10月11日电", ("王小明",)),
        ("臺海網10月11日訊 (通訊員 郭小明 記者 焦修文)", "臺海網10月11日訊", ("焦修文",)),
        ("本报记者 张小辉 文/摄 ", None, ("张小辉",)),
        ("记者 张小辉 王小明 文/图 ", None, ("张小辉", "王小明")),
        ("记者 张小辉说，", None, ()),
    ],
)
def test_the_first_paragraph_opens_with_dateline_and_reporters(
    opening: str, dateline: str | None, reporters: tuple[str, ...]
) -> None:
    found = cleaned(TITLE, "2024-05-20 08:00", opening + BODY[0], *BODY[1:])
    assert (found.dateline, found.reporters) == (dateline, reporters)


def test_a_headline_can_stand_behind_the_dateline() -> None:
    line = "山里社竹乡2月12日电 题：山乡巨变——来自竹乡一线的报告"
    found = cleaned("2019年2月12日", line, "山里社记者李小银、黄小权", *BODY)
    assert (found.title, found.dateline) == (line, "山里社竹乡2月12日电")
    assert found.reporters == ("李小银", "黄小权")


def test_an_agency_in_a_traditional_dateline_is_not_the_site() -> None:
    assert cleaned(TITLE, f"新華社長沙7月31日電 {BODY[0]}", *BODY[1:]).site is None


def test_names_alone_above_a_text_without_a_headline_are_its_authors() -> None:
    found = cleaned("罗小榕 许小娅 戴小平", *BODY)
    assert (found.title, found.reporters) == (None, ("罗小榕", "许小娅", "戴小平"))


@pytest.mark.parametrize("line", ["文档简介", "解决方案 成果展示", "山里人家"])
def test_other_words_above_such_a_text_are_nobody(line: str) -> None:
    assert cleaned(line, *BODY).reporters == ()


def test_an_advert_with_an_address_is_no_headline() -> None:
    advert = "治疗最好的药 https://m.example.net/czk/mipso.html"
    found = cleaned("时间:2023/3/12来源:本站原创作者:佚名", advert, *BODY, f"原标题:《{TITLE}》")
    assert (found.title, found.source) == (TITLE, None)


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("以下文章来源于竹乡发布,作者竹乡发布", "竹乡发布"),
        ("以下文章来源于竹乡发布 ，作者王小明", "竹乡发布"),
        ("以下内容来源于竹乡发布", "竹乡发布"),
        ("来源：本站原创", None),
        ("来源：互联网", None),
        ("来源：互联网周报", "互联网周报"),
    ],
)
def test_the_account_from_which_an_article_was_taken_is_its_source(line: str, source: str | None) -> None:
    assert cleaned(TITLE, "2023-03-12", line, *BODY).source == source


@pytest.mark.parametrize(
    ("caption", "credits"),
    [
        ("竹乡风光。张小海摄/山里图片", ("张小海",)),
        ("竹乡风光。 記者張小海攝", ("張小海",)),
        ("竹乡风光。本报记者 张小海 摄", ("张小海",)),
    ],
)
def test_who_took_a_picture_is_named_without_office_and_agency(
    caption: str, credits: tuple[str, ...]
) -> None:
    assert cleaned(TITLE, "2023-03-12", BODY[0], caption, *BODY[1:]).photo_credits == credits


def test_the_day_under_the_seal_dates_a_notice_with_annexes() -> None:
    sealed = ("竹乡县经济和信息化局", "2020年12月31日", "附件1", "竹乡县促进办法", *BODY)
    notice = ("关于印发竹乡县促进办法的通知", "各乡镇人民政府：", *BODY, *sealed)
    assert (found := cleaned(*notice).published) is not None and found.iso == "2020-12-31"
    dated = (notice[0], "发布日期：2021-01-04", *notice[1:])
    assert (found := cleaned(*dated).published) is not None and found.iso == "2021-01-04"


def test_a_day_in_the_text_that_nobody_sealed_dates_nothing() -> None:
    assert cleaned(TITLE, *BODY[:2], "老陈的竹器店开张", "2020年12月31日", BODY[2]).published is None


def test_a_trail_below_the_headline_is_one() -> None:
    trail = "山里新闻网>>融媒·专题>>脱贫攻坚>>竹乡"
    found = cleaned(TITLE, trail, "2020-09-23 08:00", *BODY)
    assert (found.site, found.column) == ("山里新闻网", "竹乡")
    below = cleaned(TITLE, "2020-09-23 08:00", *BODY[:2], "从竹筐>>竹杯>>竹地板", BODY[2])
    assert (below.site, below.column) == (None, None)


@pytest.mark.parametrize(
    ("line", "site"),
    [("竹乡新闻网导航", "竹乡新闻网"), ("总站·山里在线  《山里日报》 新闻热线:0578-8061733", None)],
)
def test_the_first_line_names_the_site_but_not_the_one_above_it(line: str, site: str | None) -> None:
    assert cleaned(line, "首页 > 产业 > 正文", TITLE, "2020-09-23 08:00", *BODY).site == site


def test_a_trail_of_dashes_from_the_home_page_is_taken_apart() -> None:
    assert (
        cleaned("您当前所在位置：首页-机构-经信局-通知公告", TITLE, "2024-05-20", *BODY).column == "通知公告"
    )
    assert cleaned("您当前所在位置：首页 > 山海-协作", TITLE, "2024-05-20", *BODY).column == "山海-协作"


@pytest.mark.parametrize("line", ["下载山里APP首页 / 正文", "山里县政府办 版权所有 技术支持：山里电信"])
def test_buttons_and_who_built_the_site_are_not_its_name(line: str) -> None:
    assert cleaned(line, TITLE, "2024-05-20 08:00", *BODY).site not in ("下载山里APP", "技术支持")


@pytest.mark.parametrize(
    "line",
    [
        "【纠错】 【责任编辑:王小萌】",
        "山里健康网（www.example.net）原创内容，未经授权不得转载，违者必究。内容合作请联系：020-0000000",
        "原创文章，作者：shanli，如若转载，请注明出处：https://www.example.net/2024/08/25/"
        + "%e5%b9%bf" * 20,
    ],
)
def test_what_systems_print_below_the_text_is_dropped(line: str) -> None:
    assert kept(cleaned(TITLE, "2024-05-20 08:00", *BODY, line)) == [*BODY]


def test_a_button_glued_to_the_last_paragraph_is_cut_off() -> None:
    found = cleaned(TITLE, "2024-05-20 08:00", *BODY[:2], BODY[2] + "返回山里，查看更多")
    assert kept(found) == [*BODY]
    told = BODY[2] + "他说，返回家乡的人越来越多"
    assert kept(cleaned(TITLE, "2024-05-20 08:00", *BODY[:2], told)) == [*BODY[:2], told]


def test_a_source_ends_before_the_button_that_is_glued_to_it() -> None:
    assert cleaned(TITLE, "2019年05月17日 10:44　来源:山里日报参与评论", *BODY).source == "山里日报"


def test_the_date_of_the_markup_stands_for_an_age() -> None:
    found = cleaned(TITLE, "山里来信", "3 年前", *BODY, published="2023-04-22T10:00:00+08:00").published
    assert found is not None
    assert (found.text, found.iso) == ("3 年前", "2023-04-22")


_PIECES = ("竹溪县人民政府办公室关于印发", "《竹溪县高山春茶产业发展", "三年行动计划》的通知")
_UNDER = (
    "各乡镇人民政府、县直各单位：",
    "为推动高山春茶产业高质量发展，根据上级有关文件精神，结合我县实际，制定本行动计划，请认真贯彻执行。",
    "到2027年，全县春茶产业总产值达到五十亿元，年均增长百分之十以上，新增规上企业二十家，带动茶农增收。",
)


def test_a_headline_broken_into_lines_is_one_where_the_markup_gives_it_whole() -> None:
    page = Page(
        "p", "\n".join((*_PIECES, *_UNDER)), "utf-8", "", title_hint="".join(_PIECES) + "_竹溪县政府网"
    )
    article = clean(page)
    assert article.title == "".join(_PIECES)
    assert [paragraph.text for paragraph in paragraphs(article)] == [*_UNDER]


def test_the_column_under_a_headline_is_no_part_of_it() -> None:
    page = Page(
        "p",
        "\n".join((_PIECES[2], "政策文件库", *_UNDER)),
        "utf-8",
        "",
        title_hint=f"{_PIECES[2]} - 政策文件库",
    )
    assert clean(page).title == _PIECES[2]


@pytest.mark.parametrize(
    ("opening", "names"),
    [
        ("记者陈梅生报道 ", ("陈梅生",)),
        ("本报记者 陈梅生 李竹报道 ", ("陈梅生", "李竹")),
        ("记者从县里报道 ", ()),
        ("记者陈梅生报道的故事 ", ()),
    ],
)
def test_who_reports_is_named_before_all_else(opening: str, names: tuple[str, ...]) -> None:
    page = Page("p", "\n".join(("竹溪春茶开采", opening + _UNDER[2], _UNDER[1])), "utf-8", "")
    assert clean(page).reporters == names


@pytest.mark.parametrize("button", ["次 字体：【大 中 小】", "全文下载", "word下载", "pdf下载"])
def test_buttons_under_a_headline_are_no_text(button: str) -> None:
    lines = ("竹溪春茶开采", "发布日期：2024-03-02", button, *_UNDER)
    page = Page("p", "\n".join(lines), "utf-8", "")
    assert [paragraph.text for paragraph in paragraphs(clean(page))] == [*_UNDER]


def test_a_sentence_that_begins_like_a_button_stays() -> None:
    said = "全文下载量上个月超过三万次，网站因此加了两台机器。"
    page = Page("p", "\n".join(("竹溪春茶开采", *_UNDER, said)), "utf-8", "")
    assert paragraphs(clean(page))[-1].text == said
