"""Every address is followed as a browser follows it on a host that serves plain files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lentera.web.links import LinkMap, State, Use, link_map, links_of
from lentera.web.links_reading import with_address, written_in_rules
from lentera.web.page import parse_page
from lentera.web.site import LeftOut, Picture, Reason, Site

PAGE = "<h1 id=atas>Halo</h1>"


def site(index="", **more):
    texts = {
        "index.html": index,
        "produk.html": f'{PAGE}<h2 id="asin">Asin</h2><a name="lama">x</a>',
        "toko/jam buka.html": PAGE,
        "toko/index.html": PAGE,
        "gaya.css": "",
    } | more
    return Site(
        {name: text.encode() for name, text in texts.items()},
        {
            "foto/keripik.jpg": Picture(1000),
            "logo.png": Picture(1000),
            "foto/Sambal Bawang.JPG": Picture(1000),
        },
        (LeftOut("brosur.pdf", Reason.KIND),),
    )


def only(index, **more):
    (link,) = links_of(site(index, **more), "index.html")
    return link


@pytest.mark.parametrize(
    ("href", "state", "target", "meant"),
    [
        ("produk.html", State.ALIVE, "produk.html", ""),
        ("./produk.html", State.ALIVE, "produk.html", ""),
        ("toko/../produk.html", State.ALIVE, "produk.html", ""),
        (" produk.html\n", State.ALIVE, "produk.html", ""),
        ("produk.html?dari=awal", State.ALIVE, "produk.html", ""),
        ("produk.html#asin", State.ALIVE, "produk.html", ""),
        ("produk.html#lama", State.ALIVE, "produk.html", ""),
        ("produk.html#top", State.ALIVE, "produk.html", ""),
        ("#top", State.ALIVE, "index.html", ""),
        ("?x=1", State.ALIVE, "index.html", ""),
        ("./", State.ALIVE, "index.html", ""),
        ("toko/", State.ALIVE, "toko/index.html", ""),
        ("toko/jam%20buka.html", State.ALIVE, "toko/jam buka.html", ""),
        ("toko/jam buka.html", State.ALIVE, "toko/jam buka.html", ""),
        ("%70roduk.html", State.ALIVE, "produk.html", ""),
        ("foto/keripik.jpg", State.ALIVE, "foto/keripik.jpg", ""),
        ("https://contoh.example", State.OUTSIDE, "", ""),
        ("//contoh.example/a", State.OUTSIDE, "", ""),
        ("mailto:ibu@contoh.example", State.OUTSIDE, "", ""),
        ("TEL:0", State.OUTSIDE, "", ""),
        ("produk.html#manis", State.NO_PART, "produk.html", ""),
        ("#bawah", State.NO_PART, "index.html", ""),
        ("kontak.html", State.NO_FILE, "kontak.html", ""),
        ("prduk.html", State.NO_FILE, "prduk.html", "produk.html"),
        ("produk.htm", State.NO_FILE, "produk.htm", "produk.html"),
        ("foto/", State.NO_FILE, "foto/index.html", ""),
        ("Produk.HTML", State.CASE, "Produk.HTML", "produk.html"),
        ("Produk.html#asin", State.CASE, "Produk.html", "produk.html#asin"),
        ("foto/sambal bawang.jpg", State.CASE, "foto/sambal bawang.jpg", "foto/Sambal%20Bawang.JPG"),
        ("keripik.jpg", State.FOLDER, "keripik.jpg", "foto/keripik.jpg"),
        ("gambar/keripik.jpg", State.FOLDER, "gambar/keripik.jpg", "foto/keripik.jpg"),
        ("foto\\keripik.jpg", State.BACKSLASH, "foto/keripik.jpg", "foto/keripik.jpg"),
        ("file:///C:/Users/Rahma/situs/produk.html", State.DISK, "", "produk.html"),
        ("C:\\Users\\Rahma\\foto\\keripik.jpg", State.DISK, "", "foto/keripik.jpg"),
        ("file:///C:/Users/Rahma/lain.html", State.DISK, "", ""),
        ("../produk.html", State.LEADS_OUT, "", "produk.html"),
        ("../../lain.html", State.LEADS_OUT, "", ""),
        ("/produk.html", State.LEADS_OUT, "", "produk.html"),
        ("brosur.pdf", State.LEFT_OUT, "brosur.pdf", ""),
        ("", State.EMPTY, "", ""),
        ("  ", State.EMPTY, "", ""),
        ("#", State.EMPTY, "", ""),
        ("javascript:alert(1)", State.EMPTY, "", ""),
        ("java\nscript:void(0)", State.EMPTY, "", ""),
    ],
)
def test_an_address_is_followed(href, state, target, meant):
    link = only(f'<p>\n<a href="{href}">Lihat</a>')
    assert (link.state, link.target, link.meant, link.line) == (state, target, meant, 2)


def test_an_address_is_followed_from_the_folder_of_its_page():
    there = site(
        **{
            "toko/index.html": '<a href="../produk.html">p</a><img src="../foto/keripik.jpg"><a href="keripik.jpg">k</a>'
        }
    )
    page, picture, wrong = links_of(there, "toko/index.html")
    assert (page.state, page.target) == (State.ALIVE, "produk.html")
    assert picture.alive
    assert (wrong.state, wrong.meant) == (State.FOLDER, "../foto/keripik.jpg")


@pytest.mark.parametrize(
    "source",
    [
        '<a class="x" href="produk.html">Lihat</a>',
        "<A HREF='produk.html'>Lihat</A>",
        "<a href=produk.html>Lihat</a>",
        '<!-- <a href="lama.html">x</a> --><a href = "produk.html" >Lihat</a>',
        '<title><a href="lama.html"></title><a href="produk.html" href="lain.html">Lihat</a>',
        '<a href="produk&#46;html">Lihat</a>',
        '<a\r\nhref="produk.html">Lihat</a>',
    ],
)
def test_an_address_is_found_however_it_is_written(source):
    link = only(source)
    assert link.alive
    assert link.text == "Lihat"
    assert link.use is Use.LEADS


def test_a_linked_picture_speaks_by_its_alt_text():
    link, picture = links_of(
        site('<a href="produk.html"><img src="logo.png" alt="Daftar harga"></a>'), "index.html"
    )
    assert link.text == "Daftar harga"
    assert picture.text == "Daftar harga"


def test_a_picture_without_src_is_empty_and_one_from_the_internet_is_away():
    bare, far, inline = links_of(
        site('<img alt="x"><img src="https://contoh.example/a.jpg"><img src="data:image/png;base64,AA">'),
        "index.html",
    )
    assert bare.state is State.EMPTY
    assert far.state is State.AWAY
    assert inline.alive


def test_styles_name_pictures_and_other_styles():
    css = '/* url(lama.png) */ @import "lain.css"; @import url(gaya.css); p{background:url( "logo.png" )}\n@media print{a{background:url(hilang.png)}}'
    there = site(
        '<link rel="stylesheet" href="gaya.css"><style>\np{background:url(logo.png)}</style><p style="background:url(foto/keripik.jpg)">',
        **{"gaya.css": css},
    )
    assert [(link.written, link.state, link.line) for link in links_of(there, "gaya.css")] == [
        ("lain.css", State.NO_FILE, 1),
        ("gaya.css", State.ALIVE, 1),
        ("logo.png", State.ALIVE, 1),
        ("hilang.png", State.NO_FILE, 2),
    ]
    assert [(link.tag, link.alive, link.line) for link in links_of(there, "index.html")] == [
        ("link", True, 1),
        ("css", True, 2),
        ("css", True, 2),
    ]
    assert list(written_in_rules("p{color:red}")) == []


def test_a_base_tag_moves_every_address():
    there = site('<base href="foto/"><img src="keripik.jpg"><a href="../produk.html">p</a>')
    assert [link.alive for link in links_of(there, "index.html")] == [True, True]
    assert only('<base href="https://contoh.example/"><a href="produk.html">p</a>').state is State.OUTSIDE


def test_a_set_of_pictures_is_followed_one_by_one():
    small, big = links_of(site('<img srcset="logo.png 1x, besar.png 2x" alt="x">'), "index.html")
    assert (small.alive, big.state) == (True, State.NO_FILE)


def test_pages_are_reached_over_other_pages():
    pages = Site(
        {
            "index.html": b'<a href="produk.html">p</a><a href="kontak.html">k</a><img src="a.jpg">',
            "produk.html": b'<a href="jam.html">j</a>',
            "jam.html": b'<a href="index.html">i</a>',
            "lama.html": b'<a href="index.html">i</a>',
        }
    )
    found = link_map(pages)
    assert found.pages == ("index.html", "jam.html", "lama.html", "produk.html")
    assert found.reached_from("index.html") == {"index.html", "produk.html", "jam.html"}
    assert found.reached_from("jam.html") == {"index.html", "produk.html", "jam.html"}
    assert found.lonely == ("lama.html",)
    assert [found.reach(page).value for page in found.pages] == ["first", "led_to", "lonely", "led_to"]
    assert found.missing_pages == ("kontak.html",)
    assert [link.written for link in found.dead] == ["kontak.html", "a.jpg"]
    assert [link.written for link in found.of("produk.html")] == ["jam.html"]


def test_a_site_without_pages_has_an_empty_map():
    assert link_map(Site()) == LinkMap((), (), {})
    assert link_map(Site()).lonely == ()


def test_an_address_is_changed_in_place_and_nothing_else():
    source = "<p>A &amp; B\r\n<a class=x href = produk.htm >Lihat</a> <img SRC='a.jpg' alt=\"x\">\r\n</p>"
    assert with_address(source, 0, "produk.html") == source.replace("href = produk.htm", 'href="produk.html"')
    assert with_address(source, 1, 'foto/"a".jpg') == source.replace(
        "SRC='a.jpg'", 'src="foto/&quot;a&quot;.jpg"'
    )
    for number in (-1, 2):
        with pytest.raises(ValueError, match="editor"):
            with_address(source, number, "x")


@given(st.text(alphabet="abC./\\#?%: 0", max_size=20))
def test_any_address_has_a_state(address):
    there = Site({"index.html": b"", "a/b.html": b""})
    from lentera.web.links_addresses import follow

    found = follow(there, "a/b.html", address)
    assert found.state in State
    if found.state is State.ALIVE:
        assert found.target in there.names


@given(st.binary(max_size=200))
def test_any_bytes_can_be_followed(content):
    link_map(Site({"index.html": content, "gaya.css": content}))


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_forgotten_quote_does_not_hide_the_addresses_behind_it(ends):
    source = ends.join(
        (
            '\ufeff<p><a href="produk.html>Produk</a></p>',
            '<p class="x"><a href="hilang.html">Hilang</a> <a href="#satu">Satu</a></p>',
            '<p id="satu">x</p>',
        )
    )
    there = Site({"index.html": source.encode(), "produk.html": b""})
    links = links_of(there, "index.html")
    assert [(link.line, link.text, link.written, link.alive) for link in links] == [
        (1, "Produk", "produk.html", True),
        (2, "Hilang", "hilang.html", False),
        (2, "Satu", "#satu", True),
    ]
    assert links_of(there, "index.html", parse_page("index.html", source.encode())) == links
    assert with_address(source, 1, "produk.html") == source.replace("hilang.html", "produk.html")
    assert with_address(source, 0, "a.html") == source.replace('"produk.html', '"a.html"')
