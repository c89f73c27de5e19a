"""Messages and answer files that no hand would make: nothing raises, nothing is lost, nothing is written elsewhere."""

import copy
import json
import re
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.widgets.gesturing import made
from tests.widgets.opened import ACTIVITIES, answer_of, gestures_of, open_activity

from lentera.place import Place
from lentera.rules import check
from lentera.tasks import RULE_SETS
from lentera.widgets.activity import Activity
from lentera.widgets.activity_widget import show
from lentera.widgets.bench.shelf import file_name
from lentera.widgets.incoming import sendable
from lentera.words import Address

OWN_FOLDERS = {"jawaban", "cetak", "bagikan"}


def deep(levels: int) -> list[Any]:
    found: list[Any] = []
    for _level in range(levels):
        found = [found]
    return found


WRITTEN: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 3, 2**63, -(10**400), 1e308, 0.5),
    *(
        "",
        "x" * 100_000,
        "\ud83d",
        "\x00",
        "../../etc",
        "{0.__class__}",
        "%s",
        "1e999",
        "nan",
        "٣",
        "⁵",
        "-0",
    ),
    *([], {}, [[]], {"nilai": None}, {"nilai": "\ud83d", "satuan": "V"}, {"butir": [{}]}, {"pilihan": []}),
    *(deep(40), {"do": {"do": "check"}}, [None] * 500, ["panel", ["panel"]]),
)
"""Values that a file can hold where a word or a number should stand."""

ODD = (*WRITTEN, float("nan"), float("inf"), -float("inf"), deep(3000))
"""Those, and what only a message can hold."""


def hostile(gestures: list[Any], chance: Random) -> Any:
    """Make a message that is wrong in one or two places, or through and through."""
    if chance.random() < 0.08:
        return chance.choice(ODD)
    message = made(chance.choice(gestures), chance)
    for _time in range(chance.randint(1, 2)):
        key = chance.choice([*message, "do", "kit", "tag"])
        match chance.randrange(4):
            case 0:
                message.pop(key, None)
            case 1:
                message[key] = made(chance.choice(gestures), chance).get(key, chance.choice(ODD))
            case 2 if isinstance(message.get(key), dict) and message[key]:
                message[key] = {**message[key], chance.choice(list(message[key])): chance.choice(ODD)}
            case _:
                message[key] = chance.choice(ODD)
    return message


def places_of(content: Any) -> list[tuple[Any, Any]]:
    """List every place in JSON content: what holds it, and its key there."""
    found: list[tuple[Any, Any]] = []
    holders = [content]
    while holders:
        holder = holders.pop()
        for key in holder if isinstance(holder, dict) else range(len(holder)):
            found.append((holder, key))
            if isinstance(holder[key], dict | list):
                holders.append(holder[key])
    return found


def damaged(content: Any, chance: Random) -> Any:
    """Change one to three things in an answer: another type, a key away, a word of elsewhere, far too large."""
    content = copy.deepcopy(content)
    for _time in range(chance.randint(1, 3)):
        places = places_of(content)
        if not places:
            break
        holder, key = chance.choice(places)
        match chance.randrange(5):
            case 0:
                del holder[key]
            case 1:
                other, there = chance.choice(places)
                holder[key] = copy.deepcopy(other.get(there) if isinstance(other, dict) else None)
            case 2 if isinstance(holder[key], int | float):
                holder[key] = chance.choice([-1, 10**6, 10**400, 1e308, -0.5, "7", not holder[key]])
            case 3 if isinstance(holder[key], list):
                holder[key] = holder[key] * chance.choice([2, 50])
            case _:
                holder[key] = copy.deepcopy(chance.choice(WRITTEN))
    return content


def goes_over_the_wire(view: Any) -> None:
    """Serialise as the kernel does: UTF-8 without escapes, and no number that JSON does not have."""
    json.dumps(view, allow_nan=False, ensure_ascii=False).encode()


def only_own_files(root: Path, folder: Path, own: frozenset[str]) -> None:
    """Fail on a file outside of the session's own folders, those the activity may use, and the desk's private one."""
    desk = folder.parent
    odd = [
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file()
        and ".lentera" not in path.parts
        and not (desk in path.parents and path.relative_to(desk).parts[0] in own)
        and (folder not in path.parents or path.relative_to(folder).parts[0] not in OWN_FOLDERS | own)
    ]
    assert odd == []


def reopens_as_it_is(
    name: str, activity: Activity[Any], place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Open the activity a second time: it stands where the first one stands."""
    again = open_activity(name, place, monkeypatch)
    assert again._write(again._state) == activity._write(activity._state)
    goes_over_the_wire(again.view)
    if answer_of(name, place).path.exists():
        said = again.view["live"]
        assert "rusak" not in said, said
        assert "tidak terbaca" not in said, said


def play(name: str, seed: int, count: int, place: Place, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = Random(seed)  # noqa: S311 - the same messages at every run
    activity = open_activity(name, place, monkeypatch)
    gestures = gestures_of(name, activity)
    goes_over_the_wire(activity.words())
    for n in range(count):
        message = made(chance.choice(gestures), chance) if n % 3 == 0 else hostile(gestures, chance)
        view = activity.handle(message)
        activity.write_log()
        goes_over_the_wire(view)
        assert view["live"], f"silence after {message!r}"
        if n % 40 == count % 40:
            reopens_as_it_is(name, activity, place, monkeypatch)
    reopens_as_it_is(name, activity, place, monkeypatch)
    only_own_files(root, place.folder, ACTIVITIES[name].own)


def marks(answer: str, content: Any, folder: Path) -> None:
    """Judge an answer as a grade cell does: never an error, never more than the task is worth."""
    for rules in RULE_SETS.values():
        if rules.answer == answer and isinstance(content, dict):
            gathered = rules.gather(content, folder)
            found = check((rules,), gathered)
            assert 0.0 <= rules.best(gathered).share <= 1.0
            goes_over_the_wire(sendable(found.shown(Address.IBU)))


def tamper(name: str, seed: int, count: int, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """Play sensibly, then open damaged copies of the answer and go on from each."""
    chance = Random(seed)  # noqa: S311 - as above
    activity = open_activity(name, place, monkeypatch)
    gestures = gestures_of(name, activity)
    path = answer_of(name, place).path
    made_so_far = 0
    while made_so_far < 20 or not path.exists():
        activity.handle(made(chance.choice(gestures), chance))
        made_so_far += 1
    whole = json.loads(path.read_text(encoding="utf-8"))
    for n in range(count):
        if n % 6 == 0:
            text = json.dumps(whole)
            path.write_bytes(text.encode()[: chance.randrange(len(text))])
        else:
            wrong = {**whole, "answer": damaged(whole["answer"], chance)}
            path.write_text(json.dumps(wrong), encoding="ascii")
            marks(ACTIVITIES[name].answer, json.loads(path.read_bytes())["answer"], place.site_folder)
        activity = open_activity(name, place, monkeypatch)
        goes_over_the_wire(activity.view)
        for message in (made(chance.choice(gestures), chance), {"do": "check"}):
            goes_over_the_wire(activity.handle(message))
        reopens_as_it_is(name, activity, place, monkeypatch)


@pytest.mark.parametrize("name", ACTIVITIES)
def test_no_message_breaks_an_activity(
    name: str, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(name, 1, 45, place, tmp_path, monkeypatch)


@pytest.mark.parametrize("name", ACTIVITIES)
def test_no_damaged_answer_shuts_a_learner_out(
    name: str, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    tamper(name, 1, 7, place, monkeypatch)


@pytest.mark.parametrize("message", [None, 7, "check", ["do"], {"do": "check", "tag": "\ud83d"}])
def test_the_widget_takes_whatever_a_page_sends(
    message: Any, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    widget = show(open_activity("kenal_bagian", place, monkeypatch))
    widget._handle_custom_msg(message, [])
    assert widget.view["live"]
    goes_over_the_wire(widget.view)
    widget.close()


def test_whatever_a_learner_calls_her_bench_is_a_file_name_everywhere() -> None:
    chance = Random(4)  # noqa: S311 - as above
    signs = [*'abcCON.1 -_/\\:*?"<>|~$%\x00\n\t¹²é😀\ud83d\u202e水', "con", "LPT¹", "..", "com0", "nul."]
    for _time in range(3000):
        file = file_name("".join(chance.choices(signs, k=chance.choice([0, 1, 2, 3, 8, 300]))))
        stem = file.removesuffix(".rangkaian.json")
        assert re.fullmatch(r"[a-z0-9]+(-+[a-z0-9]+)*", stem), file
        assert len(file) < 80
        assert not re.fullmatch(r"con|prn|aux|nul|(com|lpt)[0-9]", stem), "Windows keeps these for itself"


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(2, 6))
@pytest.mark.parametrize("name", ACTIVITIES)
def test_no_message_breaks_an_activity_for_long(
    name: str, seed: int, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(name, seed, 300, place, tmp_path, monkeypatch)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(2, 6))
@pytest.mark.parametrize("name", ACTIVITIES)
def test_no_damaged_answer_shuts_a_learner_out_for_long(
    name: str, seed: int, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    tamper(name, seed, 80, place, monkeypatch)
