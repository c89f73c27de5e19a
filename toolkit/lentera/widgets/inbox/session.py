"""The inbox of the lesson: twelve messages, drawn once for each learner."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from lentera.course.scenarios import Message
from lentera.literacy.inbox.answers import Inbox
from lentera.literacy.inbox.drawing import draw, refilled
from lentera.literacy.inbox.tasks import REASONS
from lentera.widgets.inbox.mail import MailActivity
from lentera.widgets.inbox.reading import Reading, opened, read_reading
from lentera.widgets.inbox.remembering import remember
from lentera.widgets.inbox.showing import signs_right
from lentera.words import _


class InboxSession(MailActivity[Reading]):
    """One learner's twelve messages, without any screen.

    Parameters
    ----------
    place, answer_name, rule_sets, points, bank
        As for `MailActivity`; the answer is ``s02-kotak-masuk``.
    """

    def _title(self) -> str:
        return _("Safe inbox")

    def _empty(self) -> Reading:
        ids = draw(self._seed, self._bank)
        return Reading(Inbox(ids), ids[0], (ids[0],))

    def _read(self, content: Mapping[str, Any]) -> Reading:
        reading = read_reading(content)
        known = self._bank.messages
        if any(name not in known for name in reading.inbox.ids):
            ids = refilled(reading.inbox.ids, self._seed, self._bank)
            reading = replace(reading, inbox=replace(reading.inbox, ids=ids))
        return reading if reading.at in reading.inbox.ids else opened(reading, reading.inbox.ids[0])

    def _write(self, state: Reading) -> Mapping[str, Any]:
        return state.to_content()

    def _first_check(self, message: Message, share: float, *, signs_right: bool | None) -> None:
        self._unlogged.append(partial(remember, self.place, message, share, signs_right, self.place.now()))

    def _following(self) -> Message | None:
        """Lead on to a message whose signs are wanted, once every decision is right."""
        following = super()._following()
        if following is None and self._signs_found() < REASONS:
            following = next((one for one in self._around() if self._wants_signs(one)), None)
        return following

    def _wants_signs(self, message: Message) -> bool:
        return bool(message.signs) and not signs_right(self._state, message, self._bank)

    def _signs_found(self) -> int:
        found = sum(bool(one.signs) and not self._wants_signs(one) for one in self._messages)
        return min(found, REASONS)

    def _count(self) -> str:
        return _("{count}. Signs right on {n} of {total}.").format(
            count=super()._count(), n=self._signs_found(), total=REASONS
        )
