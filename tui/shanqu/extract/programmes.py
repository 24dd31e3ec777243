"""Projects, industries, products and policies: lists first, then suffixes and quotation marks."""

from __future__ import annotations

import re

from shanqu.extract.document import Document
from shanqu.extract.edges import begins_with_place, left_edge
from shanqu.extract.lexicon import Entry, name_scanner, place_scanner
from shanqu.extract.segment import is_verb, words
from shanqu.extract.span import Span
from shanqu.gazetteer import terms

_PROJECT = re.compile(
    r"(?:产业园|产业基地|生产基地|基地|生产线|产业化|一期|二期|三期)?(?:建设)?(?:项目|(?<=[一二三四]期)工程)(?:[(（][一二三四五0-9]期[)）]|[一二三]期)?(?!数|推介|入选率|推进|为王|审批|招引|落地|建设|库|负责人|部|经理|组|指挥|投资方|清单|化)"
    r"|(?:光伏|水|抽水蓄能|风力发|风|核|储能)电站|国际会展中心|会展中心|运动综合体|创业城|体育中心|万达广场|高铁新城|水利枢纽(?:工程)?|水库(?:工程)?|大桥|隧道|(?:高速|铁路|公路|引水|供水|综合治理)工程|抽水蓄能(?=[,，。]|工程)"
)
# Buildings that are projects also without a place in their name, where a list goes through them.
_VENUES = ("会展中心", "国际会展中心", "运动综合体", "创业城", "体育中心", "万达广场")
_PHASE = re.compile(r"[一二三四]期(?:项目|工程)(?=[,，。;；、(（已正将预计总用占投建开竣达的]|$)")
_GENERIC_PROJECT = re.compile(
    r"^(?:[一二三四五六七八九十百千万亿两\d.]+[个元亿]*以上|亿元|百亿|十亿|千万|重大|重点|好|大|产业|工业|投资|制造业|招商|该|这个|这|此|创新型|民生|省级?|市级?|县级?|省市县?|县|省|市|县长|国家级?|亿元以上|以上|固定资产|科技|科研|先进|高端|高新技术|优质|生态|新|外资|内资|合作|签约|在建|续建|前期|政府|公司|企业|各类|多个|一批|债券|专项债|类似|其他|研发|基础设施|关键|支撑|引领性|标志性|龙头|单体|落地|数字化|智能化|技改|技术改造|数智化|这些|那些|开发区|实体|试点|改革|社会|建设|基建|招引|基金|产业链|山海协作|特殊|一般|简易|常规|旅游|文旅|农业|领域|相关|配套|强链|补链|延链|小|服务业|多|的|等|总部|制造|全县|全市|投产|竣工|开工|单个|整个|本|意向|储备|入库|谋划|共建|帮扶|合作|扶持|高质量|数字经济|新兴|新材料|新能源|绿色|低碳|环保|碳材料这类|战略性|及|和|与|能源|交通|水利|生物医药|装备|龙头型|百亿级?|十亿级?|千亿级?|亿级?|元|级|国际|市重大|市重点|省重大|省重点|全省|外来|外地|本地|优势|乡村振兴|入选|年度|关联|单一|上马|工程|装备制造|新产业|高能级|环境友好型|子|用地|企业投资|工业类|科创|一体化|扩建|新建|改建|迁建|医疗器械|医疗|器械)*$"
)
_INDUSTRY = re.compile(
    r"(?:全)?产业(?:集群|链条|链)?(?!园|基地|平台|基金|项目|带|工人|投资|大脑|定位|发展|协同|版图|支撑|升级|转型|招商|规划|生态|集聚|结构|层次|层级|体系|格局|培育|振兴|互联|创新|共建|溢出|方向|化|兴|人才|强县|工程|需求|研究|技术|基础|科技|飞地|导向|政策|资本|要素|合作|配套|能级|高地|合作园|联盟|协会|学院|扶贫|示范|特色|自强)"
)
_GENERIC_INDUSTRY = re.compile(
    r"^(?:主导|两者|没条|区外|为了|支柱|特色|优势|传统|新兴|相关|新|该|本地|当地|全|这|这些|两|各|一|二|三|多|大|主攻|县域|重点|高端|高|强|主|核心|上下游|全省|全市|全县|省|市|县|先导|标志性|地方|关联|绿色|美丽|避邻|富民|低端|落后|类似|山区|现有|国内|生态|五大|八大|八条|四大|三大|六大|七大|十大|两大|[一二三四五六七八九十\d]+[个条大]*|亿级|千亿级?|百亿级?|万亿级?|亿元?|级|条|的|农村|乡村|科技|优质|基础|实体|战略|名|第|块状|国家|省级|全球|重大|优质|大优势|优势特色|产业|双方|区域|片|企业|经济|共同|配套|赛道|小|未来|跨区县)*$"
)
_LEADS = terms.edge_words("industry_leads")
_LIST_RANK = re.compile(
    r"(?:国家级经开区|国家级开发区|全国|中国|全球|世界|全省|浙江省?)[一-龥]{0,10}?(?:\d+强|百强|十强)(?:企业|县|区)?"
)
_CAMPAIGN = re.compile(
    r"(?:(?:全市|全县|全省|全区)|(?<=[“,，、])(?!在|于|对|以))[一-龥]{2,10}(?:攻坚大会战|攻坚战|大会战|大比拼|大擂台)"
)
_QUOTED_TITLE = re.compile(
    r"“([^“”\n]{8,44}(?:评价报告|工作报告|规划|实施意见|若干意见|实施方案|行动方案|白皮书))”"
)
_PLAIN_TITLE = re.compile(
    r"((?:全国|全省|浙江省|全市)[一-龥]{3,10}(?:发展规划|专项规划|行动方案)|省市(?:县长|重点)项目)"
)
_TITLE_MARKS = re.compile(r"《[^《》\n]{2,60}》")
_QUOTED = re.compile(
    r"[“‘\"]([^“”‘’\"\n]{2,20})[”’\"](?=的?(?:三年|五年|联合|专项|战略性?|先导|新|示范|优秀|审批|攻坚|全流程|标准化|特色|综合|活动)*(?:工程|行动|计划|战略|模式|改革|机制|工作法|理念|活动|政策|目标|擂台|品牌|称号|试点|制度|体系|产业平台|培育平台|服务|精神|优秀案例|发展格局|建设|工作机制|大会战|大擂台|战略定位|发展定位|考核|新时代|县|经验))"
)
_QUOTED_MODEL = re.compile(
    r"[“‘]([^“”‘’\n]{1,14}(?:模式|工程|行动|计划|战略|制|式|速度|强县|强市|新政|富民|贷|码|一件事|样板|经验|精神|指数|示范区|示范县|小巨人|之乡|名城|五年翻番|年|翻番))[”’]"
)
_PLAIN_PLAN = re.compile(
    r"(?<=[“”、‘\"])?([一-龥]{4,10}(?:倍增|翻番|破零|提升|攻坚|振兴|培育|创新|跃升|攀登|提质)(?:三年)?(?:行动)?(?:计划|行动|工程))"
)
_HONOUR = re.compile(
    r"(?:国家级?|省级|全国|全省|中国|世界|浙江省?)[“一-龥”0-9]{0,16}?(?:示范区|示范县|示范市|示范单位|示范基地|试点县|试验区|先进集体|先进县|优秀案例|百强县|强县|十强|百强|先行区|先导区|园林县城|文明城市|卫生县城|之乡|优秀特色示范|绿色低碳园区|美丽园区|化工园区|科技进步奖|质量奖|生态县|重点项目|县长项目|孵化器|星火奖)"
)
_FIRM_TAIL = re.compile(r"(?:科技|集团|股份|控股)(?=[,，。;；:：、发的在(（”与和]|$)")
_MAKE = re.compile(
    r"(?:(?:智能|高端|新型|节能|车载|工业|高性能|精密|数控|全自动|特种|环保|微型|超薄|大功率|高压|低压)+)$"
)
_PRODUCT = re.compile(
    r"“[^“”\n]{2,8}”[一-龥]{1,8}?(?:仪|机|器|设备|药|车|仪器|芯片|茶|酒|面|机器人)(?=[,，。、;；]|是|已|获|的)"
)


def find_programmes(doc: Document) -> list[Span]:
    """Projects, industries, products, policies, and what the lists know of firms and bodies."""
    text = doc.text
    spans = [
        _listed(text, start, end, entry)
        for start, end, entry in name_scanner().scan(text)
        if entry.kind != "park" and not _inside_word(text, start, end, entry.kind)
    ]
    return spans + _projects(text) + _industries(text) + _policies(text) + _products(text)


def _listed(text: str, start: int, end: int, entry: Entry) -> Span:
    """What the lists know, with the trade of a firm (舜宇光学|科技) and the make of goods (智能|变压器) taken along."""
    if entry.kind == "company":
        tail = _FIRM_TAIL.match(text, end)
        end = tail.end() if tail else end
    elif entry.kind == "product":
        make = _MAKE.search(text[max(0, start - 6) : start])
        if make:
            name = make.group() + text[start:end]
            return Span("product", start - len(make.group()), end, name, None, "make")
    elif entry.kind == "industry" and text.startswith("行业", end) and not entry.canonical.endswith("业"):
        end += 2
    return Span(entry.kind, start, end, entry.canonical, entry.code, entry.how)


def _inside_word(text: str, start: int, end: int, kind: str) -> bool:
    """Whether a short brand is but part of a longer word (阿里 in 阿里山)."""
    after = text[end : end + 1]
    if kind == "company":
        return after in ("山", "路", "区")
    return kind == "industry" and after in ("型", "式", "化")


def _projects(text: str) -> list[Span]:
    spans = []
    for match in _PROJECT.finditer(text):
        start = left_edge(text, match.start())
        core = text[start : match.start()]
        name = text[start : match.end()]
        named = begins_with_place(text, start, match.start())
        invested = re.search(r"(?:投资|投入)[^,，。;；]{0,14}元的$", text[max(0, start - 20) : start])
        if _PHASE.match(text, start, match.end() + 1) and text[start - 1 : start] not in ("个", "、"):
            spans.append(Span("project", start, match.end(), name, None, "phase"))
            continue
        if not core or _GENERIC_PROJECT.match(core) or len(core) > 30:
            continue
        listed = match.group() in _VENUES and "、" in (
            text[start - 1 : start],
            text[match.end() : match.end() + 1],
        )
        if not match.group().endswith(("项目", "期工程", "期", ")", "）")) and not (named or listed):
            continue
        behind = _behind_place(core)
        plain = match.group().startswith("项目") or behind
        if named and plain and _GENERIC_PROJECT.match(behind):
            continue
        if named or listed or invested or (len(core) >= 6 and _proper(core)):
            spans.append(Span("project", start, match.end(), _plain(name), None, "suffix"))
    return spans


def _behind_place(core: str) -> str:
    for length in range(min(9, len(core)), 1, -1):
        if core[:length] in place_scanner().entries:
            return core[length:]
    return core


def _proper(core: str) -> bool:
    return bool(re.search(r"年产|[A-Za-z]|“|集团|公司|生产线|基地|产业园|股份|科技|中心", core))


def _plain(name: str) -> str:
    return re.sub(r"[(（]([一二三四五]期)[)）]$", r"\1", name).replace("“", "").replace("”", "")


def _industries(text: str) -> list[Span]:
    known = terms.industries()
    spans = []
    for match in _INDUSTRY.finditer(text):
        start = left_edge(text, match.start(), least=1, extra=_LEADS)
        core = text[start : match.start()]
        if begins_with_place(text, start, match.start()):
            behind = _behind_place(core)
            start += len(core) - len(behind)
            core = behind
        if core.endswith("产业") or is_verb(words(core)[0] if core else ""):
            continue
        if 2 <= len(core) <= 10 and "”" not in core and not _GENERIC_INDUSTRY.match(core):
            canonical = known.get(core) or known.get(core + "产业") or core + "产业"
            spans.append(Span("industry", start, match.end(), canonical, None, "suffix"))
    return spans


def _policies(text: str) -> list[Span]:
    spans = [
        Span("policy", match.start(), match.end(), match.group()[1:-1], None, "title marks")
        for match in _TITLE_MARKS.finditer(text)
    ]
    for pattern, how in (
        (_QUOTED, "quoted"),
        (_QUOTED_MODEL, "quoted"),
        (_QUOTED_TITLE, "title"),
        (_PLAIN_TITLE, "plan"),
        (_PLAIN_PLAN, "plan"),
    ):
        spans.extend(
            Span("policy", match.start(1), match.end(1), match.group(1), None, how)
            for match in pattern.finditer(text)
            if not match.group(1).endswith(("新区", "新城"))
        )
    for pattern in (_HONOUR, _LIST_RANK, _CAMPAIGN):
        spans.extend(
            Span("policy", match.start(), match.end(), match.group(), None, "honour")
            for match in pattern.finditer(text)
        )
    return spans


def _products(text: str) -> list[Span]:
    return [
        Span(
            "product",
            match.start(),
            match.end(),
            match.group().replace("“", "").replace("”", ""),
            None,
            "quoted",
        )
        for match in _PRODUCT.finditer(text)
    ]
