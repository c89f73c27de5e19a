"""Publishing in Chromium: by mouse, by keyboard, in every mode."""

import io

import pytest
from PIL import Image
from tests.widgets.screens import EVERY_MODE
from tests.widgets.test_publish_session import GOOD

from lentera.web import write_file
from lentera.widgets.publish.session import PublishSession

pytestmark = pytest.mark.browser


@pytest.fixture
def session(place):
    drawn = io.BytesIO()
    Image.new("RGB", (900, 700), "gold").save(drawn, "JPEG")
    write_file(place.site_folder, "index.html", GOOD.encode())
    write_file(place.site_folder, "foto/keripik.jpg", drawn.getvalue())
    return PublishSession(place, "s09-katalog")


def test_a_site_is_published_by_mouse(screen, session):
    shown = screen(session)
    page = shown.page
    page.get_by_label("foto/keripik.jpg").select_option("barang")
    page.get_by_label("Nama di alamat").fill("Keripik Rahma")
    page.get_by_label("Nama di alamat").blur()
    shown.settle()
    page.get_by_role("button", name="Terbitkan").click()
    shown.settle()
    assert shown.live.startswith("Sudah terbit.")
    assert page.get_by_role("img", name="Kode QR alamat situs").is_visible()
    assert page.get_by_text("desa.local/keripik-rahma", exact=True).last.is_visible()
    assert (session.place.desk.root / "terbit" / "keripik-rahma.zip").is_file()


def test_a_site_is_published_by_keyboard(screen, session):
    shown = screen(session)
    shown.tab_to("combobox", "foto/keripik.jpg")
    shown.press("ArrowDown", "Tab")
    shown.tab_to("button", "Terbitkan")
    shown.press("Enter")
    assert shown.live.startswith("Sudah terbit.")
    assert any(text.startswith("foto/keripik.jpg: barang saja") for text in shown.heard)


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_use_it(screen, session, mode):
    session.handle({"do": "photo", "name": "foto/keripik.jpg", "kind": "barang"})
    session.handle({"do": "publish", "to": session.view["places"][-1][0]})
    write_file(session.folder, "index.html", GOOD.replace("Renyah", "NIK 6402154107900001").encode())
    session.handle({"do": "look"})
    shown = screen(session, mode)
    assert shown.axe() == []
    assert shown.faults() == []
    assert len(shown.stops()) >= 5
