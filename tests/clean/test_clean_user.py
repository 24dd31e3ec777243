"""Rules of the user's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from shanqu.clean import clean, paragraphs
from shanqu.clean.user import RulesError, use_rules
from shanqu.model import Page

TEXT = "近年来,当地把生态工业作为富民的根本,引进企业,建设园区,产值连续三年保持两位数增长,带动了群众增收。"
OTHER = TEXT.replace("近年来", "三年间")
PAGE = f"山区县的新路子\n2020-01-02 来源:山里新闻网\n{TEXT}\n本栏由某某银行冠名\n{OTHER}"


@pytest.fixture(autouse=True)
def packaged_rules_afterwards() -> Iterator[None]:
    yield
    use_rules(None)


def kept() -> list[str]:
    return [p.text for p in paragraphs(clean(Page(path="p", text=PAGE, encoding="utf-8", sha256="")))]


def test_a_users_rule_and_swap_count_beside_the_packaged_ones(tmp_path: Path) -> None:
    assert "本栏由某某银行冠名" in kept()
    (tmp_path / "boilerplate.toml").write_text(
        '[[rule]]\nid = "sponsor"\nrole = "advert"\nwhere = "any"\nmax = 30\npattern = "本栏由.{2,20}冠名"\n',
        "utf-8",
    )
    (tmp_path / "swaps.toml").write_text(
        '[[swap]]\nreason = "mine"\nafter = "本县"\npattern = "(?P<x>当地)"\n', "utf-8"
    )
    use_rules(tmp_path)
    assert kept() == [text.replace("当地", "本县") for text in (TEXT, OTHER)]
    use_rules(None)
    assert "本栏由某某银行冠名" in kept()


def test_a_users_words_join_a_lexicon(tmp_path: Path) -> None:
    (tmp_path / "labels.toml").write_text(
        '[[lexicon]]\nname = "estate"\nwords = ["本栏", "冠名", "银行"]\n', "utf-8"
    )
    use_rules(tmp_path)
    assert kept() == [TEXT, OTHER]


@pytest.mark.parametrize(
    "content",
    [
        "[[rule]",
        '[[rule]]\nid = "x"\nrole = "advert"\nwhere = "any"\nmax = 30\npattern = "("\n',
        '[[rule]]\nid = "x"\nrole = "nothing"\nwhere = "any"\nmax = 30\npattern = "a"\n',
        '[[rule]]\nid = "x"\n',
    ],
)
def test_a_wrong_file_is_refused_and_the_packaged_rules_stay(tmp_path: Path, content: str) -> None:
    (tmp_path / "boilerplate.toml").write_text(content, "utf-8")
    before = kept()
    with pytest.raises(RulesError, match=tmp_path.name):
        use_rules(tmp_path)
    assert kept() == before
