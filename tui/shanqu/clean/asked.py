"""Where to write and whom to ring, in a notice that asks for answers: there such lines are a part of the text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from shanqu.clean.signs import Signs

# What asks for answers: a heading with a number, or a sentence that says by what means to send which.
_HEADING: Final = re.compile(
    r"[(]?[一二三四五六七八九十]{1,2}[)、.]\s?[^。]{0,12}(?:意见|反馈|联系|公示|受理|报名|咨询|监督|投诉|举报)[^。]{0,8}(?:方式|渠道|途径|反馈|电话|地址|地点|办法|机关|部门|单位)?[^。]{0,8}:?"
)
_MEANS: Final = re.compile(
    "电话|邮件|邮箱|邮寄|信函|信件|书面|传真|来信|来访|来电|来函|实名|署名|(?:公示|公告)期"
)
_ANSWERS: Final = re.compile("意见|建议|异议|反馈|反映|报名|申报|投诉|举报|咨询|报送")
# So near the end of a paragraph it asks for them.
_ASKS_LONGEST: Final = 200
_HOSTS: Final = re.compile(
    r"[(]?[一二三四五六七八九十]{1,2}[)、.]\s?(?:(?:活动|赛事|会议|大会)?(?:组织|主办|承办|主办承办|参与|支持)(?:单位|机构|架构)|联系(?:方式|人|电话|单位)(?:及联系(?:方式|电话))?|咨询(?:方式|电话)):?"
)
_HOSTS_LONGEST: Final = 16
# The office that signs, and its date below.
_OFFICE: Final = re.compile(r"[^\W\d_]{3,25}(?:会|局|厅|府|室|部|院|站|所|处|中心|办|公司|协会)")
_DATED: Final = re.compile(
    r"(?:19|20)\d{2}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|[二〇○零一三四五六七八九十年月日]{7,14}"
)
_SIGNED_WITHIN: Final = 4
# The lines that rules take for those of agents and of those who run a site.
_CONTACTS: Final = frozenset(
    {"anchor:phone-line", "anchor:organizer", "anchor:organizer-alone", "anchor:letter-field"}
)
_CONTACT: Final = re.compile(
    r"(?:\d{1,2}[.、]\s?|[(]\d{1,2}[)]\s?)?(?:[^:。,]{0,8}(?:电话|邮箱|信箱|邮件|地址|邮编|邮政编码|传真|联系人|e-?mail|网站|网址|公众号|部门|单位))\s?:.{1,80}",
    re.IGNORECASE,
)
# So many lines below what asks the first of them stands at most, and so many others between two of them.
_BELOW: Final = 4
_APART: Final = 2


def asked(signs: list[Signs]) -> list[Signs]:
    """`signs` of a page, without the rules that the lines of contact below a call for answers would fit.

    Linear in the number of lines.
    """
    if not any(map(_is_ruled, [sign for sign in signs if sign.rule is not None])):
        return signs
    result = signs
    reach = -1
    for index, sign in enumerate(signs):
        if asks(sign):
            reach = index + _BELOW
        elif index > reach and is_contact(sign.line.norm):
            reach = _to_signature(signs, index)
        if index > reach or not sign.length:
            reach += not sign.length and index <= reach
            continue
        if _is_ruled(sign):
            if result is signs:
                result = [*signs]
            result[index] = replace(sign, rule=None, parted=0, seen=None)
            reach = max(reach, index + 1 + _APART)
        elif is_contact(sign.line.norm):
            reach = max(reach, index + 1 + _APART)
    return result


def _to_signature(signs: list[Signs], first: int) -> int:
    """The last of the lines of contact from `first` on, if a text stands above them and is signed below; else -1."""
    if first == 0 or not signs[first - 1].stop or signs[first - 1].rule is not None:
        return -1
    last = first
    while last + 1 < len(signs) and is_contact(signs[last + 1].line.norm):
        last += 1
    below = [sign for sign in signs[last + 1 : last + 1 + _SIGNED_WITHIN] if sign.length][:2]
    signed = (
        last > first
        and len(below) == 2
        and _OFFICE.fullmatch(below[0].line.norm) is not None
        and _DATED.fullmatch(below[1].line.norm) is not None
    )
    return last if signed else -1


def asks(sign: Signs) -> bool:
    """Whether the line asks for answers: it heads what says where to send them, or says so itself.

    A heading can also announce who holds what a notice speaks of, and where to reach them.
    """
    if sign.length <= _HOSTS_LONGEST and _HOSTS.fullmatch(sign.line.norm) is not None:
        return True
    norm = sign.line.norm[-_ASKS_LONGEST:]
    if _ANSWERS.search(norm) is None:
        return False
    if sign.stop or norm.endswith(":"):
        return _MEANS.search(norm) is not None and not is_contact(norm)
    return _HEADING.fullmatch(norm) is not None


def is_contact(norm: str) -> bool:
    """Whether the line gives one way to reach those who ask, behind its label."""
    return _CONTACT.fullmatch(norm) is not None


def _is_ruled(sign: Signs) -> bool:
    return sign.rule is not None and sign.rule.id in _CONTACTS and (is_contact(sign.line.norm) or sign.stop)
