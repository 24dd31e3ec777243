"""Development zones and parks, and public bodies: by suffix, with the name's beginning found leftwards."""

from __future__ import annotations

import re

from shanqu.extract.document import Document
from shanqu.extract.edges import begins_with_place, left_edge
from shanqu.extract.lexicon import name_scanner, place_scanner
from shanqu.extract.span import Span
from shanqu.gazetteer.zones import zone_by_name

_PARK = re.compile(
    r"经济技术开发区|高新技术产业开发区|高新技术产业园区|经济开发区|经开区|高新区|高新园区|产业集聚区|生态产业园|协作产业园|飞地产业园|工业园区|产业园区|产业园|工业园|科技园区|科技园|科创园|创业园|孵化园|小微企业园|小微园|化工园区|物流园|软件园|创意园|农业园区|生态园"
    r"|特色小镇|小镇|产业平台|招商中心|科创中心|协同创新中心|创新服务综合体|双创园|科创走廊|集聚区|功能区|分区|高铁新区|滨海新区|科教新区|湾新区|保税区|自贸区|合作园|绿谷|碳谷|智谷|产业基地|智造新城|智慧新城|科技城|众创空间|创新工场|工业城|产业城|工业区块|工业区|工业功能区|智造园|产业新城|孵化器"
)
_PARK_GENERIC = re.compile(
    r"^(?:国家级|省级|市级|县级|国家|省|市|县|各类|各|多|现代|高能级|重大|主|大|双|全|两|该|本|特色|生态|创新|新|老|传统|产业|飞地|工业|绿色|美丽|山区县?|山区26县|先进地区|发达地区|经济发达地区|高端|科创|数字|全国|中国|地区|区县|两地|企业|科技|智慧|浙江|全省|核心|挺进|对口|农业|特色产业|化工|行政|分散|龙头型|建成|有|类|众多|其他|标准|科创人才|战略|新兴|高新技术)*$"
)
_BODY = re.compile(
    r"研究总院|研究院|研究所|设计院|科学院|研究中心|研发中心|技术中心|检测中心|行政服务中心|服务中心|创新中心|指挥部|实验室|工作站|职业技术学院|技师学院|大学|学院|学校|中学|小学|医院"
    r"|人民政府|县政府|市政府|区政府|镇政府|乡政府|管委会|管理委员会|党工委|党委|县委|市委|区委|商务局|经信局|科技局|财政局|发改局|农业农村局|自然资源和规划局|生态环境局|投资促进局|投资促进中心|促进中心|发展中心|招商局|人社局|统计局|税务局|市场监管局|文旅局|林业局|水利局|交通运输局|经济和信息化局|发展和改革局"
    r"|商务厅|经信厅|科技厅|发改委|发展改革委|国资委|协会|商会|联合会|促进会|基金会|银行|供电公司|海关|法院|检察院|工商联|党代会|人大常委会|政协|新闻网|日报社?|晚报|电视台|合作社"
)
_BODY_GENERIC = re.compile(
    r"^(?:国家级|省级|市级|县级|国家|省|市|县|各|多|该|本|企业|行业|重点|科研|职业|高等|一流|知名|著名|中|小|当地|博士后?|院士|专家|党群|为|全国|共建|联合|产业|技术|创新|新型|建立|综合|公共|政务|教学|外国|附属|联村|全球|海外|大|工程|人才|村|乡镇|中国|企业级|重大|独立|国内|区|镇|乡|各级|所在|两|科技|自然|实|个|这所|名)*$"
)
# Generic names that the texts use like a proper one.
_ENOUGH = ("协同创新中心", "产业创新服务综合体", "创新服务综合体")
_BARE_USE = re.compile(
    r"(?<![一-龥])(?:经开区|开发区|高新区)|(?<=[在从到由为我该园与对向使,，。“了的])(?:经开区|高新区)|经开区"
)
_NO_BARE = re.compile(r"(?:国家级|省级|山区县|先进|各|个|地区|国家|浙江|全省)$")


def find_bodies(doc: Document) -> list[Span]:
    """Parks and organisations; bare forms (经开区) stand for the one zone that the text has named."""
    parks = _suffixed(doc.text, _PARK, _PARK_GENERIC, "park") + _listed_zones(doc.text)
    bodies = _suffixed(doc.text, _BODY, _BODY_GENERIC, "organization")
    return parks + bodies + _bare_zones(doc.text, parks)


def _suffixed(text: str, pattern: re.Pattern[str], generic: re.Pattern[str], kind: str) -> list[Span]:
    spans = []
    for match in pattern.finditer(text):
        start = left_edge(text, match.start())
        start = max(_after_quote(text, start, match.start()), _known_start(text, start, match.end()))
        core = text[start : match.start()]
        whole = core + match.group()
        if whole not in _ENOUGH and (not core or generic.match(core) or len(core) > 26):
            continue
        name = text[start : match.end()]
        if name.count("“") != name.count("”"):
            name = name.replace("“", "").replace("”", "")
        if kind == "park":
            spans.append(_park(start, match.end(), name))
        else:
            spans.append(Span("organization", start, match.end(), name, None, "suffix"))
    return spans


def _known_start(text: str, start: int, end: int) -> int:
    """Where a zone or body of the lists begins that ends at `end`, so that nothing before it is taken along."""
    entries = name_scanner().entries
    for at in range(start, end - 2):
        entry = entries.get(text[at:end])
        if entry is not None and entry.kind in ("park", "organization"):
            located = entry.kind == "organization" and text[start:at] in place_scanner().entries
            return start if located else at
    return start


def _after_quote(text: str, start: int, end: int) -> int:
    """The start behind an opening quote that the name does not close."""
    core = text[start:end]
    if core.count("“") > core.count("”"):
        return start + core.rfind("“") + 1
    return start


def _park(start: int, end: int, name: str) -> Span:
    zone = zone_by_name(name) or zone_by_name(
        re.sub(r"(?<=[一-龥]{2})[县市区](?=经|高|工)", "", name, count=1)
    )
    if zone:
        return Span("park", start, end, zone.name, zone.code, "zones")
    return Span("park", start, end, name, owner_code(name), "suffix")


def owner_code(name: str) -> str | None:
    """The code of the last county or prefecture of Zhejiang that stands inside a park's name."""
    codes = [entry.code for _, _, entry in place_scanner().scan(name) if entry.code and entry.code != "33"]
    return codes[-1] if codes else None


def _listed_zones(text: str) -> list[Span]:
    return [
        Span("park", start, end, entry.canonical, entry.code, "zones")
        for start, end, entry in name_scanner().scan(text)
        if entry.kind == "park"
    ]


def _bare_zones(text: str, parks: list[Span]) -> list[Span]:
    """经开区 on its own: the zone with the most mentions among those of its kind."""
    counts: dict[tuple[str, str | None], int] = {}
    for span in parks:
        if re.search(r"开发区$|经开区$|高新区$|高新技术产业园区$", text[span.start : span.end]):
            key = (span.canonical, span.code)
            counts[key] = counts.get(key, 0) + 1
    if not counts:
        return []
    best = max(counts, key=lambda key: counts[key])
    if len(counts) > 1 and counts[best] < 0.6 * sum(counts.values()):
        return []
    return [
        Span("park", match.start(), match.end(), best[0], best[1], "alias")
        for match in _BARE_USE.finditer(text)
        if not _NO_BARE.search(text[max(0, match.start() - 4) : match.start()])
        and not begins_with_place(text, max(0, match.start() - 2), match.start())
        and ("高新" in match.group()) == ("高新" in best[0])
    ]
