"""Events: what became of a project, firm, park or policy, whose and when."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from shanqu.model import Extraction, Fact, Published

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))

import events as scorer  # noqa: E402

Reading = Callable[..., Extraction]


def _events(extraction: Extraction) -> list[Fact]:
    return [fact for fact in extraction.facts if fact.kind == "event"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021年3月,遂昌县甲乙造纸项目签约。", ("签约", "遂昌县甲乙造纸项目", "2021-03")),
        ("遂昌县甲乙造纸项目于2021年3月5日破土动工。", ("开工", "遂昌县甲乙造纸项目", "2021-03-05")),
        ("2021年上半年,遂昌县甲乙造纸项目奠基。", ("奠基", "遂昌县甲乙造纸项目", "2021-01/2021-06")),
        ("遂昌县甲乙造纸项目2021年底建成投产。", ("投产", "遂昌县甲乙造纸项目", "2021")),
        ("遂昌县甲乙造纸项目2021年5月竣工。", ("竣工", "遂昌县甲乙造纸项目", "2021-05")),
        ("2021年,浙江甲乙纸业有限公司落户遂昌县。", ("落户", "浙江甲乙纸业有限公司", "2021")),
        ("2021年8月,遂昌县出台《工业强县办法》。", ("出台", "工业强县办法", "2021-08")),
    ],
)
def test_each_sort_of_event(reading: Reading, text: str, expected: tuple[str, str, str]) -> None:
    (event,) = _events(reading(text))
    assert (event.indicator, event.subject, event.period_norm) == expected
    assert (event.place, event.code, event.status, event.value) == ("遂昌县", "331123", "actual", None)


def test_the_span_is_the_word_and_the_sentence_the_evidence(reading: Reading) -> None:
    text = "遂昌县风光好。2021年3月,遂昌县甲乙造纸项目开工建设。"
    (event,) = _events(reading(text))
    assert text[event.start : event.end] == event.value_text == "开工建设"
    assert event.sentence == text[event.sentence_start : event.sentence_end] == text[7:]
    assert event.period == "2021年3月"


@pytest.mark.parametrize(
    "text",
    [
        "今年,遂昌县重大项目开工率95%,签约额40亿元。",
        "遂昌县甲乙造纸项目投产后,年产值8亿元。",
        "2021年,遂昌县签约项目20个,竣工投产企业8家。",
        "遂昌县甲乙造纸项目至今尚未开工。",
        "如果2023年遂昌县甲乙造纸项目投产,税收将翻番。",
        "推动遂昌县甲乙造纸项目早日开工。",
        "遂昌县签约仪式很多。",
        "遂昌县甲乙造纸项目2023年完工产值2亿元。",
        "遂昌县甲乙造纸项目2023年投产产能3万吨。",
    ],
)
def test_what_is_no_event(reading: Reading, text: str) -> None:
    assert _events(reading(text)) == []


@pytest.mark.parametrize("behind", ["产值2亿元", "量3万吨", "产能3万吨"])
def test_what_was_finished_in_a_year_is_no_day_of_finishing(reading: Reading, behind: str) -> None:
    facts = reading(f"遂昌县甲乙造纸项目2023年完工{behind}。").facts
    assert [fact for fact in facts if fact.kind == "milestone"] == []
    assert len(facts) <= 1


@pytest.mark.parametrize("word", ["将于2026年6月", "计划2026年6月", "力争2026年6月", "预计2026年6月"])
def test_what_is_to_come_is_planned(reading: Reading, word: str) -> None:
    (event,) = _events(reading(f"遂昌县甲乙造纸项目{word}投产。"))
    assert (event.status, event.period_norm) == ("planned", "2026-06")


def test_the_year_is_that_of_the_page_only_where_it_is_proven(reading: Reading) -> None:
    text = "12月8日,遂昌县甲乙造纸项目开工。"
    proven = Published("2022-01-04", "2022-01-04", "original", "test")
    assert _events(reading(text))[0].period_norm is None
    assert _events(reading(text, published=proven._replace(meaning="repost")))[0].period_norm is None
    assert _events(reading(text, published=proven))[0].period_norm == "2021-12-08"


@pytest.mark.parametrize(
    ("words", "day"),
    [("今天", "2022-01-04"), ("昨日", "2022-01-03"), ("3日", "2022-01-03"), ("28日", "2021-12-28")],
)
def test_days_are_counted_from_the_day_of_publication(reading: Reading, words: str, day: str) -> None:
    proven = Published("2022-01-04", "2022-01-04", "original", "test")
    (event,) = _events(reading(f"{words},遂昌县甲乙造纸项目开工。", published=proven))
    assert event.period_norm == day


def test_all_of_a_list_have_the_event(reading: Reading) -> None:
    text = "2021年3月,遂昌县甲乙造纸项目、遂昌县丙丁水泵项目集中开工。"
    assert [event.subject for event in _events(reading(text))] == ["遂昌县甲乙造纸项目", "遂昌县丙丁水泵项目"]


def test_a_later_event_does_not_take_the_date_of_the_one_before(reading: Reading) -> None:
    signed, producing = _events(reading("遂昌县甲乙造纸项目2021年3月签约,目前已投产。"))
    assert (signed.period_norm, producing.period_norm) == ("2021-03", None)


def test_the_date_of_a_visit_is_not_that_of_the_event(reading: Reading) -> None:
    (event,) = _events(reading("2021年3月2日,记者走访获悉,遂昌县甲乙造纸项目投产。"))
    assert event.period is None


@pytest.mark.parametrize(("name", "least"), [("events_tuned", 0.95), ("events_held", 0.8)])
def test_invented_passages_with_events(name: str, least: float) -> None:
    scores = scorer.score(Path(__file__).parent / "passages" / f"{name}.toml")
    for kind in ("event", "pairing"):
        right, found, wanted = scores[kind]
        assert right / found >= least and right / wanted >= least, kind
    for kind, (right, _, wanted) in scores.items():
        assert right / wanted >= least, kind
