"""A screen without a notebook: the widget's own module in real Chromium, its activity in this process.

The model of anywidget is played by a few lines of JavaScript; every gesture runs through the real `Activity`. What a
notebook adds (its shortcuts, its kernel) is tested in `test_in_notebook.py`.
"""

import json
from dataclasses import dataclass, field
from typing import Any

import pytest
from tests.accessible import violations

from lentera.widgets.activity import Activity
from lentera.widgets.assets import module, stylesheet

MODES: dict[str, dict[str, Any]] = {
    "terang": {},
    "gelap": {"theme": "gelap"},
    "kontras": {"theme": "kontras"},
    "warna-paksa": {"forced": True},
    "zoom-200": {"width": 683, "height": 384, "scale": 2},
    "1024x600": {"width": 1024, "height": 600},
    "320": {"width": 320, "height": 640},
    "huruf-besar": {"text_size": 150},
}
"""Ways in which people look at a screen; 1366x768 is the screen of the loaned laptops."""

_ALWAYS = {"terang", "gelap", "320", "huruf-besar"}
EVERY_MODE = [pytest.param(mode, marks=() if mode in _ALWAYS else pytest.mark.soak) for mode in MODES]
"""All of them for `make soak`; those in which colours and widths differ most for every run."""

_MODEL = """
const listeners = new Map();
const state = JSON.parse(document.getElementById("state").textContent);
const heard = (window.heard = []);
const fire = (name) => (listeners.get(name) || []).forEach((listener) => listener());
window.model = {
  get: (name) => state[name],
  set: (name, value) => { state[name] = value; },
  on: (event, listener) => { const name = event.replace("change:", ""); listeners.set(name, [...(listeners.get(name) || []), listener]); },
  off: (event, listener) => { const name = event.replace("change:", ""); listeners.set(name, (listeners.get(name) || []).filter((one) => one !== listener)); },
  send: (message) => { window.pending = (window.pending || 0) + 1;
    window.lenteraGesture(JSON.stringify(message)).then((answer) => { const { look, view } = JSON.parse(answer); if (look) { state.look = look; fire("look"); } state.view = view; fire("view"); window.pending -= 1; }); },
};
window.show = (view) => { state.view = view; fire("view"); };
const source = document.getElementById("module").textContent;
const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
import(url).then(async ({ default: widget }) => {
  const el = document.getElementById("here");
  new MutationObserver((changes) => {
    for (const change of changes) {
      const region = (change.target.nodeType === 3 ? change.target.parentElement : change.target)?.closest?.("[role=status],[role=alert],[aria-live]");
      if (!region || region.hidden) continue;
      const copy = region.cloneNode(true);
      copy.querySelectorAll("[aria-hidden=true]").forEach((one) => one.remove());
      const text = copy.textContent.replace(/\\s+/g, " ").trim();
      if (text && heard[heard.length - 1] !== text) heard.push(text);
    }
  }).observe(el, { subtree: true, childList: true, characterData: true });
  window.leave = await widget.render({ model: window.model, el });
  window.ready = true;
});
"""

_FAULTS = """
() => {
  const faults = [];
  const root = document.querySelector(".lentera");
  const shown = (one) => one.getClientRects().length && getComputedStyle(one).visibility !== "hidden" && !one.closest(".sr");
  const name = (one) => `${one.tagName.toLowerCase()} "${(one.textContent || one.getAttribute("aria-label") || one.id).trim().slice(0, 40)}"`;
  if (document.documentElement.scrollWidth > window.innerWidth) faults.push(`the page scrolls sideways: ${document.documentElement.scrollWidth} of ${window.innerWidth}`);
  const frame = root.getBoundingClientRect();
  for (const one of root.querySelectorAll("*")) {
    if (!shown(one) || one.closest("svg") || one.closest("[data-scrolls]")) continue;
    const box = one.getBoundingClientRect();
    if (box.right > frame.right + 1 || box.left < frame.left - 1) faults.push(`${name(one)} sticks out of the widget`);
    const style = getComputedStyle(one);
    if (style.overflow !== "visible" && one.scrollWidth > one.clientWidth + 1 && !["INPUT", "TEXTAREA", "SELECT"].includes(one.tagName)) faults.push(`${name(one)} is cut`);
  }
  for (const one of root.querySelectorAll("a[href],button,input,select,textarea,summary,[tabindex]")) {
    if (!one.hasAttribute("data-lm-suppress-shortcuts")) faults.push(`${name(one)} leaves the notebook its shortcuts`);
    if (!shown(one)) continue;
    const target = ["radio", "checkbox"].includes(one.type) ? one.closest("label") || one : one;
    const box = target.getBoundingClientRect();
    if (one.tagName !== "A" && (box.height < 43.5 || box.width < 43.5)) faults.push(`${name(one)} is a small target: ${Math.round(box.width)} x ${Math.round(box.height)}`);
  }
  for (const svg of root.querySelectorAll("svg[role=img]")) {
    const own = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll("text")].filter((one) => shown(one) && one.textContent.trim());
    const boxes = texts.map((one) => one.getBoundingClientRect());
    texts.forEach((one, i) => {
      const a = boxes[i];
      if (!svg.closest("[data-zoomed]") && (a.left < own.left - 1 || a.right > own.right + 1 || a.top < own.top - 1 || a.bottom > own.bottom + 1)) faults.push(`text "${one.textContent}" is outside its picture`);
      for (let j = i + 1; j < texts.length; j += 1) {
        const b = boxes[j];
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const tall = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > 2 && tall > 4) faults.push(`texts "${one.textContent}" and "${texts[j].textContent}" overlap`);
      }
    });
  }
  return [...new Set(faults)];
}
"""

_AT_REST = """
() => !window.pending && ![...document.querySelectorAll(".ed-frame")].some((one) => !one.dataset.shown)
"""

# A page that paints nothing gives no frame: the wait has an end of its own, since `evaluate` has none.
_NEXT_FRAME = """
() => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); setTimeout(done, 2000); })
"""

_HERE = """
() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const box = one.getBoundingClientRect();
  return { inside: !!one.closest(".lentera"), seen: box.width > 0 && box.height > 0 };
}
"""


@dataclass
class Screen:
    """One activity on a page."""

    page: Any
    activity: Activity[Any]
    broken: list[str] = field(default_factory=list)

    @property
    def heard(self) -> list[str]:
        """Everything the live regions have said so far, in order."""
        self.settle()
        return list(self.page.evaluate("window.heard"))

    @property
    def live(self) -> str:
        """What stands in the live line, as it is read."""
        self.settle()
        text: str = self.page.locator(".lentera .say [role=status]").first.inner_text()
        return text.strip()

    def settle(self) -> None:
        """Wait until every gesture is answered and drawn, and no page is on its way into a frame."""
        self.page.wait_for_function(_AT_REST)
        self.page.evaluate(_NEXT_FRAME)

    def press(self, *keys: str) -> None:
        """Press keys one after the other and wait for what they do."""
        for key in keys:
            self.page.keyboard.press(key)
            self.settle()

    def tab_to(self, role: str, name: str, presses: int = 150) -> None:
        """Press Tab until an element of this role and beginning of its name has the focus."""
        for _press in range(presses):
            here = self.focused()
            if here and here["role"] == role and here["name"].startswith(name):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{presses} times Tab does not lead to {role} {name!r}; last: {self.focused()}")

    def focused(self) -> dict[str, Any] | None:
        """Tell the element in focus as assistive technology has it: role, name, description, value, states."""
        # A frame may be changed for the next one at any moment, and Chromium may never describe one that is gone.
        frame = self.page.evaluate(
            "document.activeElement?.matches('iframe') ? document.activeElement.title : null"
        )
        if frame is not None:
            return {"role": "Iframe", "name": frame, "description": "", "value": "", "states": {}}
        client = self._client()
        found = client.send("Runtime.evaluate", {"expression": "document.activeElement"})["result"]
        if "objectId" not in found:
            return None
        tree = client.send(
            "Accessibility.getPartialAXTree", {"objectId": found["objectId"], "fetchRelatives": False}
        )
        node = tree["nodes"][0]
        if node.get("ignored") or node["role"]["value"] == "RootWebArea":
            return None
        states = {one["name"]: one["value"].get("value") for one in node.get("properties", ())}
        return {
            "role": node["role"]["value"],
            "name": " ".join(node.get("name", {}).get("value", "").split()),
            "description": " ".join(node.get("description", {}).get("value", "").split()),
            "value": node.get("value", {}).get("value", ""),
            "states": {
                key: value
                for key, value in states.items()
                if key in {"checked", "disabled", "expanded", "pressed", "selected"}
                and value not in {None, False, "false"}
            },
        }

    def _client(self) -> Any:
        if not hasattr(self, "_session"):
            self._session = self.page.context.new_cdp_session(self.page)
        return self._session

    def outline(self) -> str:
        """Return the accessibility tree of the widget as text."""
        self.settle()
        return str(self.page.locator(".lentera").first.aria_snapshot())

    def axe(self) -> list[str]:
        """Run axe on the widget and name every violation."""
        return violations(self.page, ".lentera")

    def faults(self) -> list[str]:
        """Name what is cut, too small, overlapping, or leaves keys to the notebook."""
        self.settle()
        return list(self.page.evaluate(_FAULTS))

    def stops(self) -> list[str]:
        """Walk with Tab through the whole widget and out of it again; return the names of its stops."""
        self.page.evaluate("document.getElementById('before').focus()")
        names = []
        for _press in range(300):
            self.page.keyboard.press("Tab")
            here = self.page.evaluate(_HERE)
            if here is None or not here["inside"]:
                return names
            assert here["seen"], f"focus is on something nobody sees after {names[-1:]}"
            told = self.focused()
            assert told is not None, f"a stop that is no element after {names[-1:]}"
            assert told["name"], f"a stop without a name after {names[-1:]}"
            names.append(f"{told['role']} {told['name']}")
        raise AssertionError(f"300 times Tab does not lead out of the widget: {names[-3:]}")


def open_screen(browser: Any, activity: Activity[Any], mode: str = "terang") -> Screen:
    """Show an activity in a page of its own; close it with ``screen.page.context.close()``."""
    how = MODES[mode]
    context = browser.new_context(
        viewport={"width": how.get("width", 1366), "height": how.get("height", 768)},
        device_scale_factor=how.get("scale", 1),
        forced_colors="active" if how.get("forced") else "none",
        reduced_motion="reduce",
        locale="id-ID",
    )
    page = context.new_page()
    page.set_default_timeout(20_000)
    screen = Screen(page, activity)
    page.on("pageerror", lambda error: screen.broken.append(str(error)))
    page.on(
        "console", lambda message: screen.broken.append(message.text) if message.type == "error" else None
    )
    page.expose_function("lenteraGesture", lambda text: _answer(activity, json.loads(text)))
    look = {**activity.look, "theme": how.get("theme", "terang"), "text_size": how.get("text_size", 100)}
    state = {"words": activity.words(), "look": look, "view": activity.view}
    ground = {"gelap": "#0c1430", "kontras": "#000"}.get(str(look["theme"]), "#f3f6fc")
    page.set_content(
        f'<!doctype html><html lang="id"><head><title>Uji</title><style>body{{margin:0;background:{ground}}}'
        f"{stylesheet(activity.screen)}</style></head><body>"
        '<button id="before" style="position:absolute;opacity:0">x</button><div id="here"></div>'
        '<button id="after" style="opacity:0">y</button>'
        f'<script type="application/json" id="state">{_inside(json.dumps(state))}</script>'
        f'<script type="text/plain" id="module">{_inside(module(activity.screen))}</script>'
        f'<script type="module">{_MODEL}</script></body></html>'
    )
    page.wait_for_function("window.ready")
    screen.settle()
    return screen


def _inside(text: str) -> str:
    """Keep text from ending the script element that carries it."""
    return text.replace("</script", "<\\/script")


def _answer(activity: Activity[Any], message: dict[str, Any]) -> str:
    before = activity.look
    view = {**activity.handle(message), "answers": message.get("tag")}
    activity.write_log()
    # A mode is a look of its own; only a gesture that changes how she likes to work takes its place.
    return json.dumps({"view": view, "look": activity.look if activity.look != before else None})
