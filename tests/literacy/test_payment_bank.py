"""The payments to judge: enough of each, plain words, nothing real, and each fault of a scenario told."""

from collections import Counter

import pytest

from lentera.course import content_root, load_course
from lentera.course.check_scenarios import unreal
from lentera.course.reader import Reader
from lentera.course.scenarios import Method, Origin, Outcome, ScreenKind, Side, read_bank
from lentera.course.scenarios.payments import (
    MOST_WORDS,
    payment_as_written,
    payment_texts,
    read_payment,
    read_reason,
    reason_texts,
)
from lentera.course.style import StyleSeverity, lint_text
from lentera.words import Address, addressed

BANK = read_bank(content_root())[0]
ORIGIN = Origin("uji.toml", "bayar[0]")
GOOD = {
    "id": "uji",
    "nama": "Keripik untuk Rini",
    "peran": "penjual",
    "cara": "qris",
    "cerita": "Rini membeli keripik Rp12.000.",
    "putusan": "belum",
    "hampir": ["curiga"],
    "alasan": ["notif-belum"],
    "pengecoh": ["notif-masuk"],
    "lalu": "Tunggu dulu.",
    "sulit": 1,
    "layar": [{"jenis": "notifikasi", "judul": "HP sendiri", "teks": "Belum ada."}],
    "balasan": {"lunas": "Buka HP.", "belum": "Tepat.", "curiga": "Hati-hati itu baik."},
}


def faults_of(**changed):
    faults = []
    read_payment(Reader({**GOOD, **changed}, "uji.toml", faults, "bayar[0]"), ORIGIN)
    return [one.kind for one in faults]


def test_there_are_many_of_every_decision():
    counts = Counter(one.decision for one in BANK.payments.values())
    assert len(BANK.payments) >= 15
    assert min(counts[outcome] for outcome in Outcome) >= 5


def test_every_decision_is_met_as_buyer_and_as_seller_by_transfer_and_by_qris():
    met = {(one.decision, one.side) for one in BANK.payments.values()}
    paid = {(one.decision, one.method) for one in BANK.payments.values()}
    assert met == {(outcome, side) for outcome in Outcome for side in Side}
    assert paid == {(outcome, method) for outcome in Outcome for method in Method}


def test_every_kind_of_screen_is_used_and_every_sticker_names_its_owner():
    shown = [screen for one in BANK.payments.values() for screen in one.screens]
    assert {screen.kind for screen in shown} == set(ScreenKind)
    stickers = [screen for screen in shown if screen.kind is ScreenKind.STICKER]
    assert all([name for name, _value in screen.rows] == ["Nama", "NMID"] for screen in stickers)


def test_a_seller_is_paid_exactly_when_her_own_phone_says_so():
    for one in BANK.payments.values():
        if one.side is not Side.SELLER:
            continue
        (own,) = [screen for screen in one.screens if screen.kind is ScreenKind.NOTICES]
        assert bool(own.rows) == ("notif-masuk" in one.reasons), one.id
        if one.decision is Outcome.PAID:
            assert own.rows, one.id


def test_a_picture_never_makes_a_payment_paid():
    for one in BANK.payments.values():
        if one.decision is Outcome.PAID:
            assert "bukti-gambar" not in one.reasons


def test_every_reason_is_true_somewhere_or_a_decoy():
    used = {name for one in BANK.payments.values() for name in (*one.reasons, *one.decoys)}
    assert used == set(BANK.reasons)


def test_replies_differ_and_are_short():
    for one in BANK.payments.values():
        assert len(set(one.replies.values())) == len(Outcome), one.id
        for reply in (*one.replies.values(), one.story, one.after):
            assert len(reply.split()) <= MOST_WORDS, (one.id, reply)


def test_only_the_right_reply_says_that_it_is_right():
    for one in BANK.payments.values():
        told = [outcome for outcome, reply in one.replies.items() if reply.startswith("Tepat")]
        assert told == [one.decision], one.id


@pytest.mark.parametrize("address", Address)
def test_every_text_is_plain(address):
    texts = [(one.id, *row) for one in BANK.payments.values() for row in payment_texts(one)]
    texts += [(one.id, *row) for one in BANK.reasons.values() for row in reason_texts(one)]
    faults = [
        (name, key, found)
        for name, key, kind, text in texts
        for found in lint_text(addressed(text, address), kind)
        if found.severity is StyleSeverity.ERROR
    ]
    assert faults == []


def test_nothing_is_real():
    found = [
        fault
        for one in BANK.payments.values()
        for key, text in payment_as_written(one)
        for fault in unreal(one.origin, key, text)
    ]
    assert found == []


def test_every_fact_is_in_the_course():
    facts = load_course(content_root()).facts
    named = {name for one in BANK.payments.values() for name in one.facts}
    assert {"qris-pembeli", "qris-biaya", "qris-batas", "modus-qris-tempel", "modus-bukti-palsu"} <= named
    assert named <= set(facts)


def test_a_good_payment_has_no_fault():
    assert faults_of() == []


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"cerita": "kata " * 26}, "scene_long"),
        ({"hampir": ["belum"]}, "payment_nearly"),
        ({"hampir": ["lunas"]}, "payment_nearly"),
        ({"pengecoh": ["notif-belum"]}, "payment_both"),
        ({"alasan": ["notif-belum", "bukti-gambar"]}, "payment_few_decoys"),
        ({"putusan": "mungkin"}, "not_a_choice"),
        ({"sulit": 4}, "out_of_range"),
        ({"layar": [{"jenis": "pesan", "judul": "Kosong"}]}, "missing_key"),
        ({"layar": []}, "empty"),
        ({"warna": "biru"}, "unknown_key"),
    ],
)
def test_a_fault_is_told(changed, kind):
    assert kind in faults_of(**changed)


def test_a_reason_nobody_knows_is_told(tmp_path):
    folder = tmp_path / "curriculum/scenarios/desa"
    folder.mkdir(parents=True)
    (folder / "kita.toml").write_text(
        '[[bayar]]\nid = "x"\nnama = "x"\nperan = "penjual"\ncara = "qris"\ncerita = "x"\nputusan = "belum"\n'
        'alasan = ["hantu"]\npengecoh = ["setan"]\nlalu = "x"\nsulit = 1\n'
        '[[bayar.layar]]\njenis = "pesan"\njudul = "x"\nteks = "x"\n'
        '[bayar.balasan]\nlunas = "x"\nbelum = "x"\ncuriga = "x"\n',
        encoding="utf-8",
    )
    bank, faults = read_bank(tmp_path)
    assert bank.payments["x"].origin.village
    assert [one.kind for one in faults] == ["scenario_unknown", "scenario_unknown"]


def test_a_reason_needs_all_its_sentences():
    faults = []
    read_reason(Reader({"id": "a", "nama": "b"}, "uji.toml", faults, "alasan[0]"), ORIGIN)
    assert [one.kind for one in faults] == ["missing_key", "missing_key"]
