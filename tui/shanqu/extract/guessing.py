"""What a figure measures where no known measure stands by it: the verb or noun beside it, else its unit, tells."""

from __future__ import annotations

import re

from shanqu.extract.counting import whole_of
from shanqu.extract.lexicon import place_scanner
from shanqu.extract.measures import Name, gap, last_measure, trade_at_end
from shanqu.extract.quantities import Quantity
from shanqu.extract.segment import is_verb, tag
from shanqu.extract.segment import words as pieces
from shanqu.extract.vocabulary import any_of, lexicon, listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import spellings, table, words

_LEAD = re.compile("^(?:[、,，;；和与及:：“]|其中|包括|含)*")
_CLOSED = re.compile(r"^(?:[、,，。;；!！”)）…]|$|和|及|与)")
_NOUN = re.compile(r"[一-龥A-Za-z·“”\"]{2,}\Z")
# A measure and its figure in the cells of a table.
_LISTED = re.compile(r"([一-龥A-Za-z&]{2,16})[,，|:： ]$")
# People behind the number that counts them: 1500多名|茶叶电商.
_LISTED_PEOPLE = re.compile(
    "(?P<who>[一-龥]{2,5}[商户农匠民手师员])(?:[、,，。;；]|$|[和及与带参从实开在来])"
)
_LONGEST = 8
# The kinds of words that make a noun.
_NOUNS = ("n", "b", "j", "vn", "t")
# By how much each earns more: 人均月|增收.
_EARNED = re.compile("(?P<mean>[人户]均(?:每?月|每?年))(?:可|约|能)*增收$")
# When a change of what is counted began: 规上企业|由五年前的|38家.
_SINCE_WHEN = re.compile("(?<=企业)[由从][^由从,，]{1,6}[年前初末底时]的?$")
# What was made in a time: 去年|产|鲜茧|760吨.
_YIELDS = re.compile("(?:[年月季度天]|全[县市区镇乡村]|(?:^|[,，;；、])(?:共|可|预计|能|约)?)产[一-龥]{1,8}$")
# What was worked up in a time that has gone, and words by which it only can be: 去年|加工|香菇柄640吨.
_WORKED = re.compile(
    r"(?:[去今]年|\d{4}年|季度?|\d月份?|半年)[^,，。;；]{0,8}?(?P<verb>加工|处理)[一-龥]{0,8}$"
)
_CAN = re.compile("[可能将]|产后")
_PAID = re.compile("兑现|兑付")
# What was sold, for so much: 帮助销售|农产品|6亿元.
_SOLD = re.compile("(?P<verb>销售|售出|卖出|采购)(?P<what>[一-龥A-Za-z]{2,8})$")
# What becomes of such a part: 90%|出口欧美.
_SOLD_BEHIND = re.compile("(?:的[一-龥]{2,4}|以上|产品)*(?P<verb>出口|外销|远销|销往|内销)")
# Funds of a kind right behind an amount: 安排800万元|山海协作资金.
_FUNDS = re.compile(
    "的?(?P<what>[一-龥]{2,8}?)资金(?![一-龥]{0,2}(?:项目|管理|池))(?=[,，。;；、!！用于支持推扶帮]|$)"
)
# The month of a figure, which makes no monthly measure.
_IN_MONTH = re.compile(r"\d月[均份]?[一-龥]{0,4}$")
# Funds that somebody raises himself.
_RAISED = re.compile("由[一-龥]{0,10}自筹")
# Households that live by a trade, which are no firms: 茶叶加工户, 养殖大户.
_HOME = re.compile("[一-龥]{0,2}(?:加工|种植|养殖|经营|专业|示范|生产|销售|民宿|农家乐)大?户$")
# By what the end of a noun shows that whoever makes, sells or earns is meant.
_CLASS = re.compile("(?:企业|经济|业|单位|部门|系统|公司|户)$")
# What is counted like goods and is none: 16条|省级重点产业链.
_CHAINS = re.compile("[一-龥]{0,8}?(?:产业链|产业带|赛道)")
# Before the class of things that a number counts: 其中3家|为泵阀企业; and a phrase that is none: 企业数量由整治前.
_NO_CLASS = re.compile("^[为是有]|^.*[由从].*$")


def guess(quantity: Quantity, before: str, after: str, last: Name | None) -> Name | None:
    """The indicator of `quantity`, None where nothing says what it is. `last` is what the last figure of its kind
    measures; the other arguments as in `naming.name_quantity`."""
    fits = last and (last.kind == "share" if quantity.measure == "percent" else True)
    fits = fits and not (quantity.is_percent and _SOLD_BEHIND.match(after))
    if last and fits and turned().search(before):
        return Name(last.indicator, last.kind, last.subject)
    previous = last.indicator if last else None
    core = _between().sub("", _LEAD.sub("", before))
    listed = _LISTED.search(core)
    if listed and (known := last_measure(listed[1])) and known[1] == len(listed[1]):
        return Name(known[0], "level")
    if quantity.measure == "money":
        return _money(core, before, after, previous)
    if quantity.measure == "percent":
        return _share(quantity, core, before, after, previous)
    if quantity.measure == "count":
        return _count(quantity, core, after, previous)
    if quantity.measure == "people":
        return _people(quantity, core, before, after)
    if quantity.measure == "goods":
        return None if _CHAINS.match(after) else _goods(core, before)
    if quantity.measure == "area":
        return _area(quantity, core, after)
    return _told(quantity, core, after) if quantity.measure == "told" else None


@once
def turned() -> re.Pattern[str]:
    """What stands before the second figure of a change: 由420人|减至|265人."""
    turned, reach = listed("guesses", "turned"), listed("guesses", "reach")
    times = rf"(?:(?:19|20)\d\d年|[一二两三四五六七八九十]年|{listed('guesses', 'times')})*"
    second = rf"^[,，]?(?:[一-龥]{{0,4}}|{times}){turned}{reach}了?(?:目前的|如今的|现在的)?$"
    return re.compile(rf"{second}|^[,，]{times}{gap()}(?:才|只)?$")


@once
def _between() -> re.Pattern[str]:
    turned, reach = listed("guesses", "turned"), listed("guesses", "reach")
    return re.compile(rf"(?:{turned}{reach}|{gap()}|{listed('guesses', 'between')})+$")


@once
def _forms(key: str) -> dict[str, str]:
    """The verbs and nouns beside the figures of one measure, with the indicators they stand for."""
    lists = {name: forms for name, forms in table("guesses", key).items() if isinstance(forms, list)}
    return {form: name for name, forms in lists.items() for form in forms}


@once
def _form(key: str) -> re.Pattern[str]:
    return re.compile(any_of(form for form in _forms(key) if len(form) > 1))


@once
def _last_form(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<form>{any_of(_forms(key))}){_between().pattern[:-2]}*$")


def _named(key: str, before: str) -> str | None:
    """The indicator of the verb or noun that stands last before the figure."""
    match = _last_form(key).search(before)
    return _forms(key)[match["form"]] if match else None


@once
def _behind() -> re.Pattern[str]:
    return re.compile(rf"的?(?P<form>{any_of(_forms('money_behind'))})(?![一-龥]{{0,2}}(?:项目|制|量))")


def _named_behind(after: str) -> str | None:
    """The indicator of the noun right behind the amount."""
    match = _behind().match(after)
    return _forms("money_behind")[match["form"]] if match else None


def _money(core: str, before: str, after: str, previous: str | None) -> Name | None:
    earned = _EARNED.search(core)
    name = f"{earned['mean']}增收" if earned else _named("money", before)
    name = name or _named_behind(after) or _funds_behind(after)
    if name == "基金规模" and "基金" not in after[:12]:
        name = _scale(core)
    if name == "资金":
        name = _funds_behind(after) or name
    if name == "资金" and core.endswith(name):  # 惠企资金, 援建资金
        kind = re.search(rf"{listed('guesses', 'funds')}{name}$", core)
        name = "兑现资金" if _PAID.search(core) else kind.group() if kind else name
    if name:
        return Name(name, "level")
    known = last_measure(core)
    if known and len(core) - known[1] <= 2:
        return Name(known[0], "level")
    sold = _SOLD.search(core)
    if sold and not any(map(is_verb, pieces(sold["what"]))):
        return Name("采购额" if sold["verb"] == "采购" else "销售额", "level")
    noun = _noun(core)
    if noun and noun.endswith(("额", "资金", "收入", "费用", "费", "收益", "成本", "款")):
        return Name(noun, "level")
    parted = next((one for one in words("figures", "parted") if (previous or "").endswith(one)), None)
    trade = trade_at_end(core) if parted else ""
    own = last_measure(f"{trade}{parted}") if trade else None
    if own:  # 规上工业增加值30亿元,其中高新技术产业10亿元
        return Name(own[0], "level")
    if previous and _NOUN.fullmatch(core) and _CLOSED.match(after) and not any(map(is_verb, pieces(core))):
        return Name(previous, "level", _class(core))
    return None


def _funds_behind(after: str) -> str | None:
    """What kind of funds stand right behind the amount: 安排800万元|山海协作资金."""
    found = _FUNDS.match(after)
    if found is None:
        return "自筹资金" if _RAISED.match(after) else None
    kind = re.sub("^.*的", "", found["what"])
    return (
        None if any(map(is_verb, pieces(kind))) and kind not in words("guesses", "funds") else f"{kind}资金"
    )


def _scale(core: str) -> str:
    """What the size is of that stands before an amount as 规模: a fund's, or what the word before it tells (债券发行规模)."""
    if "基金" in core or not core.endswith("规模"):
        return "基金规模"
    found = pieces(core.removesuffix("规模")[-6:])
    what = found[-1] if found else ""
    known = (
        len(what) == 2 and what not in words("guesses", "no_scale") and what not in place_scanner().entries
    )
    return f"{what}规模" if known else "基金规模"


def _class(core: str) -> str | None:
    """What an amount of the same kind as the last is of: 工业总产值18亿元,其中国有企业9亿元."""
    is_class = _CLASS.search(core) and len(core) <= _LONGEST and not place_scanner().begins(core)
    return core if is_class else None


def sold_behind(text: str, at: int) -> bool:
    """Whether a percentage that ends at `at` is of what is sold to somewhere."""
    return _SOLD_BEHIND.match(text, at) is not None


def _share(quantity: Quantity, core: str, before: str, after: str, previous: str | None) -> Name | None:
    if quantity.unit != "%":
        return None
    if quantity.text[0] in "+＋-－−":
        return Name(f"{previous}增速", "growth") if previous and not previous.endswith("增速") else None
    if core.endswith("增长率"):
        return Name("增速", "growth")
    ratios = listed("guesses", "share", "ratios")
    found = re.search(rf"[一-龥]*{ratios}$", core)
    if found:
        noun = _noun(core)
        return Name(noun, "share") if noun else None
    sold = _SOLD_BEHIND.match(after)
    if sold:
        return Name("内销占比" if sold["verb"] == "内销" else "出口占比", "share")
    of = re.match(r"^的(?P<what>[一-龥]{2,8}?)(?:[,，。;；]|创造|生产|贡献|用)", after)
    area = re.search(r"(?P<area>全[国省市县区球])(?:近|约|超过?|逾)?$", core)
    if of and area:
        return Name(f"{of['what']}占{area['area']}比重", "share")
    task = re.search("完成(?P<year>年度|全年|当年)?[一-龥]{0,6}(?:(?P<task>任务)|计划|目标)的$", before)
    if task:
        done = "任务" if task["task"] else "年度目标" if task["year"] else "目标"
        return Name(f"{done}完成率", "share")
    if re.search("完成了?(?:总|全部)?(?:工程量|工程总量|工程|建设任务|建设)的$", before):
        return Name("完成率", "share")
    taken = re.search(rf"{listed('guesses', 'share', 'parts')}(?:其中)?$", core)
    if taken:
        noun = _noun(core[: taken.start()])
        return Name(f"{noun}占比", "share") if noun else None
    return None


def _count(quantity: Quantity, core: str, after: str, previous: str | None) -> Name | None:
    if not _CLOSED.match(after) and not _acts(after):
        return None
    moved = _moved().search(core)
    if moved:
        head = re.search(f"{listed('counting', 'heads')}$", core[: moved.start()])
        known = f"{head.group()}数" if head else previous if previous and previous.endswith("数") else None
        return Name(f"{known}变化", "change", None, bool(moved["falls"])) if known else None
    if quantity.written == "家":
        done = re.search(rf"(?P<verb>{listed('counting', 'actions')})(?:了|的[一-龥]{{1,8}})?$", core)
        if done:
            verb = done["verb"].removeprefix("累计")
            return Name(f"{spellings('counting', 'same_verbs').get(verb, verb)}企业数", "count")
        what = _NO_CLASS.sub("", _SINCE_WHEN.sub("", core))
        homes = re.sub(f"^新?{listed('counting', 'actions')}", "", what)
        if home := _HOME.search(homes):  # 茶叶加工户623家
            return Name(f"{home.group()}数", "count")
        is_class = _NOUN.fullmatch(what) and len(what) <= _LONGEST and what not in place_scanner().entries
        return Name("企业数", "count", whole_of(what, "企业") if is_class else None)
    if previous and re.search("(?:以上|级|型|类)$", core):
        return Name(previous, "count")
    done = re.search(rf"{listed('counting', 'actions')}$", core)
    if done and quantity.written == "个":
        return Name(f"{done.group()}项目数", "count")
    noun = (_noun(core) or "").removesuffix("数量").removesuffix("总数")
    if noun.endswith("产量"):  # 毛衫年产量7亿件
        return Name(noun, "level")
    if noun.endswith(("拥有量", "授权量", "申请量")):  # 专利拥有量5万件
        return Name(noun, "count")
    return Name(f"{noun}数", "count") if noun else None


def _told(quantity: Quantity, core: str, after: str) -> Name | None:
    """How many there are of the thing that stands right before a figure: 商铺580间."""
    if quantity.written not in words("guesses", "things") or not (_CLOSED.match(after) or _acts(after)):
        return None
    noun = (_noun(core) or "").removesuffix("数量").removesuffix("总数")
    return Name(f"{noun}数", "count") if noun and not noun.endswith("量") else None


@once
def _moved() -> re.Pattern[str]:
    rising, falling = listed("figures", "rates", "grow"), listed("figures", "rates", "fall")
    return re.compile(f"[比较][一-龥]{{1,8}}?(?:{rising}|(?P<falls>{falling}))了?$")


def _people(quantity: Quantity, core: str, before: str, after: str) -> Name | None:
    near = before[-12:] + after[:6]
    if re.search(listed("guesses", "workers"), near):
        return Name("从业人员数", "count")
    noun = _noun(core) if _CLOSED.match(after) and quantity.unit in ("人", "户") else None
    if noun and noun.endswith("企业") and quantity.unit == "户":
        done = re.match(listed("counting", "actions"), noun)
        return Name(f"{done.group() if done else ''}企业数", "count", noun)
    behind = _LISTED_PEOPLE.match(after) if noun is None else None
    if behind and not any(map(is_verb, pieces(behind["who"]))):
        return Name(f"{behind['who']}数", "count")
    who = _who(after) if noun is None and quantity.written != "户" else None
    if who:
        return Name(f"{who}数", "count")
    return (
        Name(
            noun
            + (
                "数"
                if noun.endswith("户")
                else "户数"
                if quantity.unit == "户"
                else "数"
                if noun.endswith(("人", "员", "播", "工", "师", "匠", "者"))
                else "人数"
            ),
            "count",
        )
        if noun
        else None
    )


def _who(after: str) -> str | None:
    """People named by the noun right behind their number: 11名|村干部, 30位|返乡大学生."""
    taken = ""
    for piece in pieces(after[: _LONGEST + 4]):
        if not tag(piece).startswith(_NOUNS) or piece in place_scanner().entries:
            break
        taken += piece
    known = taken.endswith(words("guesses", "persons")) and 2 <= len(taken) <= _LONGEST
    return taken if known else None


def _goods(core: str, before: str) -> Name | None:
    known = last_measure(core)
    if known and len(core) - known[1] <= _LONGEST and known[0].endswith("量"):
        return Name(known[0], "level")
    if _YIELDS.search(core):
        return Name("产量", "level")
    worked = _WORKED.search(before)
    if worked and not _CAN.search(before):
        return Name(f"{worked['verb']}量", "level")
    name = _named("goods", before)
    if name and _IN_MONTH.search(before):  # 11月|用电2.3亿千瓦时
        name = name.removeprefix("月")
    if name:
        return Name(name, "level")
    nearest = next(iter(list(_form("goods").finditer(core))[-1:]), None)
    if nearest and len(core) - nearest.end() <= _LONGEST:
        return Name(_forms("goods")[nearest.group()], "level")
    return None


def _area(quantity: Quantity, core: str, after: str) -> Name | None:
    name = table("guesses", "area").get(quantity.written)
    name = _grown(core) or name if name == "用地面积" else name
    if name is None or not core or re.search("[离距]", core) or not (_CLOSED.match(after) or _acts(after)):
        return None
    return Name(_worked(core) if name == "用地面积" else name, "level")


def _worked(core: str) -> str:
    """The area by what is done on it (水稻保险|承保6.8万亩); land that is given or taken (腾出, 收回) stays land."""
    done = pieces(core)[-1]
    idle = words("counting", "no_use") + words("guesses", "apart") + words("guesses", "no_work")
    known = is_verb(done) and not done.endswith(("出", "回", "用")) and done not in place_scanner().entries
    return f"{done}面积" if known and done not in idle else "用地面积"


def _grown(core: str) -> str | None:
    """The area of what grows on land: of a wood or an orchard by its name, of crops that on which they are planted."""
    ground = re.search(rf"{listed('guesses', 'grounds')}$", core)
    if ground:
        return f"{ground.group()}面积"
    planted = re.search(rf"{listed('guesses', 'planted')}[一-龥]{{0,6}}$", core)
    return "种植面积" if planted or lexicon("products", "names").ends(core) < len(core) else None


def _acts(after: str) -> bool:
    """Whether a verb follows the figure, so that no noun does which it would count."""
    found = pieces(after[:6])
    return bool(found) and (is_verb(found[0]) or found[0] in ("在", "已", "将", "均", "为", "是", "占", "由"))


def _noun(core: str) -> str | None:
    """The noun at the end of `core`: its last words that are no verbs and no places, the last one for certain."""
    run = _NOUN.search(core)
    if run is None:
        return None
    taken: list[str] = []
    for piece in reversed(pieces(run.group())):
        stops = is_verb(piece) or piece in "的了在是把将和与及等" or piece in place_scanner().entries
        if (stops and taken) or sum(map(len, taken)) + len(piece) > _LONGEST:
            break
        if stops and not is_verb(piece):
            return None
        taken.insert(0, piece)
    name = re.sub("^全[县市区省](?=[一-龥]{2})", "", "".join(taken).strip('“”"·'))
    return name if len(name) >= 2 and name not in words("edges", "words") else None
