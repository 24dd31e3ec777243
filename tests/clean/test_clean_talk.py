"""Lines in which a page talks to its readers, or of itself, are none of its article."""

from __future__ import annotations

import pytest

from shanqu.clean import clean
from shanqu.clean.talk import features, is_candidate, score, talk, words_of
from shanqu.model import KEPT_ROLES, Article, Page

TITLE = "石坪镇竹席厂的新车间"
BODY = (
    "五月的清晨，石坪镇竹席厂的新车间里已经响起机器声，二十多名工人正在赶制一批发往北欧的凉席，负责人陈阿姨说，订单排到了八月。",
    "这家厂子三年前还只有两台旧机器，去年靠着镇里的技改补助换上了数控破篾机，一根毛竹从进门到成席只要四十分钟，用工少了一半。",
    "镇里的干部算过一笔账：全镇一万两千亩毛竹林，过去每百斤只卖二十八元，如今就地加工，每百斤多卖十五元，农户一年能多收三百万元。",
)


def _page(*lines: str) -> Article:
    return clean(Page("p", "\n".join(lines), "utf-8", ""))


def _kept(article: Article) -> list[str]:
    return [
        article.page.text[block.start : block.end].strip()
        for block in article.blocks
        if block.role in KEPT_ROLES
    ]


@pytest.mark.parametrize(
    "line",
    [
        "更多竹业资讯敬请关注本栏目!",
        "打开微信,点击底部的“通讯录”,",
        "使用“扫一扫”即可将网页分享至朋友圈",
        "您正在阅读的是摘要页,全文长 2870 字符",
        "想爆料?请拨打新闻热线0571-00000000,或登录本台官方微博提供新闻线索。",
        "本文链接:https://www.example.com/a/99.html",
        "未加载完,请刷新页面或关闭阅读模式。",
        "以上就是小编整理的全部内容,希望对您有所帮助,更多相关资讯请关注本站。",
        "登录后可查看联系方式,没有账号?立即注册",
        "图片来源于网络,侵删",
        "联系我时,请说是在本站看到的信息,谢谢!",
    ],
)
@pytest.mark.parametrize("place", [1, 3])
def test_what_a_page_says_to_its_readers_goes_inside_the_text_and_below_it(line: str, place: int) -> None:
    body = [*BODY[:place], line, *BODY[place:]]

    assert _kept(_page(TITLE, "2023-05-18 来源：石坪新闻", *body)) == list(BODY)


@pytest.mark.parametrize(
    "line",
    [
        "村民用手机扫一扫席子上的二维码，就能看到这根毛竹是从哪片山上砍的。",
        "企业登录政务服务平台填写申请表，三个工作日内就能拿到补助。",
        "“现在点点手机就能下单，不用再跑县城了。”合作社负责人说。",
        "网友留言说，没想到家乡的竹席能卖到国外去。",
        "您也许不知道，全国每十张竹席就有三张产自这里。",
        "如有异议，请在公示期内以书面形式向镇政府反映。",
        "县里开通了企业服务热线，企业有困难一个电话就能找到人。",
    ],
)
def test_a_report_that_uses_such_words_keeps_its_sentences(line: str) -> None:
    body = [*BODY[:2], line, BODY[2]]

    assert _kept(_page(TITLE, "2023-05-18 来源：石坪新闻", *body)) == body


def test_a_word_that_the_article_itself_uses_says_nothing() -> None:
    about = "这款软件的开发者说，用户点击之后，网页上的标题、摘要和评论都会一起保存下来，目前访问的人次已经超过一亿，口碑也好。"
    line = "点击网页,看标题和评论"

    assert line not in _kept(_page(TITLE, "2023-05-18 来源：石坪新闻", BODY[0], line, *BODY[1:]))
    assert line in _kept(_page(TITLE, "2023-05-18 来源：石坪新闻", about, line, *BODY))


def test_a_sentence_to_which_a_button_is_glued_stays() -> None:
    last = "年底前还要再添三条生产线。返回首页，查看更多"

    assert any("三条生产线" in text for text in _kept(_page(TITLE, "2023-05-18", *BODY, last)))


def test_the_praise_of_a_firm_goes_from_a_text_about_something_else() -> None:
    praise = (
        "金溪互动是一家集网站建设、小程序开发、品牌设计、网络推广为一体的专业公司，十年来秉承客户至上的理念，"
        "以优质的服务和良好的口碑赢得了客户的信赖，欢迎来电咨询。"
    )

    assert _kept(_page(TITLE, "2023-05-18 来源：石坪新闻", BODY[0], praise, *BODY[1:])) == list(BODY)


def test_the_praise_of_the_firm_that_a_text_is_about_stays() -> None:
    told = "石坪竹席厂是一家集竹材加工、席子设计、出口销售为一体的专业企业，秉承质量为本的理念，客户遍布北欧，去年订单翻了一番。"

    assert told in _kept(_page(TITLE, "2023-05-18 来源：石坪新闻", BODY[0], told, *BODY[1:]))


def test_other_answers_to_a_question_go() -> None:
    answer = "热心网友 时间:2022-07-10 08:02"

    kept = _kept(_page("竹席怎么保养", answer, *BODY, answer, "用湿布擦一擦就行。", answer, "不要暴晒。"))

    assert kept == list(BODY)


def test_where_the_authors_work_is_no_text_but_experts_in_a_list_are() -> None:
    card = "陈立群 金溪大学地理学院副教授、硕士生导师(通信作者)"
    article = _page("山区竹产业研究", "2023-05-18", *BODY[:1], card, *BODY[1:])

    assert _kept(article) == list(BODY)
    assert "评审专家：金溪大学教授陈立群" in _kept(
        _page(TITLE, "2023-05-18", *BODY, "评审专家：金溪大学教授陈立群", BODY[0] + "又。")
    )


def test_a_whole_text_printed_twice_goes_with_its_short_lines() -> None:
    caption = "工人在新车间里整理竹席（5月18日摄）。"

    assert _kept(_page(TITLE, "2023-05-18", caption, *BODY, caption, *BODY)) == [caption, *BODY]


def test_the_headline_between_marks_above_a_picture_is_the_headline_again() -> None:
    assert _kept(_page(TITLE, "2023-05-18", BODY[0], f"▲▲{TITLE}▲▲", *BODY[1:])) == list(BODY)


def test_a_paragraph_is_no_kicker() -> None:
    article = _page("原标题：石坪竹席走出大山", BODY[0], "机器换下旧篾刀", *BODY[1:])

    assert _kept(article) == [BODY[0], "机器换下旧篾刀", *BODY[1:]]


def test_a_numbered_subhead_is_no_date() -> None:
    assert "1.1 竹材的分类" in _kept(_page("竹材加工讲义", "2023-05-18", "1.1 竹材的分类", *BODY))


def test_more_plain_words_speak_more_for_talk() -> None:
    def worth(norm: str) -> float:
        return score(norm, words_of(norm))

    assert worth("更多精彩请关注本站") > worth("精彩请看本页") > worth("精彩的一天")


def test_a_line_without_such_words_is_no_candidate() -> None:
    assert not is_candidate(words_of("二十多名工人正在赶制一批凉席。"))
    assert is_candidate(words_of("请登录"))


def test_the_features_name_the_form_and_count_the_words_of_each_kind() -> None:
    norm = "请点击下方链接!"

    assert {"bias", "length0", "stop", "call", "plain1"} <= set(features(norm, words_of(norm)))


def test_every_weight_is_that_of_a_feature() -> None:
    counted = {f"{kind}{step}" for kind in ("plain", "likely", "told") for step in range(1, 5)}
    form = {"bias", "stop", "call", "sentences", "paragraph", "quoted", "host"} | {
        f"length{i}" for i in range(6)
    }

    assert set(talk().weights) <= counted | form
