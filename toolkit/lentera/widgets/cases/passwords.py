"""Three example passwords to judge."""

from collections.abc import Mapping
from typing import Any

from lentera.literacy import passwords
from lentera.literacy.cases import Case
from lentera.widgets.cases.session import CasesSession
from lentera.widgets.passphrase.wording import card
from lentera.words import _


class PasswordsSession(CasesSession):
    """One learner's example passwords; the answer is ``s01-sandi``."""

    task = passwords.TASK

    def _cases(self) -> Mapping[str, Case]:
        return passwords.cases()

    def _drawn(self, seed: int) -> tuple[str, ...]:
        return passwords.draw(seed)

    def _worded(self) -> dict[str, Any]:
        names = {"kuat": _("Strong"), "lemah": _("Weak")}
        hints = {"kuat": _("hard to guess"), "lemah": _("easy to guess")}
        return {
            "title": _("Which password is strong?"),
            "intro": _("Three examples of one invented person. Decide on each, then say why."),
            "question": _("Is this password strong?"),
            "choices": [{"id": one, "text": names[one], "hint": hints[one]} for one in passwords.CHOICES],
        }

    def _shown(self, case: Case) -> dict[str, Any]:
        return {
            "kind": "sandi",
            "text": case.story,
            "picture": case.picture,
            "head": _("Example, not to be used"),
            "note": _("{n} characters, spaces included").format(n=len(case.story)),
            "person": card(passwords.person_of(case.id)),
            "person_head": _("The example person"),
        }
