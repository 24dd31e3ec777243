"""Calls, offers and notes that are worded like prose, and prose that is worded like them."""

from __future__ import annotations

import pytest

from shanqu.clean import clean, paragraphs
from shanqu.model import Article, Page

TITLE = "云岭县：小阀门做成大产业"
FIELDS = "2024-05-10 来源：云岭新闻网"
BODY = (
    "今年以来，云岭县把机械装备作为第一主导产业，规上企业达到八十六家，产值同比增长百分之九。",
    "走进城北工业园的精密车间，机械臂有序起落。“订单已经排到明年三月。”企业负责人林小平说。",
    "为帮助企业扩产，县里成立了服务专班，从拿地到开工只用了四十一天，解决问题二百余个。",
    "下一步，云岭县将继续围绕强链补链做文章，力争到明年年底产业规模突破一百五十亿元。",
)


def cleaned(*lines: str) -> Article:
    return clean(Page(path="p", text="\n".join(lines), encoding="utf-8", sha256=""))


def kept(article: Article) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(article)]


@pytest.mark.parametrize(
    "said",
    [
        "觉得不错，请点个“在看”支持一下吧！",
        "动动手指，点亮右下角的“在看”，让更多人看到云岭。",
        "戳“阅读原文”，查看完整榜单。",
        "下载“云岭日报”客户端，随时随地看新闻。",
        "欢迎在评论区留言分享。",
        "各位网友，您对此有何看法？请在下方留言。",
        "如有投稿需求，请将稿件发送至邮箱tg@example.com，一经采用将有专人与您联系。",
        "现面向全国招募城市合伙人，详情请咨询客服。",
        "本摘要由AI自动生成，仅供参考，请以原文为准。",
        "数据来源于公开披露，由AI算法生成，不构成投资建议。",
        "更多本行业研究分析详见某某研究院《2024年阀门行业市场前瞻与投资战略规划分析报告》。",
        "以上数据来源于《阀门行业发展前景预测报告》，同时研究院还提供产业大数据、产业规划等解决方案。",
        "在招股说明书、公司年度报告等任何公开信息披露中引用本篇文章内容，需要获取某某研究院的授权。",
        "如需了解园区详情或实地考察，欢迎致电。",
        "有厂房需求的企业可直接联系招商顾问王经理。",
        "关于我们：某某之家成立于二〇一二年，专注于工业地产招商服务，拥有近十万家企业资源。",
        "作者系云岭学院经济管理系教授。",
        "本文原载《山区经济》2021年第8期，有删节。",
        "本文系省社科基金项目“山区县产业转型研究”阶段性成果。",
        "李小红，云岭大学经济学院博士生。",
        "未完待续",
    ],
)
def test_calls_offers_and_notes_below_a_text_or_in_it_are_none_of_it(said: str) -> None:
    assert kept(cleaned(TITLE, FIELDS, *BODY, said)) == list(BODY)
    assert kept(cleaned(TITLE, FIELDS, *BODY[:2], said, *BODY[2:])) == list(BODY)


@pytest.mark.parametrize(
    "told",
    [
        "更多做法详见《云岭县工业发展三年行动方案》，全县将据此推进。",
        "此次数据来源于《云岭县工业经济发展报告》，涵盖八十六家规上企业。",
        "据某某研究院《2023年阀门行业市场报告》，全球市场规模达到八百亿美元。",
        "对于评论区的留言，园区安排专人逐条回复。",
        "园区负责人请大家在下方签名墙上留言，写下对企业的祝福。",
        "小县也能做成大产业，你觉得呢？欢迎在评论区留言讨论。",
        "企业还用大模型生成设计图，效率提高了三倍。",
        "有厂房需求的企业可直接联系园区管委会，三天内给出选址方案。",
        "中国阀门网是当地企业自己办的网站，每年带来订单上亿元。",
        "李明，36岁，云岭学院毕业生，现在是厂里的技术主管。",
        "陈一鸣，云岭大学教授，从事流体研究三十年。",
        "作者是山里长大的孩子，写的都是身边的事。",
        "县里面向全国招募城市合伙人，吸引了一百二十多人报名。",
        "喜欢云岭的朋友越来越多，去年接待游客三百万人次。",
        "公司下载“云岭办”客户端办理，十分钟拿到执照。",
    ],
)
def test_prose_that_is_worded_like_them_stays(told: str) -> None:
    assert told in kept(cleaned(TITLE, FIELDS, *BODY, told))
    assert told in kept(cleaned(TITLE, FIELDS, *BODY[:2], told, *BODY[2:]))


@pytest.mark.parametrize(
    "left", ["图片1", "IP属地：浙江", "←左右滑动→", "左右滑动查看更多", "AI摘要", "智能总结", "Modified on"]
)
def test_what_an_editor_left_between_paragraphs_is_no_subhead(left: str) -> None:
    assert kept(cleaned(TITLE, FIELDS, *BODY[:2], left, *BODY[2:])) == list(BODY)


@pytest.mark.parametrize(
    "label",
    ["文档介绍", "以下为文档正文", "广告 × 关闭", "某某阀门(600000) 12.35 +2.35%", "资金流 研报 股吧"],
)
def test_labels_of_document_and_stock_pages_above_a_text_are_none_of_it(label: str) -> None:
    assert kept(cleaned(TITLE, label, *BODY)) == list(BODY)


@pytest.mark.parametrize(
    "subhead", ["智能制造提速", "智能解读难题", "行情回暖", "图片背后的故事", "广告变故事"]
)
def test_subheads_with_words_of_labels_stay(subhead: str) -> None:
    assert subhead in kept(cleaned(TITLE, FIELDS, *BODY[:2], subhead, *BODY[2:]))


@pytest.mark.parametrize(
    "begun",
    [
        "为了让更多企业关注数字化改造，县里组织了三批考察团，先后到邻近几个市县学习，"
        "并请来软件公司的工程师驻厂，逐台设备算账，把每条产线的投入和",
        "从来源看，订单六成来自海外，四成来自国内，园区把客户登录的平台统一起来，"
        "让中小企业共享，目前已有三十七家企业接入，累计交易",
    ],
)
def test_a_paragraph_at_which_a_page_was_cut_stays_though_it_holds_words_of_a_call(begun: str) -> None:
    assert kept(cleaned(TITLE, FIELDS, *BODY, begun)) == [*BODY, begun]


def test_a_short_call_at_the_end_of_a_page_is_no_paragraph_that_was_cut() -> None:
    assert kept(cleaned(TITLE, FIELDS, *BODY, "更多精彩，关注云岭发布")) == list(BODY)
