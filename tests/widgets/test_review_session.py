"""The review without a screen: every word is kept, advice comes when it is asked for, no mark is given."""

import errno
import json
from typing import Any

import pytest

from lentera.market.rounds import Play
from lentera.market.samples import sample_round
from lentera.market.table import Table
from lentera.place import Place
from lentera.widgets.review.session import ReviewSession

TASK = "s11-ulasan"
GOOD = "Keripiknya renyah dan kemasannya utuh. Antarnya cepat."
THANKS = "Terima kasih atas ulasannya, Bu. Kemasan kami jaga tetap rapi."


def review(place: Place) -> ReviewSession:
    return ReviewSession(place)


def stored(place: Place) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((place.folder / f"jawaban/{TASK}.json").read_text(encoding="utf-8"))
    return content["answer"]


def write(session: ReviewSession, **fields: str) -> dict[str, Any]:
    for field, value in fields.items():
        session.handle({"do": "set", "field": field, "value": value})
    return session.view


def test_each_word_is_on_the_disk(place):
    write(review(place), bintang="4", ulasan=GOOD)
    assert stored(place)["ulasan"] == GOOD
    assert stored(place)["bintang"] == "4"


def test_a_good_review_and_answer_are_ready(place):
    session = review(place)
    view = write(session, ulasan=GOOD, jawaban=THANKS)
    assert view["closing"] == "Semua siap untuk pengajar."
    view = session.handle({"do": "check"})
    assert view["live"] == "Ulasan siap dinilai. Bagus, Bu."
    assert [one["kind"] for one in view["texts"]["ulasan"]["advice"]] == ["ok"]


def test_private_data_stand_first_and_as_serious(place):
    session = review(place)
    write(session, ulasan="Renyah. HP saya 0812 3456 7890.", jawaban=THANKS)
    view = session.handle({"do": "check"})
    assert view["texts"]["ulasan"]["advice"][0]["kind"] == "stop"
    assert view["live"] == view["texts"]["ulasan"]["advice"][0]["text"]


def test_advice_goes_with_the_next_letter(place):
    session = review(place)
    write(session, ulasan="bagus")
    session.handle({"do": "check"})
    assert session.view["texts"]["ulasan"]["advice"]
    assert not write(session, ulasan="bagus sekali")["texts"]["ulasan"]["advice"]


def test_a_recording_counts_as_much_as_writing(place):
    session = review(place)
    assert session.handle({"do": "spoken", "on": True})["live"] == "Tulis letak rekamannya."
    view = write(session, tempat="HP pengajar, kelompok 2")
    assert view["closing"]
    assert session.handle({"do": "check"})["live"] == "Ulasan siap dinilai. Bagus, Bu."
    assert stored(place)["direkam"] is True


def test_a_phone_number_beside_a_recording_still_has_to_go(place):
    session = review(place)
    session.handle({"do": "spoken", "on": True})
    view = write(session, tempat="HP pengajar", ulasan="Renyah. HP saya 081234567890.")
    assert not view["closing"]
    assert "nomor HP" in session.handle({"do": "check"})["live"]
    assert [one["kind"] for one in session.view["texts"]["ulasan"]["advice"]] == ["stop"]
    view = write(session, ulasan="Renyah.")
    assert view["closing"]


def test_goods_of_her_market_are_offered(place):
    rounds = (sample_round(3, "2026-11-22"),)
    place.answer("s11-pesanan").save(Play(Table(), rounds).to_json(), place.now())
    names = [one[0] for one in review(place).view["goods"]]
    assert "Keripik pisang 150 g" in names


def test_a_market_that_cannot_be_read_offers_other_goods(place):
    place.answer("s11-pesanan").save({"putaran": 4}, place.now())
    assert [one[1] for one in review(place).view["goods"]] == ["Pilih dari daftar", "barang lain di meja"]


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "terbang"},
        {"do": "set", "field": "nik", "value": ""},
        {"do": "set", "field": "ulasan", "value": 5},
        {"do": "set", "field": "bintang", "value": "9"},
        {"do": "spoken", "on": "ya"},
    ],
)
def test_a_message_nobody_knows_changes_nothing(place, message):
    session = review(place)
    write(session, ulasan=GOOD)
    before = stored(place)
    assert "belum terbaca" in session.handle(message)["live"]
    assert stored(place) == before


def test_reopening_brings_everything_back(place):
    session = review(place)
    write(session, tentang="Keripik pisang", ulasan=GOOD)
    again = review(place)
    assert again._state == session._state
    assert again.view["live"] == "Ulasan sama seperti terakhir disimpan."


@pytest.mark.parametrize("content", [{"ulasan": 4}, {"direkam": "ya"}])
def test_a_review_that_is_none_is_kept_aside(place, content):
    place.answer(TASK).save(content, place.now())
    assert review(place).view["live"].startswith("Catatan lama belum terbaca")


def test_two_notebooks_share_one_review(place):
    one, other = review(place), review(place)
    write(one, ulasan=GOOD)
    assert write(other, jawaban=THANKS)["texts"]["ulasan"]["value"] == GOOD


def test_a_full_disk_changes_nothing(place, monkeypatch):
    session = review(place)
    write(session, ulasan=GOOD)

    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    view = write(session, ulasan="lain")
    assert view["texts"]["ulasan"]["value"] == GOOD
    assert "belum tersimpan" in view["live"]


def test_english_partners_see_english(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = review(place)
    assert session.words()["title"] == "Honest review"
    assert write(session, ulasan=GOOD)["live"] == "Saved: Review of the buyer"
