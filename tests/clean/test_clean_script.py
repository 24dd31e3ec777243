"""Traditional characters: copies of mainland pages are shown simplified, genuine ones are not."""

from __future__ import annotations

from shanqu.clean import clean, paragraphs
from shanqu.model import Article, Page
from shanqu.text.fold import fold
from shanqu.text.paragraphs import original_title
from shanqu.text.simplified import simplified

MIRROR = """麗水市山區縣發展綠色產業

2018-07-03 09:12 來源：浙江日報

近日，記者從麗水經濟開發區獲悉，遂昌縣、慶元縣兩地引進項目十二個，總投資達三十億元，縣委書記到會講話。

“要把生態優勢變成發展優勢。”縣委書記說，隨著基礎設施完善，企業信心更足，招商引資的質量也更高了。
"""
GENUINE = """浙江山區縣拓展在港業務

2018-07-03 09:12 香港商報

本港商會昨日接待了來自內地的訪問團，行政長官在會上致辭，稱兩地在資訊科技、金融方面的合作前景廣闊。

「這次訪問收穫很多。」團長說，隨著交通改善，港元結算的業務亦會增加，特區政府樂見其成，商會將繼續跟進。
"""


def cleaned(text: str, url: str | None = None) -> Article:
    return clean(Page(path="p", text=text, encoding="utf-8", sha256="", url=url))


def body(found: Article) -> str:
    return "\n".join(one.text for one in paragraphs(found))


def test_the_copy_of_a_mainland_page_is_shown_simplified_and_can_be_taken_back() -> None:
    found = cleaned(MIRROR)
    assert "近日，记者从丽水经济开发区获悉，遂昌县、庆元县两地引进项目十二个" in body(found)
    assert "随着基础设施完善，企业信心更足" in body(found)
    assert found.title == "丽水市山区县发展绿色产业"
    assert original_title(found) == "麗水市山區縣發展綠色產業"
    assert {edit.reason for edit in found.edits} == {"traditional"}
    assert all(MIRROR[edit.start : edit.end] == edit.before for edit in found.edits)
    assert "\n".join(one.text for one in paragraphs(found, original=True)) in MIRROR.replace("\n\n", "\n")
    assert "traditional" in found.warnings


def test_each_simplified_character_stands_for_its_own_traditional_one() -> None:
    aligned = paragraphs(cleaned(MIRROR))[0].aligned
    at = aligned.text.index("庆元县")
    assert MIRROR[slice(*aligned.to_page(at, at + 3))] == "慶元縣"


def test_what_is_written_in_hong_kong_stays_and_is_marked() -> None:
    found = cleaned(GENUINE)
    assert not found.edits
    assert "traditional" in found.warnings


def test_the_host_of_a_taiwanese_page_counts() -> None:
    assert cleaned(MIRROR).edits
    assert not cleaned(
        MIRROR.replace("“", "「").replace("”", "」"), url="https://news.example.com.tw/1"
    ).edits


def test_a_name_in_traditional_characters_does_not_make_a_page_traditional() -> None:
    found = cleaned(
        "乌镇的新书\n\n2020-01-02 来源:山里新闻网\n\n作家鍾肇政的名字在书里写作鍾,这一点读者们都注意到了,出版社说明了缘由,并在附录中列出了各种写法。\n"
    )
    assert not found.edits
    assert "traditional" not in found.warnings


def test_words_keep_the_characters_that_they_have_in_simplified_text() -> None:
    assert simplified("乾隆年間，於潛人曬乾了筍，著名的瞭望臺") == "乾隆年间，於潜人晒干了笋，著名的瞭望台"
    assert simplified("plain ASCII") == "plain ASCII"


def test_search_finds_traditional_text_by_simplified_words_and_the_other_way_round() -> None:
    assert fold("麗水經濟開發區") == fold("丽水经济开发区")
    assert fold("乾隆") == "乾隆"
    assert fold("İstanbul Ａ麗") == "İstanbul a丽"
