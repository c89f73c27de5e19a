"""The practice at home: a few messages at a time, those first that were missed before."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from lentera.course.scenarios import Bank, Message
from lentera.literacy.inbox.answers import Inbox
from lentera.literacy.inbox.memory import Memory, day_of
from lentera.literacy.inbox.practice import due_kinds, next_messages
from lentera.place import Place
from lentera.rules.seeds import seed_of
from lentera.widgets.activity import Refused
from lentera.widgets.inbox.mail import MailActivity
from lentera.widgets.inbox.reading import Reading, read_reading
from lentera.widgets.inbox.remembering import MEMORY, PRACTICE, read_memory
from lentera.widgets.line import Line
from lentera.words import _, ngettext

_SET = "kotak"
_ROUND = "putaran"
_DAY = "hari"
_MISSED = "terlewat"


@dataclass(frozen=True)
class Practising(Reading):
    """Hold an open set of messages and what is remembered of all earlier ones.

    Attributes
    ----------
    memory : Memory
        What she remembers of each kind.
    round : int
        Which set this is; each is drawn anew.
    day : str
        Calendar day of the last check; a set that was finished earlier makes room for a new one.
    missed : tuple of str
        Messages that were not right at first sight.
    """

    memory: Memory = field(default_factory=Memory)
    round: int = 1
    day: str = ""
    missed: tuple[str, ...] = ()


class PracticeSession(MailActivity[Practising]):
    """One learner's practice, without any screen; it goes on through all sessions.

    Parameters
    ----------
    place : Place
        Where the practice is at home.
    answer_name : str
        Name of the answer file.
    bank : Bank, optional
        The scenarios; those of this course and of the village when left out.
    """

    def __init__(self, place: Place, answer_name: str = PRACTICE, *, bank: Bank | None = None) -> None:
        super().__init__(place, answer_name, bank=bank)

    def _title(self) -> str:
        return _("Message practice")

    def _back(self) -> str:
        return _("Your practice goes on.")

    def _empty(self) -> Practising:
        return self._drawn(Memory(), 1)

    def _drawn(self, memory: Memory, number: int) -> Practising:
        """Return a new set of messages."""
        seed = seed_of(self.place.learner, f"{PRACTICE} {number}")
        ids = next_messages(memory, self._bank, self.place.now(), seed)
        return Practising(Inbox(ids), ids[0], (ids[0],), memory=memory, round=number)

    def _read(self, content: Mapping[str, Any]) -> Practising:
        memory, number = read_memory(content), content.get(_ROUND, 1)
        if isinstance(number, bool) or not isinstance(number, int) or number < 1:
            raise ValueError(f"{_ROUND!r} is {number!r}; give a whole number from 1")
        stored = content.get(_SET)
        if stored is None:
            # The lesson has left what it saw; a set that is on the screen already stays there.
            return replace(self._state, memory=memory) if self._revision else self._drawn(memory, number)
        if not isinstance(stored, Mapping):
            raise ValueError(f"{_SET!r} is no inbox; begin anew")
        reading = read_reading(stored)
        ids = tuple(name for name in reading.inbox.ids if name in self._bank.messages)
        day, missed = content.get(_DAY), content.get(_MISSED)
        over = day != day_of(self.place.now()).isoformat() and set(ids) <= set(reading.inbox.checked)
        if not ids or over:
            return self._drawn(memory, number + 1)
        return Practising(
            replace(reading.inbox, ids=ids),
            reading.at if reading.at in ids else ids[0],
            reading.read,
            reading.hints,
            reading.judged,
            memory,
            number,
            day if isinstance(day, str) else "",
            tuple(one for one in missed if one in ids) if isinstance(missed, list) else (),
        )

    def _write(self, state: Practising) -> Mapping[str, Any]:
        return {
            MEMORY: state.memory.to_content(),
            _SET: state.to_content(),
            _ROUND: state.round,
            _DAY: state.day,
            _MISSED: list(state.missed),
        }

    def _act(self, message: Mapping[str, Any]) -> Line:
        return self._more() if message["do"] == "more" else super()._act(message)

    def _more(self) -> Line:
        if not self._all_checked():
            raise Refused(Line.same(_("Check each message once. Then six more can come.")))
        self._become(self._drawn(self._state.memory, self._state.round + 1))
        return Line.same(_("New messages are here.")) + self._told()

    def _first_check(self, message: Message, share: float, *, signs_right: bool | None) -> None:
        now = self.place.now()
        self._become(
            replace(
                self._state,
                memory=self._state.memory.after(message, share, signs_right, now),
                missed=(*self._state.missed, message.id) if share < 1 else self._state.missed,
                day=day_of(now).isoformat(),
            )
        )

    def _checked_line(self, message: Message) -> Line:
        line = super()._checked_line(message)
        return line + Line.same(self._said()) if self._all_right() else line

    def _all_checked(self) -> bool:
        return all(one.id in self._state.inbox.checked for one in self._messages)

    def _all_right(self) -> bool:
        return all(self._state.share(one) == 1 for one in self._messages)

    def _said(self) -> str:
        """Say calmly that it is done, and what comes again."""
        if not self._all_right():
            return _("Each message was checked once. You may decide again, or stop here.")
        tomorrow = day_of(self.place.now()) + timedelta(days=1)
        again = len(due_kinds(self._state.memory, self._bank, tomorrow))
        if not again:
            return _("Done for today. Rest now.")
        return ngettext(
            "Done for today. Tomorrow {n} kind comes again.",
            "Done for today. Tomorrow {n} kinds come again.",
            again,
        ).format(n=again)

    def _kinds(self) -> list[list[str]]:
        """Tell in words how each kind of this set went."""
        told = []
        for kind in dict.fromkeys(message.kind for message in self._messages):
            of_kind = [message for message in self._messages if message.kind == kind]
            if any(self._state.share(message) != 1 for message in of_kind):
                word = _("comes again soon")
            elif any(message.id in self._state.missed for message in of_kind):
                word = _("recognised after reading again")
            else:
                word = _("recognised at once")
            told.append([self._bank.kinds[kind].name, word])
        return told

    def _draw(self) -> dict[str, Any]:
        done = {"said": self._said(), "kinds": self._kinds()} if self._all_checked() else None
        return {**super()._draw(), "done": done}
