"""What the home page says: greeting, next step, map and marks."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from uuid import UUID

import pytest

from lentera.course import content_root, load_course
from lentera.desk import Preferences
from lentera.lab import home_view
from lentera.lab.home_view import OnDesk
from lentera.progress import Result, Score, Statement, Verb, learner_view
from lentera.progress import session as about_session
from lentera.progress import task as about_task
from lentera.words import Address

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def course():
    return load_course(content_root())


def log(*events):
    return [
        Statement(
            UUID(int=number),
            "SM-07",
            verb,
            activity,
            NOW + timedelta(minutes=number),
            "laptop",
            number,
            result,
        )
        for number, (verb, activity, result) in enumerate(events, start=1)
    ]


def view(course, *events, only=None):
    part = course if only is None else OnDesk({key: course.sessions[key] for key in only})
    return learner_view(log(*events), part, "SM-07")


def graded(task, raw, most):
    return Verb.GRADED, about_task(task), Result(Score(raw, most))


HANDED_IN = (Verb.HANDED_IN, about_session("s06"), Result(completion=True))


@pytest.mark.parametrize(
    ("hour", "address", "name", "said"),
    [
        (0, Address.ANDA, "", "Selamat malam."),
        (4, Address.IBU, "Sari", "Selamat pagi, Ibu Sari."),
        (10, Address.BAPAK, "", "Selamat pagi, Bapak."),
        (11, Address.KAK, "Rian", "Selamat siang, Kak Rian."),
        (14, Address.ANDA, "Rian", "Selamat siang, Rian."),
        (15, Address.IBU, "", "Selamat sore, Ibu."),
        (17, Address.ANDA, "", "Selamat sore."),
        (18, Address.ANDA, "", "Selamat malam."),
        (23, Address.IBU, "Sari", "Selamat malam, Ibu Sari."),
    ],
)
def test_the_greeting_follows_the_clock_and_her_choice(hour, address, name, said):
    moment = NOW.replace(hour=hour)
    assert home_view.greeting(moment, Preferences(address=address, name=name)) == said


def test_only_what_lies_on_the_desk_can_be_opened_or_next(course):
    shown = home_view.lanterns(view(course), view(course, only=["s06"]), course)
    assert [each.look for each in shown] == ["soon"] * 5 + ["now"] + ["soon"] * 6
    assert shown[5].name == "Merakit lampu surya"
    card = home_view.next_card(view(course, only=["s06"]), course, Preferences())
    assert (card.session, card.verb, card.part) == ("s06", "Mulai", "lesson")


def test_a_session_that_was_handed_in_is_lit(course):
    shown = home_view.lanterns(view(course, HANDED_IN), view(course, HANDED_IN, only=["s06"]), course)
    assert shown[5].look == "lit"
    assert home_view.lit_sentence(shown) == "1 lentera sudah menyala. Masih ada 11 lagi."
    card = home_view.next_card(
        view(course, HANDED_IN, only=["s06"]), course, Preferences(address=Address.IBU)
    )
    assert card.session == ""
    assert "Bu" in card.sentence


def test_a_session_in_the_middle_goes_on(course):
    opened = (Verb.OPENED, about_session("s06"), None)
    card = home_view.next_card(view(course, opened, only=["s06"]), course, Preferences())
    assert card.verb == "Lanjutkan"


def test_an_empty_desk_says_what_to_do(course):
    card = home_view.next_card(view(course, only=[]), course, Preferences())
    assert card.session == ""
    assert "pengajar" in card.sentence


def test_an_unmarked_session_shows_what_is_marked_so_far(course, tmp_path):
    marked = [graded("s06-sambungan", 30, 30), graded("s06-urutan", 10, 20)]
    shown = home_view.marks(view(course, HANDED_IN, *marked), tmp_path)
    assert [(mark.label, mark.level, mark.points, mark.so_far) for mark in shown] == [
        ("Sesi 6", "Belum dinilai", "", "sementara 40 dari 50")
    ]


def test_a_marked_session_shows_level_and_bars(course, tmp_path):
    points = {"s06-sambungan": 30, "s06-urutan": 20, "s06-sekering": 10, "s06-kit": 17.5, "s06-ukur": 10}
    events = [graded(task, raw, course.sessions["s06"].task(task).points) for task, raw in points.items()]
    (mark,) = home_view.marks(view(course, *events), tmp_path)
    assert (mark.level, mark.points, mark.bars, mark.so_far) == ("Mahir", "87,5", 4, "")


@pytest.mark.parametrize(
    ("lit", "said"), [(0, "12 lentera menunggu dinyalakan."), (12, "Semua 12 lentera sudah menyala.")]
)
def test_none_and_all_lanterns_have_their_own_sentence(lit, said):
    shown = [SimpleNamespace(look="lit" if number < lit else "later") for number in range(12)]
    assert home_view.lit_sentence(shown) == said


def test_a_session_done_on_another_laptop_is_lit_but_has_nothing_to_open(course):
    """The trainer's feedback brings marks of sessions that this laptop has never had."""
    done = (
        (Verb.OPENED, about_session("s01"), None),
        (Verb.HANDED_IN, about_session("s01"), Result(completion=True)),
    )
    whole, here = view(course, *done), view(course, *done, only=["s06"])
    shown = home_view.lanterns(whole, here, course)
    assert (shown[0].look, shown[0].is_open) == ("lit", False)
    cards = home_view.session_cards(shown, here, course, {})
    assert [card.progress for card in cards[:2]] == ["", ""]
    assert [lantern.id for lantern in shown if lantern.is_open] == ["s06"]


def test_every_next_step_of_session_6_tells_her_what_to_do(course):
    """Walk through the session as a learner does and read every sentence."""

    def passed(task):
        points = course.sessions["s06"].task(task).points
        return Verb.PASSED, about_task(task), Result(Score(points, points), success=True)

    way = [
        ((Verb.OPENED, about_session("s06"), None), "Berikutnya: pasang semua 8 sambungan"),
        (passed("s06-sambungan"), "Berikutnya: sambung baterai ke pengatur lebih dulu."),
        (passed("s06-urutan"), "Berikutnya: pasang sekering di kabel plus baterai."),
        (passed("s06-sekering"), "Berikutnya: "),
        (passed("s06-ukur"), "Berikutnya, bersama pengajar: rakit kit nyata"),
        ((Verb.COMPLETED, about_task("s06-kit"), Result(completion=True)), "Berikutnya: serahkan tugas."),
    ]
    told = []
    assert view(course, only=["s06"]).next_step.sentence == "Berikutnya: buka Sesi 6, Merakit Lampu Surya."
    for right, (event, said) in enumerate(way):
        told.append(event)
        sentence = view(course, *told, only=["s06"]).next_step.sentence
        assert sentence.startswith(f"Sesi 6: {min(right, 4)} dari 5 tugas sudah tepat. {said}"), sentence
