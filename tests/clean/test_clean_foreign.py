"""Pages whose text is in letters, beside those that only have some."""

from __future__ import annotations

from shanqu.clean import clean, paragraphs
from shanqu.model import Article, Page

TITLE = "Shanli county draws pump makers to its hilltop industrial park"
TEXT = (
    "Shanli county in the south of the province opened the second phase of its hilltop industrial park on Monday.",
    "Eleven makers of pumps and valves have moved in so far, and six more are expected before the end of the year.",
    "The park, which covers 240 hectares, will employ about 3,000 people once all of its workshops are running.",
)
CHINESE = (
    "山里县高山工业园二期周一正式启用，已有十一家泵阀企业入驻，年底前还将有六家企业陆续投产。",
    "园区占地二百四十公顷，全部车间投入运行后预计可带动周边乡镇约三千人就近就业，产值有望突破十亿元。",
    "县里同步建成了公共检测中心和员工公寓，企业从签约到开工的时间比一期缩短了将近一半。",
    "负责人介绍，下一步将围绕关键零部件继续招引配套企业，力争三年内形成较为完整的产业链条。",
    "园区还与两所职业学校签订协议，每年定向培养一百二十名数控技工，缓解当地企业用工难题。",
)


def cleaned(*lines: str) -> Article:
    return clean(Page(path="p", text="\n".join(lines), encoding="utf-8", sha256=""))


def kept(article: Article) -> list[str]:
    return [one.text for one in paragraphs(article)]


def test_an_english_page_keeps_its_text_below_its_headline() -> None:
    article = cleaned("Home> Business", TITLE, *TEXT)
    assert article.title == TITLE
    assert kept(article) == list(TEXT)


def test_the_line_of_site_and_day_under_an_english_headline_dates_the_page() -> None:
    article = cleaned(TITLE, "eshanli.example.org| Updated: May 4, 2022 L M S", *TEXT)
    assert article.published is not None
    assert article.published.iso == "2022-05-04"
    assert kept(article) == list(TEXT)


def test_a_word_within_an_english_headline_is_no_telephone() -> None:
    assert cleaned("Province relists two counties near the western hills", *TEXT).title is not None
    assert cleaned("山里县工业园二期启用", *CHINESE, "联系方式 tel 0578 电话").title == "山里县工业园二期启用"


def test_english_below_a_chinese_text_stays_none_of_it() -> None:
    article = cleaned("山里县工业园二期启用", *CHINESE, *TEXT)
    assert kept(article) == list(CHINESE)
