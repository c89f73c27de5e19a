"""Days, times and sums as people write them, and what is covered because a practice draft does not need it."""

import pytest

from lentera.literacy.report_reading import covered, masked, read_when
from lentera.literacy.sums import read_sums


@pytest.mark.parametrize(
    "text",
    [
        "Selasa, 3 November, jam 09.12",
        "3-11-2026 pagi",
        "3/11 9:12",
        "2026-11-03 pukul 9",
        "3 nov 2026, 09.12 WITA",
        "3.11.2026 09.12",
        "tgl 03-11-2026 jam 9 pagi",
        "jam 9 pagi, 3 Nopember",
        "tanggal 3 bulan 11 tahun 2026, jam 9",
        "tanggal 3 bulan November jam 09.12",
        "November 3, jam 9",
        "tiga November jam sembilan pagi",
        "3 November 2026 jam 0912",
        "3/11/2026, pagi-pagi",
    ],
)
def test_a_day_and_a_time_are_read_as_people_write_them(text):
    said = read_when(text)
    assert (said.day, said.month) == (3, 11)
    assert said.timed
    assert said.fits_hour(9)
    assert not said.fits_hour(15)


@pytest.mark.parametrize(
    ("text", "hour"),
    [("3 Mei jam 7 malam", 19), ("3 Mei sore", 16), ("3 Mei 19.48", 19), ("3 Mei jam 2 siang", 14)],
)
def test_a_clock_of_twelve_hours_needs_its_part_of_the_day(text, hour):
    assert read_when(text).fits_hour(hour)


def test_the_part_of_the_day_must_fit_the_hour():
    assert not read_when("3 Mei jam 9 malam").fits_hour(9)


@pytest.mark.parametrize("text", ["kemarin", "tadi pagi", "barusan", "lusa"])
def test_a_word_that_means_another_day_each_day_is_vague(text):
    said = read_when(text)
    assert said.vague
    assert not said.dated


@pytest.mark.parametrize(
    "text",
    [
        "09.12",
        "jam 9",
        "pagi",
        "",
        "40/40",
        "31 kali",
        "2 minggu lalu",
        "...",
        "bulan 11",
        "jam 3 bulan lalu",
    ],
)
def test_no_day_is_made_up(text):
    said = read_when(text)
    assert not said.dated
    assert said.weekday is None


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("Rp450.000", (450_000,)),
        ("Rp 450.000,00", (450_000,)),
        ("450000 rupiah", (450_000,)),
        ("450 ribu", (450_000,)),
        ("sekitar 450rb", (450_000,)),
        ("empat ratus lima puluh ribu", (450_000,)),
        ("1,25 juta", (1_250_000,)),
        ("1.250.000", (1_250_000,)),
        ("satu juta dua ratus lima puluh ribu rupiah", (1_250_000,)),
        ("seratus lima puluh ribu", (150_000,)),
        ("Rp300.000 dan Rp200.000", (300_000, 200_000)),
        ("450,000", (450_000,)),
        ("1,250,000 rupiah", (1_250_000,)),
        ("Rp 450 000", (450_000,)),
        ("450 rebu", (450_000,)),
        ("450 rbu", (450_000,)),
        ("450ribuan", (450_000,)),
        ("4 ratus 50 ribu", (450_000,)),
        ("Empat Ratus Limapuluh Ribu", (450_000,)),
        ("1 juta 250 ribu", (1_250_000,)),
        ("sejuta 250 ribu", (1_250_000,)),
        ("1jt 250rb", (1_250_000,)),
        ("setengah juta", (500_000,)),
        ("Rp450.000, 1 HP", (450_000, 1)),
        ("450 ribu, 300 ribu", (450_000, 300_000)),
        ("banyak sekali", ()),
        ("", ()),
    ],
)
def test_a_sum_is_read_in_digits_and_in_words(text, sums):
    assert read_sums(text) == sums


@pytest.mark.parametrize(
    ("text", "kept", "looked_like"),
    [
        ("NIK 6409011234560001", "NIK xxxxxxxxxxxxxxxx", "nomor"),
        ("6409 0112 3456 0001", "xxxx xxxx xxxx xxxx", "nomor"),
        ("hubungi 0812-3456-7890", "hubungi xxxx-xxxx-xxxx", "nomor"),
        ("OTP-nya 482193", "OTP-nya xxxxxx", "rahasia"),
        ("PIN saya 1234", "PIN saya xxxx", "rahasia"),
        ("xxxxxxxxxx123456", "xxxxxxxxxxxxxxxx", "nomor"),
        ("0812345", "xxxxxxx", "nomor"),
        ("0812-345", "xxxx-xxx", "nomor"),
        ("0812/3456/7890", "xxxx/xxxx/xxxx", "nomor"),
        ("0812  3456  7890", "xxxx  xxxx  xxxx", "nomor"),
        ("0812 - 3456 - 7890", "xxxx - xxxx - xxxx", "nomor"),
        ("(0812) 3456 7890", "(xxxx) xxxx xxxx", "nomor"),
        ("OTP saya 482 193", "OTP saya xxx xxx", "rahasia"),
        ("kode rahasianya 482193", "kode rahasianya xxxxxx", "rahasia"),
        ("PINku 1234", "PINku xxxx", "rahasia"),
        ("3-11-2026 0812-3456-7890", "3-11-2026 xxxx-xxxx-xxxx", "nomor"),
        ("08xx-xxxx-x417 081234567890", "08xx-xxxx-x417 xxxxxxxxxxxx", "nomor"),
    ],
)
def test_what_may_be_real_is_covered_and_told(text, kept, looked_like):
    found = masked(text)
    assert (found.text, found.looked_like) == (kept, looked_like)
    assert covered(found.text) == looked_like


@pytest.mark.parametrize(
    "text",
    [
        "08xx-xxxx-x417",
        "rekening xxxx-xx650 atas nama Reza",
        "3-11-2026 09.12",
        "2026-11-03 09.12",
        "Rp1.250.000",
        "Rp1.250.000.000",
        "450 ribu",
        "iklan di laman excel 2026",
        "08xx-xxxx-x417 xxxx-xx650",
        "08xx xxxx x417 xxxx xx650",
        "1.600.000 xxxx-xx650",
        "Rp1.600.000 08xx-xxxx-x417",
        "3-11-2026 0912",
        "jam 0812, 08-11-2026",
        "08-11-26",
        "xxxx-xx",
        "3-11-2026 / 09.12",
        "Rp450.000 - Rp500.000",
    ],
)
def test_numbers_of_the_story_days_and_sums_stay(text):
    assert masked(text).text == text
    assert masked(text).looked_like == covered(text) == ""
