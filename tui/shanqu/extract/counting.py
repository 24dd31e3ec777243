"""Names for numbers of things and people, for sizes, capacities and time limits."""

from __future__ import annotations

import re
from dataclasses import replace

from shanqu.extract.lexicon import place_scanner
from shanqu.extract.measures import Name, gap, table
from shanqu.extract.quantities import Quantity
from shanqu.extract.segment import is_verb, tag
from shanqu.extract.segment import words as pieces
from shanqu.extract.vocabulary import any_of, listed
from shanqu.gazetteer.tables import once
from shanqu.gazetteer.terms import spellings, words

# The second figure of a change: 从438家发展到600家.
_TO = re.compile(
    r"^(?:增加|增长|发展|减少|扩大|提高|提升|上升|下降)(?:到|至|为)(?:了)?(?:目前的|如今的|现在的)?$"
)
# The sum that tells of what is counted before its noun: 14个|投资总额16亿元的|项目.
_SUM = r"(?:(?:总投资|投资总额|投资额|投资|总额)[\d.]+[万亿]+元的?)?"
# What takes how long: 从工商注册到施工许可.
_FROM_TO = re.compile(
    r"从(?:企业|项目)?([^,，。从]{2,10}?)到(?:[^,，。]{2,14}?(?:并|后|再到))?([^,，。到]{2,8}?)(?:建设|需要|的|,|，|$)"
)
# The crop or the goods that a clause begins with: 油菜籽|播种面积, 全年木材|产量.
_CROP = re.compile(
    r"(?:^|[,，;；、])(?:其中[:：,，]?|目前|现有|全年|今年|去年|预计|实现|完成|全[县市区])*(?P<what>(?![全我该年总本])[一-龥]{2,10}?)(?:总|面积)?$"
)
# Works behind the number that counts them: 175家|铅蓄电池厂.
_WORKS = re.compile("(?P<what>的?[一-龥]{1,10}?(?:工厂|厂|作坊))(?=[,，。;；、]|$)")
# A time behind the crop: 贻贝|去年|产量.
_WHEN_BEHIND = re.compile(
    r"(?:[去今前当][年季]|全年|年均|第?[一二三四头]+一?年|[上下]半年|[一二三四]季度|\d{4}年)+$"
)
# The whole county, before a class of things that it has.
_THE_COUNTY = re.compile("(?:全[县市区省]|[我该本][县市区省]|[县市区]内)(?=[一-龥]{2})")
# What was made, before so many pieces of it.
_PRODUCED = re.compile("(?:生产|制作)(?:出|了|各式|各类|各种)*[一-龥]{1,8}$")
# What is made in a year, before so many pieces of it.
_YEARLY = re.compile(r"年产(?!值)[一-龥A-Za-z0-9]{0,12}$")
# By these the words before a size are no crop: 明年想把|面积扩到.
_NO_CROP = re.compile(
    "[把将想要使]|产业园|园区|开发区|商城|市场|一[处个]|项目|工程|公司|企业|[一二三]期|用地|土地"
)
# Words of time and of the whole before what is counted: 全年|规模以上工业企业132家.
_WHEN = re.compile(
    r"^(?:[一-龥]{2,6}[县市区])?(?:全年|年末|年底|目前|去年|今年|年内|期末)+(?:全[县市区])?(?:共有|现有|共|有)?(?=[一-龥]{2})"
)
# How high what is counted ranks: 国家级|大师工作室.
_LEVEL = re.compile("^(?:国家|[省市县区镇星]|[一二三四五]星)级(?=[一-龥]{2})")
# Firms counted with others: 青瓷企业及|工作室.
_AND_FIRMS = re.compile("企业(?:、|和|及|与|或|以及)")
# Words of these kinds are no part of a noun, and so many characters are its name.
_NO_PART = ("p", "r", "d", "c", "t", "m", "q", "u", "f")
_LONGEST = 8
# The goods behind a figure of output, before the next one, and those between two: |管材和|, |、西裤|.
_MORE_GOODS = re.compile(
    r"(?P<made>[一-龥A-Za-z0-9()（）·-]{1,24}?)(?:、|以及|[和及与])$|(?:、|以及|[和及与])(?P<next>[一-龥A-Za-z]{1,16})$"
)
# So many pieces are goods.
_MANY = 10_000
_LAND = ("亩", "平方米", "公顷")


@once
def _pattern(template: str) -> re.Pattern[str]:
    """A pattern with word lists of counting.toml, `<name>` or `<table.name>`, in it."""
    return re.compile(
        re.sub(r"(?<!P)<([a-z_.]+)>", lambda name: listed("counting", *name[1].split(".")), template)
    )


def name_count(quantity: Quantity, before: str, after: str, previous: str | None) -> Name | None:
    """What a number of things counts. Arguments as in `naming.name_quantity`."""
    more = quantity.written in words("counting", "made") and _more_goods(before, previous)
    if more or _YEARLY.search(before):  # 年产玩具3000万件
        return name_goods(quantity, before, after, previous)
    if (quantity.value or 0) >= _MANY and _PRODUCED.search(before):  # 生产刷子2亿个
        return Name("产量", "level")
    again = previous if previous and previous.endswith("数") else None
    if again and _TO.search(before):
        return Name(again, "count")
    before = before.removesuffix("”")
    follow = _pattern(rf"{_SUM}(?P<np>的?[一-龥A-Za-z“”\"·]{{0,16}}?(?P<head><heads>))(?!<not_heads>)").match(
        after
    )
    if follow and _goods(quantity, follow["head"]):  # 20万件汽车配件|项目
        return name_goods(quantity, before, after, previous) or Name("产能", "level")
    if follow and not _pattern("<not_after>").match(after):
        noun = re.sub(r"^(?:的|是)", "", follow["np"])
        acted = _acted().match(after, follow.end())
        if _pattern("<only>$").search(before) or (
            follow["head"] == "县" and (len(noun) > 4 or follow["np"].startswith("的"))
        ):
            return None
        name = _counted(noun, follow["head"], before)
        did = spellings("counting", "done")[acted["verb"]] if acted and _bare(name) else ""
        return replace(name, indicator=f"{did}{name.indicator}")
    back = _pattern(
        rf"(?P<np>[一-龥A-Za-z0-9+“”\"、·()（）]*?<heads>)(?:数量|总数|[个家户]?数)?{gap()}$"
    ).search(before)
    if (
        back
        and not _county(back["np"])
        and not (quantity.written == "家" and _pattern("<lands>$").search(back["np"]))
    ):
        name = _counted(_noun_of(back["np"]), _head(back["np"]), back["np"])
        whole = (
            again
            and _pattern("(?:^|[,，;；])<part>").search(before)
            and again.endswith(name.indicator)
            and "规" not in again
        )
        return Name(again, "count", name.subject) if again and whole else name
    done = (
        _pattern(r"(?:已|其中|均)?(?P<verb><actions>)了?$").fullmatch(before.strip(",，")) if again else None
    )
    if again and done:
        counted = _pattern("^<actions>").sub("", _head(again.removesuffix("数")))
        return Name(f"{done['verb']}{counted}数", "count")
    if again and _pattern(r"<part>[一-龥]{0,12}$").search(before):
        head = _pattern("<heads>数$").search(again)
        verb = re.match(r"^(?P<verb>[一-龥]{2,6}?)(?=[,，。;；]|$)", after)
        if _pattern(r"<part>规(?:上|模以上)$").search(before) and quantity.written == "家":
            return Name("规上企业数", "count", "规上企业")
        return Name(verb["verb"] + (head.group() if head else again) if verb else again, "count")
    if quantity.written != "家":
        return None
    works = _WORKS.match(after)
    return Name("企业数", "count", works["what"].removeprefix("的")) if works else name_venues(before)


def name_venues(text: str) -> Name | None:
    """What 家 counts at the end of `text` that is no firm: 星级乡村旅游点|103家, 开出直营店|52家."""
    run = _pattern(rf"(?P<np>[一-龥“”·]{{2,24}}?)(?:数量|总数|[个家户]?数)?{gap()}$").search(text)
    found = pieces(run["np"]) if run else []
    if run is None or not found:
        return None
    head = found[-1] if len(found[-1]) > 1 or len(found) == 1 else found[-2] + found[-1]
    if len(head) < 2 or not head.endswith(words("counting", "venues")):
        return None
    noun = head
    for piece in reversed(found[:-1] if head == found[-1] else found[:-2]):
        if not _qualifies(piece) or len(noun) + len(piece) > _LONGEST:
            break
        noun = piece + noun
    verbs = run["np"][: -len(noun)]
    noun = _LEVEL.sub("", noun)
    return None if _AND_FIRMS.search(verbs + noun) else _counted(noun, head, verbs)


def _qualifies(piece: str) -> bool:
    """Whether a word may stand before a noun as a part of its name."""
    apart = piece in words("guesses", "apart") or piece in place_scanner().entries
    return tag(piece)[:1] not in _NO_PART and not is_verb(piece) and not apart


@once
def _acted() -> re.Pattern[str]:
    verbs = any_of(spellings("counting", "done"))
    return re.compile(rf"{listed('counting', 'meanwhile')}*(?P<verb>{verbs})(?=[,，。;；、!！]|$)")


def _bare(name: Name) -> bool:
    """Whether a number counts firms or projects, and no verb says which."""
    return name.indicator in ("企业数", "项目数")


def _goods(quantity: Quantity, head: str) -> bool:
    """Whether pieces are goods that a project makes, and not so many projects."""
    return quantity.written == "件" and (quantity.value or 0) >= _MANY and head in ("项目", "工程")


def with_action(name: Name | None, own: str, clause: str) -> Name | None:
    """A bare count of firms or projects with what was done to them, where a sum that tells which they are stands between: `own`
    are the words behind that sum, `clause` those before it (新增销售过|500万元|的企业22家)."""
    if name is None or name.kind != "count" or not _bare(name) or not own.startswith(("的", "以上")):
        return name
    acted = list(_pattern("<actions>(?!后)").finditer(clause))
    if not acted:
        return name
    verb = acted[-1].group().removeprefix("累计")
    return replace(name, indicator=f"{spellings('counting', 'same_verbs').get(verb, verb)}{name.indicator}")


def _head(noun: str) -> str:
    found = _pattern("<heads>$").search(noun)
    return found.group() if found else noun


# Before what has not happened: 未|开工项目12个 are no begun ones.
_NOT_YET = re.compile("(?:尚(?=未))?(?P<not>[未拟待应])$")


def _counted(noun: str, head: str, verbs: str) -> Name:
    action = None
    for match in _pattern(r"<actions>(?!后)(?=了|省|国|[^,，。;；]*$)").finditer(verbs):
        action = match
    verb = action.group() if action and action.end() >= len(verbs) - 30 else ""
    if head == "岗位":
        return Name(f"{'新增' if '新增' in noun or verb == '新增' else ''}就业岗位数", "count")
    head = next((one for one in words("counting", "plain_heads") if head.endswith(one)), head)
    plain = head in ("企业", "项目") or head in words("counting", "plain_heads")
    tail = head if plain or len(noun) > 10 else noun
    verb = verb.removeprefix("累计")
    verb = spellings("counting", "same_verbs").get(verb, verb)
    not_yet = _NOT_YET.search(verbs, 0, action.start()) if action and verb else None
    verb = f"{not_yet['not']}{verb}" if not_yet else verb
    tail = re.sub(r"^.*[“”\"]", "", tail) or head
    if tail not in ("企业", "项目") and len(tail) > len(head):
        tail = head if head in ("企业", "项目") and "高新技术企业" not in tail else tail
    noun = whole_of(_WHEN.sub("", noun), head)
    tail = whole_of(tail, head)
    tail = re.sub("^全[县市区](?=[一-龥]{2})", "", tail.removeprefix("有效") if head == "专利" else tail)
    subject = noun if len(noun) > len(head) else None
    return Name(f"{verb}{tail}数", "count", subject)


def _county(phrase: str) -> bool:
    """Whether a phrase only names a county: of 某某县|有4个镇 no counties are counted."""
    entries = place_scanner().entries
    return phrase.endswith("县") and any(
        phrase[-size:] in entries for size in range(2, min(9, len(phrase)) + 1)
    )


def whole_of(noun: str, head: str) -> str:
    """The class of what is counted without the county whose it is: 全县|上市后备企业, 仙居县|上市公司."""
    entries = place_scanner().entries
    place = next((size for size in range(min(9, len(noun)), 1, -1) if noun[:size] in entries), 0)
    lead = _THE_COUNTY.match(noun, place)
    low = lead.end() if lead else place
    return noun[low:] if len(noun) - low >= len(head) else noun


def _noun_of(phrase: str) -> str:
    """The counted class in a phrase that runs up to the number: without the verb that governs it."""
    cut = _pattern(r"^.*(?:<actions>|(?!<not_verbs>)<verbs>)了?(?=[一-龥A-Z0-9])").sub("", phrase)
    return _pattern(r"^.*<breaks>(?=[一-龥\d])").sub("", cut).strip("、") or phrase


def name_people(quantity: Quantity, before: str, after: str, previous: str | None) -> Name | None:
    """Whom a number of people counts. Arguments as in `naming.name_quantity`."""
    near = re.split(r"[,，;；]", before)[-1]
    lacking = _lacking().search(near)
    if lacking:  # 技术工人|缺口2600人
        who = re.sub("^(?:[一-龥]{0,4}企业|全[县市区])+", "", lacking["who"])
        return Name(f"{who}缺口", "level")
    if _at_work().match(after):
        return Name("带动就业人数", "count")
    taught = _taught().search(near)
    if taught and quantity.unit == "人":
        return Name(f"{taught['verb']}{taught['who'] or '人'}数".replace("人数数", "人数"), "count")
    people = table("counting", "people")
    behind = people.first(after[:8])
    earlier = people.all(near)
    if earlier and earlier[-1][0] == "就业人数" and re.search(rf"就业{gap()}$", near):  # 吸纳农民|就业近千人
        earlier = earlier[-1:]
    if behind and behind[1] <= 4 and quantity.unit in ("人", "户") and quantity.written != "人":
        found = behind[0]
    elif earlier:
        found = earlier[0][0]
    elif behind:
        found = behind[0]
    else:
        return None
    if quantity.written == "人次" and found == "游客数":
        return Name("接待游客人次", "level")
    if found == "接待游客人次":
        return Name(found, "level")
    if found in ("就业人数", "就业岗位数"):
        verbs = [verb for verb, _ in table("counting", "jobs").all(near)]
        governs = [verb for verb in verbs if verb == "新增" or found == "就业人数"]
        return Name((governs[0] if governs else "") + found, "count")
    return Name(found, "count")


@once
def _lacking() -> re.Pattern[str]:
    """People who are wanting, before the number of them."""
    return re.compile(
        rf"(?P<who>[一-龥]{{0,6}}?(?:用工|工人|技工|人才|劳动力|员工|人员|师傅))的?缺口{gap()}$"
    )


@once
def _at_work() -> re.Pattern[str]:
    """Behind a number of people: that they come by work there."""
    return re.compile(
        r"(?:余|多)?名?[一-龥“”]{0,12}?(?:实现|在家门口|就近|稳定)*(?:就业|务工|上岗|再就业)(?:[,，。;；、]|$|增收|致富)"
    )


@once
def _taught() -> re.Pattern[str]:
    """What is done to people by whom they become more: 培训|茶农, 培养|技工, and whom it is done to."""
    verbs = listed("counting", "people_done", "taught")
    return re.compile(rf"(?P<verb>{verbs})了?各?类?(?P<who>[一-龥]{{2,6}})?{gap()}(?:人数)?{gap()}$")


def name_area(quantity: Quantity, before: str, after: str, previous: str | None) -> Name | None:
    """Which area a size is of. Arguments as in `naming.name_quantity`."""
    size = table("counting", "sizes").before(before)
    if size:
        name = _of_what(before, size)
        return Name(_use(before, size[1]) if name == "面积" else name, "level")
    sown = re.sub("(?:年均)?增速$", "", previous or "")
    crop = _crop(before) if sown.endswith("播种面积") else ""
    if crop:
        return Name(f"{crop}播种面积", "level")
    made = name_goods(quantity, before, after, previous)
    if made:
        return made
    if _pattern(r"<land.grown>[一-龥]{0,4}$").search(before) and quantity.unit in ("亩", "公顷"):
        return Name("种植面积", "level")
    if quantity.unit == "平方米" and _pattern("的?<land.built>").match(after):
        return Name("建筑面积", "level")
    if quantity.unit in _LAND[:2] and _pattern("<land.parts>$").search(before):
        part = _pattern("(?P<core><land.cores>)$").search(before)
        built = "建筑面积" if quantity.written != "平方公里" and quantity.unit == "平方米" else "用地面积"
        return Name(f"{part['core']}面积" if part else built, "level")
    if quantity.unit not in _LAND:
        return None
    opened = _pattern(r"(?P<verb><land.opened>)(?:了|出)?$").search(before)
    if opened and not table("counting", "sizes_behind").heads(after.removeprefix("的")):
        return Name(f"{opened['verb']}面积", "level")
    sizes = table("counting", "sizes_behind")
    behind = sizes.heads(after.removeprefix("的")) or sizes.heads(
        _pattern("^的?(?:<land.sorts>)+").sub("", after)
    )
    if behind:
        verb = _pattern(r"(?P<verb><land.taken>)了?(?P<what>[一-龥]{0,4})$").search(before)
        return Name((verb["verb"] + verb["what"] if verb else "") + behind, "level")
    return _land(before) if quantity.unit != "平方米" else None


def _use(before: str, form: str) -> str:
    """An area by what is done on it, which the word before it tells: 紫菜|养殖面积, 全城|经营面积."""
    said = pieces(before[: before.rindex(form)][-8:] + form)
    use = said[-2] if said[-1:] == [form] and len(said) > 1 else said[-1].removesuffix(form) if said else ""
    known = is_verb(use) or tag(use) in ("vn", "n") if len(use) == 2 else False
    return f"{use}{form}" if known and use not in words("counting", "no_use") else form


def _of_what(before: str, found: tuple[str, str]) -> str:
    """The name of a yield or a sown area with the crop or the goods that the clause names before it."""
    name, form = found
    goods = _crop(before[: before.rindex(form)]) if name in words("counting", "by_goods") else ""
    return f"{goods}{name}"


def _crop(text: str) -> str:
    """The crop or the goods that are all that the last clause of `text` names, but for its place; "" if they are not."""
    found = _CROP.search(text)
    what = found["what"] if found else ""
    entries = place_scanner().entries
    place = next((length for length in range(min(9, len(what)), 1, -1) if what[:length] in entries), 0)
    own = _WHEN_BEHIND.sub("", what[place:].removeprefix("的"))
    if _NO_CROP.search(own):
        return ""
    return own if 2 <= len(own) <= 6 else ""


def _land(before: str) -> Name | None:
    """The land that is spoken of at a little distance before its size (低效用地清理397亩)."""
    found = _pattern(r"(?P<land><land.nouns>)(?!村)[^,，。;；、\d]{0,6}$").search(before)
    if found is None:
        return None
    verb = _pattern(r"<land.taken>").search(before[: found.start() + 1])
    noun = found["land"] if found["land"] != "再开发" else "用地"
    return Name((verb.group() if verb else "") + f"{noun}面积", "level")


def _more_goods(before: str, previous: str | None) -> bool:
    """Whether a list of what is made in a year goes on: 年产2万吨|管材和|5000套配件, 年产衬衫60万件|、西裤|20万条."""
    found = _MORE_GOODS.match(before) if previous in words("counting", "outputs") else None
    goods = (found["made"] or found["next"]) if found else ""
    return bool(goods) and not (
        goods.endswith(words("counting", "installed"))
        or any(is_verb(piece) and piece not in words("edges", "name_verbs") for piece in pieces(goods))
    )


def name_goods(quantity: Quantity, before: str, after: str, previous: str | None) -> Name | None:
    """What an amount of goods is: capacity, output, installed power. Arguments as in `naming.name_quantity`."""
    installed = _pattern(rf"(?P<what><installed>){gap()}$").search(before)
    if installed and quantity.unit in words("counting", "pieces"):
        return Name(f"{installed['what']}数", "count")
    lines = r"[一-龥A-Za-z]{0,10}?<lines>(?!项目|工程|技改|改造|建设)"
    if quantity.unit == "条" and _pattern(lines).match(after) and not _pattern("<only>$").search(before):
        return Name("生产线数", "count")
    found = table("counting", "capacities").before(before, near=True)
    if found is None and quantity.unit.endswith(("/年", "/天", "/月")):
        return Name("产能", "level")
    if found is None:
        goes_on = _more_goods(before, previous) or (
            previous in words("counting", "outputs")
            and _pattern("^(?:[、和及与]|<parts>|[一-龥A-Za-z]{0,10}<lines>、)").search(before)
        )
        return Name(previous or "", "level") if goes_on else None
    made = found[1] == "年产" and re.match(r"^[,，。、;；][大约就已]*占", after[:4])
    return Name("年产量" if made else _of_what(before, found), "level")


def name_time(quantity: Quantity, before: str, after: str, previous: str | None) -> Name | None:
    """How long an approval takes, or the work upon a project. Arguments as in `naming.name_quantity`."""
    if _pattern(rf"(?:工期|建设期|建设周期|施工期){gap()}$").search(before):
        return Name("工期", "level")
    lapse = _pattern("<span_behind>").match(after) and quantity.written != "天"
    if quantity.written == "年" or lapse or _pattern("^[一-龥]{0,4}<reach>").match(after):
        return None
    near = before[-24:] + after[:14]
    span = _FROM_TO.search(before)
    built = span and _pattern("<built_from>").search(span[1])
    if not (built or _pattern("<approval>").search(near)) or _pattern("<not_approval>").search(
        before[-16:] + after[:4]
    ):
        return None
    if span is None:
        return Name("审批时限", "level")
    if built:
        return Name("工期", "level")
    end = re.sub(r"(?:历时|耗时|(?:只|仅)?用了?|仅需|只需)$", "", span[2])
    return (
        Name(f"审批时限({span[1]}到{end})", "level") if _pattern("<approval>").search(span[1] + end) else None
    )


def name_length(quantity: Quantity, before: str, after: str, previous: str | None) -> Name | None:
    """What a length measures. Arguments as in `naming.name_quantity`."""
    match = _pattern(r"(?:(?P<far><distance>)|<extent>)[^,，。;；]{0,16}$").search(before)
    if not match:
        return None
    return Name("距离" if match["far"] else "长度", "level")
