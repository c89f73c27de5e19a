"""The sentences on tags: each kind is said in plain Indonesian, and what is named is what the writer did."""

from pathlib import Path

import pytest
from tests.web.pages import BODY_LINE, FRAME, cases

from lentera.course.style import StyleSeverity, TextKind, lint_text
from lentera.web import Site
from lentera.web.checking import check_page, rules_of
from lentera.web.page import parse_page
from lentera.web.rules_tags import CODES
from lentera.web.tags_names import KNOWN, OLD, VOID, attribute_meant_by, meant_by

OURS = ("readable", "tags", "structure", "meaning")
SAMPLE = {
    "{tag}": "<p>", "{nama}": "Paragraf", "{penutup}": "</p>", "{baris}": "12", "{n}": " Ada 3 yang seperti ini.", "{lain}": "</h2>",
    "{isi}": "<ul>", "{atribut}": "alt", "{maksud}": "src", "{tanda}": ".", "{anak}": "<li>", "{teks}": "NAMA USAHA", "{jumlah}": "2",
    "{dari}": "h1", "{ke}": "h3", "{boleh}": "h2", "{Sapaan}": "Ibu", "{sapaan}": "Bu",
}  # fmt: skip


def errors(body):
    page = parse_page("coba.html", FRAME.format(body=body).encode())
    return [(error.code, error.line - BODY_LINE + 1, error.details.get("tag")) for error in page.errors]


def texts():
    for group in OURS:
        for rule in rules_of(group):
            yield f"{rule.id} holds", rule.holds
            for name, remark in rule.mistakes.items():
                yield f"{rule.id}/{name} says", remark.says
                yield f"{rule.id}/{name} next", remark.next


def test_there_are_at_least_25_kinds():
    assert sum(map(len, CODES.values())) >= 25


def test_every_kind_is_shown_by_a_page():
    shown = {case.finding.rpartition("/")[2] for case in cases().values() if case.finding}
    missing = {code for codes in CODES.values() for code in codes} - shown
    # These follow others or are shown below.
    assert missing == {"doctype_late", "table_place"}


@pytest.mark.parametrize(("name", "saying"), [pytest.param(*row, id=row[0]) for row in texts()])
def test_the_sentences_are_plain(name, saying):
    said = saying.id
    for blank, sample in SAMPLE.items():
        said = said.replace(blank, sample)
    assert "{" not in said
    faults = (
        [fault for fault in lint_text(said, TextKind.FEEDBACK) if fault.severity is StyleSeverity.ERROR]
        if said
        else []
    )
    assert faults == []
    assert bool(saying.id) == bool(saying.en)


@pytest.mark.parametrize("word", ["salah", "gagal", "gampang", "cukup", "tinggal", "di atas", "di sini"])
def test_no_sentence_scolds(word):
    for name, saying in texts():
        said = saying.id.lower().replace(".", " ").replace(",", " ")
        assert f" {word} " not in f" {said} ", name


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<table><tr><td>a<td>b<tr><td>c</table>", [("unclosed", 1, "tr"), ("unclosed", 1, "td"), ("unclosed", 1, "td"), ("unclosed", 1, "tr"), ("unclosed", 1, "td")]),
        ("<td>a</td>", [("table_place", 1, "td")]),
        ("<a href='a.html'>A<a href='b.html'>B</a>", [("unclosed", 1, "a")]),
        ("<p><em>a\n<p>b</p>\n<p>c</p>", [("unclosed", 1, "p"), ("unclosed", 1, "em")]),
        ("<div><p>a</div></p>", [("crossed", 1, "p")]),
        ("<div>\n<div>\n<p>a</p>\n</div>", [("unclosed", 1, "div")]),
        ("<strong><p>a</p></strong>", [("block_inside", 1, "strong")]),
        ("<ul><li>A</ul></li>", [("crossed", 1, "li")]),
        ("<h2>A\n<h2>B</h2>", [("unclosed", 1, "h2")]),
        ("<p>a</p>\n<p>b</p\n<p>c</p>\n<h2>d</h2", [("bracket", 2, "/p"), ("bracket", 4, "/h2")]),
        ("<li Pisang</li>", [("li_outside", 1, "li"), ("bracket", 1, "li")]),
        ("<h2Cerita</h2>", [("bracket", 1, "h2")]),
        ("<svg viewBox='0 0 1 1'><path d='M0 0'/><foo/></svg>", []),
        ("<x-kartu>a</x-kartu>", []),
        ("<p>a<!-- b\n<p>c</p>", [("unclosed", 1, "p"), ("comment", 1, None)]),
        ("<style>p > a {}\n", [("unclosed", 1, "style")]),
        ("<textarea><p></textarea>", []),
    ],
)  # fmt: skip
def test_what_is_named_is_what_was_done(body, expected):
    assert sorted(errors(body), key=str) == sorted(expected, key=str)


def test_a_doctype_behind_content_is_told_to_move():
    page = parse_page("coba.html", b"<p>a</p>\n<!DOCTYPE html>")
    assert [(error.code, error.line) for error in page.errors] == [("doctype_late", 2)]


def test_a_doctype_may_follow_a_comment():
    assert parse_page("coba.html", b"<!-- a -->\n<!DOCTYPE html>\n<p>a</p>").errors == ()


@pytest.mark.parametrize(
    ("written", "meant"),
    [("hl", "h1"), ("ph", "p"), ("image", "img"), ("paragraf", "p"), ("stong", "strong"), ("tittle", "title"), ("bdy", "body"), ("h1.", "h1"), ("qwxyz", "")],
)  # fmt: skip
def test_a_misspelt_tag_is_guessed(written, meant):
    assert meant_by(written) == meant


@pytest.mark.parametrize(
    ("tag", "written", "meant"),
    [("img", "scr", "src"), ("img", "atl", "alt"), ("a", "herf", "href"), ("a", "hrf", "href"), ("img", "src", ""), ("img", "data-x", ""), ("p", "scr", "")],
)  # fmt: skip
def test_a_misspelt_attribute_is_guessed(tag, written, meant):
    assert attribute_meant_by(tag, written) == meant


def test_known_and_old_names_are_apart():
    assert VOID <= KNOWN
    assert not KNOWN & (OLD - {"noembed", "noframes", "xmp"})


def test_one_forgotten_quote_is_one_sentence_however_much_it_swallows():
    body = (
        '<a href="produk.html>Produk</a>\n'
        + "<h2>Bagian</h2>\n<p>Teks.</p>\n" * 30
        + '<p class="x">Akhir</p>\n'
    )
    page = parse_page("coba.html", FRAME.format(body=body).encode())
    assert [(error.code, error.line) for error in page.errors] == [("quote", BODY_LINE)]
    site = Site({"coba.html": FRAME.format(body=body).encode()})
    report = check_page(site, "coba.html", groups=("readable", "tags", "structure", "meaning"))
    assert [verdict.rule.id for verdict in report.all_findings] == ["web.tags.quotes"]


def test_every_rule_file_is_read():
    folder = Path(__file__).parents[2] / "toolkit/lentera/web/texts"
    assert {"tags.toml", "readable.toml", "structure.toml", "meaning.toml"} <= {
        path.name for path in folder.iterdir()
    }
