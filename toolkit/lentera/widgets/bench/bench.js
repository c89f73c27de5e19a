// The bench: picture, live line, readings, form and list. All of it follows `view`; gestures go to Python.
import { button, icon, make, say, setAvailable, twoVoices } from "../shared/dom.js";
import { makeBlock, makeFrame, makeResult } from "../shared/frame.js";
import { makeViews } from "../drawing/views.js";
import { makeJoining } from "./joining.js";
import { makeKeeping } from "./keeping.js";
import { makeLeads } from "./leads.js";
import { makeSetting } from "./setting.js";

/** Make the toolbar's buttons: back and forth, switch, cloth; why one waits stands once for both. */
function makeTools(words, { send, tell, u }) {
  const why = make("p", { id: `${u}-sebab`, class: "why muted" });
  const undo = button(words.undo, () => send({ do: "undo" }, { repeats: true }), { picture: "undo", repeats: true, tell });
  const redo = button(words.redo, () => send({ do: "redo" }, { repeats: true }), { picture: "redo", repeats: true, tell });
  const flip = button("", () => send({ do: "switch" }));
  const cover = button("", () => send({ do: "cover" }));
  const show = (view) => {
    setAvailable(undo, view.undo.ok, view.undo.why, why.id);
    setAvailable(redo, view.redo.ok, view.redo.why, why.id);
    say(why, [...new Set([undo, redo].map((one) => one.dataset.reason))].filter(Boolean).join(" "));
    why.hidden = !why.textContent;
    const lost = view.kit === "a" && flip.contains(document.activeElement);
    flip.hidden = view.kit === "a";
    if (lost) cover.focus();
    say(flip.words, view.switch_on ? words.switch_off : words.switch_on);
    say(cover.words, view.covered ? words.uncover : words.cover);
  };
  return { parts: [undo, redo, flip, cover, why], show };
}

/** Make the row of switches that hang on the lamps of the plug-in kit. */
function makeSwitches(words, send) {
  const row = make("div", { class: "rowx" });
  const block = makeBlock(words.lamp_switches, row);
  const buttons = new Map();
  const show = (switches) => {
    block.hidden = !switches.length;
    for (const one of switches) {
      if (!buttons.has(one.lamp)) {
        buttons.set(one.lamp, button("", () => send({ do: "switch", lamp: one.lamp })));
        row.append(buttons.get(one.lamp));
      }
      say(buttons.get(one.lamp).words, one.label);
    }
  };
  return { block, show };
}

function makeRepairs(words, send, tell, u, focusForm) {
  const fuse = button(words.replace_fuse, () => send({ do: "replace_fuse" }), { tell });
  const lamp = button(words.replace_lamp, () => send({ do: "replace_lamp" }));
  const why = make("p", { id: `${u}-ganti`, class: "muted" });
  const block = makeBlock(words.repair, make("div", { class: "rowx" }, fuse, lamp, why));
  const show = (view) => {
    for (const [element, repair] of [[fuse, view.replace_fuse], [lamp, view.replace_lamp]]) {
      const lost = !repair && element.contains(document.activeElement);
      element.hidden = !repair;
      if (repair) setAvailable(element, repair.ok, repair.why, why.id);
      else element.dataset.reason = "";
      if (lost) focusForm();
    }
    say(why, [fuse, lamp].map((one) => one.dataset.reason).filter(Boolean).join(" "));
    why.hidden = !why.textContent;
    block.hidden = !view.replace_fuse && !view.replace_lamp;
  };
  return { block, show };
}

function makeHints(words, send, tell, u) {
  const rounds = make("p", { class: "tally" });
  const hints = make("div", {});
  const hint = button("", () => send({ do: "hint" }), { kind: "quiet", picture: "hint", tell });
  const why = make("p", { id: `${u}-petunjuk`, class: "muted" });
  const block = make("div", { class: "block apart" }, hints, make("div", { class: "rowx" }, hint, why), rounds);
  const show = (view) => {
    block.hidden = !view.judged;
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
    setAvailable(hint, view.next_hint.ok, view.next_hint.why, why.id);
    say(why, hint.dataset.reason);
    why.hidden = !why.textContent;
  };
  return { block, show };
}

/** Keep as many rows as there are items; a row that stays is not made anew, so nobody loses her place in it. */
function keepRows(list, count, makeRow) {
  while (list.children.length > count) list.lastChild.remove();
  while (list.children.length < count) list.append(makeRow());
}

/** Fill a list with lines for two voices. */
function fillLines(list, lines) {
  keepRows(list, lines.length, () => make("li", {}));
  lines.forEach(([shown, spoken], index) => twoVoices(list.children[index], shown, spoken));
}

/** Fill the readings: name, value and note of each. */
function fillReadings(list, readings) {
  keepRows(list, readings.length, () => make("div", {}, make("dt", {}), make("dd", {}, make("span", {}), make("small", {}))));
  list.style.setProperty("--columns", String(readings.length));
  readings.forEach(({ name, value, note }, index) => {
    const [term, said] = list.children[index].children;
    say(term, name);
    say(said.firstChild, value);
    say(said.lastChild, note);
  });
}

function renderBench({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words, send, tell, u } = frame;
  const joining = makeJoining(words, send, tell);
  const leads = makeLeads(words, send, tell, joining.focus);
  const views = makeViews(words.board, {
    mode: "join",
    boards: words.boards,
    announce: tell,
    onjoin: (start, end, colour) => send({ do: "join", start, end, colour, ...joining.kind() }),
    onwire: leads.focus,
    onswitch: (name) => send({ do: "switch", ...(name.startsWith("lamp") ? { lamp: Number(name.slice(4)) } : {}) }),
  });
  const tools = makeTools(words, frame);
  const switches = makeSwitches(words, send);
  const repairs = makeRepairs(words, send, tell, u, joining.focus);
  const hints = makeHints(words, send, tell, u);
  const setting = makeSetting(words, frame, joining.focus);
  const keeping = makeKeeping(words, send, tell);
  const result = makeResult(words);
  const check = button(words.check, () => send({ do: "check" }), { kind: "main", picture: "ok" });
  const watched = make("p", {});
  const watch = make("div", { class: "watch" }, icon("yet"), make("div", {}, make("b", {}, words.watch), watched));
  const reads = make("dl", { class: "reads" });
  const count = make("h3", {});
  const empty = make("p", { class: "muted" });
  const state = make("ul", { class: "state" });

  frame.bar.append(...tools.parts);
  frame.saybar.append(check);
  frame.widget.append(
    views.element, frame.saybar, frame.notice, watch, reads, switches.block, result.block,
    makeBlock(words.join_title, joining.form),
    repairs.block,
    make("div", { class: "block" }, count, empty, leads.list),
    hints.block,
    makeBlock(words.state_title, state),
    setting.fold, ...keeping.boxes, setting.again,
  );
  setting.again.append(frame.saved);

  const draw = (view) => {
    views.update(view.picture);
    joining.show(view);
    leads.update(view);
    tools.show(view);
    switches.show(view.switches);
    repairs.show(view);
    hints.show(view);
    setting.show(view);
    keeping.show(view);
    watch.hidden = !view.watch;
    if (view.watch) twoVoices(watched, view.watch.text, view.watch.spoken);
    fillReadings(reads, view.readings);
    say(count, view.count);
    say(empty, view.kit === "a" ? words.no_cables : words.no_wires);
    empty.hidden = view.wires.length > 0;
    check.hidden = !view.judged;
    fillLines(state, view.summary);
    result.show(view.check, (report) => {
      if (!report.wire) return [];
      const away = () => {
        joining.focus();
        send({ do: "remove", wire: Number(report.wire) });
      };
      return [button(words.remove_lead.replace("{n}", report.wire), away, { kind: "main" })];
    });
  };
  return frame.follow(draw, views.leave);
}

export default { render: renderBench };
