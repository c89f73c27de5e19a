"""The link map on the screen: by mouse, by keyboard, by ear, in every way people look at it."""

import pytest
from tests.widgets.screens import EVERY_MODE

from lentera.tasks import RULE_SETS
from lentera.widgets.link_map.session import LinkMapSession

pytestmark = pytest.mark.browser

TASK = "s05-situs"
PAGES = {
    "index.html": '<h1>Keripik Bu Rahma</h1>\n<a href="produk.html">Produk kami</a>\n<a href="hubungi.html">Hubungi kami</a>\n<a href="cara-pesan.htm">Cara pesan</a>\n<img src="foto/keripik.jpg" alt="Sebungkus keripik">',
    "produk.html": '<h1>Produk</h1>\n<a href="index.html">Beranda</a>\n<a href="Index.html#harga">Harga</a>',
    "cara-pesan.html": "<h1>Cara pesan</h1>",
    "lama.html": '<h1>Halaman lama</h1>\n<a href="index.html">Beranda</a>',
}


def link_map(place, pages=PAGES):
    place.site_folder.mkdir(exist_ok=True)
    for name, text in pages.items():
        (place.site_folder / name).write_text(text, encoding="utf-8")
    return LinkMapSession(place, TASK, [RULE_SETS["s05-tautan"]], {"s05-tautan": 30.0})


def filled(place):
    session = link_map(place)
    session.handle({"do": "use", "source": "produk.html", "number": 1})
    session.handle({"do": "check"})
    return session


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_read_the_map(screen, place, mode):
    shown = screen(filled(place), mode)
    assert shown.faults() == []
    assert shown.axe() == []


def test_an_empty_site_is_whole_and_gets_its_first_page(screen, place):
    shown = screen(link_map(place, {}))
    assert shown.faults() == []
    assert shown.axe() == []
    shown.page.get_by_role("button", name="Buat halaman index.html").click()
    assert shown.live.startswith("index.html sudah dibuat")
    assert (place.site_folder / "index.html").exists()
    assert shown.focused() is not None


def test_the_site_is_mended_by_mouse(screen, place):
    shown = screen(link_map(place))
    page = shown.page
    page.get_by_role("button", name="Tulis cara-pesan.html di baris 4").click()
    assert shown.live == "Baris 4 di index.html sekarang menuju cara-pesan.html."
    page.get_by_role("button", name="Buat halaman hubungi.html").click()
    assert shown.live.startswith("hubungi.html sudah dibuat")
    page.get_by_role("button", name="Tambahkan tautan ke semua halaman").click()
    assert shown.live.startswith("Tautan ditambahkan ke")
    page.get_by_role("button", name="Periksa").click()
    assert shown.live.startswith("Di produk.html")
    page.locator("[data-page='lama.html']").click()
    assert shown.live.startswith("lama.html ditampilkan: ")
    page.get_by_role("button", name="Urungkan").click()
    assert shown.live.startswith("Langkah terakhir diurungkan.")


def test_the_site_is_mended_by_keyboard_alone(screen, place):
    shown = screen(link_map(place, {name: PAGES[name] for name in ("index.html", "cara-pesan.html")}))
    shown.tab_to("button", "Buat halaman hubungi.html")
    shown.press("Enter")
    assert shown.heard[-1].startswith("hubungi.html sudah dibuat, dengan tautan ke halaman lain.")
    assert shown.focused()["role"] == "button"
    shown.tab_to("button", "index.html")
    shown.press("Enter")
    assert shown.heard[-1].startswith("index.html ditampilkan: 4 tautan")
    shown.page.evaluate("document.getElementById('before').focus()")
    shown.tab_to("button", "Tulis cara-pesan.html")
    shown.press("Enter")
    assert shown.heard[-1] == "Baris 4 di index.html sekarang menuju cara-pesan.html."
    assert shown.focused()["name"].startswith("Tambahkan tautan") or shown.focused()["role"] == "button"
    shown.tab_to("button", "Tambahkan tautan ke semua halaman")
    shown.press("Enter")
    assert shown.heard[-1].startswith("Tautan ditambahkan ke")
    assert shown.page.evaluate("document.activeElement !== document.body")


def test_the_table_and_the_picture_tell_the_same(screen, place):
    shown = screen(link_map(place))
    words = " ".join(shown.page.locator("table").inner_text().split())
    picture = " ".join(shown.page.locator(".lm-pic text").all_text_contents())
    for name in ("produk.html", "hubungi.html", "cara-pesan.htm"):
        assert name in words
        assert name in picture
    assert "belum ada" in picture
    assert "berkasnya belum ada" in words


def test_a_full_map_stays_readable(screen, place):
    names = [f"halaman-{number}.html" for number in range(7)]
    pages = {"index.html": "".join(f'<a href="{name}">x</a>' for name in names)} | {
        name: "".join(f'<a href="{other}">y</a>' for other in names if other != name) for name in names
    }
    assert screen(link_map(place, pages)).faults() == []


def test_tab_walks_through_and_out_again(screen, place):
    stops = screen(filled(place)).stops()
    assert "button Periksa" in stops
    assert sum(stop.startswith("button index.html") for stop in stops) == 1
