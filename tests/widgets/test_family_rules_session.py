"""A family's rules without a screen: chosen by age, in own words, judged, kept and printed."""

import errno
import json
from typing import Any

import pytest

from lentera.literacy.family_parts import AGES, ELEMENTS, offered
from lentera.place import Place
from lentera.tasks import RULE_SETS
from lentera.widgets.family_rules.session import FamilyRulesSession
from lentera.widgets.family_rules.wording import pictures

TASK = "s08-aturan"
CLEAR = ("sesudah-pr", "ruang-keluarga", "akun-orang-tua", "cerita-orang-tua")


def rules(place: Place) -> FamilyRulesSession:
    return FamilyRulesSession(place, TASK, [RULE_SETS[TASK]], {TASK: 15.0})


def stored(place: Place) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((place.folder / f"jawaban/{TASK}.json").read_text(encoding="utf-8"))
    return content["answer"]


def age(session: FamilyRulesSession, name: str = "sd") -> dict[str, Any]:
    return session.handle({"do": "age", "age": name})


def put(session: FamilyRulesSession, *names: str, on: bool = True) -> dict[str, Any]:
    for name in names:
        session.handle({"do": "part", "part": name, "on": on})
    return session.view


def write(session: FamilyRulesSession, element: str, value: str) -> dict[str, Any]:
    return session.handle({"do": "write", "element": element, "value": value})


@pytest.fixture
def begun(place):
    session = rules(place)
    age(session)
    put(session, *CLEAR)
    return session


def test_four_chosen_sentences_earn_all_points(place, begun):
    view = begun.handle({"do": "check"})
    assert view["check"]["holds"]
    assert view["check"]["part"] == ""
    assert view["live"] == "Keempat unsur aturan sudah jelas. Bagus, Bu."
    assert RULE_SETS[TASK].judge(stored(place)).points(15) == 15


def test_own_words_alone_are_right_too(place):
    session = rules(place)
    age(session, "smp")
    for element, text in (
        ("waktu", "malam 1 jam"),
        ("tempat", "di teras"),
        ("isi", "video belajar"),
        ("cerita", "ke Bibi"),
    ):
        write(session, element, text)
    assert session.handle({"do": "check"})["check"]["holds"]


def test_an_untouched_poster_is_told_to_begin_with_the_age(place):
    session = rules(place)
    assert session.view["live"].startswith("Pilih usia anak.")
    assert session.view["elements"] == {}
    found = session.handle({"do": "check"})["check"]
    assert found["yet"].startswith("Aturan masih kosong")
    assert found["part"] == ""


def test_the_age_is_told_and_brings_its_sentences_and_facts(place):
    session = rules(place)
    view = age(session, "smp")
    assert view["live"] == "Usia: SMP, 13 sampai 15 tahun. Sekarang pilih kalimat bersama anak."
    ids = {option for option, _text in view["elements"]["isi"]["options"]}
    assert ids == {part.id for part in offered("smp", "isi")}
    assert any("13-15 tahun" in fact for fact in view["facts"])
    assert all("diperiksa: " in fact for fact in view["facts"])
    assert any(fact.startswith("Tanyakan dulu: Daftar layanan") for fact in view["facts"])


def test_choosing_shows_a_line_and_taking_out_removes_it(begun):
    view = put(begun, "sore")
    assert view["live"] == "Di poster: Sore hari, jam 16.00 sampai 17.00."
    assert [line["picture"] for line in view["elements"]["waktu"]["lines"]] == ["buku", "jam"]
    view = put(begun, "sesudah-pr", on=False)
    assert view["live"].startswith("Keluar dari poster: Sesudah PR")
    assert view["elements"]["waktu"]["chosen"] == ["sore"]


def test_a_fourth_sentence_is_refused_kindly_and_own_words_still_fit(place, begun):
    put(begun, "sore", "sebelum-tidur")
    before = stored(place)
    assert put(begun, "sewajarnya")["live"] == "Sudah ada 3 kalimat. Lepas satu dulu."
    assert stored(place) == before
    assert len(write(begun, "waktu", "Hari Minggu libur")["elements"]["waktu"]["lines"]) == 4
    assert put(begun, "sore")["elements"]["waktu"]["chosen"] == ["sesudah-pr", "sebelum-tidur", "sore"]


def test_another_age_and_back_loses_nothing(begun):
    write(begun, "waktu", "Sore, 30 menit")
    view = age(begun, "remaja")
    assert view["elements"]["waktu"]["chosen"] == []
    assert view["elements"]["waktu"]["own"] == "Sore, 30 menit"
    assert view["elements"]["tempat"]["chosen"] == ["ruang-keluarga"]
    assert age(begun, "sd")["elements"]["waktu"]["chosen"] == ["sesudah-pr"]


def test_a_check_names_the_part_to_open(begun):
    put(begun, "akun-umum")
    put(begun, "ruang-keluarga", on=False)
    view = begun.handle({"do": "check"})
    assert view["check"]["part"] == "isi"
    assert "belum untuk usia ini" in view["live"]
    put(begun, "akun-umum", on=False)
    assert begun.view["check"] is None
    assert begun.handle({"do": "check"})["check"]["part"] == "tempat"


def test_a_real_number_is_covered_and_told(place, begun):
    view = write(begun, "cerita", "Telepon Nenek 0812-3456-7890")
    assert view["elements"]["cerita"]["own"] == "Telepon Nenek xxxx-xxxx-xxxx"
    assert view["live"] == view["elements"]["cerita"]["note"]
    assert "dengan pena di kertas" in view["live"]
    assert "3456" not in (place.folder / f"jawaban/{TASK}.json").read_text(encoding="utf-8")
    assert write(begun, "waktu", "16.00-17.00")["elements"]["waktu"]["own"] == "16.00-17.00"


def test_the_poster_holds_what_was_chosen_and_leaves_room_to_sign(place, begun, text_of):
    write(begun, "tempat", "Juga di teras #1 *dekat* Ibu")
    view = begun.handle({"do": "print"})
    assert view["live"] == "Lembar siap dicetak: berkas cetak/aturan-keluarga.pdf."
    assert view["printed"]["file"] == "cetak/aturan-keluarga.pdf"
    text = text_of((place.folder / "cetak/aturan-keluarga.pdf").read_bytes())
    for part in (
        "Usia: SD",
        "Sesudah PR selesai",
        "Juga di teras #1 *dekat* Ibu",
        "SAPA 129",
        "nama depan saja",
    ):
        assert part in text
    assert "Orang dewasa juga" not in text
    assert "Halaman 1 dari 1" in text


def test_the_fullest_poster_stays_on_one_page(place, text_of):
    session = rules(place)
    age(session, "smp")
    for element in ELEMENTS:
        put(session, *[part.id for part in offered("smp", element)][:3])
        write(session, element, "panjang sekali " * 10)
    session.handle({"do": "print"})
    text = text_of((place.folder / "cetak/aturan-keluarga.pdf").read_bytes())
    assert text.count("panjang sekali") == 50
    assert "Halaman 1 dari 1" in text


def test_an_empty_poster_is_not_printed(place):
    session = rules(place)
    assert session.handle({"do": "print"})["live"] == "Pilih satu kalimat dulu."
    age(session)
    assert not session.view["can_print"]["ok"]
    session.handle({"do": "print"})
    assert not (place.folder / "cetak").exists()


def test_the_poster_is_read_aloud_in_whole_sentences(begun):
    view = write(begun, "tempat", "Juga di teras")
    assert "Waktu: Sesudah PR selesai, paling lama 1 jam. Tempat:" in view["script"]
    assert "Juga di teras. Isi dan akun:" in view["script"]


def test_every_line_has_a_drawing(place):
    words = rules(place).words()
    wanted = {one["gambar"] for one in words["elements"]}
    wanted |= {part.picture for one in AGES for element in ELEMENTS for part in offered(one, element)}
    assert wanted | {"pena"} == set(pictures()) == set(words["pictures"])


def test_neighbours_see_sentences_in_another_order(place):
    orders = set()
    for code in ("SM-07", "SM-08", "SM-09", "CM-01"):
        place.desk.set_learner(code)
        session = rules(place)
        age(session)
        orders.add(tuple(one for one, _text in session.view["elements"]["isi"]["options"]))
    assert len(orders) > 1


def test_the_log_gets_the_check(place, begun):
    begun.handle({"do": "check"})
    begun.write_log()
    with place.desk.open_log() as book:
        (statement,) = book.statements()
    assert statement.activity.id == TASK


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "terbang"},
        {"do": "age", "age": "bayi"},
        {"do": "age", "age": ["sd"]},
        {"do": "part", "part": "hantu", "on": True},
        {"do": "part", "part": "sore", "on": 1},
        {"do": "part", "part": "pagi", "on": True},
        {"do": "part", "part": ["sore"], "on": True},
        {"do": "write", "element": "hantu", "value": "x"},
        {"do": "write", "element": "waktu", "value": 3},
    ],
)
def test_a_message_nobody_knows_changes_nothing(place, begun, message):
    before = stored(place)
    assert "belum terbaca" in begun.handle(message)["live"]
    assert stored(place) == before


def test_nothing_can_be_chosen_before_the_age(place):
    session = rules(place)
    assert "belum terbaca" in put(session, "sore")["live"]
    assert "belum terbaca" in write(session, "waktu", "sore")["live"]


def test_reopening_brings_everything_back(place, begun):
    write(begun, "dewasa", "Minggu pagi libur gawai")
    again = rules(place)
    assert again._state == begun._state
    assert again.view["live"] == "Aturan keluarga sama seperti terakhir disimpan."


@pytest.mark.parametrize(
    "content", [{}, {"usia": "bayi", "pilihan": {}, "tulisan": {}}, {"usia": "sd", "pilihan": 1}]
)
def test_an_answer_that_is_none_is_kept_aside(place, content):
    place.answer(TASK).save(content, place.now())
    assert rules(place).view["live"].startswith("Catatan lama belum terbaca")


def test_two_notebooks_share_the_rules(place, begun):
    other = rules(place)
    put(begun, "sore")
    assert write(other, "isi", "kartun")["elements"]["waktu"]["chosen"] == ["sesudah-pr", "sore"]


def test_a_full_disk_changes_nothing(begun, monkeypatch):
    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    view = put(begun, "sore")
    assert view["elements"]["waktu"]["chosen"] == ["sesudah-pr"]
    assert "belum tersimpan" in view["live"]


def test_english_partners_see_english(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = rules(place)
    assert session.words()["title"] == "Our family's rules for devices"
    assert session.handle({"do": "check"})["live"].startswith("The rules are empty.")
