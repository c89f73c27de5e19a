"""The real curriculum: complete, adding up, and honest about what it does not know."""

from datetime import date
from math import ceil

import pytest

from lentera.course import Certainty, Course, Grading, Severity, check_course, content_root
from lentera.course.plan import Need, Phase

SESSIONS = [f"s{number:02}" for number in range(1, 13)]


def test_the_curriculum_has_no_fault_at_all():
    faults = check_course(content_root(), date(2026, 12, 1))
    assert [fault for fault in faults if fault.file.startswith("curriculum/")] == []


def test_what_is_not_written_yet_is_told_and_is_no_error():
    faults = check_course(content_root(), date(2026, 12, 1))
    missing = {fault.file for fault in faults if fault.severity is Severity.MISSING}
    present = {path.name for path in (content_root() / "sessions").glob("*.ipynb")}
    assert {file for file in missing if file.removeprefix("sessions/") in present} == set()
    assert len(missing) + len(present) >= 12


def test_twelve_sessions_in_six_weeks_two_a_week(course: Course):
    assert list(course.sessions) == SESSIONS
    assert [session.week for session in course.sessions.values()] == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6]


@pytest.mark.parametrize("session_id", SESSIONS)
def test_minutes_points_and_skeleton(course: Course, session_id: str):
    session = course.session(session_id)
    assert sum(activity.minutes for activity in session.activities) == 150
    assert sum(task.points for task in session.tasks) == 100
    assert [a.minutes for a in session.activities if a.phase is Phase.BREAK] == [10]
    assert session.activities[0].phase is Phase.OPENING
    assert session.activities[-1].phase is Phase.EXIT
    assert set(session.access) == set(Need)
    assert session.notebook.startswith(f"{session_id}_")


def test_the_whole_course_lasts_thirty_hours(course: Course):
    assert sum(session.minutes for session in course.sessions.values()) == 30 * 60


def test_session_six_has_the_five_agreed_tasks(course: Course):
    tasks = course.session("s06").tasks
    assert [(task.id, task.points, task.grading, task.answer) for task in tasks] == [
        ("s06-sambungan", 30, Grading.AUTO, "s06-rangkai"),
        ("s06-urutan", 20, Grading.AUTO, "s06-rangkai"),
        ("s06-sekering", 10, Grading.AUTO, "s06-rangkai"),
        ("s06-kit", 30, Grading.OBSERVED, "s06-kit"),
        ("s06-ukur", 10, Grading.AUTO, "s06-ukur"),
    ]
    items = course.task("s06-kit").items
    assert [item.points for item in items] == [2.5] * 12
    assert len({item.text for item in items}) == 12
    assert course.session("s06").notebook == "s06_merakit_lampu_surya.ipynb"
    assert course.session("s06").answers == ("s06-pintu",)


def test_the_kit_checklist_never_joins_the_panel_before_the_battery(course: Course):
    order = [item.id.removeprefix("s06-kit-") for item in course.task("s06-kit").items]
    assert order.index("cincin") == 0
    for first, later in [
        ("kain", "panel"),
        ("kutub", "baterai"),
        ("baterai", "panel"),
        ("sekering", "baterai"),
    ]:
        assert order.index(first) < order.index(later)
    assert order[-1] == "lepas"


def test_each_track_has_twelve_meetings(course: Course):
    for track in course.programme.tracks.values():
        assert sorted([*track.core, *track.modules]) == SESSIONS
        assert sorted([*track.core, *track.optional]) == SESSIONS


def test_seven_parallel_modules_of_one_session_each(course: Course):
    modules = course.programme.modules
    assert sorted(modules) == ["k04", "k06", "k10", "x03", "x05", "x09", "x11"]
    assert {module.minutes for module in modules.values()} == {150}
    for track in course.programme.tracks.values():
        for slot, module in track.modules.items():
            assert modules[module].venue != course.session(slot).venue


def test_only_preparing_is_claimed_for_national_units(course: Course):
    for competence in course.competences.values():
        if competence.id.startswith("skkni-"):
            assert course.frameworks[competence.framework].claim == "persiapan menuju"


def test_all_twenty_one_digcomp_competences_are_listed_and_one_only_is_untaught(course: Course):
    codes = {c.code for c in course.competences.values() if c.framework == "digcomp"}
    assert len(codes) == 21
    taught = {name for session in course.sessions.values() for name in session.competences}
    assert {code for code in codes if f"digcomp-{code}" not in taught} == set()


def test_every_fact_has_a_source_and_doubtful_ones_are_asked_first(course: Course):
    assert len(course.facts) >= 50
    assert all(fact.source.strip() for fact in course.facts.values())
    asked = {fact.id for fact in course.facts.values() if fact.ask_first(fact.checked_on)}
    assert asked == {fact.id for fact in course.facts.values() if fact.certainty is Certainty.VERIFY}
    # What moved lately or was never read in a page must not look certain.
    assert {"halal-wajib", "qris-batas", "kur-super-mikro", "cek-hoaks-wa", "lapor-rekening-aktif"} <= asked


def test_no_amount_of_capital_is_invented(course: Course):
    assert not any(sign.isdigit() for sign in course.facts["modal-program"].text)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("panel.voc", 21.6),
        ("controller.absorption", 14.4),
        ("controller.float", 13.8),
        ("controller.load_off", 11.1),
        ("controller.load_on", 12.6),
        ("protection.fuse", 5),
        ("sizing.daily_energy", 3 * 3 * 5 + 10),
        ("business.unit_cost", 300_000 / 40),
        ("business.break_even_packs", ceil(300_000 / (11_000 - 7_500))),
    ],
)
def test_the_kit_has_one_set_of_numbers(course: Course, name: str, value: float):
    assert course.kit[name] == value


def test_every_controller_threshold_keeps_its_order(course: Course):
    kit = course.kit
    assert kit["controller.load_off"] < kit["controller.load_on"] < kit["controller.float"]
    assert kit["controller.float"] < kit["controller.absorption"]


def test_flat_lithium_voltage_carries_its_warning(course: Course):
    assert "jangan menilai isi" in course.kit.values["battery.lfp_flat_low"].note


def test_terms_are_explained(course: Course):
    terms = {term.english: term for term in course.glossary}
    assert terms["fuse"].indonesian == "sekering"
    assert all(1 < len(term.explanation.split()) <= 12 for term in course.glossary)


def test_unknown_names_say_what_there_is(course: Course):
    with pytest.raises(KeyError, match="s06-urutan"):
        course.task("s06-urut")
    with pytest.raises(KeyError, match="s12"):
        course.session("s13")
    with pytest.raises(KeyError, match=r"panel\.voc"):
        course.kit["panel.volt"]
