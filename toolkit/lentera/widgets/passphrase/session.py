"""The checker of a practice passphrase: what is typed is looked at in memory and kept nowhere."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from lentera.literacy.passphrase.looking import LEAST, LONGEST, Look, look_at
from lentera.literacy.passphrase.person import Person, person
from lentera.literacy.passphrase.tasks import TASK, Kept, Tried
from lentera.rules.seeds import seed_of
from lentera.widgets.activity import Refused
from lentera.widgets.judged import JudgedActivity
from lentera.widgets.line import Line
from lentera.widgets.passphrase import wording
from lentera.words import _, ngettext

_PHRASE: Final = "kalimat"
"""Key of the typed text in a gesture."""


class PassphraseSession(JudgedActivity[Tried]):
    """One learner's practice with passphrases, without any screen.

    Parameters
    ----------
    place, answer_name, rule_sets, points
        As for `JudgedActivity`; the answer is ``s01-kalimat``.
    """

    screen = "passphrase"
    _look: Look | None = None
    """What was seen of the text in the field; the text itself goes with the gesture that brought it."""

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        return {
            **wording.passphrase_words(self.place.address, self.place.now().date()),
            "longest": LONGEST,
            "judged": bool(self._rule_sets),
        }

    @property
    def _person(self) -> Person:
        return person(self._state.seed)

    def _empty(self) -> Tried:
        return Tried(seed_of(self.place.learner, TASK))

    def _read(self, content: Mapping[str, Any]) -> Tried:
        return Tried.from_content(content)

    def _write(self, state: Tried) -> Mapping[str, Any]:
        return state.to_content()

    def _ready(self) -> str:
        return _("Read the card of the example person. Then type a practice phrase.")

    def _back(self) -> str:
        return _("Your result is as you left it. The phrase itself was not kept.")

    def _untouched(self) -> str:
        return _("Only the result is saved, never the phrase.")

    def _act(self, message: Mapping[str, Any]) -> Line:
        gestures: dict[str, Callable[[], Line]] = {
            "type": lambda: self._typed(message.get(_PHRASE)),
            "clear": self._clear,
            "check": lambda: self._check_phrase(message.get(_PHRASE)),
        }
        return gestures[message["do"]]()

    def _typed(self, phrase: Any) -> Line:
        self._look = self._seen(phrase)
        self._found = None
        return Line.same(self._told(self._look))

    def _clear(self) -> Line:
        self._look = self._found = None
        return Line.same(_("The field is empty. Nothing of it was kept."))

    def _check_phrase(self, phrase: Any) -> Line:
        look = self._look = self._seen(phrase)
        if look is None:
            raise Refused(Line.same(_("The field is still empty. Type a practice phrase.")))
        kept = Kept(look.long, look.not_own, look.not_common, look.strong, look.weakness)
        self._become(self._state.with_result(kept))
        return self._check()

    def _seen(self, phrase: Any) -> Look | None:
        """Look at a text; whatever happens, no error that could be written down holds any of it."""
        if not isinstance(phrase, str):
            raise Refused(Line.same(_("The field could not be read. Type again.")))
        too_long = Refused(
            Line.same(_("This text cannot be looked at. Use at most {n} characters.").format(n=LONGEST))
        )
        try:
            return look_at(phrase, self._person, [self.place.preferences.name]) if phrase.strip() else None
        except Exception:  # noqa: BLE001 - its text or cause may quote the phrase, and errors are written down
            raise too_long from None

    def _told(self, look: Look | None) -> str:
        if look is None:
            return _("The field is empty.")
        count = look.long + look.not_own + look.not_common + look.strong
        said = ngettext("{n} of 4 conditions holds.", "{n} of 4 conditions hold.", count).format(n=count)
        return f"{said} {wording.next_step(look.weakness)}".strip()

    def _draw(self) -> dict[str, Any]:
        look = self._look
        return {
            "person": wording.card(self._person),
            "examples": wording.examples(self._person),
            "conditions": wording.conditions(look),
            "level": look.level if look else 0,
            "level_word": wording.level_word(look),
            "count": _("{n} characters. At least {least}.").format(n=look.count, least=LEAST) if look else "",
            "kept": wording.kept_told(self._state.best),
            "check": self._found,
        }
