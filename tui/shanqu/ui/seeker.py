"""Searching beside the screen, which never waits: a thread with a library of its own. The latest question counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Condition, Thread
from typing import NamedTuple, cast

from shanqu.query import Bucket, Leading, Library, LibraryError, LibraryInterruptedError, Wanted

# So many come with the first answer: more than a screen shows, and a page or two below it.
FIRST = 100
# Of up to so many all else is looked up at once; of others the list is painted first, for both take the one processor
# that Python has.
_AT_ONCE, _PAINTED = 200, 0.05
_MANY = 5_000
_SMALL = 2_000
# Of more than those the rest is looked up only when nothing is typed for so long, in seconds.
_PAUSE = 0.12


class Question(NamedTuple):
    """What the screen wants to see: articles, and of each kind of what they name the `most` leading.

    `everything` tells that nothing is asked for; `at` is where the cursor stands. With `folds` of reprints
    only the best copy is listed.
    """

    wanted: Wanted
    everything: bool
    at: int = 0
    most: int = 13
    folds: bool = True


class Answer(NamedTuple):
    """How many articles there are (None: not counted yet); the first of those that are listed, or all, and their
    number, as far as it is known; the names that pinyin stands for."""

    total: int | None
    ids: Sequence[int]
    listed: int
    names: tuple[str, ...]


class Counted(NamedTuple):
    """How many articles there are, where the first answer did not tell it."""

    total: int


class Complete(NamedTuple):
    """All the articles that are listed, where the first answer held only the first of them; how many there are."""

    ids: Sequence[int]
    total: int


class Rest(NamedTuple):
    """What takes longest: what the articles name, where and when they appeared.

    Of very many it is told twice, at first without how often each is named.
    """

    leading: tuple[Leading, ...]
    buckets: tuple[Bucket, ...]


News = Answer | Counted | Complete | Rest


def answers(library: Library, question: Question) -> Iterator[News]:
    """First what is to be painted at once, then the rest."""
    wanted = question.wanted
    found = library.first(wanted, FIRST)
    # Of all articles the list looks up those that it shows.
    total, ids, complete = found.total, cast(Sequence[int], found.ids), found.complete or question.everything
    if not complete and question.at >= FIRST:
        ids, complete = library.every(wanted), True
        total = len(ids)
    names = tuple(library.entity_names(wanted.query)) if wanted.query.terms else ()
    listed = _listed(library, question, ids)
    yield Answer(total, listed, len(listed) if complete or total is None else total, names)
    if total is None:
        yield Counted(library.number(wanted))
    if not complete:
        ids = library.every(wanted)
        yield Complete(_listed(library, question, ids), len(ids))
    among = None if question.everything else ids
    if among is not None and library.counts_long(among):
        yield _rest(library, question, among, times=False)
    yield _rest(library, question, among)


def _rest(library: Library, question: Question, among: Sequence[int] | None, *, times: bool = True) -> Rest:
    leading = library.leading(among, question.most, times=times)
    return Rest(tuple(leading), tuple(library.buckets(among, ("site", "year"))))


def _listed(library: Library, question: Question, ids: Sequence[int]) -> Sequence[int]:
    """What the list shows of the articles found."""
    if question.everything:
        return library.everything()
    return library.folded(ids) if question.folds else ids


def answers_for_first_frame(library: Library, question: Question) -> tuple[Answer, Rest]:
    """As much as the first frame shows, in time that does not grow with the library."""
    found = library.first(question.wanted, FIRST)
    leading = tuple(library.leading(None, question.most))
    buckets = tuple(library.buckets(None, ("site", "year"))) if small(found.total) else ()
    listed = library.everything()
    return Answer(found.total, listed, len(listed), ()), Rest(leading, buckets)


def small(total: int | None) -> bool:
    """Whether the first frame shows all there is to be told of so many articles."""
    return total is not None and total <= _SMALL


def _pause_after(answer: News) -> float:
    """How many seconds to leave before the rest is looked up."""
    if isinstance(answer, Answer | Counted) and (answer.total or 0) > _MANY:
        return _PAUSE
    if isinstance(answer, Answer) and (answer.total is None or answer.total > _AT_ONCE):
        return _PAINTED
    return 0.0


class Seeker:
    """The thread. `deliver` is called in it with the number of the question and an answer, or what went wrong."""

    def __init__(self, directory: Path, deliver: Callable[[int, News | LibraryError], None]) -> None:
        self._directory = directory
        self._deliver = deliver
        self._library: Library | None = None
        self._changed = Condition()
        self._question: Question | None = None
        self._number = 0
        self._thread: Thread | None = None
        self._stopped = False

    def ask(self, question: Question) -> int:
        """Put a question in place of the last one, and return its number."""
        with self._changed:
            self._question = question
            self._number += 1
            if self._library is not None:
                self._library.interrupt()
            if self._thread is None:
                self._thread = Thread(target=self._run, name="search", daemon=True)
                self._thread.start()
            self._changed.notify()
            return self._number

    def stop(self) -> None:
        """End the thread, whatever it is doing."""
        with self._changed:
            self._stopped = True
            if self._library is not None:
                self._library.interrupt()
            self._changed.notify()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while (asked := self._next()) is not None:
            number, question = asked
            try:
                self._answer(number, question)
            except LibraryInterruptedError:
                continue
            except LibraryError as error:
                self._deliver(number, error)
        if self._library is not None:
            self._library.close()

    def _next(self) -> tuple[int, Question] | None:
        with self._changed:
            while self._question is None and not self._stopped:
                self._changed.wait()
            question, self._question = self._question, None
            if self._library is not None:
                self._library.go_on()
            return None if self._stopped or question is None else (self._number, question)

    def _answer(self, number: int, question: Question) -> None:
        if self._library is None:
            library = Library.open(self._directory)
            with self._changed:
                self._library = library
        for answer in answers(self._library, question):
            if self._stale(number):
                return
            self._deliver(number, answer)
            if not question.everything and (pause := _pause_after(answer)) and self._more_is_typed(pause):
                return

    def _more_is_typed(self, pause: float) -> bool:
        """Whether another question comes at once, so that the rest of this one need not be looked up."""
        with self._changed:
            return self._changed.wait_for(lambda: self._stopped or self._question is not None, pause)

    def _stale(self, number: int) -> bool:
        with self._changed:
            return self._stopped or number != self._number
