"""What the warnings of an article mean for those who use it."""

from __future__ import annotations

from collections.abc import Iterable

# Warnings of pages whose sentences somebody else has tampered with: what they say is no evidence.
NOT_FIT = frozenset({"scrambled", "spam-phrase"})


def fit_for_comparison(warnings: Iterable[str]) -> bool:
    """Whether figures of an article with these warnings may stand beside those of others."""
    return NOT_FIT.isdisjoint(warnings)
