"""Cases behind the screen, for each of the three sets."""

import pytest
from tests.widgets.test_hostile_gestures import goes_over_the_wire

from lentera import kelas
from lentera.kelas import opening
from lentera.widgets.cases.passwords import PasswordsSession
from lentera.widgets.cases.permissions import PermissionsSession
from lentera.widgets.cases.personal_data import PersonalDataSession

SETS = {
    "s01-sandi": (PasswordsSession, kelas.pilih_sandi),
    "s08-data": (PersonalDataSession, kelas.pilah_data),
    "s08-izin": (PermissionsSession, kelas.izin_aplikasi),
}
every_set = pytest.mark.parametrize("answer", SETS)


def opened(place, answer):
    return SETS[answer][0](place, answer, *opening.judged(answer))


def decide(one, at, *, best=True):
    case = one._cases()[one._ids[at]]
    one.handle({"do": "open", "at": at})
    one.handle({"do": "choose", "choice": case.best if best else _other(case)})
    if best and case.needed:
        one.handle({"do": "tick", "reason": case.needed[0], "on": True})
    return one.handle({"do": "check"})


def _other(case):
    return next(choice for choice in case.replies if choice not in (case.best, *case.nearly))


@every_set
def test_all_cases_are_decided_and_the_marks_follow(place, answer):
    one = opened(place, answer)
    for at in range(len(one._ids)):
        shown = decide(one, at)
        assert shown["check"]["holds"]
    assert "Semua sudah tepat. Kerja bagus." in shown["check"]["right"]
    rules = opening.judged(answer)[0][0]
    assert rules.judge(place.answer(answer).load().payload).holds
    assert {case["mark"] for case in shown["cases"]} == {"ok"}


@every_set
def test_a_choice_that_is_not_right_is_answered_and_can_be_mended(place, answer):
    one = opened(place, answer)
    shown = decide(one, 0, best=False)
    assert shown["check"]["yet"]
    assert shown["check"]["next"] == "Putuskan lagi. Boleh berkali-kali."
    assert shown["cases"][0]["word"] == "belum tepat"
    assert decide(one, 0)["check"]["holds"]


@every_set
def test_next_goes_to_what_is_not_right_yet(place, answer):
    one = opened(place, answer)
    decide(one, 1)
    one.handle({"do": "open", "at": 0})
    assert one.handle({"do": "next"})["at"] == 2


@every_set
def test_it_comes_back_as_it_was(place, answer):
    decide(opened(place, answer), 0, best=False)
    again = opened(place, answer)
    assert again.view["live"] == "Putusan terakhir masih ada."
    assert again.view["cases"][0]["word"] == "belum tepat"


@every_set
def test_two_notebooks_go_on_from_one_another(place, answer):
    first, second = opened(place, answer), opened(place, answer)
    decide(first, 0)
    decide(second, 1)
    assert len(place.answer(answer).load().payload["putusan"]) == 2


@every_set
@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "lompat"},
        {"do": "open", "at": 99},
        {"do": "open", "at": True},
        {"do": "open"},
        {"do": "choose", "choice": "semua"},
        {"do": "choose", "choice": ["beri"]},
        {"do": "tick", "reason": "nanti", "on": True},
    ],
)
def test_nonsense_changes_nothing(place, answer, message):
    one = opened(place, answer)
    decide(one, 0)
    before = place.answer(answer).load().payload
    assert one.handle(message)["live"]
    assert place.answer(answer).load().payload == before


@every_set
def test_checking_before_deciding_is_refused_kindly(place, answer):
    assert opened(place, answer).handle({"do": "check"})["live"] == "Putuskan dulu. Lalu tekan Periksa."


@every_set
def test_a_damaged_answer_is_kept_aside(place, answer):
    place.answer(answer).save({"kasus": ["tidak-dikenal"]}, place.now())
    one = opened(place, answer)
    assert one.view["live"].startswith("Catatan lama belum terbaca")
    assert decide(one, 0)["check"]["holds"]


@every_set
def test_the_view_can_be_sent(place, answer):
    one = opened(place, answer)
    decide(one, 0)
    goes_over_the_wire(one.view)
    goes_over_the_wire(one.words())


@every_set
def test_its_verb_opens_it(place, monkeypatch, answer):
    monkeypatch.chdir(place.folder)
    assert SETS[answer][1]().activity.screen == "cases"


def test_facts_stand_beside_a_case_once_it_was_looked_at(place):
    one = opened(place, "s08-data")
    assert one.view["facts"] == []
    at = next(at for at, name in enumerate(one._ids) if one._cases()[name].best == "spesifik")
    assert "diperiksa: " in decide(one, at)["facts"][0]


def test_in_english_the_choices_are_english(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    assert [one["text"] for one in opened(place, "s08-izin").words()["choices"]] == [
        "Allow",
        "Only while in use",
        "Refuse",
    ]
