"""What is said of a word that nothing is called: what may have been meant."""

from __future__ import annotations

import pytest

from shanqu.cli.main import main
from shanqu.cli.suggesting import nearest
from shanqu.i18n import set_language
from shanqu.indexing import add
from shanqu.paths import seeds_dir


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("library") / "seeds"
    add([seeds_dir()], folder)
    return str(folder)


@pytest.mark.parametrize(
    ("typed", "status", "meant"),
    [
        (["serch", "遂昌"], 2, "search"),
        (["list", "--jsn"], 2, "--json"),
        (["compare", "遂昌", "xainju"], 2, "仙居县"),
        (["compare", "遂昌", "仙"], 2, "仙居县"),
        (["profile", "凯恩"], 1, "浙江凯恩特种材料股份有限公司"),
        (["profile", "浙江凯恩特钟材料股份有限公司"], 1, "浙江凯恩特种材料股份有限公司"),
        (["export", "凯恩"], 1, "浙江凯恩特种材料股份有限公司"),
        (["corrections", "hide", "凯恩"], 1, "浙江凯恩特种材料股份有限公司"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_slip_is_answered_with_what_may_have_been_meant(
    library: str, typed: list[str], status: int, meant: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--library", library, "--lang", language, *typed]) == status
    said = capsys.readouterr().err
    assert meant in said.partition("did you mean" if language == "en" else "是不是")[2]
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize("typed", [["qqqqq"], ["list", "--zzzzzz"], ["profile", "qqqqqqqq"]])
def test_where_nothing_is_near_nothing_is_suggested(
    library: str, typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--library", library, "--lang", "en", *typed])
    assert "did you mean" not in capsys.readouterr().err


def test_a_figure_that_an_article_does_not_state_is_named_with_the_article(
    library: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--library", library, "--lang", "en", "corrections", "wrong", "1", "5亿分"]) == 1
    assert "article 1 does not state 5亿分" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["facts", "entities"])
def test_of_a_file_that_is_not_there_only_that_is_said(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--lang", "en", command, "/nowhere/page.txt"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_nearest_is_told_first_and_what_is_far_not_at_all() -> None:
    assert nearest("serch", ["add", "read", "search"]) == ["search"]
    assert nearest("qqq", ["add", "read"]) == []


@pytest.fixture(autouse=True)
def language_afterwards():
    yield
    set_language("zh")
