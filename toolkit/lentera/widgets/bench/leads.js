// The list of leads: one row each, with what it is made of, how warm it is, and what can be done with it.
import { make, say, twoVoices } from "../shared/dom.js";
import { drawBadge } from "../drawing/wires.js";
import { askLength, makeCable } from "./joining.js";

/** Make the small form in a row that changes the cable of its lead. */
function makeChange(words, send, tell, close) {
  const cable = makeCable(words);
  let number = null;
  let asked = null;
  const cancel = make("button", { type: "button", class: "btn", onclick: () => close(true) }, words.cancel);
  const form = make(
    "form",
    {
      class: "change",
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        const kind = cable.read();
        if (kind === null) {
          askLength(words, cable, tell);
          return;
        }
        asked = kind;
        send({ do: "lead", wire: number, ...kind });
      },
      onkeydown: (event) => {
        if (event.key === "Escape") close(true);
      },
    },
    make("div", { class: "cable" }, ...cable.boxes),
    make("div", { class: "rowx" }, make("button", { type: "submit", class: "btn main" }, words.change_done), cancel),
  );
  return {
    form,
    open: (wire) => {
      number = wire.id;
      asked = null;
      form.setAttribute("aria-label", words.change_lead.replace("{n}", wire.number));
      cable.show(wire);
      cable.first.focus();
    },
    // What is refused stays in the form, to be put right.
    isDone: (wire) => asked !== null && Object.entries(asked).every(([name, value]) => wire[name] === value),
  };
}

/** Make the list; `focusForm` is where the focus goes when the last row is gone. */
export function makeLeads(words, send, tell, focusForm) {
  const list = make("ol", { class: "wires" });
  const rows = new Map();
  let changing = null;
  const close = (back) => {
    if (!changing) return;
    const row = changing;
    changing = null;
    change.form.remove();
    row.change.setAttribute("aria-expanded", "false");
    if (back) row.change.focus();
  };
  const change = makeChange(words, send, tell, close);
  const toggle = (row) => {
    const again = changing === row;
    close(again);
    if (again) return;
    changing = row;
    row.item.append(change.form);
    row.change.setAttribute("aria-expanded", "true");
    change.open(row.wire);
  };

  const makeRow = (wire) => {
    const row = { wire };
    const badge = document.createElement("template");
    badge.innerHTML = `<svg viewBox="0 0 36 32" width="36" height="32" aria-hidden="true" focusable="false">${drawBadge(18, 16, wire.colour, wire.number)}</svg>`;
    row.kind = make("span", { class: "sr" });
    row.name = make("span", {});
    row.flag = make("strong", {});
    row.detail = make("small", { class: "muted" });
    row.heard = [make("span", { class: "sr" }), make("span", { class: "sr" })];
    row.change = make("button", { type: "button", class: "btn quiet", "aria-expanded": "false", onclick: (event) => event.detail > 1 || toggle(row) }, words.change, row.heard[0]);
    row.remove = make("button", { type: "button", class: "btn quiet", onclick: (event) => event.detail > 1 || send({ do: "remove", wire: row.wire.id }) }, words.remove, row.heard[1]);
    row.item = make("li", { class: "wire" }, badge.content.firstChild, make("span", {}, row.kind, row.name, " ", row.flag, row.detail), make("span", { class: "acts" }, row.change, row.remove));
    return row;
  };
  const isUsual = (wire) => ["cable", "length", "connector"].every((one) => wire[one] === words.usual[one]);
  const fill = (row, wire, calm) => {
    row.wire = wire;
    twoVoices(row.name, wire.text, wire.spoken);
    say(row.kind, `${wire.label}: `);
    say(row.flag, wire.mark);
    row.flag.className = wire.tone;
    row.flag.hidden = !wire.mark;
    // The usual cable needs no words: the list stays as short as what is on the table.
    const told = [wire.can_change && !isUsual(wire) ? wire.detail : "", wire.drop].filter(Boolean).join(", ");
    say(row.detail, told);
    row.detail.hidden = !told || (isUsual(wire) && !wire.heat);
    row.item.className = `wire${wire.hot ? " hot" : wire.wrong ? " bad" : ""}`;
    for (const heard of row.heard) say(heard, ` ${wire.label.toLowerCase()}: ${wire.spoken}`);
    // A graded table stays calm: who has not chosen a cable is not asked about one.
    row.change.hidden = !wire.can_change || (calm && isUsual(wire) && changing !== row);
  };

  const update = ({ wires, judged }) => {
    // A number is used again for a new lead, so a row is known by number, ends and colour.
    const order = wires.map((wire) => `${wire.id} ${wire.start} ${wire.end} ${wire.colour}`);
    let rescue = null;
    const shown = [...rows.keys()];
    for (const id of shown) {
      if (order.includes(id)) continue;
      const row = rows.get(id);
      if (row.item.contains(document.activeElement)) rescue = shown.indexOf(id);
      if (changing === row) close(false);
      row.item.remove();
      rows.delete(id);
    }
    wires.forEach((wire, index) => {
      if (!rows.has(order[index])) rows.set(order[index], makeRow(wire));
      const row = rows.get(order[index]);
      fill(row, wire, judged);
      if (row === changing && change.isDone(wire)) close(true);
      if (list.children[index] !== row.item) list.insertBefore(row.item, list.children[index] || null);
    });
    list.classList.toggle("few", wires.length < 6);
    list.style.setProperty("--half", String(Math.max(1, Math.ceil(wires.length / 2))));
    if (rescue !== null) {
      const next = order.find((id) => shown.indexOf(id) > rescue) ?? order[order.length - 1];
      if (next === undefined) focusForm();
      else rows.get(next).remove.focus();
    }
  };
  const focus = (id) => [...rows].find(([key]) => key.startsWith(`${id} `))?.[1].remove.focus();
  return { list, update, focus };
}
