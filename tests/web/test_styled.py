"""The tasks of session 5: right sites in several shapes earn all points, each typical slip has its sentence."""

from pathlib import Path

import pytest

import lentera
from lentera.tasks import RULE_SETS
from lentera.web.site import Site, gather

POINTS = {"s05-kontras": 20, "s05-huruf": 15, "s05-tautan": 30, "s05-teks-tautan": 15}
CSS = "body { color: midnightblue; background-color: cornsilk; font-size: 18px }\na { color: navy }\n"


def page(title, *links, css='<link rel="stylesheet" href="gaya.css">', body=""):
    nav = "".join(f'<a href="{to}">{words}</a> ' for to, words in links)
    return f'<!doctype html>\n<html lang="id"><head><title>{title}</title>{css}</head>\n<body><h1>{title}</h1><nav>{nav}</nav><p>Keripik pisang dari Sepaku.</p>{body}</body></html>'


NAV = (("index.html", "Beranda"), ("produk.html", "Daftar produk"), ("hubungi.html", "Cara memesan"))


def site(css=CSS, **changes):
    texts = {name: page(words, *NAV) for name, words in NAV}
    texts |= {name.replace("_", "."): text for name, text in changes.items()}
    return {
        **{name: text.encode() for name, text in texts.items() if text is not None},
        "gaya.css": css.encode(),
    }


def judged(task, texts):
    return RULE_SETS[task].judge({"situs": Site(texts)})


CHAIN = {
    "index.html": page(
        "Beranda",
        ("toko/produk.html", "Daftar produk"),
        css="<style>body{background:#222;color:#eee}a{color:#9cf}</style>",
    ).encode(),
    "toko/produk.html": page(
        "Produk", ("../hubungi.html", "Cara memesan"), css="<style>body{background:ivory}</style>"
    ).encode(),
    "hubungi.html": page("Hubungi", ("index.html", "Beranda"), css="").encode(),
}
INLINE = {
    name: text.replace(b"<body>", b'<body style="color:darkgreen;background:honeydew">')
    for name, text in site("").items()
}
RIGHT = [site(), CHAIN, INLINE, site("p{font-size:1.2rem}h1{color:maroon}"), {**site(), "foto.html": page("Foto", *NAV).encode(), "index.html": page("Beranda", *NAV, ("foto.html", "Foto")).encode(), "produk.html": page("Produk", *NAV).encode()}]  # fmt: skip


@pytest.mark.parametrize("task", POINTS)
@pytest.mark.parametrize(
    "texts", RIGHT, ids=["one style file", "a chain in folders", "inside the pages", "rem", "four pages"]
)
def test_a_right_site_earns_all_points(task, texts):
    report = judged(task, texts)
    assert report.holds, report.finding_sentence("id")
    assert report.points(POINTS[task]) == POINTS[task]


WRONG = [
    ("s05-kontras", site("body{color:#999;background:white}"), "low", "Di index.html baris 3, teks abu-abu terang di putih: 2,8 : 1. Ada 2 yang seperti ini."),
    ("s05-kontras", site("body{background:#333;color:#777}a{color:white}"), "low_on_dark", "teks abu-abu"),
    ("s05-kontras", site(""), "untouched", "warna bawaan"),
    ("s05-kontras", site(produk_html=page("Produk", *NAV, body="<p style='color:yellow'>Promo</p>")), "low", "Di produk.html"),
    ("s05-huruf", site("p{font-size:14px}"), "small", "Di index.html baris 3, huruf paragraf berukuran 14\u00a0px."),
    ("s05-huruf", site("body{font-size:80%}"), "small", "12,8"),
    ("s05-tautan", site(hubungi_html=None), "few", "Baru ada 2 halaman"),
    ("s05-tautan", site(hubungi_html=""), "blank", "hubungi.html masih kosong"),
    ("s05-tautan", site(index_html=page("Beranda", ("Produk.html", "Daftar produk"), ("hubungi.html", "Cara memesan"))), "dead_meant", "Produk.html"),
    ("s05-tautan", site(index_html=page("Beranda", *NAV, ("katalog.html", "Katalog"))), "dead", "katalog.html"),
    ("s05-tautan", site(**{f"{name.replace('.', '_')}": page(words) for name, words in NAV}), "no_link", "Belum ada tautan"),
    ("s05-tautan", site(produk_html=page("Produk"), index_html=page("Beranda", *NAV)), "shut", "Dari produk.html"),
    ("s05-tautan", site(index_html=page("Beranda", NAV[1])), "shut", None),
    ("s05-teks-tautan", site(index_html=page("Beranda", ("produk.html", "klik di sini"))), "vague", "klik di sini"),
    ("s05-teks-tautan", site(index_html=page("Beranda", ("produk.html", ""))), "empty", "belum berisi teks"),
    ("s05-teks-tautan", site(index_html=page("Beranda", ("produk.html", "produk.html"))), "address", "alamat"),
    ("s05-teks-tautan", site(index_html=page("Beranda", ("produk.html", "Toko"), ("hubungi.html", "Toko"))), "same", "tujuannya berbeda"),
    ("s05-teks-tautan", site(**{f"{name.replace('.', '_')}": page(words) for name, words in NAV}), "no_link", "Belum ada tautan"),
]  # fmt: skip


@pytest.mark.parametrize(("task", "texts", "mistake", "words"), WRONG)
def test_each_typical_slip_has_its_sentence(task, texts, mistake, words):
    report = judged(task, texts)
    if words is None:
        assert report.holds
        return
    assert report.finding.finding.mistake == mistake, report.finding_sentence("id")
    assert words in report.finding_sentence("id")
    assert 0 <= report.share < 1
    for language in ("id", "en"):
        assert "{" not in report.finding_sentence(language) + report.next_step(language)


@pytest.mark.parametrize("task", POINTS)
def test_nothing_yet_and_an_empty_site_say_where_to_begin(task, tmp_path):
    rules = RULE_SETS[task]
    assert "Belum ada halaman" in rules.judge(rules.gather(None, tmp_path)).finding_sentence("id")
    empty = rules.judge({"situs": Site()})
    assert empty.points(20) == 0
    assert empty.finding_sentence("id").startswith("Belum ada")


@pytest.mark.parametrize("task", POINTS)
@pytest.mark.parametrize("content", [{}, {"situs": 7}, {"situs": {"index.html": "x"}}])
def test_an_answer_without_a_site_is_unreadable(task, content):
    assert "belum terbaca" in RULE_SETS[task].judge(content).finding_sentence("id")


@pytest.mark.parametrize("task", POINTS)
def test_the_pages_on_the_disk_are_what_counts(task, tmp_path):
    folder = tmp_path / "situs"
    folder.mkdir()
    for name, text in site().items():
        (folder / name).write_bytes(text)
    rules = RULE_SETS[task]
    assert rules.judge(rules.gather({"halaman": {"index.html": "lama"}}, folder)).holds
    assert rules.gather is gather


def test_part_of_the_texts_earns_part_of_the_points():
    texts = site(produk_html=page("Produk", *NAV, body="<p style='color:yellow'>Promo</p>"))
    assert 10 < judged("s05-kontras", texts).points(20) < 20


@pytest.mark.parametrize("task", ["s05-kontras", "s05-huruf"])
def test_a_site_as_the_browser_shows_it_earns_nothing_for_what_nobody_chose(task):
    report = judged(task, site(""))
    assert report.points(20) == 0
    assert report.finding.finding.mistake == "untouched"


@pytest.mark.parametrize(
    "css",
    [
        "body{color:black;background:white}",
        "p{color:#000}",
        "body{background-color:#fff}",
        ":root{--a:1}body{color:black}",
    ],
)
def test_black_on_white_that_was_chosen_is_a_choice(css):
    assert judged("s05-kontras", site(css)).points(20) == 20


def test_colours_alone_are_style_enough_for_text_that_is_large_enough():
    assert judged("s05-huruf", site("body{color:navy}")).points(15) == 15


def test_one_page_that_leads_to_itself_earns_a_part_for_its_links():
    report = judged("s05-tautan", {"index.html": page("Beranda", ("index.html", "Beranda")).encode()})
    assert report.points(30) == pytest.approx(30 * (0.33 + 0.33) / 3, abs=0.1)


def test_pages_copied_from_the_templates_are_no_pages_of_hers_yet():
    folder = Path(lentera.__file__).parent / "widgets" / "editor" / "templates"
    texts = {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "kosong.html"}
    texts["index.html"] = page("Beranda", *NAV).encode()
    report = judged("s05-tautan", texts)
    assert report.finding.finding.mistake == "template"
    assert "NAMA" in report.finding_sentence("id")
    assert report.points(30) < 24
