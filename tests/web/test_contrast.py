"""Contrast as WCAG has it, colours in every notation, names people use, pairs that read well."""

import pytest

from lentera.web.cascade import text_looks
from lentera.web.contrast import (
    BLACK,
    WHITE,
    Colour,
    meant,
    names,
    nearest,
    needed,
    palettes,
    parse_colour,
    ratio,
    ratio_text,
    samples,
)
from lentera.web.page import parse_page
from lentera.web.site import Site
from lentera.web.styles_faults import faults_of_sheet


@pytest.mark.parametrize(
    ("text", "ground", "expected"),
    [("#000", "#fff", 21.0), ("#fff", "#fff", 1.0), ("#767676", "#fff", 4.54), ("#777", "#fff", 4.48), ("#595959", "#fff", 7.0), ("blue", "white", 8.59), ("red", "white", 4.0), ("yellow", "black", 19.56), ("#0000ee", "#ffffff", 9.4)],
)  # fmt: skip
def test_the_ratio_is_that_of_wcag(text, ground, expected):
    one, other = parse_colour(text), parse_colour(ground)
    assert ratio(one, other) == pytest.approx(expected, abs=0.01)
    assert ratio(other, one) == ratio(one, other)


@pytest.mark.parametrize(
    ("written", "hex_", "alpha"),
    [("red", "#ff0000", 1), ("#ABC", "#aabbcc", 1), ("#abcd", "#aabbcc", 0.867), ("#11223380", "#112233", 0.502), ("rgb(1,2,3)", "#010203", 1), ("rgb(10% 20% 30% / 40%)", "#1a334d", 0.4),
     ("rgb(300,-5,0)", "#ff0000", 1), ("hsl(120,100%,25%)", "#008000", 1), ("hsla(240deg 100% 50% / .5)", "#0000ff", 0.5), ("hwb(0 50% 0%)", "#ff8080", 1), ("transparent", "#000000", 0), ("RebeccaPurple", "#663399", 1),
     ("oklch(62.8% 0.2577 29.23)", "#ff0000", 1), ("lab(54.29 80.80 69.89)", "#ff0000", 1)],
)  # fmt: skip
def test_every_notation_is_read(written, hex_, alpha):
    found = parse_colour(written)
    near = parse_colour(hex_)
    assert all(abs(a - b) <= 2 for a, b in zip(found.channels, near.channels, strict=True)), found
    assert found.alpha == pytest.approx(alpha, abs=0.002)


@pytest.mark.parametrize(
    "written", ["merah", "#12345", "#xyz", "", "rgb(1,2)", "16px", "currentcolor", "url(a.png)", "red blue"]
)
def test_what_is_no_colour_is_none(written):
    assert parse_colour(written) is None


def test_what_shines_through_is_mixed_with_what_is_behind():
    half = Colour(255, 255, 255, 0.5)
    assert half.over(BLACK) == Colour(127.5, 127.5, 127.5, 1.0)
    assert Colour(0, 0, 0, 0).over(WHITE) == WHITE
    assert half.over(Colour(0, 0, 0, 0)).alpha == 0.5
    assert WHITE.over(BLACK) == WHITE


@pytest.mark.parametrize(
    ("value", "told"),
    [(4.4999, "4,4 : 1"), (4.5, "4,5 : 1"), (21.0, "21,0 : 1"), (8.27, "8,2 : 1"), (1.0, "1,0 : 1")],
)
def test_a_ratio_is_never_rounded_up(value, told):
    assert ratio_text(value) == told


@pytest.mark.parametrize(
    ("size", "bold", "expected"),
    [
        (16, False, 4.5),
        (23.9, False, 4.5),
        (24, False, 3),
        (18.66, True, 4.5),
        (18.67, True, 3),
        (18.6, True, 4.5),
        (18.67, False, 4.5),
    ],
)
def test_large_and_bold_text_needs_less(size, bold, expected):
    assert needed(size, bold=bold) == expected


def test_the_palettes_read_well_and_have_different_names():
    assert 8 <= len(palettes()) <= 10
    assert all(one.ratio >= 7 for one in palettes()), [(one.id, one.ratio) for one in palettes()]
    assert (
        len({one.name.id for one in palettes()})
        == len(palettes())
        == len({(one.text, one.ground) for one in palettes()})
    )


def test_every_colour_has_its_own_name_and_is_nearest_to_itself():
    assert len({one.name.id for one in names()}) == len(names()) == len({one.css for one in names()})
    for one in names():
        assert nearest(one.colour) == one


@pytest.mark.parametrize(
    ("colour", "name"),
    [
        ("#ff0100", "merah"),
        ("#005500", "hijau tua"),
        ("#fff8dc", "krem"),
        ("#7f7f7f", "abu-abu"),
        ("#0000cd", "biru tua"),
        ("#ffffff", "putih"),
        ("#0c0c0c", "hitam"),
    ],
)
def test_a_colour_is_called_by_the_nearest_name(colour, name):
    assert nearest(parse_colour(colour)).word == name


def test_indonesian_words_lead_to_what_css_calls_them():
    assert meant()["hijautua"] == "darkgreen"
    assert meant()["hijau-tua"] == "darkgreen"
    assert meant()["oranye"] == "darkorange"
    assert all(value == "transparent" or parse_colour(value) for value in meant().values())


PAGE = "<!doctype html><html lang=id><title>x</title><link rel=stylesheet href=gaya.css><h1>Keripik</h1><h2>Rasa</h2><p>Renyah, <a href=a.html>lihat</a></p>"


@pytest.mark.parametrize("sample", samples(), ids=lambda one: one.id)
def test_every_ready_made_style_is_in_order_and_reads_well(sample):
    assert len(samples()) == 6
    assert faults_of_sheet("gaya.css", sample.css) == ()
    site = Site({"index.html": PAGE.encode(), "gaya.css": sample.css.encode()})
    texts = text_looks(site, parse_page("index.html", PAGE.encode()))
    assert len(texts) == 4
    assert all(text.ratio >= 7 for text in texts), [(text.tag.name, text.ratio) for text in texts]
    assert all(text.size >= 16 for text in texts)
