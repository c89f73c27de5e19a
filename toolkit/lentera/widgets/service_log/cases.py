"""Cases of the fault workshop that can be taken over into the service log."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from lentera.place import Place
from lentera.widgets.service_log.book import empty_row, read_row

ANSWER: Final = "s10-gangguan"
MOST_CASES: Final = 12


@dataclass(frozen=True)
class WorkshopCase:
    """Be a case with the row its learner began; empty where she wrote none."""

    code: str
    row: Mapping[str, Any]


def workshop_cases(place: Place) -> list[WorkshopCase]:
    """Return the cases of the workshop's answer beside the notebook; none where it cannot be read."""
    try:
        answer = place.answer(ANSWER).load()
    except (OSError, ValueError):
        place.note_trouble()
        return []
    listed = answer.payload.get("kasus") if answer else None
    if not isinstance(listed, list):
        return []
    cases = [one for one in listed if isinstance(one, Mapping) and isinstance(one.get("code"), str)]
    return [
        WorkshopCase(case["code"][:20], read_row(case.get("servis")))
        for case in cases[:MOST_CASES]
        if read_row(case.get("servis")) != empty_row()
    ]
