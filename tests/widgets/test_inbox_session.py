"""The inbox without a screen: decisions, signs, feedback one at a time, order of actions, and what is remembered."""

import errno
import json
from typing import Any

import pytest
from tests.widgets.inbox_bank import BANK, KINDS

from lentera.course.scenarios import Decision
from lentera.desk import Preferences
from lentera.literacy.bank import bank as real_bank
from lentera.place import Place
from lentera.tasks import RULE_SETS
from lentera.widgets.inbox.hints import hints_to
from lentera.widgets.inbox.session import InboxSession
from lentera.words import Address

TASK = "s02-kotak-masuk"
POINTS = {TASK: 48.0, "s02-tanda-bahaya": 12.0}


@pytest.fixture(autouse=True)
def _small_bank(monkeypatch):
    """Let the rules judge the same messages that the screen shows."""
    monkeypatch.setattr("lentera.literacy.inbox.tasks.bank", lambda: BANK)


def inbox(place: Place) -> InboxSession:
    return InboxSession(place, TASK, [RULE_SETS[task] for task in POINTS], POINTS, bank=BANK)


def stored(place: Place, name: str = TASK) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((place.folder / f"jawaban/{name}.json").read_text(encoding="utf-8"))
    return content["answer"]


def settle(session: InboxSession, name: str, decision: str, *signs: str) -> dict[str, Any]:
    """Open a message, decide, tick signs and check."""
    session.handle({"do": "open", "message": name})
    session.handle({"do": "decide", "decision": decision})
    for sign in signs:
        session.handle({"do": "sign", "sign": sign, "on": True})
    return session.handle({"do": "check"})


def row(session: InboxSession, name: str) -> dict[str, Any]:
    return next(one for one in session.view["rows"] if one["id"] == name)


def test_twelve_right_messages_with_their_signs_earn_all_points(place):
    session = inbox(place)
    for message in BANK.messages.values():
        view = settle(session, message.id, message.decision, *message.signs)
        assert view["check"]["right"]
        assert not view["check"]["yet"]
    assert [RULE_SETS[task].judge(stored(place)).points(points) for task, points in POINTS.items()] == [
        48,
        12,
    ]
    assert "12 sudah tepat" in session.view["count"]
    assert session.view["count"].endswith("Tanda bahaya tepat: 6 dari 6.")
    assert "Semua pesan sudah tepat." in session.handle({"do": "next"})["live"]


def test_the_twelve_of_the_real_bank_are_drawn_and_can_all_be_settled(place, monkeypatch):
    monkeypatch.undo()
    session = InboxSession(place, TASK, [RULE_SETS[task] for task in POINTS], POINTS)
    assert len(session.view["rows"]) == 12
    for message in [real_bank().messages[one["id"]] for one in session.view["rows"]]:
        assert settle(session, message.id, message.decision, *message.signs)["check"]["yet"] == ""
    assert [report.points(POINTS[report.task]) for report in session._reports] == [48, 12]


def test_the_draw_is_the_same_when_it_is_opened_again_and_another_for_a_neighbour(place):
    mine = [one["id"] for one in inbox(place).view["rows"]]
    assert [one["id"] for one in inbox(place).view["rows"]] == mine
    place.desk.set_learner("SM-08")
    assert [one["id"] for one in inbox(place).view["rows"]] != mine


def test_a_decision_that_is_not_right_leads_back_to_the_message_without_the_answer(place):
    session = inbox(place)
    view = settle(session, "undangan", "aman")
    assert view["check"]["right"] == []
    assert view["check"]["yet"] == "Wajar, undangan tampak biasa. Baca lagi permintaannya."
    assert view["check"]["next"].startswith("Putuskan lagi.")
    assert row(session, "undangan")["mark"] == "yet"
    assert view["live"].endswith(": belum tepat.")
    assert "Baca lagi permintaannya." in view["live_spoken"]
    view = settle(session, "undangan", "bahaya", "nomor", "apk")
    assert row(session, "undangan")["mark"] == "ok"


def test_being_careful_is_called_almost_right(place):
    session = inbox(place)
    view = settle(session, "undangan", "curiga")
    assert view["check"]["yet_title"] == "Hampir tepat, sudah hati-hati"
    assert view["check"]["yet"].startswith("Hati-hati itu baik")
    assert ", hampir tepat. " in row(session, "undangan")["heard"]
    assert RULE_SETS[TASK].judge(stored(place)).points(48) == 3


def test_a_greeting_is_no_sign_and_is_told_alone(place):
    session = inbox(place)
    view = settle(session, "undangan", "bahaya", "nomor", "salam")
    assert view["check"]["right"][0] == "Tepat. Kuncinya ada pada permintaan undangan."
    assert view["check"]["yet"] == "Salam bukan tanda bahaya. Cari tanda yang lain."
    assert view["live"].endswith("putusan sudah tepat, tandanya belum.")
    assert session.handle({"do": "sign", "sign": "salam", "on": False})["live"] == "Tanda dilepas: ada salam."
    assert session.view["check"]["yet"] == ""
    assert session.view["check"]["next"] == "Tandanya berubah. Tekan Periksa lagi."
    assert session.handle({"do": "check"})["check"]["yet"].startswith("Masih ada 1 tanda lagi.")
    session.handle({"do": "sign", "sign": "apk", "on": True})
    assert session.handle({"do": "check"})["check"]["yet"] == ""


def test_signs_are_asked_for_doubt_and_danger_only(place):
    session = inbox(place)
    session.handle({"do": "open", "message": "undangan"})
    assert session.view["signs"] == []
    assert session.handle({"do": "decide", "decision": "aman"})["signs"] == []
    view = session.handle({"do": "decide", "decision": "bahaya"})
    assert sorted(name for name, _text in view["signs"]) == ["apk", "malam", "nomor", "salam"]
    assert view["live"] == "Putusan: bahaya. Sekarang pilih tanda bahayanya."


def test_a_changed_decision_says_nothing_of_itself_until_it_is_checked(place):
    session = inbox(place)
    settle(session, "arisan", "bahaya")
    view = session.handle({"do": "decide", "decision": "aman"})
    assert view["check"] is None
    assert "belum diperiksa" in row(session, "arisan")["heard"]
    assert session.handle({"do": "check"})["check"]["right"]


def test_without_a_decision_nothing_is_checked(place):
    session = inbox(place)
    assert session.handle({"do": "check"})["live"] == "Putuskan dulu: aman, curiga, atau bahaya."
    assert session.view["check"] is None


def test_the_next_message_is_one_that_is_not_right_yet(place):
    session = inbox(place)
    names = [one["id"] for one in session.view["rows"]]
    for name in names[1:4]:
        message = BANK.messages[name]
        settle(session, name, message.decision, *message.signs)
    session.handle({"do": "open", "message": names[0]})
    view = session.handle({"do": "next"})
    assert view["message"]["id"] == names[4]
    assert view["live"] == "Pesan 5 dari 12 terbuka."
    assert BANK.messages[names[4]].body in view["live_spoken"]
    session.handle({"do": "open", "message": names[11]})
    assert session.handle({"do": "next"})["message"]["id"] == names[0]


def test_the_last_message_left_is_told_to_wait(place):
    session = inbox(place)
    for message in list(BANK.messages.values())[1:]:
        settle(session, message.id, message.decision, *message.signs)
    session.handle({"do": "open", "message": next(iter(BANK.messages))})
    assert not session.view["next"]["ok"]
    assert session.handle({"do": "next"})["live"] == "Semua pesan lain sudah tepat. Pesan ini masih menunggu."


def test_right_decisions_without_signs_lead_back_until_six_have_theirs(place):
    session = inbox(place)
    for message in BANK.messages.values():
        settle(session, message.id, message.decision)
    assert session.view["next"]["ok"]
    for done in range(6):
        view = session.handle({"do": "next"})
        assert view["count"].endswith(f"{done} dari 6.")
        message = BANK.messages[view["message"]["id"]]
        assert "putusan sudah tepat, tandanya belum" in row(session, message.id)["heard"]
        view = settle(session, message.id, message.decision, *message.signs)
        assert ", sudah tepat. " in row(session, message.id)["heard"]
    assert view["check"]["next"] == "Semua pesan sudah tepat. Bagus, Bu."
    assert not view["next"]["ok"]


def test_everything_of_a_message_is_told_in_words(place):
    session = inbox(place)
    view = session.handle({"do": "open", "message": "stiker"})
    assert view["message"]["attachment"] == {
        "name": "kode.jpg",
        "size": "120 KB",
        "label": "Isi gambar",
        "words": "Nama di kode QR: Toko Maju Kota.",
    }
    for told in (
        "Pak Darto",
        "ada di kontak",
        "jam 19.12",
        "Rp5.000",
        "kode.jpg",
        "Nama di kode QR: Toko Maju Kota.",
    ):
        assert told in view["message"]["script"]
    assert session.handle({"do": "open", "message": "menang"})["message"]["subject"] == "Selamat, Ibu menang"
    assert "Judul: Selamat, Ibu menang." in session.view["message"]["script"]


def test_three_hints_open_one_after_the_other_and_count_for_the_log(place):
    session = inbox(place)
    session.handle({"do": "open", "message": "undangan"})
    assert session.view["hint_label"] == "Petunjuk 1 dari 3"
    for number in (1, 2, 3):
        view = session.handle({"do": "hint"})
        assert len(view["hints"]) == number
        assert view["live"] == f"Petunjuk {number} terbuka."
        assert view["hints"][-1] in view["live_spoken"]
    assert not view["more_hints"]
    assert session.handle({"do": "hint"})["live"] == "Semua petunjuk sudah terbuka."
    assert session._hints_read() == 3
    assert session.handle({"do": "open", "message": "kode"})["hints"] == []


@pytest.mark.parametrize("message", BANK.messages.values(), ids=lambda one: one.id)
def test_the_first_two_hints_do_not_name_the_decision(message):
    for hint in hints_to(message, BANK)[:2]:
        assert not any(word in hint.lower().split() for word in Decision)


def test_actions_come_after_a_danger_was_seen_and_any_order_that_keeps_the_rules_is_right(place):
    session = inbox(place)
    session.handle({"do": "open", "message": "undangan"})
    assert session.view["order"] is None
    assert "Putuskan dan periksa dulu." in session.handle({"do": "add", "action": "tahan"})["live"]
    settle(session, "undangan", "bahaya", "nomor", "apk")
    assert sorted(one["id"] for one in session.view["order"]["actions"]) == ["blokir", "bukti", "tahan"]
    for action in ("tahan", "blokir", "bukti"):
        session.handle({"do": "add", "action": action})
    view = session.handle({"do": "check_order"})
    assert view["order"]["check"]["yet"] == view["live"] == "Hampir. Simpan bukti dulu."
    assert session.handle({"do": "move", "at": 2, "by": -1})["live"].startswith("Sekarang langkah 2: Simpan")
    assert session.view["order"]["check"] is None
    assert session.handle({"do": "check_order"})["order"]["check"]["right"]
    assert session.handle({"do": "drop", "at": 0})["live"] == "Langkah 1 dihapus."
    assert stored(place)["urutan"] == {"undangan": ["bukti", "blokir"]}


def test_the_actions_are_not_offered_in_the_order_that_is_right(place):
    session = inbox(place)
    offered = []
    for message in BANK.messages.values():
        if message.decision is Decision.DANGER:
            view = settle(session, message.id, "bahaya")
            offered.append([one["id"] for one in view["order"]["actions"]])
    assert len({tuple(one) for one in offered}) > 2


def test_what_to_do_when_it_has_happened_blames_nobody(place):
    view = settle(inbox(place), "undangan", "bahaya", "nomor", "apk")
    assert view["happened"]["steps"] == list(KINDS["apk"].if_done)
    assert len(view["happened"]["facts"]) == 1
    assert "diperiksa: " in view["happened"]["facts"][0]
    assert view["happened"]["closing"] == "Ini bukan keliru Ibu. Penipunya yang keliru."
    assert settle(inbox(place), "arisan", "aman")["happened"] is None


def test_the_first_check_of_each_message_is_remembered_for_the_practice(place):
    session = inbox(place)
    settle(session, "undangan", "aman")
    session.write_log()
    first = stored(place.at_home, "latihan-pesan")
    assert first["ingatan"]["dilihat"] == {"undangan": "2026-11-22"}
    settle(session, "undangan", "bahaya", "nomor", "apk")
    session.write_log()
    assert stored(place.at_home, "latihan-pesan") == first
    settle(session, "arisan", "aman")
    session.write_log()
    assert set(stored(place.at_home, "latihan-pesan")["ingatan"]["jenis"]) == {"apk", "jujur"}


@pytest.mark.parametrize("content", [{"ingatan": 7}, {"ingatan": {"jenis": {"apk": 1}}}])
def test_a_practice_file_nobody_can_read_does_not_stop_the_lesson(place, content):
    place.at_home.answer("latihan-pesan").save(content, place.now())
    session = inbox(place)
    assert settle(session, "arisan", "aman")["check"]["right"]
    session.write_log()
    assert stored(place.at_home, "latihan-pesan") == content
    assert (place.desk.private / "galat.log").exists()


def test_the_log_gets_both_tasks(place):
    session = inbox(place)
    settle(session, "arisan", "aman")
    session.write_log()
    with place.desk.open_log() as book:
        assert [statement.activity.id for statement in book.statements()] == list(POINTS)


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "terbang"},
        {"do": "open", "message": "hantu"},
        {"do": "open", "message": ["undangan"]},
        {"do": "decide", "decision": "mungkin"},
        {"do": "decide", "decision": 3},
        {"do": "sign", "sign": "hantu", "on": True},
        {"do": "sign", "sign": "nomor", "on": "ya"},
        {"do": "sign", "sign": ["nomor"], "on": True},
        {"do": "add", "action": "hantu"},
        {"do": "drop", "at": 9},
        {"do": "move", "at": 0, "by": 5},
    ],
)
def test_a_message_nobody_knows_changes_nothing(place, message):
    session = inbox(place)
    settle(session, "undangan", "bahaya", "nomor", "apk")
    before = stored(place)
    assert "belum terbaca" in session.handle(message)["live"]
    assert stored(place) == before


def test_reopening_brings_everything_back(place):
    session = inbox(place)
    settle(session, "undangan", "bahaya", "nomor", "salam")
    session.handle({"do": "hint"})
    again = inbox(place)
    assert again._state == session._state
    assert again.view["check"] == session.view["check"]
    assert again.view["live"] == "Kotak masuk sama seperti terakhir disimpan."


@pytest.mark.parametrize(
    "content", [{}, {"pesan": []}, {"pesan": "x"}, {"pesan": ["undangan"], "putusan": {"undangan": "entah"}}]
)
def test_an_answer_that_is_none_is_kept_aside(place, content):
    place.answer(TASK).save(content, place.now())
    session = inbox(place)
    assert session.view["live"].startswith("Catatan lama belum terbaca")
    assert len(session.view["rows"]) == 12


def test_what_only_the_screen_needs_may_be_damaged(place):
    session = inbox(place)
    settle(session, "undangan", "bahaya", "nomor", "apk")
    spoilt = {
        **stored(place),
        "terbuka": 7,
        "dibaca": "x",
        "petunjuk": {"undangan": "dua"},
        "dinilai": {"undangan": [1]},
    }
    place.answer(TASK).save(spoilt, place.now())
    again = inbox(place)
    assert again.view["hints"] == []
    assert "belum diperiksa" in row(again, "undangan")["heard"]
    assert again._state.inbox.decided == {"undangan": Decision.DANGER}


def test_a_message_that_left_the_bank_makes_room_for_another(place):
    session = inbox(place)
    settle(session, "arisan", "aman")
    content = stored(place)
    content["pesan"] = ["hilang" if name == "rapat" else name for name in content["pesan"]]
    content["terbuka"] = "hilang"
    place.answer(TASK).save(content, place.now())
    again = inbox(place)
    assert len(again.view["rows"]) == 12
    assert row(again, "arisan")["mark"] == "ok"


def test_two_notebooks_share_one_inbox(place):
    one, other = inbox(place), inbox(place)
    settle(one, "arisan", "aman")
    other.handle({"do": "open", "message": "kode"})
    assert row(other, "arisan")["mark"] == "ok"


def test_a_full_disk_changes_nothing(place, monkeypatch):
    session = inbox(place)

    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    view = session.handle({"do": "decide", "decision": "bahaya"})
    assert view["decision"] == ""
    assert "belum tersimpan" in view["live"]


def test_the_chosen_form_of_address_is_used(place):
    place.desk.set_preferences(Preferences(address=Address.BAPAK))
    session = inbox(place)
    assert session.words()["decision"] == "Putusan Bapak"
    assert settle(session, "undangan", "bahaya")["happened"]["closing"].startswith("Ini bukan keliru Bapak.")


def test_english_partners_see_english(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = inbox(place)
    assert session.words()["title"] == "Safe inbox"
    assert [one["text"] for one in session.words()["decisions"]] == ["Safe", "Doubtful", "Dangerous"]
    assert session.handle({"do": "decide", "decision": "aman"})["live"] == "Decision: safe. Now press Check."


def test_a_row_tells_the_ear_no_more_than_the_first_words(place):
    from lentera.widgets.inbox.wording import HEARD_WORDS, heard_first_words

    for message in BANK.messages.values():
        words = (message.subject or message.body).split()
        told = heard_first_words(message).removesuffix("…").split()
        assert told == words[:HEARD_WORDS]
