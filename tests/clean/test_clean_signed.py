"""Who wrote, edited and photographed, and from whom a page has its text, in the forms that sites print."""

from __future__ import annotations

import pytest

from shanqu.clean import clean, paragraphs
from shanqu.clean.names import bare_names, dateline, people, reporters_inline, signed
from shanqu.model import Article, Page, Role

FILLER = (
    "近年来，当地把生态工业作为富民的根本，引进企业，建设园区，产值连续三年保持两位数增长，带动了群众增收。"
)


def read(*lines: str, head: str = "2020-01-02 来源：山里新闻网") -> Article:
    text = "\n".join(("山区县的新路子", head, FILLER, FILLER.replace("近年来", "如今"), *lines))
    return clean(Page(path="p", text=text, encoding="utf-8", sha256=""))


@pytest.mark.parametrize(
    ("line", "editors"),
    [
        ("本文来源：山里日报 责任编辑：方晓_NB1207", ("方晓",)),
        ("责任编辑：方晓 SF083", ("方晓",)),
        ("标签：园区;签约 责任编辑：方晓", ("方晓",)),
        ("标签：园区;签约", ()),
    ],
)
def test_editors_are_named_with_their_number_and_beside_tags(line: str, editors: tuple[str, ...]) -> None:
    assert read(line).editors == editors


def test_a_number_is_cut_off_a_name_alone() -> None:
    assert people("方晓_NB1207") == ("方晓",)
    # Words of other kinds do not become names by it.
    assert people("NB1207") == ()


@pytest.mark.parametrize("said", ["原创", "sp20230814", "未知", "20230814"])
def test_what_names_nobody_is_no_source(said: str) -> None:
    assert read(head=f"2020-01-02 09:10 来源：{said}").source is None


@pytest.mark.parametrize("said", ["山里日报", "中国青年网", "县经信局", "36氪"])
def test_whoever_is_named_is_the_source(said: str) -> None:
    assert read(head=f"2020-01-02 09:10 来源：{said}").source == said


@pytest.mark.parametrize(
    ("opening", "names"),
    [
        ("中新网白岩7月3日电(程远 余敏)全县九家企业集中开工。", ("程远", "余敏")),
        ("中新网白岩7月3日电 (程远)全县九家企业集中开工。", ("程远",)),
        ("中新网白岩7月3日电(记者 程远)全县九家企业集中开工。", ("程远",)),
        # What else stands in brackets there is nobody.
        ("中新网白岩7月3日电(第二批)全县九家企业集中开工。", ()),
        ("全县九家企业(程远 余敏)集中开工。", ()),
    ],
)
def test_who_wrote_stands_in_brackets_behind_the_dateline(opening: str, names: tuple[str, ...]) -> None:
    assert reporters_inline(opening, opening) == names


def test_white_space_behind_the_agency_does_not_hide_a_dateline() -> None:
    assert dateline("中新网 白岩7月3日电 全县开工") == ("中新网 白岩7月3日电", "中新网")
    assert dateline("中新网 白岩的记者7月3日来电") is None


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("带动了群众增收。(文/图 程远 余敏)", ("程远", "余敏")),
        ("带动了群众增收。(图文 程远)", ("程远",)),
        ("带动了群众增收。(图 程远)", ()),
        ("带动了群众增收。(文旅融合项目)", ()),
    ],
)
def test_who_wrote_and_photographed_signs_at_the_end(end: str, names: tuple[str, ...]) -> None:
    assert signed(end, end) == names


def test_a_club_of_photographers_is_no_person() -> None:
    article = read("村口的水车转起来了。白岩摄影队 程远 摄", FILLER.replace("近年来", "眼下"))
    assert article.photo_credits == ("程远",)


def test_the_original_headline_stands_for_one_that_the_page_lacks() -> None:
    text = f"原标题：白岩一批重大项目集中签约\n{FILLER}\n{FILLER.replace('近年来', '如今')}"
    article = clean(Page(path="p", text=text, encoding="utf-8", sha256=""))
    assert article.title == "白岩一批重大项目集中签约"
    assert read("原标题：白岩一批重大项目集中签约").title == "山区县的新路子"


@pytest.mark.parametrize(
    "line", ["发布于: 山里论坛转发:0回复:3喜欢:12", "转发 3 评论 15 赞 208", "喜欢(3) 收藏(12)"]
)
def test_counters_are_no_text(line: str) -> None:
    text = "\n".join(("山区县的新路子", line, FILLER, FILLER.replace("近年来", "如今")))
    article = clean(Page(path="p", text=text, encoding="utf-8", sha256=""))
    roles = {text[block.start : block.end].strip(): block.role for block in article.blocks}
    assert roles[line] is Role.BYLINE


def test_sentences_that_count_stay() -> None:
    line = "视频上线一天，转发3000次，评论1500条，点赞超过两万。"
    assert line in [paragraph.text for paragraph in paragraphs(read(line, FILLER.replace("近年来", "眼下")))]


def test_a_mirror_shows_its_names_simplified() -> None:
    body = (
        "本報訊(記者 陳遠)近日，縣經濟開發區舉行招商引資項目集中簽約儀式，簽約項目12個，總投資46.8億元。",
        "簽約項目涉及新材料、裝備製造、文化旅遊三個領域，全部達產後年產值可達80億元以上，帶動鄉村振興。",
    )
    text = "\n".join(
        (
            "白巖縣集中簽約12個項目",
            "2021-05-06 來源：白巖新聞網",
            *body,
            "村口的水車。鄭曉 攝",
            "責任編輯：余敏",
        )
    )
    article = clean(Page(path="p", text=text, encoding="utf-8", sha256=""))
    assert article.source == "白岩新闻网"
    assert article.reporters == ("陈远",)
    assert article.photo_credits == ("郑晓",)
    # The page itself is as it was.
    assert "來源：白巖新聞網" in article.page.text


def test_a_page_written_in_traditional_characters_keeps_its_names() -> None:
    body = (
        "行政院會昨天通過軟體園區計畫，網路業者認為有助於吸引人才，「方向正確」，但預算仍須立法院審議。",
        "執行長說，資訊產業在過去十年成長三倍，「最缺的是電力與土地」，希望縣府儘快釋出新臺幣十億元補助。",
    )
    text = "\n".join(("軟體園區計畫通過", "2021-05-06 來源：縣城新聞網", *body, "記者：陳遠"))
    assert clean(Page(path="p", text=text, encoding="utf-8", sha256="")).source == "縣城新聞網"


@pytest.mark.parametrize(
    "row",
    [
        "索 引 号 20210506-1234 分 类 招商; 县政府办公室",
        "文        号 白政办发〔2021〕6号   上 载 日 期 2021-05-06",
        "名        称 白岩县人民政府办公室关于印发《园区管理办法》的通知",
        "这已经是最后一期了哦!",
        "我知道了",
        "第一版:要闻",
    ],
)
def test_rows_of_an_index_and_buttons_are_no_headline(row: str) -> None:
    headline = "白岩县人民政府办公室关于印发《园区管理办法》的通知"
    text = "\n".join(
        ("首页", row, headline, "2021-05-06 来源：县政府办公室", FILLER, FILLER.replace("近年来", "如今"))
    )
    article = clean(Page(path="p", text=text, encoding="utf-8", sha256=""))
    assert article.title == headline
    assert row not in [paragraph.text for paragraph in paragraphs(article)]


@pytest.mark.parametrize(
    "line",
    ["名 称变了，园区的招牌没有变，九家企业都留了下来。", "这已经是最后一期培训班，全县共有三百人报名。"],
)
def test_sentences_that_begin_like_them_stay(line: str) -> None:
    assert line in [paragraph.text for paragraph in paragraphs(read(line, FILLER.replace("近年来", "眼下")))]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("欧阳小山", ("欧阳小山",)),
        ("王明 李丽", ("王明", "李丽")),
        ("关于白岩", ()),
        ("文字实录", ()),
        ("成文日期", ()),
    ],
)
def test_four_characters_are_seldom_a_name(line: str, names: tuple[str, ...]) -> None:
    assert bare_names(line) == names


def test_where_an_account_took_a_text_from_names_no_site() -> None:
    text = "\n".join(
        (
            "以下文章来源于白岩发布",
            "山区县的新路子",
            "2020-01-02 08:00",
            FILLER,
            FILLER.replace("近年来", "如今"),
        )
    )
    assert clean(Page(path="p", text=text, encoding="utf-8", sha256="")).site != "以下文章来源于白岩发布"
