"""Kernel, server or browser die at any moment: whatever the screen had shown is there again, and nothing is damaged."""

import json
import os
import random
import signal
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
import pytest
from tests.widgets.serving import Notebooks, serve

from lentera.answers import AnswerFile

pytestmark = pytest.mark.browser

PID = "import os, pathlib; pathlib.Path('pid').write_text(str(os.getpid()))"
CELLS = (
    f"{PID}\nfrom lentera import kelas; kelas.rangkai_surya('s06-rangkai')",
    "kelas.catat_ukur('s06-ukur')",
    "kelas.daftar_periksa('s06-kit')",
    "kelas.ukur_surya()",
    "kelas.editor_halaman()",
    "kelas.pasar_desa()",
)
SCREEN = """
() => ({
  leads: [...document.querySelectorAll(".lentera .wires > li")].map((one) => [...one.querySelectorAll("button:not([hidden])")].map((button) => button.textContent.trim()).join()),
  loads: [...document.querySelectorAll(".lentera .load b")].map((one) => one.textContent),
  numbers: [...document.querySelectorAll(".lentera .measure input")].map((one) => one.value),
  ticks: [...document.querySelectorAll(".lentera .field input[type=checkbox]")].map((one) => one.checked),
  page: [...document.querySelectorAll(".lentera .ed-outline > li")].map((one) => one.textContent),
  cart: [...document.querySelectorAll(".lentera .mk-count")].map((one) => one.textContent),
})
"""
HAS_CHANGED = f"before => JSON.stringify(({SCREEN.strip()})()) !== before"


@dataclass
class Life:
    """One learner at one laptop that loses its power again and again."""

    chromium: Any
    home: Path
    chance: random.Random
    shown: dict[str, Any] | None = None
    on_the_way: bool = False
    gestures: int = 0
    between: tuple[int, int] = (3, 9)
    """Fewest and most gestures from one death to the next."""
    deaths: dict[str, int] = field(default_factory=dict)

    def live(self, end: float, deaths: int | None = None) -> None:
        """Work, die and come back until the time or the deaths are used up."""
        while time.monotonic() < end and (deaths is None or sum(self.deaths.values()) < deaths):
            with serve(self.home) as notebooks:
                self._at_the_server(notebooks, end, deaths)

    def _at_the_server(self, notebooks: Notebooks, end: float, deaths: int | None) -> None:
        while time.monotonic() < end and (deaths is None or sum(self.deaths.values()) < deaths):
            mark = f"--lentera-test={self.home.name}"
            browser = self.chromium.launch(
                executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu", mark]
            )
            page = browser.new_page(viewport={"width": 1366, "height": 768})
            try:
                self._open(page, notebooks)
                self._look(page)
                for _gesture in range(self.chance.randint(*self.between)):
                    self._gesture(page)
                how = self.chance.choice(("kernel", "server", "browser"))
                self._gesture(page, wait=False)
                time.sleep(self.chance.uniform(0.0, 0.12))
                self.deaths[how] = self.deaths.get(how, 0) + 1
                if how == "kernel":
                    os.kill(int((notebooks.root / "s06/pid").read_text()), signal.SIGKILL)
                elif how == "server":
                    notebooks.kill()
                    return
                else:
                    _kill_browser(mark)
            finally:
                _quietly(browser.close)
            _quietly(notebooks.stop_kernels)  # a kernel that is just coming back refuses to stop

    def _open(self, page: Any, notebooks: Notebooks) -> None:
        page.goto(notebooks.write("lampu.ipynb", *CELLS))
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60_000)
        for _try in range(6):  # keys pressed before the kernel is there are lost
            page.wait_for_function(
                "document.querySelector('.jp-Notebook-ExecutionIndicator')?.dataset.status === 'idle'"
            )
            page.locator(".jp-Cell").first.click(position={"x": 5, "y": 5})
            for _cell in CELLS[1:]:
                page.keyboard.press("Shift+Enter")
            page.keyboard.press("Control+Enter")
            try:
                page.wait_for_function(
                    f"document.querySelectorAll('.jp-Notebook .lentera').length >= {len(CELLS)}",
                    timeout=15_000,
                )
            except Exception:  # noqa: BLE001, S112 - too early: press again
                continue
            return
        pytest.fail("the notebook did not come back")

    def _look(self, page: Any) -> None:
        """Compare what is there after a death with what was there before it."""
        for path in sorted((self.home / "meja/s06/jawaban").glob("*.json")):
            assert ".rusak" not in path.name
            answer = AnswerFile(path.parent, path.stem).load()
            assert answer is not None
            assert answer.recovered_from is None
        for path in (self.home / "meja/situs").glob("*.html"):
            assert path.read_text(encoding="utf-8").startswith("<!doctype html>"), (
                "a page is whole or as it was"
            )
        page.wait_for_timeout(300)
        now = page.evaluate(SCREEN)
        if self.shown is not None:
            changed = sum(now[name] != self.shown[name] for name in now)
            assert changed <= (1 if self.on_the_way else 0), (self.shown, now)
            for name in ("leads", "loads", "page"):
                gone = [one for one in self.shown[name] if one not in now[name]]
                assert len(gone) <= 1, "more than the gesture on the way is gone"
                assert abs(len(now[name]) - len(self.shown[name])) <= 1
        self.shown, self.on_the_way = now, False

    def _gesture(self, page: Any, *, wait: bool = True) -> None:
        """Do one random thing; once the screen shows it, it counts as saved."""
        before = page.evaluate(SCREEN)
        kind = self.chance.choice(
            ("join", "join", "remove", "number", "tick", "load", "page", "page", "cart")
        )
        self.on_the_way = True
        if kind == "join":
            form = page.locator(".lentera form.form").first
            options = (
                form.locator("select")
                .first.locator("option")
                .evaluate_all("all => all.map((one) => one.value)")
            )
            start, end = self.chance.sample([one for one in options if one], 2)
            form.locator("select").nth(0).select_option(start)
            form.locator("select").nth(1).select_option(end)
            form.locator("button[type=submit]").click()
        elif kind == "remove" and before["leads"]:
            page.locator(".lentera .wires > li").first.get_by_role("button", name="Lepas").click()
        elif kind == "number":
            page.locator(".lentera .measure input").first.fill(f"{self.chance.uniform(11, 14):.2f}")
            page.locator(".lentera .measure input").first.blur()
        elif kind == "load" and len(before["loads"]) < 10:
            page.get_by_role("button", name="Tambah: Isi HP").click()
        elif kind == "page":
            page.locator(".lentera .cm-content").click()
            page.keyboard.press("Control+End")
            page.keyboard.insert_text(f"<p>Kue {self.gestures}</p>\n")
        elif kind == "cart":
            page.locator(".lentera .mk-steps button:last-child").nth(self.chance.randrange(3)).click()
        else:
            page.locator(".lentera .field input[type=checkbox]").nth(self.chance.randrange(5)).click()
        self.gestures += 1
        if not wait:
            return
        try:
            page.wait_for_function(
                HAS_CHANGED, arg=json.dumps(before, separators=(",", ":"), ensure_ascii=False), timeout=1500
            )
        except Exception:  # noqa: BLE001 - a lead that was already there changes nothing
            page.wait_for_timeout(50)
        page.wait_for_timeout(500)  # what is typed goes out a moment later
        self.shown, self.on_the_way = page.evaluate(SCREEN), False


def _kill_browser(mark: str) -> None:
    for process in psutil.process_iter(["cmdline"]):
        if mark in (process.info["cmdline"] or ()):
            _quietly(process.kill)


def _quietly(work: Any) -> None:
    try:
        work()
    except Exception:  # noqa: BLE001 - it is dead already
        return


def test_three_deaths_take_nothing_that_was_on_the_screen(browser, tmp_path):
    chance = random.Random(20)  # noqa: S311 - a test that can be repeated
    life = Life(browser.browser_type, tmp_path, chance, between=(3, 4))
    life.live(time.monotonic() + 240, deaths=3)
    assert sum(life.deaths.values()) == 3
    assert life.gestures >= 9


@pytest.mark.soak
def test_half_an_hour_of_deaths_takes_nothing_that_was_on_the_screen(browser, tmp_path):
    seed = int(os.environ.get("LENTERA_SEED", "1"))
    life = Life(browser.browser_type, tmp_path, random.Random(seed))  # noqa: S311 - as above
    life.live(time.monotonic() + 30 * 60)
    print(f"{life.gestures} gestures, deaths: {life.deaths}")  # noqa: T201 - the run's own record
    assert set(life.deaths) == {"kernel", "server", "browser"}
