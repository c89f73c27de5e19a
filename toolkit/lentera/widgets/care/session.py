"""The calendar of care behind the screen: live a year by months, judge an order of steps, print a sheet."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from lentera.place import Place
from lentera.solar.care_year import due_in, live, prepare
from lentera.widgets.activity import Activity, Refused
from lentera.widgets.care.calendar_view import calendar_view, wall_calendar
from lentera.widgets.care.state import KITS, LONGEST_ORDER, CareState, Played, jobs_of, read_day
from lentera.widgets.care.steps_view import judged, offered, steps_view
from lentera.widgets.care.words import care_words, told
from lentera.widgets.care.year_view import lived_line, ticked_sum, year_view
from lentera.widgets.dates import long_date, month_name
from lentera.widgets.line import Line
from lentera.widgets.printing import print_beside
from lentera.words import _, addressed


class CareSession(Activity[CareState]):
    """One learner's calendar of care, without any screen.

    Parameters
    ----------
    place : Place
        Where answers and log are.
    answer_name : str
        Name of the answer file.
    """

    screen = "care"
    milestones = frozenset({"run", "again", "check", "print"})

    _printed: Mapping[str, str] | None = None

    def __init__(self, place: Place, answer_name: str = "s10-jadwal-rawat") -> None:
        super().__init__(place, answer_name)
        prepare()

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        return care_words()

    def _empty(self) -> CareState:
        return CareState()

    def _read(self, content: Mapping[str, Any]) -> CareState:
        return CareState.from_content(content)

    def _write(self, state: CareState) -> Mapping[str, Any]:
        return state.to_content()

    def _ready(self) -> str:
        return _("Ready. Choose the jobs of January.")

    def _back(self) -> str:
        return _("Your calendar of care is as you left it.")

    def _act(self, message: Mapping[str, Any]) -> Line:
        gestures: dict[str, Callable[[], Line]] = {
            "kit": lambda: self._choose_kit(message["kit"]),
            "tick": lambda: self._tick(message["task"], message["on"]),
            "all": self._tick_all,
            "run": self._run,
            "back": self._one_back,
            "again": self._again,
            "job": lambda: self._choose_job(message["job"]),
            "add": lambda: self._add(message["step"]),
            "move": lambda: self._move(message["at"], message["by"]),
            "drop": lambda: self._drop(message["at"]),
            "clear": self._clear,
            "check": self._check_order,
            "put_up": lambda: self._put_up(message["day"]),
            "print": self._print,
        }
        return gestures[message["do"]]()

    # The year

    def _choose_kit(self, kit: Any) -> Line:
        if kit not in KITS:
            raise ValueError(f"kit is {kit!r}; choose one of {', '.join(KITS)}")
        job = self._state.job if self._state.job in jobs_of(kit) else "rawat-panel"
        self._become(replace(self._state, kit=kit, job=job))
        name = dict(care_words()["kits"])[kit]
        return Line.same(_("Now shown: {kit}.").format(kit=name))

    def _tick(self, task: Any, on: Any) -> Line:
        year = self._year()
        due = [one.id for one, _days in due_in(self._state.kit, year.done)]
        if task not in due or not isinstance(on, bool):
            raise ValueError(f"{task!r} is not due; choose from {', '.join(due)}")
        ticked = set(year.ticked) | {task} if on else set(year.ticked) - {task}
        self._become(self._state.with_year(replace(year, ticked=tuple(one for one in due if one in ticked))))
        return Line.same(ticked_sum(self._state))

    def _tick_all(self) -> Line:
        year = self._year()
        due = tuple(one.id for one, _days in due_in(self._state.kit, year.done))
        self._become(self._state.with_year(replace(year, ticked=due)))
        return Line.same(ticked_sum(self._state))

    def _run(self) -> Line:
        year = self._year()
        month = live(self._state.kit, year.months, year.ticked)
        self._become(self._state.with_year(Played((*year.months, month))))
        return lived_line(self._state)

    def _one_back(self) -> Line:
        year = self._state.year
        if not year.months:
            raise Refused(Line.same(_("This is the first month.")))
        self._become(self._state.with_year(Played(year.months[:-1], year.months[-1].done)))
        return Line.same(
            _("Back in {month}. Its jobs are ticked as before.").format(month=month_name(len(year.months)))
        )

    def _again(self) -> Line:
        if self._state.year == Played():
            raise Refused(Line.same(_("This is the first month.")))
        self._become(self._state.with_year(Played()))
        return Line.same(_("A new year begins. Choose the jobs of January."))

    def _year(self) -> Played:
        if self._state.year.over:
            raise Refused(Line.same(_("The year is over. Read the report.")))
        return self._state.year

    # Step by step

    def _choose_job(self, job: Any) -> Line:
        title = told(jobs_of(self._state.kit)[job].title)
        self._become(replace(self._state, job=job))
        return Line.same(_("Job: {job}. Choose the first step.").format(job=title))

    def _add(self, name: Any) -> Line:
        step = {one.id: one for one in offered(jobs_of(self._state.kit)[self._state.job], self._state.order)}[
            name
        ]
        if len(self._state.order) == LONGEST_ORDER:
            raise Refused(Line.same(_("The order is full. Take a step out first.")))
        self._become(self._state.with_order([*self._state.order, name]))
        return Line.same(_("Step {n}: {step}").format(n=len(self._state.order), step=told(step.text)))

    def _move(self, at: Any, by: Any) -> Line:
        order = list(self._state.order)
        to = self._place(at) + {-1: -1, 1: 1}[by]
        if not 0 <= to < len(order):
            raise Refused(Line.same(_("This step is at the end of the order already.")))
        order.insert(to, order.pop(at))
        self._become(self._state.with_order(order))
        return Line.same(_("Moved to place {n}: {step}").format(n=to + 1, step=self._text(order[to])))

    def _drop(self, at: Any) -> Line:
        order = list(self._state.order)
        gone = order.pop(self._place(at))
        self._become(self._state.with_order(order))
        return Line.same(_("Taken out: {step}").format(step=self._text(gone)))

    def _clear(self) -> Line:
        if not self._state.order:
            raise Refused(Line.same(_("No step yet. Choose the first one.")))
        self._become(self._state.with_order(()))
        return Line.same(_("The order is empty. Choose the first step."))

    def _check_order(self) -> Line:
        found = judged(self._state)
        self._found = {
            name: [addressed(one, self.place.address) for one in said]
            if isinstance(said, list)
            else addressed(said, self.place.address)
            for name, said in found.items()
        }
        said = f"{self._found['yet']} {self._found['next']}".strip() or " ".join(self._found["right"])
        return Line.same(said)

    def _place(self, at: Any) -> int:
        if isinstance(at, bool) or not isinstance(at, int) or not 0 <= at < len(self._state.order):
            raise ValueError(f"there is no step at {at!r}")
        return at

    def _text(self, step: str) -> str:
        return told(jobs_of(self._state.kit)[self._state.job].steps[step].text)

    # The calendar at home

    def _put_up(self, day: Any) -> Line:
        read = read_day(day)
        if day != "" and read is None:
            raise ValueError(f"{day!r} is no day; give one such as 2026-11-22")
        if read is not None and read > self.place.now().date():
            raise Refused(Line.same(_("This day is still to come. Choose an earlier day.")))
        self._become(replace(self._state, put_up=read))
        if read is None:
            return Line.same(_("The calendar counts from today."))
        return Line.same(_("The calendar counts from {day}.").format(day=long_date(read)))

    def _print(self) -> Line:
        line, self._printed = print_beside(self.place, "jadwal-rawat", wall_calendar(self._state, self.place))
        return line

    def _draw(self) -> dict[str, Any]:
        return {
            **year_view(self._state),
            "steps": steps_view(self._state),
            "check": self._found,
            **calendar_view(self._state, self.place),
            "printed": self._printed,
        }
