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


def byline(row: ArticleRow) -> list[str]:
    """Site and date of an article, as far as they are known."""
    parts = [row.site or "", short_date(row.published, row.meaning)]
    return [part for part in parts if part]


def reason_text(reason: str) -> str:
    """Why a rule decided as it did; rules that have no words in the catalogue are shown by their name."""
    key = f"reason:{reason}"
    translated = _(key)
    return reason if translated == key else translated
