"""Reading a page: the tree that a browser builds, true line numbers, and whatever bytes there are."""

import warnings

import pytest
from bs4 import BeautifulSoup, Comment, Doctype, NavigableString, Tag
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.web.pages import BODY_LINE, FRAME, cases

from lentera.web.page import parse_page
from lentera.web.reading import read_text
from lentera.web.tags_tokens import Lines

SNIPPETS = [
    "<p>", "</p>", "<p class='a b'>", "<h1>", "</h1>", "<h2>", "</h3>", "<ul>", "</ul>", "<ol>", "<li>", "</li>", "<b>",
    "</b>", "<i>", "</i>", "<a href='x.html'>", "</a>", "<table>", "</table>", "<tr>", "<td>", "</td>", "<th>", "<tbody>",
    "<caption>", "<div>", "</div>", "<span>", "</span>", "<br>", "</br>", "<br/>", "<img src=a.jpg alt=b>", "<image>", "<hr>",
    "<title>", "</title>", "<head>", "</head>", "<body>", "<body class=x>", "</body>", "<html lang=id>", "</html>",
    "<!DOCTYPE html>", "<!doctype>", "<!-- a -->", "<!-->", "<!-- a", "<!x>", "</ p>", "< p>", "<3", "<", ">", "&", "&amp;",
    "&amp", "&nbsp;", "&copy2", "&#65;", "&#x41", "&#0;", "&#128;", "&notit;", "teks", " ", "\n", "Rp5.000 < Rp6.000",
    "<style>p > a {}</style>", "<style>", "<textarea>", "</textarea>", "<pre>\n", "</pre>", "<select>", "<option>", "</select>",
    "<button>", "</button>", "<form>", "</form>", "<svg viewBox='0 0 1 1'>", "</svg>", "<g/>", "<title/>", "<math>", "<mi>",
    "<desc>", "<foreignObject>", "<![CDATA[x]]>", "<p a=1 a=2>", "<p a='", '<p a="x">', '<p a="x', '"', "'", "<p/>", "<p b/c>",
    "<ruby>", "<rt>", "<dl>", "<dt>", "<dd>", "<nobr>", "<font size=1>", "<center>", "<iframe>", "</iframe>", "<template>",
    "</template>", "<noscript>", "<frameset>", "<input type=hidden>", "<input>", "<label>", "<col>", "<colgroup>", "<main>",
]  # fmt: skip


def pieces(soup):
    """Give a tree as a flat list; blanks at the edges of texts are no difference."""
    found = []

    def text(said):
        said = " ".join(said.split())
        if said and found and found[-1][0] == "text":
            found[-1] = ("text", f"{found[-1][1]} {said}")
        elif said:
            found.append(("text", said))

    def walk(node):
        for child in node.children:
            if isinstance(child, Tag):
                found.append(("tag", child.name, dict(child.attrs)))
                walk(child)
                found.append(("end", child.name))
            elif isinstance(child, Comment):
                found.append(("comment", str(child)))
            elif isinstance(child, Doctype):
                found.append(("doctype", " ".join(str(child).split())))
            elif isinstance(child, NavigableString):
                text(child)

    walk(soup)
    return found


def of_html5lib(text):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return BeautifulSoup(text, "html5lib")


@pytest.mark.parametrize("name", [name for name, case in cases().items() if not case.large])
def test_the_tree_is_the_one_that_html5lib_builds_alone(name):
    page = parse_page("coba.html", cases()[name].content)
    assert pieces(page.soup) == pieces(of_html5lib(page.text))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(SNIPPETS), max_size=12).map("".join))
def test_any_soup_of_tags_gives_the_tree_of_html5lib(text):
    try:
        expected = pieces(of_html5lib(text))
    except (AssertionError, AttributeError, LookupError, TypeError, ValueError):
        parse_page("coba.html", text.encode())
        return
    assert pieces(parse_page("coba.html", text.encode()).soup) == expected


def test_what_html5lib_stumbles_over_ends_the_tree_there():
    text = "<h1>Toko</h1><math></select><colgroup><mi><select><select>"
    with pytest.raises(AssertionError):
        of_html5lib(text)
    assert [tag.name for tag in parse_page("coba.html", text.encode()).tags("h1")] == ["h1"]


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE\thtml>",
        "<!DOCTYPE html\n>",
        '<!DOCTYPE html PUBLIC "a" "b">',
        "<!DOCTYPE html SYSTEM 'about:legacy-compat'>",
    ],
)
def test_a_doctype_in_any_shape_is_read(doctype):
    assert pieces(parse_page("coba.html", doctype.encode()).soup) == pieces(of_html5lib(doctype))


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_every_tag_knows_the_line_where_it_begins(ends):
    body = "<p>satu</p>\n<p>dua\n<b>tiga</b></p>\n<img\n  src='a.jpg'\n  alt='b'\n>\n<ul>\n\n<li>empat</ul>\n"
    page = parse_page("coba.html", FRAME.format(body=body).replace("\n", ends).encode())
    lines = {tag.name: tag.sourceline for tag in page.soup.find_all(True)}
    assert (lines["html"], lines["head"], lines["title"], lines["body"], lines["h1"]) == (2, 3, 3, 4, 5)
    assert [tag.sourceline for tag in page.tags("p")] == [BODY_LINE, BODY_LINE + 1]
    assert (lines["b"], lines["img"]) == (BODY_LINE + 2, BODY_LINE + 3)
    assert (lines["ul"], lines["li"]) == (BODY_LINE + 7, BODY_LINE + 9)


def test_a_tag_that_the_browser_puts_in_has_no_line():
    page = parse_page("coba.html", b"<p>satu")
    assert [(tag.name, tag.sourceline) for tag in page.soup.find_all(True)] == [
        ("html", None),
        ("head", None),
        ("body", None),
        ("p", 1),
    ]


def test_a_tag_that_is_opened_anew_keeps_the_line_of_the_first():
    page = parse_page("coba.html", b"<p><b>satu\n\n<p>dua")
    assert [tag.sourceline for tag in page.tags("b")] == [1, 1]


def test_a_tag_in_a_drawing_or_formula_keeps_its_line_whatever_its_attributes_are_called():
    text = b"<p>a\n<svg viewbox='0 0 1 1'>\n<a xlink:href='x'>b</a></svg>\n<math><mi definitionurl='x'></mi></math>"
    page = parse_page("coba.html", text)
    lines = [tag.sourceline for name in ("svg", "a", "mi") for tag in page.tags(name)]
    assert lines == [2, 3, 4]


def test_the_same_bytes_are_read_once():
    assert parse_page("coba.html", b"<p>satu") is parse_page("coba.html", b"<p>satu")
    assert parse_page("lain.html", b"<p>satu").name == "lain.html"


def test_the_page_as_it_was_meant_holds_what_a_quote_swallowed():
    page = parse_page(
        "coba.html", b'<p><a href="produk.html>Produk</a></p>\n<h2>Cerita</h2>\n<p class="x">Isi</p>'
    )
    assert page.tags("h2") == []
    assert [tag.sourceline for tag in page.meant.tags("h2")] == [2]
    assert page.meant.tags("a")[0]["href"] == "produk.html"
    assert page.meant.tags("p")[1]["class"] == ["x"]


def test_a_page_without_slips_is_meant_as_it_is():
    page = parse_page("coba.html", FRAME.format(body="").encode())
    assert page.meant is page


@pytest.mark.parametrize(
    "content",
    [
        b"<div>" * 50_000,
        b"<b>" * 50_000,
        b"<b><p>" * 30_000,
        b"<table>" * 30_000,
        b"<p " * 150_000,
        b'<p a="' * 80_000,
        b"<title>" * 70_000,
        b"<!--" * 100_000,
        b"<" * 500_000,
        b"&" * 500_000,
        b"h1>" * 150_000,
        b"< b" * 150_000,
        b"<p>x" * 500_000,
        bytes(range(256)) * 8_000,
    ],
    ids=lambda content: content[:8].decode("latin-1").encode("unicode_escape").decode(),
)
def test_what_nobody_writes_by_hand_comes_back_all_the_same(content):
    page = parse_page("coba.html", content)
    assert len(page.errors) <= 1_500
    assert len(page.soup.find_all(True)) < 20_000
    assert page.meant.soup is not None


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_a_page(content):
    page = parse_page("coba.html", content)
    count = len(page.text.splitlines()) + 1
    assert all(1 <= error.line <= count + 1 and error.column >= 1 for error in page.errors)
    assert list(page.errors) == sorted(page.errors, key=lambda error: (error.line, error.column))


@pytest.mark.parametrize(
    ("content", "text", "codes"),
    [
        ("é”".encode(), "é”", []),
        (b"\xef\xbb\xbfhalo", "halo", []),
        ("halo".encode("utf-16"), "halo", ["utf16"]),
        ("halo".encode("utf-16-le"), "halo", ["utf16"]),
        ("halo".encode("utf-16-be"), "halo", ["utf16"]),
        ("kafé".encode("cp1252"), "kafé", ["not_utf8"]),
        (b"ha\0lo sekali", "halo sekali", ["nul"]),
        (b"a\r\nb\rc\n", "a\nb\nc\n", []),
        (b"", "", ["empty"]),
        (b"\x89PNG\r\n", "", ["picture"]),
    ],
)
def test_bytes_of_any_program_become_characters(content, text, codes):
    read, troubles = read_text(content)
    assert (read, [trouble.code for trouble in troubles]) == (text, codes)


def test_a_letter_cut_at_the_limit_is_no_trouble():
    from lentera.web.reading import LONGEST

    text, troubles = read_text(b"a" * (LONGEST - 1) + "é".encode() * 2)
    assert text == "a" * (LONGEST - 1)
    assert [trouble.code for trouble in troubles] == ["long"]


def test_lines_and_columns_count_from_one():
    lines = Lines("ab\nc\n\nd")
    assert [(lines.line(place), lines.column(place)) for place in (0, 1, 3, 5, 6)] == [
        (1, 1),
        (1, 2),
        (2, 1),
        (3, 1),
        (4, 1),
    ]
