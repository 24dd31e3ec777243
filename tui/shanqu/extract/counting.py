"""Names for numbers of things and people, for sizes, capacities and time limits."""

from __future__ import annotations

import re

from shanqu.extract.measures import GAP, Name
from shanqu.extract.quantities import Quantity

_HEADS = "企业|项目|公司|专利|荣誉|平台|机构|园区|工程|基地|品牌|标准|人才|企业集团|示范点|合作社|农家乐|民宿|工作站|实验室|研究院|研发中心|创新中心|科创平台|众创空间|孵化器|车间|工厂|医院|学校|开发区|产品|技术|成果|订单|协议|任务|事项|岗位|村庄|行政村|乡镇|村|高新技术企业|小微企业园|商标|奖项|课题|单位|团队|商户|网店|电商|工坊|茶园|大棚|县"
_KIND_BEFORE = re.compile(rf"(?P<np>[一-龥A-Za-z0-9“”\"、·()（）]*?(?:{_HEADS}))(?:数量|总数|数)?{GAP}$")
_KIND_AFTER = re.compile(
    rf"^(?P<np>(?:的)?[一-龥A-Za-z“”\"·]{{0,16}}?(?P<head>{_HEADS}))(?!化|家|版|者|性|部)"
)
_ACTIONS = "招引落地|签约落地|落户投产|招引|引进|入驻|落户|入选|引入|新增|签约|落地|培育|新签约|新引进|新开工|开工|竣工|投产|发行|新认定|授权|累计引进|淘汰|关停|改造|盘活|新建|建成|转化|储备|谋划|新落地"
_ACTION = re.compile(rf"(?:{_ACTIONS})(?=了|省|国|[^,，。;；]*$)")
_PEOPLE = re.compile(
    r"就业岗位|就业|[茶药果菇菜蚕花]农|岗位|员工|职工|从业人员|高层次人才|人才|户籍人口|常住人口|人口|游客|农户|村民|农民|工人|科研人员|研发人员|专家|博士|党员|学生|搬迁群众|群众"
)
_SIZE = re.compile(
    rf"(?P<name>总占地面积|规划总用地面积|规划用地面积|规划面积|占地面积|总建筑面积|建筑面积|用地面积|种植面积|总面积|占地总面积|供地面积|厂房面积|面积|总占地|占地|用地|供地|总用地|征地|流转土地|盘活土地|盘活低效用地|建面|低效用地|工业用地|标准厂房|厂房){GAP}$"
)
_SIZE_AFTER = re.compile(
    r"^(?:的)?(?P<name>工业用地|低效用地|存量土地|闲置土地|土地|标准厂房|厂房|茶园|基地|用地|建筑面积)"
)
_SIZE_NAMES = {
    "总占地": "占地面积",
    "占地": "占地面积",
    "总占地面积": "占地面积",
    "占地总面积": "占地面积",
    "用地": "用地面积",
    "总用地": "用地面积",
    "总建筑面积": "建筑面积",
    "建面": "建筑面积",
}
_CAPACITY = re.compile(
    rf"(?P<name>年产能|产能|年产量|产量|年产|年加工|年生产|日产|年发电量|发电量|总装机容量|装机容量|装机规模|装机|年销量|年销售(?!额|收入)|销量|出货量|年供水|年处理|年产出){GAP}[^,，。;；\d]{{0,8}}$"
)
_CAPACITY_NAMES = {
    "年销售": "年销量",
    "年产能": "产能",
    "年产": "产能",
    "年生产": "产能",
    "年加工": "年加工能力",
    "年处理": "年处理能力",
    "装机": "装机容量",
    "总装机容量": "装机容量",
    "装机规模": "装机容量",
    "年发电量": "年发电量",
}
_TIME = re.compile(r"审批|流程|办理|办结|缩短|压缩|仅用|只用|用时|用了|时限|短短|耗时|开工|不超过|拿地")
_TIME_EXCLUDED = re.compile(r"连续|已经|创建|保持|成立|有效期|提前|创建未|疫情|距离")
# The second figure of a change: 从438家发展到600家.
_TO = re.compile(
    r"^(?:增加|增长|发展|减少|扩大|提高|提升|上升|下降)(?:到|至|为)(?:了)?(?:目前的|如今的|现在的)?$"
)
# A part of what was counted before does what the whole did: 其中10亿元以上项目6个.
_PART = re.compile(r"(?:^|[,，;；])(?:其中|含|包括)")
_DISTANCE = re.compile(r"(?:距|离|相距|全长|总长|里程|长)[^,，。;；]{0,16}$")


def name_count(quantity: Quantity, before: str, after: str, previous: str | None) -> Name | None:
    """What a number of things counts. Arguments as in `naming.name_quantity`."""
    if previous and previous.endswith("数") and _TO.search(before):
        return Name(previous, "count")
    follow = _KIND_AFTER.match(after)
    if follow and not re.match(r"^(?:月|百分|小时|工作日)", after):
        noun = re.sub(r"^(?:的|是)", "", follow["np"])
        if re.search(r"(?:仅有的|唯一的|之一的)$", before) or (follow["head"] == "县" and len(noun) > 4):
            return None
        return _counted(noun, follow["head"], before)
    back = _KIND_BEFORE.search(before)
    if back:
        noun = back["np"]
        head = re.search(rf"(?:{_HEADS})$", noun)
        name = _counted(_noun_of(noun), head.group() if head else noun, noun)
        whole = previous and _PART.search(before) and previous.endswith(name.indicator)
        return Name(previous, "count", name.subject) if previous and whole else name
    if previous and previous.endswith("数") and re.search(r"(?:其中|含|包括)[一-龥]{0,12}$", before):
        head = re.search(rf"(?:{_HEADS})数$", previous)
        verb = re.match(r"^(?P<verb>[一-龥]{2,6}?)(?=[,，。;；]|$)", after)
        tail = head.group() if head else previous
        return Name((verb["verb"] if verb else "") + tail, "count")
    return None


def _counted(noun: str, head: str, verbs: str) -> Name:
    action = None
    for match in _ACTION.finditer(verbs):
        action = match
    verb = action.group() if action and action.end() >= len(verbs) - 30 else ""
    tail = head if head in ("企业", "项目") or len(noun) > 10 else noun
    verb = verb.removeprefix("累计")
    tail = re.sub(r"^.*[“”\"]", "", tail) or head
    if tail not in ("企业", "项目") and len(tail) > len(head):
        tail = head if head in ("企业", "项目") and "高新技术企业" not in tail else tail
    subject = noun if len(noun) > len(head) else None
    return Name(f"{verb}{tail}数", "count", subject)


def _noun_of(phrase: str) -> str:
    """The counted class in a phrase that runs up to the number: without the verb that governs it."""
    cut = re.sub(
        rf"^.*(?:{_ACTIONS}|实施|列入|拥有|获得|完成|获|共有|有|实现|已|纳入|达成|创建|推进|建设)了?(?=[一-龥A-Z0-9])",
        "",
        phrase,
    )
    cut = re.sub(r"^.*(?:其中|为主的|的|等)(?=[一-龥\d])", "", cut)
    return cut or phrase


def name_people(quantity: Quantity, before: str, after: str, previous: str | None) -> Name | None:
    """Whom a number of people counts. Arguments as in `naming.name_quantity`."""
    near = re.split(r"[,，;；]", before)[-1]
    match = _PEOPLE.search(after[:8])
    found = (
        match.group()
        if match and match.start() <= 4 and quantity.unit in ("人", "户") and quantity.written != "人"
        else None
    )
    for item in _PEOPLE.finditer(near):
        found = found or item.group()
    if found is None and match:
        found = match.group()
    if found is None:
        return None
    tail = {
        "就业": "就业人数",
        "就业岗位": "就业岗位数",
        "岗位": "就业岗位数",
        "户籍人口": "户籍人口",
        "常住人口": "常住人口",
        "人口": "人口",
    }
    if quantity.written == "人次" and found == "游客":
        return Name("接待游客人次", "count")
    verb = (
        "新增"
        if re.search(r"新增", near) and found in ("就业岗位", "岗位", "就业")
        else "带动"
        if re.search(r"带动", near) and found == "就业"
        else ""
    )
    return Name(verb + tail.get(found, f"{found}数"), "count")


def name_area(quantity: Quantity, before: str, after: str, previous: str | None) -> Name | None:
    """Which area a size is of. Arguments as in `naming.name_quantity`."""
    match = _SIZE.search(before)
    if match:
        return Name(
            _SIZE_NAMES.get(
                match["name"], match["name"] if match["name"].endswith("面积") else f"{match['name']}面积"
            ),
            "level",
        )
    made = name_goods(quantity, before, after, previous)
    if made:
        return made
    planted = re.search(r"(?:种植|栽培|栽种)[一-龥]{0,4}$", before)
    if planted and quantity.unit in ("亩", "公顷"):
        return Name("种植面积", "level")
    built = re.match(r"^的?(?:仓储中心|展厅|车间|厂房|标准厂房|研发中心|孵化器|办公楼|创业园)", after)
    if built and quantity.unit == "平方米":
        return Name("建筑面积", "level")
    if re.search(r"(?:首期|一期|二期|三期|核心区|启动区|起步区)$", before) and quantity.unit in (
        "亩",
        "平方米",
    ):
        return Name("用地面积", "level")
    follow = _SIZE_AFTER.match(after)
    if follow and quantity.unit in ("亩", "平方米", "公顷"):
        verb = re.search(r"(?:盘活|新增|供应|出让|流转|腾出|竞得|建成)(?:了)?[一-龥]{0,4}$", before)
        name = follow["name"].removesuffix("面积")
        return Name((verb.group().replace("了", "") if verb else "") + f"{name}面积", "level")
    return None


def name_goods(quantity: Quantity, before: str, after: str, previous: str | None) -> Name | None:
    """What an amount of goods is: capacity, output, installed power. Arguments as in `naming.name_quantity`."""
    match = _CAPACITY.search(before)
    if match and match["name"] == "年产" and re.match(r"^[,，。、;；]占", after[:2]):
        return Name("年产量", "level")
    return Name(_CAPACITY_NAMES.get(match["name"], match["name"]), "level") if match else None


def name_time(quantity: Quantity, before: str, after: str, previous: str | None) -> Name | None:
    """How long something takes: approvals only. Arguments as in `naming.name_quantity`."""
    if quantity.written == "年" or (
        re.match(r"^(?:来|以来|间|后|前|内|期|的时间来)", after) and quantity.written != "天"
    ):
        return None
    context = before[-24:] + after[:14]
    if not _TIME.search(context) or _TIME_EXCLUDED.search(before[-10:]):
        return None
    span = re.search(
        r"从(?:企业|项目)?([^,，。从]{2,10}?)到(?:完成[^,，。]{0,10}?(?:流程|手续|审批)(?:并|后|再到))?([^,，。到]{0,6}?开工|[^,，。到]{2,8}?)(?:建设|需要|的|,|，|$)",
        before,
    )
    if span:
        end = re.sub(r"(?:只|仅)?用了?$|仅需$|只需$", "", span[2])
        return Name(f"审批时限({span[1]}到{end})", "level")
    return Name("审批时限(全流程审批)" if "全流程审批" in before[-8:] else "审批时限", "level")


def name_length(quantity: Quantity, before: str, after: str, previous: str | None) -> Name | None:
    """What a length measures. Arguments as in `naming.name_quantity`."""
    match = _DISTANCE.search(before)
    if not match:
        return None
    return Name("距离" if match.group()[0] in "距离相" else "长度", "level")
