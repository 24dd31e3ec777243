"""Words for the stages of projects, and for events."""

from __future__ import annotations

from typing import Any, NamedTuple

from shanqu.gazetteer.tables import once, read_toml


class EventRule(NamedTuple):
    """An event: its canonical name, its words, the kinds of names it happens to, the likelier first, and the sort of it
    on a timeline. `by_name` tells that a date alone does not make it one, `closed` that nothing but a date follows it."""

    name: str
    sort: str
    words: tuple[str, ...]
    subjects: tuple[str, ...]
    by_name: bool
    closed: bool


@once
def stages() -> dict[str, tuple[str, ...]]:
    """The words of each stage, the earliest stage first."""
    return {stage: tuple(words) for stage, words in _stages()["stages"].items()}


def around_stages(name: str) -> tuple[str, ...]:
    """The words of that list of [around]: what stands around a stage, or between a project and an amount."""
    return tuple(_stages()["around"][name])


@once
def _stages() -> dict[str, Any]:
    return read_toml("stages.toml")


@once
def event_rules() -> dict[str, EventRule]:
    """Each word of an event with its rule."""
    rules = [
        EventRule(
            row["name"],
            row["sort"],
            tuple(row["words"]),
            tuple(row["subjects"]),
            row.get("needs") == "name",
            row.get("closed", False),
        )
        for row in read_toml("events.toml")["event"]
    ]
    return {word: rule for rule in rules for word in rule.words}


@once
def sort_of(event: str) -> str:
    """The sort of an event with that canonical name; `milestone` where there is no such event."""
    return next((rule.sort for rule in event_rules().values() if rule.name == event), "milestone")
