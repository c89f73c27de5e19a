// Looking and measuring: the moment, what is seen, where the probes go, the readings, and a hint.
import { button, freshId, icon, make, say, twoVoices } from "../shared/dom.js";
import { fillTable, makeDoing, makeRadios, makeSelect } from "../shared/frame.js";

const PROBES = ["red", "black"];

/** Make the parts of a case that look and measure: `{ looking, measuring, hinting, update(work) }`. */
export function makeMeasuring(words, send, tell) {
  const moments = makeRadios(words.moment, words.moments, (moment) => send({ do: "moment", moment }));
  moments.box.className = "moments";
  const broken = make("p", { class: "broken stop" });
  const look = button("", () => send({ do: "look" }));
  const seen = make("ul", { class: "state" });
  const unseen = make("p", { class: "muted" }, words.nothing_seen);
  const looking = make("div", { class: "stack" }, make("h3", {}, words.look_title), moments.box, broken, make("div", { class: "rowx" }, look), unseen, seen);

  const ways = makeWays(words, send);
  const probes = makeProbes(words);
  const place = makeSelect(words.place, []);
  const help = make("p", { class: "muted" });
  const measure = makeDoing(words.measure, () => {}, tell, { kind: "main" });
  measure.element.type = "submit";
  const form = make("form", {
    class: "uk", novalidate: true,
    onsubmit: (event) => {
      event.preventDefault();
      if (measure.element.getAttribute("aria-disabled") === "true") return;
      send({ do: "measure", ...(place.box.hidden ? probes.read() : { place: place.select.value }) }, { repeats: true });
    },
  }, probes.box, place.box, measure.element);
  const empty = make("p", { class: "muted" }, words.no_rows);
  const table = make("table", {});
  const measuring = make("div", { class: "stack" }, make("h3", {}, words.measure_title), ways.box, help, form, measure.why, make("div", {}, table, empty));

  const hint = button(words.hint, () => send({ do: "hint" }, { patience: 20000 }), { kind: "quiet", picture: "hint" });
  const said = make("p", {});
  const hinted = make("div", { class: "hint" }, icon("hint"), make("div", {}, make("b", {}, words.hint_title), said));
  const count = make("p", { class: "muted" });
  const hinting = make("div", { class: "stack" }, make("div", { class: "rowx" }, hint, count), hinted);

  let key = "";
  const update = (work) => {
    const fresh = key !== work.key;
    key = work.key;
    moments.show(work.moment);
    say(look.words, work.look);
    say(broken, work.broken);
    broken.hidden = !work.broken;
    const seenKey = JSON.stringify(work.looks);
    if (seen.dataset.key !== seenKey) {
      seen.dataset.key = seenKey;
      seen.replaceChildren(...work.looks.map(([when, what]) => make("li", {}, make("b", {}, `${when}. `), what)));
    }
    seen.hidden = !work.looks.length;
    unseen.hidden = work.looks.length > 0;
    ways.update(work);
    const listed = work.places.length > 0;
    const lost = (listed ? probes.box : place.box).contains(document.activeElement);
    probes.box.hidden = listed;
    place.box.hidden = !listed;
    place.offer([["", words.pick_place], ...work.places]);
    if (fresh || work.place) place.show(work.place);
    probes.update(work, fresh);
    if (lost) (listed ? place.select : probes.first).focus();
    say(help, work.help);
    help.hidden = !work.help;
    measure.show(work.measure);
    empty.hidden = work.rows.length > 0;
    table.hidden = !work.rows.length;
    fillTable(table, { caption: work.count, head: words.row_head, rows: work.rows, numbers: [0, 2] });
    hinted.hidden = !work.hint;
    if (work.hint) twoVoices(said, work.hint[0], work.hint[1]);
    say(count, work.hints ? words.hints_told.replace("{n}", work.hints) : "");
    count.hidden = !work.hints;
  };
  return { looking, measuring, hinting, update };
}

/** Make the choice of volts, amperes and the rest; a kit offers its own. */
function makeWays(words, send) {
  let made = null;
  const box = make("div", {});
  const update = (work) => {
    const offered = JSON.stringify(work.ways);
    if (box.dataset.key !== offered) {
      const inside = box.contains(document.activeElement);
      box.dataset.key = offered;
      made = makeRadios(words.way, work.ways, (way) => send({ do: "way", way }));
      box.replaceChildren(made.box);
      if (inside) made.radios[0].radio.focus();
    }
    made.show(work.way);
  };
  return { box, update };
}

/** Both probes go down with "Measure", so that walking through a list with the arrow keys touches nothing. */
function makeProbes(words) {
  const point = makeSelect(words.point, [], (value) => {
    const chosen = points[Number(value)];
    if (!chosen) return;
    sides.red.value = chosen[1];
    sides.black.value = chosen[2];
  });
  let points = [];
  const options = () => [
    make("option", { value: "" }, words.nowhere),
    ...words.board.groups.map((group) => make("optgroup", { label: group.label }, ...group.terminals.map((id) => make("option", { value: id }, words.board.terminals[id].option)))),
  ];
  const sides = {};
  const shown = {};
  const boxes = PROBES.map((side) => {
    const id = freshId("ujung");
    sides[side] = make("select", { id, onchange: () => point.show(matching()) }, ...options());
    return make("div", {}, make("label", { for: id }, words[side]), sides[side]);
  });
  /** Name the test point that both lists stand at; nothing where they stand elsewhere. */
  const matching = () => {
    const index = points.findIndex(([, red, black]) => red === sides.red.value && black === sides.black.value);
    return index < 0 ? "" : String(index);
  };
  const box = make("div", { class: "probes" }, make("div", { class: "wide" }, point.box), ...boxes);
  const update = (work, fresh) => {
    points = work.points;
    point.offer([["", words.pick_point], ...points.map(([name], index) => [String(index), name])]);
    for (const side of PROBES) {
      // What she has chosen and not measured yet stays.
      if (fresh || shown[side] !== work[side]) sides[side].value = work[side];
      shown[side] = work[side];
    }
    point.show(matching());
  };
  return { box, first: point.select, update, read: () => ({ red: sides.red.value, black: sides.black.value }) };
}
