"""What the screens look like, on made-up articles: no rule of cleaning or extraction changes them."""

from pathlib import Path

import pytest

from made_up import hashes_of, reading_of
from shanqu.model import Article, Block, Edit, Extraction, Fact, Mention, Page, Published, Role
from shanqu.store.preparing import Analysed
from shanqu.store.writer import Store
from shanqu.ui.app import ShanquApp

PAGES = (
    (
        "首页 > 县域",
        "竹海里的新产业",
        "  近日,庆元县与遂昌县签约,总投资12亿元,一期年内开工。",
        "  车间里,新产线蕞快每分钟下线三件竹制品,产品远销海外。",
        "分享到: 微信 微博",
        "相关文章",
        "别处的山货节开幕",
    ),
    (
        "首页 > 要闻",
        "两县结对 山海同行",
        "  遂昌县经济开发区里,数字产业园今年引进企业20家。",
        "  “离海远,但离市场不远。”园区负责人说。",
        "版权声明:转载请注明出处",
        "相关文章",
        "天气预报",
    ),
)
ROLES = (Role.BREADCRUMB, Role.TITLE, Role.BODY, Role.BODY, Role.SHARE, Role.RELATED, Role.RELATED)
NAMES = (
    ("place", "遂昌县", "331123"),
    ("place", "庆元县", "331126"),
    ("park", "遂昌县经济开发区", None),
    ("industry", "数字产业", None),
)


def analysed(number: int, lines: tuple[str, ...]) -> Analysed:
    text = "\n".join(lines)
    blocks, at = [], 0
    for line, role in zip(lines, ROLES, strict=True):
        end = min(len(text), at + len(line) + 1)
        blocks.append(Block(at, end, role, "title" if role is Role.TITLE else f"anchor:{role.value}"))
        at = end
    edits = tuple(Edit(i, i + 1, "蕞", "最", "swap:zui") for i, char in enumerate(text) if char == "蕞")
    mentions = tuple(
        Mention(kind, text.index(name), text.index(name) + len(name), name, name, code)  # type: ignore[arg-type]
        for kind, name, code in NAMES
        if name in text
    )
    facts = ()
    if "12亿元" in text:
        start, sentence = text.index("12亿元"), lines[2].strip()
        low = text.index(sentence)
        facts = (
            Fact(
                start, start + 4, "12亿元", "总投资", "level", sentence, low, low + len(sentence),
                value=1.2e9, unit="元", place="庆元县", code="331126", attribution="explicit",
            ),
        )  # fmt: skip
    article = Article(
        Page(f"/pages/{number}.txt", text, "utf-8", str(number)),
        tuple(blocks),
        edits,
        title=lines[1],
        site="山区新闻网",
        column="县域",
        published=Published("2024-05-0" + str(number), f"2024-05-0{number}", "original", "test"),
        reporters=("张三",),
    )
    return Analysed(
        article,
        Extraction(mentions, facts),
        hashes_of(text),
        [name for kind, name, _ in NAMES if kind == "place" and name in text],
    )


@pytest.fixture(scope="module")
def made_up_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made-up") / "library"
    with Store(folder) as store, store.transaction():
        for number, lines in enumerate(PAGES, 1):
            store.write(analysed(number, lines), rules=1, reading=reading_of)
    return folder


@pytest.mark.parametrize(
    ("size", "keys"),
    [
        pytest.param((120, 30), (), id="browse-wide"),
        pytest.param((80, 24), (), id="browse-80"),
        pytest.param((40, 24), ("tab",), id="browse-40"),
        pytest.param((80, 24), ("j", "enter", "v"), id="raw"),
        pytest.param((80, 24), ("c", *"sc", "enter", *"qingyuan", "enter", "enter"), id="compare"),
        pytest.param((80, 24), ("tab", "tab", "e"), id="sentences"),
        pytest.param((80, 24), ("c", *"sc"), id="picker"),
        pytest.param((80, 24), ("question_mark",), id="help"),
    ],
)
def test_screens_look_as_before(snap_compare, made_up_library: Path, size, keys):
    async def settle(pilot):
        await pilot.pause(0.3)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.1)
        await pilot.pause(0.3)

    assert snap_compare(ShanquApp(made_up_library), terminal_size=size, run_before=settle)
