"""The practice phrase behind the screen: results are kept, the phrase is not."""

import pytest

from lentera import kelas
from lentera.kelas import opening
from lentera.literacy.passphrase.looking import LONGEST
from lentera.widgets.passphrase import session as session_module
from lentera.widgets.passphrase.session import PassphraseSession

GOOD = "gergaji nanas terbang rendah"


def practice(place) -> PassphraseSession:
    return PassphraseSession(place, "s01-kalimat", *opening.judged("s01-kalimat"))


def test_while_she_types_the_next_step_is_told_and_nothing_is_saved(place):
    one = practice(place)
    said = [one.handle({"do": "type", "kalimat": text})["live"] for text in ("ger", "gergaji nanas", GOOD)]
    assert said[0] == "2 dari 4 syarat terpenuhi. Tambah satu kata lagi."
    assert said[2] == "4 dari 4 syarat terpenuhi. Sudah kuat. Tekan Periksa."
    assert not place.answer("s01-kalimat").path.exists()


def test_a_check_saves_the_result_and_tells_it(place):
    shown = practice(place).handle({"do": "check", "kalimat": GOOD})
    assert shown["check"]["holds"]
    assert shown["level_word"] == "sulit ditebak"
    saved = place.answer("s01-kalimat").load().payload
    assert saved["hasil"]["kuat"] is True
    assert practice(place).view["kept"] == "Tersimpan: 4 dari 4 syarat terpenuhi pada kalimat terbaik."


def test_every_example_on_offer_fails_in_another_way(place):
    one = practice(place)
    found = [one.handle({"do": "check", "kalimat": text})["check"]["yet"] for text in one.view["examples"]]
    assert len(set(found)) == len(found) == 4
    assert all(found)


def test_an_empty_field_is_not_judged(place):
    one = practice(place)
    assert one.handle({"do": "check", "kalimat": "  "})["live"].startswith("Isian masih kosong.")
    assert one.handle({"do": "type", "kalimat": ""})["live"] == "Isian kosong."
    assert one.handle({"do": "clear"})["level"] == 0
    assert not place.answer("s01-kalimat").path.exists()


@pytest.mark.parametrize(
    "message",
    [
        {"do": "check"},
        {"do": "check", "kalimat": 5},
        {"do": "type", "kalimat": ["x"]},
        {"do": "type", "kalimat": "x" * (LONGEST + 1)},
        {"do": "nanti"},
        {},
    ],
)
def test_nonsense_changes_nothing(place, message):
    one = practice(place)
    one.handle({"do": "check", "kalimat": GOOD})
    before = place.answer("s01-kalimat").load().payload
    assert one.handle(message)["live"]
    assert place.answer("s01-kalimat").load().payload == before


def test_an_error_inside_the_checker_writes_nothing_down(place, monkeypatch):
    def broken(phrase, *_rest):
        raise KeyError(phrase)

    monkeypatch.setattr(session_module, "look_at", broken)
    shown = practice(place).handle({"do": "check", "kalimat": GOOD})
    assert "belum dapat dilihat" in shown["live"]
    everything = b"".join(path.read_bytes() for path in place.desk.root.rglob("*") if path.is_file())
    assert b"gergaji" not in everything


def test_her_own_name_counts_as_her_data(place):
    shown = practice(place).handle({"do": "check", "kalimat": "payung bu rahma hilang di sawah"})
    assert "tanpa_data_diri" in place.answer("s01-kalimat").load().payload["hasil"]
    assert not shown["check"]["holds"]


def test_a_damaged_answer_is_kept_aside(place):
    place.answer("s01-kalimat").save({"orang": "lain"}, place.now())
    assert practice(place).view["live"].startswith("Catatan lama belum terbaca")


def test_the_verb_opens_it(place, monkeypatch):
    monkeypatch.chdir(place.folder)
    assert kelas.kalimat_sandi().activity.screen == "passphrase"


def test_in_english_every_word_is_english(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    assert practice(place).words()["field"] == "Practice phrase"
