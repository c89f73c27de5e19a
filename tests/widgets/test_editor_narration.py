"""A first page with keys and ears alone: the golden text is what a blind learner hears, from the template to five rules right."""

from pathlib import Path

import pytest
from tests.widgets.narrating import ROLES, Narrator, same_as_golden
from tests.widgets.page_editing import editor

pytestmark = pytest.mark.browser

GOLDEN = Path(__file__).parent / "goldens" / "halaman_pertama.txt"
CODE = ("textbox", "Kode index.html")


def snippet(heard, key, text):
    """Put a tag in with its key, and write into it."""
    heard.press(key)
    heard.screen.page.keyboard.type(text)
    heard.screen.press("End")
    heard.lines.append(f"  [{text}]")


def test_a_first_page_is_written_by_ear(screen, place):
    session = editor(place)
    heard = Narrator(screen(session))
    keyboard = heard.screen.page.keyboard
    heard.start()
    heard.go("button", "Periksa")
    heard.press("Enter")
    heard.go(*CODE)
    heard.press("F8")
    heard.press("Control+a")
    heard.press("Delete")
    snippet(heard, "Control+Alt+1", "Keripik Bu Rahma")
    snippet(heard, "Control+Alt+3", "Keripik pisang dari Sepaku.")
    snippet(heard, "Control+Alt+3", "Renyah dan gurih.")
    heard.press("Control+Alt+4")
    keyboard.type("Asin")
    heard.lines.append("  [Asin]")
    for text in ("Manis", "Pedas"):
        heard.screen.press("End", "Enter")
        keyboard.type(f"<li>{text}</li>")
        heard.lines.append(f"  [<li>{text}</li>]")
    heard.press("Control+End")
    heard.go("DisclosureTriangle", "Gambar di situs")
    heard.press("Enter")
    heard.go("button", "Sisipkan Gambar contoh: sebungkus keripik pisang")
    heard.press("Enter")
    heard.screen.page.evaluate("document.getElementById('before').focus()")
    heard.go("button", "Periksa")
    heard.press("Enter")
    heard.go("button", "Ke temuan berikut")
    heard.press("Enter")
    heard.screen.press("End", "ArrowLeft", "ArrowLeft")
    heard.type("Sebungkus keripik pisang, label kuning")
    heard.screen.page.evaluate("document.getElementById('before').focus()")
    heard.go("button", "Periksa")
    heard.press("Enter")
    assert [row["ok"] for row in session.view["check"]["rows"]] == [True] * 5
    assert ROLES["textbox"] in heard.text()
    same_as_golden(heard.text(), GOLDEN)
