"""What closes a text and what only seems to: lists, tables, rights, signatures; and what stands right above it."""

from __future__ import annotations

import pytest

from shanqu.clean import clean, paragraphs
from shanqu.clean.lines import narrow
from shanqu.clean.names import signed
from shanqu.model import Article, Page

TITLE = "竹山里的新机器，老陈的新订单"
STAMP = "2024-05-20 08:00 来源：山里网"
BODY = (
    "今年以来，县里新开工项目二十个，完成投资十二亿元，园区里的机器一直没有停下，订单排到了年底。",
    "走进老陈的车间，十几名工人正在打磨竹杯，一天能出两千只，全部销往沿海的茶楼和民宿。",
)
PROJECTS = (
    "竹海引水工程",
    "梅溪河流治理工程",
    "竹山至青岭公路改建工程",
    "年产两万套竹家具生产线项目",
    "低丘缓坡开发项目",
)


def cleaned(*lines: str) -> Article:
    return clean(Page("p", "\n".join(lines), "utf-8", ""))


def kept(*lines: str) -> list[str]:
    return [" ".join(paragraph.text.split()) for paragraph in paragraphs(cleaned(*lines))]


def test_a_list_that_its_heading_announces_closes_the_text() -> None:
    below = ("省重点建设项目增补名单", *PROJECTS)
    assert kept("首页 > 新闻 > 正文", TITLE, STAMP, *BODY, *below) == [*BODY, *below]


def test_headlines_below_one_that_speaks_of_a_list_are_no_such_list() -> None:
    below = (
        "山里公布拟录用人员名单",
        "春茶开采早，茶农采摘忙",
        "竹乡民宿迎来旅游旺季",
        "县城新添三座口袋公园",
        "老街夜市重新开张",
    )
    assert kept("首页 > 新闻 > 正文", TITLE, STAMP, *BODY, *below) == [*BODY]


def test_things_of_one_kind_that_nothing_announces_are_no_such_list() -> None:
    assert kept("首页 > 新闻 > 正文", TITLE, STAMP, *BODY, "最新供应", *PROJECTS) == [*BODY]


def test_a_last_paragraph_under_two_subheads_is_text() -> None:
    page = (
        "山里日报 数字报纸",
        "00003版:深读",
        "竹山从因山受限到以竹破题着力培育“竹经济”产业——",
        "思路一换,千山翠竹滚滚来",
        "刚过立夏,草长莺飞。浙南深山小城竹山,青竹溪逶迤而来,穿城而过,向下游奔去。",
        "山城爱竹。青竹溪两岸竹林面积连续10年居全市首位。20多年来,竹山一直以优质竹林当好城里人的“大氧吧”,产业发展不可避免地受到种种限制。",
        "竹海哺城。今天,竹山以“竹”破题,着力拓宽“绿水青山就是金山银山”转化通道。",
        "保持生态发展定力",
        "沿溪走出一条“竹”路",
        "竹山县青岭镇,入选全市2021年度“竹美乡镇”,天光竹色格外秀丽。5月初,养育小镇世世代代的青竹溪有了一个全新的流向。",
    )
    assert kept(*page) == [*page[4:]]


def test_rights_above_the_text_do_not_end_it_and_below_it_do() -> None:
    rights = "竹山县融媒体中心版权所有 未经授权禁止复制或镜像 网络广告 0570-64831301"
    licence = (
        "浙新办[2005]20号,浙新备05073341号,广告经营许可证:竹工商山广许2004001号,互联网出版许可证:浙字第20号"
    )
    more = "园区里的竹材加工中心今年三月投产，烘干、碳化、热压共用一套设备，村里人拎着机器就能开工，不用再跑外地，一年下来能多挣两万多元。"
    assert kept(licence, rights, *BODY, more)[-3:] == [*BODY, more]
    assert kept(*BODY, rights, "春茶开采早，茶农采摘忙") == [*BODY]


def test_a_page_of_drawn_tables_keeps_them() -> None:
    rows = (
        "│资金来源类别 │ 发行起始日期│ 发行价│ 实际募集资金净额(元)│",
        "├───────────┼───────────┼───────────┼───────────┤",
        "│首发融资 │ 2021-06-08│ 30.97│ 3.18亿│",
    )
    page = (
        "资本运作☆ ◇000999 竹风股份 更新日期:2025-06-28◇ 山里信县乡村F10",
        "★本栏包括【1.募集资金来源】【2.股权投资】【3.项目投资】【4.股权转让】",
        "【5.收购兼并】【6.关联交易】【7.股权质押】【8.担保明细】",
        "【9.重大事项】",
        "【1.募集资金来源】",
        "┌───────────┬───────────┬───────────┬───────────┐",
    )
    found = cleaned(*page, *rows)
    assert found.warnings == ()
    assert set(rows) <= {paragraph.text for paragraph in paragraphs(found)}


def test_a_section_s_number_under_the_head_is_a_subhead_and_a_count_is_not() -> None:
    assert kept(TITLE, STAMP, "五、竹山", *BODY)[0] == "五、竹山"
    assert kept(TITLE, STAMP, "4537", *BODY) == [*BODY]


def test_what_parts_of_a_page_are_called_goes_above_the_text_and_stays_in_it() -> None:
    assert kept(TITLE, STAMP, "详细信息", "公开具体内容", *BODY) == [*BODY]
    assert kept(TITLE, STAMP, "[移动版]", *BODY) == [*BODY]
    assert kept(TITLE, STAMP, BODY[0], "具体内容：", BODY[1]) == [BODY[0], "具体内容：", BODY[1]]


def test_a_medium_alone_above_a_caption_is_left_of_the_fields() -> None:
    caption = "工人在车间里打磨竹杯。 王小山 摄"
    assert kept(TITLE, "2006年10月11日 15:42:00", "山里在线新闻网站", caption, *BODY) == [caption, *BODY]


def test_a_tip_that_points_up_to_an_account_is_no_headline() -> None:
    assert cleaned('提示："山里发布"↑关注我们', *BODY).title is None
    assert kept('提示："山里发布"↑关注我们', *BODY) == [*BODY]
    assert (
        kept(TITLE, STAMP, BODY[0], "↑竹乡的车间里，大家关注订单", BODY[1])[1]
        == "↑竹乡的车间里，大家关注订单"
    )


def test_the_edge_of_a_cell_behind_a_text_goes_and_those_of_a_row_stay() -> None:
    assert kept(TITLE, STAMP, BODY[0], f"{BODY[1]} |") == [*BODY]
    row = "竹杯 | 两千只 | 全部销往沿海的茶楼和民宿，订单排到了年底。 |"
    assert kept(TITLE, STAMP, *BODY, row, BODY[0][:40] + "。")[2] == row


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("（记者 林小竹 通讯员 叶大山）", ("林小竹",)),
        ("(本报记者 林小竹/文 李大山/摄)", ("林小竹",)),
        ("(林小竹 夏青岭/文 竹山县委宣传部/供图)", ("林小竹", "夏青岭")),
        ("（林小竹）", ("林小竹",)),
        ("（通讯员 叶大山）", ("叶大山",)),
        ("（李大山 摄）", ()),
        ("（竹山县林业局）", ()),
        ("（下转第二版）", ()),
        ("（完）", ()),
        ("（资料图片）", ()),
    ],
)
def test_who_wrote_a_text_may_sign_it_in_brackets(end: str, names: tuple[str, ...]) -> None:
    last = BODY[1] + end
    assert signed(narrow(last), last) == names
    assert cleaned(TITLE, STAMP, BODY[0], last).reporters == names
    assert cleaned(TITLE, STAMP, *BODY, end, "相关新闻", "春茶开采早").reporters == names


def test_a_name_in_brackets_that_the_sentence_goes_on_with_signs_nothing() -> None:
    last = "领奖的是老陈的儿子（陈小竹）"
    assert signed(last, last) == ()


def test_a_paragraph_that_is_signed_for_text_and_pictures_is_no_caption() -> None:
    last = f"{BODY[1]}（记者 林小竹/文 李大山/摄）"
    found = cleaned(TITLE, STAMP, BODY[0], last)
    assert [str(block.role) for block in found.kept()] == ["body", "body"]
    assert found.photo_credits == ("李大山",)
    found = cleaned(TITLE, STAMP, *BODY, "工人在车间里打磨竹杯。（李大山 摄）")
    assert [str(block.role) for block in found.kept()] == ["body", "body", "caption"]


@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("新华社发 王小山 摄", ("王小山",)),
        ("中新社记者 王小山 摄", ("王小山",)),
        ("记者 吴青岭 陈小竹 通讯员 李大山 摄", ("吴青岭", "陈小竹", "李大山")),
        ("《山里日报》记者南小华摄", ("南小华",)),
    ],
)
def test_those_who_took_a_picture_are_named_without_their_agency(credit: str, names: tuple[str, ...]) -> None:
    found = cleaned(TITLE, STAMP, BODY[0], f"车间一角。 {credit}", BODY[1])
    assert (found.photo_credits, found.reporters) == (names, ())


def test_an_intern_is_none_of_the_reporters_by_that_word() -> None:
    found = cleaned(TITLE, STAMP, f"中新网竹山8月23日（記者 邵小飛 實習生 李大山）{BODY[0]}", BODY[1])
    assert found.reporters[0] == "邵小飛"
    assert "實習生" not in found.reporters


def test_the_newspaper_and_its_page_tell_day_and_source() -> None:
    found = cleaned(TITLE, "《山里日报》（2024年12月27日 06版）", *BODY)
    assert (found.source, found.published and found.published.iso) == ("山里日报", "2024-12-27")
    assert cleaned(TITLE, *BODY, "他订了《山里日报》，每天都看。").source is None


def test_the_foot_of_a_newspaper_s_page_tells_the_day() -> None:
    foot = "2025-04-08 11 11 山里商报 content_542142.html 1 3 竹山里的新机器 /enpproperty-->"
    found = cleaned("第02版：综合", TITLE, *BODY, foot)
    assert found.published is not None
    assert found.published.iso == "2025-04-08"


def test_the_date_of_a_notice_counts_below_its_title_said_again() -> None:
    again = "竹风股份：向特定对象发行股票上市公告书"
    found = cleaned(
        f"竹风股份(000999)_公司公告_{again}", "时间：", f"{again}下载公告", "公告日期：2026-01-20", *BODY
    )
    assert found.published is not None
    assert found.published.iso == "2026-01-20"


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("来源：竹山县融媒体中心（记者 林小竹）", "竹山县融媒体中心"),
        ("来源：  记者 山里新闻客户端 记者 林小竹", "山里新闻客户端"),
        ("来源：竹山县委（政研室）", "竹山县委（政研室）"),
    ],
)
def test_a_source_is_named_without_the_reporter(said: str, source: str) -> None:
    assert cleaned(TITLE, f"2024-05-20 08:00 {said}", *BODY).source == source


def test_editors_glued_together_below_the_text_are_found() -> None:
    found = cleaned(
        TITLE, STAMP, *BODY, "原标题：竹山里的新机器", "N 编辑：王小山责任编辑：叶大山监制：阮青岭"
    )
    assert found.editors == ("王小山",)


@pytest.mark.parametrize("next_line", ["相关文章", "搜索", "  打印本页"])
def test_a_short_column_is_not_joined_with_the_line_below(next_line: str) -> None:
    assert cleaned("首页 >>旅行游记 >>华东", next_line, TITLE, STAMP, *BODY).column == "华东"


def test_crumbs_that_end_open_go_on_on_the_next_line() -> None:
    assert cleaned("首页 > 游记 >", "华东", TITLE, STAMP, *BODY).column == "华东"


def test_a_word_alone_that_begins_a_series_heads_the_first_part_of_the_text() -> None:
    second = "竹海的民宿今年新添了三十家，周末一房难求，村里的老屋都住进了客人。"
    assert kept(TITLE, "青岭", *BODY, "竹海", second, BODY[0]) == ["青岭", *BODY, "竹海", second]
    assert kept(TITLE, STAMP, "正常", *BODY) == [*BODY]


def test_the_headline_of_a_picture_s_series_is_said_again() -> None:
    assert kept(TITLE, STAMP, f"(社会)(1){TITLE}", *BODY) == [*BODY]
    assert kept(TITLE, STAMP, BODY[0], "（二）老陈的新订单", BODY[1])[1] == "（二）老陈的新订单"


def test_the_foot_of_a_newspaper_s_page_tells_its_headline_from_the_kicker() -> None:
    headline = "思路一换千山翠竹变黄金"
    page = ("山里日报 数字报纸", "00004版：深读", TITLE, headline, *BODY)
    found = cleaned(*page, f"山里日报 深读 00004 {headline} 2023-03-09 2 2023年03月09日 星期四")
    assert (found.title, [paragraph.text for paragraph in paragraphs(found)]) == (headline, [*BODY])
    assert cleaned(*page).title == TITLE


def test_an_abstract_that_was_cut_goes_where_the_text_repeats_it() -> None:
    cut = BODY[0].replace("二十", " 20 ").replace("十二", " 12 ")
    lead = cut[:46]
    whole = cut.replace(" ", "")
    assert kept(TITLE, STAMP, lead, whole, BODY[1]) == [whole, BODY[1]]
    assert kept(TITLE, STAMP, "今年以来", whole, BODY[1])[-2:] == [whole, BODY[1]]


@pytest.mark.parametrize(
    ("end", "source"),
    [
        ("（据山里日报）", "山里日报"),
        ("（據山里在線）", "山里在線"),
        ("（据统计）", None),
        ("（据村民说）", None),
    ],
)
def test_the_medium_that_a_text_rests_on_may_stand_at_its_end(end: str, source: str | None) -> None:
    assert cleaned(TITLE, "2024-05-20 08:00", BODY[0], f"{BODY[1]}{end}").source == source


def test_a_licence_above_the_text_is_known_in_traditional_characters_too() -> None:
    licence = "浙新辦[2005]20號 浙ICP備05073341號 廣告經營許可證:竹工商山廣許2004001號"
    assert kept(licence, *BODY) == [*BODY]


def test_a_tag_that_was_printed_goes_with_the_indent_behind_it() -> None:
    (last,) = paragraphs(cleaned(TITLE, STAMP, f"<p>  {BODY[0]}</p><p> {BODY[1]}</p>"))
    assert last.text == "".join(BODY)


AGENCY = (
    "中新网丽水1月9日电(周小山 夏小溪)山里县的竹杯有着悠久的历史，如今小竹杯做成了大产业，去年全县竹杯产值达到三亿八千万元。",
    "近年来，山里竹杯从路边摊走向品牌店，全县累计培育竹杯师傅一千二百余人，带动就业五千人，产品远销十六个国家和地区。(完)",
)
ELSEWHERE = "受高空低槽东移影响，河南多地出现雷阵雨，局部伴有短时强降水和大风，气象台提醒市民外出注意安全。"


def test_scraps_of_other_reports_below_the_end_of_one_go() -> None:
    assert kept(TITLE, STAMP, *AGENCY, ELSEWHERE) == list(AGENCY)


def test_a_report_that_goes_on_below_its_mark_of_the_end_stays() -> None:
    on = "记者在山里县看到，竹杯师傅还把产品送进了直播间，竹杯产值里有三成来自线上，带动了品牌店的销售。"
    assert kept(TITLE, STAMP, *AGENCY, on) == [*AGENCY, on]
    other = "中新网衢州1月9日电(李大河)河南客商日前走进衢州的面粉厂，签下两万吨订单，预计年内交付。(完)"
    assert kept(TITLE, STAMP, *AGENCY, other) == [*AGENCY, other]


def test_a_page_cut_in_the_middle_of_a_paragraph_keeps_its_beginning() -> None:
    cut = "县里在改造提升竹木行业,对剩下的四十家作坊"
    above = ("首页", "新闻", "专题", "视频", "公告", "登录")
    assert kept(*above, TITLE, STAMP, *BODY, cut) == [*BODY, cut]
    assert kept(*above, TITLE, STAMP, *BODY, "山里网首页改版") == list(BODY)
