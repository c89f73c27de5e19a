"""Practice calls behind the screen: pick up, answer, hang up, try another way; feedback at once, no marks."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from lentera.course.scenarios import Call, End
from lentera.literacy.calls import HANG_UP, Conversation
from lentera.widgets.activity import Activity, Refused
from lentera.widgets.call.log import Answered, calls
from lentera.widgets.call.wording import call_words, end_name, end_told
from lentera.widgets.facts import facts_told
from lentera.widgets.line import Line
from lentera.words import _, addressed

_MARKS = {End.SAFE: "ok", End.NEARLY: "yet", End.HAPPENED: "stop"}


class CallSession(Activity[Answered]):
    """One learner's practice calls, without any screen.

    Parameters
    ----------
    place, answer_name
        As for `Activity`.
    """

    screen = "call"
    milestones = frozenset({"hang_up", "restart"})

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        words = call_words()
        return {**words, "answers": self._said(words["answers"])}

    def _empty(self) -> Answered:
        return Answered(next(iter(calls())))

    def _read(self, content: Mapping[str, Any]) -> Answered:
        return Answered.from_content(content)

    def _write(self, state: Answered) -> Mapping[str, Any]:
        return state.to_content()

    def _ready(self) -> str:
        return _("The phone rings. Pick up when you are ready.")

    def _back(self) -> str:
        return _("The calls are as you left them.")

    def _act(self, message: Mapping[str, Any]) -> Line:
        gestures: dict[str, Callable[[], Line]] = {
            "call": lambda: self._open_call(message["call"]),
            "pick_up": self._pick_up,
            "answer": lambda: self._answer(message["answer"]),
            "hang_up": self._hang_up,
            "back": self._take_back_answer,
            "restart": self._restart,
        }
        return gestures[message["do"]]()

    def _open_call(self, name: str) -> Line:
        self._become(replace(self._state, at=calls()[name].id))
        call = self._state.call
        told = _("Call: {name}. {story}")
        return Line.same(self._said(told.replace("{name}", call.name).replace("{story}", call.story)))

    def _pick_up(self) -> Line:
        if self._conversation() is not None:
            raise Refused(Line.same(_("This call is picked up already.")))
        return self._go(())

    def _answer(self, name: str) -> Line:
        at = self._talking()
        if at.turn is None or at.turn.answer(name) is None:
            raise ValueError(f"there is no answer {name!r} here")
        return self._go((*at.path, name))

    def _hang_up(self) -> Line:
        return self._go((*self._talking().path, HANG_UP))

    def _take_back_answer(self) -> Line:
        at = self._conversation()
        if at is None or not at.path:
            raise Refused(Line.same(_("There is no answer to take back.")))
        return self._go(at.path[:-1])

    def _restart(self) -> Line:
        if self._conversation() is None:
            raise Refused(Line.same(_("The phone still rings. Pick up first.")))
        return self._go(())

    def _conversation(self) -> Conversation | None:
        return self._state.conversation(self._state.at)

    def _talking(self) -> Conversation:
        at = self._conversation()
        if at is None:
            raise Refused(Line.same(_("The phone still rings. Pick up first.")))
        if at.turn is None:
            raise Refused(Line.same(_("This call has ended. Begin it again, or choose another.")))
        return at

    def _go(self, path: tuple[str, ...]) -> Line:
        """Take a path in the open call and tell where it leads: the remark is heard, not only seen."""
        self._become(self._state.with_path(path))
        at = self._talk()
        if at.end is not None:
            told = self._said(end_told(self._state.call, at.end))
            return Line(told, f"{self._said(at.remark)} {told}")
        words = self._said(at.lines[-1].text)
        caller = _("Caller: {words}").format(words=words)
        return Line(caller, f"{self._said(at.remark)} {caller}".strip())

    def _talk(self) -> Conversation:
        at = self._conversation()
        if at is None:
            raise ValueError("the call is not picked up")
        return at

    def _said(self, text: str) -> str:
        return addressed(text, self.place.address)

    def _draw(self) -> dict[str, Any]:
        call, at = self._state.call, self._conversation()
        names = list(calls())
        waiting = [name for name in names if not self._state.ends.get(name)]
        return {
            "at": call.id,
            "cards": [self._card(one) for one in calls().values()],
            "caller": call.caller,
            "story": self._said(call.story),
            **self._phone(at),
            "end": self._end(call, at) if at is not None and at.end is not None else None,
            "seen": self._seen(call),
            "back": bool(at is not None and at.path),
            "next_call": next(iter(waiting), ""),
        }

    def _phone(self, at: Conversation | None) -> dict[str, Any]:
        if at is None:
            return {
                "state": "ringing",
                "status": _("rings"),
                "chat": [],
                "script": "",
                "turn": "",
                "offered": [],
                "remark": "",
            }
        me = self.place.address.value
        chat = [
            {
                "who": me if one.mine else _("Caller"),
                "time": "",
                "text": self._said(one.text),
                "mine": one.mine,
            }
            for one in at.lines
        ]
        answers = at.turn.answers if at.turn else ()
        return {
            "state": "talking" if at.turn else "ended",
            "status": _("on the line") if at.turn else _("the call has ended"),
            "chat": chat,
            "script": next(one["text"] for one in reversed(chat) if not one["mine"]),
            "turn": f"{self._state.at} {' '.join(at.path)}",
            "offered": [{"id": one.id, "text": self._said(one.text)} for one in answers],
            "remark": self._said(at.remark),
        }

    def _end(self, call: Call, at: Conversation) -> dict[str, Any]:
        end = at.end or End.SAFE
        return {
            "mark": _MARKS[end],
            "text": self._said(end_told(call, end)),
            "signs": [self._said(one) for one in call.signs],
            "if_done": [self._said(one) for one in call.if_done] if end is not End.SAFE else [],
            "facts": facts_told(call.facts, self.place.now().date()),
        }

    def _seen(self, call: Call) -> str:
        ends = self._state.ends.get(call.id, ())
        if not ends:
            return ""
        names = ", ".join(end_name(one) for one in ends)
        return _("Ends tried so far: {ends}.").format(ends=names)

    def _card(self, call: Call) -> dict[str, str]:
        at = self._state.conversation(call.id)
        if at is None:
            standing = {"mark": "", "word": _("not begun")}
        elif at.end is None:
            standing = {"mark": "later", "word": _("begun")}
        else:
            standing = {"mark": _MARKS[at.end], "word": end_name(at.end)}
        return {"id": call.id, "name": call.name, **standing}
