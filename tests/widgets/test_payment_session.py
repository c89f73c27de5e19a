"""Practice payments without a screen: decide, tick what was noticed, check, and play on freely."""

import errno
import json
from typing import Any

import pytest

from lentera.course.scenarios import Outcome, Side
from lentera.place import Place
from lentera.tasks import RULE_SETS
from lentera.widgets.payment.session import PaymentSession

TASK = "s08-transaksi"


def payments(place: Place) -> PaymentSession:
    return PaymentSession(place, TASK, [RULE_SETS[TASK]], {TASK: 25.0})


def stored(place: Place, name: str = TASK) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((place.folder / f"jawaban/{name}.json").read_text(encoding="utf-8"))
    return content["answer"]


def solve(session: PaymentSession, at: int) -> dict[str, Any]:
    payment = session._state.payments[at]
    session.handle({"do": "card", "card": payment.id})
    session.handle({"do": "decide", "value": payment.decision.value})
    for reason in payment.reasons:
        session.handle({"do": "reason", "reason": reason, "on": True})
    return session.handle({"do": "check"})


def test_five_right_decisions_earn_all_points(place):
    session = payments(place)
    for at in range(5):
        view = solve(session, at)
        assert view["cards"][at]["word"] == "sudah tepat"
        assert view["check"]["right"]
    assert RULE_SETS[TASK].judge(stored(place)).points(25) == 25
    assert view["check"]["next_card"] == ""
    assert view["check"]["right"][-1] == "Lima transaksi diputuskan dengan tepat, alasannya juga."


def test_a_right_payment_leads_on_to_one_that_waits(place):
    session = payments(place)
    view = solve(session, 0)
    assert view["check"]["next"] == "Baca transaksi yang lain."
    assert view["check"]["next_card"] == session._state.payments[1].id


def test_what_happens_to_the_goods_follows_from_the_decision(place):
    session = payments(place)
    seller = next(one for one in session._state.payments if one.side is Side.SELLER)
    session.handle({"do": "card", "card": seller.id})
    assert session.view["side_told"] == "Ibu menjadi penjual. Nama tokonya Dapur Melati."
    told = {
        value: session.handle({"do": "decide", "value": value})["follows"]
        for value in ("lunas", "belum", "curiga")
    }
    assert told == {
        "lunas": "Barang diserahkan.",
        "belum": "Barang ditahan sampai uang masuk.",
        "curiga": "Barang ditahan. Cari tahu dulu.",
    }
    buyer = next(one for one in session._state.payments if one.side is Side.BUYER)
    session.handle({"do": "card", "card": buyer.id})
    assert session.handle({"do": "decide", "value": "curiga"})["follows"].startswith("Berhenti.")


def test_a_decision_and_what_was_noticed_are_heard(place):
    session = payments(place)
    assert session.handle({"do": "decide", "value": "belum"})["live"].startswith("Putusan: Belum. ")
    name, words = session.view["reasons"][0]
    assert session.handle({"do": "reason", "reason": name, "on": True})["live"] == f"Dipilih: {words}."
    assert session.handle({"do": "reason", "reason": name, "on": False})["live"] == f"Dilepas: {words}."
    assert session.view["noticed"] == []


def test_goods_given_away_too_early_are_told_without_blame(place):
    session = payments(place)
    risky = next(one for one in session._state.payments if one.decision is not Outcome.PAID)
    session.handle({"do": "card", "card": risky.id})
    session.handle({"do": "decide", "value": "lunas"})
    found = session.handle({"do": "check"})["check"]
    assert found["yet"] == session._said(risky.replies[Outcome.PAID])
    assert found["next"]
    assert not found["holds"]


def test_every_screen_is_words_and_a_sticker_has_its_picture_too(place):
    for seed in range(0, 10_000, 777):
        place.answer(TASK).save({"benih": seed, "transaksi": {}}, place.now())
        session = payments(place)
        for one in session._state.payments:
            view = session.handle({"do": "card", "card": one.id})
            for shown in view["screens"]:
                assert shown["rows"] or shown["words"]
                assert ("SIMULASI" in shown["qr"]) == (shown["kind"] == "stiker")
                for _name, value in shown["rows"]:
                    assert value in view["script"]
            assert "{" not in view["script"] + view["story"]


def test_the_facts_are_told_only_after_a_check(place):
    place.answer(TASK).save({"benih": 0, "transaksi": {}}, place.now())
    session = payments(place)
    at = next(at for at, one in enumerate(session._state.payments) if one.facts)
    session.handle({"do": "card", "card": session._state.payments[at].id})
    assert session.view["check"] is None
    found = solve(session, at)["check"]
    assert all("diperiksa: 22 November 2026" in fact for fact in found["facts"])
    assert len(found["facts"]) == len(session._state.payments[at].facts)


def test_a_payment_tells_how_it_stands_only_after_a_check(place):
    session = payments(place)
    assert [card["word"] for card in session.view["cards"]] == ["belum mulai"] * 5
    session.handle({"do": "decide", "value": session._state.payment.decision.value})
    assert session.view["cards"][0] == {
        "id": session._state.payment.id,
        "name": session._state.payment.name,
        "mark": "later",
        "word": "sudah mulai",
    }


def test_an_undecided_payment_is_not_checked(place):
    assert "belum diputuskan" in payments(place).handle({"do": "check"})["live"]


def test_the_log_gets_each_check(place):
    session = payments(place)
    solve(session, 0)
    session.write_log()
    with place.desk.open_log() as book:
        (statement,) = book.statements()
    assert statement.activity.id == TASK


def test_free_play_offers_five_others_and_a_task_does_not(place):
    free = PaymentSession(place, "s11-bayar")
    assert free.words()["free"]
    first = [card["id"] for card in free.view["cards"]]
    solve(free, 0)
    view = free.handle({"do": "more"})
    assert [card["id"] for card in view["cards"]] != first
    assert view["decision"] == ""
    assert {card["word"] for card in view["cards"]} == {"belum mulai"}
    assert PaymentSession(place, "s11-bayar").view["cards"] == view["cards"]
    task = payments(place)
    assert not task.words()["free"]
    assert "belum terbaca" in task.handle({"do": "more"})["live"]


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "terbang"},
        {"do": "card", "card": "hantu"},
        {"do": "card", "card": ["x"]},
        {"do": "decide", "value": "mungkin"},
        {"do": "decide"},
        {"do": "reason", "reason": "hantu", "on": True},
        {"do": "reason", "reason": "notif-masuk", "on": "ya"},
        {"do": "reason", "reason": {"a": 1}, "on": True},
    ],
)
def test_a_message_nobody_knows_changes_nothing(place, message):
    session = payments(place)
    session.handle({"do": "decide", "value": "belum"})
    before = stored(place)
    assert "belum terbaca" in session.handle(message)["live"]
    assert stored(place) == before


def test_reopening_brings_everything_back(place):
    session = payments(place)
    solve(session, 2)
    again = payments(place)
    assert again._state == session._state
    assert again.view["at"] == session._state.payments[2].id
    assert again.view["live"] == "Transaksi sama seperti terakhir disimpan."


@pytest.mark.parametrize("content", [{}, {"benih": "x", "transaksi": {}}, {"benih": 1, "transaksi": [1]}])
def test_an_answer_that_is_none_is_kept_aside(place, content):
    place.answer(TASK).save(content, place.now())
    assert payments(place).view["live"].startswith("Catatan lama belum terbaca")


def test_two_notebooks_share_the_decisions(place):
    one, other = payments(place), payments(place)
    one.handle({"do": "decide", "value": "belum"})
    name = other.view["reasons"][0][0]
    other.handle({"do": "reason", "reason": name, "on": True})
    assert other.view["decision"] == "belum"
    assert other.view["noticed"] == [name]


def test_a_full_disk_changes_nothing(place, monkeypatch):
    session = payments(place)

    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    view = session.handle({"do": "decide", "value": "belum"})
    assert view["decision"] == ""
    assert "belum tersimpan" in view["live"]


def test_english_partners_see_english(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = payments(place)
    assert session.words()["title"] == "Practice payments"
    assert session.handle({"do": "decide", "value": "belum"})["live"].startswith("Decision: Not yet. ")
