"""Which lines of a site's pages count as its template."""

from __future__ import annotations

from shanqu.clean import clean, paragraphs
from shanqu.clean.template import Seen, normal, packed, recurring, site_key, spelled
from shanqu.model import Page

BODY = "{name}的车间里,工人们正忙着赶制订单,产品远销海外,{name}的产值有望增长。"
LAST = "{name}的负责人说,明年还要再建三条生产线,招收二百名工人,带动更多人就业。"


def page(name: str, *tail: str, head: tuple[str, ...] = (), url: str | None = None) -> Page:
    lines = (
        *head,
        f"{name}的新路子",
        "2020-01-02 来源:山里新闻网",
        BODY.format(name=name),
        LAST.format(name=name),
        *tail,
    )
    return Page(path=f"/x/{name}", text="\n".join(lines), encoding="utf-8", sha256="", url=url)


def learned(pages: list[Page]) -> set[str]:
    found = [clean(one) for one in pages]
    hashes = recurring(Seen(number, packed(one)) for number, one in enumerate(found))
    return {line for one in found for line in spelled(one, hashes).values()}


NAMES = ("遂昌", "庆元", "龙游", "景宁")


def test_a_line_after_the_text_of_most_pages_is_of_the_site() -> None:
    assert learned([page(name, "天天看山乡每日一读好心情") for name in NAMES]) == {"天天看山乡每日一读好心情"}


def test_figures_in_it_may_differ() -> None:
    found = learned([page(name, f"山乡的朋友 {number * 7}位 都在看") for number, name in enumerate(NAMES)])
    assert found == {normal("山乡的朋友 12位 都在看")}


def test_a_line_of_two_pages_is_not() -> None:
    assert learned([page(name, "天天看山乡每日一读好心情") for name in NAMES[:2]]) == set()


def test_a_closing_sentence_that_the_text_keeps_needs_more_pages() -> None:
    closing = "干部群众纷纷表示,要把好日子过得更加红火。"
    assert learned([page(name, closing) for name in NAMES]) == set()
    more = [*NAMES, "缙云", "云和", "青田"]
    assert learned([page(name, closing) for name in more]) == {closing}


def test_a_page_is_cleaned_without_the_lines_of_its_site() -> None:
    line = "干部群众纷纷表示,要把好日子过得更加红火。"
    one = page("遂昌", line)
    assert line in [paragraph.text for paragraph in paragraphs(clean(one))]
    found = clean(one, frozenset({line}))
    assert line not in [paragraph.text for paragraph in paragraphs(found)]
    assert found.blocks[-1].reason == "template"


def test_a_site_is_its_host_or_else_its_folder_with_the_name_it_gives() -> None:
    assert site_key(clean(page("遂昌", url="https://News.Example.cn:80/1.html")), "/x") == "news.example.cn"
    assert site_key(clean(page("遂昌")), "/x").startswith("/x ")
