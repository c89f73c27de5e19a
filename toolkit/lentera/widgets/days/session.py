"""A lamp's days behind the screen: choices are saved, results are worked out anew."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from lentera.place import Place
from lentera.solar.lamp import Tables, simulate_course
from lentera.solar.lamp.compiled import HAS_NUMBA
from lentera.widgets.activity import Activity, Refused
from lentera.widgets.days import comparing, telling
from lentera.widgets.days.choices import SLIDES, Choices, KitName, Length, Sky, Step
from lentera.widgets.days.kits import Found, Shelf, charged, has_port, has_steps, name_of
from lentera.widgets.days.picture import picture
from lentera.widgets.days.skies import weather_for
from lentera.widgets.days.story import Story, story_of
from lentera.widgets.days.texts import aloud, length, share, time_of_day, told
from lentera.widgets.frame import frame_words
from lentera.widgets.line import Doing, Line
from lentera.words import number

_MOST: Final = 24
"""Results kept in memory, so that going back is at once."""
_FIXED: Final = (
    "busy choices_title span sky kit lit start brightness phone charge no_port sky_year picture table views "
    "key_on key_dim key_off night kept_line picture_name summary_title events_title no_events model "
    "compare_title compare_how keep keep_again back_to_a drop own_title own_read"
)
_CHOICES, _KEPT = "pilihan", "banding"


@dataclass(frozen=True)
class Question:
    """Hold what is saved: the present choices, and those kept as A."""

    choices: Choices = Choices()  # noqa: RUF009  a frozen value
    kept: Choices | None = None


@dataclass(frozen=True)
class Answer:
    """Hold a result, or why there is none."""

    found: Found
    story: Story | None
    why: str = ""


class DaysSession(Activity[Question]):
    """One learner's lamp through a day, a week or a year.

    Parameters
    ----------
    place : Place
        Where answers are, and ``kit.toml`` if she has one.
    answer_name : str
        Name of the answer file.
    """

    screen = "days"

    def __init__(self, place: Place, answer_name: str = "hari-lampu") -> None:
        self._shelf = Shelf(place.folder)
        self._tables = Tables()
        self._stories: OrderedDict[tuple[Choices, str], Story] = OrderedDict()
        super().__init__(place, answer_name)

    def words(self) -> dict[str, Any]:
        """Return every fixed word of the screen."""
        places = {
            "lit": [length(value) for value in _places("lit")],
            "start": [time_of_day(value) for value in _places("start")],
            "phone": [told("times", n=value) for value in _places("phone")],
            "charge": [share(value / 100.0) for value in _places("charge")],
        }
        return {
            **frame_words(told("title")),
            **{key: told(key) for key in _FIXED.split()},
            "marks": {"decimal": number(0.5, 1)[1], "group": number(1000)[1]},
            "spans": [[str(one), told(f"span_{one}")] for one in Length],
            "skies": [[str(one), told(f"sky_{one}")] for one in Sky],
            "kits": [[str(one), told(f"kit_{one}")] for one in KitName],
            "steps": [[str(one), told(f"bright_{one}")] for one in Step],
            "slides": {
                name: {"min": one.least, "max": one.most, "step": one.step, "texts": places[name]}
                for name, one in SLIDES.items()
            },
        }

    def _empty(self) -> Question:
        return Question()

    def _read(self, content: Mapping[str, Any]) -> Question:
        kept = content.get(_KEPT)
        return Question(
            Choices.from_content(content.get(_CHOICES)), None if kept is None else Choices.from_content(kept)
        )

    def _write(self, state: Question) -> Mapping[str, Any]:
        content = {_CHOICES: state.choices.to_content()}
        if state.kept is not None:
            content[_KEPT] = state.kept.to_content()
        return content

    def _ready(self) -> str:
        return told("ready")

    def _back(self) -> str:
        return told("back")

    def _untouched(self) -> str:
        return told("untouched")

    def _act(self, message: Mapping[str, Any]) -> Line:
        match message["do"]:
            case "set":
                return self._set(message["name"], message["value"])
            case "keep":
                return self._keep()
            case "back":
                return self._return()
            case "drop":
                return self._drop()
            case "read":
                return self._outcome(told("own_was_read"))
            case unknown:
                raise ValueError(f"the screen of days does not know {unknown!r}")

    def _set(self, name: str, value: object) -> Line:
        choices = self._state.choices.changed(name, value)
        if choices.kit is KitName.OWN and name == "kit" and not self._shelf.has_own():
            raise Refused(Line.same(told("own_missing")))
        kept = self._state.kept
        # A comparison is over the same time.
        kept = None if kept is None else replace(kept, span=choices.span)
        self._become(Question(choices, kept))
        return self._outcome(told(f"now_{name}", what=_spoken_choice(name, choices)))

    def _keep(self) -> Line:
        if self._answer(self._state.choices).story is None:
            raise Refused(Line.same(told("nothing_to_keep")))
        self._become(replace(self._state, kept=self._state.choices))
        return Line.same(told("kept"))

    def _return(self) -> Line:
        if self._state.kept in {None, self._state.choices}:
            raise Refused(Line.same(told("same_why")))
        self._become(Question(self._state.kept or Choices(), self._state.kept))
        return self._outcome(told("returned"))

    def _drop(self) -> Line:
        self._become(replace(self._state, kept=None))
        return Line.same(told("dropped"))

    def _outcome(self, begin: str) -> Line:
        """Say what was chosen and, in as few words, what came of it."""
        answer, kept = self._both()
        if answer.story is None:
            return _line(" ".join((begin, answer.why, *answer.found.faults[:1])))
        if kept and kept.story and self._state.kept != self._state.choices:
            return _line(f"{begin} {comparing.light_difference(kept.story, answer.story)}")
        return _line(f"{begin} {telling.outcome(answer.story)}")

    def _both(self) -> tuple[Answer, Answer | None]:
        kept = self._state.kept
        return self._answer(self._state.choices), None if kept is None else self._answer(kept)

    def _answer(self, choices: Choices) -> Answer:
        found = self._shelf.find(choices.kit)
        if found.kit is None:
            return Answer(found, None, found.why)
        installation = found.kit.installation
        matters = _that_matter(choices, phones=has_port(found.kit))
        key = (matters, found.version)
        if key not in self._stories:
            try:
                course = simulate_course(
                    charged(installation, choices.charge / 100.0),
                    weather_for(choices.span, choices.sky),
                    matters.habits(),
                    tables=self._tables,
                    # A day is through before the compiler is awake.
                    compiled=HAS_NUMBA and choices.span is Length.YEAR,
                )
            except (ValueError, ArithmeticError):
                self.place.note_trouble()
                return Answer(found, None, told("own_odd"))
            self._stories[key] = story_of(course, choices.span)
        self._stories.move_to_end(key)
        while len(self._stories) > _MOST:
            self._stories.popitem(last=False)
        return Answer(found, self._stories[key])

    def _draw(self) -> dict[str, Any]:
        answer, kept = self._both()
        choices, kit = self._state.choices, answer.found.kit
        own = kit is not None and choices.kit is KitName.OWN
        view: dict[str, Any] = {
            "choices": choices.to_json(),
            "year": choices.span is Length.YEAR,
            "own": choices.kit is KitName.OWN,
            "own_name": name_of(kit) if kit and own else "",
            "why": answer.why,
            "faults": list(answer.found.faults),
            "steps": has_steps(kit),
            "phones": has_port(kit),
            "result": None,
            "compare": self._compare(answer, kept),
        }
        if answer.story is not None:
            view["result"] = self._result(answer, kept)
        return view

    def _result(self, answer: Answer, kept: Answer | None) -> dict[str, Any]:
        story, choices = answer.story, self._state.choices
        if story is None or answer.found.kit is None:
            raise ValueError("there is no result to draw")
        phones = has_port(answer.found.kit)
        other = kept.story if kept and self._state.kept != choices else None
        return {
            "name": name_of(answer.found.kit),
            "plot": picture(story, other),
            "readings": telling.readings(story, choices, phones=phones),
            "summary": [
                {"text": text, "spoken": aloud(text)}
                for text in telling.summary(story, choices, phones=phones)
            ],
            "table": telling.table(story),
        }

    def _compare(self, answer: Answer, kept: Answer | None) -> dict[str, Any]:
        same = self._state.kept == self._state.choices
        view: dict[str, Any] = {
            "kept": kept is not None,
            "keep": Doing(answer.story is not None, told("nothing_to_keep")).to_json(),
            "back": Doing(kept is not None and not same, told("same_why")).to_json(),
            "sentences": [],
            "table": None,
        }
        if kept is None or self._state.kept is None:
            return view
        pair = ((self._state.kept, kept), (self._state.choices, answer))
        view["sentences"] = [
            f"{letter}: {self._described(choices, one)}"
            for letter, (choices, one) in zip("AB", pair, strict=True)
        ]
        if same:
            view["sentences"] = [view["sentences"][0], told("same_now")]
        elif kept.story and answer.story:
            view["sentences"].append(comparing.light_difference(kept.story, answer.story))
            view["table"] = comparing.table(
                (kept.story, self._state.kept),
                (answer.story, self._state.choices),
                phones=any(has_port(one.found.kit) for _, one in pair),
            )
        else:
            view["sentences"].append(kept.why or answer.why)
        return view

    def _described(self, choices: Choices, answer: Answer) -> str:
        kit = answer.found.kit
        if kit is None:
            return told("kit_sendiri")
        return comparing.described(
            choices,
            told(f"kit_{choices.kit}"),
            steps=has_steps(kit),
            phones=has_port(kit),
        )


def _that_matter(choices: Choices, *, phones: bool) -> Choices:
    """Put what changes nothing to one value, so that the same question is known again."""
    if not phones:
        choices = replace(choices, phone=0)
    if choices.span is Length.YEAR:
        choices = replace(choices, sky=Sky.SUNNY)
    if not choices.lit:
        choices = replace(choices, start=Choices.start)
    return choices


def _places(name: str) -> range:
    one = SLIDES[name]
    return range(one.least, one.most + 1, one.step)


def _spoken_choice(name: str, choices: Choices) -> str:
    value = getattr(choices, name)
    if name in SLIDES:
        words: dict[str, Callable[[int], str]] = {
            "lit": length,
            "start": time_of_day,
            "phone": lambda count: told("times", n=count),
            "charge": lambda charge: share(charge / 100.0),
        }
        return words[name](value)
    prefix = "bright" if name == "brightness" else name
    return told(f"{prefix}_{value}").lower() if name in {"span", "sky"} else told(f"{prefix}_{value}")


def _line(text: str) -> Line:
    return Line(text, aloud(text))
