"""Money as people write it: one amount has many faces, and an unclear one is asked about."""

import pytest

from lentera.product.money import LARGEST, Unread, read_count, read_percent, read_rupiah


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("7500", 7500), ("7.500", 7500), ("7,500", 7500), ("Rp7.500", 7500), ("Rp 7.500", 7500), ("rp. 7500", 7500),
        ("RP7.500,-", 7500), ("7.500,00", 7500), ("7,500.00", 7500), ("7 500", 7500), ("7'500", 7500),
        ("7500 rupiah", 7500), ("7,5 ribu", 7500), ("7.5rb", 7500), ("7k", 7000), ("1,2 juta", 1_200_000),
        ("1.200.000", 1_200_000), ("Rp1.234.567,89", 1_234_568), ("10.714,29", 10_714), ("10714,5", 10_715),
        ("0", 0), ("00", 0), ("150", 150), ("７５００", 7500), (" \u00a07.500 ", 7500), (7500, 7500), (7499.6, 7500),
    ],
)  # fmt: skip
def test_an_amount_is_read_however_it_is_written(written, amount):
    assert read_rupiah(written).value == amount


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("", Unread.EMPTY), ("   ", Unread.EMPTY), ("Rp", Unread.EMPTY), ("abc", Unread.UNCLEAR),
        ("1.2345", Unread.UNCLEAR), ("1,2,3", Unread.UNCLEAR), ("12.34.567", Unread.UNCLEAR), ("7500x", Unread.UNCLEAR),
        ("0.500", Unread.UNCLEAR), ("٧٥٠٠", Unread.UNCLEAR), ("½", Unread.UNCLEAR), ("7..5", Unread.UNCLEAR), (".", Unread.UNCLEAR), ("7.500 ribu", Unread.UNCLEAR),
        ("ribu", Unread.UNCLEAR), ("-7500", Unread.NEGATIVE), ("Rp-7500", Unread.NEGATIVE), ("−1", Unread.NEGATIVE),
        (-1, Unread.NEGATIVE), ("9" * 30, Unread.LARGE), (LARGEST * 2, Unread.LARGE), (float("nan"), Unread.UNCLEAR),
        (float("inf"), Unread.LARGE), (True, Unread.UNCLEAR), (None, Unread.UNCLEAR), ([], Unread.UNCLEAR),
    ],
)  # fmt: skip
def test_what_is_no_amount_is_named_and_never_raises(written, why):
    found = read_rupiah(written)
    assert found.value is None
    assert found.why is why


@pytest.mark.parametrize(
    ("written", "guess"), [("7.5", 7500), ("7,50", 7500), ("12.5", 12_500), ("0,5", 500)]
)
def test_a_number_with_two_meanings_is_asked_about(written, guess):
    found = read_rupiah(written)
    assert (found.value, found.why, found.guess) == (None, Unread.SHORT, guess)


@pytest.mark.parametrize(
    ("written", "count"),
    [("86", 86), ("86 bungkus", 86), ("85,7", 85.7), ("85.7", 85.7), ("1.200", 1200), (40, 40), (85.7, 85.7)],
)
def test_a_count_keeps_its_part(written, count):
    assert read_count(written).value == count


@pytest.mark.parametrize(
    ("written", "percent"),
    [("30", 30), ("30%", 30), ("30 persen", 30), ("33,3", 33.3), (30, 30), ("0", 0), ("120", 120)],
)
def test_a_percentage_is_read(written, percent):
    assert read_percent(written).value == percent


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("0,3", Unread.SHORT),
        ("", Unread.EMPTY),
        ("-5", Unread.NEGATIVE),
        ("1.2.3", Unread.UNCLEAR),
        ("tiga", Unread.UNCLEAR),
        (None, Unread.UNCLEAR),
    ],
)
def test_a_percentage_that_cannot_be_read_is_named(written, why):
    assert read_percent(written).why is why
