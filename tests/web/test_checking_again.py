"""Checking the same page again while it is written: the new state is told, and nothing piles up."""

import gc
import tracemalloc

import pytest
from tests.web.pages import FRAME, OTHERS, PICTURES

from lentera.web import Picture, Site
from lentera.web.checking import check_page

PAGE = "coba.html"
BODY = '<p>Buka setiap hari.</p>\n<p><a href="produk.html">Daftar produk</a></p>\n<img src="foto/keripik.jpg" alt="Sebungkus keripik">\n'
MANY = 500
ROOM = 12 * 2**20
"""What all that is kept of pages may take after hundreds of them [byte]."""


def site(body=BODY, css=OTHERS["gaya.css"], pictures=PICTURES):
    head = FRAME.replace("</head>", '<link rel="stylesheet" href="gaya.css"></head>')
    return Site({**OTHERS, PAGE: head.format(body=body).encode(), "gaya.css": css}, pictures)


def findings(there, declared=None):
    report = check_page(there, PAGE, declared)
    return [
        f"{one.rule.id}/{one.finding.mistake}/{one.finding.details.get('baris', '')}"
        for one in report.all_findings
    ]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (site(BODY.replace("</p>", "", 1)), "web.tags.closed/unclosed/6"),
        (site("<!-- a -->\n" + BODY.replace("</p>", "", 1)), "web.tags.closed/unclosed/7"),
        (site(BODY.replace("produk.html", "hilang.html")), "links.leads/no_file/7"),
        (site(BODY.replace("Daftar produk", "klik di sini")), "access.links/vague/7"),
        (site(BODY.replace("<p>", '<p style="color: #ddd">', 1)), "access.contrast/low/6"),
        (site(BODY.replace("setiap hari", "PIN: 123456")), "privacy.secret/secret/6"),
        (site(css=b"p { color: #ddd; }"), "access.contrast/low/6"),
        (site(css=b"p { font-size: 10px; }"), "access.size/small/6"),
        (site(css=b"@media (max-width: 500px) { p { font-size: 10px; } }"), "access.size/small/6"),
        (site(css=b"p { font-size: 4vw; }"), "access.size/small/6"),
        (site(css=b"p { colour: red; }"), "style.names/property_meant/1"),
        (site(pictures={}), "links.pictures/no_file/8"),
        (site(pictures={"foto/keripik.jpg": Picture(900_000, 600, 400)}), "links.light/heavy/8"),
    ],
)  # fmt: skip
def test_a_second_check_tells_the_new_state_and_a_third_the_old_one(changed, told):
    assert findings(site()) == []
    assert told in findings(changed)
    assert findings(site()) == []
    assert told in findings(changed)


def test_what_is_declared_between_two_checks_counts_at_once():
    text = site(BODY.replace("setiap hari", "0812 3456 7890"))
    assert findings(text) == []
    assert findings(text, {"kontak_usaha": ""}) == ["privacy.contact/phone/6"]
    assert findings(text, {"kontak_usaha": "081234567890"}) == []


def test_another_page_that_lost_a_part_is_seen():
    body = BODY.replace("produk.html", "produk.html#rasa")
    there = site(body).with_text("produk.html", FRAME.format(body='<h2 id="rasa">Rasa</h2>').encode())
    assert findings(there) == []
    assert "links.leads/no_part/7" in findings(site(body))


def test_hundreds_of_versions_of_a_page_take_no_more_room():
    lines = "".join(f'<p class="a">Baris {n}, <b>Rp11.000</b>.</p>\n' for n in range(20))

    def check(versions):
        for version in versions:
            assert check_page(site(f"<h2>Versi {version}</h2>\n{lines}{BODY}"), PAGE).holds
        gc.collect()

    tracemalloc.start()
    try:
        check(range(100))
        before = tracemalloc.get_traced_memory()[0]
        check(range(100, MANY))
        after = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert after < ROOM
    assert after - before < ROOM / 10
