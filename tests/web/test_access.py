"""Whether everybody can use a page: right pages pass, and each sentence names the place and the one next step."""

import pytest

from lentera.web.cascade import text_looks
from lentera.web.checking import check_page
from lentera.web.page import parse_page
from lentera.web.rules_access import RULES
from lentera.web.site import Site


def found(body, css="", head="", declared=None, html='<html lang="id">'):
    text = f"<!doctype html>\n{html}<head><title>x</title>{head}<style>{css}</style></head>\n<body>{body}</body></html>"
    report = check_page(Site({"index.html": text.encode()}), "index.html", declared, groups=["access"])
    return {verdict.rule.id.removeprefix("access."): verdict for verdict in report.all_findings}


def mistakes(*args, **kwargs):
    return {name: verdict.finding.mistake for name, verdict in found(*args, **kwargs).items()}


RIGHT = [
    "<h1>Keripik</h1><p>Renyah <a href='produk.html'>Daftar produk</a></p>",
    "<p><img src=a.jpg alt='Sebungkus keripik pisang, plastik bening'></p>",
    "<a href='produk.html'><img src=a.jpg alt='Daftar produk'></a>",
    "<a href='produk.html'><img src=a.jpg alt='' role=presentation> Daftar produk</a>",
    "<label>Nama <input></label><label for=b>Pesan</label><textarea id=b></textarea><input type=submit value=Kirim><input type=hidden>",
    "<select aria-label='Rasa'><option>Asin</select><span id=k>Jumlah</span><input aria-labelledby=k>",
    "<table><tr><th>Rasa</th><th>Harga</th></tr><tr><td>Asin</td><td>Rp11.000</td></tr></table>",
    "<a href=a.html>Beranda</a><a href=a.html>Beranda</a><a href='a.html#x' aria-label='Cara memesan'>&gt;</a>",
    "<p>x<sup>2</sup> <small>catatan</small> <code>kode</code></p><h4>kecil</h4>",
    "<button>Pesan</button><input type=button value=Kirim>",
]  # fmt: skip


@pytest.mark.parametrize("body", RIGHT)
def test_a_page_that_everybody_can_use_passes(body):
    assert mistakes(body) == {}


@pytest.mark.parametrize(
    ("body", "rule", "mistake", "line"),
    [
        ("\n<img src=a.jpg>", "alt", "missing", "4"),
        ("<img src=a.jpg alt=''>", "alt", "empty", "3"),
        ("<a href=b.html><img src=a.jpg alt=''></a>", "alt", "empty_link", "3"),
        ("<img src=a.jpg alt='IMG_2041.jpg'>", "alt", "file_name", "3"),
        ("<img src=foto/keripik-2.jpg alt='keripik-2'>", "alt", "file_name", "3"),
        ("<img src=a.jpg alt='Gambar keripik pisang'>", "alt", "says_picture", "3"),
        ("<img src=a.jpg alt='foto'>", "alt", "says_picture", "3"),
        ("<input>", "labels", "missing", "3"),
        ("<input placeholder=Nama>", "labels", "placeholder", "3"),
        ("<label for=nama>Nama</label><input id=nma>", "labels", "elsewhere", "3"),
        ("<label for=a></label><input id=a>", "labels", "missing", "3"),
        ("<a href=a.html>Klik di sini!</a>", "links", "vague", "3"),
        ("<a href=a.html>baca  SELENGKAPNYA…</a>", "links", "vague", "3"),
        ("<a href=a.html>link</a>", "links", "vague", "3"),
        ("<a href=a.html> </a>", "links", "empty", "3"),
        ("<a href=a.html>produk.html</a>", "links", "address", "3"),
        ("<a href=a.html>https://contoh.id/a</a>", "links", "address", "3"),
        ("<a href=a.html>Produk</a>\n<a href=b.html>Produk</a>", "links", "same", "4"),
        ("<table><tr><td>a</td></tr></table>", "tables", "heads", "3"),
        ("<p style='color:#777'>a</p>", "contrast", "low", "3"),
        ("<p style='color:#666;background:#333'>a</p>", "contrast", "low", "3"),
        ("<p style='color:#888;background:#444'>a</p>", "contrast", "low_on_dark", "3"),
        ("<p style='font-size:15.9px'>a</p>", "size", "small", "3"),
        ("<p><small style='font-size:11px'>a</small></p>", "size", "small", "3"),
    ],
)  # fmt: skip
def test_each_obstacle_is_told_with_its_line(body, rule, mistake, line):
    verdicts = found(body)
    assert verdicts[rule].finding.mistake in {mistake, "low_on_dark" if mistake == "low" else mistake}
    assert verdicts[rule].finding.details["baris"] == line
    for language in ("id", "en"):
        assert "{" not in verdicts[rule].sentence(language) + verdicts[rule].next_step(language)


def test_a_picture_that_only_decorates_is_declared_so():
    assert mistakes("<img src='hias/garis.png' alt=''>", declared={"hiasan": ["hias/garis.png"]}) == {}
    assert (
        mistakes(
            "<a href=b.html><img src='hias/garis.png' alt=''></a>", declared={"hiasan": ["hias/garis.png"]}
        )["alt"]
        == "empty_link"
    )


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<html>", "missing"),
        ("", "missing"),
        ("<html lang=''>", "missing"),
        ("<html lang=indonesia>", "odd"),
        ("<html lang=in>", "odd"),
        ("<html lang=id-ID>", None),
        ("<html lang=jv>", None),
        ("<html lang=ban>", None),
    ],
)
def test_the_language_of_the_page(html, expected):
    assert mistakes("<p>a</p>", html=html).get("language") == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("width=device-width, initial-scale=1", None),
        ("width=device-width,user-scalable=no", "shut"),
        ("user-scalable=0", "shut"),
        ("maximum-scale=1.0", "narrow"),
        ("maximum-scale=5", None),
        ("apa saja", None),
    ],
)
def test_nobody_is_kept_from_making_the_page_larger(content, expected):
    assert mistakes("<p>a</p>", head=f'<meta name="viewport" content="{content}">').get("zoom") == expected


def test_the_sentence_tells_colours_ratio_and_how_many():
    verdict = found("<p style='color:#aaa'>a</p><p style='color:#aaa'>b</p>")["contrast"]
    assert (
        verdict.sentence("id")
        == "Teks abu-abu terang di putih, baris 3: kontrasnya 2,3 : 1. Ada 2 yang seperti ini."
    )
    assert "4,5 : 1" in verdict.next_step("id")


@pytest.mark.parametrize(
    ("css", "low"),
    [
        ("h1{color:#777}", False),
        ("h1{color:#999}", True),
        ("p{color:#777;font-size:24px}", False),
        ("p{color:#777;font-size:23px}", True),
        ("p{color:#777;font-size:18.7px;font-weight:bold}", False),
        ("p{color:#767676}", False),
    ],
)
def test_large_text_needs_less(css, low):
    assert ("contrast" in mistakes("<h1>Besar</h1><p>biasa</p>", css)) is low


def test_a_small_screen_counts_too():
    css = "@media (max-width:600px){p{color:#aaa;font-size:12px}}"
    assert {"contrast", "size"} <= set(mistakes("<p>a</p>", css))


def test_a_text_on_a_picture_is_not_judged_and_said_to_be_unknown():
    css = "div{background:url(a.png);color:white}p{background:white;color:black}"
    text = f"<!doctype html><html lang=id><style>{css}</style><div>a<p>b</p></div>"
    site = Site({"index.html": text.encode()})
    looks = text_looks(site, parse_page("index.html", text.encode()))
    assert [look.enough for look in looks] == [None, True]
    assert "contrast" not in mistakes("<div>a<p>b</p></div>", css)


def test_hidden_text_is_not_judged():
    assert (
        mistakes(
            "<p hidden style='color:white'>a</p><p style='display:none;color:white'>b</p><script>x</script>"
        )
        == {}
    )


def test_every_rule_is_worded_in_both_languages():
    for rule in RULES:
        for remark in rule.mistakes.values():
            assert remark.says.id
            assert remark.says.en
            assert remark.next.id
            assert remark.next.en
