"""One message judged: the decision, the signs, the order of what is done; the answer as it is kept."""

import json
from itertools import permutations

import pytest
from tests.literacy.inboxes import APK, BANK, HONEST, KINDS, message

from lentera.course.scenarios import Decision
from lentera.literacy.inbox.answers import Inbox
from lentera.literacy.inbox.judging import judge_decision, judge_order, judge_signs, offered_signs

UNDANGAN = BANK.messages["apk-1"]
SAFE = message("ibu-guru", HONEST, decision=Decision.SAFE)
ACTIONS = [name for name, _text in APK.actions]


# the decision


@pytest.mark.parametrize(("decision", "share"), [("bahaya", 1), ("curiga", 0.75), ("aman", 0)])
def test_a_careful_decision_earns_three_quarters(decision, share):
    assert judge_decision(UNDANGAN, Decision(decision)) == (share, f"apk-1: {decision}.")


@pytest.mark.parametrize(("decision", "share"), [("bahaya", 0), ("curiga", 0), ("aman", 1)])
def test_mistrust_of_an_honest_message_earns_nothing_where_none_is_due(decision, share):
    assert judge_decision(SAFE, Decision(decision))[0] == share


# the signs


def test_all_true_signs_and_nothing_else_are_right():
    found = judge_signs(UNDANGAN, ("tanpa-nama", "berkas-apk", "nomor-baru"), BANK)
    assert (found.right, found.next) == (True, "")
    assert found.said == "Tepat. Semua tanda bahayanya sudah ditemukan."


def test_a_sign_that_is_none_is_told_first():
    found = judge_signs(UNDANGAN, ("berkas-apk", "salam", "malam"), BANK)
    assert (found.right, found.said) == (False, "1 tanda sudah tepat.")
    assert found.next == "salam bukan tanda bahaya. Cari tanda yang lain."


def test_all_signs_ticked_is_not_right():
    found = judge_signs(UNDANGAN, offered_signs(UNDANGAN, 1), BANK)
    assert (found.right, found.said) == (False, "3 tanda sudah tepat.")


@pytest.mark.parametrize(
    ("chosen", "said", "left"),
    [
        (("berkas-apk",), "1 tanda sudah tepat.", "Masih ada 2 tanda lagi."),
        (("berkas-apk", "tanpa-nama"), "2 tanda sudah tepat.", "Masih ada 1 tanda lagi."),
    ],
)
def test_missing_signs_are_counted_and_not_named(chosen, said, left):
    found = judge_signs(UNDANGAN, chosen, BANK)
    assert (found.right, found.said) == (False, said)
    assert found.next.startswith(left)
    assert "nomor" not in found.next


def test_a_wrong_sign_alone_gets_no_praise():
    found = judge_signs(UNDANGAN, ("malam",), BANK)
    assert (found.right, found.said) == (False, "")
    assert found.next.startswith("malam")


def test_nothing_ticked_says_the_same_of_a_scam_and_of_an_honest_message():
    assert judge_signs(UNDANGAN, (), BANK) == judge_signs(SAFE, (), BANK)
    assert not judge_signs(SAFE, (), BANK).right


def test_a_sign_that_is_not_offered_any_more_is_passed_over():
    chosen = ("tanpa-nama", "berkas-apk", "nomor-baru", "tanda-lama")
    assert judge_signs(UNDANGAN, chosen, BANK).right


def test_english_is_there_too(monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    assert judge_signs(UNDANGAN, ("berkas-apk",), BANK).said == "1 sign is right already."


def test_signs_and_decoys_are_offered_in_an_order_that_tells_nothing():
    offers = {seed: offered_signs(UNDANGAN, seed) for seed in range(200)}
    assert all(sorted(offer) == sorted((*UNDANGAN.signs, *UNDANGAN.decoys)) for offer in offers.values())
    first = [offer[0] in UNDANGAN.signs for offer in offers.values()]
    assert 0.45 < sum(first) / 200 < 0.75  # three of five are true
    turned = message("apk-1", "apk", signs=UNDANGAN.signs[::-1], decoys=UNDANGAN.decoys[::-1])
    assert offered_signs(turned, 5) == offers[5]


# the order


def test_every_order_that_keeps_what_must_come_first_is_right_and_no_other():
    """The rule of the course: hold before all; the screenshot before blocking and reporting."""
    for order in permutations(ACTIONS):
        at = order.index
        expected = at("tahan") == 0 and at("simpan") < min(at("blokir"), at("lapor"))
        assert judge_order(APK, order).right is expected


def test_there_is_more_than_one_right_order():
    assert sum(judge_order(APK, order).right for order in permutations(ACTIONS)) == 8


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ((), "Pilih langkah pertama."),
        (("tahan", "blokir", "simpan", "keluarga", "lapor"), "Hampir. Simpan bukti dulu."),
        (("tahan", "lapor"), "Taruh tangkapan layar di urutan awal."),
        (("simpan", "tahan", "blokir", "keluarga", "lapor"), "Tahan dulu."),
        (
            ("tahan", "simpan"),
            "Urutannya tepat sejauh ini. Masih ada langkah: “Blokir nomornya.”",
        ),
    ],
)
def test_one_thing_is_said_of_an_order(chosen, said):
    found = judge_order(APK, chosen)
    assert (found.right, found.said) == (False, said)


def test_an_action_that_nobody_knows_any_more_is_passed_over():
    assert judge_order(APK, ("lama", *ACTIONS)).right


def test_a_kind_without_actions_asks_for_none():
    assert judge_order(KINDS[HONEST], ()) == judge_order(KINDS[HONEST], ("lama",))
    assert judge_order(KINDS[HONEST], ()).right


# the answer as it is kept


def test_an_inbox_reads_back_as_it_was_written():
    inbox = (
        Inbox(("apk-1", "ibu-guru", "sudah-hilang"))
        .with_decision("apk-1", Decision.DANGER)
        .with_signs("apk-1", ["berkas-apk", "berkas-apk", "salam"])
        .with_order("apk-1", ["tahan"])
        .with_check("apk-1")
        .with_check("apk-1")
    )
    content = inbox.to_content()
    assert content == {
        "pesan": ["apk-1", "ibu-guru", "sudah-hilang"],
        "putusan": {"apk-1": "bahaya"},
        "tanda": {"apk-1": ["berkas-apk", "salam"]},
        "urutan": {"apk-1": ["tahan"]},
        "diperiksa": ["apk-1"],
    }
    assert Inbox.from_content(json.loads(json.dumps(content))) == inbox


def test_what_was_emptied_again_is_not_kept():
    inbox = Inbox(("apk-1",)).with_signs("apk-1", ["salam"]).with_signs("apk-1", [])
    assert inbox.to_content()["tanda"] == {}


def test_a_changed_decision_takes_the_place_of_the_first():
    inbox = Inbox(("apk-1",)).with_decision("apk-1", Decision.SAFE).with_decision("apk-1", Decision.DANGER)
    assert inbox.decided == {"apk-1": Decision.DANGER}


@pytest.mark.parametrize("change", ["with_signs", "with_order"])
def test_a_message_of_another_inbox_is_refused(change):
    with pytest.raises(ValueError, match="no message 'otp-1'"):
        getattr(Inbox(("apk-1",)), change)("otp-1", ("salam",))
    with pytest.raises(ValueError, match="no message 'otp-1'"):
        Inbox(("apk-1",)).with_decision("otp-1", Decision.SAFE)
    with pytest.raises(ValueError, match="no message 'otp-1'"):
        Inbox(("apk-1",)).with_check("otp-1")


@pytest.mark.parametrize(
    "content",
    [
        {},
        [],
        "pesan",
        {"pesan": "apk-1"},
        {"pesan": [1]},
        {"pesan": [""]},
        {"pesan": {"apk-1": 1}},
        {"pesan": [], "putusan": []},
        {"pesan": [], "putusan": {"apk-1": "tidak tahu"}},
        {"pesan": [], "putusan": {"apk-1": ["aman"]}},
        {"pesan": [], "putusan": {"apk-1": None}},
        {"pesan": [], "tanda": {"apk-1": "salam"}},
        {"pesan": [], "tanda": {"apk-1": [None]}},
        {"pesan": [], "urutan": [["apk-1"]]},
        {"pesan": [], "diperiksa": 3},
    ],
)
def test_nonsense_is_refused_with_a_sentence(content):
    with pytest.raises(ValueError, match=r"again|choose one of"):
        Inbox.from_content(content)
