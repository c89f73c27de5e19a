"""`%%halaman`: the cell is saved as a page, shown in a box without rights, told and checked."""

import errno
import os
import re
from html import unescape

import pytest
from bs4 import BeautifulSoup

from lentera.widgets.editor.magic import page_output

PAGE = "<h1>Keripik</h1>\n<p>Renyah.</p>\n<img src='x.png' alt=''>\n"


def shown(place, line="produk.html", cell=PAGE):
    output = page_output(place, line, cell)
    assert output.count('<iframe sandbox="" ') == 1
    return BeautifulSoup(output, "html5lib")


def test_the_page_is_saved_shown_told_and_checked_once(place):
    found = shown(place)
    assert (place.site_folder / "produk.html").read_text(encoding="utf-8") == PAGE
    frame = found.find("iframe")
    assert frame["title"] == "Pratinjau produk.html"
    assert "<h1>Keripik</h1>" in frame["srcdoc"]
    assert [one.get_text() for one in found.select("ol li")] == [
        "Judul 1: Keripik",
        "Paragraf: Renyah.",
        "Gambar: belum bercerita",
    ]
    assert len(found.select(".fb > .yet")) == 1
    assert len(found.select(".fb .next")) == 1


def test_what_a_page_holds_stays_in_its_box(place):
    cell = '<h1>"><script>alert(1)</script></h1><p>&lt;script&gt;x</p></iframe><script>alert(2)</script>'
    output = page_output(place, "produk.html", cell)
    outside = re.sub(r'srcdoc="[^"]*"', "", output)
    assert "<script" not in outside
    assert "<script" not in unescape(re.search(r'srcdoc="([^"]*)"', output).group(1))


@pytest.mark.parametrize(
    ("line", "said"),
    [("", "produk.html"), ("   ", "produk.html"), ("Produk Saya", "produk-saya.html"), ("../luar.html", "luar.html"),
     ("gaya.css", "gaya.html"), ("/etc/x.html", "etc-x.html"), ("con.html", "con.html"), ("<b>.html", "b.html"), ("a b", "a-b.html")],
)  # fmt: skip
def test_an_odd_name_gets_a_sentence_and_nothing_is_written(place, line, said):
    output = page_output(place, line, PAGE)
    assert said in output
    assert "<iframe" not in output
    assert not place.site_folder.exists()


def test_a_long_cell_gets_a_sentence(place):
    assert "terlalu panjang" in page_output(place, "a.html", "x" * 300_000)
    assert not place.site_folder.exists()


@pytest.mark.parametrize("cause", [errno.ENOSPC, errno.EROFS])
def test_a_full_disk_gets_a_sentence(place, monkeypatch, cause):
    def full(*_args, **_kwargs):
        raise OSError(cause, os.strerror(cause))

    monkeypatch.setattr("lentera.web.site.write_atomically", full)
    assert "belum tersimpan" in page_output(place, "produk.html", PAGE)


def test_a_link_out_of_the_folder_is_not_written_through(place, tmp_path):
    secret = tmp_path / "luar.html"
    secret.write_text("rahasia", encoding="utf-8")
    place.site_folder.mkdir(parents=True)
    (place.site_folder / "produk.html").symlink_to(secret)
    assert "<iframe" not in page_output(place, "produk.html", PAGE)
    assert secret.read_text(encoding="utf-8") == "rahasia"
