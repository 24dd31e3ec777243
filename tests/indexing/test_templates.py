"""Lines that recur on the pages of one site are learned from a folder and dropped; a user may edit them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from shanqu.clean.template import site_key
from shanqu.indexing import Report, add, analyse
from shanqu.indexing.template_file import Site, template_of
from shanqu.model import Article, Page
from shanqu.query import Library, parse
from shanqu.text.paragraphs import cleaned_text

STORIES = [
    "遂昌县的车间里,工人们正忙着赶制订单,产品远销海外,今年的产值有望比去年增长两成。",
    "庆元县把香菇做成了大产业,从菌棒到餐桌,一朵香菇带动了三万农户增收,前景看好。",
    "青田县的石雕师傅收了一批徒弟,年轻人守着一方石头,把千年的手艺一代代传了下去。",
    "龙游县的特种纸企业连成了片,新上的生产线用人少、能耗低,订单已经排到了年底。",
    "缙云县的烧饼师傅走南闯北,一张小小的烧饼做出了三十多亿元的大生意,名声传遍四方。",
    "云和县的木制玩具出口到七十多个国家,设计师们把传统手艺和动画形象结合到了一起。",
    "景宁县的惠明茶开采了,采茶工人每天天不亮就上山,制茶师傅守着锅台忙到深夜。",
]
LOGO, SLOGAN = "山里人家的精神家园", "干部群众纷纷表示,要把好日子过得更加红火。"


def page(number: int) -> str:
    return f"{LOGO}\n山乡见闻之{'一二三四五六七'[number]}篇\n2023-05-0{number + 1} 来源:山里新闻网\n{STORIES[number]}\n{STORIES[number][:5]}负责人介绍了下一步的打算,大家都很有信心,车间也要扩建。\n{SLOGAN}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(7):
        (folder / f"{number}.txt").write_text(page(number), "utf-8")
    return folder


def texts(library: Path) -> list[str]:
    with Library.open(library) as opened:
        return [cleaned_text(opened.article(id).article) for id in sorted(opened.search(parse("")))]


def learned(library: Path) -> list[str]:
    (site,) = tomllib.loads((library / "templates.toml").read_text("utf-8"))["site"]
    return list(site["lines"])


def test_a_line_on_all_pages_of_a_site_is_learned_and_dropped_at_once(folder: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    assert add([folder], library) == Report(added=7)
    assert SLOGAN in learned(library)
    assert [SLOGAN in text or LOGO in text for text in texts(library)] == [False] * 7
    assert all(story in text for story, text in zip(STORIES, texts(library), strict=True))
    assert add([folder], library) == Report(unchanged=7)


def test_pages_that_come_one_by_one_are_learned_from_together(folder: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    for number in range(7):
        assert add([folder / f"{number}.txt"], library).added == 1
    assert [SLOGAN in text for text in texts(library)] == [False] * 7


def test_a_user_may_keep_a_line_and_drop_another(folder: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    add([folder], library)
    file = library / "templates.toml"
    own = STORIES[2]
    file.write_text(
        file.read_text("utf-8")
        .replace("own = []", f'own = ["{own}"]')
        .replace("keep = []", f'keep = ["{SLOGAN}"]'),
        "utf-8",
    )
    assert add([folder], library).updated == 7
    found = texts(library)
    assert [own in text for text in found] == [False] * 7
    assert STORIES[1] in found[1]
    (site,) = tomllib.loads(file.read_text("utf-8"))["site"]
    assert (site["own"], site["keep"]) == ([own], [SLOGAN])
    assert add([folder], library) == Report(unchanged=7)


def test_copies_of_one_page_teach_nothing(tmp_path: Path) -> None:
    for number in range(8):
        (tmp_path / f"{number}.txt").write_text(page(0), "utf-8")
    library = tmp_path / "library"
    add([tmp_path], library)
    assert not (library / "templates.toml").exists()
    assert STORIES[0] in texts(library)[0]


def test_what_recurs_inside_the_text_stays(folder: Path, tmp_path: Path) -> None:
    for number in range(7):
        text = page(number).replace(
            "负责人",
            f"一、总体情况\n{STORIES[number][:3]}的干部群众说起这个故事都很自豪,各有各的经历。\n{STORIES[number][:5]}负责人",
        )
        (folder / f"{number}.txt").write_text(text, "utf-8")
    library = tmp_path / "library"
    add([folder], library)
    assert all("一、总体情况" in text for text in texts(library))
    assert "一、总体情况" not in learned(library)


def test_a_broken_file_is_told_and_left_as_it_is(folder: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (library / "templates.toml").write_text("[[site]\n", "utf-8")
    report = add([folder], library)
    assert report.added == 7
    assert [path for path, _ in report.failed] == [str(library / "templates.toml")]
    assert (library / "templates.toml").read_text("utf-8") == "[[site]\n"


def test_files_that_are_cleaned_alone_lose_the_lines_that_the_library_learned(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "library"
    add([folder], library)
    monkeypatch.chdir(tmp_path)
    (article, _), *_ = analyse([Path("pages", "0.txt")], library=library, extract=False)
    assert SLOGAN not in cleaned_text(article)
    (without, _), *_ = analyse([Path("pages", "0.txt")], extract=False)
    assert SLOGAN in cleaned_text(without)


def test_a_broken_file_of_templates_is_told_and_the_files_are_cleaned_without(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "templates.toml").write_text("[[site]\n", "utf-8")
    told: list[str] = []
    found = list(analyse([folder], library=tmp_path, on_error=lambda path, reason: told.append(path)))
    assert len(found) == 7
    assert told == [str(tmp_path / "templates.toml")]


@pytest.mark.parametrize(
    ("site", "url"), [("浙江厂房网", None), (None, "http://quzhou.021cf.cn/post/1.html")]
)
def test_lines_of_known_sites_are_shipped_and_a_user_may_keep_them(site: str | None, url: str | None) -> None:
    article = Article(Page("p", "文", "utf-8", "", url=url), (), site=site)
    line = "产业招商/厂房土地租售:0 0 0"
    assert line in template_of(article, "pages", {})
    key = site_key(article, "pages")
    kept = template_of(
        article, "pages", {key: Site(own=["某某冠名"], keep=["产业招商/厂房土地租售:400 0123 021"])}
    )
    assert line not in kept
    assert "某某冠名" in kept
    other = Article(Page("p", "文", "utf-8", "", url="http://021cf.cn.example/"), (), site="别的网")
    assert not template_of(other, "pages", {})
