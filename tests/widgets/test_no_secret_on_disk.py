"""A phrase typed in a real notebook is nowhere on the disk afterwards: not in answers, log, notebook or server files."""

import base64
import time
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import TimeoutError as TooLateError

pytestmark = pytest.mark.browser

PHRASE = "gergajiku mencuri kompornya tetanggaku zebra"


def traces(phrase: str) -> list[bytes]:
    """Every way in which a piece of a phrase could stand in a file."""
    words = [phrase, *(word for word in phrase.split() if len(word) >= 5)]
    plain = [word.encode(code) for word in words for code in ("utf-8", "utf-16-le", "utf-16-be")]
    coded = [base64.b64encode(phrase.encode()).rstrip(b"=")[:-2]]
    return [*plain, *coded]


def files_with(folder: Path, phrase: str) -> list[str]:
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            found += [
                f"{path.relative_to(folder)}: {trace!r}" for trace in traces(phrase) if trace in content
            ]
    return found


def test_the_search_itself_finds_a_phrase_in_each_form(tmp_path):
    for number, trace in enumerate(traces(PHRASE)):
        (tmp_path / f"{number}").write_bytes(b"x" + trace + b"y")
    assert len({one.split(":")[0] for one in files_with(tmp_path, PHRASE)}) == len(traces(PHRASE))


def test_a_phrase_typed_in_a_notebook_leaves_no_trace(notebooks, browser):
    address = notebooks.write("sandi.ipynb", "from lentera import kelas; kelas.kalimat_sandi()")
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    page.goto(address)
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    field = page.get_by_label("Kalimat sandi latihan", exact=True)
    for patience in (8, 12, 20, 40):  # keys pressed before the kernel is there are lost
        page.locator(".jp-Cell").first.click(position={"x": 5, "y": 5})
        page.keyboard.press("Control+Enter")
        with suppress(TooLateError):
            field.wait_for(timeout=patience * 1000)
            break
    field.fill(PHRASE)
    page.locator(".lentera .num").filter(has_text="karakter").wait_for()
    page.get_by_role("button", name="Periksa").click()
    page.get_by_text("Kalimat sandi latihan ini kuat.").first.wait_for()
    page.locator(".jp-Cell").first.click(position={"x": 5, "y": 5})
    page.keyboard.press("Control+s")
    saved = notebooks.root / "s06" / "sandi.ipynb"
    for _wait in range(100):
        if "widget" in saved.read_text(encoding="utf-8"):
            break
        time.sleep(0.1)
    assert "widget" in saved.read_text(encoding="utf-8")  # the notebook did keep the widget itself
    page.close()
    home = notebooks.root.parent
    assert (notebooks.root / "s06" / "jawaban" / "s01-kalimat.json").is_file()
    assert files_with(home, PHRASE) == []
