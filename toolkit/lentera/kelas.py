"""The only door of the notebooks: Indonesian verbs, and nothing heavy behind them until one is called.

Grading imports this module too, so a widget library is loaded only inside the functions that show one.
"""

import os
from collections.abc import Callable, Mapping
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

if TYPE_CHECKING:
    from lentera.course import Session, Task
    from lentera.place import Place
    from lentera.rules import Check, RuleSet
    from lentera.widgets.activity import Activity
    from lentera.widgets.activity_widget import ActivityWidget

__all__ = [
    "bengkel_gangguan",
    "buku_servis",
    "catat_ukur",
    "cek",
    "daftar_periksa",
    "halo",
    "hari_lampu",
    "jadwal_rawat",
    "kenal_bagian",
    "kenal_kutub",
    "keputusan_aman",
    "kuis",
    "multimeter",
    "nilai",
    "rangkai_surya",
    "tandon_listrik",
    "ukur_surya",
]

Given = ParamSpec("Given")
Result = TypeVar("Result")


def _without_traceback(verb: Callable[Given, Result]) -> Callable[Given, Result | None]:
    """Give the learner a sentence where Python would give a traceback; the trainer finds that in the log.

    While marks are given nobody sees what a verb shows, so it shows nothing and loads nothing.
    """

    @wraps(verb)
    def calmly(*args: Given.args, **kwargs: Given.kwargs) -> Result | None:
        if os.environ.get("LENTERA_GRADING"):
            return None
        try:
            return verb(*args, **kwargs)
        except Exception:  # noqa: BLE001 - whatever happens, no learner sees a traceback
            from lentera.words import _  # noqa: PLC0415 - see the module

            _note_trouble()
            print(_("This part cannot be opened now. Your answers are safe. Call the trainer."))  # noqa: T201 - the learner reads it
            return None

    return calmly


def _note_trouble() -> None:
    from lentera.place import Place  # noqa: PLC0415 - see the module

    Place.here().note_trouble()


@_without_traceback
def rangkai_surya(tugas: str = "s06-rangkai", *, bebas: bool = False, kit: str = "b") -> "ActivityWidget":
    """Show the wiring bench.

    Parameters
    ----------
    tugas : str
        Name of the answer file.
    bebas : bool
        Free play: an answer file of its own; the rules warn if she likes, and nothing is marked.
    kit : str
        "a" or "b": the kit that free play begins with.
    """
    from lentera.widgets.bench.session import BenchSession  # noqa: PLC0415 - see the module
    from lentera.widgets.form.forms import hints  # noqa: PLC0415 - see the module

    rule_sets, points = _judged(tugas)
    if bebas:
        # The table that was left there decides which kit opens, so each kit has its own.
        name = f"{tugas}-bebas" + ("-a" if kit == "a" else "")
        return _show(BenchSession(_place(), name, rule_sets, free=True, kit=kit))
    return _show(BenchSession(_place(), tugas, rule_sets, points, hints(tugas)))


@_without_traceback
def kenal_bagian(tugas: str = "s04-bagian") -> "ActivityWidget":
    """Show the cards of the parts, and match each with its use."""
    from lentera.widgets.parts.session import PartsSession  # noqa: PLC0415 - see the module

    return _show(PartsSession(_place(), tugas, *_judged(tugas)))


@_without_traceback
def kenal_kutub(tugas: str = "s04-kutub") -> "ActivityWidget":
    """Show five parts whose plus and minus are to be found."""
    from lentera.widgets.parts.poles import PolesSession  # noqa: PLC0415 - see the module

    return _show(PolesSession(_place(), tugas, *_judged(tugas)))


@_without_traceback
def tandon_listrik(tugas: str = "s04-daya") -> "ActivityWidget":
    """Show volts, amperes and watts as a water tank, with the questions on power."""
    from lentera.widgets.tank.session import TankSession  # noqa: PLC0415 - see the module

    return _show(TankSession(_place(), tugas, *_judged(tugas)))


@_without_traceback
def multimeter(tugas: str = "s04-ukur", *, bebas: bool = False) -> "ActivityWidget":
    """Show the multimeter with things to measure; free play asks nothing and marks nothing."""
    from lentera.widgets.meter.session import MeterSession  # noqa: PLC0415 - see the module

    if bebas:
        return _show(MeterSession(_place(), f"{tugas}-bebas"))
    return _show(MeterSession(_place(), tugas, *_judged(tugas)))


@_without_traceback
def bengkel_gangguan(tugas: str = "s10-gangguan") -> "ActivityWidget":
    """Show the fault workshop: six cases of her own, and endless practice beside them."""
    from lentera.widgets.workshop.session import WorkshopSession  # noqa: PLC0415 - see the module

    return _show(WorkshopSession(_place(), tugas, *_judged(tugas)))


@_without_traceback
def jadwal_rawat() -> "ActivityWidget":
    """Show a year of care: what is due, what neglect costs in hours of light, and the calendar to print."""
    from lentera.widgets.care.session import CareSession  # noqa: PLC0415 - see the module

    return _show(CareSession(_place()))


@_without_traceback
def buku_servis(tugas: str = "s10-buku-servis") -> "ActivityWidget":
    """Show the service log, to fill in and to print."""
    from lentera.widgets.service_log.session import ServiceLogSession  # noqa: PLC0415 - see the module

    return _show(ServiceLogSession(_place(), tugas, *_judged(tugas)))


@_without_traceback
def hari_lampu() -> "ActivityWidget":
    """Show a lamp through a day, a week or a year, with other weather, other habits, her own kit."""
    from lentera.widgets.days.session import DaysSession  # noqa: PLC0415 - see the module

    return _show(DaysSession(_place()))


@_without_traceback
def ukur_surya(tugas: str = "s12-ukuran", *, kartu: bool = False) -> "ActivityWidget":
    """Show the sizing of a lamp for her own house; `kartu` opens every worked example from the start."""
    from lentera.widgets.sizing.session import SizingSession  # noqa: PLC0415 - see the module

    return _show(SizingSession(_place(), tugas, *_judged(tugas), cards=kartu))


@_without_traceback
def catat_ukur(tugas: str) -> "ActivityWidget":
    """Show the form for measured readings of a task such as ``s06-ukur``."""
    return _ruled_form(tugas)


@_without_traceback
def keputusan_aman(tugas: str = "s10-keputusan") -> "ActivityWidget":
    """Show cases in words, each with a decision to take."""
    return _ruled_form(tugas)


@_without_traceback
def daftar_periksa(tugas: str) -> "ActivityWidget":
    """Show the self-check list of an observed task such as ``s06-kit``."""
    from lentera.widgets.form.forms import list_form  # noqa: PLC0415 - see the module

    place, task = _place(), _task(tugas)
    return _form_widget(
        place, list_form(task), lambda _content: place.record(lambda log: log.completed(task.id))
    )


@_without_traceback
def kuis(nama: str) -> "ActivityWidget":
    """Show a quiz such as the exit ticket ``s06-pintu``; tries are unlimited."""
    from lentera.widgets.form.forms import quiz_form  # noqa: PLC0415 - see the module

    place = _place()
    form = quiz_form(nama, place.address)

    def log(content: dict[str, Any]) -> None:
        fields = content["isian"]
        if all(field.is_answered(field.read(fields.get(field.id))) for field in form.fields):
            place.record(lambda recorder: recorder.completed(nama))

    return _form_widget(place, form, log)


@_without_traceback
def cek(tugas: str) -> None:
    """Show what the rules say about the answer of a task: the same report that gives the mark."""
    from IPython.display import HTML, display  # noqa: PLC0415 - see the module

    from lentera.widgets.reporting import log_try  # noqa: PLC0415 - see the module
    from lentera.widgets.verdict_html import report_html, sentence_html  # noqa: PLC0415 - see the module
    from lentera.words import _, number  # noqa: PLC0415 - see the module

    place, task = _place(), _task(tugas)
    if tugas not in _rule_sets():
        display(HTML(sentence_html(place, _by_hand())))
        return
    found = _best(place, tugas)
    points = found.reports[0].points(task.points)
    mark = _("Mark so far: {points} of {all}.").format(
        points=number(points, 0 if points.is_integer() else 1), all=number(task.points)
    )
    display(HTML(report_html(place, task.title, found, mark)))
    log_try(place, found.reports[0], task.points)


def nilai(tugas: str) -> float:
    """Return the points of a task's best answer, and print the learner's sentence.

    Grade cells call it: it reads ``jawaban/`` and ``situs/`` beside the notebook, never raises and never
    writes to stderr.
    Whatever cannot be read gives 0.0 points and its sentence.
    """
    try:
        place = _place()
        if tugas not in _rule_sets():
            print(_by_hand())  # noqa: T201 - the learner reads it in her feedback
            return 0.0
        found = _best(place, tugas)
        shown = found.shown(place.address)
        print(" ".join(text for text in (*shown["right"], shown["yet"], shown["next"]) if text))  # noqa: T201 - as above
        return found.reports[0].points(_task(tugas).points)
    except Exception:  # noqa: BLE001 - an error in a grade cell would be scored 0 without a word
        from lentera.words import _  # noqa: PLC0415 - see the module

        _note_trouble()
        print(_("This answer cannot be read yet. The trainer looks at it by hand."))  # noqa: T201 - as above
        return 0.0


@_without_traceback
def halo(sesi: str) -> None:
    """Greet the learner by her chosen form of address and log that the session was opened."""
    from IPython.display import HTML, display  # noqa: PLC0415 - see the module

    from lentera.widgets.verdict_html import sentence_html  # noqa: PLC0415 - see the module
    from lentera.words import Address, _  # noqa: PLC0415 - see the module

    place, session = _place(), _session(sesi)
    chosen = place.preferences
    known = chosen.address is not Address.ANDA
    called = " ".join(word for word in (chosen.address.value if known else "", chosen.name) if word)
    greeting = _("Welcome, {called}.").format(called=called) if called else _("Welcome.")
    about = _("This is {label}: {title}.").format(label=session.label, title=session.title)
    display(HTML(sentence_html(place, f"{greeting} {about}")))
    place.record(lambda recorder: recorder.opened(session.id))


def _place() -> "Place":
    from lentera.place import Place  # noqa: PLC0415 - see the module

    return Place.here()


def _rule_sets() -> "Mapping[str, RuleSet[Any]]":
    from lentera.tasks import RULE_SETS  # noqa: PLC0415 - see the module

    return RULE_SETS


def _session(name: str) -> "Session":
    """Return the session a task, an answer or a session id belongs to."""
    from lentera.course import content_root, load_course  # noqa: PLC0415 - see the module

    return load_course(content_root()).sessions[name.split("-", maxsplit=1)[0]]


def _task(name: str) -> "Task":
    return _session(name).task(name)


def _judged(answer: str) -> "tuple[list[RuleSet[Any]], dict[str, float]]":
    """Return the rules that read an answer, in the order of the curriculum, and the points of their tasks."""
    rule_sets = _rule_sets()
    tasks = [task for task in _session(answer).tasks if task.answer == answer and task.id in rule_sets]
    return [rule_sets[task.id] for task in tasks], {task.id: float(task.points) for task in tasks}


def _show(activity: "Activity[Any]") -> "ActivityWidget":
    from lentera.widgets.activity_widget import show  # noqa: PLC0415 - see the module

    return show(activity)


def _best(place: "Place", task: str) -> "Check":
    from lentera.rules import Check  # noqa: PLC0415 - see the module

    rules = _rule_sets()[task]
    return Check((rules.best(place.content(rules)),))


def _by_hand() -> str:
    from lentera.words import _  # noqa: PLC0415 - see the module

    return _("The trainer marks this task. Not marked yet.")


def _ruled_form(task: str) -> "ActivityWidget":
    """Return a form whose notes are the verdicts of the task's own rules."""
    from lentera.widgets.form.forms import ruled_form  # noqa: PLC0415 - see the module
    from lentera.widgets.reporting import log_try  # noqa: PLC0415 - see the module

    place, rules, points = _place(), _rule_sets()[task], _task(task).points
    form = ruled_form(rules, place.address)
    return _form_widget(place, form, lambda content: log_try(place, rules.judge(content), points))


def _form_widget(place: "Place", form: Any, log: Callable[[Any], None]) -> "ActivityWidget":
    from lentera.widgets.form.session import FormSession  # noqa: PLC0415 - see the module

    return _show(FormSession(place, form, log))
