"""A menu and a missing page are written into the learner's own source, and nothing else is touched."""

import pytest

from lentera.web.checking import check_page
from lentera.web.links import link_map
from lentera.web.links_writing import new_page, with_menu, words_for
from lentera.web.site import Site


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("index.html", "Beranda"),
        ("produk.html", "Produk"),
        ("toko/cara-memesan.html", "Cara memesan"),
        ("jam_buka.htm", "Jam buka"),
        ("-.html", "-.html"),
    ],
)
def test_a_link_is_named_after_its_page(page, words):
    assert words_for(page) == words


def test_a_new_page_is_right_and_leads_back():
    site = Site(
        {"index.html": b"<h1>A</h1>", "kontak.html": new_page("kontak.html", ["index.html"]).encode()}
    )
    assert link_map(site).leads_to("kontak.html") == {"index.html"}
    report = check_page(site, "kontak.html", groups=("tags", "structure", "links"))
    assert report.finding_sentence("id") == ""


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<h1>A</h1><p>x</p>", '<h1>A</h1>\n  <nav>\n    <a href="b.html">B</a>\n  </nav>\n<p>x</p>'),
        (
            "<body>\r\n<h1>A</h1>\r\n<p>x",
            '<body>\r\n<h1>A</h1>\r\n  <nav>\r\n    <a href="b.html">B</a>\r\n  </nav>\r\n<p>x',
        ),
        (
            "<!doctype html><html><head></head><body><p>x",
            '<!doctype html><html><head></head><body>\n  <nav>\n    <a href="b.html">B</a>\n  </nav>\n<p>x',
        ),
        ("<p>x", '  <nav>\n    <a href="b.html">B</a>\n  </nav>\n<p>x'),
        ("", '  <nav>\n    <a href="b.html">B</a>\n  </nav>\n'),
        (
            "<nav>\n  <a href=c.html>C</a>\n</nav>",
            '<nav>\n  <a href=c.html>C</a>\n  <a href="b.html">B</a>\n</nav>',
        ),
        ("<nav><a href=c.html>C</a></nav>", '<nav><a href=c.html>C</a> <a href="b.html">B</a></nav>'),
        (
            "<ul><li>x</li></ul><nav><a>C</a></nav>",
            '<ul><li>x</li></ul><nav><a>C</a> <a href="b.html">B</a></nav>',
        ),
        (
            "<nav>\n  <ul>\n    <li>x</li>\n  </ul>\n</nav>",
            '<nav>\n  <ul>\n    <li>x</li>\n    <li><a href="b.html">B</a></li>\n  </ul>\n</nav>',
        ),
    ],
)
def test_a_menu_is_put_where_it_belongs(source, expected):
    assert with_menu(source, "a.html", ["b.html"]) == expected
    assert with_menu(source, "a.html", []) == source


def test_pages_with_menus_reach_one_another_from_every_folder():
    pages = ["index.html", "produk.html", "toko/jam.html"]
    texts = {
        page: with_menu("<h1>x</h1>", page, [other for other in pages if other != page]).encode()
        for page in pages
    }
    found = link_map(Site(texts))
    assert found.dead == ()
    assert all(found.reached_from(page) == set(pages) for page in pages)
