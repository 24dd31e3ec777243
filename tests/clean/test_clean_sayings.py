"""What sites, boards and papers put around an article in words that other pages do not have, and what reads alike."""

from __future__ import annotations

import pytest

from shanqu.clean import clean, paragraphs
from shanqu.model import Article, Page

TITLE = "溪口镇竹编产业带动千户增收"
FIELDS = "2023-05-01 来源：溪口日报"
BODY = (
    "近日，记者走进溪口镇的竹编车间，三十多名工人正在赶制一批出口的竹篮订单，车间里一片忙碌。",
    "据介绍，该镇今年前三季度竹编产值达到一亿二千万元，同比增长百分之十五，带动周边一千余户村民增收。",
    "下一步，该镇将继续扩大竹编基地规模，引进自动化设备，力争明年产值突破两亿元。",
)
BELOW = ("责任编辑：张山", "上一篇：溪口镇召开工作会议")


def cleaned(*lines: str) -> Article:
    return clean(Page(path="p", text="\n".join(lines), encoding="utf-8", sha256=""))


def kept(article: Article) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(article)]


@pytest.mark.parametrize(
    "said",
    [
        "溪口网所有自采新闻（含图片）",
        "独家授权溪口网发布，未经允许不得转载或镜像。",
        "本报所有原创稿件，未经书面授权严禁任何媒体转载。",
        "刊用本网站稿件，务经书面授权。",
        "我们致力于保护作者版权，部分作品来自互联网，如涉及侵权，请直接联系我们。",
        "更多乡村产业的精彩内容，请持续关注本栏目的后续报道。",
        "想看更多本地资讯，就来下载溪口客户端吧，每天都有新鲜事。",
        "本栏目欢迎各乡镇通讯员提供新闻线索，一经采用将给予奖励。",
        "本平台汇聚全国三千家产业园区信息，为企业提供免费选址、政策申报等一站式服务。",
        "溪口新闻网是经国务院新闻办公室批准的地方重点新闻网站，由溪口日报社主办。",
        "楼主说得太好了，我们村也想发展竹编产业，支持一下！",
        "沙发！家乡变化真大，为溪口点赞。",
        "溪口在线版权与信息内容使用的声明：",
        "想发布招商信息？",
        "1回复贴，共1页",
        "IP属地:浙江1楼2017-04-01 14:18回复",
    ],
)
def test_what_a_site_says_below_the_text_is_none_of_it(said: str) -> None:
    assert kept(cleaned(TITLE, FIELDS, *BODY, said, *BELOW)) == list(BODY)


@pytest.mark.parametrize(
    "told",
    [
        "县法院认为，未经著作权人许可不得复制其作品，该企业应当赔偿损失。",
        "“如果大家想了解更多竹编手艺，欢迎来我们车间看看。”李小山说。",
        "该平台汇聚全国三千家企业信息，为竹编企业提供免费选址和政策申报服务。",
        "条例规定，未经批准不得占用耕地建设厂房。",
        "村里的楼主大多在外经商，沿街的楼房租给了竹编厂。",
    ],
)
def test_a_report_of_rights_and_platforms_is_kept(told: str) -> None:
    assert kept(cleaned(TITLE, FIELDS, *BODY, told, *BELOW)) == [*BODY, told]


@pytest.mark.parametrize(
    "above",
    [
        "发布时间 2023-05-01 浏览 1208 次",
        "作者 张山",
        "溪口发布 2023-05-01 发表于浙江",
        "新闻资讯 NEWS",
        "溪口竹编有限公司 点击量：862",
        "●撰文/张山 供图/溪口县农业农村局",
        '<image>data:image/s3,"s3://some-images/1/2.png" alt=""</image>',
        "![](data:image/png;base64,AAAA)",
    ],
)
def test_fields_and_pictures_under_the_headline_are_none_of_the_text(above: str) -> None:
    found = cleaned(TITLE, above, *BODY)
    assert found.title == TITLE
    assert kept(found) == list(BODY)


@pytest.mark.parametrize(
    "bar",
    [
        "3 上一篇  下一篇 4 放大 缩小 默认",
        "上一版  下一版  放大 缩小",
        "食用菌 羊肚菌 香菇 天麻 四川 野生食用菌 北京",
        "溪口竹编吧 关注:24贴子:68",
    ],
)
def test_a_bar_above_the_headline_is_no_headline(bar: str) -> None:
    assert cleaned(bar, TITLE, *BODY).title == TITLE


def test_the_name_of_the_window_gives_way_to_a_short_headline() -> None:
    found = cleaned(
        "竹编赶订单-溪口新闻网", "溪口新闻网 > 乡镇 > 正文", FIELDS, "竹编赶订单", "字体：", *BODY
    )
    assert found.title == "竹编赶订单"


def test_the_time_in_the_headline_of_a_notice_makes_it_no_line_of_fields() -> None:
    title = "关于公开征求《山里县竹编园区认定标准》意见的公示（截止日期：2023年6月6日）"
    found = cleaned("政务公开", title, "信息来源：县经信局发布日期：2023-05-23 分享：", *BODY)
    assert found.title is not None
    assert found.title.startswith("关于公开征求")


def test_an_abstract_that_runs_the_lines_below_together_goes() -> None:
    abstract = f"核心提示：原标题：{TITLE}{BODY[0][:24]}"
    assert kept(cleaned(TITLE, FIELDS, abstract, f"原标题：{TITLE}", *BODY)) == list(BODY)


def test_an_abstract_that_says_something_else_stays() -> None:
    abstract = f"核心提示：{TITLE}的背后，是镇里三年来办起的六所竹编学校。"
    assert abstract in kept(cleaned(TITLE, FIELDS, abstract, *BODY))


def test_the_phone_and_the_signature_below_a_long_notice_are_a_part_of_it() -> None:
    notice = (
        "根据省农业农村厅《关于申报竹编产业试点县的通知》要求，我市坚持实事求是原则，严格标准程序，经县市区自愿申报、专家评审，"
        "拟推荐山里县、河口县为试点县，现予以公示，公示期为五个工作日。公示期内，如有异议，请以实名方式向市农业农村局反映。"
    )
    signed = ("联系电话：0570-4225390", "溪口市农业农村局", "2023年1月9日")
    found = cleaned("关于推荐竹编产业试点县的公示", notice, *signed, "扫一扫在手机打开当前页")
    assert kept(found) == [notice, *signed]
