// The picture: draws the view it is given and reports what the pointer does. It decides nothing.
import { say, freshId } from "../shared/dom.js";
import { PLACES, label, drawDefs, drawPanel, drawCloth, drawSky, drawController, drawScreen, drawBattery, drawFuse, drawSwitch, drawLamp, drawTag, drawKey } from "../drawing/parts.js";
import { routeAll, badgePlaces, drawWire, drawBadge } from "../drawing/routes.js";

export function makeBoard(words, report, announce) {
  const u = `${freshId("papan")}-`;
  const holder = document.createElement("template");
  const group = (name, inner = "") => `<g data-g="${name}">${inner}</g>`;
  holder.innerHTML =
    `<svg viewBox="0 0 900 520" role="img" aria-labelledby="${u}judul ${u}isi"><title id="${u}judul"></title><desc id="${u}isi"></desc>${drawDefs(u)}` +
    `${group("lampu")}${group("panel", drawPanel(u))}${group("kain")}${group("pengatur", drawController(words.controller_pairs))}${group("layar")}` +
    `${group("baterai", drawBattery(words))}${group("sekering")}${group("sakelar")}${group("kabel")}${group("nomor")}${group("kata")}${group("kunci", drawKey(words))}` +
    `${group("pilih")}${group("tekan")}</svg>`;
  const svg = holder.content.firstChild;
  const part = Object.fromEntries([...svg.querySelectorAll("[data-g]")].map((g) => [g.dataset.g, g]));
  const title = svg.querySelector("title");
  const desc = svg.querySelector("desc");
  const routes = new Map();
  let drawn = {};

  /** Redraw a group only when its markup changed. */
  const put = (name, markup) => {
    if (drawn[name] === markup) return;
    drawn[name] = markup;
    part[name].innerHTML = markup;
  };

  const update = (view) => {
    say(title, view.picture.title);
    say(desc, view.picture.description);
    const [one, two] = view.lamps;
    put("lampu", drawLamp(u, 702, one, false) + drawLamp(u, 832, two, true));
    put("kain", view.covered ? drawCloth() : "");
    put("layar", drawScreen(view.controller, words));
    put("sekering", drawFuse(view.fuse_blown));
    put("sakelar", drawSwitch(view.switch_on));
    const spread = routeAll(view.wires, routes);
    const badges = badgePlaces(spread);
    put("kabel", view.wires.map((wire) => drawWire(spread.get(wire.id), wire.colour, wire)).join(""));
    put(
      "nomor",
      view.wires
        .map((wire) => {
          const [x, y] = badges.get(wire.id);
          const word = wire.hot ? words.hot : wire.wrong ? words.wrong : "";
          const tag = word ? drawTag(x + 22, y - 13, word, "start", wire.hot ? "stop" : "yet") : "";
          return `<g data-wire="${wire.id}" style="cursor:pointer">${drawBadge(x, y, wire.colour, wire.number)}</g>${tag}`;
        })
        .join(""),
    );
    const lampText = (x, lamp, name, tagAt = x, anchor = "middle") =>
      label(x, 24, name, { anchor: "middle", strong: true }) +
      (lamp.alarm ? drawTag(tagAt, 28, lamp.word, anchor) : label(x, 45, lamp.word, { anchor: "middle" }));
    const sky = view.covered
      ? label(164, 42, words.covered)
      : drawSky(view.sun, 190, 34) + label(220, 42, words.sky[view.sun]);
    put(
      "kata",
      label(36, 42, words.panel, { strong: true }) + sky + label(336, 42, view.controller.title, { strong: true }) +
        (two.alarm ? lampText(702, one, words.lamps[0], 728, "end") : lampText(702, one, words.lamps[0])) + lampText(832, two, words.lamps[1]) +
        label(346, 374, words.fuse, { anchor: "end", strong: true }) + (view.fuse_blown ? drawTag(346, 381, words.blown, "end") : "") +
        label(768, 448, words.switch, { strong: true }) + label(768, 470, view.switch_on ? words.on : words.off),
    );
    drawChosen();
  };

  // Pointer: press a socket, then either let go on another (drag) or press another (click, click).
  /** Two presses of one socket within this time are one press by a hand that double-clicks [ms]. */
  const DOUBLE = 500;
  let chosen = null;
  let chosenAt = 0;
  let dragging = false;
  let pointer = null;
  const drawChosen = (to) => {
    if (!chosen) {
      put("pilih", "");
      return;
    }
    const [x, y] = PLACES[chosen];
    const lead = to
      ? `<path d="M${x} ${y}L${to[0].toFixed(1)} ${to[1].toFixed(1)}" stroke="var(--casing)" stroke-width="11" stroke-linecap="round"/><path d="M${x} ${y}L${to[0].toFixed(1)} ${to[1].toFixed(1)}" stroke="var(--act)" stroke-width="6" stroke-dasharray="10 8" stroke-linecap="round"/>`
      : "";
    put("pilih", `${lead}<circle cx="${x}" cy="${y}" r="19" class="chosen"/><circle cx="${x}" cy="${y}" r="15" class="chosen2"/>`);
  };
  const forget = () => {
    chosen = null;
    dragging = false;
    pointer = null;
    document.removeEventListener("keydown", escape, true);
    drawChosen();
  };
  /** Cancel wherever the focus is: a press on the picture leaves it outside. */
  const escape = (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    forget();
    announce(words.unchosen);
  };
  const onBoard = (event) => {
    const box = svg.getBoundingClientRect();
    return [((event.clientX - box.left) * 900) / box.width, ((event.clientY - box.top) * 520) / box.height];
  };
  /** Find the nearest socket within a finger's breadth, also where the picture is drawn small. */
  const socketAt = ([x, y]) => {
    let found = null;
    let nearestGap = Math.max(24, (22 * 900) / svg.getBoundingClientRect().width);
    for (const [terminal, [px, py]] of Object.entries(PLACES)) {
      const gap = Math.hypot(px - x, py - y);
      if (gap < nearestGap) [found, nearestGap] = [terminal, gap];
    }
    return found;
  };
  const join = (start, end) => {
    forget();
    report({ do: "join", start, end });
  };
  part.tekan.innerHTML =
    '<rect class="hit" data-toggle="switch" x="656" y="412" width="60" height="80" rx="8"/>' +
    Object.entries(PLACES)
      .map(([terminal, [x, y]]) => `<circle class="hit" data-terminal="${terminal}" cx="${x}" cy="${y}" r="22"/>`)
      .join("");

  svg.addEventListener("pointerdown", (event) => {
    if (event.button > 0 || pointer !== null) return;
    if (event.target.dataset.toggle || event.target.closest("[data-wire]")) return;
    const terminal = socketAt(onBoard(event));
    if (!terminal) return;
    event.preventDefault();
    if (chosen && chosen !== terminal) {
      join(chosen, terminal);
      return;
    }
    if (chosen === terminal) {
      if (event.timeStamp - chosenAt < DOUBLE) return;
      forget();
      announce(words.unchosen);
      return;
    }
    chosen = terminal;
    chosenAt = event.timeStamp;
    document.addEventListener("keydown", escape, true);
    pointer = event.pointerId;
    dragging = false;
    event.target.setPointerCapture(event.pointerId);
    drawChosen();
    announce(words.chosen.replace("{name}", words.terminals[terminal].name), words.chosen.replace("{name}", words.terminals[terminal].spoken));
  });
  svg.addEventListener("pointermove", (event) => {
    if (event.pointerId !== pointer || !chosen) return;
    const place = onBoard(event);
    const [x, y] = PLACES[chosen];
    if (!dragging && Math.hypot(place[0] - x, place[1] - y) < 14) return;
    dragging = true;
    drawChosen(place);
  });
  svg.addEventListener("pointerup", (event) => {
    if (event.pointerId !== pointer) return;
    pointer = null;
    if (!dragging || !chosen) return;
    const start = chosen;
    const end = socketAt(onBoard(event));
    if (end && end !== start) {
      join(start, end);
    } else {
      forget();
      announce(words.dropped);
    }
  });
  svg.addEventListener("pointercancel", (event) => {
    if (event.pointerId !== pointer) return;
    forget();
    announce(words.dropped);
  });
  // Measured: Chromium heeds touch-action on the picture but not on a socket in it, and would scroll the page
  // away under a finger that drags a lead up or down.
  svg.addEventListener(
    "touchstart",
    (event) => {
      if (event.touches.length === 1 && socketAt(onBoard(event.touches[0]))) event.preventDefault();
    },
    { passive: false },
  );
  svg.addEventListener("click", (event) => {
    if (event.target.dataset.toggle === "switch" && event.detail < 2) report({ do: "switch" });
    const wire = event.target.closest("[data-wire]");
    if (wire) svg.dispatchEvent(new CustomEvent("wire", { detail: Number(wire.dataset.wire) }));
  });
  return { svg, update, leave: forget };
}
