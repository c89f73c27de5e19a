"""Cases to decide: fair draws, a reply to every choice, marks that fit, and nothing that is real."""

import pytest

from lentera.course.check_scenarios import unreal
from lentera.course.scenarios import Origin
from lentera.course.style import StyleSeverity, TextKind, lint_text
from lentera.literacy import passwords, permissions, personal_data
from lentera.literacy.cases import Decided, judge_case
from lentera.literacy.passphrase.looking import look_at
from lentera.literacy.passwords import CHOSEN
from lentera.literacy.permissions import PERMISSIONS
from lentera.literacy.personal_data import SORTED
from lentera.rules.seeds import seed_of

ROOMS = {"sandi": (passwords, CHOSEN), "data": (personal_data, SORTED), "izin": (permissions, PERMISSIONS)}
every_room = pytest.mark.parametrize(("room", "rules"), ROOMS.values(), ids=ROOMS)


def best_answer(room, ids):
    cases = room.cases()
    return Decided(
        ids,
        {name: cases[name].best for name in ids},
        {name: cases[name].needed[:1] for name in ids if cases[name].needed},
    )


def with_choice(room, ids, choice):
    return Decided(ids, dict.fromkeys(ids, choice)).to_content()


@every_room
def test_every_draw_has_its_size_and_neighbours_differ(room, rules):
    draws = [room.draw(seed_of(f"SM-{number:02}", room.TASK)) for number in range(1, 31)]
    assert {len(set(draw)) for draw in draws} == {room.SIZE}
    assert all(set(draw) <= room.cases().keys() for draw in draws)
    shared = [
        len(set(one) & set(other)) / room.SIZE for at, one in enumerate(draws) for other in draws[at + 1 :]
    ]
    assert sum(shared) / len(shared) < 0.55


@every_room
def test_every_case_can_come(room, rules):
    met = {name for seed in range(4000) for name in room.draw(seed)}
    assert met == set(room.cases())


@every_room
def test_every_case_has_a_best_choice_and_its_own_reply_to_each(room, rules):
    for case in room.cases().values():
        assert case.best in room.CHOICES
        assert set(case.replies) == set(room.CHOICES)
        assert len(set(case.replies.values())) == len(room.CHOICES)
        assert case.best not in case.nearly
        offered = {reason.id for reason in case.reasons}
        assert set(case.needed) | set(case.allowed) <= offered
        assert bool(case.needed) == bool(case.reasons)


@every_room
def test_every_text_is_plain_short_and_invented(room, rules):
    for case in room.cases().values():
        assert len(case.story.split()) <= 25
        for text in (*case.replies.values(), *(reason.not_here for reason in case.reasons)):
            errors = [
                one for one in lint_text(text, TextKind.FEEDBACK) if one.severity is StyleSeverity.ERROR
            ]
            assert errors == [], (case.id, text)
        assert list(unreal(Origin("uji", case.id), "cerita", case.story)) == []


@every_room
def test_the_best_choices_earn_everything(room, rules):
    for seed in range(0, 10_000, 397):
        report = rules.judge(best_answer(room, room.draw(seed)).to_content())
        assert (report.share, report.holds) == (1, True)


@every_room
def test_the_same_choice_everywhere_earns_less_than_half(room, rules):
    for choice in room.CHOICES:
        shares = [rules.judge(with_choice(room, room.draw(seed), choice)).share for seed in range(300)]
        # Other choices are careful too in some permissions, so one answer for all earns more there.
        assert sum(shares) / len(shares) < (0.66 if room is permissions else 0.5)


@every_room
def test_the_first_open_case_is_named_and_nothing_is_given_away(room, rules):
    ids = room.draw(3)
    report = rules.judge(Decided(ids).to_content())
    assert "1" in report.finding_sentence("id")
    wrong = {
        name: next(c for c in room.CHOICES if judge_case(room.cases()[name], c).share == 0) for name in ids
    }
    report = rules.judge(Decided(ids, wrong).to_content())
    assert report.share == 0
    assert report.next_step("id") == room.cases()[ids[0]].replies[wrong[ids[0]]]


@every_room
@pytest.mark.parametrize(
    "content",
    [
        {},
        {"kasus": []},
        {"kasus": "x"},
        {"kasus": ["x"], "putusan": 3},
        {"kasus": ["x"], "putusan": {"x": 4}},
    ],
)
def test_nonsense_is_told_as_unreadable(room, rules, content):
    assert rules.judge(content).without_answer is not None


@every_room
def test_cases_that_nobody_knows_any_more_earn_nothing_and_break_nothing(room, rules):
    assert rules.judge({"kasus": ["hilang"], "putusan": {"hilang": "x"}}).share == 0


def test_an_answer_comes_back_as_it_was():
    answer = best_answer(passwords, passwords.draw(5)).with_check(passwords.draw(5)[0])
    assert Decided.from_content(answer.to_content()) == answer


def test_the_law_s_two_lists_and_nobody_s_data_are_all_in_each_draw():
    for seed in range(500):
        kinds = [personal_data.cases()[name].best for name in personal_data.draw(seed)]
        assert min(kinds.count("umum"), kinds.count("spesifik")) >= 3
        assert kinds.count("bukan") >= 2


def test_a_strong_example_passes_the_checker_and_a_weak_one_does_not():
    for case in passwords.cases().values():
        assert look_at(case.story, passwords.person_of(case.id)).holds == (case.best == "kuat"), case.id


def test_the_right_choice_without_its_reason_is_half():
    ids = passwords.draw(1)
    cases = passwords.cases()
    report = CHOSEN.judge(Decided(ids, {name: cases[name].best for name in ids}).to_content())
    assert report.share == 0.5
    assert "alasannya belum" in report.finding_sentence("id")


@pytest.mark.parametrize(
    ("example", "reasons", "share"),
    [
        ("pendek-tanda@0", ["pendek"], 1),
        ("pendek-tanda@0", ["pendek", "tanpa-angka"], 0.5),  # signs and digits are no rule
        ("lagu@0", ["ada-spasi"], 0.5),  # spaces are welcome
        ("tombol@0", ["deretan", "umum"], 1),
        ("tombol@0", ["umum"], 0.5),  # true, but not what weakens it
        ("kambing@0", ["panjang"], 1),
        ("kambing@0", ["jarang-bertemu", "panjang"], 1),
        ("anak-tahun@0", ["data-diri"], 1),
    ],
)
def test_reasons_are_judged_for_what_they_say(example, reasons, share):
    case = passwords.cases()[example]
    assert judge_case(case, case.best, reasons).share == share


@pytest.mark.parametrize(
    ("case", "choice", "share"),
    [
        ("senter-kontak", "tolak", 1),
        ("senter-kontak", "saat-dipakai", 0),
        ("pindai-kamera", "saat-dipakai", 1),
        ("pindai-kamera", "beri", 0.75),
        ("pindai-kamera", "tolak", 0),
        ("pembaca-layar", "beri", 1),  # what is danger elsewhere is this one's work
        ("pesan-kontak", "tolak", 0.75),
    ],
)
def test_a_permission_is_judged_by_the_work_of_its_app(case, choice, share):
    assert judge_case(permissions.cases()[case], choice).share == share
