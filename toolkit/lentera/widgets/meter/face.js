// The multimeter for eyes, ears and fingers: a picture, native controls with the same power, and the noted readings.
import { button, freshId, make, say, twoVoices } from "../shared/dom.js";
import { makeRadios, makeSelect } from "../shared/frame.js";
import { METER_SIZE, drawMeter, drawMeterHits } from "./drawing.js";

/**
 * Make the meter; `words` are the screen's, with `words.meter` and `words.board`. Returns `picture` (the SVG),
 * `controls` (dial, probes, plugs, gap), `readings`, and `update(view)`, where `view` is `view.meter`.
 */
export function makeMeter(words, send, tell) {
  const picture = makeMeterPicture(words.meter, send);
  const dial = makeMeterDial(words.meter, send);
  const probes = makeMeterProbes(words, send);
  const plugs = makeMeterPlugs(words.meter, send);
  const gap = makeMeterGap(words.meter, send, tell);
  const fuse = button(words.meter.new_fuse, () => {
    probes.focus();
    send({ do: "new_fuse" });
  });
  const fuseBox = make("div", { class: "rowx", hidden: true }, fuse);
  const reads = make("dl", { class: "reads three" });
  const remarks = make("ul", { class: "state" });
  const readings = make("div", {}, reads, remarks);
  const controls = make("div", { class: "meterset" }, fuseBox, dial.box, probes.box, plugs.box, gap.box);
  const update = (view) => {
    picture.update(view);
    [dial, probes, plugs, gap].forEach((one) => one.update(view));
    const lost = !view.blown.length && fuseBox.contains(document.activeElement);
    fuseBox.hidden = !view.blown.length;
    if (lost) probes.focus();
    showMeterReads(reads, view.reads);
    const key = JSON.stringify(view.notes);
    if (remarks.dataset.key !== key) {
      remarks.dataset.key = key;
      remarks.replaceChildren(...view.notes.map(([shown, spoken]) => {
        const item = make("li", {});
        twoVoices(item, shown, spoken);
        return item;
      }));
    }
    remarks.hidden = !view.notes.length;
    remarks.className = `state remarks ${view.tone}`.trim();
  };
  return { picture: picture.svg, controls, readings, update };
}

/** Two presses of one terminal within this time are one press by a hand that double-clicks [ms]. */
const METER_DOUBLE = 500;

/** Return what a board calls when a terminal is pressed: the probe in the hand goes there. */
export function makeMeterPress(send) {
  let before = { terminal: null, at: -METER_DOUBLE };
  return (terminal) => {
    const at = performance.now();
    const twice = terminal === before.terminal && at - before.at < METER_DOUBLE;
    before = { terminal, at };
    if (!twice) send({ do: "press", terminal }, { repeats: true });
  };
}

/** Show the three readings; elements stay, so nothing jumps for somebody who reads along. */
function showMeterReads(list, rows) {
  const key = JSON.stringify(rows);
  if (list.dataset.key === key) return;
  list.dataset.key = key;
  list.replaceChildren(...rows.map((one) => make("div", {}, make("dt", {}, one.name), make("dd", {}, one.value, one.note ? make("small", {}, one.note) : null))));
}

function makeMeterPicture(words, send) {
  const u = freshId("alat");
  const holder = document.createElement("template");
  holder.innerHTML = `<svg viewBox="0 0 ${METER_SIZE.join(" ")}" class="meterpic" role="img" aria-labelledby="${u}-judul ${u}-isi"><title id="${u}-judul"></title><desc id="${u}-isi"></desc><g></g><g>${drawMeterHits()}</g></svg>`;
  const svg = holder.content.firstChild;
  const [title, desc, drawing] = svg.children;
  svg.addEventListener("click", (event) => {
    const { mode, socket } = event.target.dataset;
    if (event.detail > 1) return;
    if (mode) send({ do: "turn", mode });
    else if (socket) send({ do: "plug", probe: "red", socket });
  });
  say(desc, words.picture);
  let drawn = "";
  const update = (view) => {
    say(title, `${view.title}.`);
    const markup = drawMeter(view, words);
    if (markup !== drawn) drawing.innerHTML = markup;
    drawn = markup;
  };
  return { svg, update };
}

function makeMeterDial(words, send) {
  const modes = makeRadios(words.dial, words.modes, (mode) => send({ do: "turn", mode }));
  const range = makeSelect(words.range, [], (name) => send({ do: "range", range: name }));
  range.box.className = "short";
  const box = make("div", { class: "dial" }, modes.box, range.box);
  const update = (view) => {
    modes.show(view.mode);
    const lost = !view.ranges.length && range.box.contains(document.activeElement);
    range.box.hidden = !view.ranges.length;
    if (lost) modes.radios.find((one) => one.radio.checked).radio.focus();
    range.offer(view.ranges);
    range.show(view.range);
  };
  return { box, update };
}

/** Both probes are put down together, so that walking through a list with the arrow keys touches nothing. */
function makeMeterProbes(words, send) {
  const { meter, board } = words;
  const choice = (title) => {
    const id = freshId("ujung");
    const select = make("select", { id });
    return { select, box: make("div", {}, make("label", { for: id }, title), select), shown: null };
  };
  const sides = { red: choice(meter.red), black: choice(meter.black) };
  const submit = make("button", { type: "submit", class: "btn" }, make("span", {}, meter.touch));
  const lift = button(meter.lift, () => send({ do: "lift" }));
  const form = make("form", {
    class: "form probes", novalidate: true,
    onsubmit: (event) => {
      event.preventDefault();
      send({ do: "touch", red: sides.red.select.value || null, black: sides.black.select.value || null });
    },
  }, sides.red.box, sides.black.box, submit, lift);
  const hand = makeRadios(meter.hand, meter.hands, (probe) => send({ do: "hand", probe }));
  const offer = (points) => {
    const key = points.join();
    if (form.dataset.key === key) return;
    form.dataset.key = key;
    for (const { select } of Object.values(sides)) {
      const groups = board.groups.map((group) => {
        const rows = group.terminals.filter((id) => points.includes(id));
        return rows.length ? make("optgroup", { label: group.label }, ...rows.map((id) => make("option", { value: id }, board.terminals[id].option))) : null;
      });
      select.replaceChildren(make("option", { value: "" }, meter.nowhere), ...groups.filter(Boolean));
    }
    Object.values(sides).forEach((side) => { side.shown = null; });
  };
  const update = (view) => {
    offer(view.points);
    for (const [name, side] of Object.entries(sides)) {
      // What she has chosen and not put down yet stays.
      if (side.shown !== (view[name] || "")) side.select.value = view[name] || "";
      side.shown = view[name] || "";
    }
    hand.show(view.hand);
  };
  return { box: make("div", { class: "stack" }, form, hand.box), update, focus: () => sides.red.select.focus() };
}

function makeMeterMore(title, ...children) {
  const text = make("span", {}, title);
  const summary = make("summary", { tabindex: "0" }, text);
  return { details: make("details", { class: "more" }, summary, ...children), text };
}

function makeMeterPlugs(words, send) {
  const sides = [["red", words.red_plug], ["black", words.black_plug]].map(([probe, title]) => {
    const select = makeSelect(title, words.sockets);
    const put = button(words.plug_in, () => send({ do: "plug", probe, socket: select.select.value }));
    put.append(make("span", { class: "sr" }, `(${title})`));
    return { probe, ...select, shown: null, row: make("div", { class: "plugrow" }, select.box, put) };
  });
  const { details, text } = makeMeterMore(words.plugs, make("div", { class: "plugs" }, ...sides.map((side) => side.row)));
  const update = (view) => {
    say(text, view.plugs);
    for (const side of sides) {
      const socket = view[`${side.probe}_socket`];
      if (side.shown !== socket) side.show(socket);
      side.shown = socket;
    }
  };
  return { box: details, update };
}

function makeMeterGap(words, send, tell) {
  const lead = makeSelect(words.lead, [["", words.pick_lead]]);
  const open = button(words.open_lead, () => {
    if (lead.select.value) {
      send({ do: "open_lead", lead: lead.select.value });
      return;
    }
    tell(words.pick_lead_first);
    lead.select.focus();
  });
  const close = button(words.close_lead, () => send({ do: "close_lead" }));
  const { details } = makeMeterMore(words.gap, make("p", { class: "help" }, words.gap_help), make("div", { class: "plugrow" }, lead.box, open, close));
  let shown = null;
  const update = (view) => {
    details.hidden = !view.leads.length;
    lead.offer([["", words.pick_lead], ...view.leads]);
    if (shown !== (view.opened || "")) lead.show(view.opened || "");
    shown = view.opened || "";
    const lost = !view.opened && document.activeElement === close;
    close.hidden = !view.opened;
    if (lost) open.focus();
  };
  return { box: details, update };
}

/** Make the table of noted readings: `{ box, update(rows) }`; `rows` is `view.notes`, each row can be taken away. */
export function makeMeterNotes(words, send, focusElsewhere = () => {}) {
  const { meter } = words;
  const body = make("tbody", { role: "rowgroup" });
  const head = make("thead", { role: "rowgroup" }, make("tr", { role: "row" },
    ...meter.note_head.map((text, index) => make("th", { scope: "col", role: "columnheader", class: index === meter.note_head.length - 1 ? "n" : undefined }, text)),
    make("td", { role: "cell" })));
  const table = make("table", { class: "notes", role: "table" }, make("caption", {}, meter.notes), head, body);
  const empty = make("p", { class: "muted" }, meter.no_notes);
  const title = make("h3", {}, meter.notes);
  const box = make("div", {}, title, empty, table);
  const rows = new Map();
  const makeRow = (row) => {
    const last = row.cells.length - 1;
    const remove = button(meter.remove_note, () => send({ do: "remove_note", number: row.number }), { kind: "quiet" });
    remove.append(make("span", { class: "sr" }, ` ${row.spoken}`));
    const cells = row.cells.map((text, index) => make(index ? "td" : "th", {
      role: index ? "cell" : "rowheader", scope: index ? undefined : "row", class: index === last ? "n strong" : undefined, "data-name": meter.note_head[index],
    }, text));
    return { item: make("tr", { role: "row" }, ...cells, make("td", { role: "cell", class: "act" }, remove)), remove };
  };
  const update = (notes) => {
    const keyOf = (row) => JSON.stringify(row);
    const order = notes.map(keyOf);
    const shown = [...rows.keys()];
    let rescue = null;
    for (const key of shown) {
      if (order.includes(key)) continue;
      const row = rows.get(key);
      if (row.item.contains(document.activeElement)) rescue = shown.indexOf(key);
      row.item.remove();
      rows.delete(key);
    }
    notes.forEach((row, index) => {
      if (!rows.has(order[index])) rows.set(order[index], makeRow(row));
      const { item } = rows.get(order[index]);
      if (body.children[index] !== item) body.insertBefore(item, body.children[index] || null);
    });
    table.hidden = !notes.length;
    empty.hidden = title.hidden = notes.length > 0;
    if (rescue === null) return;
    const next = order.find((key) => shown.indexOf(key) > rescue) ?? order[order.length - 1];
    if (next === undefined) focusElsewhere();
    else rows.get(next).remove.focus();
  };
  return { box, update };
}
