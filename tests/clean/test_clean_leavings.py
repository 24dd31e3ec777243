"""What sites leave in and below a text: cut headlines, buttons, second captions; and fields that say less than they seem to."""

from __future__ import annotations

import pytest

from shanqu.clean import clean, paragraphs
from shanqu.ingest.html import flatten
from shanqu.model import Article, Page

TITLE = "竹山里的新机器，老陈的新订单"
STAMP = "2024-05-20 08:00 来源：山里网"
BODY = (
    "今年以来，县里新开工项目二十个，完成投资十二亿元，园区里的机器一直没有停下，订单排到了年底。",
    "走进老陈的车间，十几名工人正在打磨竹杯，一天能出两千只，全部销往沿海的茶楼和民宿。",
)


def cleaned(*lines: str) -> Article:
    return clean(Page("p", "\n".join(lines), "utf-8", ""))


def kept(*lines: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(cleaned(*lines))]


def test_headlines_that_were_cut_below_the_text_are_no_text() -> None:
    below = (
        "省教育厅：春季学期开学师生员工持…",
        "全省举行第四季度重大项目集中开工活动…",
        "普通中小学怎么教？省里出台指导意…",
        "最高2030元，各地上调最低工资标准",
        "去年大事记：多名干部受表彰、…",
        "四家单位入选国家应用试点",
    )
    assert kept(TITLE, STAMP, *BODY, *below) == [*BODY]


def test_sentences_that_trail_off_are_text() -> None:
    told = (
        "那年冬天，雪下得很大……",
        "老陈坐在门口，一句话也不说……",
        "儿子打来电话，说厂里的机器到了……",
        "他终于笑了，说明年还要再添两台，把后山的竹子全都用上。",
    )
    assert kept(TITLE, STAMP, *BODY, *told) == [*BODY, *told]


def test_a_text_may_end_with_lines_that_trail_off() -> None:
    told = ("夜深了，车间的灯还亮着…", "明年的订单又来了…")
    assert kept(TITLE, STAMP, *BODY, *told) == [*BODY, *told]


def test_a_button_that_opens_a_medium_stands_between_paragraphs() -> None:
    button = "打开山里新闻 查看精彩图片"
    assert kept(TITLE, STAMP, BODY[0], button, button, BODY[1], button) == [*BODY]


def test_to_open_a_market_is_no_button() -> None:
    told = "打开海外市场，是老陈去年定下的目标，如今已经有三个国家的客商上门。"
    assert kept(TITLE, STAMP, *BODY, told) == [*BODY, told]


def test_a_long_caption_is_shown_once() -> None:
    caption = "右图：3月28日，村民们正在把称好的一箩筐一箩筐竹笋搬上车，准备销往县内各加工厂及省外各地的市场，今年产销两旺。"
    credit = "记者 陈梅生 通讯员 王竹青 摄"
    assert kept("竹笋丰收", caption, credit, caption, credit).count(caption) == 1


def test_the_same_short_caption_of_two_pictures_stays() -> None:
    caption = "老陈的车间。陈梅生 摄"
    assert (
        kept(TITLE, STAMP, BODY[0], caption, BODY[1], caption, BODY[0][:-1] + "，一天也没有停。").count(
            caption
        )
        == 2
    )


def test_the_path_of_a_page_on_another_site_is_no_text() -> None:
    assert kept(TITLE, STAMP, BODY[0], "山里论文网 /7/view-3083670.htm", BODY[1]) == [*BODY]


def test_whose_words_a_quotation_was_closes_a_text() -> None:
    told = "种了四十年竹子，头一回见着有人用手机卖竹笋，还卖到了新疆。"
    page = (TITLE, STAMP, *BODY, told, "——梅山街道竹农 陈樟木", "整理 | 卢晓燕", "转载请注明出处")
    assert kept(*page) == [*BODY, told, "——梅山街道竹农 陈樟木"]


@pytest.mark.parametrize(
    ("line", "source", "reporters"),
    [
        ("来自：山里日报 作者：山里要闻 访问量：1251", "山里日报", ()),
        ("来自：山里日报 作者：陈新闻 访问量：1251", "山里日报", ("陈新闻",)),
    ],
)
def test_a_page_may_say_from_whom_it_has_an_article_and_name_a_column_for_its_author(
    line: str, source: str, reporters: tuple[str, ...]
) -> None:
    article = cleaned(TITLE, line, *BODY)
    assert article.source == source
    assert article.reporters == reporters


@pytest.mark.parametrize("label", ["成立日期", "出生日期", "注册时间"])
def test_the_day_on_which_something_was_founded_does_not_date_the_page(label: str) -> None:
    page = ("竹溪竹业有限公司", label, "2016-05-06", "经营范围", *BODY)
    assert cleaned(*page).published is None


def test_a_day_below_the_label_of_a_date_does() -> None:
    published = cleaned(TITLE, "发布日期", "2016-05-06", *BODY).published
    assert published is not None
    assert published.iso == "2016-05-06"


def test_a_reading_is_taken_out_where_the_line_was_broken_in_it_or_before_it() -> None:
    text = (
        "竹溪(xī)縣今年新開工項(xiàng)目二十個(gè),完成投資十二億元,園區(q\nū)里的機(jī)器沒有停下,訂單排到了年底,經濟\n"
        "(jì)發展(zhǎn)勢頭很好,產品全部銷往沿海的茶樓和民宿。"
    )
    shown = "".join(kept(text))
    assert "(" not in shown
    assert "q" not in shown


def page(markup: str) -> Page:
    flat = flatten(markup)
    assert flat is not None
    return Page("p", flat.text, "utf-8", "html", title_hint=flat.title, hints=flat.hints)


CLAUSES = (
    "一波寒流把后山的枫叶染成了红色 一路上雾气沿着山谷慢慢散开",
    "第二次来到竹溪营地 入口的招牌换成了原木 上面还画着猫头鹰",
    "每年十二月这里都是拍照的好地方 园区给爱拍照的人留出了空地",
    "午后从秀峰回到营地 只剩下我们三辆车 雨水把枝头洗得很干净",
    "营地主人说明年要把民宿改成两层木屋 一楼卖咖啡 二楼住客人",
    "第二天睡到很晚才起床 收拾好装备准备下山 又有些舍不得离开",
    "晚餐准备了砂锅鱼头和羊排 大家围着炉火聊到深夜 雨终于停了",
    "土质的营位分成前后两区 前面十二个 后面五个 水电都很方便的",
)


def test_markup_that_names_its_article_holds_one_without_stops() -> None:
    about = "这是老陈一家的天地，喜欢青山和竹海，喜欢悠闲的生活，喜欢大自然的真、善、美，走过很多地方，留下许多回忆和照片。"
    inner = "".join(f"<p>{line}</p>" for line in CLAUSES)
    markup = (
        "<title>竹溪营地赏枫 @ 老陈的家</title><div class='box'><ul><li><a href='/1'>交通教学</a><li><a href='/2'>必吃美食</a></ul>"
        f"<p>{about}</p></div><h2>竹溪营地赏枫</h2><div id='article-content-inner'>{inner}</div>"
    )
    article = clean(page(markup))
    assert "".join(paragraph.text for paragraph in paragraphs(article)) == "".join(CLAUSES)
    assert article.title == "竹溪营地赏枫"


def test_an_entry_is_named_by_its_heading_however_short() -> None:
    markup = (
        "<title>竹溪县_山里百科</title><h1>竹溪县</h1><p>即可领取500朵鲜花</p><div class='main-content'>"
        + "".join(f"<p>{line}</p>" for line in BODY * 2)
        + "</div>"
    )
    assert clean(page(markup)).title == "竹溪县"


def test_nothing_of_an_article_follows_the_heading_of_a_sites_rights() -> None:
    rights = (
        "山里在线版权与信息产品内容销售的声明",
        "1、“山里在线”由竹溪县广播电视台主办，山里在线网络有限公司独家负责网站的市场经营。",
        "2、所有信息内容，任何单位及个人不得摘编、复制或者利用其他方式使用，违者追究责任。",
    )
    assert kept(TITLE, STAMP, *BODY, *rights) == [*BODY]


def test_an_announcement_about_rights_has_a_headline() -> None:
    title = "关于加强竹编图案版权保护的公告"
    article = cleaned("山里网", title, STAMP, *BODY)
    assert article.title == title
    assert [paragraph.text for paragraph in paragraphs(article)] == [*BODY]


def test_a_newspaper_may_be_named_with_day_and_time_below_a_headline() -> None:
    assert cleaned(TITLE, "山里日报 2019-04-08 07:18 大字", *BODY).source == "山里日报"


def test_whose_page_it_is_stands_in_brackets_and_is_no_headline() -> None:
    title = "竹溪县农业农村局关于第38号建议的答复函"
    lines = (
        "政府信息公开",
        "(县农业农村局)",
        "发布机构",
        "县农业农村局",
        "日期",
        "2025-12-16",
        title,
        "浏览：301次 字体：【",
    )
    assert (
        cleaned(
            *lines, "陈梅生等3名代表：", "你们提出的第38号建议已交由竹溪县农业农村局办理，现答复如下。", *BODY
        ).title
        == title
    )


def test_pictures_right_below_a_text_keep_their_captions() -> None:
    shown = (
        "茶农在竹溪县梅山镇一茶园采摘明前茶（陈竹青/摄）",
        "茶农在竹港镇茶场采摘春茶（王梅生/摄）",
        "青岭镇茶园春色（李松口/摄）",
    )
    page = (
        "首页 个人中心",
        "下载APP 下载APP",
        "竹溪茶园春意浓",
        "清明临近，竹溪茶园里的茶农抓住时机上山采茶，处处是一片繁忙景象，全县今年预计产茶八百吨，产值超过三亿元。",
    )
    assert kept(*page, *shown, "Baidu", "map") == [page[-1], *shown]


def test_pictures_under_a_heading_of_others_are_not_shown() -> None:
    below = ("图片新闻", "茶农在竹港镇茶场采摘春茶（王梅生/摄）", "青岭镇茶园春色（李松口/摄）")
    assert kept("首页 > 新闻 > 正文", TITLE, STAMP, *BODY, *below) == [*BODY]


def test_the_number_under_which_a_newspaper_is_licensed_is_no_text() -> None:
    head = "山里日报报刊社 山里日报融媒体集团 出版 国内统一刊号:CN52-0013 代号65-1"
    assert kept(head, *BODY, "陈竹青 摄")[:2] == [*BODY]
