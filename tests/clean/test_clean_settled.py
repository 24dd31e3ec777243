"""What is left of a page's frame goes when the kept text is read as a page of its own."""

from __future__ import annotations

from shanqu.clean import clean, paragraphs
from shanqu.clean.settled import settled
from shanqu.model import Article, Block, Edit, Page, Role

TITLE = "缙云召开制造业高质量发展大会"
BODY = (
    "5月8日，缙云县召开制造业高质量发展大会，会上公布了去年全县工业经济的成绩单，规上工业增加值同比增长8.1%，增速居全市第二位。",
    "缙云经济开发区管委会主任在会上介绍，开发区去年新落地项目23个，总投资96亿元，其中十亿元以上的项目有3个，全部当年开工。",
    "下一步，缙云县将继续抓住数字化改造这个牛鼻子，推动短途交通、装备制造、健康医疗三大产业向高端延伸，争取再上一个台阶。",
)


def article(*kept: str, edits: tuple[Edit, ...] = ()) -> Article:
    """An article that keeps each of the lines below its headline."""
    text = "\n".join((TITLE, *kept))
    blocks, at = [], 0
    for line in text.splitlines(keepends=True):
        role = Role.BODY if blocks else Role.TITLE
        blocks.append(Block(at, at + len(line), role, "prose"))
        at += len(line)
    return Article(Page("p", text, "utf-8", ""), tuple(blocks), edits=edits, title=TITLE)


def kept(found: Article) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(found)]


def test_counts_between_headline_and_text_go_with_the_reason_of_the_second_reading() -> None:
    found = settled(article("4", "3573", *BODY), [])
    assert kept(found) == list(BODY)
    assert [block.reason for block in found.blocks[1:3]] == ["anchor:date-fragment", "residue-under-title"]


def test_a_whole_article_stays_as_it_is() -> None:
    whole = article(*BODY)
    assert settled(whole, []) is whole


def test_edits_of_what_goes_go_with_it() -> None:
    at = len(TITLE) + 1
    both = (Edit(at, at + 1, "4", "4", "width"), Edit(at + 7, at + 8, "5", "5", "width"))
    assert settled(article("4", "3573", *BODY, edits=both), []).edits == both[1:]


def test_a_list_that_only_its_page_held_together_is_not_taken_apart() -> None:
    entries = [line for index in range(20) for line in (f"{index + 1}、甲山风景区", f"票价：{index}0元")]
    whole = article(BODY[0], *entries, BODY[2])
    assert settled(whole, []) is whole


def test_icons_and_characters_without_width_do_not_keep_the_space_beside_them() -> None:
    found = clean(Page("p", f"{TITLE}\n\ue621 {BODY[0]}\n{BODY[1]}\u200b \n", "utf-8", ""))
    assert kept(found) == list(BODY[:2])


def test_the_card_of_an_account_is_no_headline() -> None:
    found = clean(Page("p", "\n".join(("3271篇原创内容", TITLE, "2024-05-20 08:00", *BODY)), "utf-8", ""))
    assert (found.title, kept(found)) == (TITLE, list(BODY))
