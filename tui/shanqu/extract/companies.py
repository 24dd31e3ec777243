"""Companies: by legal form, by list, by alias of a full name."""

from __future__ import annotations

import itertools
import re

from shanqu.extract.document import Document
from shanqu.extract.edges import left_edge
from shanqu.extract.lexicon import name_scanner, place_scanner
from shanqu.extract.segment import frequency, words
from shanqu.extract.span import Span

_FORM = re.compile(
    r"(?:股份|集团)?有限(?:责任)?公司|集团(?:股份有限公司|有限公司|总公司|公司)?(?!军|化|式|研究)|股份公司|总公司|(?<=[一-龥]{2})分公司|专业合作社"
)
_TRADES = "科技|材料|新材料|特种|智能|智造|医疗|医药|药业|汽车|车业|金属|机械|电子|微电子|半导体|新能源|能源|环保|工贸|实业|化工|化学|纸业|控股|生物|食品|酒业|茶业|农业|文旅|旅游|家居|家具|木业|竹木|工艺|玩具|文具|服饰|服装|鞋业|纺织|电气|电器|电机|阀门|轴承|精密|精工|装备|重工|制造|股份|集团|投资|建设|开发|数字|网络|信息|软件|光电|光伏|锂电|电力|通信|物流|贸易|商贸|塑业|塑胶|橡胶|皮革|革业|印刷|包装|建材|水泥|玻璃|陶瓷|青瓷|宝剑|石材|制药|健康|器械|传动|泵业|五金|工具|厨具|门业|钢业|钢管|铜业|铝业|管业|纤维|硅业|氟硅|航空|动力|锂业|智慧|供应链|科工|技术|产业|有限|责任|公司|工业|国际|中国|电商|云计算|照明|纳米|膜|生态|水务|乳业|饮料|药|酿酒|户外|休闲|体育|用品|日用品|文化|传媒|影视|教育|餐饮|酒店|农林|林业|渔业|水产|种业|花卉|菌业"
_TRADE_WORD = re.compile(_TRADES)
_SHORT_FORM = re.compile(
    r"(?:(?<=^)|(?<=[,，。、;；:：“\n(（和与及由]))((?!拥有|引进|培育|包括|集聚|落户|[由与和如以在向对从])[一-龥A-Za-z]{2,4}(?:股份|集团|药业|纸业|重工|控股|银行|锂电|新材料|电子|科技|生物|医药|智能|半导体|微电子|化成|制药|汽车|电气|机电|精工|光电|能源|材料|医疗|食品|茶业|酒业|家居|玩具|机械|工贸|水泥|动力|电力|电器|门业|泵业|阀门|铜业|铝业|钢业|管业|轴承|特纸|安防|工具|纺织|服饰|新材|环保|装备|照明|乳业|海洋|农业|股份公司))(?=等|[、,，。;；”)）]|的|是|在|生产|负责|总|董事|投资|落户|和|与)"
)
_LIST = re.compile(
    r"(?:以|引进|引进了|落户了|集聚了|集聚|吸引了|吸引|有|包括|如|涌现出|涌现了|培育了|培育出|培育|入驻了|拥有|像|[:：])([一-龥A-Za-z0-9()（）]{2,14}(?:[、和][一-龥A-Za-z0-9()（）]{2,14}){1,10})等(?:[^,，。;；]{0,8}为(?:龙头|代表|主|骨干|引领)|(?:\d+|[一二两三四五六七八九十百]+)?余?多?[家个]?[^,，。;；]{0,12}?(?:企业|公司|集团|厂商|上市))"
)
_LED_LIST = re.compile(
    r"以([一-龥A-Za-z0-9()（）]{2,10}(?:、[一-龥A-Za-z0-9()（）]{2,10}){1,8})(?<!等)为(?:龙头|骨干|链主)"
)
# A list at the head of a clause that says itself that it names firms.
_PLAIN_LIST = re.compile(
    r"(?:^|(?<=[,，。;；:：\n]))([一-龥A-Za-z0-9()（）]{2,10}(?:、[一-龥A-Za-z0-9()（）]{2,10}){1,8})(?:等(?:[一-龥\d]{0,10}?(?:企业|公司|巨头|厂商|集团)|(?:一批|一大批|多家|数家|众多))|[两三四五六七八九十\d]+[家大](?:龙头|骨干|重点|上市|知名)?(?:企业|公司|巨头))"
)
_SHORT_DEFINED = re.compile(r"[(（](?:以下|下)?简?称[:：]?[“\"]?(?P<short>[一-龥A-Za-z0-9]{2,8})[”\"]?[)）]")
_NAMED = re.compile(r"[(（](?:以)?下(?:简)?称[:：]?[“\"]?([一-龥A-Za-z0-9]{2,12})[”\"]?[)）]")
_LEAD = re.compile(
    r"^(?:.*(?:形成|引进|以|落户|培育|集聚)了?|先后|陆续|已|成功|相继|了|到|出|国内|全球|知名|龙头|企业|公司)+"
)


def find_companies(doc: Document) -> list[Span]:
    """Companies by their legal form, then by list, short form and alias of what was found."""
    full = _by_form(doc.text)
    defined = _by_definition(doc.text, full)
    spans = full + defined + _by_list(doc.text) + _by_short_form(doc.text)
    return spans + _aliases(doc.text, full + defined)


def _by_definition(text: str, full: list[Span]) -> list[Span]:
    """Names without a legal form for which a short name is defined: 某某新材料(以下简称“某某”)."""
    ends = {span.end for span in full}
    spans = []
    for match in _SHORT_DEFINED.finditer(text):
        low = max(0, match.start() - 20)
        at = text.rfind(match["short"][:2], low, match.start())
        trade = re.search(rf"(?:{_TRADES})$", text[low : match.start()])
        if match.start() in ends or at < 0 or not trade or match["short"] == text[at : match.start()]:
            continue
        if re.fullmatch(r"[一-龥A-Za-z0-9()（）]+", text[at : match.start()]):
            spans.append(Span("company", at, match.start(), text[at : match.start()], None, "defined"))
    return spans


def _by_form(text: str) -> list[Span]:
    spans = []
    for match in _FORM.finditer(text):
        start = left_edge(text, match.start())
        name = text[start : match.end()]
        if match.start() - start < 2 or _generic(name, match.start() - start):
            continue
        spans.append(Span("company", start, match.end(), _plain(name), None, "legal form"))
    return spans


def _generic(name: str, core: int) -> bool:
    """Whether nothing but trade words and places stands before the legal form."""
    rest = _TRADE_WORD.sub("", name[:core])
    for form in (name[:length] for length in range(min(8, len(name)), 1, -1)):
        if form in place_scanner().entries:
            rest = rest.removeprefix(form)
            break
    return len(rest.strip("()（）省市县区大小新老某该")) < 1 or name[:core] in (
        "上市",
        "子",
        "母",
        "企业",
        "跨国",
        "大型",
        "国有",
    )


def _plain(name: str) -> str:
    return name.strip('“”"‘’')


def _by_list(text: str) -> list[Span]:
    spans = []
    lists = (pattern.finditer(text) for pattern in (_LIST, _LED_LIST, _PLAIN_LIST))
    for match in itertools.chain.from_iterable(lists):
        at = match.start(1)
        if match.re is not _LIST and any(
            _is_thing(item) or re.search(r"等\d*$", item) for item in match.group(1).split("、")
        ):
            continue
        for item in _items(match.group(1)):
            lead = _LEAD.match(item)
            skip = lead.end() if lead else 0
            name = item[skip:]
            if len(name) >= 2 and not _is_thing(name):
                spans.append(Span("company", at + skip, at + len(item), name, None, "list"))
            at += len(item)
    return _joined_lists(text, spans)


def _items(text: str) -> list[str]:
    """The items of a list with their separators; 和 parts only items that stay long enough."""
    pieces = re.split(r"(、)", text)
    head, mark, tail = pieces[-1].partition("和")
    return [*pieces[:-1], head, mark, tail] if len(head) >= 3 and len(tail) >= 3 else pieces


def _joined_lists(text: str, spans: list[Span]) -> list[Span]:
    """Spans without those that are one character long pieces of a name split at 和."""
    return [span for span in spans if text[span.start : span.end] not in place_scanner().entries]


def _is_thing(name: str) -> bool:
    """Whether a list item is an ordinary word, or known as goods, an industry, a zone or a body."""
    entry = name_scanner().entries.get(name)
    return _common(name) or (entry is not None and entry.kind != "company")


def _common(name: str) -> bool:
    """Whether a list item is an ordinary word: goods, industries and kinds of firm are no names."""
    return frequency(name) > 300 or bool(
        re.search(
            r"(?:企业|产业|行业|产品|项目|制造|设备|零部件|经济|服务|技术|平台|园区|人才|地区|国家|领域|环节|市场|机构|高校|院校|大学|研究院|中心|局|部门|工程|(?<![铜铝药纸泵门木茶酒钢管乳锂硅塑锻])业)$",
            name,
        )
    )


def _by_short_form(text: str) -> list[Span]:
    return [
        Span("company", match.start(1), match.end(1), match.group(1), None, "short form")
        for match in _SHORT_FORM.finditer(text)
        if frequency(match.group(1)) < 5
        and _unknown_brand(match.group(1))
        and not _TRADE_WORD.fullmatch(match.group(1)[:2])
        and not _generic(match.group(1), len(match.group(1)))
        and match.group(1)[:2] not in place_scanner().entries
    ]


def _unknown_brand(name: str) -> bool:
    """Whether what stands before the trade word is no ordinary word."""
    match = _TRADE_WORD.search(name, 2)
    if match is None:
        return False
    if match.group() in ("股份", "集团", "药业", "控股"):
        return name[: match.start()] not in (
            "民营",
            "国有",
            "上市",
            "龙头",
            "大型",
            "骨干",
            "企业",
            "跨国",
            "产业",
            "国企",
        )
    brand = name[: match.start()]
    return frequency(brand) < 20 and not any(
        len(piece) > 1 and frequency(piece) > 200 for piece in words(brand)
    )


def _aliases(text: str, full: list[Span]) -> list[Span]:
    """Later short mentions of companies whose full name stands in the same text."""
    spans: list[Span] = []
    for span in full:
        named = _NAMED.match(text, span.end)
        forms = {named.group(1)} if named else set()
        brand = _brand(span.canonical)
        if brand:
            forms |= {
                brand + tail
                for tail in ("股份", "集团", "公司", "科技", *_trade_after(span.canonical, brand))
            }
            if frequency(brand) == 0:
                forms.add(brand)
        for form in forms:
            spans.extend(
                Span("company", match.start(), match.end(), span.canonical, None, "alias")
                for match in re.finditer(re.escape(form), text)
            )
    return spans


def _brand(name: str) -> str | None:
    """The distinctive part of a full name: what stands between place and trade."""
    rest = name
    for _ in range(3):
        for length in range(min(8, len(rest)), 1, -1):
            if rest[:length] in place_scanner().entries:
                rest = re.sub(r"^[省市县区]", "", rest[length:])
                break
    rest = re.sub(r"[(（].*?[)）]", "", rest)
    match = _TRADE_WORD.search(rest, 2)
    brand = rest[: match.start()] if match else ""
    return brand if 2 <= len(brand) <= 4 else None


def _trade_after(name: str, brand: str) -> list[str]:
    tail = name[name.index(brand) + len(brand) :] if brand in name else ""
    match = re.match(_TRADES, tail)
    return [match.group()] if match else []
