"""A user extends the rules of cleaning with files of their own."""

from pathlib import Path

import pytest

from shanqu.clean.user import use_rules
from shanqu.indexing import add, analyse

PAGE = """遂昌发展竹产业

2023-05-06 来源:丽水日报

  遂昌县的车间里,工人们正忙着赶制订单,产品远销海外。

  负责人介绍,今年的产值有望比去年增长两成。

山货直通车热线请找小王
"""

RULE = """
[[rule]]
id = "anchor:own-hotline"
role = "advert"
where = "tail"
max = 40
pattern = '山货直通车热线.*'
"""


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    folder = tmp_path / "config" / "shanqu" / "gazetteer"
    folder.mkdir(parents=True)
    yield folder
    use_rules(None)


def test_a_rule_of_the_users_own_is_followed_and_old_articles_are_read_again(
    own: Path, tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    library = tmp_path / "library"
    add([page], library)
    (own / "boilerplate.toml").write_text(RULE, encoding="utf-8")
    assert add([page], library).updated == 1
    assert add([page], library).unchanged == 1
    ((article, _),) = analyse([page], extract=False)
    assert article.blocks[-1].reason == "anchor:own-hotline"


def test_a_broken_rule_is_told_and_the_packaged_ones_go_on(own: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    (own / "boilerplate.toml").write_text('[[rule]]\npattern = "("\n', encoding="utf-8")
    told: list[tuple[str, str]] = []
    assert len(list(analyse([page], extract=False, on_error=lambda *error: told.append(error)))) == 1
    assert [path for path, _ in told] == [str(own)]
    assert "not used" in told[0][1]
