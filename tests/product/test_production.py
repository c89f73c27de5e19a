"""Batches: codes, best-before days, and the order in which they are sold."""

from datetime import date

import pytest

from lentera.product.expiry import BatchCode, ShelfLife, as_printed, best_before, read_code, read_day
from lentera.product.production import Batch, State, expiry_first, make_batch, next_code, read_batch

DAY = date(2026, 11, 22)
LIFE = ShelfLife(3, "bulan")


def test_a_code_tells_line_number_and_day():
    assert str(BatchCode("A", 1, DAY)) == "A1-221126"
    assert read_code(" a1-221126 ") == BatchCode("A", 1, DAY)


@pytest.mark.parametrize(
    "text",
    ["", "A1", "A1-22112", "A1-321126", "11-221126", "A-221126", "A0-221126", "AA1-221126", "A1-22x126"],
)
def test_what_is_no_code_is_none(text):
    assert read_code(text) is None


@pytest.mark.parametrize(
    ("made", "life", "until"),
    [
        (DAY, LIFE, date(2027, 2, 22)),
        (date(2026, 11, 30), LIFE, date(2027, 2, 28)),
        (date(2027, 11, 30), LIFE, date(2028, 2, 29)),
        (DAY, ShelfLife(10, "hari"), date(2026, 12, 2)),
        (DAY, ShelfLife(2, "minggu"), date(2026, 12, 6)),
        (DAY, ShelfLife(12, "bulan"), date(2027, 11, 22)),
    ],
)
def test_the_best_before_day_follows_from_the_shelf_life(made, life, until):
    assert best_before(made, life) == until


def test_a_day_is_printed_with_spaces():
    assert as_printed(date(2027, 2, 22)) == "22 02 2027"


def test_a_shelf_life_of_nothing_is_refused():
    with pytest.raises(ValueError, match="give 1 or more"):
        best_before(DAY, ShelfLife(0, "bulan"))


@pytest.mark.parametrize("text", ["", "2026-13-01", "1999-01-01", "22-11-2026"])
def test_what_is_no_day_is_none(text):
    assert read_day(text) is None


def test_what_expires_first_is_sold_first():
    short = make_batch((), "B", DAY, "kue", 5, ShelfLife(10, "hari"))
    long = make_batch((), "A", date(2026, 1, 1), "kopi", 5, ShelfLife(12, "bulan"))
    assert expiry_first((long, short)) == (short, long)


def test_a_code_is_given_once():
    first = make_batch((), "A", DAY, "keripik", 40, LIFE)
    second = make_batch((first,), "A", DAY, "keripik", 30, LIFE)
    assert (str(first.code), str(second.code)) == ("A1-221126", "A2-221126")
    assert str(next_code((second,), "A", DAY)) == "A1-221126"


def test_a_day_has_no_more_than_99_batches_of_a_line():
    many = tuple(Batch(BatchCode("A", n, DAY), "x", 1, date(2027, 1, 1)) for n in range(1, 100))
    with pytest.raises(ValueError, match="use another line"):
        next_code(many, "A", DAY)


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (DAY, State.GOOD),
        (date(2027, 1, 23), State.SOON),
        (date(2027, 2, 22), State.SOON),
        (date(2027, 2, 23), State.OVER),
    ],
)
def test_how_a_batch_stands(today, state):
    assert make_batch((), "A", DAY, "keripik", 40, LIFE).state(today) is state


@pytest.mark.parametrize(("packs", "life"), [(0, LIFE), (10_000, LIFE), (5, ShelfLife(25, "bulan"))])
def test_impossible_batches_are_refused(packs, life):
    with pytest.raises(ValueError):
        make_batch((), "A", DAY, "keripik", packs, life)


def test_a_batch_comes_back_as_it_was_written():
    batch = make_batch((), "A", DAY, "keripik", 40, LIFE)
    assert read_batch(batch.to_content()) == batch


@pytest.mark.parametrize(
    "changes",
    [
        {"kode": "x"},
        {"baik_sebelum": ""},
        {"baik_sebelum": "2026-11-22"},
        {"jumlah": 0},
        {"jumlah": "40"},
        {"jumlah": True},
    ],
)
def test_a_damaged_batch_is_refused(changes):
    content = make_batch((), "A", DAY, "keripik", 40, LIFE).to_content()
    with pytest.raises(ValueError):
        read_batch({**content, **changes})
