"""The five tasks of the first page: right in several ways, and each typical mistake with what it still earns."""

import pytest
from tests.web.pages import FRAME, cases

from lentera.course.style import StyleSeverity, TextKind, lint_text
from lentera.tasks import RULE_SETS
from lentera.web import Picture, Site
from lentera.web.tasks import profile

PICTURES = {
    "foto/keripik.jpg": Picture(40_000, 600, 400),
    "Logo.PNG": Picture(9_000, 60, 60),
    "rusak.jpg": Picture(10, whole=False),
}
POINTS = {"s03-judul": 10, "s03-paragraf": 15, "s03-daftar": 15, "s03-gambar": 20, "s03-tag": 20}
IMAGE = '<img src="foto/keripik.jpg" alt="Sebungkus keripik pisang, label kuning">\n'
TEXTS = "<p>Keripik pisang dari Sepaku.</p>\n<p>Renyah dan gurih.</p>\n"
LIST = "<ul>\n<li>Asin</li>\n<li>Manis</li>\n<li>Pedas</li>\n</ul>\n"
RIGHT = FRAME.format(body=TEXTS + LIST + IMAGE)
HEAD, TAIL = FRAME.split("<h1>")[0], "</body>\n</html>\n"


def judged(task, page, name="index.html"):
    site = Site({name: page.encode()}, PICTURES)
    return RULE_SETS[task].judge({"situs": site})


def mistakes(report):
    return [verdict.finding.mistake for verdict in report.verdicts if not verdict.holds]


def body(*lines):
    return HEAD + "\n".join(lines) + "\n" + TAIL


# Right

ANOTHER = body(
    "<H1>Warung <em>Bu Rahma</em></H1>",
    "<section><p class=a>Kami menjual kue.</p><div><p>Buka jam 8.</p></div></section>",
    "<ol><li>Kue lapis</li><li><a href='a.html'>Bika</a></li><li><img src='Logo.PNG' alt='Cap bulat berwarna kuning'></li><li>Dadar</li></ol>",
)
THIRD = body(
    "<header><h1><img src='foto/keripik.jpg' alt='Tulisan Keripik Rahma'></h1></header>",
    "<p>Halo! 🍌</p><p>Selamat datang.</p><p></p>",
    "<ul><li>Satu<ul><li>a</li></ul></li><li>Dua</li><li>Tiga</li></ul>",
)


@pytest.mark.parametrize("page", [RIGHT, ANOTHER, THIRD], ids=["usual", "another", "third"])
@pytest.mark.parametrize("task", POINTS)
def test_a_right_page_earns_everything_in_more_than_one_way(task, page):
    report = judged(task, page)
    assert report.holds, (report.finding_sentence("id"), mistakes(report))
    assert report.points(POINTS[task]) == POINTS[task]
    assert len(report.praise("id")) == 1


@pytest.mark.parametrize("task", POINTS)
def test_the_only_page_counts_whatever_its_name(task):
    assert judged(task, RIGHT, name="profil.html").holds


@pytest.mark.parametrize("task", POINTS)
def test_of_two_pages_the_first_is_judged(task):
    site = Site({"lain.html": b"", "index.html": RIGHT.encode()}, PICTURES)
    assert RULE_SETS[task].judge({"situs": site}).holds


@pytest.mark.parametrize("task", POINTS)
def test_two_pages_without_a_first_one_are_told_to_name_it(task):
    site = Site({"a.html": RIGHT.encode(), "b.html": RIGHT.encode()}, PICTURES)
    report = RULE_SETS[task].judge({"situs": site})
    assert set(mistakes(report)) == {"no_page"}
    assert "index.html" in report.next_step("id")
    assert report.share == 0


@pytest.mark.parametrize("task", POINTS)
def test_no_answer_and_a_damaged_one_have_sentences(task):
    assert "index.html" in RULE_SETS[task].judge(None).finding_sentence("id")
    assert (
        RULE_SETS[task].judge({"situs": "rusak"}).finding_sentence("id").startswith("Halaman belum terbaca")
    )


@pytest.mark.parametrize("task", POINTS)
def test_an_empty_page_earns_nothing(task):
    report = judged(task, "")
    assert report.points(POINTS[task]) == 0
    assert report.finding_sentence("id")


@pytest.mark.parametrize("task", POINTS)
def test_the_template_as_it_comes_earns_nothing(task):
    page = body(
        "<h1>NAMA USAHA</h1>", "<p>APA YANG DIJUAL</p>", "<p>CERITA SINGKAT</p>", "<h2>Pilihan</h2>",
        "<ul><li>PILIHAN 1</li><li>PILIHAN 2</li><li>PILIHAN 3</li></ul>",
    )  # fmt: skip
    report = judged(task, page)
    assert report.points(POINTS[task]) == 0


def test_one_forgotten_quote_costs_only_the_quotes():
    page = RIGHT.replace('label kuning"', "label kuning").replace("<p>Renyah", '<p class="b">Renyah')
    assert {task: judged(task, page).share for task in POINTS} == {
        "s03-judul": 1, "s03-paragraf": 1, "s03-daftar": 1, "s03-gambar": 1, "s03-tag": 1 - 5 / 20 / 2,
    }  # fmt: skip


def test_the_folder_is_gathered(tmp_path):
    (tmp_path / "index.html").write_text(RIGHT, encoding="utf-8")
    content = profile.HEADING.gather(None, tmp_path)
    assert profile.HEADING.judge(content).holds


# Each typical mistake


@pytest.mark.parametrize(
    ("page", "mistake", "share", "said"),
    [
        (body("<p>a b c</p>"), "none", 0, "<h1>"),
        (body("<h1></h1>"), "empty", 0, "baris 5"),
        (body("<h1> &nbsp; </h1>"), "empty", 0, "baris 5"),
        (body("<h1>NAMA USAHA</h1>"), "placeholder", 0, "NAMA USAHA"),
        (body("<h1>Satu</h1>", "<h1>Dua</h1>"), "many", 0.5, "baris 6"),
        (body("<h1>Satu</h1>", "<h1></h1>"), "empty", 0.5, "baris 6"),
        (body("<h2>Toko</h2>"), "lower", 0.3, "h2"),
        (body("<p><b>Toko Rahma</b></p>", "<p>Teks.</p>"), "bold", 0.2, "huruf tebal"),
    ],
)
def test_the_heading(page, mistake, share, said):
    report = judged("s03-judul", page)
    assert mistakes(report) == [mistake]
    assert report.share == pytest.approx(share)
    assert said in report.finding_sentence("id") + report.next_step("id")


@pytest.mark.parametrize(
    ("page", "mistake", "share"),
    [
        (body("<h1>Toko</h1>"), "none", 0),
        (body("<h1>Toko</h1>", "<p>Satu.</p>"), "one", 0.5),
        (body("<p>Satu.</p>", "<p></p>"), "empty", 0.5),
        (body("<p>Satu.</p>", "<p>CERITA SINGKAT</p>"), "placeholder", 0.5),
        (body("<p>Satu cerita.<br><br>Dua cerita.</p>"), "breaks", 0.5),
        (body("Keripik pisang dari Sepaku."), "loose", 0),
        (body("<p>🍌</p>", "<p>...</p>"), "empty", 0),
    ],
)
def test_the_paragraphs(page, mistake, share):
    report = judged("s03-paragraf", page)
    assert mistakes(report) == [mistake]
    assert report.share == pytest.approx(share)


@pytest.mark.parametrize(
    ("page", "mistake", "share"),
    [
        (body("<p>a</p>"), "none", 0),
        (body("<ul></ul>"), "no_items", 0),
        (body("<ul><li>a</li></ul>"), "few", 1 / 3),
        (body("<ul><li>a</li><li>b</li></ul>"), "few", 2 / 3),
        (body("<ul><li>a</li><li>b</li><li></li></ul>"), "empty", 2 / 3),
        (body("<ul><li>a</li><li>b</li><li>PILIHAN 3</li></ul>"), "placeholder", 2 / 3),
        (body("<ul><li>a</li><li>b</li></ul>", "<ul><li>c</li></ul>"), "split", 2 / 3),
        (body("<li>a</li><li>b</li><li>c</li>"), "outside", 0.3),
        (body("<p>- a<br>- b<br>- c</p>"), "dashes", 0.2),
        (body("<ul><li>a<ul><li>b</li><li>c</li></ul></li></ul>"), "split", 2 / 3),
    ],
)
def test_the_list(page, mistake, share):
    report = judged("s03-daftar", page)
    assert mistakes(report) == [mistake]
    assert report.share == pytest.approx(share)


def image(src="foto/keripik.jpg", alt="Sebungkus keripik pisang"):
    return body(f'<img src="{src}" alt="{alt}">')


@pytest.mark.parametrize(
    ("page", "expected", "share"),
    [
        (body("<p>a</p>"), ["none", "none"], 0),
        (image(src=""), ["no_source"], 0.5),
        (image(src="tidak.jpg"), ["no_file"], 0.5),
        (image(src="keripik.jpg"), ["meant"], 0.75),
        (image(src="foto/Keripik.jpg"), ["meant"], 0.75),
        (image(src="foto\\keripik.jpg"), ["meant"], 0.75),
        (image(src="logo.png"), ["meant"], 0.75),
        (image(src="https://contoh.test/a.jpg"), ["away"], 0.5),
        (image(src="C:\\Users\\Rahma\\lain.jpg"), ["away"], 0.5),
        (image(src="rusak.jpg"), ["broken"], 0.5),
        (image(src="index.html"), ["no_picture"], 0.5),
        (body('<img src="foto/keripik.jpg">'), ["missing"], 0.5),
        (image(alt=""), ["empty"], 0.5),
        (image(alt="  ... "), ["empty"], 0.5),
        (image(alt="keripik.jpg"), ["file_name"], 0.5),
        (image(src="foto/keripik.jpg", alt="IMG_2026.JPG"), ["file_name"], 0.5),
        (image(alt="gambar keripik pisang"), ["begins"], 0.75),
        (image(alt="Foto: kue"), ["begins"], 0.5),
        (image(alt="Keripik"), ["short"], 0.65),
        (image(alt="Keripik pisang " * 12), ["long"], 0.85),
        (image(alt="aaaaaaaaaaaaaa"), ["repeated"], 0.5),
        (image(alt="NAMA PRODUK saya"), ["placeholder"], 0.5),
        (image(src="tidak.jpg", alt="tidak.jpg"), ["no_file", "file_name"], 0),
    ],
)  # fmt: skip
def test_the_picture(page, expected, share):
    report = judged("s03-gambar", page)
    assert mistakes(report) == expected
    assert report.share == pytest.approx(share)


@pytest.mark.parametrize("alt", ["0123456789", "x" * 10, "Sepiring kue"])
def test_ten_letters_are_the_least(alt):
    report = judged("s03-gambar", image(alt=alt))
    assert "short" not in mistakes(report)


def test_the_best_picture_counts():
    page = body('<img src="tidak.jpg" alt="">', IMAGE, '<img src="Logo.PNG" alt="logo">')
    assert judged("s03-gambar", page).holds


@pytest.mark.parametrize(
    ("page", "mistake", "share"),
    [
        (body("<h1>Toko<h1>"), "slash", 1 - 15 / 20 / 2),
        (body("<h1>Toko"), "unclosed", 1 - 15 / 20 / 2),
        (body("<h1>Toko</h1>", "<p>a", "<p>b"), "unclosed", 1 - 15 / 20 * 0.75),
        (body("<h1>Toko</h1>", "<p>a", "<p>b", "<p>c"), "unclosed", 5 / 20),
        (body("<h1>Toko</h2>"), "other_end", 1 - 15 / 20 / 2),
        (body("<p><b>Toko</p></b>"), "crossed", 1 - 15 / 20 / 2),
        (body("<p>Toko</p>", '<p class="a>b</p>', '<p class="c">d</p>'), "quote", 1 - 5 / 20 / 2),
        (body("<p>Toko</p>", "<p class=“a”>b</p>"), "smart_quotes", 1 - 5 / 20 / 2),
        (body("<h1>Toko</h1"), "bracket", 1 - 15 / 20 / 2),
        (body("<p></p>"), "no_text", 0),
    ],
)
def test_the_tags(page, mistake, share):
    report = judged("s03-tag", page)
    assert mistakes(report)[0] == mistake
    assert report.share == pytest.approx(share)
    assert report.next_step("id")


@pytest.mark.parametrize("name", [name for name, case in cases().items() if case.finding is None])
def test_no_right_page_loses_points_for_its_tags(name):
    report = RULE_SETS["s03-tag"].judge({"situs": Site({"index.html": cases()[name].content}, PICTURES)})
    assert report.holds, report.finding_sentence("id")


@pytest.mark.parametrize("task", POINTS)
def test_the_sentences_are_plain_and_whole(task):
    for rule in RULE_SETS[task].rules:
        for name, remark in rule.mistakes.items():
            for saying in (remark.says, remark.next):
                said = saying.id
                for blank in (
                    "baris",
                    "jumlah",
                    "teks",
                    "gambar",
                    "maksud",
                    "kata",
                    "tag",
                    "nama",
                    "penutup",
                    "lain",
                    "tanda",
                    "atribut",
                    "isi",
                    "anak",
                    "n",
                    "Sapaan",
                ):
                    said = said.replace("{" + blank + "}", "12")
                assert "{" not in said, (name, said)
                faults = [
                    fault
                    for fault in lint_text(said, TextKind.FEEDBACK)
                    if fault.severity is StyleSeverity.ERROR
                ]
                assert faults == [], (name, said)
                assert saying.en
