"""The tasks of session 9: right in several ways, and each typical mistake with its sentence."""

import pytest

from lentera.tasks import RULE_SETS
from lentera.web.cards import Card, Shop, catalogue_page, html_of
from lentera.web.site import Picture, Site
from lentera.web.tasks.catalogue import amount_in, fault_of_price

PICTURES = {f"foto/{name}.jpg": Picture(90_000, 800, 600) for name in ("keripik", "sambal", "kue")}
CARDS = (
    Card(
        "Keripik pisang",
        "foto/keripik.jpg",
        "Sebungkus keripik pisang, plastik bening",
        "150 g",
        "Rp11.000",
        "12",
    ),
    Card(
        "Sambal bawang",
        "foto/sambal.jpg",
        "Satu botol sambal merah, tutup hitam",
        "200 ml",
        "Rp18.500",
        "habis",
    ),
    Card("Kue bawang", "foto/kue.jpg", "Stoples kue bawang, tutup merah", "1 kg", "Rp7.500", "3 stoples"),
)
ALL = dict.fromkeys(PICTURES, "barang")


def answer(cards=CARDS, page=None, more=None, **content):
    page = catalogue_page(Shop("Bu Rahma"), cards) if page is None else page
    texts = {"produk.html": page.encode(), **{name: text.encode() for name, text in (more or {}).items()}}
    return {"foto": ALL, "situs": Site(texts, PICTURES), **content}


def judge(task, content):
    return RULE_SETS[task].judge(content)


def changed(place, **fields):
    from dataclasses import replace

    cards = list(CARDS)
    cards[place] = replace(cards[place], **fields)
    return cards


OTHER = """<h1>Produk</h1><ul>
<li><h3>Keripik pisang</h3><img alt='Sebungkus keripik pisang' src=foto/keripik.jpg>Isi 150 gram<br><b>Rp11.000</b><br>Stok 12</li>
<li><h3>Sambal</h3><img alt='Satu botol sambal' src=./foto/sambal.jpg>200ml, harga Rp900, stok habis</li>
<li><h3>Kue</h3><img alt='Stoples kue bawang' src=foto/kue.jpg><dl><dt>Isi<dd>10 buah<dt>Harga<dd>Rp1.250.000<dt>Stok<dd>1</dl></li></ul>"""


@pytest.mark.parametrize("task", ["s09-kartu", "s09-harga", "s09-gambar", "s09-data-pribadi"])
@pytest.mark.parametrize(
    "content",
    [
        answer(),
        answer(page=OTHER),
        answer(page="<h1>A</h1>" + "\r\n".join(html_of(card, "h3") for card in CARDS)),
        answer(
            cards=CARDS[:1],
            more={"lain.html": catalogue_page(Shop("B"), CARDS[1:]), "index.html": "<h1>Toko</h1>"},
        ),
        answer(harga_hitungan={"keripik pisang": 11000, "Sambal": 18500.0}) | {"tambahan": 1},
    ],
)
def test_a_right_catalogue_earns_everything(task, content):
    report = judge(task, content)
    assert (report.finding_sentence("id"), report.share) == ("", 1.0)
    assert report.holds


@pytest.mark.parametrize(
    ("cards", "share", "mistake", "says", "next_step"),
    [
        (
            CARDS[:2],
            2 / 3,
            "none",
            "Kartu 3 belum ada.",
            "Buat kartu 3. Salin satu kartu, lalu ganti isinya.",
        ),
        ([], 0, "none", "Kartu 1 belum ada.", "Buat kartu 1. Salin satu kartu, lalu ganti isinya."),
        (
            changed(1, name="NAMA PRODUK"),
            2 / 3,
            "template",
            "Susunannya sudah rapi. Nama di kartu 2 masih nama contoh.",
            "Ganti tulisan NAMA PRODUK dengan nama barang {Sapaan}.",
        ),
        (changed(0, name=""), 2 / 3, "name", "Kartu 1 belum punya nama.", None),
        (
            changed(2, name="keripik PISANG"),
            2 / 3,
            "twin",
            "Nama di kartu 3 masih sama dengan kartu 1.",
            None,
        ),
        (changed(0, picture=""), 2 / 3, "picture", "Kartu 1 belum punya foto.", None),
        (
            changed(0, picture="keripik.jpg"),
            2 / 3,
            "picture_missing",
            "Foto kartu 1 belum ada di folder situs: keripik.jpg.",
            None,
        ),
        (
            changed(1, weight=""),
            2 / 3,
            "weight",
            "Pembeli ingin tahu isinya. Kartu 2 belum menyebut berat bersih.",
            "Tambahkan berat bersih dalam gram, misalnya 150 g.",
        ),
        (changed(1, weight="... gram"), 2 / 3, "weight", None, None),
        (
            changed(1, weight="150"),
            2 / 3,
            "unit",
            "Berat di kartu 2 sudah berangka. Satuannya belum ada.",
            None,
        ),
        (changed(1, price="Rp..."), 2 / 3, "price", "Kartu 2 belum punya harga.", None),
        (changed(1, price="Rp0"), 2 / 3, "price", None, None),
        (changed(1, stock=""), 2 / 3, "stock", "Kartu 2 belum menyebut stok.", None),
    ],
)
def test_a_card_that_lacks_something_is_told(cards, share, mistake, says, next_step):
    report = judge("s09-kartu", answer(cards))
    assert report.share == pytest.approx(share)
    assert report.finding.finding.mistake == mistake
    assert says in {None, report.finding_sentence("id")}
    assert next_step in {None, report.next_step("id")}
    assert "{" not in report.finding_sentence("en") + report.next_step("en").replace("{Sapaan}", "")


def test_a_fourth_card_that_is_not_whole_takes_nothing_away():
    assert judge("s09-kartu", answer([Card("Baru"), *CARDS])).holds


@pytest.mark.parametrize(
    ("price", "fault", "amount"),
    [
        ("Rp11.000", None, 11000),
        ("Rp500", None, 500),
        ("Rp1.250.000", None, 1250000),
        ("Rp11.000,-", None, 11000),
        ("Rp11.000,00", None, 11000),
        ("Rp11.000 per bungkus", None, 11000),
        ("Rp11.000/bungkus", None, 11000),
        ("Rp11.000.", None, 11000),
        ("mulai Rp11.000", None, 11000),
        ("hanya: Rp1.250.000", None, 1250000),
        ("XRp11.000", "dots", 11000),
        ("11000", "no_rp", 11000),
        ("11.000", "no_rp", 11000),
        ("Rp11000", "dots", 11000),
        ("Rp 11000", "dots", 11000),
        ("Rp 11.000", "close", 11000),
        ("Rp. 11.000", "close", 11000),
        ("rp11.000", "close", 11000),
        ("Rp11,000", "comma", 11000),
        ("Rp1.1000", "dots", 11000),
        ("Rp11.00", "dots", 1100),
        ("11 ribu", "words", 11000),
        ("Rp11rb", "words", 11000),
        ("sebelas ribu", "words", None),
    ],
)
def test_a_price_is_read_however_it_is_written(price, fault, amount):
    assert (fault_of_price(price), amount_in(price)) == (fault, amount)


def test_a_price_without_dots_gets_the_sentence_of_the_lesson():
    report = judge("s09-harga", answer(changed(0, price="Rp 11000")))
    assert report.finding_sentence("id") == "Angka di kartu 1 sudah tepat."
    assert report.next_step("id") == "Beri titik setelah ribuan agar mudah dibaca: Rp11.000."
    assert report.share == pytest.approx((2 * 2 / 3 + 1) / 3)


@pytest.mark.parametrize("price", ["11000", "Rp11,000", "Rp 11.000", "11 ribu", "Rp11000"])
def test_every_other_writing_is_shown_as_on_a_tag(price):
    report = judge("s09-harga", answer(changed(0, price=price)))
    assert report.next_step("id").endswith("Rp11.000.")


def test_a_price_that_differs_from_the_calculation_is_told_in_the_words_of_the_lesson():
    report = judge(
        "s09-harga", answer(changed(0, price="Rp10.000"), harga_hitungan={"Keripik Pisang": 11000})
    )
    assert (
        report.finding_sentence("id")
        == "Di kartu Keripik pisang tertulis Rp10.000, di hitungan tadi Rp11.000."
    )
    assert report.next_step("id") == "Pilih yang benar, lalu samakan."
    assert report.points(15) == 10


@pytest.mark.parametrize(
    "worked_out", [None, 7, {"Keripik pisang": "banyak"}, {"Keripik pisang": True}, {"": 5}]
)
def test_a_calculation_nobody_can_read_is_left_aside(worked_out):
    assert judge("s09-harga", answer(harga_hitungan=worked_out)).holds


def test_fewer_than_three_prices_earn_their_part():
    report = judge("s09-harga", answer(CARDS[:1]))
    assert report.finding.finding.mistake == "few"
    assert report.points(15) == pytest.approx(5, abs=0.01)


@pytest.mark.parametrize(
    ("alt", "mistake", "says"),
    [
        ("", "empty_card", "Nama dan harga sudah ada. Satu lagi: fotonya belum bercerita."),
        ("keripik.jpg", "file_name", "Teks alternatif foto/keripik.jpg sudah diisi."),
        ("Gambar sebungkus keripik", "says_picture", None),
        ("Keripik", "short", None),
        ("Keripik " * 30, "long", None),
    ],
)
def test_a_picture_that_does_not_tell_is_told(alt, mistake, says):
    report = judge("s09-gambar", answer(changed(0, alt=alt)))
    assert report.finding.finding.mistake == mistake
    assert says in {None, report.finding_sentence("id")}
    assert report.share == pytest.approx(2 / 3)


def test_pictures_outside_of_cards_count_too():
    report = judge("s09-gambar", answer(more={"index.html": "<h1>Toko</h1>\n<img src=foto/kue.jpg>"}))
    assert report.finding_sentence("id") == "Di index.html baris 2, gambar foto/kue.jpg belum punya alt."
    assert report.share == pytest.approx(3 / 4)


def test_private_data_on_any_page_is_told_with_its_page():
    report = judge(
        "s09-data-pribadi", answer(more={"index.html": "<h1>Toko</h1><p>NIK saya 6409014505850002</p>"})
    )
    assert report.finding_sentence("id").startswith("Halaman index.html: ")
    assert report.finding.kind.value == "danger"
    assert report.share < 1


def test_a_child_on_a_photo_is_told():
    report = judge("s09-data-pribadi", answer(foto={**ALL, "foto/kue.jpg": "anak"}))
    assert report.finding.finding.mistake == "child"


@pytest.mark.parametrize("task", ["s09-kartu", "s09-harga", "s09-gambar", "s09-data-pribadi"])
def test_nothing_yet_and_nonsense_have_their_sentence(task):
    rules = RULE_SETS[task]
    assert rules.judge(None).finding_sentence("id") == rules.texts.nothing_yet.id
    assert rules.judge({"situs": "x"}).finding_sentence("id") == rules.texts.unreadable.id
    assert rules.judge({"situs": Site()}).share == 0
    assert not rules.judge({"situs": Site()}).holds


def test_the_website_is_gathered_from_the_folder(tmp_path):
    (tmp_path / "produk.html").write_text(catalogue_page(Shop("B"), CARDS), encoding="utf-8")
    rules = RULE_SETS["s09-harga"]
    assert rules.judge(rules.gather(None, tmp_path)).holds


def test_cards_and_prices_are_judged_without_a_parser():
    import subprocess
    import sys

    code = (
        "import sys; from lentera.tasks import RULE_SETS; from lentera.web.site import Site;"
        "c={'situs': Site({'produk.html': b'<article><h2>A</h2><p>Harga: Rp1.000</p></article>'})};"
        "[RULE_SETS[t].judge(c) for t in ('s09-kartu','s09-harga')];"
        "assert not {'bs4','html5lib','tinycss2'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("page", ["", "<!doctype html>", "<h1>Toko</h1><p>Selamat datang.</p>"])
def test_a_page_without_cards_earns_nothing_for_keeping_secrets(page):
    report = judge("s09-data-pribadi", answer(page=page))
    assert report.share == 0
    assert report.finding.finding.mistake == "no_card"


@pytest.mark.parametrize(
    ("more", "photos"),
    [
        ({"lain.html": "<p>NIK saya 6409014505850002</p>"}, ALL),
        ({"lain.html": "<p>Jl. Melati No. 12 RT 03</p>"}, ALL),
        ({}, {**ALL, "foto/kue.jpg": "anak"}),
    ],
)
def test_each_thing_the_task_names_costs_as_much(more, photos):
    report = judge("s09-data-pribadi", answer(more=more, foto=photos))
    assert report.points(15) == pytest.approx(11)


@pytest.mark.parametrize(
    "weight", ["1 kali servis", "45 menit", "2 paket", "1 lusin", "5 m", "1/2 kg", "0,25 l"]
)
def test_services_and_other_units_are_right_too(weight):
    assert judge("s09-kartu", answer(changed(0, weight=weight))).holds


@pytest.mark.parametrize("task", ["s09-kartu", "s09-harga", "s09-gambar", "s09-data-pribadi"])
def test_the_template_as_it_comes_earns_nothing(task):
    page = "<h1>Produk NAMA USAHA</h1><article><h2>NAMA PRODUK</h2><p>Berat bersih: 150 g</p><p>Harga: Rp11.000</p></article>"
    assert judge(task, answer(page=page)).share == 0
