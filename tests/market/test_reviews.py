"""Advice on reviews: facts and thanks are seen, rude words and private data are, and honest anger is let be."""

import pytest

from lentera.market.reading import has_long_number
from lentera.market.reviews import advise


def found(text, **how):
    return [one.id for one in advise(text, **how)]


@pytest.mark.parametrize(
    "text",
    [
        "Keripiknya renyah, datang dalam 2 hari, kemasan rapi.",
        "Saya kecewa. Satu bungkus robek dan isinya remuk.",
        "Berat 150 g sesuai label, tetapi kurang asin.",
        "Pesanan 12 datang jam 10.30 tanggal 22 November 2026.",
        "Harganya Rp27.000, barang sampai utuh dan segar.",
    ],
)
def test_honest_reviews_need_no_advice(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("", "empty"),
        ("   !!! ", "empty"),
        ("Bagus.", "short"),
        ("Saya suka sekali, toko terbaik di dunia ini.", "facts"),
        ("Penjualnya penipu, barang datang satu bungkus saja.", "rude"),
        ("Barang robek. Saya laporkan polisi kalau begini terus.", "threat"),
        ("Barang robek, hubungi saya di 0812-3456-7890 sekarang juga.", "phone"),
        ("NIK saya 3576014403910003, barang datang dengan kemasan robek.", "phone"),
        ("Penjualnya tinggal di RT 3 dan kemasan barangnya robek.", "address"),
        ("Tokonya di Jalan Mawar, barang datang dengan kemasan robek.", "address"),
        ("Tokonya di jalan 5, barang datang dengan kemasan robek.", "address"),
        ("BARANG DATANG ROBEK DAN SAYA TIDAK SUKA SAMA SEKALI", "shouting"),
    ],
)
def test_each_thing_to_change_is_named(text, advice):
    assert advice in found(text)


def test_what_must_change_stands_before_what_could_be_better():
    advice = advise("penipu 081234567890")
    assert [one.serious for one in advice] == sorted((one.serious for one in advice), reverse=True)
    assert advice[0].serious


@pytest.mark.parametrize(
    "text",
    [
        "Jalanan licin, tetapi barang sampai utuh hari ini.",
        "Rasanya enak. Gangguan kecil: label datang miring.",
        "Barang sempat tertahan di jalan, tetapi sampai utuh.",
        "Madu liar ini manis, isinya sesuai label.",
    ],
)
def test_a_word_that_only_begins_like_an_address_is_no_address(text):
    assert found(text) == []


def test_a_seller_thanks_or_says_sorry():
    assert found("Terima kasih atas ulasannya, kami perbaiki kemasannya.", answer=True) == []
    assert found("Kami akan memperbaiki kemasan mulai besok pagi.", answer=True) == ["thanks"]


def test_advice_is_english_where_english_is_spoken(monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    assert advise("")[0].text.startswith("The review is still empty")


@pytest.mark.parametrize(
    ("text", "long"),
    [
        ("081234567890", True),
        ("0812 3456 7890", True),
        ("+62 812-3456-7890", True),
        ("Rp1.250.000 untuk 40 bungkus", False),
        ("22 11 2026", False),
        ("12 dan 34 dan 56 dan 78 dan 90", False),
    ],
)
def test_long_numbers_are_found_however_they_are_parted(text, long):
    assert has_long_number(text) is long
