"""The whole way from the first page to the first order, once by mouse and once by keyboard alone.

One desk goes through five sessions: the pages, photos and answers of one are what the next one works with. After each
session the work goes into an envelope. The trainer collects them all, the shop is visited from another browser, and the
marks are given on what travelled.
"""

import pytest
from tests.widgets.course_desk import LEARNER, Course
from tests.widgets.hands import Keys, Mouse
from tests.widgets.shop_visit import visited

from lentera import kelas
from lentera.classroom import ClassFolder, collect
from lentera.kelas import opening
from lentera.tasks import RULE_SETS

pytestmark = pytest.mark.browser

SESSIONS = ("s03", "s05", "s07", "s09", "s11")
NOT_PLAYED = {"s03-cari-lima", "s11-masalah"}
"""Tasks with a screen of their own, which do not lie on this way."""
PROFILE = {
    "<title>": "<title>Keripik Bu Rahma</title>",
    "<h1>": "<h1>Keripik Bu Rahma</h1>",
    "APA YANG DIJUAL": "<p>Keripik pisang dari Sepaku.</p>",
    "CERITA SINGKAT": "<p>Renyah, gurih, dan dibuat setiap pagi.</p>",
    "PILIHAN 1": "<li>Asin</li>",
    "PILIHAN 2": "<li>Manis</li>",
    "PILIHAN 3": "<li>Pedas</li>",
}
PRODUCTS = {
    "<title>": "<title>Produk Keripik Bu Rahma</title>",
    "<h1>": "<h1>Produk Keripik Bu Rahma</h1>",
    "NAMA PRODUK": "<h2>Keripik Pisang</h2>",
}
CONTACT = {
    "<title>": "<title>Hubungi Keripik Bu Rahma</title>",
    "NAMA DESA": "<p>Kios kami di Desa Sepaku.</p>",
}
PACK = "Sebungkus keripik pisang, label kuning"
COSTS = (
    ("pisang, minyak, bumbu", "149.000"),
    ("plastik, label", "60.000"),
    ("upah sendiri", "60.000"),
    ("gas", "31.000"),
)
CARDS = (
    ("Keripik Pisang", "foto/keripik-gelap.jpg", PACK, "150 g", "Rp11.000", "12"),
    ("Keripik Pedas", "foto/keripik-pisang.svg", "Sebungkus keripik pisang pedas", "100 g", "Rp8.000", "9"),
    (
        "Keripik Manis",
        "foto/keripik-pisang.svg",
        "Sebungkus keripik pisang manis",
        "250 g",
        "Rp17.500",
        "habis",
    ),
)
CARD_FIELDS = ("Nama barang", "Foto", "Teks alternatif foto", "Berat bersih", "Harga", "Stok")
PLAYERS = {"Pembeli": "Siti", "Penjual": "Wati", "Stokis": "Made", "Kurir": "Tono", "Petugas aduan": "Yuni"}


@pytest.fixture(params=[Mouse, Keys], ids=["by_mouse", "by_keyboard"])
def course(request, tmp_path, screen, monkeypatch):
    return Course(tmp_path, screen, request.param, monkeypatch)


def test_from_the_first_page_to_the_first_order(course, browser, tmp_path, monkeypatch, capsys):
    first_page(course)
    three_pages(course)
    product(course)
    catalogue(course)
    published(course)
    market(course)
    cash_book(course)
    classroom = ClassFolder.open(tmp_path / "kelas")
    classroom.add_learner(LEARNER, "coding_mum")
    told = collect(classroom, course.envelopes).sentences()
    assert told[0] == "6 amplop baru dari 6 amplop."
    assert f"{LEARNER}: situs sudah ada di etalase." in told
    visited(browser, classroom.root / "etalase", PACK)
    marked(classroom, monkeypatch, capsys)


def first_page(course):
    """Session 3: from the template to five rules that hold."""
    hand = course.open("editor_halaman", "s03", "s03-profil")
    shown = hand.shown
    assert shown.live == "Halaman pertama sudah dibuat: index.html. Ganti tulisan yang berhuruf besar."
    hand.press("Periksa")
    assert shown.heard[-1].startswith("0 dari 5 sudah tepat. Susunannya sudah rapi.")
    hand.rewrite(PROFILE)
    hand.behind_line("</ul>")
    hand.unfold("Gambar di situs")
    hand.press("Sisipkan Gambar contoh: sebungkus keripik pisang")
    assert shown.heard[-1] == "Disisipkan: img, gambar. Baris 17."
    hand.inside_alt(PACK)
    hand.press("Periksa")
    assert [row["ok"] for row in shown.activity.view["check"]["rows"]] == [True] * 5
    assert shown.heard[-1].endswith("Bagus, Bu.")
    assert f'  <img src="foto/keripik-pisang.svg" alt="{PACK}">\n' in course.site("index.html")
    course.hand_in("s03")


def three_pages(course):
    """Session 5: two more pages and a style, a palette, and links between all."""
    hand = course.open("editor_halaman", "s05", "s05-situs")
    for template, lines, name in (
        ("Produk", PRODUCTS, "produk.html"),
        ("Hubungi kami", CONTACT, "hubungi.html"),
        ("Gaya: warna, huruf, jarak", {}, "gaya.css"),
    ):
        hand.unfold("Halaman baru")
        hand.choose("Templat", template)
        hand.press("Buat berkas")
        assert hand.shown.live == f"{name} sudah dibuat dan terbuka."
        hand.rewrite(lines)
    hand = course.open("cek_kontras", "s05")
    hand.tick("Kopi dan krem")
    assert hand.shown.live == "Kopi dan krem. Teks cokelat tua di krem: 11,9\u00a0:\u00a01. Lolos."
    hand.press("Pakai pasangan ini")
    assert hand.shown.live.endswith("Sudah ditulis di gaya.css.")
    hand = course.open("peta_tautan", "s05")
    hand.press("Tambahkan tautan ke semua halaman")
    assert hand.shown.live == "Tautan ditambahkan ke 1 halaman. 3 halaman. Semua tautan sampai."
    hand.press("Periksa")
    assert hand.shown.live == "Tiga halaman terhubung dan semua tautan hidup. Bagus, Bu."
    course.hand_in("s05")


def product(course):
    """Session 7: standard, label, photo and price of one product."""
    hand = course.open("standar_produk", "s07")
    hand.write("Nama produk atau jasa", "Keripik Pisang")
    hand.write("Berat bersih satu bungkus", "150")
    hand.choose("Satuan berat", "g")
    hand.write("Toleransi: beda", "5")
    for number, (name, weight) in enumerate((("pisang", "400"), ("gula", "100"))):
        hand.write("Bahan", name, number)
        hand.write("Jumlah", weight, number)
        hand.choose("Satuan takaran", "g", number)
    hand.tick("timbang isinya saja")
    for number, weight in enumerate((150, 148, 152, 149, 151), 1):
        hand.write(f"Bungkus {number}, gram", str(weight))
    hand.press("Periksa")
    assert hand.shown.live == "Lembar standar lengkap. Isi bungkus bisa dijaga sama. Bagus, Bu."
    label(course)
    photo(course)
    price(course)
    course.hand_in("s07")


def label(course):
    """Note a batch in the production house; make the label from it and from the standard."""
    hand = course.open("rumah_produksi", "s07")
    hand.write("Produk batch ini", "Keripik Pisang", role="combobox")
    hand.write("Jumlah bungkus", "40")
    hand.press("Catat batch")
    assert hand.shown.live == "Batch A1-221126 dicatat: 40 bungkus, baik sebelum 22 Februari 2027."
    hand.press("Pakai di label A1-221126")
    hand = course.open("label_produk", "s07")
    hand.press("Ambil dari lembar standar")
    assert hand.shown.live == "Nama, berat, dan bahan diambil dari lembar standar."
    for element in ("Komposisi", "Berat bersih", "Produsen dan alamat"):
        hand.press(f"Lanjut: {element}")
    hand.write("Nama usaha", "Usaha Bu Rahma")
    hand.write("Desa", "Desa Sepaku")
    hand.write("Kabupaten", "Penajam Paser Utara")
    hand.press("Lanjut: Keterangan halal")
    hand.tick("sedang diurus")
    hand.press("Lanjut: Tanggal dan kode produksi")
    hand.press("Lanjut: Kedaluwarsa")
    hand.choose("Jenis makanan", "keripik")
    hand.press("Lanjut: Izin edar")
    hand.tick("belum punya")
    hand.press("Lanjut: Asal bahan")
    hand.write("Asal bahan utama", "pisang dari Sepaku")
    hand.press("Periksa")
    assert hand.shown.live == "Sembilan keterangan lengkap dan jujur. Bagus, Bu."


def photo(course):
    """Choose a sample that is too dark and mend it."""
    hand = course.open("studio_foto", "s07")
    hand.press("keripik di ruang gelap")
    assert "Terang: masih gelap." in hand.shown.live
    hand.press("Lebih terang")
    hand.press("Ratakan terang")
    assert hand.shown.live == "Ratakan terang. Terang: pas."
    hand.write("Teks alternatif", PACK)
    hand.press("Periksa")
    assert hand.shown.live == "Foto terang, tajam, dan punya teks alternatif. Bagus, Bu."


def price(course):
    """Work out cost, price and break-even; take markup for margin first, as many do."""
    hand = course.open("hitung_hpp", "s07")
    hand.tick("Produk saya")
    hand.write("Nama produk", "Keripik Pisang")
    for number, (name, amount) in enumerate(COSTS):
        hand.write("Nama biaya", name, number)
        hand.write("Jumlah uang", amount, number)
    for name, value in {
        "Jumlah bungkus": "40",
        "HPP satu bungkus": "7500",
        "Harga jual satu bungkus": "9750",
        "Biaya tetap sebulan": "300.000",
        "Titik impas": "86",
    }.items():
        hand.write(name, value)
    hand.press("Periksa")
    assert "Rp9.750 adalah modal ditambah 30 persen." in hand.shown.live
    hand.write("Harga jual satu bungkus", "11000")
    hand.press("Periksa")
    assert hand.shown.live.endswith("Titik impas sudah tepat dan dibulatkan ke atas. Bagus, Bu.")


def catalogue(course):
    """Session 9: three cards, the later ones copied from the first."""
    hand = course.open("kartu_produk", "s09")
    for number, card in enumerate(CARDS):
        if number:
            hand.press("Buat kartu ")
            assert hand.shown.live.startswith(f"Kartu {number + 1} adalah salinan kartu {number}.")
        for name, value in zip(CARD_FIELDS, card, strict=True):
            (hand.choose if name == "Foto" else hand.write)(name, value)
    hand.press("Periksa")
    assert hand.shown.activity.view["check"]["holds"], hand.shown.live
    assert hand.shown.live.endswith("Bagus, Bu.")


def published(course):
    """Declare what the photos show, choose an address, publish."""
    hand = course.open("terbit", "s09")
    for name in ("foto/keripik-gelap.jpg", "foto/keripik-pisang.svg"):
        hand.choose(name, "Barang saja")
    hand.press("Periksa lagi")
    assert hand.shown.live == "Semua 8 hal sudah siap. Silakan terbitkan.", hand.shown.live
    hand.write("Nama di alamat", "Keripik Rahma")
    hand.press("Terbitkan")
    assert hand.shown.live.startswith(f"Sudah terbit. {LEARNER}_situs_1.amplop siap untuk pengajar.")
    course.hand_in("s09")


def market(course):
    """Session 11: a smooth round of five people, then one with damaged goods and a cancelled order."""
    hand = course.open("pasar_desa", "s11")
    shown = hand.shown
    hand.turn_to("Meja main")
    for role, name in PLAYERS.items():
        hand.write(f"Nama depan: {role}", name)
    ordered(hand, 2, "27.000")
    delivered(hand)
    hand.tick("5 dari 5 bintang")
    hand.write("Ulasan pembeli", "Renyah dan utuh.")
    hand.press("Tulis ulasan")
    assert shown.live == "Pesanan 1 diulas."
    hand.press("Mulai putaran baru")
    hand.press("Ya, putaran baru")
    assert "Kejadian: barang sampai, tetapi satu bungkus rusak." in shown.live
    hand.turn_to("Meja main")
    hand.press("Geser semua peran")
    assert shown.live.startswith("Peran bergeser: Pembeli (Yuni), Penjual (Siti), Stokis (Wati)")
    ordered(hand, 2, "27.000")
    delivered(hand)
    hand.unfold("Langkah lain")
    hand.choose("Barang yang mana", "Keripik Pisang")
    hand.write("Banyak", "1")
    hand.choose("Sebabnya", "barang rusak")
    hand.press("Sampaikan keluhan")
    assert shown.live == "Keluhan pesanan 1 tercatat. Berikutnya: petugas aduan mengganti barang."
    hand.press("Lanjut sebagai Petugas aduan (Tono)")
    hand.press("Ganti barang")
    assert shown.live == "Barang pesanan 1 diganti. Berikutnya: pembeli menulis ulasan."
    hand.press("Pesanan baru")
    ordered(hand, 1, "16.000")
    hand.press("Lanjut sebagai Penjual (Siti)")
    hand.unfold("Langkah lain")
    hand.press("Batalkan pesanan")
    assert shown.live == "Pesanan 2 batal. Cadangan stoknya dilepas. Uang Rp16.000 kembali ke pembeli."
    hand.press("Periksa")
    assert shown.live.endswith("Cadangan dilepas saat pesanan batal. Bagus, Bu.")


def ordered(hand, count, amount):
    """Order, pay, confirm and reserve: buyer, seller and stockist."""
    for _piece in range(count):
        hand.press("Tambah satu: Keripik Pisang")
    hand.choose("Daerah antar", "Satu desa: ongkir Rp5.000")
    hand.write("Desa tujuan", "Sukamaju")
    hand.write("Ciri rumah", "pagar hijau")
    hand.tick("QRIS (SIMULASI)")
    hand.press("Pesan barang")
    assert hand.shown.live.endswith("Berikutnya: pembeli membayar (SIMULASI).")
    hand.tick("Toko Melati (contoh)")
    hand.write("Jumlah bayar dalam rupiah", amount)
    hand.press("Bayar dengan QRIS (SIMULASI)")
    hand.press("Lanjut sebagai Penjual")
    hand.press("Sudah dibayar")
    assert hand.shown.live.endswith(f"Rp{amount} masuk kas. Berikutnya: stokis mencadangkan stok.")
    hand.press("Lanjut sebagai Stokis")
    hand.press("Cadangkan stok")


def delivered(hand):
    """Pack, hand over, drive and receive: seller, courier and buyer."""
    hand.press("Lanjut sebagai Penjual")
    hand.tick("kode ")
    for name in (
        "Kemas barang",
        "Serahkan ke kurir",
        "Lanjut sebagai Kurir",
        "Berangkat mengantar",
        "Lanjut sebagai Pembeli",
    ):
        hand.press(name)
    hand.write("Nama depan penerima", "Siti")
    hand.press("Terima paket")
    assert hand.shown.live == "Pesanan 1 diterima oleh Siti. Berikutnya: pembeli menulis ulasan."


def cash_book(course):
    """Write down the money of the second round until the book balances."""
    hand = course.open("buku_kas", "s11")
    for number, (what, side, amount) in enumerate(
        (
            ("Pesanan 1", "Uang masuk", "27.000"),
            ("Ongkir pesanan 1", "Uang keluar", "5.000"),
            ("Pesanan 2", "Uang masuk", "16.000"),
            ("Pesanan 2 batal", "Uang keluar", "16.000"),
        ),
        1,
    ):
        hand.press("Tambah baris")
        hand.write(f"Keterangan, baris {number}", what)
        hand.write(f"{side}, baris {number}", amount)
    assert hand.shown.page.get_by_text("Modal satu bungkus: Keripik Pisang Rp7.500.").is_visible()
    # Three packs of Rp7.500 left the store: two were sold, one took the place of the damaged one.
    hand.write("Laba putaran ini", "-500")
    hand.press("Periksa")
    assert hand.shown.activity.view["check"]["holds"], hand.shown.live
    assert hand.shown.activity.view["sums"]["saldo"] == "Rp172.000"
    course.hand_in("s11")


def marked(classroom, monkeypatch, capsys):
    """Give the marks where the submissions lie, as the grade cells do."""
    monkeypatch.setenv("LENTERA_GRADING", "1")
    points = {}
    for task in sorted(set(RULE_SETS) - NOT_PLAYED):
        session = task.split("-")[0]
        if session in SESSIONS:
            monkeypatch.chdir(classroom.submitted(LEARNER, session))
            points[task] = (kelas.nilai(task), capsys.readouterr().out)
    short = {task: said for task, said in points.items() if said[0] != opening.task(task).points}
    assert short == {}
    assert len(points) == 22
