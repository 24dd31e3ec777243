"""How the slots of annotated passages are filled anew."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterable

from annotated import HERE, Named, Passage

from shanqu.extract.lexicon import place_scanner
from shanqu.gazetteer import counties
from shanqu.gazetteer.regions import doubt
from shanqu.gazetteer.terms import surnames, words

_TRADES = tuple(sorted(words("companies", "trades"), key=len, reverse=True))
_FORMS = tuple(sorted(words("companies", "forms"), key=len, reverse=True))
_PARKS = frozenset(words("bodies", "park", "endings"))
_HOLDING = ("project", "organization", "park", "product", "policy")
_KINDS = {
    "c": "company",
    "f": "company",
    "p": "person",
    "o": "organization",
    "j": "project",
    "g": "product",
    "k": "park",
    "i": "industry",
    "y": "policy",
}
# Kinds whose names are exchanged for others of the same make, how many of them.
_EXCHANGED = ("park", "organization", "project", "product", "industry")
_EXCHANGES = 0.4
_TITLES = tuple(title for title in words("people", "titles") if 2 <= len(title) <= 6)


Pools = dict[tuple[str, bool, str], tuple[str, ...]]


def pools_of(passages: Iterable[Passage]) -> Pools:
    """The names of the passages that may stand for one another: of a kind, all with a county before them or none,
    and with the same noun at their end."""
    found: dict[tuple[str, bool, str], dict[str, None]] = {}
    for passage in passages:
        for start, end, kind in (*passage.sure, *passage.optional):
            if kind in _EXCHANGED:
                form = passage.text[start:end]
                found.setdefault(_make(form, kind), {})[form] = None
    return {make: tuple(forms) for make, forms in found.items()}


def _make(form: str, kind: str) -> tuple[str, bool, str]:
    """By what a name is like others."""
    located = any(form.startswith(place.short) for place in counties())
    return kind, located, "" if kind == "product" else form[-2:]


class Filler:
    """Fills slots anew, by `seed` the same each time; names of the kinds of `pools` with those of the same make."""

    def __init__(self, seed: int, pools: Pools | None = None) -> None:
        self.dice = random.Random(seed)
        self.pools = pools or {}
        self.lists = tomllib.loads((HERE / "names" / "slots.toml").read_text(encoding="utf-8"))
        doubtful = doubt().words
        self.counties = [
            place for place in counties() if len(place.short) == 2 and place.short not in doubtful
        ]
        self.surnames = sorted(surnames())
        self.waters = sorted(name for name, entry in place_scanner().entries.items() if entry.how == "nature")

    def varied(self, passage: Passage, *, places: bool = True) -> Passage:
        """The passage with other firms and persons in the same places, and (`places`) other counties."""
        forms = {(passage.text[start:end], kind) for start, end, kind in (*passage.sure, *passage.optional)}
        new = self._firms(sorted(form for form, kind in forms if kind == "company"))
        new |= {form: self._person(form) for form, kind in sorted(forms) if kind == "person"}
        exchanged = self._exchanges(forms)
        moved = self._moves(passage) if places else {}
        # Firms also stand inside the names of projects and bodies.
        inner = {form: name for form, name in new.items() if len(form) > 1} | moved
        inner |= (
            {firm: self._coined(2) for firm in self.lists["firms"] if len(firm) > 2} if not places else {}
        )
        pieces: list[str] = []
        groups: dict[bool, list[Named]] = {True: [], False: []}
        at = length = 0
        for start, end, kind in sorted((*passage.sure, *passage.optional)):
            gap = _moved(passage.text[at:start], moved)
            form = passage.text[start:end]
            filled = new.get(form) if kind in ("company", "person") else None
            filled = filled or exchanged.get((form, kind))
            name = filled or _moved(form, inner if kind in _HOLDING else moved)
            pieces += [gap, name]
            length += len(gap)
            groups[(start, end, kind) in passage.sure].append((length, length + len(name), kind))
            length += len(name)
            at = end
        pieces.append(_moved(passage.text[at:], moved))
        return Passage(passage.name, "".join(pieces), tuple(groups[True]), tuple(groups[False]))

    def patterns(self) -> Passage:
        """One passage of all sentences with slots, each slot filled."""
        lines = (HERE / "names" / "patterns.txt").read_text(encoding="utf-8").splitlines()
        pieces: list[str] = []
        sure: list[Named] = []
        length = 0
        for line in lines:
            if not line or line.startswith("#"):
                continue
            text, named = self._line(line)
            sure += [(length + start, length + end, kind) for start, end, kind in named]
            pieces.append(text)
            length += len(text) + 1
        return Passage("patterns", "\n".join(pieces), tuple(sure))

    def _line(self, line: str) -> tuple[str, list[Named]]:
        text, named = "", []
        for part in re.split(r"(<[a-z]:[^>]*>|\{[a-z]\})", line):
            inner = re.fullmatch(r"<([a-z]):(.*)>", part)
            kind = _KINDS.get(inner[1] if inner else part.strip("{}"), "") if part[:1] in ("<", "{") else ""
            filled = re.sub(r"\{([a-z])\}", lambda slot: self._slot(slot[1]), inner[2] if inner else part)
            if kind:
                named.append((len(text), len(text) + len(filled), kind))
            text += filled
        return text, named

    def _slot(self, letter: str) -> str:
        if letter == "c":
            return self._bare() if self.dice.random() < 0.6 else self._full()
        if letter == "p":
            return self._person("某某")
        if letter == "l":
            place = self.dice.choice(self.counties)
            return place.short if self.dice.random() < 0.5 else place.name
        if letter == "t":
            return str(self.dice.choice(_TITLES))
        if letter == "f":
            return self._full()
        return str(self.dice.choice((3, 8, 12, 26, 45, 120, 300, 1500)))

    def _full(self) -> str:
        """A name with its trade, often with its place before and its legal form behind."""
        head = self.dice.choice(
            [
                "",
                "",
                "浙江",
                "宁波",
                "杭州",
                "温州",
                self.dice.choice(self.counties).short,
                self.dice.choice(self.counties).name,
            ]
        )
        form = self.dice.choice(["", "", *self.lists["forms"]])
        return f"{head}{self._coined(2)}{self._trade()}{form}"

    def _moves(self, passage: Passage) -> dict[str, str]:
        """Short names of counties in the text, each with that of another."""
        here = [place for place in self.counties if place.short in passage.text]
        return {place.short: self._elsewhere(place.name[-1]) for place in here}

    def _elsewhere(self, kind: str) -> str:
        alike = [place.short for place in self.counties if place.name[-1] == kind]
        return self.dice.choice(alike or [place.short for place in self.counties])

    def _person(self, form: str) -> str:
        if not re.fullmatch("[一-龥]{2,4}", form):
            return form
        common = "王李张陈吴周徐叶林金郑朱胡章潘蒋夏方沈毛郭包雷蓝季项廖汪"
        surname = self.dice.choice(common) if self.dice.random() < 0.5 else self.dice.choice(self.surnames)
        return surname + "".join(
            self.dice.choices(self.lists["given"], k=1 if self.dice.random() < 0.25 else 2)
        )

    def _firms(self, forms: list[str]) -> dict[str, str]:
        """New names; forms that share a brand get the same new one."""
        new: dict[str, str] = {}
        for form in sorted(forms, key=len):
            if form in new:
                continue
            inside = [
                other for other in forms if other != form and other not in new and _brand(form) in other
            ]
            brand = _brand(form)
            if brand != form or inside:
                coined = self._coined(len(brand))
                for one in (form, *inside):
                    new[one] = (
                        self._traded(one.replace(brand, coined))
                        if one == form and not inside
                        else one.replace(brand, coined)
                    )
            else:
                new[form] = self._bare()
        return new

    def _exchanges(self, forms: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
        """Other names for some of the forms, of those that hold no other form and lie in none."""
        new: dict[tuple[str, str], str] = {}
        everything = sorted(forms)
        for form, kind in everything:
            alike = self.pools.get(_make(form, kind), ()) if kind in _EXCHANGED else ()
            alone = not any(form != other and (form in other or other in form) for other, _ in everything)
            if alike and alone and self.dice.random() < _EXCHANGES:
                new[form, kind] = (
                    self._park(form)
                    if kind == "park" and self.dice.random() < 0.5
                    else self.dice.choice(alike)
                )
        return new

    def _park(self, form: str) -> str:
        """A park's name with the same noun at its end and other words before it."""
        ending = next((form[at:] for at in range(1, len(form)) if form[at:] in _PARKS), "")
        place = self.dice.choice(
            ("", "", self.dice.choice(self.counties).short, self.dice.choice(self.counties).name)
        )
        own = self.dice.choice((self._coined(2), self.dice.choice(self.lists["sites"])))
        trade = self.dice.choice(("", "", self._trade()))
        return f"{place}{own}{trade}{ending}" if ending else form

    def _located(self) -> str:
        """A firm by its place and brand, its trade mostly behind; or by its brand and the place of its branch."""
        place = self.dice.choice(self.counties)
        at = self.dice.choice((place.short, place.name, "浙江", "温州", "宁波", "舟山", "台州"))
        way = self.dice.random()
        if way < 0.15:
            return f"{self.dice.choice(self.lists['firms'])}({at})"
        if way < 0.25:
            return f"{self.dice.choice(self.lists['firms'])}{at}{self.dice.choice(('分公司', '公司', '基地', '工厂', ''))}"
        trade = self._trade() if way < 0.9 else ""
        return at + self._coined(2) + self.dice.choice(("", "", self._trade())) + trade

    def _traded(self, name: str) -> str:
        """The name, now and then with another trade at its end."""
        if name.endswith(_FORMS):
            return name
        trade = next(
            (trade for trade in _TRADES if name.endswith(trade) and len(name) > len(trade) + 1), None
        )
        if trade and self.dice.random() < 0.5:
            return name.removesuffix(trade) + self._trade()
        return name

    def _coined(self, length: int) -> str:
        """A brand: of the characters that brands like, of those of foreign names, or a word or water taken for one."""
        way = self.dice.random()
        if way < 0.15:
            return "".join(self.dice.choices(self.lists["foreign"], k=self.dice.choice((2, 3))))
        if way < 0.27:
            return str(self.dice.choice(self.lists["words"]))
        if way < 0.32:
            return str(self.dice.choice(self.waters))
        size = length if 2 <= length <= 3 and self.dice.random() < 0.7 else self.dice.choice((2, 2, 2, 3))
        brands = self.lists["brand"] + (self.lists["literary"] if way > 0.6 else "")
        return "".join(self.dice.choices(brands, k=size))

    def _trade(self) -> str:
        """What stands behind a brand: mostly a trade, else what the firm makes or does."""
        return str(self.dice.choice(self.lists["trades" if self.dice.random() < 0.45 else "crafts"]))

    def _bare(self) -> str:
        """A name by which one knows a firm without any word for its trade."""
        way = self.dice.random()
        if way < 0.15:
            return self._located()
        if way < 0.4:
            return str(self.dice.choice(self.lists["firms"]))
        if way < 0.6:
            return "".join(self.dice.choices(self.lists["foreign"], k=self.dice.choice((2, 3, 3, 4))))
        if way < 0.8:
            return "".join(self.dice.choices(self.lists["brand"], k=self.dice.choice((2, 3, 3, 4))))
        return self._coined(2) + self._trade()


def _brand(form: str) -> str:
    """The part of a firm's name that is its own: without place, trade and legal form."""
    rest = form
    for place in counties():
        for name in (place.name, place.short):
            rest = rest.removeprefix(name)
    rest = re.sub(r"^(?:浙江|中国|省|市|县|区)|[(（].*?[)）]", "", rest)
    for ending in _FORMS:
        rest = rest.removesuffix(ending)
    for _ in range(3):
        for trade in _TRADES:
            if rest.endswith(trade) and len(rest) - len(trade) >= 2:
                rest = rest.removesuffix(trade)
                break
    return rest if len(rest) >= 2 and rest in form else form


def _moved(text: str, moved: dict[str, str]) -> str:
    if not moved:
        return text
    return re.sub("|".join(map(re.escape, moved)), lambda match: moved[match.group()], text)
