"""Practice calls: every path ends, every turn has a way out, and each fault of a call is told."""

import pytest

from lentera.course import content_root, load_course
from lentera.course.check_scenarios import unreal
from lentera.course.reader import Reader
from lentera.course.scenarios import End, Origin, read_bank
from lentera.course.scenarios.calls import MOST_WORDS, call_as_written, call_texts, read_call
from lentera.course.style import StyleSeverity, lint_text
from lentera.literacy.calls import HANG_UP, walk
from lentera.words import Address, addressed

CALLS = read_bank(content_root())[0].calls
EACH = pytest.mark.parametrize("call", CALLS.values(), ids=list(CALLS))
GOOD = {
    "id": "uji",
    "nama": "Telepon uji",
    "penelepon": "08xx-xxxx-x123",
    "cerita": "HP berdering.",
    "penipuan": True,
    "tanda": ["Ia meminta kode."],
    "telanjur": ["Telepon bank."],
    "giliran": [
        {
            "id": "satu",
            "kata": "Sebutkan kodenya.",
            "tutup": "Bagus.",
            "jawaban": [
                {"id": "tolak", "teks": "Tidak.", "catatan": "Tepat.", "ke": "dua"},
                {"id": "sebut", "teks": "Ini.", "catatan": "Kode itu kunci.", "akhir": "telanjur"},
            ],
        },
        {
            "id": "dua",
            "kata": "Cepat!",
            "tutup": "Bagus.",
            "jawaban": [
                {"id": "tutup-saja", "teks": "Saya tutup.", "catatan": "Tepat.", "akhir": "aman"},
                {"id": "balik", "teks": "Ulangi.", "catatan": "Boleh.", "ke": "satu"},
            ],
        },
    ],
}


def read(table):
    faults = []
    call = read_call(Reader(table, "uji.toml", faults, "telepon[0]"), Origin("uji.toml", "telepon[0]"))
    return call, [one.kind for one in faults]


def changed(turn, **change):
    turns = [dict(one) for one in GOOD["giliran"]]
    turns[turn] = {**turns[turn], **change}
    return {**GOOD, "giliran": turns}


def paths(call):
    """Give every path without hanging up that meets no turn twice, with its end."""
    waiting = [((), (call.first.id,))]
    while waiting:
        path, met = waiting.pop()
        at = walk(call, path)
        for answer in at.turn.answers:
            if answer.end is not None:
                yield (*path, answer.id), answer.end
            elif answer.leads not in met:
                waiting.append(((*path, answer.id), (*met, answer.leads)))


def test_there_are_enough_calls_and_some_are_honest():
    assert sum(call.scam for call in CALLS.values()) >= 4
    assert sum(not call.scam for call in CALLS.values()) >= 1


def test_the_first_calls_are_not_all_of_one_kind():
    assert {call.scam for call in list(CALLS.values())[:3]} == {True, False}


@EACH
def test_every_path_ends_as_its_last_answer_says(call):
    found = list(paths(call))
    for path, end in found:
        at = walk(call, path)
        assert at.end is end
        assert at.turn is None
        assert at.remark
    assert End.SAFE in {end for _path, end in found}


@EACH
def test_a_scam_can_be_fallen_for_and_an_honest_call_cannot(call):
    ends = {end for _path, end in paths(call)}
    assert (End.HAPPENED in ends) == call.scam
    assert bool(call.if_done) == call.scam


@EACH
def test_hanging_up_is_always_a_good_way_out(call):
    for path, _end in paths(call):
        for length in range(len(path)):
            at = walk(call, (*path[:length], HANG_UP))
            assert at.end in {End.SAFE, End.NEARLY}
            assert at.remark


@EACH
def test_no_answer_takes_the_name_of_hanging_up(call):
    assert HANG_UP not in {answer.id for turn in call.turns.values() for answer in turn.answers}


@EACH
def test_a_call_is_long_enough_to_feel_the_pressure_grow(call):
    assert max(len(path) for path, _end in paths(call)) >= (3 if call.scam else 2)


@EACH
def test_everything_said_is_short(call):
    for turn in call.turns.values():
        assert len(turn.words.split()) <= MOST_WORDS
        for answer in turn.answers:
            assert len(answer.text.split()) <= 12
            assert len(answer.remark.split()) <= MOST_WORDS


@EACH
@pytest.mark.parametrize("address", Address)
def test_every_text_is_plain(call, address):
    faults = [
        (key, found)
        for key, kind, text in call_texts(call)
        for found in lint_text(addressed(text, address), kind)
        if found.severity is StyleSeverity.ERROR
    ]
    assert faults == []


@EACH
def test_nothing_is_real_and_every_fact_is_known(call):
    found = [fault for key, text in call_as_written(call) for fault in unreal(call.origin, key, text)]
    assert found == []
    assert set(call.facts) <= set(load_course(content_root()).facts)


@EACH
def test_nobody_is_blamed(call):
    for turn in call.turns.values():
        for answer in turn.answers:
            assert "seharusnya" not in answer.remark.lower()
            assert not answer.remark.startswith("Jangan")


def test_a_path_of_an_earlier_release_is_kept_as_far_as_it_fits():
    call, _faults = read(GOOD)
    at = walk(call, ("tolak", "hantu", "balik"))
    assert at.path == ("tolak",)
    assert at.turn.id == "dua"
    assert walk(call, (HANG_UP, "tolak")).path == (HANG_UP,)


def test_what_was_said_stands_in_order():
    call, _faults = read(GOOD)
    lines = walk(call, ("tolak", "balik")).lines
    assert [line.text for line in lines] == [
        "Sebutkan kodenya.",
        "Tidak.",
        "Cepat!",
        "Ulangi.",
        "Sebutkan kodenya.",
    ]
    assert [line.mine for line in lines] == [False, True, False, True, False]


def test_a_good_call_has_no_fault():
    assert read(GOOD)[1] == []


TWO = GOOD["giliran"][1]["jawaban"]


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        (changed(1, jawaban=[TWO[0], {**TWO[1], "ke": "hantu"}]), "scenario_unknown"),
        (changed(1, jawaban=[TWO[0], {**TWO[1], "akhir": "aman"}]), "call_where"),
        (changed(1, jawaban=[TWO[0], {"id": "x", "teks": "x", "catatan": "x"}]), "call_where"),
        (changed(1, jawaban=[TWO[0]]), "call_answers"),
        (changed(1, jawaban=[TWO[0], TWO[0]]), "call_answers"),
        (changed(1, kata="kata " * 26), "scene_long"),
        (changed(1, tutup_akhir="telanjur"), "call_no_way_out"),
        (changed(1, jawaban=[{**TWO[0], "akhir": "telanjur"}, TWO[1]]), "call_no_way_out"),
        (changed(1, id="tiga"), "call_unreached"),
        (changed(1, id="satu"), "duplicate_id"),
        ({**GOOD, "telanjur": []}, "missing_key"),
        ({**GOOD, "giliran": []}, "empty"),
    ],
)
def test_a_fault_is_told(table, kind):
    assert kind in read(table)[1]
