"""Whose figure it is: the place, zone or thing that a clause speaks of, by its words or carried over."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from shanqu.extract.lexicon import place_scanner
from shanqu.extract.origins import comes_or_goes
from shanqu.extract.parks import lies_beyond
from shanqu.extract.span import Span
from shanqu.extract.vocabulary import listed
from shanqu.gazetteer import place_by_code, resolve
from shanqu.gazetteer.regions import scenery
from shanqu.gazetteer.tables import once
from shanqu.model import Attribution, Scope


@once
def _pattern(template: str) -> re.Pattern[str]:
    """A pattern with word lists of [owners] in figures.toml, `<name>`, in it."""
    return re.compile(
        re.sub(r"(?<!P)<([a-z_]+)>", lambda name: listed("figures", "owners", name[1]), template)
    )


_SCOPE_AFTER = r"(?:全?市|各?县[(（]?市、?区[)）]?|各[县地]|各县市|各县区)?[中里内]?(?:<compared_behind>|的[\d.]+[%％倍]|的[一二三四五六七八九][成倍]|的[\d一二三四五六七八九十百]+分之|消息[:：(（]|第[一二三四五六七八九十\d](?![一二三四五六七八九十\d]{0,3}(?:季|产业|批|届|次|轮|期))|\d{1,2}月\d{1,2}日[电讯]|前[\d十百三](?![\d十百三]{0,3}(?:季|个月|月|年)))"
# 低于第一位的|某某市.
_AS_RANKED = r"(?:全[省市国])?第[一二三四五六七八九十\d]+(?:位|名)?的"
_SCOPE_BEFORE = rf"<compared_before>$|(?:高于|低于|次于|落后于|领先于?|超过|少于|多于){_AS_RANKED}$"
# The first of several with which a place is compared: 比某某、|某某少.
_COMPARED_LIST = r"(?:比|较|高于|低于|多于|少于|不及|不如)[一-龥]{2,5}(?:[(（][^()（）]{1,8}[)）])?(?:[、和][一-龥]{2,5}(?:[(（][^()（）]{1,8}[)）])?)*[、和]$"
# The first of several with whom a place does something: 甲与乙、|丙共建; and with whom it shares figures: 甲与|乙分别增长5%、6%.
_PARTNER_LIST = r"(?:与|同|跟)[一-龥]{2,5}(?:[、和][一-龥]{2,5})*[、和]$"
_PARTNER_SHARES = re.compile(r"[一-龥](?:与|同|跟)(?:[一-龥]{2,5}[、和])*$")
_SHARED = re.compile(
    r"(?:[、和][一-龥]{2,5})*(?:[两三四五]?(?:地|县|市|区|县市))?[^,，。;；、]{0,10}?(?:分别|依次|共计|合计)"
)
# So far before a name may begin what tells that it only locates or compares.
_NEAR = 24
_PARTNER = ("与", "同", "跟")
_COUNTIES_END = ("县", "市", "区", "旗")
# Ports and rivers that bear a county's name, and are larger than it.
_WATERS = ("港", "江", "河", "溪", "湾", "水系")
_COUNTY_CODE, _PREFECTURE_CODE = 6, 4
_IN = r"(?:[一-龥]{2,4}[省市区县])?$"
# The neighbours of a place: 东连某某、|某某.
_NEIGHBOUR = r"(?:[东南西北]{1,2}[面部]?(?:连|邻|接|界|临|靠|依|濒|毗邻|毗连|交|抵|至|望)|毗邻|毗连|紧邻|紧靠|邻近|接壤|连接)(?:[一-龥]{2,5}[、和及与])*(?:[一-龥]{2,3}[省市])?$"
# What somebody sets up at a place that is not its own: 某市在|某区|创建了某某海创园.
_SETS_UP = r"[一-龥]{0,8}?(?:设立|创建|建立|建起|开设|布局|打造|租下?|买下?|购置)"
# What two places build together, or one at the other's.
_BUILT_TOGETHER = r"(?:两地|两县|双方)?(?:合作|携手|联合|共同|援助|投资)?(?:共建|援建|建设|打造|建成|建起|建立)了?的?[^,，。;；]{0,16}?<grounds>"
_SEATED_AT_HOME = r"[^。;；]{0,12}?(?:位于|落户|选址|坐落于|坐落在|设在)"
# Those whom a place helps, by whatever name: 某某市对口协作的|某某11个县.
_HELPED = r"[市县区]?所?(?:对口|结对)(?:协作|帮扶|支援|合作|扶持)?的[^,，。;；]{2,30}$"
_PROVINCE = r"(?<!居)(?<!占)<province>(?!<not_province>)|浙江(?=<province_behind>)"
_OUR_PROVINCE = r"(?:^|[,，;；:：])(?:20\d\d年|<now>)?<province>(?!<not_province>)"
# Not where it only tells where somebody meets others or goes: 在浙江省某某市|举行, 前往浙江、福建等地.
_SPOKEN_OF_PROVINCE = (
    r"(?<![往赴从])(?!浙江、)(?!浙江省?[一-龥]{2,4}<venue>)(?:浙江|<province>(?!<not_province>))"
)
# Words of time may stand before it, with or without a comma.
_PROVINCE_HEAD = r"\s*(?:(?:截?[至止]?到?(?:20\d\d年|<now>)?(?:\d{1,2}月)?[末底]|20\d\d年|<now>|[\d一二三四五六七八九十近]{1,3}年)(?:以?来)?[,，]?)?(?:<province>平均|(?:<province>|浙江(?=<province_acts>))(?!<not_province>))"
# The province that does something for places which it helps, whatever a sentence began with.
_PROVINCE_HELPS = r"浙江省?(?=<province_helps>)"
# An office of the province that acts.
_PROVINCE_OFFICE = r"\s*(?:20\d\d年|<now>)?[,，]?(?:近日|日前)?[,，]?(?:浙江)?省(?:委|政府|人民政府|[一-龥]{1,8}?[厅局委])(?!书记|副书记)"
# An office of the nation that makes known what it has chosen: 商务部公布105家基地名单.
_NATION_OFFICE = r"\s*(?:(?:20\d\d年)?(?:\d{1,2}月(?:\d{1,2}日)?)?|<now>|近日|日前|昨日)[,，]?<nation_offices>[一-龥]{0,6}?<makes_known>"
# An office of the province by whose words a sentence goes: 据省发改委负责人介绍.
_PROVINCE_SOURCE = r"(?:近日|日前|昨日|昨天)?[,，]?(?:(?:记者|笔者)?从|根?据)(?:浙江)?省[一-龥]{1,9}?(?:[厅局委办]|办公室|中心)(?:[一-龥]{0,4}负责人)?(?:<told>|介绍|透露|表示|说)"
# Who has helped whom that a sentence tells of: 先后得到某某市、某某区等地的对口扶持.
_HELPERS = r"(?:得到|获得|受到|争取到)了?[^,，。;；]{2,60}?<help>"
# Words by which a sentence goes on to a part of what it has told.
_PART = re.compile("其中[,，:：]?(?:[一-龥]{2,6}[、和与及]){0,6}$")
# What takes in many counties: where they are spoken of for themselves, or something is done for them.
_WIDER_HEAD = r"(?:^|[,，;；:：。]|<done_for>)<wider>(?!<not_wider>)"
# The nation's own figure: 全国增长6%, 同期全国钢管产量9800万吨.
_NATION_HEAD = (
    r"\s*[而但]?(?:20\d\d年|<now>|同期)?(?:中央财政|<nation>(?:<nations>|[一-龥]{2,6}<nation_measures>))"
)


# A sentence about the nation, whatever its clauses speak of: 我国一向是最大的铅笔出口国.
_OUR_NATION = r"\s*(?:<now>|近年来)?[,，]?(?:依?据|根据)?我国"
# A body of the nation or of a trade by whose figures a sentence goes: 据中国某某协会统计.
_NATION_SOURCE = r"\s*(?:根?据|来自)(?:中国|国家|全国|世界|国际)[一-龥]{1,14}?(?:协会|学会|联合会|统计局|总局|总署|研究院|数据|中心|组织)(?:<told>|的?测算|的?预测|预计|显示|介绍|估算)"
# An office by whose figures a sentence goes: 记者从某某市统计局获悉.
_SOURCE_BEFORE = r"(?:从|据|根据)$"
_SOURCE_BEHIND = r"[一-龥]{0,4}<told>"

# A way from one place to another (建德至遂昌高速公路): it is neither's alone.
_WAY = r"[一-龥]{2,8}(?:至|到|—|-)[一-龥]{2,8}?<ways>"
# Counties that are counted: they are the province's, if no place is named with them.
_COUNTIES = re.compile(
    r"[\d一二三四五六七八九十]+个(?:山区)?(?:海岛|欠发达)?(?:区县|县市区|县)(?![级城区域内])"
)
# A figure, the project that is called by it, and a bracket.
_BRACKETED = re.compile(r"(?:(?!项目)[^,，。;；()（）]){1,60}(?:项目|工程|工厂|基地|生产线)[(（]")
# What may stand before the place of which a clause tells.
_OPENING = r"(?:^|[,，;；:：。“])\s*(?:(?:20\d\d年|<now>)[,，]?)?(?:[一-龥]{2,3}省|[一-龥]{2,4}市)*$"
# A place right before what is counted there: 某某县|48个.
_COUNTED_THERE = r"(?<=县)(?:的|全县|有|约|近)?\d"
_CLAUSE_HEAD = (
    r"(?:^|[,，;；:：。“])\s*(?:(?:20\d\d年|<now>)(?:以来)?(?:[\d一二三四五六七八九十至到—-]+月)?)?$"
)


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a figure is. `zone` is the canonical name of the zone where the figure is a zone's. `beyond` marks a place in
    China beyond the province, which no fact names: it only keeps its figures from the counties."""

    place: str | None
    code: str | None
    attribution: Attribution | None
    zone: str | None = None
    foreign: bool = False
    beyond: bool = False

    @property
    def scope(self) -> Scope:
        return "foreign" if self.foreign and not self.beyond else "zone" if self.zone else "area"


NOBODY = Owner(None, None, None)


def owners_of(
    text: str, spans: list[Span], offset: int, home: str | None = None
) -> list[tuple[int, int, Owner]]:
    """The places and zones of a sentence that figures may belong to, with their spans in the sentence.

    Places that only measure a comparison (居温州第二, 占全市) or a distance, or that only helped somebody else, are left
    out, and so are those inside the name of a zone. `offset` is the sentence's start in the coordinates of `spans`. `home` is the code of the county
    that the text was about: a park that only bears the prefecture's name is its.
    """
    zones = [span for span in spans if span.kind == "park" and span.code]
    elsewhere = [span for span in spans if span.kind == "park" and _zone_beyond(span, spans).place]
    shielded = [span for span in spans if span.kind in ("company", "policy", "person")] + elsewhere
    found: list[tuple[int, int, Owner]] = []
    ways = [match.span() for match in _pattern(_WAY).finditer(text)]
    ways += [match.span() for match in _pattern(_HELPERS).finditer(text)]
    enclave = _pattern("<enclave>").search(text)
    seated = enclave and _pattern("(?<![正现存所])<located>").search(text, enclave.end())
    for span in spans:
        if span.kind not in ("park", "place", "organization"):
            continue
        start, end = span.start - offset, span.end - offset
        head = start - next((one.length for one in spans if one.kind == "place" and one.end == span.start), 0)
        before = text[max(0, head - _NEAR) : head]
        seat = enclave and _pattern("<located>" + _IN).search(before)
        sets_up = before.endswith("在") and any(one[1] == head - 1 for one in found)
        if sets_up and span.kind == "place" and _pattern(_SETS_UP).match(text, end):
            continue
        hosts = before.endswith("在") and _pattern("<venue>").match(text, end)
        if hosts and span.kind == "place" and any(one[1] < head for one in found):
            continue  # 某某县招商推介会在杭州市|举行
        if seat or _pattern("<seated>" + _IN).search(before):
            # 甲与乙共建的飞地落户甲某开发区: it is not 甲's.
            found = [one for one in found if not seat or one[2].code != span.code]
            continue
        if span in zones:
            listed = span.how == "zones" or not home or not home.startswith(span.code or "-")
            venue = before.endswith("在") and _pattern("<venue>").match(text, end)
            owner = _owner(span.code if listed else home, "park", None if venue else span.canonical)
        elif span.kind == "park":
            owner = _zone_beyond(span, spans)
        elif span.kind == "place" and not _inside(span, zones) and not _inside(span, shielded):
            if co_owner := _builds_there(text, span, end, before):
                found.append((start, end, co_owner))
                continue
            whole = text.startswith("全市", end)
            if any(a <= start < b for a, b in ways) or (
                not whole and _only_locates(text, span, spans, start, home)
            ):
                continue
            partner = seated and before.endswith(_PARTNER)  # 甲与|乙共建的飞地落户…
            compared = not partner and _pattern(
                f"{_SCOPE_BEFORE}|{_COMPARED_LIST}|{_PARTNER_LIST}|{_NEIGHBOUR}"
            ).search(before)
            shares = _PARTNER_SHARES.search(before) and _SHARED.match(text, end)
            measured = _pattern(_SCOPE_AFTER).match(text[end:]) and not before.endswith("次于")
            if (compared and not shares) or measured or comes_or_goes(text, start, end):
                continue
            if _pattern("<taken>$").search(before) and _pattern("<from_there>").match(text, end):
                continue
            owner = _beyond(text, span, start, end, head) or _place_owner(span)
        elif span.kind == "organization":
            owner = _source(text, start, end)
        else:
            continue
        if owner.place:
            found.append((start, end, owner))
    visited = _visited(text, spans, offset)
    return sorted([*found, *visited], key=lambda one: one[0]) if visited else found


def _builds_there(text: str, span: Span, end: int, before: str) -> Owner | None:
    """The county or city beyond the province with which, or for which, a zone is built: it lies there, unless the clause
    goes on to say where. `end` is the name's in the sentence, `before` what stands before it and its province."""
    there = not span.code and span.how in ("county", "city", "again")
    if not there or not before.endswith((*_PARTNER, "和", "为", "在")):
        return None
    builds = _pattern(_BUILT_TOGETHER).match(text, end)
    if builds is None or _pattern(_SEATED_AT_HOME).match(text, builds.end()):
        return None
    return Owner(span.canonical, None, "explicit", foreign=True, beyond=True)


def _zone_beyond(zone: Span, spans: list[Span]) -> Owner:
    """The county or city beyond the province that a zone is called after, where the sentence names that, too; or that a
    zone is shared with (某某·某某东西部协作产业园): such lie there."""
    if zone.code is None and lies_beyond(zone.canonical):
        return Owner(zone.canonical, None, "explicit", zone.canonical, foreign=True, beyond=True)
    for span in spans:
        full = span.how in ("county", "city") and span.length == len(span.canonical)
        if span.kind != "place" or span.code or not (full or span.how == "again"):
            continue
        if span.canonical.endswith(_COUNTIES_END) and zone.canonical.startswith(span.canonical[:-1]):
            return Owner(span.canonical, None, "explicit", zone.canonical, foreign=True, beyond=True)
    return NOBODY


def _source(text: str, start: int, end: int) -> Owner:
    """The county of an office by whose words a sentence goes: its figures are that county's."""
    told_so = _pattern(_SOURCE_BEHIND).match(text, end)
    if told_so is None or not _pattern(_SOURCE_BEFORE).search(text[:start]):
        return NOBODY
    entry = place_scanner().begins(text[start:end])
    return _owner(entry.code if entry and entry.code != "33" else None, "discourse", None)


def _only_locates(text: str, span: Span, spans: list[Span], start: int, home: str | None) -> bool:
    """Whether a prefecture is not spoken of for itself where the text is about the county `home` in it: inside the name
    of an office, or in the midst of a clause."""
    if not home or len(home) != 6 or len(span.code or "") != 4 or not home.startswith(span.code or "-"):
        return False
    offices = [other for other in spans if other.kind == "organization"]
    return _inside(span, offices) or not opens_clause(text, start)


def opens_clause(text: str, at: int) -> bool:
    """Whether a name at `at` begins a clause, perhaps behind words of time."""
    return _pattern(_CLAUSE_HEAD).search(text, 0, at) is not None


def _beyond(text: str, span: Span, start: int, end: int, head: int) -> Owner | None:
    """A county or city beyond the province, where a clause tells of it: its name opens the clause, perhaps behind that of
    its province or city, which begins at `head`, and nothing behind it shows that only somebody from there is meant."""
    if span.code or span.how not in ("county", "city", "again") or not span.canonical.endswith(_COUNTIES_END):
        return None
    if not (span.how == "again" or text.startswith(span.canonical, start)) or _pattern("<from_there>").match(
        text, end
    ):
        return None
    opens = _pattern(_OPENING).search(text, 0, head) or _pattern(_COUNTED_THERE).search(text, start, end + 6)
    return Owner(span.canonical, None, "explicit", foreign=True, beyond=True) if opens else None


def _visited(text: str, spans: list[Span], offset: int) -> list[tuple[int, int, Owner]]:
    """The counties of scenery, rivers and lakes too, with which a clause begins that goes on about those who visit it."""
    taken = [(span.start - offset, span.end - offset) for span in spans if span.kind != "place" or span.code]
    found = []
    for match in _scenery().finditer(text):
        if any(start <= match.start() < end for start, end in taken) or not _opens_visited(
            text, *match.span()
        ):
            continue
        place = resolve(scenery()[match.group()])
        if place:
            found.append((*match.span(), Owner(place.name, place.code, "alias")))
    return found


def _opens_visited(text: str, start: int, end: int) -> bool:
    head = _pattern("(?:^|[,，;；:：。“])(?:仅|光|单是|其中|<now>|20\\d\\d年)?$").search(text, 0, start)
    return head is not None and _pattern("[^。!！?？]{0,60}?<visits>").match(text, end) is not None


@once
def _scenery() -> re.Pattern[str]:
    return re.compile("|".join(sorted(scenery(), key=len, reverse=True)))


def _place_owner(span: Span) -> Owner:
    if span.how == "country" and span.canonical != "中国":
        return Owner(span.canonical, None, "explicit", foreign=True)
    if span.code and span.code != "33":
        return _owner(span.code, "explicit", None)
    if span.how == "nature" and not span.canonical.endswith(_WATERS):  # 云和梯田, in 云和
        short = (place_scanner().entries.get(span.canonical[:size]) for size in (3, 2))
        code = next((entry.code for entry in short if entry and len(entry.code or "") == _COUNTY_CODE), None)
        return _owner(code, "explicit", None)
    return NOBODY


def _owner(code: str | None, attribution: Attribution, zone: str | None) -> Owner:
    place = place_by_code(code) if code else None
    return Owner(place.name, place.code, attribution, zone) if place else NOBODY


def _inside(span: Span, others: list[Span]) -> bool:
    return any(other.start <= span.start and span.end <= other.end for other in others)


def told(owners: list[tuple[int, int, Owner]], clause: tuple[int, int], at: int, text: str) -> Owner | None:
    """The owner of the figure at `at` where the words leave no choice: a place that the figure describes (产值10亿元的遂昌县)
    or that stands in brackets behind its project (年产3万吨茶叶项目(遂昌县)), or nobody's where counties are counted (20个山区县), where the clause or the sentence begins with the province, the clause with the nation, or the clause speaks of
    many counties at once; or the place right before the figure (最高的遂昌县3%). None where there is a choice."""
    for start, end, owner in owners:
        if end == at and not owner.foreign:
            return owner
        if (
            at < start < clause[1]
            and _BRACKETED.fullmatch(text, at, start)
            and text[end : end + 1] in (")", "）")
        ):
            return owner
        described = at < start < clause[1] and re.fullmatch(r"[^,，。的]{1,12}的", text[at:start])
        if described and not owner.foreign:
            return owner
    named = [start for start, _, _ in owners if start < at]
    here = any(start >= clause[0] for start in named)
    if not here and _COUNTIES.match(text, at):
        return NOBODY
    for head in (clause[0], 0):
        if not any(start >= head for start in named) and _pattern(_PROVINCE_HEAD).match(text[head:at]):
            return None if _pattern("<county>|<city>").search(text, head, at) else NOBODY
    giver = max((end for start, end, _ in owners if start < at), default=at)
    if _pattern(_HELPED).match(text[giver:at]):
        return NOBODY
    if _province_helps(text, max((end for start, end, _ in owners if start < at), default=0), at):
        return NOBODY
    if not here and _pattern(_NATION_HEAD).match(text, clause[0], at):
        return NOBODY
    if (
        not named
        and _pattern(_OUR_NATION).match(text)
        and not _pattern("<county>|<city>").search(text, 0, at)
    ):
        return NOBODY
    if (
        not named
        and (_pattern(_NATION_HEAD).match(text) or _pattern(_NATION_SOURCE).match(text))
        and not _pattern("<county>|<city>").search(text, 0, at)
    ):
        return NOBODY
    for office in (_PROVINCE_OFFICE, _NATION_OFFICE):
        for head in (clause[0], 0):
            if not any(start >= head for start in named) and _pattern(office).match(text, head, at):
                return None if _pattern("<county>|<city>").search(text, head, at) else NOBODY
    source = None if owners else _pattern(_PROVINCE_SOURCE).match(text, 0, at)
    if source and not _pattern("<county>|<city>").search(text, source.end(), clause[1]):
        return NOBODY
    wide = _pattern("<wider>(?!<not_wider>)").search(text, clause[0], at)
    if wide and not here:
        return NOBODY
    wide = _pattern(_WIDER_HEAD).search(text, 0, at)
    turned = wide and (
        named[-1:] > [wide.start()] or _pattern("<county>|<city>").search(text, wide.end(), at)
    )
    return NOBODY if wide and not turned else None


def _province_helps(text: str, low: int, at: int) -> bool:
    """Whether a clause between `low` and the figure at `at` turns to the province, which helps others."""
    helps = next(_pattern(_PROVINCE_HELPS).finditer(text, low, at), None)
    return helps is not None and opens_clause(text, helps.start()) and not county_named(text, helps.end(), at)


def parts_behind(owners: list[tuple[int, int, Owner]], text: str, end: int) -> set[str | None]:
    """The codes of the places that a sentence names behind a figure's `end` as parts of what it told before."""
    if "其中" not in text[end:]:
        return set()
    return {owner.code for start, _, owner in owners if start >= end and _PART.search(text, end, start)}


def county_named(text: str, start: int, end: int) -> bool:
    """Whether a word for the county or city that a text is about (全县) stands between `start` and `end`."""
    return _pattern("<county>|<city>").search(text, start, end) is not None


def choose(
    owners: list[tuple[int, int, Owner]], clause: tuple[int, int], at: int, text: str, carried: Owner
) -> Owner:
    """The owner of the figure at `at`: as the words tell, else as may be supposed."""
    sure = told(owners, clause, at, text)
    return supposed(owners, clause, at, text, carried) if sure is None else sure


def supposed(
    owners: list[tuple[int, int, Owner]], clause: tuple[int, int], at: int, text: str, carried: Owner
) -> Owner:
    """The owner of the figure at `at` where the words leave a choice: named before it in its clause, then earlier in the
    sentence, then after it in its clause, then by alias (该县) or carried over."""
    home = [item for item in owners if not item[2].foreign]
    before = [item for item in owners if clause[0] <= item[0] < at]
    if before:
        return before[-1][2]
    earlier = [item for item in owners if item[1] <= clause[0]]
    after = [item for item in home if at <= item[0] < clause[1]]
    if after and (not earlier or re.match(r"[^,，。]{0,12}的", text[at : clause[1]])):
        return after[0][2]
    if earlier:
        return earlier[-1][2]
    alias = _pattern("<county>").search(text[:at])
    if alias and carried.place:
        return Owner(carried.place, carried.code, "alias")
    if _pattern(_PROVINCE).search(text[clause[0] : at]) or _pattern(_OUR_PROVINCE).search(text[:at]):
        return NOBODY
    return replace(carried, attribution="discourse") if carried.place else NOBODY


def of_province(text: str) -> bool:
    """Whether the words speak of the province, and not only of a place's rank in it (全省第二) or of the city (全市)."""
    named = _pattern(_SPOKEN_OF_PROVINCE).search(text)
    return named is not None and not _pattern("<county>|全市").search(text, named.end())


def only_compared(text: str, span: Span) -> bool:
    """Whether a place is but what another one is compared with: 与某某县比, 比某某县、某某县少, of a prefecture 居某某市第一."""
    if len(span.code or "") == _PREFECTURE_CODE and _pattern(_SCOPE_AFTER).match(text, span.end):
        return True
    before = text[max(0, span.start - _NEAR) : span.start]
    if before.endswith(_PARTNER) and re.match("相?比(?:较|起来)?[,，]", text[span.end : span.end + 5]):
        return True
    return (
        re.search(rf"(?:比|高于|低于|多于|少于|不及|不如)(?:{_AS_RANKED})?$|{_COMPARED_LIST}", before)
        is not None
    )
