"""Splits: names that the user takes out of an entity and gives to another one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from shanqu.gazetteer import resolve
from shanqu.gazetteer.spelling import reading_of
from shanqu.messages import Message
from shanqu.query.corrected import Corrected
from shanqu.query.correction_shapes import Correction, Form, FormPage, Name
from shanqu.query.corrections import Corrections, CorrectionsError, merged_into
from shanqu.store import LibraryError, Reader, lookup, splitting
from shanqu.store.splitting import Split


def splits(corrections: Sequence[Correction]) -> Iterator[Split]:
    """The splits among the corrections in force. What is merged into an entity is split with it."""
    for one in corrections:
        if one.deed == "split" and one.name and one.into:
            for name in (one.name, *merged_into(corrections, one.name)):
                if name != one.into:
                    yield Split(*name, one.form, one.path, one.site, one.into.canonical, one.into.code)


def carry_out(reader: Reader, corrections: Sequence[Correction]) -> None:
    """Split the library by these corrections, and by no others.

    Raises CorrectionsError where it cannot be written at the moment.
    """
    wanted = list(splits(corrections))
    if wanted == splitting.held(reader):
        return
    from shanqu.store.writer import Store

    try:
        with Store(reader.directory) as store:
            store.carry_out(wanted, reading_of)
    except LibraryError as error:
        raise CorrectionsError(error.message) from error


def catch_up(reader: Reader, corrections: Corrections) -> None:
    """Split the library by the corrections in force, if that can be done now."""
    try:
        carry_out(reader, corrections.in_force())
    except CorrectionsError:
        # Whoever only reads is told by the answers if the corrections are no good; if nobody can write now, the
        # next one to open the library does it.
        return


def forms(reader: Reader, entities: Collection[int]) -> list[Form]:
    """How pages write the entities, what they write most often first."""
    found = lookup.forms_of(reader, entities)
    rows = {row.id: row for row in reader.rows({article for _, article, _ in found})}
    pages: dict[str, list[FormPage]] = {}
    for text, article, mentions in found:
        row = rows[article]
        path = f"{row.path}#{row.member}" if row.member else row.path
        page = FormPage(article, row.title, row.site, row.published, path, mentions)
        pages.setdefault(text, []).append(page)
    made = [Form(text, tuple(of_text)) for text, of_text in pages.items()]
    return sorted(made, key=lambda one: (-one.mentions, one.text))


def written(name: Name, found: Sequence[Form], form: str, article: int | None, site: str) -> Form:
    """Where the entity is written so in that article, on that site. Raises CorrectionsError where it is not."""
    for one in found:
        here = one.within(article, site)
        if one.text == form and here.pages:
            return here
    raise CorrectionsError(Message("{name} is not written {form} there", name=name.canonical, form=form))


def named(reader: Reader, kind: str, text: str, corrected: Corrected) -> Name:
    """The entity that the user or the library calls so, which may be new. Raises CorrectionsError for an empty name."""
    name = " ".join(text.split())
    if not name:
        raise CorrectionsError(Message("a name cannot be empty"))
    renamed = lookup.by_id(reader, [id for id, shown in corrected.names.items() if shown == name])
    place = resolve(name) if kind == "place" else None
    known = [one for one in lookup.named(reader, kind, name) if one.canonical == name]
    for one in (*(one for one in renamed.values() if one.kind == kind), *known):
        return Name(one.kind, one.canonical, one.code)
    return Name(kind, place.name, place.code) if place else Name(kind, name)
