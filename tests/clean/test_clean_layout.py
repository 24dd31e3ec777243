"""What stands around an article, told by its place and its neighbours."""

from __future__ import annotations

import pytest

from shanqu.clean import clean, paragraphs
from shanqu.model import Article, Page, Role

LONG = (
    "近年来，县里把{}产业作为富民的根本，先后引进加工企业十二家，建成园区两个，产值连续三年保持两位数增长。"
)
HEAD = ("竹乡的新路子", "2023-01-02 来源：山里新闻网")
BODY = tuple(LONG.format(word) for word in ("竹", "茶", "药材"))
MORE = tuple(LONG.format(word) for word in ("石材", "木材"))
SHORT = (
    "竹子是山里人的命根子。",
    "老陈今年六十了。",
    "他种了四十年竹子。",
    "一根竹子能卖多少钱？",
    "十块。",
    "可是加工成吸管，就能卖到两百块。",
    "去年，厂里的产值到了三千万元。",
    "老陈也成了股东。",
)


def cleaned(*lines: str) -> Article:
    return clean(Page(path="p", text="\n".join(lines), encoding="utf-8", sha256=""))


def kept(article: Article) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(article)]


def test_what_readers_wrote_after_the_editors_name_goes_without_a_heading() -> None:
    found = cleaned(
        *HEAD,
        *BODY,
        *MORE,
        "编辑：王小红",
        "我们村也种了茶叶，去年价格不好，卖不出去，希望政府多帮忙找销路，不要一窝蜂都去种。",
        "写得很实在，这几年变化确实大，路也修好了，年轻人也愿意回来了，点赞家乡的发展。",
    )
    assert kept(found) == [*BODY, *MORE]


def test_an_editors_name_between_paragraphs_does_not_end_the_article() -> None:
    assert kept(cleaned(*HEAD, BODY[0], "编辑：王小红", *BODY[1:])) == list(BODY)


@pytest.mark.parametrize(
    "related",
    [
        ("茶乡的春天来得早", "稻田里的新农人", "古村里的咖啡馆"),
        (
            "茶乡的春天来得早",
            "三月里，茶农们忙着采茶，一天能挣三百元...",
            "稻田里的新农人",
            "小伙子回村种田...",
        ),
    ],
)
def test_a_list_of_headlines_inside_short_paragraphs_goes_alone(related: tuple[str, ...]) -> None:
    found = cleaned(*HEAD, *SHORT[:4], "相关阅读", *related, *SHORT[4:], "编辑：王小红")
    assert kept(found) == list(SHORT)


def test_verse_under_a_menu_or_above_its_author_has_a_headline() -> None:
    verse = ("清晨", "雾还没散", "采茶工已经上山", "三十年前", "这里没有路", "如今", "茶园连着茶园")
    for lines in (("首页 > 副刊 > 诗歌", "山乡茶语", *verse), ("山乡茶语", "王小红", *verse)):
        found = cleaned(*lines)
        assert found.title == "山乡茶语"
        assert kept(found) == list(verse)


@pytest.mark.parametrize("office", ["（县农业农村局）", "(县农业农村局 王小红)", "（县融媒体中心）"])
def test_the_office_in_brackets_after_the_last_sentence_is_no_text(office: str) -> None:
    for lines in ((*BODY, office), (*BODY[:2], BODY[2] + office), (BODY[0], office, *BODY[1:])):
        assert kept(cleaned(*HEAD, *lines, "扫一扫在手机打开当前页")) == list(BODY)


def test_the_office_that_signs_a_notice_stays_with_its_date() -> None:
    signed = ("县人民政府", "2023年1月31日")
    assert kept(cleaned(*HEAD, *BODY, *signed, "【打印】【关闭】")) == [*BODY, *signed]


def test_the_label_of_attached_files_goes_with_them() -> None:
    assert kept(cleaned(*HEAD, *BODY, "附件：", "1.项目名单.docx", "2.任务分工.xlsx")) == list(BODY)


@pytest.mark.parametrize(
    "advert",
    [
        "某市10亩-500亩工业用地招商,联系电话:400 000 0000",
        "王经理：130 0000 0000（微信同号）",
        "标准厂房1200平起租,可分割可按揭,独立产权,欢迎实地考察",
    ],
)
def test_an_agents_offer_goes_wherever_it_stands(advert: str) -> None:
    found = cleaned(*HEAD, BODY[0], advert, *BODY[1:])
    assert kept(found) == list(BODY)
    assert Role.ADVERT in {block.role for block in found.blocks}


@pytest.mark.parametrize(
    "line",
    [
        "今年以来，全县盘活闲置厂房12万平方米，出租标准厂房38幢，新增工业用地600亩，招商形势喜人。",
        "如有疑问，请拨打招商局的电话0570-0000000，我们会在两个工作日以内答复企业。",
    ],
)
def test_text_about_plants_and_land_stays(line: str) -> None:
    assert line in kept(cleaned(*HEAD, BODY[0], line, *BODY[1:]))


def test_fields_of_the_newspapers_page_are_not_the_articles() -> None:
    found = cleaned(
        "山里日报数字报", "2021年05月14日 星期五 版面概览", "上一期 下一期", "标题导航", "竹乡的新路子", "图片新闻",
        "竹乡的新路子", "本报记者 王小红", *BODY,
    )  # fmt: skip
    assert found.title == "竹乡的新路子"
    assert found.reporters == ("王小红",)
    assert kept(found) == list(BODY)


def test_a_newspapers_page_begins_with_its_masthead_and_is_dated_at_its_foot() -> None:
    found = cleaned(
        "山里日报 数字报纸",
        "00018版：今日竹乡",
        "竹乡掀起项目建设热潮",
        *BODY,
        "山里日报 今日竹乡 00018 竹乡掀起项目建设热潮 2017-06-06 3056692 2 2017年06月06日 星期二",
    )
    assert found.title == "竹乡掀起项目建设热潮"
    assert found.published is not None and found.published.iso == "2017-06-06"
    assert kept(found) == list(BODY)


def test_a_label_at_the_end_of_a_line_has_its_value_on_the_next() -> None:
    found = cleaned("竹乡的新路子", "山里在线竹乡频道 时间：", "2013-12-15 08:33:41", *BODY)
    assert found.published is not None and found.published.iso == "2013-12-15"
    assert kept(found) == list(BODY)


def test_a_long_line_that_a_date_with_its_hour_opens_is_one_of_fields_and_no_prose() -> None:
    found = cleaned(
        "竹乡的新路子",
        "06/30",
        "07:39:27",
        "2022-06-30 07:39:27 来源：山里在线-山里日报 记者 王小红 通讯员 李竹生、陈青山、周一竹",
        *BODY,
    )
    assert found.published is not None and found.published.iso == "2022-06-30"
    assert (found.source, found.reporters) == ("山里在线-山里日报", ("王小红",))
    assert kept(found) == list(BODY)


@pytest.mark.parametrize("notice", ["版权和免责申明", "版权与免责声明"])
def test_a_notice_of_rights_below_the_text_is_no_subhead(notice: str) -> None:
    assert kept(cleaned(*HEAD, *BODY, notice)) == list(BODY)


def test_what_is_said_of_a_picture_from_an_archive_is_no_subhead() -> None:
    assert kept(cleaned(*HEAD, *BODY, "（资料图片仅供参考）", *MORE)) == [*BODY, *MORE]


def test_a_headline_under_a_button_is_not_its_value() -> None:
    found = cleaned("您的位置：首页 > 新闻 > 正文", "分享到：", "竹乡：山里的产业园", HEAD[1], *BODY)
    assert found.title == "竹乡：山里的产业园"


def test_a_link_to_the_original_is_no_headline() -> None:
    found = cleaned("原文链接：点击查看源文件", "政策解读链接：点击查看政策解读", *BODY)
    assert (found.title, kept(found)) == (None, list(BODY))


def test_the_headline_right_above_the_text_is_not_the_same_one_in_a_list_further_up() -> None:
    listed = ("竹乡的新路子", "老厂腾笼换鸟", "图片新闻", "放大 缩小 默认")
    byline = "本报记者 王小红 通讯员 李竹生"
    found = cleaned(
        "山里日报数字报", "第03版：县域经济", "标题导航", *listed, "竹乡的新路子", byline, *BODY, *MORE
    )
    assert found.title == "竹乡的新路子"
    assert kept(found) == [*BODY, *MORE]


def test_rank_and_points_above_the_first_post_go() -> None:
    poster = (
        "1493",
        "主题",
        "2万",
        "帖子",
        "首席版主",
        "山里诗社竹乡分社首席版主兼编辑部主任",
        "威望",
        "3073",
        "金钱",
        "27357",
    )
    found = cleaned(
        "查看: 146|回复: 3",
        "[理论探讨] 竹乡的新路子",
        *poster,
        "发表于 2022-11-11 18:54:03 | 只看该作者",
        *BODY,
    )
    assert kept(found) == list(BODY)
    assert found.title == "[理论探讨] 竹乡的新路子"
