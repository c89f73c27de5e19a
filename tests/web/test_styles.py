"""Styles as a beginner writes them: the first sentence names the cause, and what is right is let through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lentera.web.cascade_match import Index, read_selectors
from lentera.web.checking import check_page
from lentera.web.page import parse_page
from lentera.web.rules_style import RULES
from lentera.web.site import Site
from lentera.web.styles import linked_names, read_sheet, sheets_of
from lentera.web.styles_faults import faults_of_page, faults_of_sheet

RIGHT = [
    "", "/* catatan */", "body{color:red}", "body { color : Red ; }", "p{color:red;;}", "h1,h2{font-size:1.5em}", "p{line-height:1.5}", "p{margin:0}", "p{margin:0 auto}", "p{padding:4px 0 .5em 1rem}",
    ".kartu{border:1px solid #ccc;border-radius:8px}", "#satu>p+p~a:hover{color:rgb(1 2 3/.5)}", "a:not(.x):nth-child(2n+1){color:navy}", "p::first-line{font-weight:700}", "@media (max-width:600px){p{font-size:18px}}",
    "@import 'lain.css';\np{color:red}", "p{--utama:12;color:var(--utama)}", "p{width:calc(100% - 2rem)}", "body{background:#fff url('a.png') no-repeat center/cover}", "body{background:linear-gradient(red,blue)}",
    "p{font:bold 16px/1.5 Arial,sans-serif}", "ul{list-style:none}", "p{color:inherit;margin:initial}", "my-kartu{color:red}", "p{text-align:center!important}", '@charset "utf-8";p{color:red}', "p{content:'}{'}", "p{/* } */color:red}",
    "p{\r\n  color: red;\r\n}\r\n", ".kartu{color:navy;& h2{color:red}}", "p{-webkit-text-size-adjust:100%}", "center{color:red}", "p{font-family:Arial, 'Times New Roman'}", "@font-face{font-family:x;src:url(a.woff)}", "p{border-color:red blue}", "p{transition:color .2s}",
]  # fmt: skip


@pytest.mark.parametrize("css", RIGHT)
def test_styles_that_browsers_understand_have_no_fault(css):
    assert faults_of_sheet("gaya.css", css) == ()


WRONG = [
    ("p { colr: red; }", "property_meant", 1, {"maksud": "color"}), ("p { warna: merah; }", "property_meant", 1, {"maksud": "color"}), ("p{colour:red}", "property_meant", 1, {"maksud": "color"}), ("p{bg-color:red}", "property_meant", 1, {"maksud": "background-color"}),
    ("p{text-size:16px}", "property_meant", 1, {"maksud": "font-size"}), ("p{blorb:1}", "property", 1, {}), ("p{font size:16px}", "space_in_name", 1, {"maksud": "font-size"}),
    ("p{color:merah}", "colour_meant", 1, {"maksud": "red"}), ("p{color: hijau tua}", "colour_meant", 1, {"maksud": "darkgreen"}), ("p{color:lightblu}", "colour_meant", 1, {"maksud": "lightblue"}), ("p{color:qqqq}", "colour", 1, {}),
    ("p{color:ff0000}", "colour_no_hash", 1, {"maksud": "#ff0000"}), ("p{color:336699}", "colour_no_hash", 1, {"maksud": "#336699"}), ("p{color:#12345}", "colour_hash", 1, {}), ("p{color:#gggggg}", "colour_hash", 1, {}), ("p{color:'red'}", "colour_quoted", 1, {}), ("p{color:rgb(1,2)}", "colour_function", 1, {}),
    ("p{background:kuning}", "colour_meant", 1, {"maksud": "yellow"}), ("p{border:1px solid hitam}", "colour_meant", 1, {"maksud": "black"}),
    ("p{font-size:16}", "size_no_unit", 1, {"maksud": "16px"}), ("p{font-size:16 px}", "size_apart", 1, {"maksud": "16px"}), ("p{font-size:16pixel}", "size_unit", 1, {"maksud": "16px"}), ("p{font-size:1,5em}", "size_comma", 1, {"maksud": "1.5em"}),
    ("p{font-size:besar}", "size_word", 1, {"maksud": "20px"}), ("p{font-size:'16px'}", "size_quoted", 1, {}), ("p{font-size:-3px}", "size_negative", 1, {}), ("p{margin:10 20}", "size_no_unit", 1, {"maksud": "10px"}), ("p{border:1 solid black}", "size_no_unit", 1, {"maksud": "1px"}),
    ("p{text-align:tengah}", "word_meant", 1, {"maksud": "center"}), ("p{text-align:centre}", "word_meant", 1, {"maksud": "center"}), ("p{font-weight:tebal}", "word_meant", 1, {"maksud": "bold"}), ("p{color:}", "empty_value", 1, {}),
    ("p{\n color: red\n font-size: 16px;\n}", "missing_semicolon", 2, {"sifat": "color"}), ("p{color red;}", "missing_colon", 1, {"sifat": "color"}), ("p{\n color = red;\n}", "equals", 2, {}),
    ("p{\n color: red;\n\nh1{\n color: blue;\n}", "unclosed_before", 1, {"sebelum": "4"}), ("h1{color:red}\np{\n color: red;\n", "unclosed_brace", 2, {}), ("p{color:red}}\nh1{color:blue}", "extra_brace", 1, {}), ("p color: red; }", "missing_open", 1, {}), ("h1{color:red}\np\n color: red;\n}\n", "missing_open", 2, {}),
    ("color: red;\np{color:blue}", "outside", 1, {}), ("<style>\np{color:red}\n</style>", "html", 1, {}), ("p{color:red}\n</style>", "html", 2, {}), ("// catatan\np{color:red}", "slashes", 1, {}), ("p{\n // besar\n color:red;}", "slashes", 2, {}),
    ("h1{color:red}\n/* catatan\np{color:red}", "unclosed_note", 2, {}), ("p{font-family:'Arial;\ncolor:red}", "unclosed_quote", 1, {"tanda": "'"}), ("p{font-family:“Arial”}", "smart_quote", 1, {}),
    ("ph{color:red}", "tag_meant", 1, {"maksud": "p"}), ("kartu{color:red}", "tag_unknown", 1, {}), ("h1,{color:red}", "selector", 1, {}), ("{color:red}", "selector_missing", 1, {}), ("@media (max-width:600px){p{colr:red}}", "property_meant", 1, {}),
    ("p{\r\n color: red;\r\n colr: blue;\r\n}", "property_meant", 3, {}),
]  # fmt: skip


@pytest.mark.parametrize(("css", "code", "line", "details"), WRONG)
def test_the_first_fault_told_is_the_cause(css, code, line, details):
    found = faults_of_sheet("gaya.css", css)
    assert (found[0].code, found[0].line) == (code, line)
    assert {name: found[0].details[name] for name in details} == details


@pytest.mark.parametrize(
    ("css", "code"),
    [
        (css, code)
        for css, code, _line, _details in WRONG
        if code in {"missing_semicolon", "unclosed_before", "unclosed_quote", "missing_open", "html"}
    ],
)
def test_one_forgotten_sign_is_told_once(css, code):
    assert [one.code for one in faults_of_sheet("gaya.css", css)] == [code]


def test_every_kind_of_fault_has_its_sentences():
    said = {code for rule in RULES for code in rule.mistakes}
    assert {code for _css, code, _line, _details in WRONG} <= said
    for css, _code, _line, _details in WRONG:
        site = Site({"index.html": b"<link rel=stylesheet href=gaya.css>", "gaya.css": css.encode()})
        report = check_page(site, "index.html", groups=["style"])
        for verdict in report.all_findings:
            for language in ("id", "en"):
                assert "{" not in verdict.sentence(language).replace("{ dan }", "").replace("{ and }", ""), (
                    verdict.sentence(language)
                )
            assert verdict.finding.details["berkas"] == "gaya.css"


def test_styles_in_the_page_have_the_line_of_the_page():
    html = b"<!doctype html>\n<style>\np{color:red}\nh1{colr:red}\n</style>\n<p>a</p>\n<p style='font-size:16'>b</p>"
    found = faults_of_page(Site({"index.html": html}), parse_page("index.html", html))
    assert [(one.code, one.file, one.line) for one in found] == [
        ("property_meant", "index.html", 4),
        ("size_no_unit", "index.html", 7),
    ]


def test_only_linked_style_files_are_judged():
    html = (
        b'<link rel="stylesheet" href="gaya/utama.css?v=1"><link rel=stylesheet href="https://jauh.id/a.css">'
    )
    site = Site({"index.html": html, "gaya/utama.css": b"p{colr:red}", "lain.css": b"p{blorb:1}"})
    page = parse_page("index.html", html)
    assert linked_names(page) == ("gaya/utama.css",)
    assert [one.file for one in faults_of_page(site, page)] == ["gaya/utama.css"]
    assert [one.sheet.file for one in sheets_of(site, page)] == ["gaya/utama.css"]


def test_style_files_that_call_one_another_in_a_circle_come_to_an_end():
    site = Site(
        {
            "index.html": b"<link rel=stylesheet href=a.css>",
            "a.css": b"@import 'b.css';",
            "b.css": b"@import url(a.css);p{color:red}",
        }
    )
    sheets = sheets_of(site, parse_page("index.html", site.texts["index.html"]))
    assert 2 <= len(sheets) <= 10


SELECTORS = st.lists(
    st.tuples(
        st.sampled_from(["", " ", ">", "+", "~"]),
        st.sampled_from(
            ["p", "b", "div", ".x", ".y", "p.x", "#i1", "*", "a:link", ":root", "div.x.y", "b#i2"]
        ),
    ),
    min_size=1,
    max_size=4,
)
PAGE = "<!doctype html><body><div class='x y'><p class=x>1<b id=i2>2</b></p><p>3</p><div class=x><p class='y x' id=i1>4<a href=a>5</a></p></div></div><p>6</p><b class=y>7</b>"


@given(SELECTORS)
def test_plain_selectors_mean_what_soupsieve_says(parts):
    import soupsieve
    from bs4 import Tag

    text = "".join(
        join + compound if index else compound
        for index, (join, compound) in enumerate(
            (" " if not j and i else j, c) for i, (j, c) in enumerate(parts)
        )
    )
    page = parse_page("index.html", PAGE.encode())
    tags = [tag for tag in page.soup.find_all(True) if isinstance(tag, Tag)]
    (selector,) = read_selectors(text)
    ours = [tags[place] for place in Index(tags).matches(selector)]
    assert [id(tag) for tag in ours] == [id(tag) for tag in soupsieve.select(text, page.soup)]


@pytest.mark.parametrize(
    ("selector", "weight"),
    [
        ("*", (0, 0, 0)),
        ("p", (0, 0, 1)),
        (".a.b", (0, 2, 0)),
        ("#a p", (1, 0, 1)),
        ("a:hover", (0, 1, 1)),
        (":is(#a, p)", (1, 0, 0)),
        (":not(.a) b", (0, 1, 1)),
        (":where(#a) b", (0, 0, 1)),
        ("[href]", (0, 1, 0)),
        ("li:nth-child(2)", (0, 1, 1)),
    ],
)
def test_selectors_weigh_as_css_says(selector, weight):
    assert read_selectors(selector)[0].weight == weight


@given(st.text(alphabet="{}:;()[]'\"/*#.@,!<>-_ \n\t\\abp1&%", max_size=60))
def test_no_style_ever_crashes(css):
    faults_of_sheet("gaya.css", css)
    sheet = read_sheet("gaya.css", css)
    site = Site({"index.html": b"<link rel=stylesheet href=gaya.css><p class=a>x", "gaya.css": css.encode()})
    assert check_page(site, "index.html", groups=["style", "access"]).verdicts
    assert sheet.text == css


def test_a_huge_style_file_is_read_in_time():
    css = "p{color:red}" * 30_000
    read_sheet("gaya.css", css)
    faults_of_sheet("gaya.css", "{" * 5_000)
