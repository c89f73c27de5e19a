"""A line of code is said as one reads it to a neighbour."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lentera.web.spoken import spoken_markup, spoken_name


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("<h1>Keripik</h1>", "pembuka ha satu, Keripik, penutup ha satu"),
        ("  <h2>Rasa", "pembuka ha dua, Rasa"),
        ('<img src="foto/a.jpg" alt="">', "tag i em ge, src foto/a.jpg, alt kosong"),
        ('<img alt="Satu botol>', "tag i em ge, alt kutip tanpa penutup Satu botol>"),
        ("<li>Asin</li", "pembuka el i, Asin, penutup el i, tanpa tanda lebih besar"),
        ("< p>Halo</p>", "tanda lebih kecil, p>Halo, penutup pe"),
        ("</ul>", "penutup u el"),
        ("<hl>A</hl>", "pembuka ha el, A, penutup ha el"),
        ('<A HREF="b.html">B &amp; C</A>', "pembuka a, href b.html, B & C, penutup a"),
        ("<!DOCTYPE html>", "doctype html"),
        ("<!-- catatan -->", "komentar catatan"),
        ("<br/>", "tag be er, garis miring"),
        ("<input disabled>", "tag input, disabled"),
        ("<article>", "pembuka article"),
        ("", "baris kosong"),
        ("   ", "baris kosong"),
        ("a < b", "a, tanda lebih kecil, b"),
    ],
)
def test_a_line_is_said(line, said):
    assert spoken_markup(line) == said


def test_english_leaves_the_spelling_to_the_voice():
    assert spoken_markup('<h1 class="x">Hi</h1>', "en") == "opening h1, class x, Hi, closing h1"
    assert spoken_name("img", "en") == "img"


@given(st.text(alphabet="<>/=\"'! ab1-&;", max_size=40))
def test_any_line_can_be_said(line):
    assert spoken_markup(line)
    assert spoken_markup(line, "en")
