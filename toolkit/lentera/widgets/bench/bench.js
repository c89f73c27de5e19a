// The bench: picture, live line, readings, form and list. All of it follows `view`; gestures go to Python.
import { make, say, twoVoices, icon, button, setAvailable, freshId, makeRoot, makeLine, drawReport } from "../shared/dom.js";
import { drawBadge } from "../drawing/routes.js";
import { makeBoard } from "./board.js";

function makeForm(words, send, tell) {
  const u = freshId("kabel");
  const choice = (id, text, options) => {
    const select = make("select", { id }, ...options);
    return { select, box: make("div", {}, make("label", { for: id }, text), select) };
  };
  const sockets = () => [
    make("option", { value: "" }, words.pick),
    ...words.groups.map((group) =>
      make("optgroup", { label: group.label }, ...group.terminals.map((id) => make("option", { value: id }, words.terminals[id].option))),
    ),
  ];
  const from = choice(`${u}-dari`, words.from, sockets());
  const to = choice(`${u}-ke`, words.to, sockets());
  const colour = choice(`${u}-warna`, words.colour, words.colours.map(([value, text]) => make("option", { value }, text)));
  const submit = make("button", { type: "submit", class: "btn main" }, make("span", {}, words.join));
  const form = make(
    "form",
    {
      class: "form",
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        if (!from.select.value || !to.select.value) {
          tell(words.pick_both);
          (from.select.value ? to : from).select.focus();
          return;
        }
        send({ do: "join", start: from.select.value, end: to.select.value, colour: colour.select.value });
      },
    },
    from.box, to.box, colour.box, submit,
  );
  /** Make ready for the next wire once this one is really there. */
  const joined = (wires) => {
    const last = wires[wires.length - 1];
    if (!last || last.start !== from.select.value || last.end !== to.select.value) return;
    const hadFocus = form.contains(document.activeElement);
    from.select.value = "";
    to.select.value = "";
    if (hadFocus) from.select.focus();
  };
  return { form, from: from.select, joined };
}

function makeList(words, send, focusForm) {
  const list = make("ol", { class: "wires" });
  const rows = new Map();
  const makeRow = (wire) => {
    const badge = document.createElement("template");
    const name = make("span", {});
    const flags = make("strong", { class: "stop" });
    const hidden = make("span", { class: "sr" });
    const remove = make("button", { type: "button", class: "btn quiet", onclick: (event) => event.detail > 1 || send({ do: "remove", wire: wire.id }) }, words.remove, hidden);
    badge.innerHTML = `<svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">${drawBadge(16, 16, wire.colour, wire.number)}</svg>`;
    const kind = make("span", { class: "sr" });
    const item = make("li", { class: "wire" }, badge.content.firstChild, make("span", {}, kind, name, " ", flags), remove);
    return { item, name, flags, hidden, remove, kind };
  };
  const update = (wires) => {
    // A number is used again for a new lead, so a row is known by number, ends and colour.
    const keyOf = (wire) => `${wire.id} ${wire.start} ${wire.end} ${wire.colour}`;
    const order = wires.map(keyOf);
    let rescue = null;
    const shown = [...rows.keys()];
    for (const id of shown) {
      if (order.includes(id)) continue;
      const row = rows.get(id);
      if (row.item.contains(document.activeElement)) rescue = shown.indexOf(id);
      row.item.remove();
      rows.delete(id);
    }
    wires.forEach((wire, index) => {
      if (!rows.has(order[index])) rows.set(order[index], makeRow(wire));
      const row = rows.get(order[index]);
      twoVoices(row.name, wire.text, wire.spoken);
      say(row.kind, `${wire.label}: `);
      say(row.flags, wire.hot ? words.hot : wire.wrong ? words.wrong : "");
      row.flags.className = wire.hot ? "stop" : "yet";
      row.flags.hidden = !row.flags.textContent;
      row.item.className = `wire${wire.hot ? " hot" : wire.wrong ? " bad" : ""}`;
      say(row.hidden, ` ${wire.label.toLowerCase()}: ${wire.spoken}`);
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
  return { list, update, focus: (id) => [...rows].find(([key]) => key.startsWith(`${id} `))?.[1].remove.focus() };
}

function renderBench({ model, el }) {
  const words = model.get("words");
  const root = makeRoot(el, model);
  const line = makeLine(model, words, root);
  const send = line.send;
  const u = freshId("meja");

  const status = make("span", { role: "status" });
  const tell = (shown, spoken = "") => twoVoices(status, shown, spoken, true);
  const board = makeBoard(words, (message) => send(message), tell);
  const form = makeForm(words, send, tell);
  const list = makeList(words, send, () => form.from.focus());

  const why = { id: `${u}-sebab` };
  why.element = make("p", { id: why.id, class: "why muted" });
  const undo = button(words.undo, () => send({ do: "undo" }, { repeats: true }), { picture: "undo", repeats: true, tell });
  const redo = button(words.redo, () => send({ do: "redo" }, { repeats: true }), { picture: "redo", repeats: true, tell });
  const flip = button("", () => send({ do: "switch" }));
  const cover = button("", () => send({ do: "cover" }));
  const bar = make("div", { class: "bar tools" }, make("h2", { id: `${u}-judul` }, words.title), undo, redo, flip, cover, why.element);

  const check = button(words.check, () => send({ do: "check" }), { kind: "main", picture: "ok" });
  const saybar = make("div", { class: "saybar" }, make("div", { class: "say" }, make("b", {}, words.last), status), check);
  const reads = make("dl", { class: "reads" });
  const count = make("h3", {});
  const empty = make("p", { class: "muted" }, words.no_wires);

  const skies = words.skies.map(([value, text]) => {
    const radio = make("input", { type: "radio", name: `${u}-langit`, value, onchange: () => send({ do: "sun", sun: value }) });
    return { radio, box: make("label", { class: "pick" }, radio, make("span", {}, text)) };
  });
  const sky = make("fieldset", {}, make("legend", {}, words.sky_title), make("div", { class: "rowx" }, ...skies.map((one) => one.box)));
  const fuse = button(words.replace_fuse, () => send({ do: "replace_fuse" }), { tell });
  const lamp = button(words.replace_lamp, () => send({ do: "replace_lamp" }));
  const repairWhy = make("p", { id: `${u}-ganti`, class: "muted" });
  const repairs = make("div", { class: "rowx" }, fuse, lamp, repairWhy);

  const over = button(words.start_over, () => askOver(true), { kind: "quiet", tell });
  const overWhy = make("p", { id: `${u}-ulang`, class: "muted" });
  const yes = button(words.start_over_yes, () => {
    askOver(false);
    form.from.focus();
    send({ do: "start_over" });
  }, { kind: "main" });
  const no = button(words.cancel, () => askOver(false));
  const ask = make("div", { role: "group", "aria-labelledby": `${u}-tanya`, class: "panel", hidden: true }, make("p", { id: `${u}-tanya` }, words.start_over_ask), make("div", { class: "rowx" }, no, yes));
  const askOver = (open) => {
    const inside = ask.contains(document.activeElement);
    ask.hidden = !open;
    if (open) no.focus();
    else if (inside) over.focus();
  };
  ask.addEventListener("keydown", (event) => {
    if (event.key === "Escape") askOver(false);
  });

  const result = make("div", {});
  const resultBlock = make("div", { class: "block" }, make("h3", {}, words.result), result);
  const repairBlock = make("div", { class: "block" }, make("h3", {}, words.repair), repairs);
  const rounds = make("p", { class: "tally" });
  const hints = make("div", {});
  const hint = button("", () => send({ do: "hint" }), { kind: "quiet", picture: "hint", tell });
  const hintWhy = make("p", { id: `${u}-petunjuk`, class: "muted" });
  const hintBlock = make("div", { class: "block apart" }, hints, make("div", { class: "rowx" }, hint, hintWhy), rounds);
  const state = make("ul", { class: "state" });
  const saved = make("p", { class: "muted" });

  const widget = make(
    "section",
    { class: "widget", "aria-labelledby": `${u}-judul` },
    bar,
    make("div", { class: "pic" }, board.svg),
    saybar, line.notice, reads, resultBlock,
    make("div", { class: "block" }, make("h3", {}, words.join_title), form.form),
    repairBlock,
    make("div", { class: "block" }, count, empty, list.list),
    hintBlock,
    make("div", { class: "block" }, make("h3", {}, words.state_title), state),
    make("div", { class: "block apart" }, make("h3", {}, words.table_title), make("div", { class: "rowx" }, sky), make("div", { class: "rowx" }, over, overWhy), ask, saved),
  );
  root.append(widget);
  board.svg.addEventListener("wire", (event) => list.focus(event.detail));

  let seen = null;
  let drawn = false;
  const update = () => {
    const view = model.get("view");
    if (!view || view.rev === undefined) return;
    const mine = line.answered(view.answers);
    board.update(view);
    // What another screen of this bench did is shown here too; what she did herself is always said.
    twoVoices(status, view.live, view.live_spoken, drawn && mine);
    drawn = true;
    form.joined(view.wires);
    list.update(view.wires);
    setAvailable(undo, view.undo.ok, view.undo.why, why.id);
    setAvailable(redo, view.redo.ok, view.redo.why, why.id);
    say(why.element, [...new Set([undo, redo].map((one) => one.dataset.reason))].filter(Boolean).join(" "));
    why.element.hidden = !why.element.textContent;
    say(flip.words, view.switch_on ? words.switch_off : words.switch_on);
    say(cover.words, view.covered ? words.uncover : words.cover);
    reads.replaceChildren(...view.readings.map((one) => make("div", {}, make("dt", {}, one.name), make("dd", {}, one.value, make("small", {}, one.note)))));
    say(count, view.count);
    empty.hidden = view.wires.length > 0;
    for (const one of skies) one.radio.checked = one.radio.value === view.sun;
    for (const [element, repair] of [[fuse, view.replace_fuse], [lamp, view.replace_lamp]]) {
      const lost = !repair && element.contains(document.activeElement);
      element.hidden = !repair;
      if (repair) setAvailable(element, repair.ok, repair.why, repairWhy.id);
      else element.dataset.reason = "";
      if (lost) form.from.focus();
    }
    say(repairWhy, [fuse, lamp].map((one) => one.dataset.reason).filter(Boolean).join(" "));
    repairWhy.hidden = !repairWhy.textContent;
    repairBlock.hidden = !view.replace_fuse && !view.replace_lamp;
    setAvailable(over, view.start_over.ok, view.start_over.why, overWhy.id);
    say(overWhy, over.dataset.reason);
    overWhy.hidden = !overWhy.textContent;
    drawReport(result, view.check, words, (report) => {
      if (!report.wire) return [];
      const away = () => {
        form.from.focus();
        send({ do: "remove", wire: Number(report.wire) });
      };
      return [button(words.remove_lead.replace("{n}", report.wire), away, { kind: "main" })];
    });
    resultBlock.hidden = !view.check;
    check.hidden = !view.judged;
    hintBlock.hidden = !view.judged;
    say(rounds, view.rounds);
    rounds.hidden = !view.rounds;
    while (hints.children.length > view.hints.length) hints.lastChild.remove();
    view.hints.slice(hints.children.length).forEach((text, index, all) => {
      const number = view.hints.length - all.length + index + 1;
      const said = make("p", {});
      twoVoices(said, text, view.hints_spoken[number - 1]);
      hints.append(make("div", { class: "hint" }, icon("hint"), make("div", {}, make("b", {}, words.hint_number.replace("{n}", number)), said)));
    });
    say(hint.words, view.next_hint.label);
    setAvailable(hint, view.next_hint.ok, view.next_hint.why, hintWhy.id);
    say(hintWhy, hint.dataset.reason);
    hintWhy.hidden = !hintWhy.textContent;
    const known = JSON.stringify(view.summary);
    if (known !== seen) {
      seen = known;
      state.replaceChildren(...view.summary.map(([shown, spoken]) => {
        const item = make("li", {});
        twoVoices(item, shown, spoken);
        return item;
      }));
    }
    say(saved, view.saved);
  };
  model.on("change:view", update);
  update();
  return () => {
    board.leave();
    model.off("change:view", update);
  };
}

export default { render: renderBench };
