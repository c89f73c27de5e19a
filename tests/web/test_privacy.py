"""What of a person stands in a page: found wherever it hides, and never a price, weight, date or batch number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lentera.rules import MistakeKind
from lentera.web.checking import check_page
from lentera.web.page import parse_page
from lentera.web.privacy import (
    is_identity,
    private_in_page,
    private_in_site,
    tells_of_somebody,
    words_of_somebody,
)
from lentera.web.rules_privacy import RULES
from lentera.web.site import Picture, Site

ALL = {"kontak_usaha": "", "foto": {}}


def kinds(html, declared=ALL, pictures=()):
    site = Site({"index.html": html.encode()}, {name: Picture(1000, 10, 10) for name in pictures})
    return [one.kind for one in private_in_page(parse_page("index.html", html.encode()), site, declared)]


HARMLESS = [
    "Harga Rp11.000, isi 150 g", "Rp1.250.000", "Harga: Rp 12.500.000 untuk 100 bungkus", "Buka jam 08.00-16.00 WITA",
    "Buka 08.00–12.00 dan 13.00–17.00", "Tanggal 22-11-2026", "Baik digunakan sebelum: 22 02 2027", "08-12-2026", "08/12/2026 sampai 31/12/2026",
    "Kode produksi: 221126A1", "Kode produksi 0812202601", "Nomor batch 081234567890", "No. produksi: 2026112200000001", "Barcode 8991234567890", "8 991234 567890",
    "P-IRT No. 2063471010012-27", "P-IRT 206347101001227", "Izin edar: 6405011505900001", "NIB 1234567890123", "Berat bersih 150 gram x 24", "150 200 250 300 350 400",
    "Desa Bukit Raya, Kecamatan Sepaku", "RT 03 Desa Bukit Raya", "Pesan lewat Jalan Poros", "Jalan kaki 5 menit dari pasar", "Jalan Negara KM 38", "Dekat jalan poros, RT 04", "Ambil di jalan Raya Sepaku",
    "Jangan beri tahu PIN, OTP, atau kata sandi kepada siapa pun", "PIN tidak pernah diminta", "Kata sandi harus panjang", "Bayar di bank terdekat", "Rekening bank belum ada",
    "Telepon darurat 110 dan 112", "Contoh: 0812-0000-0000", "nama@contoh.id", "Stok: 12, 24, 36, 48", "2026-11-22 09:41:00", "1.000.000.000.000.000", "9900000000000000", "Nomor 3 dari 12", "Blok pertama", "No. 1 di desa",
    "Pesanan ke 1234567890", "Suhu 27 28 29 30 31 32 33 derajat",
]  # fmt: skip


@pytest.mark.parametrize("text", HARMLESS)
def test_ordinary_numbers_and_words_of_a_shop_are_let_through(text):
    assert kinds(f"<!doctype html><p>{text}</p>") == []


FOUND = [
    ("6405014506880002", "nik"), ("NIK: 64.05.01.150690.0001", "nik"), ("NIK 6405 0115 0690 0001", "nik"), ("3271-0155-0199-0003", "nik"),
    ("KTP saya 640501<b>1506900001</b>", "nik"), ("12.345.678.9-012.345", "tax"), ("NPWP 123456789012345", "tax"),
    ("0812 3456 7890", "phone"), ("+62 812-3456-7890", "phone"), ("WA: 081234567890", "phone"), ("(0541) 765432", "phone"), ("0541-765432", "phone"), ("6281234567890", "phone"),
    ("rahma@keripik.id", "email"), ("PIN: 123456", "secret"), ("PIN ATM saya 4821", "secret"), ("OTP 482913", "secret"), ("kata sandi: Rahma123", "secret"), ("password = keripik99", "secret"),
    ("BRI 1234 5678 9012 345", "bank"), ("No. rek 1234567890", "bank"), ("Transfer ke rekening Mandiri 123-00-1234567-8", "bank"),
    ("Jl. Melati No. 12 RT 03 RW 02 Desa Bukit Raya", "address"), ("Gang Mawar No 5", "address"), ("RT 03/RW 02, Gang Kenanga", "address"), ("Jalan Kenanga 12", "address"), ("rumah: gang damai no. 8", "address"), ("WA 812 3456 7890", "phone"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), FOUND)
def test_what_leads_to_a_person_is_found(text, kind):
    assert kinds(f"<!doctype html><p>{text}</p>") == [kind]


@pytest.mark.parametrize(
    "html",
    [
        '<img src="a.jpg" alt="KTP 6405014506880002">',
        "<!-- nik saya 6405014506880002 -->",
        '<p title="6405014506880002">x</p>',
        '<meta name="description" content="6405014506880002">',
        '<input value="6405014506880002">',
        "<title>Toko Rahma 6405014506880002</title>",
        "<style>/* nik 6405014506880002 */</style>",
        '<p data-nik="6405014506880002">x</p>',
        '<img src="foto/ktp%206405014506880002.jpg" alt="Keripik">',
        "<p>6405<br>bukan</p><p>NIK 640501<br>4506880002</p>",
    ],
)
def test_it_is_found_in_attributes_and_notes_too(html):
    assert "nik" in kinds(f"<!doctype html>{html}")


@pytest.mark.parametrize(
    "address",
    [
        "tel:+6281234567890",
        "https://wa.me/6281234567890",
        "https://api.whatsapp.com/send?phone=6281234567890",
        "sms:081234567890",
    ],
)
def test_a_number_in_a_link_is_found_and_the_declared_one_is_fine(address):
    html = f'<!doctype html><a href="{address}">Pesan</a>'
    assert kinds(html) == ["phone"]
    for written in ("0812-3456-7890", "+62 812 3456 7890", "6281234567890"):
        assert kinds(html, {"kontak_usaha": written, "foto": {}}) == []


def test_only_the_declared_contact_is_fine():
    html = "<!doctype html><p>0812 3456 7890</p><p>0813 9999 8888</p><p>toko@keripik.id</p>"
    assert kinds(html, {"kontak_usaha": ["081234567890", "toko@keripik.id"]}) == ["phone"]


def test_without_a_declaration_contacts_and_pictures_are_not_asked_for():
    assert kinds('<!doctype html><p>0812 3456 7890</p><img src="a.jpg" alt="x">', {}, ["a.jpg"]) == []


def test_a_declared_address_of_the_business_is_fine():
    html = "<!doctype html><p>Jl. Melati No. 12, Sepaku</p>"
    assert kinds(html, {"alamat_usaha": "Jl. Melati No. 12, Sepaku, Kalimantan Timur"}) == []
    assert kinds(html, {"alamat_usaha": "Jl. Mawar 3"}) == ["address"]


def test_each_picture_is_declared_and_a_child_is_never_shown():
    html = '<!doctype html><img src="foto/a.jpg" alt="x"><img src="foto/b.jpg" alt="y"><img src="foto/c.jpg" alt="z">'
    files = ["foto/a.jpg", "foto/b.jpg", "foto/c.jpg"]
    declared = {"foto": {"foto/a.jpg": "barang", "foto/b.jpg": "anak", "foto/c.jpg": "orang_dewasa_izin"}}
    assert kinds(html, declared, files) == ["child"]
    assert kinds(html, {"foto": {"foto/a.jpg": "kucing"}}, files) == ["undeclared"] * 3
    assert kinds(html, {"foto": "rusak"}, files) == ["undeclared"] * 3


def test_the_whole_number_is_never_repeated_in_a_finding():
    html = "<!doctype html><p>NIK 6405014506880002</p>"
    (verdict,) = check_page(
        Site({"index.html": html.encode()}), "index.html", groups=["privacy"]
    ).all_findings
    assert "6405014506880002" not in verdict.sentence("id")
    assert "6405…02" in verdict.sentence("id")
    assert verdict.kind is MistakeKind.DANGER


def test_secrets_come_before_everything_else():
    html = "<!doctype html><p>0812 3456 7890</p><p>PIN: 123456</p><p>6405014506880002</p>"
    report = check_page(
        Site({"index.html": html.encode()}), "index.html", {"kontak_usaha": ""}, groups=["privacy"]
    )
    assert [verdict.rule.id for verdict in report.all_findings] == [
        "privacy.secret",
        "privacy.identity",
        "privacy.contact",
    ]
    assert report.finding.finding.details["baris"] == "1"


def test_a_site_is_asked_about_on_every_page():
    site = Site({"index.html": b"<p>0812 3456 7890</p>", "hubungi.html": b"<p>6405014506880002</p>"})
    assert [(one.page, one.kind) for one in private_in_site(site)] == [
        ("index.html", "phone"),
        ("hubungi.html", "nik"),
    ]
    assert [one.kind for one in private_in_site(site, {"kontak_usaha": "081234567890"})] == ["nik"]


@pytest.mark.parametrize(
    ("digits", "can"),
    [
        ("6405014506880002", True),
        ("6405017206880002", False),
        ("6405013213880002", False),
        ("9905014506880002", False),
        ("6400014506880002", False),
    ],
)
def test_an_identity_number_is_built_from_province_and_birthday(digits, can):
    assert is_identity(digits) is can


def test_every_sentence_is_there_in_both_languages():
    for rule in RULES:
        for remark in rule.mistakes.values():
            assert remark.says.id
            assert remark.says.en
            assert remark.next.id
            assert remark.next.en


@pytest.mark.parametrize(
    "html",
    [
        '<a href="foto/b.jpg">Lihat</a>',
        '<picture><source srcset="foto/b.jpg 2x"></picture>',
        '<p style="background:url(foto/b.jpg)">x</p>',
        "<style>body{background:url(foto/b.jpg)}</style>",
        '<video poster="foto/b.jpg"></video>',
    ],
)
def test_a_childs_photo_is_found_however_it_is_shown(html):
    files = ["foto/b.jpg"]
    assert kinds(f"<!doctype html>{html}", {"foto": {"foto/b.jpg": "anak"}}, files) == ["child"]
    assert kinds(f"<!doctype html>{html}", {"foto": {}}, files) == ["undeclared"]
    assert kinds(f"<!doctype html>{html}", {"foto": {"foto/b.jpg": "barang"}}, files) == []


def test_a_photo_of_the_style_file_is_asked_about_once():
    site = Site(
        {"index.html": b"<h1>A</h1>", "lain.html": b"<h1>B</h1>", "gaya.css": b"body{background:url(b.jpg)}"},
        {"b.jpg": Picture(1, 1, 1)},
    )
    assert [(one.page, one.kind) for one in private_in_site(site)] == [("index.html", "undeclared")]


PARTS = st.sampled_from(
    [
        "Jalan Melati", "Gang Mawar", "RT/RW", "rt", "RW", "No.", "blok C", "kata sandi", "password", "passwd:", "PIN", "OTP", "adalah", "saya",
        "rahasia", "BRI", "rekening", "WA", "surat", "@toko.id", "npwp", "0812", "5", "²", "٣", ":", ",", "\n", "keripik", "Rp",
    ]
)  # fmt: skip


@given(st.lists(PARTS, max_size=8).map(" ".join) | st.text(max_size=40))
def test_a_text_that_is_passed_over_tells_nothing(text):
    assert tells_of_somebody(text) or words_of_somebody(text) == ()
