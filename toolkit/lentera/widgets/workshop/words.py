"""The fixed words of the workshop, in the interface language."""

from typing import Any

from lentera.solar.diagnosis.tasks import CASES
from lentera.solar.faults import Situation
from lentera.widgets.drawing.words import board_words
from lentera.widgets.frame import frame_words
from lentera.widgets.meter.view import meter_words
from lentera.widgets.workshop import ledger
from lentera.widgets.workshop.casework import OTHER, PRACTICE_KITS, PRACTICE_LEVELS
from lentera.widgets.workshop.naming import said
from lentera.words import _


def workshop_words() -> dict[str, Any]:
    """Return every fixed word that the workshop shows."""
    return {
        **frame_words(_("Fault workshop")),
        "board": board_words("b", lamps=1),
        "meter": meter_words(),
        "cases": _("Fault cases"),
        "tabs": [
            *([str(n), _("Case {n}").format(n=n)] for n in range(1, CASES + 1)),
            [OTHER, _("More cases")],
        ],
        "done": _("found"),
        "ask": _("Which part is broken, and why?"),
        "look_title": _("Look first"),
        "nothing_seen": _("Nothing is looked at yet. Looking costs no reading."),
        "moment": _("Moment"),
        "moments": [[one.value, said(one.name_in_words)] for one in Situation],
        "measure_title": _("Measure"),
        "way": _("Set the meter to"),
        "red": _("Red probe +"),
        "black": _("Black probe −"),
        "nowhere": _("Choose a screw"),
        "point": _("Test point"),
        "pick_point": _("Or choose the screws"),
        "place": _("Where"),
        "pick_place": _("Choose a place"),
        "measure": _("Measure"),
        "no_rows": _("No readings yet."),
        "row_head": [_("No."), _("Measured"), _("Result")],
        "hint": _("Ask for a hint"),
        "hint_title": _("Hint"),
        "hints_told": _("Hints asked for: {n}"),
        "decide_title": _("What I decide"),
        "part": _("Broken part"),
        "pick_part": _("Choose a part"),
        "cause": _("Its cause"),
        "pick_cause": _("Choose a cause"),
        "part_first": _("Choose the part first"),
        "second": _("A second fault, if there is one"),
        "no_second": _("No second fault"),
        "decision": _("What I do"),
        "pick_decision": _("Choose what to do"),
        "telling_title": _("What each reading told"),
        "telling_head": [_("No."), _("Measured"), _("Result"), _("What it told"), _("Share shut out")],
        "about": _("About this fault: {name}"),
        "log_title": _("Service log"),
        "log_open": _("Write it into the service log"),
        "log_whole": _("The row is whole."),
        "log_note": _("The row is saved with this case. The service log takes it over."),
        "log_readings": _("No readings in volts or amperes."),
        "log": ledger.columns(),
        "sign": _("Sign of the fault"),
        "signs": ledger.choices("sign"),
        "log_decision": _("Decision"),
        "log_decisions": ledger.choices("decision"),
        "log_part": _("Spare part"),
        "log_parts": ledger.choices("part"),
        "cost": _("Cost in rupiah"),
        "who": _("Done by"),
        "pick": _("Choose"),
        "no_part": _("no spare part"),
        "restart": _("Begin this case again"),
        "restart_ask": _("Begin this case again? What was found stays counted."),
        "restart_yes": _("Yes, begin again"),
        "practice_title": _("Practice without marks"),
        "practice_intro": _("Practice never ends. Nothing here is marked."),
        "level": _("Level"),
        "levels": [[str(one), _("Level {n}").format(n=one)] for one in PRACTICE_LEVELS],
        "kit": _("Kit"),
        "kits": [[one, _("Kit {kit}").format(kit=one.upper())] for one in PRACTICE_KITS],
        "other": _("Take a new case"),
        "code": _("Open a case by its code"),
        "code_help": _("Written like B2-0417. The same code gives everybody the same case."),
        "code_open": _("Open the case"),
        "taken": _("Cases taken before"),
        "taken_open": _("Open it again"),
    }
