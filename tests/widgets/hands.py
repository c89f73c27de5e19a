"""Two pairs of hands that do the same work on a screen: one points and clicks, the other has keys alone."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.widgets.screens import Screen

_RADIOS = """
() => {
  const here = document.activeElement;
  return [...here.getRootNode().querySelectorAll("input[type=radio]")].filter((one) => one.name === here.name)
    .map((one) => [...one.labels].map((label) => label.textContent).join(" ").replace(/\\s+/g, " "));
}
"""


_LISTEN = "kind => { window.touched = []; addEventListener(kind, (one) => touched.push(one.target.outerHTML.slice(0, 80)), true); }"

_LINE = """
() => {
  const node = getSelection().anchorNode;
  return (node.nodeType === 3 ? node.parentElement : node).closest(".cm-line").textContent;
}
"""


@dataclass
class Mouse:
    """Click, fill and select; no key is pressed."""

    shown: Screen

    def __post_init__(self) -> None:
        self.shown.page.evaluate(_LISTEN, "keydown")

    def finish(self) -> None:
        """Leave the screen, as a notebook that is closed does."""
        _leave(self.shown)

    def rewrite(self, lines: Mapping[str, str]) -> None:
        """Write lines of the code anew, each found by what stands in it."""
        old = self.shown.activity.view["text"].split("\n")
        new = [_replaced(line, lines) or line for line in old]
        self.shown.page.locator(".cm-content").fill("\n".join(new))
        _typed(self.shown)

    def behind_line(self, text: str) -> None:
        """Put the caret behind a line of the code."""
        line = self.shown.page.locator(".cm-line", has_text=text).first
        box = line.bounding_box()
        assert box is not None
        line.click(position={"x": box["width"] - 4, "y": box["height"] / 2})

    def inside_alt(self, text: str) -> None:
        """Fill in the alternative text that is still empty."""
        code = self.shown.activity.view["text"]
        assert code.count('alt=""') == 1
        self.shown.page.locator(".cm-content").fill(code.replace('alt=""', f'alt="{text}"'))
        _typed(self.shown)

    def press(self, name: str) -> None:
        """Click a button."""
        self._one("button", name).click()
        self.shown.settle()

    def write(self, name: str, text: str, nth: int = 0, role: str = "textbox") -> None:
        """Fill a field."""
        self._one(role, name, nth).fill(text)

    def choose(self, name: str, option: str, nth: int = 0) -> None:
        """Choose from a list."""
        self._one("combobox", name, nth).select_option(label=option)
        self.shown.settle()

    def tick(self, name: str) -> None:
        """Choose one of several."""
        self._one("radio", name).click()
        self.shown.settle()

    def turn_to(self, name: str) -> None:
        """Open a tab."""
        self._one("tab", name).click()
        self.shown.settle()

    def unfold(self, name: str) -> None:
        """Open a drawer that is shut."""
        drawer = self.shown.page.locator(".lentera summary", has_text=name)
        if drawer.locator("xpath=..").get_attribute("open") is None:
            drawer.click()
        self.shown.settle()

    def _one(self, role: Any, name: str, nth: int = 0) -> Any:
        return _all(self.shown, role, name).nth(nth)


@dataclass
class Keys:
    """Press Tab, arrows, Enter and letters; nothing is pointed at."""

    shown: Screen

    def __post_init__(self) -> None:
        self.shown.page.evaluate(_LISTEN, "pointerdown")

    def finish(self) -> None:
        """Leave the screen, as a notebook that is closed does."""
        _leave(self.shown)

    def rewrite(self, lines: Mapping[str, str]) -> None:
        """Go down the code from line to line; select what is to be replaced and type over it."""
        self._into_code()
        for old, new in lines.items():
            self._down_to(old)
            self.shown.page.keyboard.press("Home")
            self.shown.page.keyboard.press("Shift+End")
            self.shown.page.keyboard.type(new)
        _typed(self.shown)

    def behind_line(self, text: str) -> None:
        """Put the caret behind a line of the code."""
        self._into_code()
        self._down_to(text)
        self.shown.page.keyboard.press("End")

    def _into_code(self) -> None:
        self.shown.tab_to("textbox", "Kode ", 300)
        self.shown.page.keyboard.press("Control+Home")

    def _down_to(self, text: str) -> None:
        """Press the arrow key until the line of the caret holds a text; a long line is several rows."""
        for _row in range(100):
            if text in self.shown.page.evaluate(_LINE):
                return
            self.shown.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no line holds {text!r}")

    def inside_alt(self, text: str) -> None:
        """Type where the caret is after a picture was put in: between the quotes of its alternative text."""
        focused = self._focused()
        assert focused["role"] == "textbox", focused
        self.shown.page.keyboard.type(text)
        _typed(self.shown)

    def press(self, name: str) -> None:
        """Tab to a button and press Enter."""
        self.shown.tab_to("button", name, 300)
        self.shown.press("Enter")

    def write(self, name: str, text: str, nth: int = 0, role: str = "textbox") -> None:
        """Tab to a field and type over what stands there."""
        self._go(role, name, nth)
        if self._focused()["value"]:
            self.shown.page.keyboard.press("Control+a")
        self.shown.page.keyboard.type(text)

    def choose(self, name: str, option: str, nth: int = 0) -> None:
        """Tab to a list and go down it with the arrow keys."""
        self._go("combobox", name, nth)
        self.shown.press("Home")
        for _press in range(60):
            if self._focused()["value"] == option:
                return
            self.shown.press("ArrowDown")
        raise AssertionError(f"the list {name!r} does not offer {option!r}")

    def tick(self, name: str) -> None:
        """Tab to the group that has this choice, and go to it with the arrow keys."""
        for _group in range(60):
            self.shown.tab_to("radio", "", 300)
            names = self.shown.page.evaluate(_RADIOS)
            if any(name in one for one in names):
                break
            self.shown.page.keyboard.press("Tab")
        else:
            raise AssertionError(f"no group of choices has {name!r}")
        for _choice in names:
            here = self._focused()
            if here["name"].startswith(name):
                if "checked" not in here["states"]:
                    self.shown.press("Space")
                return
            self.shown.press("ArrowDown")
        raise AssertionError(f"the arrow keys do not lead to {name!r} among {names}")

    def turn_to(self, name: str) -> None:
        """Tab to the row of tabs, and go to one with the arrow keys."""
        self.shown.tab_to("tab", "", 300)
        for _tab in range(20):
            if self._focused()["name"].startswith(name):
                return
            self.shown.press("ArrowRight")
        raise AssertionError(f"the arrow keys do not lead to the tab {name!r}")

    def unfold(self, name: str) -> None:
        """Open a drawer that is shut."""
        self.shown.tab_to("DisclosureTriangle", name, 300)
        if "expanded" not in self._focused()["states"]:
            self.shown.press("Enter")

    def _go(self, role: str, name: str, nth: int) -> None:
        """Tab to a field; of several whose names begin alike to the nth of them from the top."""
        wanted = _all(self.shown, role, name).nth(nth)
        for _other in range(60):
            self.shown.tab_to(role, name, 300)
            if wanted.evaluate("one => one === document.activeElement"):
                return
            self.shown.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not lead to {role} {name!r} number {nth}")

    def _focused(self) -> dict[str, Any]:
        here = self.shown.focused()
        assert here is not None, "nothing has the focus"
        return here


def _all(shown: Screen, role: Any, name: str) -> Any:
    """Find what has this role and this beginning of its name."""
    pattern = re.compile("^" + re.escape(name).replace("/", "[/]"))
    return shown.page.locator(".lentera").get_by_role(role, name=pattern)


def _replaced(line: str, lines: Mapping[str, str]) -> str | None:
    """Return what stands in the place of a line, as far in as the line; None when it stays."""
    new = next((new for old, new in lines.items() if old in line), None)
    return None if new is None else line[: len(line) - len(line.lstrip())] + new


def _typed(shown: Screen) -> None:
    """Wait until what was typed is on its way, then until it is answered."""
    shown.page.wait_for_timeout(200)
    shown.settle()


def _leave(shown: Screen) -> None:
    shown.page.evaluate("window.leave()")
    shown.settle()
    touched = shown.page.evaluate("window.touched")
    assert touched == [], "the other hand worked here too"
    shown.page.context.close()
