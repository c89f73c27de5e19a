"""The marks of the inbox: twelve decisions, six reasons; nothing to be had by editing the file."""

import subprocess
import sys
import tomllib
from importlib.resources import files

import pytest
from tests.literacy.inboxes import BANK, bank

from lentera.course.scenarios import Decision
from lentera.course.style import TextKind, lint_text
from lentera.literacy.inbox import tasks
from lentera.literacy.inbox.answers import Inbox
from lentera.literacy.inbox.drawing import draw
from lentera.tasks import RULE_SETS

SEED = 21
IDS = draw(SEED, BANK)
SIGNED = [name for name in IDS if BANK.messages[name].signs]
DANGER = [name for name in IDS if BANK.messages[name].decision is Decision.DANGER]


@pytest.fixture(autouse=True)
def _small_bank(monkeypatch):
    monkeypatch.delenv("LENTERA_LANG", raising=False)
    monkeypatch.setattr(tasks, "bank", lambda: BANK)


def answer(ids=IDS, signed=(), **decided):
    right = {name: str(BANK.messages[name].decision) for name in dict.fromkeys(ids) if name in BANK.messages}
    signs = {name: list(BANK.messages[name].signs) for name in signed}
    return {"pesan": list(ids), "putusan": {**right, **decided}, "tanda": signs}


def decisions(content):
    return RULE_SETS["s02-kotak-masuk"].judge(content)


def signs(content):
    return RULE_SETS["s02-tanda-bahaya"].judge(content)


# twelve decisions


def test_twelve_right_decisions_earn_everything():
    report = decisions(answer())
    assert report.holds
    assert report.points(48) == 48
    assert report.praise("id") == ["12 dari 12 pesan sudah tepat."]


@pytest.mark.parametrize("seed", [3, 777, 9998])
def test_the_inbox_of_any_neighbour_is_judged_as_well(seed):
    assert decisions(answer(draw(seed, BANK))).holds


def test_places_may_stand_in_another_order():
    assert decisions(answer(IDS[::-1])).holds


def test_one_not_right_yet_is_told_with_its_place_and_where_to_look():
    name = DANGER[0]
    report = decisions(answer(**{name: "aman"}))
    place = IDS.index(name) + 1
    assert report.points(48) == 44
    assert report.praise("id") == ["11 dari 12 pesan sudah tepat."]
    assert report.finding_sentence("id") == f"Pesan {place}: putusannya belum tepat."
    assert report.next_step("id") == tasks.where_to_look(BANK.messages[name])


def test_the_first_one_in_her_list_is_told():
    late, early = DANGER[-1], DANGER[0]
    report = decisions(answer(**{late: "aman", early: "aman"}))
    assert report.finding_sentence("id").startswith(f"Pesan {IDS.index(early) + 1}:")


def test_a_careful_decision_earns_three_of_four_points():
    report = decisions(answer(**{DANGER[0]: "curiga"}))
    assert report.points(48) == 47
    assert not report.holds
    assert "hati-hati itu baik" in report.finding_sentence("id")


def test_an_undecided_message_is_only_unfinished():
    content = answer()
    del content["putusan"][IDS[4]]
    report = decisions(content)
    assert report.finding_sentence("id") == "Pesan 5 belum diputuskan."
    assert report.finding.kind == "unfinished"
    assert report.points(48) == 44


def test_always_bahaya_or_always_curiga_does_not_pay():
    for decision, most in ((Decision.DANGER, 0.67), (Decision.DOUBT, 0.8), (Decision.SAFE, 0.34)):
        report = decisions(answer(**dict.fromkeys(IDS, str(decision))))
        assert report.share < most


def test_what_is_said_never_gives_the_decision_away():
    for language in ("id", "en"):
        for name in IDS:
            for wrong in set(Decision) - {BANK.messages[name].decision}:
                report = decisions(answer(**{name: str(wrong)}))
                told = f"{report.finding_sentence(language)} {report.next_step(language)}".casefold()
                words = {"aman", "curiga", "bahaya", "penipu", "scam", "safe", "doubtful", "danger"}
                assert not {word for word in words if word in told}


def test_messages_of_the_same_make_get_the_same_words_whether_honest_or_not():
    from tests.literacy.inboxes import HONEST, message

    scam, honest = message("a", "otp"), message("b", HONEST, decision=Decision.SAFE)
    assert tasks.where_to_look(scam) == tasks.where_to_look(honest)


# nothing to be had by editing the file


def test_twelve_copies_of_one_message_earn_one():
    report = decisions(answer(["apk-0"] * 12))
    assert report.points(48) == 4
    assert report.finding_sentence("id") == "Baru 1 dari 12 pesan bisa dinilai."


def test_messages_of_the_easiest_kind_earn_only_their_share_of_the_mix():
    honest = [name for name in BANK.messages if name.startswith("jujur")]
    assert decisions(answer(honest)).points(48) == 16
    assert decisions(answer([f"apk-{n}" for n in range(6)])).points(48) == 4


def test_more_than_twelve_earn_no_more_than_twelve():
    report = decisions(answer(list(BANK.messages)))
    assert report.points(48) == 48
    assert len(report.verdicts) == 12


def test_fewer_than_twelve_earn_their_share():
    assert decisions(answer(IDS[:5])).points(48) == 20


def test_a_message_nobody_knows_any_more_is_not_judged_and_hurts_no_other():
    report = decisions(answer([*IDS[:3], "sudah-hilang", *IDS[4:]]))
    assert report.points(48) == 44
    assert report.finding_sentence("id") == "Baru 11 dari 12 pesan bisa dinilai."
    assert "Buka kotak masuk sekali lagi" in report.next_step("id")


def test_a_place_is_told_as_it_stands_in_her_list():
    ids = ["sudah-hilang", *IDS[1:]]
    report = decisions(
        answer(ids, **{IDS[1]: next(str(d) for d in Decision if d != BANK.messages[IDS[1]].decision)})
    )
    assert report.finding_sentence("id").startswith("Pesan 2:")


def test_decisions_on_messages_of_no_inbox_earn_nothing():
    content = answer(IDS[:2])
    content["putusan"] = answer()["putusan"]
    assert decisions(content).points(48) == 8


@pytest.mark.parametrize("content", [{}, {"pesan": 1}, {"pesan": ["apk-0"], "putusan": {"apk-0": "merah"}}])
def test_a_damaged_answer_is_no_mark_and_no_crash(content):
    for task in (decisions, signs):
        assert task(content).share == 0
        assert "belum terbaca" in task(content).finding_sentence("id")


def test_no_answer_yet_says_where_to_begin():
    assert "Buka pesan pertama" in decisions(None).finding_sentence("id")


# six reasons


def test_the_signs_of_any_six_messages_earn_everything():
    for six in (SIGNED[:6], SIGNED[-6:], SIGNED):
        report = signs(answer(signed=six))
        assert report.holds
        assert report.points(12) == 12


def test_each_message_with_its_signs_earns_two_points():
    for count in range(7):
        assert signs(answer(signed=SIGNED[:count])).points(12) == 2 * count


def test_signs_count_without_a_right_decision():
    name = SIGNED[0]
    assert signs(answer(signed=[name], **{name: "aman"})).points(12) == 2


def test_one_wrong_sign_is_the_one_thing_told():
    content = answer(signed=SIGNED[:3])
    content["tanda"][SIGNED[1]].append("malam")
    report = signs(content)
    place = IDS.index(SIGNED[1]) + 1
    assert report.points(12) == 4
    assert report.praise("id") == ["Tanda bahaya pada 2 dari 6 pesan sudah tepat."]
    assert report.finding_sentence("id") == f"Pesan {place}: 3 tanda sudah tepat."
    assert report.next_step("id").startswith("malam bukan tanda bahaya")


def test_only_wrong_signs_are_told_without_praise():
    content = answer()
    content["tanda"] = {SIGNED[0]: ["salam"]}
    place = IDS.index(SIGNED[0]) + 1
    assert signs(content).finding_sentence("id") == f"Pesan {place}: tandanya belum tepat."


def test_ticking_everything_earns_nothing():
    content = answer()
    content["tanda"] = {name: [*BANK.messages[name].signs, *BANK.messages[name].decoys] for name in IDS}
    assert signs(content).share == 0


def test_a_wrong_try_besides_six_right_ones_takes_nothing_away():
    content = answer(signed=SIGNED[:6])
    content["tanda"][SIGNED[6]] = ["salam"]
    assert signs(content).points(12) == 12


def test_signs_on_an_honest_message_are_not_asked_for():
    honest = next(name for name in IDS if not BANK.messages[name].signs)
    content = answer(signed=SIGNED[:1])
    content["tanda"][honest] = ["salam"]
    report = signs(content)
    assert report.points(12) == 2
    assert report.finding_sentence("id") == "Tanda bahaya pada 1 dari 6 pesan sudah lengkap."


def test_signs_of_one_kind_six_times_over_earn_once():
    content = answer([f"apk-{n}" for n in range(6)], signed=[f"apk-{n}" for n in range(6)])
    assert signs(content).points(12) == 2


# both tasks, one answer


def test_both_tasks_read_one_answer_and_load_by_name():
    for task, points in (("s02-kotak-masuk", 48), ("s02-tanda-bahaya", 12)):
        rules = RULE_SETS[task]
        assert (rules.task, rules.answer) == (task, "s02-kotak-masuk")
        assert rules.judge(answer(signed=SIGNED)).points(points) == points


def test_the_course_is_what_is_judged_by_default(monkeypatch):
    asked = []
    monkeypatch.setattr(tasks, "bank", lambda: asked.append(1) or bank())
    decisions(answer())
    assert asked


def test_a_mark_loads_no_model_of_forgetting():
    code = (
        "import sys; from lentera.tasks import RULE_SETS; RULE_SETS['s02-kotak-masuk'].judge({'pesan': []});"
        "sys.exit('fsrs' in sys.modules or 'lentera.literacy.inbox.memory' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_details_hold_whatever_the_inbox_holds():
    for number in range(12):
        assert tasks.decision_found(number, Inbox(()), BANK).mistake == "absent"
    for number in range(6):
        assert tasks.signs_found(number, Inbox(()), BANK).mistake == "open"


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_sentence_keeps_a_blank(language, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", language)
    spoilt = answer(signed=SIGNED[:1])
    spoilt["putusan"] = dict.fromkeys(IDS[:11], "aman")
    spoilt["tanda"][SIGNED[1]] = ["salam"]
    for report in (decisions(spoilt), signs(spoilt), decisions(answer(IDS[:1])), signs(answer())):
        for verdict in report.verdicts:
            assert "{" not in verdict.sentence(language) + verdict.next_step(language)


def sayings(table):
    """Give every pair of sentences in a table, however deep."""
    if set(table) == {"id", "en"}:
        return [table]
    return [pair for inner in table.values() if isinstance(inner, dict) for pair in sayings(inner)]


@pytest.mark.parametrize("name", ["inbox", "s02-kotak-masuk", "s02-tanda-bahaya"])
def test_what_is_said_is_plain_and_there_in_both_languages(name):
    path = files("lentera.literacy") / "texts" / f"{name}.toml"
    pairs = sayings(tomllib.loads(path.read_text(encoding="utf-8")))
    assert len(pairs) > 8
    for pair in pairs:
        assert bool(pair["id"]) == bool(pair["en"])
        assert [found.message for found in lint_text(pair["id"], TextKind.FEEDBACK)] == []
