"""Twelve messages by keys and ears alone: the golden text is what a blind learner hears, a repair among it."""

from pathlib import Path

import pytest
from tests.widgets.inbox_bank import BANK
from tests.widgets.narrating import ROLES, Narrator, same_as_golden

from lentera.widgets.inbox.session import InboxSession

pytestmark = pytest.mark.browser

GOLDEN = Path(__file__).parent / "goldens" / "kotak_masuk.txt"
KEY = {"aman": "1", "curiga": "2", "bahaya": "3"}


def test_twelve_messages_are_decided_by_ear(screen, place, monkeypatch):
    monkeypatch.setattr("lentera.literacy.inbox.tasks.bank", lambda: BANK)
    monkeypatch.setitem(ROLES, "article", "artikel")
    inbox = InboxSession(place, "s02-kotak-masuk", bank=BANK)
    heard = Narrator(screen(inbox))
    heard.start()
    messages = [BANK.messages[row["id"]] for row in inbox.view["rows"]]
    heard.go("button", messages[0].sender)
    heard.press("Enter")
    for number, message in enumerate(messages):
        if number == 0:
            heard.press(KEY["aman"])
            heard.go("button", "Periksa")
            heard.press("Enter")
            heard.go("button", "Petunjuk")
            heard.press("Enter")
        heard.press(KEY[message.decision])
        for name, text in inbox.view["signs"]:
            if name in message.signs:
                heard.go("checkbox", text)
                heard.press("Space")
        heard.go("button", "Periksa")
        heard.press("Enter")
        if number < 11:
            heard.go("button", "Pesan berikutnya")
            heard.press("Enter")
    assert "12 sudah tepat" in inbox.view["count"]
    same_as_golden(heard.text(), GOLDEN)
