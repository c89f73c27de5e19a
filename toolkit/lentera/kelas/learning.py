"""The verbs that every session uses: greeting, forms, check and mark."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from lentera.kelas import opening
from lentera.kelas.opening import calmly

if TYPE_CHECKING:
    from lentera.place import Place
    from lentera.widgets.activity_widget import ActivityWidget


@calmly
def halo(sesi: str) -> None:
    """Greet the learner by her chosen form of address and log that the session was opened."""
    from IPython.display import HTML, display  # noqa: PLC0415 - see `kelas`

    from lentera.widgets.verdict_html import sentence_html  # noqa: PLC0415 - see `kelas`
    from lentera.words import Address, _  # noqa: PLC0415 - see `kelas`

    place, session = opening.here(), opening.session(sesi)
    chosen = place.preferences
    known = chosen.address is not Address.ANDA
    called = " ".join(word for word in (chosen.address.value if known else "", chosen.name) if word)
    greeting = _("Welcome, {called}.").format(called=called) if called else _("Welcome.")
    about = _("This is {label}: {title}.").format(label=session.label, title=session.title)
    display(HTML(sentence_html(place, f"{greeting} {about}")))
    place.record(lambda recorder: recorder.opened(session.id))


@calmly
def catat_ukur(tugas: str) -> "ActivityWidget":
    """Show the form for measured readings of a task such as ``s06-ukur``."""
    return _ruled_form(tugas)


@calmly
def keputusan_aman(tugas: str = "s10-keputusan") -> "ActivityWidget":
    """Show cases in words, each with a decision to take."""
    return _ruled_form(tugas)


@calmly
def daftar_periksa(tugas: str) -> "ActivityWidget":
    """Show the self-check list of an observed task such as ``s06-kit``."""
    from lentera.widgets.form.forms import list_form  # noqa: PLC0415 - see `kelas`

    place, task = opening.here(), opening.task(tugas)
    return _form_widget(
        place, list_form(task), lambda _content: place.record(lambda log: log.completed(task.id))
    )


@calmly
def kuis(nama: str) -> "ActivityWidget":
    """Show a quiz such as the exit ticket ``s06-pintu``; tries are unlimited."""
    from lentera.widgets.form.forms import quiz_form  # noqa: PLC0415 - see `kelas`

    place = opening.here()
    form = quiz_form(nama, place.address)

    def log(content: dict[str, Any]) -> None:
        fields = content["isian"]
        if all(field.is_answered(field.read(fields.get(field.id))) for field in form.fields):
            place.record(lambda recorder: recorder.completed(nama))

    return _form_widget(place, form, log)


@calmly
def cek(tugas: str) -> None:
    """Show what the rules say about the answer of a task: the same report that gives the mark."""
    from IPython.display import HTML, display  # noqa: PLC0415 - see `kelas`

    from lentera.widgets.reporting import log_try  # noqa: PLC0415 - see `kelas`
    from lentera.widgets.verdict_html import report_html, sentence_html  # noqa: PLC0415 - see `kelas`
    from lentera.words import _, number  # noqa: PLC0415 - see `kelas`

    place, task = opening.here(), opening.task(tugas)
    if tugas not in opening.rule_sets():
        display(HTML(sentence_html(place, opening.by_hand())))
        return
    found = opening.best(place, tugas)
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
        place = opening.here()
        if tugas not in opening.rule_sets():
            print(opening.by_hand())  # noqa: T201 - the learner reads it in her feedback
            return 0.0
        found = opening.best(place, tugas)
        shown = found.shown(place.address)
        print(" ".join(text for text in (*shown["right"], shown["yet"], shown["next"]) if text))  # noqa: T201 - as above
        return found.reports[0].points(opening.task(tugas).points)
    except Exception:  # noqa: BLE001 - an error in a grade cell would be scored 0 without a word
        from lentera.words import _  # noqa: PLC0415 - see `kelas`

        opening.note_trouble()
        print(_("This answer cannot be read yet. The trainer looks at it by hand."))  # noqa: T201 - as above
        return 0.0


def _ruled_form(task: str) -> "ActivityWidget":
    """Return a form whose notes are the verdicts of the task's own rules."""
    from lentera.widgets.form.forms import ruled_form  # noqa: PLC0415 - see `kelas`
    from lentera.widgets.reporting import log_try  # noqa: PLC0415 - see `kelas`

    place, rules, points = opening.here(), opening.rule_sets()[task], opening.task(task).points
    form = ruled_form(rules, place.address)
    return _form_widget(place, form, lambda content: log_try(place, rules.judge(content), points))


def _form_widget(place: "Place", form: Any, log: Callable[[Any], None]) -> "ActivityWidget":
    from lentera.widgets.form.session import FormSession  # noqa: PLC0415 - see `kelas`

    return opening.show(FormSession(place, form, log))
