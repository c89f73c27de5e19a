"""Ten pieces of data to sort."""

from collections.abc import Mapping
from typing import Any

from lentera.literacy import personal_data
from lentera.literacy.cases import Case
from lentera.widgets.cases.session import CasesSession
from lentera.words import _


class PersonalDataSession(CasesSession):
    """One learner's data to sort; the answer is ``s08-data``."""

    task = personal_data.TASK

    def _cases(self) -> Mapping[str, Case]:
        return personal_data.cases()

    def _drawn(self, seed: int) -> tuple[str, ...]:
        return personal_data.draw(seed)

    def _worded(self) -> dict[str, Any]:
        names = {
            "umum": _("General"),
            "spesifik": _("Specific"),
            "bukan": _("Not personal"),
        }
        hints = {
            "umum": _("who somebody is"),
            "spesifik": _("harms when it spreads"),
            "bukan": _("belongs to nobody"),
        }
        return {
            "title": _("Sort the data"),
            "intro": _("Ten pieces of data. All people here are invented. Which sort is each?"),
            "question": _("Which sort of data is this?"),
            "choices": [{"id": one, "text": names[one], "hint": hints[one]} for one in personal_data.CHOICES],
        }

    def _shown(self, case: Case) -> dict[str, Any]:
        return {"kind": "data", "text": case.story, "picture": case.picture, "head": "", "note": ""}
