"""News to check without a screen: steps show clues, sources answer, and the check says one thing."""

import errno
import json
from dataclasses import replace
from typing import Any

import pytest

from lentera.course.scenarios import Bank, Passing, Verdict
from lentera.literacy.bank import bank
from lentera.literacy.news.looking import STEPS
from lentera.place import Place
from lentera.tasks import RULE_SETS
from lentera.widgets.news.session import NewsSession

TASK, ANSWER = "s02-periksa-kabar", "s02-kabar"


def news(place: Place) -> NewsSession:
    return NewsSession(place, ANSWER, [RULE_SETS[TASK]], {TASK: 20.0})


def stored(place: Place) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(
        (place.folder / f"jawaban/{ANSWER}.json").read_text(encoding="utf-8")
    )
    return content["answer"]


def solve(session: NewsSession, number: int) -> str:
    one = session._cards()[number]
    session.handle({"do": "card", "card": one.id})
    session.handle({"do": "step", "step": "periksa"})
    session.handle({"do": "verdict", "value": str(one.verdict)})
    source = next(source.id for source in one.sources if source.decides)
    session.handle({"do": "source", "value": source})
    live: str = session.handle({"do": "check"})["live"]
    return live


def test_two_right_verdicts_with_their_sources_earn_all_points(place):
    session = news(place)
    for number in (1, 3):
        assert solve(session, number).startswith("Tepat.")
        assert session.view["check"]["holds"]
        assert session.view["cards"][number]["word"] == "sudah tepat"
    assert RULE_SETS[TASK].judge(stored(place)).points(20) == 20


def test_the_ear_gets_every_clue_and_the_news_itself(place):
    session = news(place)
    one = session._news()
    heard = session.handle({"do": "step", "step": "telusuri"})["live_spoken"]
    assert all(trace in heard for trace in one.traces)
    session.handle({"do": "next"})
    heard = session.handle({"do": "card", "card": one.id})["live_spoken"]
    assert all(part in heard for part in (one.sender, one.title, one.body, one.picture_words))


def test_each_step_shows_its_clues_only_when_it_is_opened(place):
    session = news(place)
    one = session._news()
    assert [step["open"] for step in session.view["steps"]] == [False] * 4
    assert session.handle({"do": "step", "step": "setop"})["live"] == f"Setop: {one.pause}"
    assert session.handle({"do": "step", "step": "telusuri"})["live"] == f"Telusuri: {one.traces[0]}"
    who, said = one.talk[0]
    assert said in session.handle({"do": "step", "step": "obrolkan"})["live"]
    view = session.handle({"do": "step", "step": "periksa"})
    assert view["live"] == "Periksa: ada 4 sumber yang bisa ditanya."
    assert [step["open"] for step in view["steps"]] == [True] * 4
    assert view["steps"][2]["clues"][0] == {"who": who, "text": said}
    assert stored(place)["kabar"][one.id]["langkah"] == list(STEPS)


def test_a_source_answers_only_when_it_is_asked(place):
    session = news(place)
    source = session._news().sources[1]
    assert "Buka langkah Periksa dulu." in session.handle({"do": "ask", "source": source.id})["live"]
    session.handle({"do": "step", "step": "periksa"})
    assert session.view["sources"][1]["told"] == ""
    assert session.handle({"do": "ask", "source": source.id})["live"] == f"{source.name}: {source.told}"
    assert session.view["sources"][1]["told"] == source.told
    assert session.view["sources"][0]["told"] == ""


def test_a_source_is_named_only_after_the_sources_are_open(place):
    session = news(place)
    view = session.handle({"do": "source", "value": session._news().sources[0].id})
    assert not view["may_choose"]
    assert view["source"] == ""


def test_a_source_that_cannot_decide_is_told_after_what_is_right(place):
    session = news(place)
    one = session._news()
    session.handle({"do": "step", "step": "periksa"})
    session.handle({"do": "verdict", "value": str(one.verdict)})
    wrong = next(source for source in one.sources if not source.decides)
    session.handle({"do": "source", "value": wrong.id})
    found = session.handle({"do": "check"})["check"]
    assert found["right"] == [one.replies[one.verdict]]
    assert found["yet"] == wrong.reply
    assert found["next"]


def test_another_verdict_is_answered_by_the_bank(place):
    session = news(place)
    one = session._news()
    other = next(verdict for verdict in Verdict if verdict is not one.verdict)
    session.handle({"do": "step", "step": "periksa"})
    session.handle({"do": "verdict", "value": str(other)})
    found = session.handle({"do": "check"})["check"]
    assert (found["right"], found["yet"]) == ([], one.replies[other])


@pytest.mark.parametrize("way", list(Passing))
def test_each_way_of_dealing_with_it_is_answered_at_once(place, way):
    session = news(place)
    one = session._news()
    view = session.handle({"do": "pass", "value": str(way)})
    assert view["reply"]["kind"] == ("ok" if way in one.wise else "yet")
    assert view["live"] == view["reply"]["text"] == one.passing[way].replace("{Sapaan}", "Ibu")


def test_an_untouched_card_is_not_checked(place):
    assert "Kabar ini belum dibuka" in news(place).handle({"do": "check"})["live"]


def test_the_next_card_is_one_without_a_verdict(place):
    session = news(place)
    cards = [one.id for one in session._cards()]
    session.handle({"do": "card", "card": cards[1]})
    session.handle({"do": "verdict", "value": "bohong"})
    session.handle({"do": "card", "card": cards[0]})
    view = session.handle({"do": "next"})
    assert view["at"] == cards[2]
    assert view["live"].startswith("Kabar 3 dari 4: ")
    session.handle({"do": "next"})
    assert session.handle({"do": "next"})["at"] == cards[0]


def test_a_card_tells_how_it_stands_only_after_a_check(place):
    session = news(place)
    assert session.view["cards"][0]["word"] == "belum mulai"
    session.handle({"do": "verdict", "value": "bohong"})
    assert session.view["cards"][0] | {"id": "", "name": ""} == {
        "id": "",
        "name": "",
        "mark": "later",
        "word": "sudah mulai",
    }


def test_neighbours_have_other_news(place):
    first = [one.id for one in news(place)._cards()]
    others = set()
    for code in ("SM-08", "SM-09", "CM-01"):
        place.desk.set_learner(code)
        others.add(tuple(one.id for one in news(place)._cards()))
    assert len({tuple(first), *others}) > 2


def test_news_of_the_village_stands_behind_the_four_and_earns_nothing(place, monkeypatch):
    mine = news(place)._cards()
    own = replace(mine[0], id="kabar-kami", name="Kabar kami", origin=replace(mine[0].origin, village=True))
    with_own = Bank(news={**bank().news, own.id: own})
    for where in ("lentera.literacy.news.looking", "lentera.literacy.news.tasks"):
        monkeypatch.setattr(f"{where}.bank", lambda: with_own)
    session = news(place)
    assert [card["id"] for card in session.view["cards"]] == [*(one.id for one in mine), own.id]
    assert solve(session, 4).startswith("Tepat.")
    assert session.view["practice"]
    assert stored(place)["kabar"][own.id]["putusan"] == own.verdict
    assert RULE_SETS[TASK].judge(stored(place)).points(20) == 0
    assert news(place).view["at"] == own.id


def test_facts_stand_with_their_day_and_unsure_ones_as_a_question(place):
    facts = news(place).words()["facts"]
    assert any("turnbackhoax.id" in fact and "diperiksa: " in fact for fact in facts)
    assert any(fact.startswith("Tanyakan dulu: ") for fact in facts)
    assert any("Jangan meneruskan kabar" in fact for fact in facts)


def test_the_log_gets_each_check(place):
    session = news(place)
    solve(session, 0)
    session.write_log()
    with place.desk.open_log() as book:
        (statement,) = book.statements()
    assert statement.activity.id == TASK


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "terbang"},
        {"do": "card", "card": "hantu"},
        {"do": "step", "step": "lari"},
        {"do": "ask", "source": "hantu"},
        {"do": "ask", "source": ["pesan"]},
        {"do": "verdict", "value": "mungkin"},
        {"do": "verdict", "value": ""},
        {"do": "source", "value": None},
        {"do": "pass", "value": 3},
    ],
)
def test_a_message_nobody_knows_changes_nothing(place, message):
    session = news(place)
    session.handle({"do": "step", "step": "periksa"})
    before = stored(place)
    assert "belum terbaca" in session.handle(message)["live"]
    assert stored(place) == before


def test_reopening_brings_everything_back(place):
    session = news(place)
    solve(session, 2)
    again = news(place)
    assert again._state == session._state
    assert again.view["cards"][2]["word"] == "sudah tepat"
    assert again.view["live"] == "Kabar sama seperti terakhir disimpan."


@pytest.mark.parametrize("content", [{}, {"benih": 1, "kabar": 3}, {"benih": True, "kabar": {}}])
def test_an_answer_that_is_none_is_kept_aside(place, content):
    place.answer(ANSWER).save(content, place.now())
    assert news(place).view["live"].startswith("Catatan lama belum terbaca")


def test_two_notebooks_share_what_was_found(place):
    one, other = news(place), news(place)
    one.handle({"do": "step", "step": "setop"})
    other.handle({"do": "step", "step": "telusuri"})
    assert [step["open"] for step in other.view["steps"]] == [True, True, False, False]


def test_a_full_disk_changes_nothing(place, monkeypatch):
    session = news(place)

    def full(_path, _content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("lentera.answers.file.write_atomically", full)
    view = session.handle({"do": "step", "step": "setop"})
    assert not view["steps"][0]["open"]
    assert "belum tersimpan" in view["live"]


def test_english_partners_see_english_around_the_news(place, monkeypatch):
    monkeypatch.setenv("LENTERA_LANG", "en")
    session = news(place)
    assert [row[2] for row in session.words()["steps"]] == [
        "Stop first",
        "Trace it",
        "Others you trust",
        "Prove it",
    ]
    assert session.handle({"do": "verdict", "value": "benar"})["live"] == "Your verdict: it is true."
