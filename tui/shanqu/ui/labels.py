"""Names for kinds, roles and reasons, in the language in use."""

from __future__ import annotations

from shanqu.i18n import N_, _
from shanqu.model import EntityKind, Role
from shanqu.query.shapes import ArticleRow

_KINDS: dict[EntityKind, str] = {
    "place": N_("Places"),
    "company": N_("Companies"),
    "park": N_("Parks"),
    "organization": N_("Organisations"),
    "person": N_("People"),
    "project": N_("Projects"),
    "industry": N_("Industries"),
    "product": N_("Products"),
    "policy": N_("Policies"),
}

_ROLES: dict[Role, str] = {
    Role.TITLE: N_("title"),
    Role.SUBTITLE: N_("kicker"),
    Role.BODY: N_("text"),
    Role.SUBHEAD: N_("subhead"),
    Role.CAPTION: N_("caption"),
    Role.BYLINE: N_("byline"),
    Role.DATELINE: N_("date line"),
    Role.EDITOR: N_("editor"),
    Role.TAGS: N_("tags"),
    Role.BREADCRUMB: N_("breadcrumb"),
    Role.NAVIGATION: N_("navigation"),
    Role.ADVERT: N_("advert"),
    Role.COPYRIGHT: N_("copyright notice"),
    Role.DISCLAIMER: N_("disclaimer"),
    Role.SHARE: N_("share bar"),
    Role.RELATED: N_("related articles"),
    Role.COMMENT: N_("comments"),
    Role.PAGINATION: N_("paging"),
    Role.SPAM: N_("spam"),
    Role.REPEAT: N_("repeated"),
    Role.FOOTER: N_("footer"),
    Role.BLANK: N_("blank"),
}


def kind_name(kind: EntityKind) -> str:
    """The heading of a kind of entity."""
    return _(_KINDS[kind])


def role_name(role: Role) -> str:
    """What a block is for, in a word or two."""
    return _(_ROLES[role])


def short_date(published: str | None, meaning: str | None) -> str:
    """A date for lists: `2024-09-26` or `09-28`, with a mark if it is the date of a reprint."""
    if not published:
        return ""
    text = published.removeprefix("--")[:10]
    return text + _("r") if meaning == "repost" else text


def member_sign(mountain: bool, left: str | None) -> str:
    """The mark of a county of the 26, or of one that has left them; a space for all others."""
    return "△" if left else "▲" if mountain else " "


def member_note(mountain: bool, left: str | None) -> str:
    """Whether a county is one of the 26, and until when it was."""
    if left:
        return _("one of the 26 until {month}").format(month=left)
    return _("one of the 26") if mountain else _("not one of the 26")


def byline(row: ArticleRow) -> list[str]:
    """Site and date of an article, as far as they are known."""
    parts = [row.site or "", short_date(row.published, row.meaning)]
    return [part for part in parts if part]


_REASONS = {
    "title": N_("the headline"),
    "title-repeated": N_("the headline again"),
    "before-title": N_("above the headline"),
    "kicker-above-title": N_("a line above the headline"),
    "listing-above-title": N_("a list of headlines above the headline"),
    "line-under-title": N_("under the headline"),
    "fields-under-title": N_("date and source under the headline"),
    "dash-beside-title": N_("beside the headline"),
    "beside-advert": N_("beside an advert"),
    "headlines-after-end": N_("headlines after the end"),
    "name-after-end": N_("a name after the end"),
    "numbered-line": N_("a numbered list after the end"),
    "legal-words": N_("legal wording"),
    "age-line": N_("age of the post"),
    "no-body": N_("no article found on this page"),
    "spam-list": N_("there is a list of spam on this page"),
    "lost-digits": N_("digits seem to be lost: check figures against the source"),
    "bad-bytes": N_("some bytes could not be decoded"),
    "broken-characters": N_("some characters are broken"),
    "truncated": N_("the text breaks off"),
    "spam-phrase": N_("spam was put inside sentences: figures are not compared"),
    "scrambled": N_("a rewritten or shuffled text: figures are not compared"),
    "traditional": N_("traditional characters"),
    "pinyin": N_("pinyin in brackets"),
    "promotion": N_("the page calls itself a promotion"),
    "masked": N_("words are masked with asterisks"),
    "deep-markup": N_("markup nested so deep that it was read flat"),
    "cut-markup": N_("broken markup: text may be missing"),
    "offer": N_("an offer"),
    "label-of-dropped": N_("the label of what follows it"),
    "sentence-in-gallery": N_("a sentence among pictures"),
    "template": N_("recurs on the pages of this site"),
    "emphasised": N_("an emphasised line"),
    "office-in-brackets": N_("an office in brackets after the end"),
}

_REASON_KINDS = {
    "anchor:": N_("by its wording"),
    "rubbish:": N_("debris of the page"),
    "markup:": N_("by the page's markup"),
}

_AFTER = {f"after-{role.value}": role for role in Role}


def reason_text(reason: str) -> str:
    """Why a rule decided as it did. A rule without words here (a user's own) is shown by its name."""
    if reason in _REASONS:
        return _(_REASONS[reason])
    if reason in _AFTER:
        return _("after: {what}").format(what=role_name(_AFTER[reason]))
    if reason == "after-end":
        return _("after the end of the article")
    for prefix, text in _REASON_KINDS.items():
        if reason.startswith(prefix):
            return _(text)
    return reason
