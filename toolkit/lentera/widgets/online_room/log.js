// The companions' log: one row in a form, kept only when it is saved; rows that can be deleted; whom to tell.
import { button, freshId, make, say } from "../shared/dom.js";
import { makeBlock, makeSelect } from "../shared/frame.js";
import { makeChips } from "../shared/decide.js";

function makeField(words, tag, attributes, help = "") {
  const id = freshId("catatan");
  const element = make(tag, { id, autocomplete: "off", "aria-describedby": help ? `${id}-bantuan` : undefined, ...attributes });
  const box = make("div", {}, make("label", { for: id }, words), element, help ? make("p", { class: "muted small", id: `${id}-bantuan` }, help) : null);
  return { box, element };
}

function makeVisits(words, frame, undo) {
  const list = make("ul", { class: "or-lines" });
  const none = make("p", { class: "muted" });
  const box = makeBlock(words.rows, none, list, make("div", { class: "rowx" }, undo));
  const show = (view) => {
    const held = list.contains(document.activeElement);
    const key = JSON.stringify(view.rows);
    if (list.dataset.key !== key) {
      list.dataset.key = key;
      list.replaceChildren(...view.rows.map((one, row) => {
        const away = button(words.remove, () => frame.send({ do: "remove", row }), { kind: "quiet" });
        away.setAttribute("aria-label", one.remove);
        return make("li", {}, make("span", {}, make("b", {}, one.name), make("span", { class: "muted small" }, one.when), make("span", {}, one.done), one.odd ? make("span", { class: "yet" }, one.odd) : null), away);
      }));
    }
    say(none, view.no_rows);
    none.hidden = !view.no_rows;
    list.hidden = !view.rows.length;
    undo.hidden = !view.undo;
    if (held && !list.contains(document.activeElement)) (view.undo ? undo : list.querySelector("button"))?.focus();
  };
  return { box, show };
}

/** Make the part with the companions' log. */
export function makeLog(words, frame) {
  const name = makeField(words.name, "input", { type: "text", maxlength: "60" });
  const day = makeSelect(words.day, []);
  const start = makeSelect(words.start, words.hours);
  const end = makeSelect(words.end, words.hours);
  const done = makeField(words.done, "textarea", { rows: "2", maxlength: words.longest });
  const odd = makeField(words.odd, "textarea", { rows: "2", maxlength: words.longest }, words.odd_help);
  let ticked = [];
  const told = makeChips(words.told, (value, on) => { ticked = on ? [...ticked, value] : ticked.filter((one) => one !== value); });
  told.offer(words.told_options);
  told.box.hidden = true;
  odd.element.addEventListener("input", () => { told.box.hidden = !odd.element.value.trim(); });
  let before = -1;
  let rows = 0;
  const save = button(words.save, () => {
    before = rows;
    frame.send({ do: "visit", name: name.element.value, day: day.select.value, start: start.select.value, end: end.select.value, done: done.element.value, odd: odd.element.value, told: ticked });
  }, { kind: "main" });
  const undo = button(words.undo, () => frame.send({ do: "undo" }), { picture: "undo" });
  const visits = makeVisits(words, frame, undo);
  const facts = () => make("ul", { class: "state" });
  const report = facts();
  const account = facts();
  const panel = make("div", {},
    make("div", { class: "block" }, make("p", { class: "or-lead" }, words.intro), make("p", { class: "muted" }, words.kept)),
    makeBlock(words.form,
      make("div", { class: "or-form" }, name.box, day.box, start.box, end.box),
      make("div", { class: "or-two or-texts" }, done.box, make("div", {}, odd.box, told.box)),
      make("div", { class: "rowx or-send" }, save)),
    visits.box,
    make("div", { class: "block or-two" },
      make("div", {}, make("h3", {}, words.report), make("p", {}, words.report_help), report),
      make("div", {}, make("h3", {}, words.account), make("p", {}, words.account_help), account)));
  const places = { name: name.element, day: day.select, time: start.select, done: done.element, odd: odd.element };
  const tell = (list, facts) => {
    const key = JSON.stringify(facts);
    if (list.dataset.key === key) return;
    list.dataset.key = key;
    list.replaceChildren(...facts.map((fact) => make("li", {}, fact)));
  };
  const show = (view, mine) => {
    day.offer(view.days);
    rows = view.rows.length;
    visits.show(view);
    tell(report, view.report);
    tell(account, view.account);
    for (const [field, element] of Object.entries(places)) {
      if (view.fault === field) element.setAttribute("aria-invalid", "true");
      else element.removeAttribute("aria-invalid");
    }
    if (!mine || before < 0) return;
    if (view.fault) places[view.fault].focus();
    else if (rows > before) {
      done.element.value = odd.element.value = start.select.value = end.select.value = "";
      ticked = [];
      told.show([]);
      told.box.hidden = true;
    }
    before = -1;
  };
  return { panel, show };
}
