"""Draw up what the workshop's screen shows; every word and number of it comes from here."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from lentera.rules import Saying
from lentera.solar.diagnosis import MOST_MEASUREMENTS, Kind, displayed, measurement_of, parts
from lentera.solar.faults import Decision, Situation
from lentera.solar.installation import Kit
from lentera.solar.multimeter import Socket
from lentera.widgets.line import Doing, Line
from lentera.widgets.workshop import ledger
from lentera.widgets.workshop.casework import MOST_METERED, Casework, Shop
from lentera.widgets.workshop.choosing import causes_of, places_of, screws, ways_of
from lentera.widgets.workshop.naming import moment, result, said, taken, way_word
from lentera.widgets.workshop.report import decision_word, found_faults, telling
from lentera.widgets.workshop.scenery import broken_here, picture
from lentera.words import _

HINT: Final = "hint"
"""Where the open hint stands beside what a check found."""


def shop_view(shop: Shop, found: Mapping[str, Any], today: date) -> dict[str, Any]:
    """Return all that the screen shows of the workshop; `found` is what the last check and hint left."""
    work = shop.work
    return {
        "tab": shop.tab,
        "done": [one.found for one in shop.cases],
        "tally": _tally(shop),
        "practice": {
            "level": str(shop.level),
            "kit": shop.kit,
            "taken": [[one.code, _taken_case(one)] for one in reversed(shop.practice)],
            "code": shop.code,
        },
        "work": None if work is None else _work_view(work, found, today),
    }


def _tally(shop: Shop) -> str:
    done = sum(one.found for one in shop.cases)
    return _("{n} of {all} cases are found. 4 are asked for.").format(n=done, all=len(shop.cases))


def _taken_case(work: Casework) -> str:
    return _("{code}, found").format(code=work.code) if work.found else work.code


def _work_view(work: Casework, found: Mapping[str, Any], today: date) -> dict[str, Any]:
    case, way = work.case, Kind(work.way)
    return {
        "code": _("Code {code}").format(code=work.code),
        "key": work.code,
        "complaint": said(case.complaint),
        "picture": picture(work),
        "probed": bool(screws(case.kit)),
        "moment": work.situation.value,
        "broken": broken_here(work),
        "look": _("Look at lamp and screen") if screws(case.kit) else _("Look at the lamps"),
        "looks": _looks(work),
        "ways": [[one.value, way_word(one)] for one in ways_of(case.kit)],
        "way": way.value,
        "points": _points(case.kit),
        "places": [[place, words] for place, words in places_of(case.kit, way).items()],
        "place": work.place,
        "red": work.red,
        "black": work.black,
        "help": _way_help(way),
        "measure": _measurable(work).to_json(),
        "meter": _meter(work),
        "rows": _metered(work),
        "count": _count(work),
        "hint": found.get(HINT),
        "hints": work.hints,
        **_deciding(work),
        "check": {key: value for key, value in found.items() if key != HINT} if "right" in found else None,
        "telling": telling(work) if "right" in found else [],
        "found": found_faults(work) if "right" in found else [],
        "log": _log_view(work, today),
    }


def _looks(work: Casework) -> list[list[str]]:
    """Return what was looked at so far: moment and what was seen, by moment."""
    seen: dict[Situation, list[str]] = {}
    for reading in work.readings:
        measurement, where, what = taken(work.case, reading)
        if measurement.kind is Kind.LOOK:
            seen.setdefault(measurement.situation, []).append(f"{where.shown}: {what.shown}")
    return [[said(when.name_in_words), "; ".join(what)] for when, what in seen.items()]


def _way_help(way: Kind) -> str:
    return {
        Kind.VOLTS: "",
        Kind.AMPS: _("The meter is put into the cable, red side to plus."),
        Kind.OHMS: _("Panel covered, fuse and lamp taken out, switch on. So it is safe."),
        Kind.COMPARE: _("Two places in the same minute, with the same meter."),
        Kind.LOOK: "",
    }[way]


def _measurable(work: Casework) -> Doing:
    if work.metered >= MOST_METERED:
        return Doing(ok=False, why=_("The table is full. Decide now, or begin this case again."))
    return Doing(ok=True)


def _metered(work: Casework) -> list[tuple[str, str, str]]:
    rows: list[tuple[str, str, str]] = []
    for reading in work.readings:
        measurement, where, what = taken(work.case, reading)
        if measurement.kind is not Kind.LOOK:
            place = f"{where.shown}, {moment(measurement.situation)}"
            rows.append((str(len(rows) + 1), place, what.shown))
    return rows


def _count(work: Casework) -> str:
    n = work.metered
    if n > MOST_MEASUREMENTS:
        return _("Readings: {n}. For full points at most {all}.").format(n=n, all=MOST_MEASUREMENTS)
    return _("Readings: {n} of {all}").format(n=n, all=MOST_MEASUREMENTS)


def _points(kit: Kit) -> list[list[str]]:
    """Return the test points that probes can be put on at once: name, red screw, black screw."""
    if not screws(kit):
        return []
    return [[said(Saying(one.name, one.name_en)), one.red, one.black] for one in kit.test_points.values()]


def _meter(work: Casework) -> dict[str, Any]:
    """Return the meter's face: the last reading while the dial still stands where it was taken."""
    last = next(
        (
            one
            for one in reversed(work.readings)
            if measurement_of(work.case, one.measurement).kind is not Kind.LOOK
        ),
        None,
    )
    way, amps = Kind(work.way), Kind(work.way) is Kind.AMPS
    face = {
        "text": "",
        "unit": "",
        "mode": (Kind.VOLTS if way is Kind.COMPARE else way).value,
        "blown": [],
        "beep": False,
        "red_socket": (Socket.TEN_AMP if amps else Socket.VOLT_OHM).value,
        "black_socket": Socket.COMMON.value,
        "title": _("Multimeter"),
    }
    if last is None or (measurement := measurement_of(work.case, last.measurement)).kind is not way:
        return face
    shown = displayed(measurement, last.value)
    return face | {
        "text": shown.text,
        "unit": shown.unit,
        "title": _meter_title(result(measurement, last.value)),
    }


def _meter_title(what: Line) -> str:
    return _("Multimeter: {value}").format(value=what.spoken)


def _deciding(work: Casework) -> dict[str, Any]:
    kit = work.case.kit
    named, causes = parts(kit), causes_of(kit)
    return {
        "parts": [[part, _capital(said(named[part]))] for part in causes],
        "part": work.part,
        "causes": [[id_, word] for id_, word in causes.get(work.part, {}).items()],
        "cause": work.cause,
        "all_causes": [
            {"label": _capital(said(named[part])), "causes": [[id_, word] for id_, word in of.items()]}
            for part, of in causes.items()
        ],
        "second": work.second,
        "decisions": [[one.value, decision_word(one)] for one in Decision],
        "decision": work.decision,
    }


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _log_view(work: Casework, today: date) -> dict[str, Any] | None:
    """Return the row for the service log; None before it is begun."""
    if not work.log:
        return None
    log = work.log
    chosen = log.get("parts") or [""]
    return {
        "values": {name: str(log.get(name, "")) for name in (*ledger.TEXTS, "sign", "decision")}
        | {"part": str(chosen[0])},
        "readings": ledger.readings_text(log),
        "lacking": ledger.lacking(log, today),
    }
