"""``%%halaman`` in a running IPython, and ``cek_halaman`` on what it wrote."""

import re
import sys
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from IPython.core.interactiveshell import InteractiveShell

from lentera import kelas
from lentera.kelas.website import offer_magic
from lentera.place import Place

PAGE = """<!doctype html>
<html lang="id">
<head>
  <meta charset="utf-8">
  <title>Keripik Bu Rahma</title>
</head>
<body>
  <h1>Keripik Bu Rahma</h1>
  <p>Keripik pisang dari Sepaku.</p>
</body>
</html>
"""


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What was displayed."""
    pieces: list[Any] = []
    monkeypatch.setattr("IPython.display.display", pieces.append)
    return pieces


@pytest.fixture
def shell(place: Place, monkeypatch: pytest.MonkeyPatch) -> Iterator[InteractiveShell]:
    """An IPython at the learner's desk, in which `lentera.kelas` was imported."""
    monkeypatch.chdir(place.folder)
    # An IPython that another test of this process made would answer in its place.
    InteractiveShell.clear_instance()
    running = InteractiveShell.instance()
    monkeypatch.setattr(sys.modules["IPython"], "get_ipython", lambda: running)
    offer_magic()
    yield running
    InteractiveShell.clear_instance()


def run(shell: InteractiveShell, cell: str) -> None:
    done = shell.run_cell(cell)
    assert done.error_before_exec is None
    assert done.error_in_exec is None


def test_a_cell_becomes_a_page_with_a_preview_that_may_do_nothing(shell, place, shown):
    run(shell, f"%%halaman profil.html\n{PAGE}")
    assert (place.site_folder / "profil.html").read_text(encoding="utf-8") == PAGE
    (piece,) = shown
    (frame,) = re.findall(r"<iframe [^>]*>", piece.data)
    assert 'sandbox=""' in frame
    assert 'title="Pratinjau profil.html"' in frame
    assert "default-src 'none'" in unescape(unescape(frame))
    assert "Keripik pisang dari Sepaku." in unescape(frame)


def test_the_cell_can_be_run_again_and_the_page_follows(shell, place, shown):
    run(shell, f"%%halaman profil.html\n{PAGE}")
    run(shell, f"%%halaman profil.html\n{PAGE.replace('Sepaku', 'Penajam')}")
    assert "Penajam" in (place.site_folder / "profil.html").read_text(encoding="utf-8")
    assert len(shown) == 2


@pytest.mark.parametrize("name", ["", "../luar.html", "Profil Saya.html", "profil.exe", "/etc/profil.html"])
def test_a_name_that_cannot_be_gets_a_sentence(shell, place, shown, capsys, name):
    run(shell, f"%%halaman {name}\n{PAGE}")
    assert not place.site_folder.exists()
    assert not (place.site_folder.parent / "luar.html").exists()
    (piece,) = shown
    assert "<iframe" not in piece.data
    assert "berkas" in piece.data
    assert "Traceback" not in capsys.readouterr().out


def test_while_marks_are_given_nothing_is_written_or_shown(shell, place, shown, monkeypatch):
    monkeypatch.setenv("LENTERA_GRADING", "1")
    run(shell, f"%%halaman profil.html\n{PAGE}")
    assert shown == []
    assert not list(place.folder.rglob("*.html"))
    assert not place.site_folder.exists()


def test_without_an_ipython_nothing_is_offered(monkeypatch):
    monkeypatch.setattr(sys.modules["IPython"], "get_ipython", lambda: None)
    offer_magic()


def test_the_first_finding_is_told_or_all_of_them(shell, shown):
    faulty = PAGE.replace("</h1>", "").replace("<p>", '<p><img src="x.png">')
    run(shell, f"%%halaman profil.html\n{faulty}")
    kelas.cek_halaman("profil.html")
    kelas.cek_halaman("profil.html", semua=True)
    first, every = (piece.data.split("</style>")[1] for piece in shown[1:])
    assert first.count('<div class="yet">') == 1
    assert first.count('<div class="next">') == 1
    assert every.count('<div class="yet">') > 1
    assert "Baris 8" in every


def test_a_page_without_findings_and_a_page_that_is_not_there(shell, shown):
    kelas.cek_halaman("profil.html")
    run(shell, f"%%halaman profil.html\n{PAGE}")
    kelas.cek_halaman("profil.html", semua=True)
    kelas.cek_halaman("<b>.html")
    assert "Belum ada halaman untuk diperiksa." in shown[0].data
    assert "Yang ada: profil.html." in shown[3].data
    assert "&lt;b&gt;.html" in shown[3].data
