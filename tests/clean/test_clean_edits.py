"""Reversible normalisation, metadata forms and warnings on single lines."""

from __future__ import annotations

import pytest

from shanqu.clean import clean, paragraphs
from shanqu.clean.lines import narrow
from shanqu.clean.names import dateline, people, reporters_inline
from shanqu.model import Article, Page, Role
from shanqu.text.sketches import containment, sketch

FILLER = "近年来,当地把生态工业作为富民的根本,引进企业,建设园区,产值连续三年保持两位数增长,带动了群众增收。"


def article(*lines: str) -> Article:
    text = "\n".join(("山区县的新路子", "2020-01-02 来源:山里新闻网", FILLER, *lines, FILLER))
    return clean(Page(path="p", text=text, encoding="utf-8", sha256=""))


def edited(line: str) -> str:
    return paragraphs(article(line))[1].text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "这是全国蕞大的竹制品生产企业,年产值超过十亿元。",
            "这是全国最大的竹制品生产企业,年产值超过十亿元。",
        ),
        ("这里有全省zui大的香菇市场,每天交易量达百吨。", "这里有全省最大的香菇市场,每天交易量达百吨。"),
        (
            "去年工业增速位列全市头部,今年又提高了两个百分点。",
            "去年工业增速位列全市第一,今年又提高了两个百分点。",
        ),
        (
            "接到诉求后,干部头部时间赶到现场,解决了用电难题。",
            "接到诉求后,干部第一时间赶到现场,解决了用电难题。",
        ),
        (
            "这里是国内*大的电缆生产基地,也是全省*具竞争力的产业集群。",
            "这里是国内最大的电缆生产基地,也是全省最具竞争力的产业集群。",
        ),
        (
            "产业\u200b园区\ufeff已经建成,首批企业将于下个月入驻投产。",
            "产业园区已经建成,首批企业将于下个月入驻投产。",
        ),
    ],
)
def test_swaps_and_invisible_characters_are_undone(before: str, after: str) -> None:
    assert edited(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "当地引进头部企业十二家,形成了完整的产业链条和创新生态。",
        "要发挥头部效应,培育更多专精特新的中小企业和隐形冠军。",
        "居民区里住着不少头部品牌的设计师,他们周末常来山里采风。",
        "这款app(a)由县里开发,注册用户已经超过了十万人次。",
        "今年14月,全县完成工业投资三十亿元,增速明显高于往年。",
    ],
)
def test_what_is_meant_as_written_stays(line: str) -> None:
    assert edited(line) == line


def test_readings_in_brackets_go_where_there_are_many() -> None:
    many = "丽水素有中国生态(shēngtài)第一市的美誉,森(sēn)林覆盖率全省领跑(lǐngpǎo),发(fā)展势头很好。"
    assert edited(many) == "丽水素有中国生态第一市的美誉,森林覆盖率全省领跑,发展势头很好。"
    once = "这个村名里的畲(shē)字,外地人常常念错,村民们也不生气。"
    assert edited(once) == once


def test_lines_broken_inside_words_are_joined_and_can_be_taken_apart() -> None:
    lines = (
        "\u3000\u3000深秋时节,山乡的果园一片金黄,果农们忙着采摘分",
        "拣装箱,一箱箱柚子从这里发往全国各地。今年总产",
        "量预计达到十四万吨,比上年增长一成左右,价格也比",
        "往年稳定,农户的收入有了保障,大家干劲十足。",
        "\u3000\u3000近年来,县里把柚子作为主导产业来抓,先后引进深",
        "加工企业三十八家,开发产品八十余种,全产业链年产",
        "值突破四十亿元,带动十万名柚农增收致富。",
    )
    text = "\n".join(("山乡柚子香", "2020-01-02 来源:山里新闻网", *lines))
    found = clean(Page(path="p", text=text, encoding="utf-8", sha256=""))
    joined = paragraphs(found)
    assert len(joined) == 2
    assert joined[0].text == "".join(lines[:4]).strip()
    assert [p.text.split("\n") for p in paragraphs(found, original=True)][1] == [
        line.strip() for line in lines[4:]
    ]


@pytest.mark.parametrize(
    ("line", "warning"),
    [
        ("今年14月,全县完成工业投资三十亿元,增速明显高于往年。", "lost-digits"),
        ("利用19972010年的资料,专家绘制了适宜种植的分布图。", "lost-digits"),
        ("全县南北跨度公里,山高林密,村庄大多散落在河谷之中。", "lost-digits"),
    ],
)
def test_lost_digits_are_reported_and_not_guessed(line: str, warning: str) -> None:
    found = article(line)
    assert warning in found.warnings
    assert not found.edits


def test_a_mask_that_may_hide_any_word_is_reported_and_left() -> None:
    for line in (
        "市委*李明到会讲话,要求各地抓好项目落地和要素保障工作。",
        "这里有国内**林业科研院校,每年为山区培养四百名技术员。",
        "王*强的工厂去年搬进了园区,今年产值预计突破三千万元。",
    ):
        found = article(line)
        assert not found.edits
        assert "masked" in found.warnings
    plain = article("**重点项目**有三个,都在开发区,总投资二十八亿元,年内开工。")
    assert "masked" not in plain.warnings


def test_an_editors_mark_glued_to_the_last_paragraph_is_cut_off() -> None:
    text = "\n".join(
        ("山区县的新路子", "2020-01-02 来源:山里新闻网", FILLER, FILLER + "(完)(责任编辑：王小红)")
    )
    found = clean(Page(path="p", text=text, encoding="utf-8", sha256=""))
    assert found.editors == ("王小红",)
    assert paragraphs(found)[-1].text == FILLER + "(完)"
    assert found.blocks[-1].role is Role.EDITOR


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("邵远 林波", ("邵远", "林波")),
        ("张 蓓、王 伟", ("张蓓", "王伟")),
        ("章丽华 通讯员 柳青", ("章丽华", "柳青")),
        ("佚名", ()),
        ("本报综合报道", ()),
    ],
)
def test_names_are_split(text: str, names: tuple[str, ...]) -> None:
    assert people(text) == names


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("某某网丽水11月15日电(记者 邵远 林波)坐落于山水间", ("邵远", "林波")),
        ("【山里网记者谭文】俯瞰县城", ("谭文",)),
        ("本报讯 (记者 章丽华 通讯员 柳青)正月初十", ("章丽华",)),
        ("本报丽水4月28日电 记者章丽华报道：茶园里", ("章丽华",)),
        ("新民晚報訊（記者 毛麗君）風起江上", ("毛麗君",)),
        ("记者走进县城,看到工厂林立(资料)", ()),
    ],
)
def test_reporters_stand_in_brackets_before_the_text_or_after_its_dateline(
    line: str, found: tuple[str, ...]
) -> None:
    assert reporters_inline(narrow(line), line) == found


def test_a_dateline_is_told_from_a_sentence() -> None:
    assert dateline("新华社北京2月29日电(记者 某某)近日") == ("新华社北京2月29日电", "新华社")
    assert dateline("中新网11月5日电 近日") == ("中新网11月5日电", "中新网")
    assert dateline("今年2月29日电力部门表示") is None


def test_a_reprint_is_contained_and_another_text_is_not() -> None:
    long = "".join(f"第{n}个项目总投资{n}亿元,落户某县经济开发区,预计明年投产达效。" for n in range(40))
    cut = long[: len(long) * 2 // 3].replace("。", ",").replace("最", "蕞")
    assert containment(sketch(long), sketch(cut)) > 0.9
    assert containment(sketch(long), sketch(FILLER * 12)) < 0.1
    assert containment(sketch(""), sketch(long)) == 0.0
