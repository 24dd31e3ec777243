"""Words for the stages of projects and for partnerships."""

from __future__ import annotations

from shanqu.gazetteer.tables import once, read_toml


@once
def stages() -> dict[str, tuple[str, ...]]:
    """The words of each stage, the earliest stage first."""
    return {stage: tuple(words) for stage, words in read_toml("events.toml")["stages"].items()}


@once
def partner_words() -> tuple[str, ...]:
    """Words of sentences that name partners; the kind of partnership is the first that a sentence holds."""
    return tuple(read_toml("events.toml")["partners"]["words"])
