"""Where to write and whom to ring: a part of a notice that asks for answers, and of nothing else."""

from __future__ import annotations

import pytest

from shanqu.clean import clean, paragraphs
from shanqu.model import Article, Page

TITLE = "关于《竹溪乡国土空间总体规划》草案的公示"
OPENING = (
    "为了科学布局生产、生活和生态空间，竹溪县组织编制了《竹溪乡国土空间总体规划》，目前草案已经完成，"
    "现向社会公开征求意见和建议，欢迎各界人士踊跃参与。"
)
HEADED = ("一、公示时间", "2023年5月4日至2023年6月3日，公示期30日。", "二、意见反馈方式")
CALL = "公示期内，任何单位和个人均可通过信件、电话或者电子邮件反馈意见。"
CONTACTS = (
    "邮寄地址：竹溪县梅山路18号三楼规划股",
    "邮政编码：323900",
    "传真：0578-1234567",
    "电子邮箱：zhuxi@example.com",
    "联系人：陈梅生",
    "联系电话：0578-7654321",
)
THANKS = "热忱期待您的积极参与，感谢您提出宝贵意见。"
SIGNED = ("竹溪县自然资源和规划局", "2023年5月4日")
BODY = (
    "今年以来，竹溪县新开工项目二十个，完成投资十二亿元，园区里的机器一直没有停下，订单排到了年底。",
    "走进老陈的车间，十几名工人正在打磨竹杯，一天能出两千只，全部销往沿海的茶楼和民宿。",
)


def cleaned(*lines: str) -> Article:
    return clean(Page("p", "\n".join(lines), "utf-8", ""))


def kept(*lines: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(cleaned(*lines))]


def test_where_to_send_answers_is_a_part_of_the_notice_that_asks_for_them() -> None:
    page = (TITLE, OPENING, *HEADED, CALL, *CONTACTS, THANKS, "扫一扫在手机打开当前页", "立即注册")
    assert kept(*page) == [OPENING, *HEADED, CALL, *CONTACTS, THANKS]


def test_a_signature_ends_what_says_where_to_send_answers() -> None:
    numbered = tuple(f"{at}、{line}" for at, line in enumerate(CONTACTS, 1))
    page = (OPENING, "一、反馈渠道", "竹溪县政府网站公示栏", *numbered, "(请在信封上注明规划意见)", *SIGNED)
    assert kept(*page) == [*page]


def test_what_stands_below_the_signature_is_no_part_of_it() -> None:
    page = (OPENING, *HEADED, CALL, *CONTACTS, *SIGNED, "最近搜索", "热门搜索", "招标预告")
    assert kept(*page) == [OPENING, *HEADED, CALL, *CONTACTS, *SIGNED]


def test_the_same_lines_below_a_report_are_those_of_who_runs_the_site() -> None:
    page = ("竹山里的新机器", "2024-05-20 08:00 来源：山里网", *BODY, *CONTACTS)
    assert kept(*page) == [*BODY]


def test_an_agents_offer_below_a_report_that_speaks_of_opinions_is_an_advert() -> None:
    told = "会上，十几位企业家就园区的用工和物流提出了意见和建议，县里当场答复了其中的九条。"
    page = (
        "竹山里的新机器",
        "2024-05-20 08:00 来源：山里网",
        *BODY,
        told,
        "招商热线：400 0123 456",
        "微信：shanli88",
    )
    assert kept(*page) == [*BODY, told]


@pytest.mark.parametrize("code", ["邮编：323900。", "传真：0578-1234567。"])
def test_a_field_that_ends_like_a_sentence_is_the_entrys(code: str) -> None:
    told = "县人民政府驻梅山街道。全县总面积1600平方公里，辖三个街道、十五个乡镇，人口三十万。"
    page = ("竹溪县", told, code, "区号：0578。", *BODY)
    assert code in kept(*page)


NOTICE = (
    "关于开展竹溪县春茶品鉴活动的通知",
    "各乡镇人民政府：",
    "为了推介高山春茶，竹溪县决定于三月下旬举办品鉴活动，请各乡镇认真组织，按时把名单交到县农业农村局。",
)
HOSTS = (
    "主办单位：竹溪县农业农村局",
    "承办单位：竹溪县茶业协会、梅山茶场",
    "协办单位：竹溪县融媒体中心",
)
REACHED = ("联系人：陈梅生", "联系电话：0578-7654321", "邮箱：zhuxi@example.com")


def test_who_holds_what_a_notice_speaks_of_is_a_part_of_it() -> None:
    page = (*NOTICE, "一、组织单位", *HOSTS, "二、时间安排", BODY[1])
    assert kept(*page) == [*page[1:]]


def test_who_runs_a_site_is_no_part_of_a_report() -> None:
    page = (
        *NOTICE[::2],
        BODY[0],
        BODY[1],
        "主办：竹溪县人民政府 承办：竹溪县大数据中心",
        "承办单位：竹溪县大数据中心",
    )
    assert kept(*page) == [NOTICE[2], *BODY]


def test_whom_to_ring_stays_above_the_signature_of_a_notice() -> None:
    assert kept(*NOTICE, BODY[0], *REACHED, "竹溪县农业农村局", "2024年3月2日")[-5:][:3] == [*REACHED]


def test_whom_to_ring_below_a_report_stays_with_who_runs_the_site() -> None:
    assert kept(NOTICE[0], BODY[0], BODY[1], *REACHED, "版权所有：竹溪县新闻网", "2024年3月2日") == [*BODY]


def test_whom_to_ring_stays_below_a_heading_that_says_so() -> None:
    headed = ("三、联系方式", "竹溪县茶业协会：0578-7654321", "梅山茶场：0578-7654323")
    assert kept(*NOTICE, *BODY, *headed, *SIGNED) == [*NOTICE[1:], *BODY, *headed, *SIGNED]
    assert kept(*NOTICE, BODY[0], headed[0], *REACHED, BODY[1])[-5:] == [headed[0], *REACHED, BODY[1]]
