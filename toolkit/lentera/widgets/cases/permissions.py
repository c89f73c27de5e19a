"""Five permissions that apps ask for."""

from collections.abc import Mapping
from typing import Any

from lentera.literacy import permissions
from lentera.literacy.cases import Case
from lentera.widgets.cases.session import CasesSession
from lentera.words import _


class PermissionsSession(CasesSession):
    """One learner's permissions to decide on; the answer is ``s08-izin``."""

    task = permissions.TASK

    def _cases(self) -> Mapping[str, Case]:
        return permissions.cases()

    def _drawn(self, seed: int) -> tuple[str, ...]:
        return permissions.draw(seed)

    def _worded(self) -> dict[str, Any]:
        names = {
            "beri": _("Allow"),
            "saat-dipakai": _("Only while in use"),
            "tolak": _("Refuse"),
        }
        hints = {
            "beri": _("at any time"),
            "saat-dipakai": _("stops when the app is closed"),
            "tolak": _("the app does without"),
        }
        return {
            "title": _("What may this app do?"),
            "intro": _("Five apps ask for something. Ask yourself: does its work need that?"),
            "question": _("Your decision"),
            "later": _("Changed your mind? In the phone: Settings, then Apps, then Permissions."),
            "choices": [{"id": one, "text": names[one], "hint": hints[one]} for one in permissions.CHOICES],
        }

    def _shown(self, case: Case) -> dict[str, Any]:
        app, _purpose, wish = permissions.apps()[case.id]
        return {
            "kind": "izin",
            "text": _("“{app}” asks for: {wish}").format(app=app, wish=wish),
            "picture": case.picture,
            "head": app,
            "note": _("Its work: {purpose}").format(purpose=case.story),
        }
