"""A card is read from any reasonable HTML, and written back without touching what stands around it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lentera.web.cards import (
    Card,
    Shop,
    amount_of,
    cards_of,
    catalogue_page,
    html_of,
    tells_stock,
    with_card,
    with_code,
    without_card,
)

GOOD = Card(
    "Keripik pisang", "foto/keripik.jpg", "Sebungkus keripik, plastik bening", "150 g", "Rp11.000", "12"
)

words = st.text(alphabet="abc DEF&<>\"'/=", max_size=20)
free = st.builds(
    Card,
    words,
    words,
    words,
    st.sampled_from(["", "150 g", "1,5 kg", "... gram", "10 bungkus", "a & b <c>"]),
    st.sampled_from(["", "Rp11.000", "11000", "Rp 5.000 per bungkus", "sebelas ribu"]),
    st.sampled_from(["", "12", "habis", "tinggal 3 bungkus", "segera"]),
).map(Card.tidy)


@given(free)
def test_the_form_and_the_code_say_the_same(card):
    (found,) = cards_of(html_of(card))
    assert found.card == card


@given(free, free)
def test_every_card_can_become_every_other(one, other):
    (found,) = cards_of(with_card(html_of(one), other, 0))
    assert found.card == other


@pytest.mark.parametrize(
    "source",
    [
        '<article><h2>Keripik pisang</h2><img src="foto/keripik.jpg" alt="Sebungkus keripik, plastik bening"><p>Berat bersih: 150 g</p><p>Harga: Rp11.000</p><p>Stok: 12</p></article>',
        '<ul><li><img alt="Sebungkus keripik, plastik bening" src=foto/keripik.jpg><h3>Keripik <em>pisang</em></h3>Stok: 12<br>Rp11.000<br>150 g</li></ul>',
        '<div class="kartu"><h2>Keripik pisang<p>Harga <strong>Rp11.000</strong><p>Berat 150 g<p>stok 12<img src="foto/keripik.jpg" alt="Sebungkus keripik, plastik bening"></div>',
        '<section><h3><a href="k.html">Keripik pisang</a></h3><figure><img src="foto/keripik.jpg" alt="Sebungkus keripik, plastik bening"></figure><dl><dt>Berat bersih</dt><dd>150 g</dd><dt>Harga</dt><dd>Rp11.000</dd><dt>Stok</dt><dd>12</dd></dl></section>',
        '<h2>Keripik pisang</h2>\n<img src="foto/keripik.jpg" alt="Sebungkus keripik, plastik bening">\n<p>Berat: 150 g, harga: Rp11.000, stok: 12</p>',
        '<DIV><DIV><IMG SRC="foto/keripik.jpg" ALT="Sebungkus keripik, plastik bening"></DIV><DIV><H3>Keripik&nbsp;pisang</H3><P>Isi: 150 g | Harga: Rp11.000 | Stok: 12</P></DIV></DIV>',
        '<div class="semua"><article><h2>Keripik pisang</h2><img src="foto/keripik.jpg" alt="Sebungkus keripik, plastik bening"><table><tr><td>Berat</td><td>150 g</td></tr><tr><td>Harga</td><td>Rp11.000</td></tr><tr><td>Stok</td><td>12</td></tr></table></article></div>',
    ],
)
def test_a_card_is_read_however_it_is_built(source):
    (found,) = cards_of(f"<h1>Toko</h1><p>Kami di Sepaku.</p>{source}<h2>Alamat</h2><p>Pasar lama</p>")
    assert found.card == GOOD


@pytest.mark.parametrize(
    "source",
    [
        "",
        "<h1>Toko</h1><p>Halo</p>",
        "<section><h2>Tentang</h2><img src=a.jpg><p>Sejak 2019</p></section>",
        "<article><h2>Cerita kami</h2><p>Ibu memasak.</p></article>",
        "<ul><li>Asin</li><li>Manis</li></ul>",
        "<title>Harga: Rp5.000</title>",
        "<!-- <article><h2>A</h2><p>Harga: Rp5.000</p></article> -->",
        "<style>article{}</style><script>'<article><h2>A</h2>Harga: 5</article>'</script>",
    ],
)
def test_what_is_no_card_is_none(source):
    assert cards_of(source) == ()


def test_cards_come_in_the_order_of_the_page_with_their_lines():
    page = catalogue_page(Shop("Bu Rahma"), [GOOD, Card("Sambal", price="Rp5.000"), Card("Rengginang")])
    found = cards_of(page)
    assert [one.card.name for one in found] == ["Keripik pisang", "Sambal", "Rengginang"]
    assert [page.split("\n")[one.line - 1].strip() for one in found] == ["<article>"] * 3


@pytest.mark.parametrize(
    ("source", "field", "value"),
    [
        ("<article><h2>A</h2><p>Harga: 11000</p></article>", "price", "11000"),
        (
            "<article><h2>A</h2><p>Harga: Rp 11000,- per bungkus</p></article>",
            "price",
            "Rp 11000,- per bungkus",
        ),
        ("<article><h2>A</h2><p>Hanya Rp11.000.</p></article>", "price", "Rp11.000"),
        ("<article><h2>A</h2><p>Berat bersih: ... gram</p></article>", "weight", "... gram"),
        ("<article><h2>A</h2><p>Kemasan 1,5 kg</p><p>Rp1</p></article>", "weight", "1,5 kg"),
        ("<article><h2>A</h2><p>Isi 10 bungkus</p></article>", "weight", "10 bungkus"),
        ("<article><h2>A</h2><p>Isinya renyah</p><p>Rp1</p></article>", "weight", ""),
        ("<article><h2>A</h2><p>Stok habis</p></article>", "stock", "habis"),
        ("<article><h2>A</h2><p>Rp1</p><p>Habis!</p></article>", "stock", "Habis!"),
        ("<article><h2>A</h2><p>Stok: 12 bungkus</p></article>", "weight", ""),
        ("<article><h2></h2><p>Rp1</p></article>", "name", ""),
        ("<article><p>Harga: Rp1.000</p></article>", "name", ""),
        ("<article><h2>Harga baru</h2><p>Rp1</p></article>", "name", "Harga baru"),
    ],
)
def test_a_value_is_read_as_it_is_written(source, field, value):
    (found,) = cards_of(source)
    assert getattr(found.card, field) == value


PAGE = """<!doctype html>\r
<!-- catatan: <article> -->\r
<ul class='daftar'>\r
\t<li id=satu><h3 class="x">Keripik</h3>\r
\t\t<p>Harga: <b>Rp10.000</b> saja</p>\r
\t\t<p>Pesan lewat <a href="#">surat</a> &amp; datang</p>\r
\t</li>\r
\t<li><h3>Sambal</h3><p>Rp5.000</p></li>\r
</ul>\r
"""


def test_one_value_is_changed_and_every_other_byte_stays():
    first, second = (one.card for one in cards_of(PAGE))
    assert first.price == "Rp10.000 saja"
    changed = with_card(PAGE, Card("Keripik", price="Rp11.000"), 0)
    assert changed == PAGE.replace("Rp10.000</b> saja", "Rp11.000")
    assert with_card(PAGE, first, 0) == PAGE
    assert with_card(PAGE, second, 1) == PAGE


def test_what_a_card_lacks_is_put_in_as_lines_of_their_own():
    changed = with_card(PAGE, Card("Sambal & <saus>", "b.png", "Botol", "100 ml", "Rp5.000", "habis"), 1)
    assert changed == PAGE.replace(
        "<h3>Sambal</h3><p>Rp5.000</p>",
        '<h3>Sambal &amp; &lt;saus></h3><p>Rp5.000</p>\r\n\t  <img src="b.png" alt="Botol">\r\n\t  <p>Berat bersih: 100 ml</p>\r\n\t  <p>Stok: habis</p>',
    ).replace("<saus>", "&lt;saus&gt;").replace("&lt;saus></h3>", "&lt;saus&gt;</h3>")


def test_an_alt_text_is_put_into_the_tag_that_lacks_it():
    source = "<article><h2>A</h2><img src=a.jpg /><p>Rp1</p></article>"
    card = cards_of(source)[0].card
    changed = with_card(
        source, Card(card.name, card.picture, "Sebungkus", card.weight, card.price, card.stock), 0
    )
    assert changed == source.replace("<img src=a.jpg />", '<img src=a.jpg alt="Sebungkus" />')


def test_an_emptied_value_can_be_filled_again():
    empty = with_card(html_of(GOOD), Card(), 0)
    assert cards_of(empty)[0].card == Card()
    assert with_card(empty, GOOD, 0) == html_of(GOOD)


def test_a_new_card_comes_after_the_last_and_goes_without_a_trace():
    page = catalogue_page(Shop("Bu Rahma", (("index.html", "Beranda"),), "gaya.css"), [GOOD])
    both = with_card(page, Card("Sambal"), 1)
    assert [one.card.name for one in cards_of(both)] == ["Keripik pisang", "Sambal"]
    assert without_card(both, 1) == page
    assert both.index("Sambal") < both.index("</main>")


@pytest.mark.parametrize(
    "page", ["", "<h1>Toko</h1>", "<h1>Toko</h1>\n</body>\n</html>\n", catalogue_page(Shop(""))]
)
def test_the_first_card_finds_its_place_on_every_page(page):
    assert [one.card for one in cards_of(with_card(page, GOOD, 0))] == [GOOD]


def test_the_code_of_one_card_is_replaced():
    page = catalogue_page(Shop("Bu Rahma"), [GOOD, GOOD])
    changed = with_code(page, 1, "<article><h2>B</h2><p>Rp1</p></article>")
    assert [one.card.name for one in cards_of(changed)] == ["Keripik pisang", "B"]


@pytest.mark.parametrize(
    "act", [lambda: with_card("", GOOD, 1), lambda: without_card(PAGE, 2), lambda: with_code(PAGE, -1, "")]
)
def test_a_card_that_is_not_there_is_refused(act):
    with pytest.raises(ValueError, match="cards; give a number"):
        act()


@pytest.mark.parametrize(
    ("weight", "amount"),
    [
        ("150 g", ("150", "g")),
        ("1,5 KG", ("1,5", "KG")),
        ("isi 10 bungkus", ("10", "bungkus")),
        ("250ml", ("250", "ml")),
        ("150", None),
        ("gram", None),
        ("... gram", None),
        ("10 gajah", None),
    ],
)
def test_a_weight_needs_number_and_unit(weight, amount):
    assert amount_of(weight) == amount


@pytest.mark.parametrize(
    ("stock", "told"),
    [("12", True), ("3 bungkus", True), ("Habis", True), ("tersedia.", True), ("", False), ("...", False)],
)
def test_a_stock_is_a_number_or_a_word(stock, told):
    assert tells_stock(stock) is told


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "<article>",
                "</article>",
                "<h2>",
                "</h2>",
                "<li>",
                "<p>",
                "</p>",
                "<img src=a alt=b>",
                "Rp1",
                "Stok: 3",
                " ",
                "<div>",
                "</div>",
                "<ul>",
                "</ul>",
                "Berat 1 kg",
                "Harga:",
                "&amp;",
                "<!--",
                "-->",
                "<",
            ]
        ),
        max_size=25,
    )
)
def test_any_tags_can_be_read_and_any_card_among_them_changed(parts):
    page = "".join(parts)
    for index, found in enumerate(cards_of(page)):
        assert page[found.start : found.end]
        assert with_card(page, found.card, index) == page
        with_card(page, GOOD, index)
        without_card(page, index)
