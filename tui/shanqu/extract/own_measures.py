"""What a number counts where only the thing or the verb beside it tells, or the number of such things before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shanqu.extract.lexicon import place_scanner
from shanqu.extract.measures import Name, gap
from shanqu.extract.quantities import Quantity
from shanqu.extract.segment import is_verb
from shanqu.extract.segment import words as pieces
from shanqu.extract.vocabulary import any_of, listed
from shanqu.gazetteer.own_measures import OwnMeasure, own_measures
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import words
from shanqu.model import FactKind

_MEASURES = ("count", "people", "goods", "length", "told")
_CLOSED = re.compile("[、,，。;；!！”)）]|$")
_LEAD = re.compile("^[、,，和及与]")
_LENGTH = "长度"


def name_own(
    quantity: Quantity, before: str, after: str, named: Sequence[tuple[Quantity, Name]]
) -> Name | None:
    """The indicator of `quantity`, None where nothing beside it tells. `before` is the text from the end of the last figure
    or clause, `after` the rest of the clause, `named` are the figures of the sentence before it with their names."""
    if quantity.measure not in _MEASURES:
        return None
    for rule, behind, ahead in _patterns():
        if quantity.unit in rule.units and (quantity.value or quantity.high or 0) >= rule.least:
            found = _beside(
                rule, behind.match(after) if behind else None, ahead.search(before) if ahead else None
            )
            if found:
                name = rule.name.replace("*", found)
                kind: FactKind = "count" if quantity.measure == "count" or name.endswith("数") else "level"
                return Name(name, kind, found if rule.is_class else None)
    same = next((name for item, name in reversed(named) if _alike(item, quantity)), None)
    return _going_on(quantity, before, after, same) or _travelled(quantity, before, named)


def _alike(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit and one.measure == other.measure


def _beside(rule: OwnMeasure, behind: re.Match[str] | None, ahead: re.Match[str] | None) -> str | None:
    """The word by which the rule holds."""
    if rule.beside:
        found = behind or ahead
        return found["word"] if found else None
    if (rule.before and ahead is None) or (rule.behind and behind is None):
        return None
    return behind["word"] if behind else ahead["word"] if ahead else None


@once
def _patterns() -> tuple[tuple[OwnMeasure, re.Pattern[str] | None, re.Pattern[str] | None], ...]:
    """The rules, each with what it wants to see behind the figure and before it."""
    not_behind, between = (
        listed("own_measures", "words", "not_behind"),
        listed("own_measures", "words", "between"),
    )
    found = []
    for rule in own_measures():
        behind, ahead = rule.beside or rule.behind, rule.beside or rule.before
        found.append(
            (
                rule,
                re.compile(rf"的?“?[一-龥\d]{{0,{rule.off}}}?的?(?P<word>{any_of(behind)})(?!{not_behind})")
                if behind
                else None,
                re.compile(
                    rf"(?P<word>{any_of(ahead)})[了到]?[^,，。;；\d“”]{{0,{rule.apart}}}?(?:{gap()}{between})*{gap()}$"
                )
                if ahead
                else None,
            )
        )
    return tuple(found)


@once
def _more() -> re.Pattern[str]:
    """What parts such a number from the next: ,已|上架, ,其余, ,二期."""
    lists = {
        name: listed("own_measures", "words", name)
        for name in ("done_to", "dealt_with", "meanwhile", "rest", "phases")
    }
    return re.compile(
        rf"^[,，、;；]?(?:(?P<thing>[一-龥]{{2,6}}?)?(?:{lists['meanwhile']}+(?={lists['done_to']})|(?={lists['dealt_with']}))(?P<verb>{lists['done_to']})了?|(?P<rest>{lists['rest']})|{lists['phases']})$"
    )


def _going_on(quantity: Quantity, before: str, after: str, same: Name | None) -> Name | None:
    """What the last number of such things counts, where the words tell that of these some are counted."""
    if same is None or same.kind not in ("count", "level"):
        return None
    if quantity.measure == "length":
        parts = listed("own_measures", "words", "parts_of_way")
        return (
            Name(_LENGTH, "level") if same.indicator == _LENGTH and re.search(f"{parts}$", before) else None
        )
    found = _more().search(before)
    if found is None or not (_CLOSED.match(after) or (not found["verb"] and _acts(after))):
        return None
    thing = found["thing"]
    if thing and not same.indicator.startswith(thing):
        return None
    # What is left is what was not done to the others: 关停19家,余下的|31家.
    whole = same.indicator.removeprefix("新增") if found["verb"] or found["rest"] is None else same.indicator
    whole = (
        _undone().sub("", whole) if found["rest"] else _acted_on().sub("", whole) if found["verb"] else whole
    )
    return Name(f"{found['verb'] or ''}{whole}", same.kind)


@once
def _acted_on() -> re.Pattern[str]:
    """The verb of a count, which another one takes the place of: 开工项目5个、|投产2个."""
    return re.compile(f"^{listed('counting', 'actions')}")


@once
def _undone() -> re.Pattern[str]:
    return re.compile(f"^{listed('own_measures', 'words', 'done_away')}")


def _travelled(quantity: Quantity, before: str, named: Sequence[tuple[Quantity, Name]]) -> Name | None:
    """How far they went that went so many times: 飞行2000架次、|8000公里."""
    last = named[-1][1].indicator if named else ""
    flown = quantity.measure == "length" and _LEAD.fullmatch(before) and last.endswith("架次")
    return Name(f"{last.removesuffix('架次')}里程", "level") if flown else None


def _acts(after: str) -> bool:
    """Whether the clause goes on with a verb or a preposition, so that no noun follows that would be counted."""
    found = pieces(after[:6])
    return bool(found) and (
        is_verb(found[0])
        or after.startswith(words("own_measures", "words", "prepositions"))
        or place_scanner().begins(after) is not None
    )
