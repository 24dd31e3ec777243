"""The line that says where on the site the page is parts what the site tells of itself from the article."""

from __future__ import annotations

from shanqu.clean import clean, paragraphs
from shanqu.model import Article, Page

MENU = "首 页 | 政策法规 | 理论研究 | 工作动态 | 地名文化"
ABOUT = (
    "山里省地名学会是由从事地名理论研究和实务工作的专家学者、企事业单位和爱好者自愿结成的学术团体，"
    "主要业务是理论研究、学术交流、业务培训和咨询服务，接受委托开展论证和评估。"
)
TITLE = "从小城镇到小城市：竹港的三十年"
BODY = (
    "竹港是特大镇的代表，三十年前还是五个渔村，如今已经有四十万人口，工业总产值超过三百亿元，印刷和纺织是两大支柱。",
    "撤镇设市以后，竹港的机构没有增加，办事的窗口却从六个变成了一个，企业开办的时间从十天缩短到一天。",
)
VERSE = (
    "在辽阔的山里",
    "散落着二十六个县城",
    "它们各有绝技",
    "有的一年",
    "做出三亿支铅笔",
    "有的把竹子",
    "卖到了四十个国家",
    "还有的靠一片叶子",
    "让三万人增收",
    "绿水青山",
    "真的换来了金山银山",
)


def cleaned(*lines: str) -> Article:
    return clean(Page("p", "\n".join(lines), "utf-8", ""))


def kept(*lines: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(cleaned(*lines))]


def test_what_a_site_tells_of_itself_above_its_crumbs_is_no_text() -> None:
    page = (MENU, "学会简介", ABOUT, "地名查询", "所在位置：理论研究", TITLE, *BODY)
    assert kept(*page) == [*BODY]
    assert cleaned(*page).title == TITLE


def test_an_article_above_the_crumbs_of_a_footer_stays() -> None:
    page = (
        TITLE,
        "2024-05-20 08:00 来源：山里网",
        *BODY,
        *BODY[:1],
        "当前位置：首页 > 新闻",
        "相关服务热线请见公示栏。",
    )
    assert BODY[0] in kept(*page)
    assert BODY[1] in kept(*page)


def test_verse_begins_right_below_the_crumbs() -> None:
    page = ("返回", "顶部", "首页 > 热点 > 正文", "了不起的“县”", *VERSE)
    assert kept(*page) == [*VERSE]
    assert cleaned(*page).title == "了不起的“县”"


def test_the_headline_stands_below_the_crumbs_and_a_menu_above_them() -> None:
    page = (
        "县长信箱",
        "我要写信 信件查询 来信须知 统计分析",
        "当前位置：首页>>互动交流>>县长信箱>>信件详情",
        "关于咨询竹溪县创业补贴申请条件的来信",
        "来信时间",
        "2024-03-11 09:12",
        "来信内容",
        "您好！我是竹溪县人，在外地打工八年，今年准备回乡办一家竹制品厂，想咨询创业补贴的申请条件和信件办理时间。",
    )
    assert cleaned(*page).title == "关于咨询竹溪县创业补贴申请条件的来信"


def test_the_window_title_above_the_crumbs_is_taken_where_nothing_below_them_is_better() -> None:
    page = (TITLE, "当前位置：首页 > 新闻中心", "2024-05-20 08:00 来源：山里网", *BODY)
    assert cleaned(*page).title == TITLE
    assert kept(*page) == [*BODY]


def test_a_headline_stands_below_its_kicker_and_the_newspapers_fields() -> None:
    page = (
        "2022年03月10日",
        "上一期 下一期",
        "第一版：要闻",
        "2022年03月10日",
        "历史性一刻",
        "竹溪经济开发区获批成立",
        "本报讯(记者 陈梅生)日前，经省政府批复，竹溪经济开发区正式成立，填补了竹溪县没有省级经济开发区的空白。",
        *BODY,
    )
    assert cleaned(*page).title == "竹溪经济开发区获批成立"


def test_the_name_of_a_newspapers_page_is_no_headline() -> None:
    page = (
        "主办单位：山里企业报",
        "第17版            产业招商",
        "2017年9月11日 星期一    返回版面目录",
        "竹溪机床为古镇插上新标杆",
        "来源：山里企业报  作者：陈梅生",
        "竹溪机床小镇按照宜业、宜居、宜游的理念建设，机床企业从二十家增加到六十家，成了古镇的新标杆。",
        *BODY,
    )
    assert cleaned(*page).title == "竹溪机床为古镇插上新标杆"


def test_a_field_with_a_date_before_the_name_of_a_document_is_no_headline() -> None:
    page = (
        "首页 > 信息公开 > 信息浏览",
        "索引号: 003129/2019-00336 组配分类: 规范性文件发布",
        "发文日期: 2019-01-23 生效时间: 2019-01-23",
        "废止时间: 2020-01-23 名称: 竹溪县人民政府关于印发《竹溪县工作规则》的通知、说明和附录",
        "浏览次数: 590 内容概述:",
        "竹溪县人民政府关于印发《竹溪县工作规则》的通知",
        "各乡、镇人民政府，县政府各部门：",
        "《竹溪县工作规则》已经县政府第三次全体会议通过，现予印发，请遵照执行，原有规则同时废止。",
        "工作的准则是执政为民、依法行政、实事求是、民主公开、务实清廉，各部门要结合本县实际认真落实。",
    )
    assert cleaned(*page).title == "竹溪县人民政府关于印发《竹溪县工作规则》的通知"


def test_a_line_of_fields_may_begin_with_the_address_of_the_site_and_end_with_buttons() -> None:
    page = (
        "山里在线 -- 竹溪支站",
        "乡镇巡礼：",
        "梅山镇  竹港镇 青岭镇 松口乡",
        "您的当前位置：首页 > 专题频道 > 竹溪非遗名录",
        "竹溪县级非遗名录：竹编传统技艺",
        "http://www.zhuxi.example  竹溪新闻网     2013年8月23日 17:44     放大 正常 缩小 打印",
        "竹溪的竹编技艺已经有六百多年的历史，分为粗编和细编两种，产品有竹篮、竹席、竹箱和竹椅，远销各地。",
        *BODY,
    )
    article = cleaned(*page)
    assert article.title == "竹溪县级非遗名录：竹编传统技艺"
    assert article.published is not None
    assert article.published.iso == "2013-08-23"
