// One drawing of a circuit: it draws the picture it is given, part by part, and redraws only what has changed.
import { freshId, say } from "../shared/dom.js";
import { drawGround, drawTag, drawText, tagBox, textBox } from "./ink.js";
import { drawProbe, drawProbeHit, drawProbeLead } from "./probes.js";
import { routeAll } from "./routes.js";
import { drawBadge, drawWire, placeBadges, placeTags } from "./wires.js";

const ABOVE_PARTS = ["kabel", "ukur", "nomor", "kata", "pilih", "tekan", "ujung"];

/** Write the markup of wires, numbers and words from a scene; `routes` and `spots` remember what was found before. */
export function markupOf({ layout, thin }, scene, wires, routes, spots) {
  const tags = scene.tags.map((tag) => ({ ...tag, box: tagBox(tag.x, tag.y, tag.text, tag.anchor, layout.size[0]) }));
  const written = [...scene.labels.map((one) => textBox(one.x, one.y, one.text, one)), ...tags.map((one) => one.box)];
  const drawn = wires.filter((wire) => wire.start in layout.places && wire.end in layout.places);
  const spread = routeAll(layout, drawn, routes);
  const badges = placeBadges(spread, layout.places, written, spots);
  const marks = placeTags(drawn, badges, written, layout);
  return {
    kabel: drawn.map((wire) => drawWire(spread.get(wire.id), wire, thin)).join(""),
    nomor: drawn
      .map((wire) => {
        const [x, y] = badges.get(wire.id);
        const tag = marks.has(wire.id) ? drawTag(marks.get(wire.id), wire.mark, wire.tone) : "";
        return `<g data-wire="${wire.id}">${drawBadge(x, y, wire.colour, wire.number)}</g>${tag}`;
      })
      .join(""),
    kata: scene.labels.map((one) => drawText(one.x, one.y, one.text, one)).join("") + tags.map((one) => drawTag(one.box, one.text, one.tone)).join(""),
  };
}

/** Make a drawing of the kits given; `wordsOf` gives a kit's board words, `mode` says whether leads or probes are put. */
export function makeCanvas(wordsOf, kits, mode) {
  const u = `${freshId("papan")}-`;
  const holder = document.createElement("template");
  holder.innerHTML = `<svg role="img" aria-labelledby="${u}judul ${u}isi"><title id="${u}judul"></title><desc id="${u}isi"></desc><g></g></svg>`;
  const svg = holder.content.firstChild;
  const [title, desc, inner] = svg.children;
  let name = null;
  let parts = {};
  let drawn = {};
  let routes = new Map();
  let spots = new Map();
  const canvas = { svg, words: null, kit: null, picture: null, layout: null, size: [900, 520], view: null };

  /** Redraw a group only when its markup changed; before the first picture there is none. */
  const put = (group, markup) => {
    if (!parts[group] || drawn[group] === markup) return;
    drawn[group] = markup;
    parts[group].innerHTML = markup;
  };

  /** Show a part of the drawing: [left, top, width, height]. */
  canvas.look = (view) => {
    canvas.view = view;
    svg.setAttribute("viewBox", view.map((one) => Number(one.toFixed(2))).join(" "));
  };

  const build = (kit, groups) => {
    name = kit;
    canvas.kit = kits[kit];
    canvas.layout = canvas.kit.layout;
    canvas.size = canvas.layout.size;
    inner.innerHTML = drawGround(u, canvas.size) + [...groups, ...ABOVE_PARTS].map((group) => `<g data-g="${group}"></g>`).join("");
    parts = Object.fromEntries([...inner.querySelectorAll("[data-g]")].map((group) => [group.dataset.g, group]));
    [drawn, routes, spots] = [{}, new Map(), new Map()];
    const offered = Object.keys(canvas.words.terminals);
    const areas = Object.entries(canvas.kit.toggles || {});
    put(
      "tekan",
      areas.map(([toggle, [x, y, width, height]]) => (mode === "join" ? `<rect class="hit" data-toggle="${toggle}" x="${x}" y="${y}" width="${width}" height="${height}" rx="8"/>` : "")).join("") +
        offered
          .filter((terminal) => terminal in canvas.layout.places)
          .map((terminal) => `<circle class="hit" data-terminal="${terminal}" cx="${canvas.layout.places[terminal][0]}" cy="${canvas.layout.places[terminal][1]}" r="23"/>`)
          .join(""),
    );
    canvas.look([0, 0, ...canvas.size]);
  };

  canvas.update = (picture) => {
    canvas.picture = picture;
    canvas.words = wordsOf(picture.kit);
    const scene = kits[picture.kit].scene(u, canvas.words, picture);
    if (name !== picture.kit) build(picture.kit, scene.parts.map(([group]) => group));
    say(title, picture.title);
    say(desc, picture.description);
    for (const [group, markup] of scene.parts) put(group, markup);
    const laid = markupOf(canvas.kit, scene, picture.wires, routes, spots);
    for (const [group, markup] of Object.entries(laid)) put(group, markup);
    canvas.drawProbes();
  };

  /** Draw both probes where they are; `held` is the tip that a hand moves: {colour, at}. */
  canvas.drawProbes = (held = null) => {
    const probes = canvas.picture?.probes;
    if (!probes) {
      put("ukur", "");
      put("ujung", "");
      return;
    }
    const tips = ["red", "black"].map((colour) => {
      const terminal = probes[colour];
      const known = terminal && terminal in canvas.layout.places;
      const at = held?.colour === colour ? held.at : known ? canvas.layout.places[terminal] : canvas.kit.rest[colour];
      const lean = known ? canvas.kit.lean(terminal) : 0;
      return { colour, at, lean };
    });
    put("ukur", tips.map((tip) => drawProbeLead(tip, canvas.size)).join(""));
    put("ujung", tips.map((tip) => drawProbe(tip)).join("") + tips.map((tip) => drawProbeHit(tip)).join(""));
  };

  /** Ring a chosen socket, and draw the lead that a hand pulls from it `to` a place. */
  canvas.choose = (terminal, to) => {
    if (!terminal) {
      put("pilih", "");
      return;
    }
    const [x, y] = canvas.layout.places[terminal];
    const way = to ? `M${x} ${y}L${to[0].toFixed(1)} ${to[1].toFixed(1)}` : "";
    const lead = to
      ? `<path d="${way}" stroke="var(--casing)" stroke-width="11" stroke-linecap="round"/><path d="${way}" stroke="var(--act)" stroke-width="6" stroke-dasharray="10 8" stroke-linecap="round"/>`
      : "";
    put("pilih", `${lead}<circle cx="${x}" cy="${y}" r="19" class="chosen"/><circle cx="${x}" cy="${y}" r="15" class="chosen2"/>`);
  };

  /** Turn a pointer's place into the drawing's own coordinates. */
  canvas.at = (event) => {
    const box = svg.getBoundingClientRect();
    const [left, top, width, height] = canvas.view;
    return [left + ((event.clientX - box.left) * width) / box.width, top + ((event.clientY - box.top) * height) / box.height];
  };

  /** Find the nearest socket within a finger's breadth, also where the drawing is small. */
  canvas.socketAt = ([x, y]) => {
    let found = null;
    let gap = Math.max(24 * (canvas.view[2] / canvas.size[0]), (22 * canvas.view[2]) / svg.getBoundingClientRect().width);
    for (const terminal of Object.keys(canvas.words.terminals)) {
      const place = canvas.layout.places[terminal];
      if (!place) continue;
      const far = Math.hypot(place[0] - x, place[1] - y);
      if (far < gap) [found, gap] = [terminal, far];
    }
    return found;
  };
  return canvas;
}
