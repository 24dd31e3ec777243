"""Counties side by side: what each of them is said to have, every statement with its sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial

from shanqu.gazetteer.indicators import ComparisonRow as Rule
from shanqu.gazetteer.indicators import comparison_rows, row_of
from shanqu.model import NO_FIGURES, EntityKind, Fact
from shanqu.query.evidence import Sources, evidence
from shanqu.query.shapes import Cell, Comparison, ComparisonRow, County, Evidence, Value
from shanqu.store import Reader, findings
from shanqu.store.findings import Companion, Named

_OVERVIEW = "概况"
_NAMES = "名录"
_ARTICLES = "文章数"
_KINDS: tuple[tuple[EntityKind, str], ...] = (
    ("industry", "产业"),
    ("park", "园区"),
    ("company", "企业"),
    ("project", "项目"),
    ("person", "人物"),
)
_COOPERATION = "协作"
_PARTNERS = "结对与山海协作"
_PARTNER_WORDS = ("结对", "山海协作", "飞地", "对口", "协作")
_OTHER = Rule("其他", "其他数字")
_SCOPES = {
    "zone": "园区",
    "project": "项目",
    "company": "企业",
    "province": "全省",
    "foreign": "境外",
    "industry": "行业",
}
_STATUSES = {"forecast": "预计", "planned": "计划", "target": "目标"}
_UNDATED = "未定年"

Column = tuple[County, str]


class Comparing:
    """One comparison in the making: the counties with what is known of each."""

    def __init__(self, reader: Reader, columns: Sequence[Column]) -> None:
        """`columns` are the counties, each with its short name."""
        self._reader = reader
        self._columns = columns
        self._sources = Sources(reader)
        self._order = {article: position for position, article in enumerate(reader.ids())}
        self._groups = reader.groups(self._order)
        self._mentions = [self._named(county) for county, _ in columns]
        self._companions = [findings.companions(reader, county.code, short) for county, short in columns]
        self._facts = [self._latest_first(findings.facts_of(reader, county.code)) for county, _ in columns]

    def comparison(self) -> Comparison:
        """The table: all rows of names, and the rows of figures in which something is said."""
        rows = [
            self._row(_OVERVIEW, _ARTICLES, self._articles),
            *(self._row(_NAMES, label, partial(self._names, kind)) for kind, label in _KINDS),
            *self._figures(),
            self._row(_COOPERATION, _PARTNERS, self._partners),
        ]
        return Comparison(tuple(county for county, _ in self._columns), tuple(rows))

    def _row(self, group: str, label: str, cell: Callable[[int], Cell]) -> ComparisonRow:
        return ComparisonRow(group, label, tuple(cell(column) for column in range(len(self._columns))))

    def _named(self, county: County) -> list[Named]:
        found = findings.mentions(self._reader, findings.with_code(self._reader, county.code, "place"))
        return sorted(found, key=lambda mention: (self._order.get(mention.article, 0), mention.start))

    def _latest_first(self, facts: Iterable[tuple[int, Fact]]) -> list[tuple[int, Fact]]:
        return sorted(facts, key=lambda pair: (self._order.get(pair[0], 0), pair[1].start))

    def _texts(self, articles: Iterable[int]) -> int:
        return len({self._groups.get(article, article) for article in articles})

    def _articles(self, column: int) -> Cell:
        mentions = self._mentions[column]
        if not mentions:
            return Cell()
        texts = self._texts(mention.article for mention in mentions)
        return Cell((Value(str(texts), "", self._sentence(mentions[0])),), texts)

    def _sentence(self, mention: Named) -> Evidence:
        return evidence(
            self._sources[mention.article],
            (mention.sentence, mention.sentence_end),
            [(mention.start, mention.end)],
        )

    def _names(self, kind: EntityKind, column: int) -> Cell:
        found: dict[str, list[Companion]] = {}
        for companion in self._companions[column]:
            if companion.kind == kind:
                found.setdefault(companion.canonical, []).append(companion)
        ranked = sorted(found, key=lambda name: -self._texts(one.mention.article for one in found[name]))
        values = []
        for name in ranked:
            first = min(
                found[name], key=lambda one: (self._order.get(one.mention.article, 0), one.mention.start)
            )
            values.append(Value(name, "", self._sentence(first.mention)))
        return Cell(
            tuple(values),
            self._texts(one.mention.article for companions in found.values() for one in companions),
        )

    def _figures(self) -> list[ComparisonRow]:
        sorted_facts = [_by_rule(facts) for facts in self._facts]
        rows = []
        for rule in (*comparison_rows(), _OTHER):
            cells = tuple(
                self._figure_cell(facts.get(rule, []), rule, county)
                for facts, (county, _) in zip(sorted_facts, self._columns, strict=True)
            )
            if any(cell.values for cell in cells):
                rows.append(ComparisonRow(rule.group, rule.label, cells))
        return rows

    def _figure_cell(self, facts: Sequence[tuple[int, Fact]], rule: Rule, county: County) -> Cell:
        values: dict[tuple[object, ...], Value] = {}
        for article, fact in facts:
            note = _note(fact, rule, county)
            key = (self._groups.get(article, article), fact.value_text, fact.indicator, note)
            if key not in values:
                sentence = (fact.sentence_start, fact.sentence_end)
                shown = evidence(self._sources[article], sentence, [(fact.start, fact.end)])
                values[key] = Value(fact.value_text, note, shown)
        return Cell(tuple(values.values()), self._texts(article for article, _ in facts))

    def _partners(self, column: int) -> Cell:
        county, _ = self._columns[column]
        found: dict[str, list[Evidence]] = {}
        for shared in findings.shared_sentences(self._reader, county.code):
            source = self._sources[shared.article]
            sentence = (shared.start, shared.end)
            if any(word in source.article.page.text[slice(*sentence)] for word in _PARTNER_WORDS):
                shown = evidence(source, sentence, shared.marks)
                for name in shared.others:
                    found.setdefault(name, []).append(shown)
        ranked = sorted(found, key=lambda name: -self._texts(one.article for one in found[name]))
        return Cell(
            tuple(Value(name, "", min(found[name], key=self._rank)) for name in ranked),
            self._texts(one.article for shown in found.values() for one in shown),
        )

    def _rank(self, shown: Evidence) -> tuple[int, int]:
        return self._order.get(shown.article, 0), shown.start


def _by_rule(facts: Iterable[tuple[int, Fact]]) -> dict[Rule, list[tuple[int, Fact]]]:
    found: dict[Rule, list[tuple[int, Fact]]] = {}
    for article, fact in facts:
        if fact.kind not in NO_FIGURES:
            found.setdefault(_rule(fact.indicator), []).append((article, fact))
    return found


@lru_cache(maxsize=1024)
def _rule(indicator: str) -> Rule:
    found = row_of(indicator)
    return found if found in comparison_rows() else _OTHER


def _note(fact: Fact, rule: Rule, county: County) -> str:
    """Subject, period, scope, status and hedge: what keeps unlike figures apart.

    A figure of the county itself that has come true is what a reader expects; only else is said. What
    the value or an earlier part says already is not said again.
    """
    subject = fact.subject if fact.subject != county.name else None
    indicator = fact.indicator if fact.indicator != rule.label else None
    period = fact.period if fact.period != fact.value_text else None
    if period and not fact.period_norm:
        period = f"{period}({_UNDATED})"
    parts: list[str] = []
    for part in (subject, indicator, period, _SCOPES.get(fact.scope), _STATUSES.get(fact.status), fact.hedge):
        if part and not any(said.endswith(part) for said in parts):
            parts.append(part)
    return " ".join(parts)
