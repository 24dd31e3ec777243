"""The short names of firms, sought in the text that gives the full ones."""

from __future__ import annotations

import pytest

from shanqu.extract import firm_aliases
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import occurrences


def test_each_firm_is_sought_once_however_often_a_page_repeats_its_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sought: list[str] = []
    name = "浙江禾岱工艺科技有限公司"
    monkeypatch.setattr(
        firm_aliases, "occurrences", lambda text, form: sought.append(form) or occurrences(text, form)
    )

    def forms_sought(copies: int) -> int:
        text = f"{name}落户,禾岱科技说。" * copies
        sought.clear()
        full = [Span("company", at, at + len(name), name, how="legal form") for at in occurrences(text, name)]
        firm_aliases.aliases_of(text, full)
        return len(sought)

    assert forms_sought(1) == forms_sought(50) > 0
