"""The outline: a page as it is told to whoever does not look at it."""

import pytest

from lentera.web.outline import LONGEST, MOST_PARTS, outline
from lentera.web.page import parse_page


def told(body: str) -> list[tuple[str, str]]:
    return [(part.label, part.text) for part in outline(parse_page("index.html", body.encode()))]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h1>Keripik <b>Bu</b> Rahma</h1>", [("Judul 1", "Keripik Bu Rahma")]),
        ("<h3> Rasa\n asin </h3>", [("Judul 3", "Rasa asin")]),
        ("<p>Renyah.</p>", [("Paragraf", "Renyah.")]),
        ("<p></p>", [("Paragraf", "masih kosong")]),
        ("<ul><li>Asin</li><li>Manis</li><li>Pedas</li></ul>", [("Daftar", "3 butir: Asin, Manis, Pedas")]),
        ("<ol><li>Asin<li>Manis</ol>", [("Daftar", "2 butir: Asin, Manis")]),
        ("<ul></ul>", [("Daftar", "masih kosong")]),
        ('<img src="a.jpg" alt="Sebungkus keripik">', [("Gambar", "Sebungkus keripik")]),
        ('<img src="a.jpg" alt="">', [("Gambar", "belum bercerita")]),
        ('<img src="a.jpg">', [("Gambar", "belum bercerita")]),
        ('<a href="produk.html">Produk</a>', [("Tautan", "Produk, menuju produk.html")]),
        ("<a>Produk</a>", [("Tautan", "Produk, belum menuju ke mana pun")]),
        ('<a href="x.html"><img src="a.jpg" alt="Keripik"></a>',
         [("Tautan", "Keripik, menuju x.html"), ("Gambar", "Keripik")]),
        ('<p>Pesan di <a href="hubungi.html">Hubungi</a></p>',
         [("Paragraf", "Pesan di Hubungi"), ("Tautan", "Hubungi, menuju hubungi.html")]),
        ('<p><img src="a.jpg" alt="Keripik"></p>', [("Gambar", "Keripik")]),
        ("<table><caption>Harga</caption><tr><th>Asin<td>Rp11.000</table>", [("Tabel", "Harga, 1 baris, 2 kolom")]),
        ('<nav><ul><li><a href="b.html">B</a></li></ul></nav>',
         [("Bagian", "menu"), ("Daftar", "1 butir: B"), ("Tautan", "B, menuju b.html")]),
        ("<div><section><h2>Dalam</h2></section></div>", [("Judul 2", "Dalam")]),
        ("Tulisan lepas", [("Teks biasa", "Tulisan lepas")]),
        ("<label>Nama <input></label>", [("Teks biasa", "Nama"), ("Isian", "Nama")]),
    ],
)  # fmt: skip
def test_each_part_is_told_in_words(body, expected):
    assert told(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<script>alert(1)</script>",
        "<style>p{}</style>",
        "<p hidden>x</p>",
        '<p aria-hidden="true">x</p>',
        "<!-- x -->",
    ],
)
def test_what_nobody_sees_is_not_told(body):
    assert told(body) == []


def test_a_part_knows_its_line_and_whether_it_tells_something():
    first, second = outline(parse_page("index.html", b"<h1>A</h1>\n\n<img alt=''>"))
    assert (first.line, first.told, second.line, second.told) == (1, True, 3, False)
    assert first.sentence == "Judul 1: A."


def test_a_long_text_and_a_long_page_have_an_end():
    (part,) = outline(parse_page("index.html", b"<p>" + b"kata " * 500))
    assert len(part.text) <= LONGEST + 2
    assert part.text.endswith(" …")
    assert len(outline(parse_page("index.html", b"<p>kata</p>" * 900))) == MOST_PARTS


def test_fifty_thousand_tags_inside_one_another_have_an_outline():
    assert outline(parse_page("index.html", b"<div>" * 50_000 + b"dalam")) is not None
