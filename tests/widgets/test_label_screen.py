"""The label on the screen: finished by mouse, finished by keyboard alone, in every way of looking."""

import pytest
from tests.widgets.screens import EVERY_MODE
from tests.widgets.test_label_session import FIELDS as BEGUN
from tests.widgets.test_label_session import label as session

pytestmark = pytest.mark.browser

FIELDS = {**BEGUN, "simpan": "di tempat kering, tutup rapat"}


@pytest.fixture
def written(place):
    """A label that is whole but for a made-up permit number; a batch waits in the production house."""
    batch = {
        "kode": "A1-201126",
        "produk": "keripik",
        "jumlah": 40,
        "dibuat": "2026-11-20",
        "baik_sebelum": "2027-02-20",
    }
    place.answer("s07-produksi").save({"batch": [batch]}, place.now())
    label = session(place)
    for field, value in {**FIELDS, "alamat_situs": "http://192.168.1.10/rahma"}.items():
        label.handle({"do": "set", "field": field, "value": value})
    label.handle({"do": "add", "name": "pisang, minyak goreng, kacang tanah, gula"})
    label.handle({"do": "print", "kind": "pdf"})
    label.handle({"do": "set", "field": "izin", "value": "punya"})
    label.handle({"do": "set", "field": "nomor_izin", "value": "123456789012345"})
    label.handle({"do": "check"})
    return label


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_everyone_can_use_a_written_label(screen, written, mode):
    shown = screen(written, mode)
    for element in ("Komposisi", "Izin edar", "Tanggal dan kode produksi"):
        shown.page.get_by_role("button", name=element).first.click()
        assert shown.faults() == []
    shown.page.get_by_role("button", name="Komposisi").first.click()
    assert shown.axe() == []


def test_everyone_can_use_an_empty_label(screen, place):
    shown = screen(session(place))
    assert shown.axe() == []
    assert shown.faults() == []
    stops = shown.stops()
    assert stops[0] == "button Cetak label (PDF)"
    assert stops[2] == "button Nama produk : belum ada"
    assert stops[-1] == "button Periksa"


def test_a_label_is_finished_by_mouse(screen, place):
    shown = screen(session(place))
    page = shown.page

    def go(name):
        page.get_by_role("button", name=f"Lanjut: {name}").click()

    page.get_by_label("Nama di label").fill("Keripik Pisang")
    go("Komposisi")
    page.get_by_role("button", name="pisang", exact=True).click()
    page.get_by_role("button", name="kacang tanah", exact=True).click()
    shown.settle()
    assert shown.live == "kacang tanah masuk sebagai bahan 2. Alergen: kacang."
    go("Berat bersih")
    page.get_by_label("Angka tanpa kemasan").fill("150")
    page.get_by_label("Satuan isi bersih").select_option("g")
    go("Produsen dan alamat")
    page.get_by_label("Nama usaha").fill("Usaha Bu Rahma")
    page.get_by_label("Desa dan kecamatan").fill("Desa Contoh")
    page.get_by_label("Kabupaten atau kota").fill("Penajam Paser Utara")
    go("Keterangan halal")
    page.get_by_label("sedang diurus", exact=True).click()
    go("Tanggal dan kode produksi")
    page.get_by_label("Tanggal produksi").fill("2026-11-22")
    page.get_by_label("Kode produksi").last.fill("A1-221126")
    go("Kedaluwarsa")
    page.get_by_label("Jenis makanan").select_option("keripik")
    page.get_by_label("Baik digunakan sebelum").fill("2027-02-22")
    go("Izin edar")
    page.get_by_label("belum punya").click()
    go("Asal bahan")
    page.get_by_label("Asal bahan utama").fill("pisang dari Sepaku")
    page.get_by_role("button", name="Periksa").click()
    shown.settle()
    assert "Sembilan keterangan lengkap dan jujur." in page.locator(".fb").inner_text()
    assert page.get_by_text("9 dari 9 keterangan lengkap.").is_visible()


def test_a_label_is_finished_by_keyboard_alone(screen, place):
    label = session(place)
    for field in ("jenis_pangan", "dibuat", "baik_sebelum", "satuan"):
        label.handle({"do": "set", "field": field, "value": FIELDS[field]})
    shown = screen(label)
    keyboard = shown.page.keyboard

    def write(name, text):
        shown.tab_to("textbox", name)
        keyboard.type(text)

    def go(name):
        shown.tab_to("button", f"Lanjut: {name}")
        shown.press("Enter")
        assert shown.focused()["name"].endswith(name)

    write("Nama di label", "Keripik Pisang")
    go("Komposisi")
    shown.tab_to("button", "pisang")
    shown.press(" ")
    assert shown.focused()["states"] == {"pressed": "true"}
    write("Bahan lain", "gula, garam")
    shown.press("Enter")
    assert shown.heard[-1] == "gula, garam masuk sebagai bahan 3."
    shown.tab_to("button", "Naik garam")
    shown.press("Enter")
    assert shown.heard[-1] == "garam sekarang bahan 2."
    assert shown.focused()["name"] == "Naik garam"
    shown.tab_to("button", "Hapus garam")
    shown.press("Enter")
    assert shown.focused()["name"] == "Hapus gula"
    go("Berat bersih")
    write("Angka tanpa kemasan", "150")
    go("Produsen dan alamat")
    write("Nama usaha", "Usaha Bu Rahma")
    write("Desa", "Desa Contoh")
    write("Kabupaten", "Penajam Paser Utara")
    go("Keterangan halal")
    shown.tab_to("radio", "sudah bersertifikat")
    shown.press("ArrowDown")
    go("Tanggal dan kode produksi")
    write("Kode produksi", "A1-221126")
    go("Kedaluwarsa")
    go("Izin edar")
    shown.tab_to("radio", "sudah punya")
    shown.press("ArrowDown")
    go("Asal bahan")
    write("Asal bahan utama", "pisang dari Sepaku")
    shown.tab_to("button", "Periksa")
    shown.press("Enter")
    assert shown.heard[-1].startswith("Sembilan keterangan lengkap")


def test_a_false_number_is_told_and_not_printed(screen, written):
    shown = screen(written)
    shown.page.get_by_role("button", name="Cetak label (PDF)").click()
    shown.settle()
    assert shown.live.startswith("Belum dicetak. Nomor ini hanya nomor contoh.")
    assert shown.page.locator(".lb-stamp").is_visible()
    shown.page.get_by_role("button", name="Buka: Izin edar").click()
    assert shown.focused()["name"] == "8. Izin edar"


def test_a_batch_is_taken_from_the_production_house(screen, written):
    shown = screen(written)
    shown.page.get_by_role("button", name="Tanggal dan kode produksi").first.click()
    shown.page.get_by_label("Batch dari rumah produksi").select_option("A1-201126")
    shown.page.get_by_role("button", name="Pakai batch ini").click()
    shown.settle()
    assert shown.live == "Batch A1-201126 masuk ke label: kode dan kedua tanggal."
    assert shown.page.get_by_label("Kode produksi").last.input_value() == "A1-201126"


@pytest.mark.parametrize(
    "changes",
    [
        {"nama": "Keripik" * 12},
        {"nama": "K" * 90, "usaha": "W" * 90, "desa": "m" * 90},
        {"simpan": "di tempat kering " * 5, "asal": "pisang " * 12},
        {"nama": "<b>&amp;</b>", "usaha": "</svg><script>x</script>"},
    ],
)
def test_long_and_odd_words_stay_inside_the_picture(screen, place, changes):
    label = session(place)
    for field, value in {**FIELDS, **changes}.items():
        label.handle({"do": "set", "field": field, "value": value})
    label.handle({"do": "add", "name": ", ".join(f"bahan panjang {n}" for n in range(15))})
    assert screen(label).faults() == []


def test_what_is_typed_is_kept_when_the_view_goes_away(screen, place):
    shown = screen(session(place))
    shown.tab_to("textbox", "Nama di label")
    shown.page.keyboard.type("Keripik")
    shown.page.evaluate("window.leave()")
    shown.settle()
    assert shown.activity.view["values"]["nama"] == "Keripik"
