"""Cleaning on the five seeds, three of which have hand-made gold text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from shanqu.clean import clean, paragraphs
from shanqu.ingest import read
from shanqu.model import KEPT_ROLES, Article, Role

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold" / "clean"
META = {row["doc"]: row for row in map(json.loads, (GOLD / "meta.jsonl").read_text("utf-8").splitlines())}


def article(doc: str) -> Article:
    (path,) = (ROOT / "seeds").glob(f"{doc}_*.txt")
    return clean(next(read(path)))


def gold_lines(doc: str) -> list[str]:
    return (GOLD / f"{doc}.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("doc", sorted(META))
def test_every_gold_line_is_kept_exactly_and_nothing_else(doc: str) -> None:
    kept = [paragraph.text for paragraph in paragraphs(article(doc), original=True)]
    assert kept == gold_lines(doc)


@pytest.mark.parametrize("doc", sorted(META))
def test_short_lines_have_their_role(doc: str) -> None:
    roles = [paragraph.role for paragraph in paragraphs(article(doc))]
    assert [i for i, role in enumerate(roles, 1) if role is Role.CAPTION] == META[doc]["caption_lines"]
    assert [i for i, role in enumerate(roles, 1) if role is Role.SUBHEAD] == META[doc]["subhead_lines"]


@pytest.mark.parametrize("doc", sorted(META))
def test_metadata(doc: str) -> None:
    found, wanted = article(doc), META[doc]
    assert found.title == wanted["title"]
    assert found.site == wanted["site"]
    assert found.column == wanted["column"]
    assert found.dateline == wanted["dateline"]
    assert found.published is not None
    assert found.published.iso == wanted["published_partial"]
    assert found.published.meaning == wanted["published_is"]
    assert list(found.reporters) == wanted["reporter"]
    assert list(found.editors) == ([wanted["editor"]] if wanted["editor"] else [])
    assert list(found.photo_credits) == wanted["photo_credits"]


def test_an_interview_keeps_its_six_subheads_and_loses_the_list_of_headlines() -> None:
    found = article("004")
    assert found.title == "产业集群新解法:上虞的发展密码"
    assert found.published is not None
    assert found.published.iso == "2020-10-15"
    assert found.source == "环球网"
    assert found.reporters == ("谭雅文",)
    assert found.blocks[0].role is Role.SPAM
    assert "spam-list" in found.warnings
    subheads = [p.text for p in paragraphs(found) if p.role is Role.SUBHEAD]
    assert len(subheads) == 6
    assert sum(block.role in KEPT_ROLES for block in found.blocks) == 30


def test_a_related_list_goes_with_its_teasers() -> None:
    found = article("001")
    related = [block for block in found.blocks if block.role is Role.RELATED]
    assert len(related) == 22
    assert found.published is not None
    assert (found.published.iso, found.published.meaning) == ("2024-09-26", "repost")
    assert len(paragraphs(found)) == 22
    assert paragraphs(found)[-1].text.endswith("这绝对大有可为。")


def test_reposters_swaps_are_undone_where_they_stand_for_another_word() -> None:
    edits = article("000").edits
    assert [(edit.before, edit.after) for edit in edits].count(("蕞", "最")) == 4
    assert [(edit.before, edit.after) for edit in edits].count(("头部", "第一")) == 1
    assert not article("002").edits, "头部型企业 is meant as written"
    assert not article("004").edits, "头部效应 is meant as written"
