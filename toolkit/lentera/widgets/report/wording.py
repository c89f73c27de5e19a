"""The words of the draft of a report, and what stands on its sheet."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from lentera.literacy.report import Draft
from lentera.literacy.report_cases import evidence, first_steps
from lentera.place import Place
from lentera.widgets.facts import facts_told
from lentera.widgets.frame import frame_words
from lentera.widgets.ordering import ordering_words
from lentera.widgets.printing import sheet_words
from lentera.words import _

PLACES: Final = (
    "lapor-iasc",
    "lapor-iasc-waktu",
    "lapor-ojk",
    "lapor-polisi",
    "lapor-nomor",
    "lapor-nomor-telepon",
    "lapor-rekening",
    "lapor-rekening-aktif",
    "lapor-konten",
    "lapor-sapa",
    "lapor-layanan",
)
"""Facts that say where to report."""


def places(today: date) -> list[str]:
    """Return where to report, each with the day of looking up."""
    return facts_told(PLACES, today)


def report_words() -> dict[str, Any]:
    """Return every fixed word of the screen."""
    return {
        **frame_words(_("Draft of a report")),
        "practice": _("PRACTICE"),
        "never": _("This draft is never sent anywhere. It stays on this laptop and on paper."),
        "kind": _("Whoever is deceived has done nothing wrong. The deceiver has."),
        "story": _("Story to report (SIMULATION)"),
        "elements": _("Five elements of the report"),
        "own": _("Write only what stands in the story. Real numbers are not needed here."),
        "fields": [[name, label, field_helps()[name]] for name, label in field_names().items()],
        "evidence": _("4. Evidence: what is kept, in which order?"),
        "chosen": _("Evidence in order"),
        "none": _("Nothing is chosen yet."),
        "first": _("The first 30 minutes"),
        "first_help": _("Imagine: the money has just gone. Put the steps in order. This is not marked."),
        "first_chosen": _("First steps in order"),
        "first_check": _("Look at the order"),
        **ordering_words(),
        "places_title": _("Where to report"),
        "print": _("Print (PDF)"),
        "sheet": _("Sheet to print:"),
        "open_sheet": _("Download the sheet"),
    }


def field_names() -> dict[str, str]:
    """Return the label of each written element."""
    return {
        "kapan": _("1. When did it happen?"),
        "siapa": _("2. Who was it, with which number?"),
        "apa": _("3. What happened?"),
        "rugi": _("5. How much was lost?"),
    }


def field_helps() -> dict[str, str]:
    """Return an example for each written element, from another story."""
    return {
        "kapan": _("Example: Tuesday, 3 November 2026, at 09.12"),
        "siapa": _("Example: number 08xx-xxxx-x123, account xxxx-xx456 in the name of Budi"),
        "apa": _("Example: I ordered a fan. I transferred the money. The fan never came."),
        "rugi": _("Example: Rp100.000"),
    }


def noticed(looked_like: str) -> str:
    """Return what is said kindly of a number or a code that is too real for practice."""
    if looked_like == "rahasia":
        return _("A secret code is for {Sapaan} alone. No report needs it. It is covered by x.")
    return _("That looks like a real number, {sapaan}. Practice does not need it. It is covered by x.")


def sheet(place: Place, draft: Draft) -> Mapping[str, Any]:
    """Return what is printed."""
    written = {"kapan": draft.kapan, "siapa": draft.siapa, "apa": draft.apa, "rugi": draft.rugi}
    proofs = [evidence()[name].text for name in draft.bukti]
    rows = [[label, written[name].strip()] for name, label in field_names().items()]
    rows.insert(3, [_("4. Evidence"), " ".join(f"({n}) {text}" for n, text in enumerate(proofs, start=1))])
    return {
        **sheet_words(place, _("Draft of a report"), _("PRACTICE. This sheet was not sent to anybody.")),
        "mark": _("PRACTICE"),
        "story_title": _("Story to report (SIMULATION)"),
        "story": draft.case.text,
        "columns": [_("Element"), _("What the draft says")],
        "rows": rows,
        "first_title": _("The first 30 minutes"),
        # A sheet goes home: it holds the right order, whatever the draft says.
        "first": [
            step.text for kind in ("segera", "lapor") for step in first_steps().values() if step.kind == kind
        ],
        "places_title": _("Where to report"),
        "places": places(place.now().date()),
        "local_title": _("Numbers of our own village, collected by the class"),
        "local": [
            _("Police station"),
            _("Health centre"),
            _("Village office"),
            _("My bank"),
            _("Protection of women and children"),
        ],
    }
