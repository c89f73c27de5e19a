"""Orders that go astray: every right way out, each wrong step and rude sentence with feedback of its own."""

from itertools import permutations

import pytest

from lentera.market.mishaps import FOUR, MORE, SLOTS, drawn, mishap, mishaps
from lentera.market.trouble_rules import Way, judge_way
from lentera.rules import MistakeKind
from lentera.tasks import RULE_SETS

SEED = 11
ALL = (*FOUR, *MORE)
OWN = "Selamat pagi. Maaf, barang belum bisa dikirim hari ini. Kami kirim besok."


def polite(about):
    return tuple(part.id for part in about.parts if part.right)


def row(about, actions=None, parts=None, text=""):
    return {
        "tindakan": list(about.steps if actions is None else actions),
        "bagian": list(polite(about) if parts is None else parts),
        "teks": text,
    }


def answer(**changed):
    rows = {name: row(mishap(name, SEED)) for name in FOUR}
    return {"benih": SEED, "masalah": {**rows, **changed}}


def judged(**changed):
    return RULE_SETS["s11-masalah"].judge(answer(**changed))


def test_four_right_ways_out_earn_everything():
    report = judged()
    assert report.holds
    assert report.points(24) == 24


@pytest.mark.parametrize("seed", range(0, 10_000, 1999))
def test_every_seed_can_be_solved(seed):
    rows = {name: row(about) for name, about in mishaps(seed).items()}
    assert RULE_SETS["s11-masalah"].judge({"benih": seed, "masalah": rows}).holds


def test_a_reply_in_her_own_words_counts_as_much():
    assert judged(alamat=row(mishap("alamat", SEED), parts=(), text=OWN)).holds


@pytest.mark.parametrize("name", ALL)
def test_every_order_of_the_steps_that_makes_sense_is_right(name):
    about = mishap(name, SEED)
    fits = [
        order
        for order in permutations(about.steps)
        if all(order.index(first) < order.index(then) for first, then in about.before)
    ]
    assert fits
    for order in permutations(about.steps):
        found = judge_way(about, Way(order, polite(about)))
        assert found.holds == (order in fits)
        if not found.holds:
            assert found.mistake == "order"
            assert found.share < 1


@pytest.mark.parametrize("name", ALL)
def test_each_wrong_step_has_its_own_sentence_and_next_step(name):
    about, sentences = mishap(name, SEED), set()
    wrong = [action for action in about.actions if not action.right]
    assert len(wrong) >= 2
    for action in wrong:
        found = judge_way(about, Way((*about.steps, action.id), polite(about)))
        assert found.mistake == ("danger" if action.danger else "action")
        assert found.details["says"] == action.says != ""
        assert found.details["next"] == action.next != ""
        assert found.share < 1
        sentences.add(action.says)
    assert len(sentences) == len(wrong)


@pytest.mark.parametrize("name", ALL)
def test_each_impolite_sentence_has_its_own_feedback(name):
    about = mishap(name, SEED)
    for part in (part for part in about.parts if not part.right):
        chosen = tuple(one for one in polite(about) if not one.startswith(part.slot))
        found = judge_way(about, Way(about.steps, (*chosen, part.id)))
        assert found.mistake == "reply_part"
        assert found.details["says"] == part.says != ""


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("slot", SLOTS)
def test_a_missing_part_of_the_reply_is_named(name, slot):
    about = mishap(name, SEED)
    chosen = tuple(one for one in polite(about) if not one.startswith(slot))
    assert judge_way(about, Way(about.steps, chosen)).mistake == f"reply_{slot}"


@pytest.mark.parametrize("name", ALL)
def test_steps_earn_four_points_and_the_reply_two(name):
    about = mishap(name, SEED)
    assert judge_way(about, Way(about.steps)).share == pytest.approx(4 / 6)
    assert judge_way(about, Way((), polite(about))).share == pytest.approx(2 / 6)
    assert judge_way(about, Way(about.steps[:2], ())).share == pytest.approx(2 / 6)
    assert judge_way(about, Way()).share == 0


def test_handing_goods_out_for_a_picture_is_a_danger_and_told_first():
    about = mishap("bukti_palsu", SEED)
    report = judged(
        bukti_palsu=row(about, (*about.steps, "serahkan")), stok_habis=row(mishap("stok_habis", SEED), ())
    )
    verdict = next(one for one in report.verdicts if one.rule.id == "s11.trouble.bukti_palsu")
    assert verdict.kind is MistakeKind.DANGER
    assert "Gambar bukan uang" in verdict.sentence("id")
    assert verdict.next_step("id") == "Hapus langkah ini. Tunggu notifikasi sendiri."


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("Penipu! Terima kasih sudah memesan di toko kami hari ini.", "reply_words"),
        ("Maaf, hubungi 0812 3456 7890 untuk barang pengganti besok pagi.", "reply_words"),
        ("Terima kasih.", "reply_short"),
        ("maaf maaf maaf maaf maaf maaf maaf", "reply_short"),
        ("Barang kami kirim besok pagi lewat kurir desa.", "reply_thanks"),
    ],
)
def test_a_reply_in_her_own_words_is_polite_and_private(text, mistake):
    about = mishap("alamat", SEED)
    assert judge_way(about, Way(about.steps, polite(about), text)).mistake == mistake


def test_the_missing_step_is_hinted_at_and_not_given_away():
    about = mishap("stok_habis", SEED)
    found = judge_way(about, Way(about.steps[:3], polite(about)))
    assert found.mistake == "missing"
    assert found.details["next"] == "Pembeli sudah memilih. Apa langkah terakhir?"


def test_stories_differ_from_neighbour_to_neighbour_and_stay_for_one():
    assert mishaps(SEED) == mishaps(SEED)
    assert len({mishap("alamat", seed).situation for seed in range(60)}) > 10


def test_sums_in_a_story_agree():
    about = mishap("bayar_kurang", SEED)
    found = [
        int("".join(sign for sign in word if sign.isdigit()))
        for word in about.situation.split()
        if "Rp" in word
    ]
    assert found[0] == found[1] + found[2]


@pytest.mark.parametrize("name", ALL)
def test_the_first_places_of_a_list_do_not_give_the_answer_away(name):
    first = {mishap(name, seed).actions[0].id for seed in range(80)}
    assert first == {action.id for action in mishap(name, 0).actions}


def test_the_four_of_the_task_are_drawn_before_the_others():
    played = ()
    for _ in FOUR:
        played += (drawn(SEED, earlier=played),)
    assert set(played) == set(FOUR)
    assert drawn(SEED, earlier=played) in MORE
    assert drawn(SEED, earlier=ALL) in ALL


@pytest.mark.parametrize(
    "change",
    [
        {"benih": None},
        {"benih": -1},
        {"benih": True},
        {"masalah": None},
        {"masalah": {"banjir": {}}},
        {"masalah": {"alamat": 3}},
        {"masalah": {"alamat": {"tindakan": "catat"}}},
        {"masalah": {"alamat": {"tindakan": ["terbang"]}}},
        {"masalah": {"alamat": {"tindakan": ["catat", "catat"]}}},
        {"masalah": {"alamat": {"bagian": ["salam-9"]}}},
        {"masalah": {"alamat": {"teks": 4}}},
    ],
)
def test_a_damaged_answer_is_told_in_one_sentence(change):
    report = RULE_SETS["s11-masalah"].judge({**answer(), **change})
    assert report.points(24) == 0
    assert "belum terbaca" in report.finding_sentence("id")


def test_a_mishap_that_is_not_there_is_named():
    with pytest.raises(ValueError, match="banjir"):
        mishap("banjir", SEED)


@pytest.mark.parametrize("name", FOUR)
def test_who_chooses_every_step_there_is_earns_nothing_for_the_steps(name):
    about = mishap(name, SEED)
    rest = [action.id for action in about.actions if not action.right]
    assert judge_way(about, Way((*about.steps, *rest))).share == 0


@pytest.mark.parametrize(
    "text",
    [
        "Maaf, paket masih di jalan. Kami cari jalan keluar hari ini.",
        "Terima kasih, madu liar kami ganti dan sampah bungkusnya kami ambil.",
    ],
)
def test_harmless_words_of_a_reply_are_let_be(text):
    about = mishap("alamat", SEED)
    assert judge_way(about, Way(about.steps, (), text)).holds
