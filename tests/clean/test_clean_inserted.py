"""What collectors and intruders put between words is taken out, marked, and the page is flagged."""

from __future__ import annotations

import pytest

from shanqu.clean import clean, paragraphs
from shanqu.clean.scrambled import is_scrambled
from shanqu.model import Article, Page
from shanqu.text.flags import fit_for_comparison

FILLER = "近年来,当地把生态工业作为富民的根本,引进企业,建设园区,产值连续三年保持两位数增长,带动了群众增收。"


def article(*lines: str, title: str = "山区县的新路子") -> Article:
    text = "\n".join((title, "2020-01-02 来源:山里新闻网", FILLER, *lines, FILLER))
    return clean(Page(path="p", text=text, encoding="utf-8", sha256=""))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "从以上数据可以看出,*365体育滚球_365体育彩票-投注*官网@县科技产业园区建设成效显著,发展很快。",
            "从以上数据可以看出,县科技产业园区建设成效显著,发展很快。",
        ),
        (
            "到2027年澳门2024免费资料大全山区海岛县减至20个以下,各项工作都在推进。",
            "到2027年山区海岛县减至20个以下,各项工作都在推进。",
        ),
        (
            "以乡促城、以工补农的格局初步形成,城包养网乡协调发展的步子更稳了。",
            "以乡促城、以工补农的格局初步形成,城乡协调发展的步子更稳了。",
        ),
    ],
)
def test_spam_inside_a_sentence_is_taken_out_and_the_page_is_not_compared(before: str, after: str) -> None:
    found = article(before)
    assert after in [one.text for one in paragraphs(found)]
    assert "spam-phrase" in found.warnings
    assert not fit_for_comparison(found.warnings)


@pytest.mark.parametrize(
    "line",
    [
        "警方在全县开展专项行动,查处六合彩赌博窝点三处,打击网络博彩和开设赌场的犯罪。",
        "当地发展体育产业,建成澳门街体育公园,举办全国山地自行车比赛,带动了旅游消费。",
        "久久为功抓生态,日本客商来到县里考察精品民宿,对国产设备的质量表示满意。",
        "企业自主研发的综合能源平台上线,亚洲综合交通枢纽的规划也通过了专家评审。",
        "银河体育中心项目开工,总投资三亿元,预计两年后建成,可容纳观众八千人。",
    ],
)
def test_an_article_may_speak_of_such_things(line: str) -> None:
    found = article(line)
    assert line in [one.text for one in paragraphs(found)]
    assert fit_for_comparison(found.warnings)


def test_widgets_markup_and_doubled_stops_go_without_a_flag() -> None:
    found = article(
        '中国小商品城[-0.56% 资金 研报]是<strong id="eu4ak">全国</strong>最大的市场&nbsp;之一,,商户众多,。这里很热闹。'
    )
    assert paragraphs(found)[1].text == "中国小商品城是全国最大的市场 之一,商户众多。这里很热闹。"
    assert found.warnings == ()


def test_comparisons_and_numbers_in_brackets_are_no_markup() -> None:
    line = "指标为a<b且c>d,三[1]号产线的合格率在99.5%以上,<绿色工厂>评价得分全省靠前,A&B公司也在列。"
    assert paragraphs(article(line))[1].text == line


def test_private_characters_and_lost_pictures_go_and_a_lost_letter_stays() -> None:
    found = article(
        "园区\ue003里机器轰鸣,工人们正忙着赶制订单,产品远销海外。\ufffd\ufffd\ufffd\ufffd大家干劲十足,信心更足了。",
        "负责人姓\ufffd,今年四十五岁,他说企业的产值有望比去年增长两成以上,还要再招一百人。",
    )
    assert [one.text for one in paragraphs(found)[1:3]] == [
        "园区里机器轰鸣,工人们正忙着赶制订单,产品远销海外。大家干劲十足,信心更足了。",
        "负责人姓\ufffd,今年四十五岁,他说企业的产值有望比去年增长两成以上,还要再招一百人。",
    ]
    assert "broken-characters" in found.warnings


PROSE = """近年来,当地把生态工业作为富民的根本,引进企业,建设园区,产值连续三年保持两位数增长,带动了群众增收。
走进车间,工人们正在赶制订单,一条条生产线上,零件经过打磨、清洗、组装,变成产品,发往全国各地的市场。
“去年我们投资两千万元改造设备,效率提高了三成。”公司负责人介绍,今年的订单已经排到了年底,工人也增加了五十名。
县里为企业送去政策,帮助解决用地、用工和资金的问题,干部每个月都到厂里来,有什么困难,当场就能协调。
目前,全县规模以上企业达到一百二十家,其中高新技术企业三十一家,工业投资同比增长百分之二十,居全市前列。"""


def test_shuffled_and_spun_texts_are_noticed_and_ordinary_ones_are_not() -> None:
    assert not is_scrambled(PROSE)
    chars = [char for char in PROSE if char > "\u4e00"]
    shuffled = "".join(chars[(index * 89) % len(chars)] for index in range(len(chars)))
    assert is_scrambled(",".join(shuffled[at : at + 12] for at in range(0, len(shuffled), 12)))
    assert is_scrambled((PROSE + "\n这里的人的生活的水平的提高的原因").replace("的", "得") + "得得得")
    assert not is_scrambled("短文,的,的,的。")


def test_a_list_of_names_is_not_taken_for_a_shuffled_text() -> None:
    names = "、".join(
        f"{surname}{given}"
        for surname in "王李张刘陈杨黄赵吴周"
        for given in ("建国", "小红", "志强", "丽华", "明辉")
    )
    assert not is_scrambled(f"获奖名单如下:{names}。以上人员由县人民政府授予劳动模范称号,并颁发证书和奖金。")
