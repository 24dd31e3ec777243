"""The marked places of a text, and the way through them."""

from shanqu.text.aligned import Aligned
from shanqu.ui.hits import Hits
from shanqu.ui.marks import Marks
from shanqu.ui.reader_layout import Flow

PAGE = "遂昌县发展工业。云和县发展工业。"


def _flow(start: int, end: int) -> Flow:
    starts = tuple(range(start, end))
    return Flow(PAGE[start:end], "body", Aligned(PAGE[start:end], starts, tuple(at + 1 for at in starts)))


FLOWS = [_flow(0, 8), _flow(8, 16)]


def test_every_literal_place_is_a_hit():
    hits = Hits(FLOWS, sought="工业")
    assert len(hits) == 2
    assert list(hits.within(1, 0, 8)) == [(5, 7, False)]


def test_what_is_sought_takes_the_place_of_marks():
    assert len(Hits(FLOWS, Marks(((0, 3), (8, 11))))) == 2
    assert len(Hits(FLOWS, Marks(((0, 3), (8, 11))), "遂昌")) == 1


def test_steps_lead_around_the_ends():
    hits = Hits(FLOWS, sought="工业")
    seen = []
    for _ in range(3):
        hits.step(1, 0, 0)
        seen.append(hits.now)
    assert seen == [0, 1, 0]


def test_the_first_step_back_leads_to_the_hit_before_the_place():
    hits = Hits(FLOWS, sought="工业")
    hits.step(-1, 1, 0)
    assert hits.now == 0


def test_behind_the_last_hit_find_goes_to_the_first_and_a_page_offset_to_none():
    hits = Hits(FLOWS, sought="遂昌")
    hits.go_to(1, 3)
    assert hits.now == 0
    hits.go_to_page(5)
    assert hits.current is None


def test_a_hit_that_is_gone_is_no_longer_stood_on():
    hits = Hits(FLOWS, sought="遂昌")
    hits.stand_on(3)
    assert hits.now is None


def test_of_a_marked_sentence_the_reader_stands_on_the_one_that_holds_the_place():
    marks = Marks(((0, 4), (6, 9)))
    hits = Hits(FLOWS, marks)
    hits.go_to_page(2)
    assert hits.now == 0
