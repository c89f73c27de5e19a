"""The children's online room behind the screen: four parts, one answer, real files for the homework."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from lentera.literacy.online_room.companions import VisitFault
from lentera.literacy.online_room.homework import Homework
from lentera.place import Place
from lentera.rules import RuleSet
from lentera.rules.seeds import seed_of
from lentera.widgets.activity import Refused
from lentera.widgets.judged import JudgedActivity
from lentera.widgets.line import Line
from lentera.widgets.online_room import class_part, companion_part, homework_part, schedule_part
from lentera.widgets.online_room.folders import Folders
from lentera.widgets.online_room.room import TABS, Room
from lentera.widgets.online_room.wording import room_words
from lentera.widgets.printing import print_beside
from lentera.words import _, clock

_CLASS: Final = ("name", "background", "switch", "size", "join", "reply", "act", "go_on", "leave", "again")
_TASK: Final = "s08-ruang-daring"


class OnlineRoomSession(JudgedActivity[Room]):
    """One learner's online room, without any screen.

    Parameters
    ----------
    place, answer_name, rule_sets, points
        As for `JudgedActivity`; the answer is ``s08-ruang-daring``.
    """

    screen = "online_room"
    milestones = frozenset({"check", "save", "upload", "visit", "print"})

    def __init__(
        self,
        place: Place,
        answer_name: str,
        rule_sets: Sequence[RuleSet[Any]] = (),
        points: Mapping[str, float] | None = None,
    ) -> None:
        self._folders = Folders(place.folder)
        self._printed: Mapping[str, str] | None = None
        self._fault = ""  # the field of the log that must be mended; told once
        super().__init__(place, answer_name, rule_sets, points)

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        return room_words(self._state.seed, self.place.address)

    def _empty(self) -> Room:
        return Room(Homework(seed_of(self.place.learner, _TASK)))

    def _read(self, content: Mapping[str, Any]) -> Room:
        return Room.from_content(content)

    def _write(self, state: Room) -> Mapping[str, Any]:
        return state.to_content()

    def _ready(self) -> str:
        return _("The online room is open. Choose the name for the class.")

    def _back(self) -> str:
        return _("The online room is as you left it.")

    def _act(self, message: Mapping[str, Any]) -> Line:
        self._folders.settle()
        self._fault = ""
        room, homework, folders = self._state, self._state.homework, self._folders
        do = message["do"]
        if do in _CLASS:
            return self._done(*class_part.act(room, dict(message)))
        gestures: dict[str, Callable[[], Line]] = {
            "tab": lambda: self._open_tab(message["tab"]),
            "download": lambda: self._work(homework_part.download(homework, folders, message["task"])),
            "open": lambda: self._work(homework_part.open_file(homework, folders, message["task"])),
            "answer": lambda: self._work(homework_part.answer(homework, message["number"], message["value"])),
            "save": lambda: self._work(homework_part.save(homework, folders)),
            "upload": lambda: self._work(
                homework_part.upload(homework, folders, message["file"], clock(self.place.now()))
            ),
            "take_back": lambda: self._work(homework_part.take_back(homework, folders, message["number"])),
            "many": lambda: self._done(*schedule_part.many(room, message["children"], message["computers"])),
            "seat": lambda: self._done(
                *schedule_part.seat(room, message["slot"], message["computer"], message["child"])
            ),
            "clear": lambda: self._done(*schedule_part.clear(room)),
            "print": self._print,
            "visit": lambda: self._visit(message),
            "remove": lambda: self._done(*companion_part.remove(room, message["row"])),
            "undo": lambda: self._done(*companion_part.undo(room)),
            "check": self._check,
        }
        return gestures[do]()

    def _take_back(self) -> None:
        self._folders.take_back()

    def _done(self, room: Room, line: Line) -> Line:
        self._become(room)
        return line

    def _work(self, worked: tuple[Homework, Line]) -> Line:
        return self._done(replace(self._state, homework=worked[0]), worked[1])

    def _open_tab(self, tab: str) -> Line:
        if tab not in TABS:
            raise ValueError(f"the online room has no part {tab!r}")
        self._become(replace(self._state, tab=tab))
        return Line.same(_("Part: {name}").format(name=self.words()["tabs"][tab]))

    def _visit(self, message: Mapping[str, Any]) -> Line:
        try:
            return self._done(*companion_part.add(self._state, message, self.place.now().date()))
        except VisitFault as fault:
            self._fault = fault.field
            raise Refused(companion_part.fault_line(fault)) from None

    def _print(self) -> Line:
        sheet = schedule_part.sheet(self.place, self._state)
        line, self._printed = print_beside(self.place, schedule_part.SHEET, sheet)
        return line

    def _check(self) -> Line:
        """Judge the part that is open: the homework by its rules, the schedule as practice."""
        if self._state.tab == "jadwal":
            self._found = schedule_part.check(self._state)
            found = self._found
            return self._read_out(f"{found['yet']} {found['next']}".strip() or " ".join(found["right"]))
        if self._state.tab != "tugas":
            raise ValueError(f"there is nothing to check in {self._state.tab!r}")
        followed = homework_part.followed(self._state.homework, self._folders)
        if followed != self._state.homework:
            self._become(replace(self._state, homework=followed))
        return super()._check()

    def _draw(self) -> dict[str, Any]:
        room = self._state
        return {
            "tab": room.tab,
            "class": class_part.draw(room),
            "homework": homework_part.draw(room.homework),
            "schedule": schedule_part.draw(room),
            "log": {**companion_part.draw(room, self.place.now().date()), "fault": self._fault},
            "check": self._found,
            "printed": self._printed,
        }
