"""One learner's desk through several sessions of the course."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.widgets.conftest import WITA
from tests.widgets.opened import session_once

from lentera import kelas
from lentera.classroom import hand_in
from lentera.desk import Desk, Preferences
from lentera.kelas import opening
from lentera.place import Place
from lentera.words import Address

LEARNER = "CM-03"
"""By her code, the second round of the market is about damaged goods."""


class Course:
    """One desk with a clock, and the hand that works there."""

    def __init__(self, root: Path, screen: Any, hand: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        self.desk = Desk.open(root / "meja")
        self.desk.set_learner(LEARNER)
        self.desk.set_preferences(Preferences(address=Address.IBU, name="Rahma"))
        self.screen, self.hand, self.monkeypatch = screen, hand, monkeypatch
        monkeypatch.setattr(opening, "session", session_once)
        start = datetime(2026, 11, 22, 9, 0, tzinfo=WITA)
        self.ticks = (start + timedelta(minutes=number) for number in range(1_000_000))
        self.envelopes = self.desk.root / "serahan"
        self.at: Any = None

    def now(self) -> datetime:
        """Return the time, one minute later at each look."""
        return next(self.ticks)

    def open(self, verb: str, session: str, *arguments: str) -> Any:
        """Call a verb in a session's notebook; return the hand at its screen."""
        self.close()
        folder = self.desk.session_folder(session)
        folder.mkdir(exist_ok=True)
        place = Place(folder, self.desk, self.now)
        with self.monkeypatch.context() as patch:
            patch.setattr(opening, "here", lambda: place)
            widget = getattr(kelas, verb)(*arguments)
        assert widget is not None, f"{verb} cannot be opened"
        self.at = self.hand(self.screen(widget.activity))
        return self.at

    def close(self) -> None:
        """Leave the screen; what was typed there is kept, and the hand was the only one that worked."""
        if self.at is not None:
            self.at.finish()
            self.at = None

    def hand_in(self, session: str) -> None:
        """Close the notebook of a session and put its work into an envelope."""
        self.close()
        notebook = self.desk.session_folder(session) / f"{session}.ipynb"
        notebook.write_text(json.dumps({"cells": []}), encoding="utf-8")
        assert hand_in(self.desk, session, self.envelopes, self.now()).notes == ()

    def site(self, name: str) -> str:
        """Return a page or style of the website."""
        return (self.desk.root / "situs" / name).read_text(encoding="utf-8")
