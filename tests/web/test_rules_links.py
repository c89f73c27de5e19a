"""The group "links": right in several ways, and each typical mistake with its line and one next step."""

import pytest

from lentera.web.checking import check_page
from lentera.web.site import Picture, Site

PICTURES = {
    "foto/keripik.jpg": Picture(90_000),
    "foto/berat.jpg": Picture(300_000),
    "rusak.png": Picture(10, whole=False),
}


def report(page, **texts):
    there = Site({"index.html": page.encode(), "produk.html": b'<h2 id="asin">x</h2>', **texts}, PICTURES)
    return check_page(there, "index.html", groups=("links",))


@pytest.mark.parametrize(
    "page",
    [
        '<a href="produk.html">Produk</a><img src="foto/keripik.jpg" alt="x">',
        "<a href='./produk.html#asin'>Produk</a>",
        "<p>Tanpa tautan</p>",
        '<a href="https://contoh.example/">Mitra</a><a href="tel:123">Telepon</a>',
    ],
)
def test_right_pages_have_nothing_to_mend(page):
    assert report(page).holds


@pytest.mark.parametrize(
    ("page", "rule", "mistake", "next_step"),
    [
        (
            '\n<a href="kontak.html">K</a>',
            "links.leads",
            "no_file",
            "Buat halaman kontak.html, atau ganti alamat di dalam href.",
        ),
        (
            '\n<a href="prduk.html">K</a>',
            "links.leads",
            "no_file_meant",
            "Maksudnya produk.html? Tulis produk.html di dalam href.",
        ),
        (
            '\n<a href="produk.html#manis">K</a>',
            "links.leads",
            "no_part",
            'Tulis id="manis" pada judul yang dituju.',
        ),
        ('\n<a href="Produk.html">K</a>', "links.leads", "case", "Tulis produk.html di dalam href."),
        (
            '\n<a href="toko/produk.html">K</a>',
            "links.leads",
            "folder",
            "Maksudnya produk.html? Tulis produk.html di dalam href.",
        ),
        (
            '\n<a href=".\\produk.html">K</a>',
            "links.leads",
            "backslash",
            "Pakai garis miring biasa: produk.html.",
        ),
        (
            '\n<a href="file:///C:/a/lain.html">K</a>',
            "links.leads",
            "disk",
            "Taruh berkas di folder situs. Lalu tulis namanya saja: lain.html.",
        ),
        (
            '\n<a href="C:\\a\\produk.html">K</a>',
            "links.leads",
            "disk_meant",
            "Tulis produk.html di dalam href.",
        ),
        (
            '\n<a href="../produk.html">K</a>',
            "links.leads",
            "leads_out_meant",
            "Tulis produk.html di dalam href.",
        ),
        (
            '\n<a href="../lain.html">K</a>',
            "links.leads",
            "leads_out",
            "Tulis nama berkas tanpa ../ dan tanpa garis miring di depan.",
        ),
        (
            '\n<a href="">K</a>',
            "links.leads",
            "empty",
            'Isi href dengan nama halaman, misalnya href="produk.html".',
        ),
        (
            '\n<img src="keripik.jpg">',
            "links.pictures",
            "folder",
            "Maksudnya foto/keripik.jpg? Tulis foto/keripik.jpg di dalam src.",
        ),
        ('\n<img src="foto/Keripik.JPG">', "links.pictures", "case", "Tulis foto/keripik.jpg di dalam src."),
        (
            '\n<img src="https://contoh.example/a.jpg">',
            "links.pictures",
            "away",
            "Simpan gambarnya di folder situs. Lalu tulis nama berkas di dalam src.",
        ),
        (
            '\n<img alt="x">',
            "links.pictures",
            "empty",
            'Isi src dengan nama gambar, misalnya src="foto/keripik.jpg".',
        ),
        (
            '\n<link rel=stylesheet href="gaya.css">',
            "links.loads",
            "no_file",
            "Buat berkas itu, atau hapus baris 2.",
        ),
        ('\n<img src="rusak.png">', "links.whole", "broken", "Simpan fotonya sekali lagi sebagai JPG."),
        (
            '\n<img src="foto/berat.jpg">',
            "links.light",
            "heavy",
            "Kecilkan fotonya di Studio Foto, sampai 200 kB atau kurang.",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line_and_one_next_step(page, rule, mistake, next_step):
    finding = report(page).finding
    assert (finding.rule.id, finding.finding.mistake) == (rule, mistake)
    assert finding.finding.details["baris"] == "2"
    assert "2" in finding.sentence("id")
    assert finding.next_step("id") == next_step
    assert "{" not in finding.sentence("en") + finding.next_step("en") + finding.sentence("id")


def test_several_of_a_kind_are_counted():
    said = report('<a href="">a</a>\n<a href="#">b</a>\n<a href="x.html">c</a>').finding.sentence("id")
    assert said == "Tautan di baris 1 belum punya tujuan. Ada 2 yang seperti ini."


def test_every_state_of_an_address_has_its_sentence():
    from lentera.web.links import ALIVE, State
    from lentera.web.rules_links import RULES

    for rule in RULES[:3]:
        assert {str(state) for state in State} - {str(one) for one in ALIVE} <= set(rule.mistakes)
