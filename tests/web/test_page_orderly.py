"""Pages that are in order: their tree is built at once, and it is the one that the long way builds."""

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.web.pages import BODY_LINE, FRAME, cases
from tests.web.test_page import of_html5lib, pieces

from lentera.web.page_orderly import plant_in_order
from lentera.web.page_tree import build_tree
from lentera.web.tags import read_tags
from lentera.web.tags_mending import read_mended
from lentera.web.tags_tokens import Lines

HEAD = (
    '<!DOCTYPE html>\n<html lang="id">\n<head>\n  <meta charset="utf-8">\n  <title>Toko &amp; kue</title>\n'
    "<style>p > a { color: red }</style><!-- a -->\n</head>\n<body class='a b'>\n"
)
FOOT = "</body>\n</html>\n"
WORDS = st.sampled_from(["teks", " ", "\n", "Rp5.000 &lt; Rp6.000", "a &amp; b", "<!-- catatan -->", "é”"])
ATTRIBUTES = st.sampled_from(["", "", ' class="a b"', " id='x'", ' hidden style="color: red"'])
INLINE = ["a", "abbr", "b", "button", "code", "em", "i", "label", "mark", "s", "small", "span", "strong", "u"]
VOIDS = ["<br>", "<br/>", '<img src="a.jpg" alt="b">', '<input type="text">', "<wbr>"]
NARROW = ["p", "h1", "h2", "h6"]
ROOMS = ["div", "main", "section", "article", "nav", "form", "blockquote", "figure", "details", "footer"]


def tag(name, inside):
    return st.builds(lambda given, text: f"<{name}{given}>{text}</{name}>", ATTRIBUTES, inside)


def several(part, most=4):
    return st.lists(part, max_size=most).map("".join)


LINES = st.recursive(
    WORDS | st.sampled_from(VOIDS),
    lambda inner: st.one_of([tag(name, several(inner, 3)) for name in INLINE]),
    max_leaves=6,
)
CELLS = several(st.one_of(tag("td", several(LINES)), tag("th", several(LINES)), st.just("\n")))
ROWS = several(st.one_of(tag("tr", CELLS), st.just("\n  ")))
BLOCKS = st.recursive(
    st.one_of([tag(name, several(LINES)) for name in NARROW] + [st.just("<hr>"), LINES]),
    lambda inner: st.one_of(
        [tag(name, several(inner)) for name in ROOMS]
        + [tag(name, several(tag("li", several(inner)) | st.just("\n"))) for name in ("ul", "ol")]
        + [tag("dl", several(tag("dt", several(LINES)) | tag("dd", several(inner))))]
        + [
            tag("table", ROWS),
            tag("table", st.builds("{}\n{}".format, tag("thead", ROWS), tag("tbody", ROWS))),
        ]
    ),
    max_leaves=12,
)
PAGES = several(BLOCKS, 6).map(lambda body: f"{HEAD}{body}{FOOT}")


def planted(text):
    mended = read_mended(text)
    return None if mended.slips or mended.guessed else plant_in_order(text, mended.tokens, Lines(text))


def linked(soup):
    """Give every node with all it is linked to and all it knows."""

    def name(node):
        return (node.name, node.sourceline, node.sourcepos) if isinstance(node, Tag) else (type(node), node)

    around = ("parent", "next_element", "previous_element", "next_sibling", "previous_sibling")
    return [
        (name(node), *(name(getattr(node, one)) if getattr(node, one) else None for one in around))
        + ((node.attrs, node.namespace) if isinstance(node, Tag) else ())
        for node in soup.descendants
    ]


def is_as_the_long_way(text, soup):
    reading = read_tags(text, read_mended(text))
    assert reading.slips == ()
    assert linked(soup) == linked(build_tree(text, Lines(text))[0])
    assert pieces(soup) == pieces(of_html5lib(text))


@settings(max_examples=150, deadline=None)
@given(PAGES)
def test_a_page_in_order_has_the_tree_of_the_long_way_and_no_slip(text):
    soup = planted(text)
    assume(soup is not None)
    is_as_the_long_way(text, soup)


@settings(max_examples=150, deadline=None)
@given(PAGES, st.data())
def test_a_page_that_was_damaged_is_left_to_the_long_way_or_has_its_tree(text, data):
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 9)))
        put = data.draw(
            st.sampled_from(["", "<p>", "</p>", "<li>", "</ul>", "<h2>", "</b>", "<a>", "x", "\n", "<td>"])
        )
        text = text[:start] + put + text[end:]
    soup = planted(text)
    if soup is not None:
        is_as_the_long_way(text, soup)


def test_the_pages_of_the_lessons_are_in_order():
    body = (
        "<main>\n<p>Buka <b>setiap</b> hari.</p>\n<ul>\n  <li>satu</li>\n</ul>\n"
        "<table>\n<tr><th>Berat</th><td>150 g</td></tr>\n</table>\n</main>\n"
    )
    soup = planted(FRAME.format(body=body))
    assert soup is not None
    assert [tag.name for tag in soup.find_all(True)][5:] == (
        ["h1", "main", "p", "b", "ul", "li", "table", "tbody", "tr", "th", "td"]
    )
    assert soup.table.sourceline == BODY_LINE + 5
    assert soup.tbody.sourceline is None


@pytest.mark.parametrize(
    "body",
    [
        "<p>satu", "<p>satu</b></p>", "<p><b>satu</p></b>", "<p><p>satu</p></p>", "<p><div>satu</div></p>",
        "<b><p>satu</p></b>", "<h1><h2>satu</h2></h1>", "<a href='x'>a<span><a>b</a></span></a>", "<li>satu</li>",
        "<ul>satu</ul>", "<ul><p>satu</p></ul>", "<table>satu</table>", "<table><td>satu</td></table>", "<tr></tr>",
        "<table><tr></tr><thead></thead></table>", "<div/>", "<br></br>", "<pre>\nsatu</pre>", "<svg></svg>",
        "<select><option>a</option></select>", "<textarea>a</textarea>", "<script>a</script>", "<body>", "<ph>a</ph>",
        "<form><div><form></form></div></form>", "<title>a</title>", "</body>satu", "</body></html><p>satu</p>",
        "<p a=1 a=2>satu</p>", "a &nbsp b", "<div>" * 90 + "</div>" * 90, "<button><i><button>a</button></i></button>",
    ],
)  # fmt: skip
def test_what_is_not_plainly_in_order_is_left_to_the_long_way(body):
    assert planted(f"{HEAD}{body}{FOOT}") is None


@pytest.mark.parametrize(
    "text",
    [
        "", "satu", "<p>satu</p>", "<!DOCTYPE html>", "<html><head></head><body></body></html>",
        "<!DOCTYPE html><html><body></body></html>", "<!DOCTYPE html><html><head></head></html>",
        "<!DOCTYPE html><html><head></head><head></head><body></body></html>", "<!-- a -->" + HEAD + FOOT,
        "<!DOCTYPE html SYSTEM 'about:legacy-compat'>" + HEAD[15:] + FOOT, HEAD + FOOT + "<!-- a -->",
        HEAD.replace("</title>", "") + FOOT, HEAD + "</html>", HEAD.replace("<title>", "satu<title>") + FOOT,
    ],
)  # fmt: skip
def test_a_page_without_its_parts_in_their_order_is_left_to_the_long_way(text):
    assert planted(text) is None


@pytest.mark.parametrize("name", [name for name, case in cases().items() if not case.large])
def test_the_soup_is_the_one_that_beautiful_soup_makes(name):
    text = (
        cases()[name]
        .content.decode("utf-8", "replace")
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\0", "")
    )
    ours, theirs = build_tree(text, Lines(text))[0], of_html5lib(text)
    assert isinstance(ours, BeautifulSoup)
    assert str(ours).split() == str(theirs).split()
    assert [node.name for node in ours.select("body *")] == [node.name for node in theirs.select("body *")]
