"""What a person hears who works with keys and ears alone: each stop of the focus, each key, each live sentence."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.widgets.screens import Screen

ROLES = {
    "button": "tombol",
    "combobox": "kotak pilihan",
    "menuitem": "menu",
    "radio": "pilihan",
    "checkbox": "kotak centang",
    "textbox": "kolom isian",
    "spinbutton": "kolom angka",
    "slider": "penggeser",
    "tab": "tab",
    "link": "tautan",
    "DisclosureTriangle": "pembuka",
    "option": "butir",
}
STATES = {
    "checked": "dipilih",
    "disabled": "belum bisa",
    "expanded": "terbuka",
    "pressed": "ditekan",
    "selected": "dipilih",
}


@dataclass
class Narrator:
    """Work on a screen by keyboard and write down what is heard."""

    screen: Screen
    lines: list[str] = field(default_factory=list)
    _told: int = 0

    def start(self) -> None:
        """Write down what is said before the first key."""
        self._listen()

    def go(self, role: str, name: str) -> None:
        """Tab to an element and write it down; what is passed on the way is left out."""
        self.screen.tab_to(role, name)
        self._here()

    def press(self, key: str) -> None:
        """Press a key and write down what is said."""
        self.lines.append(f"  [{key}]")
        self.screen.press(key)
        self._listen()

    def type(self, text: str) -> None:
        """Type into the field in focus."""
        self.lines.append(f"  [{text}]")
        self.screen.page.keyboard.type(text)
        self.screen.page.wait_for_timeout(500)
        self._listen()

    def choose(self, name: str, wanted: str) -> None:
        """Go to a list and choose with the arrow keys until the words are heard."""
        self.screen.tab_to("combobox", name)
        self.screen.press("Home")
        for _press in range(60):
            here = self._focused()
            if here["value"] == wanted:
                self._here()
                self._listen()
                return
            self.screen.press("ArrowDown")
        raise AssertionError(
            f"the list {name!r} does not offer {wanted!r}; last: {self._focused()['value']!r}"
        )

    def text(self) -> str:
        """Return all that was heard."""
        return "\n".join(self.lines) + "\n"

    def _focused(self) -> dict[str, Any]:
        here = self.screen.focused()
        assert here is not None, "nothing has the focus"
        return here

    def _here(self) -> None:
        here = self._focused()
        states = [STATES[name] for name in here["states"] if name in STATES]
        value = [str(here["value"])] if here["value"] not in {"", here["name"]} else []
        words = [here["name"], ROLES[here["role"]], *value, *states, here["description"]]
        self.lines.append(", ".join(word for word in words if word))

    def _listen(self) -> None:
        heard = self.screen.heard
        self.lines += [f"» {sentence}" for sentence in heard[self._told :]]
        self._told = len(heard)


def same_as_golden(text: str, path: Path) -> None:
    """Compare with the golden text; `LENTERA_GOLDENS=1` writes it anew, to be read before it is kept."""
    if os.environ.get("LENTERA_GOLDENS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text
