// What every activity has: heading, live line, "Periksa", saved sentence, and the fields people fill in.
import { button, drawReport, freshId, make, makeLine, makeRoot, say, setAvailable, twoVoices } from "./dom.js";

/**
 * Make an activity's frame. `tell` says something that needs no answer from Python; `follow(draw)` draws each view,
 * keeps live line and saved sentence, and returns what anywidget calls when the view goes away.
 */
export function makeFrame({ model, el }) {
  const words = model.get("words");
  const root = makeRoot(el, model);
  const line = makeLine(model, words, root);
  const u = freshId("kegiatan");
  const status = make("span", { role: "status" });
  const tell = (shown, spoken = "") => twoVoices(status, shown, spoken, true);
  const bar = make("div", { class: "bar tools" }, make("h2", { id: `${u}-judul` }, words.title));
  const saybar = make("div", { class: "saybar" }, make("div", { class: "say" }, make("b", {}, words.last), status));
  const saved = make("p", { class: "muted" });
  const widget = make("section", { class: "widget", "aria-labelledby": `${u}-judul` }, bar);
  root.append(widget);

  const follow = (draw, leave = () => {}) => {
    let drawn = false;
    const update = () => {
      const view = model.get("view");
      if (!view || view.rev === undefined) return;
      const mine = line.answered(view.answers);
      if (mine && line.waits()) {
        // Her hand is ahead: drawing this would put a list or a number back under it. What comes next holds it all.
        twoVoices(status, view.live, view.live_spoken, drawn);
        return;
      }
      // What another screen of this activity did is shown here too; what she did herself is always said, unless
      // `draw` returns false for a gesture that is repeated with every letter.
      const again = draw(view, mine) ?? true;
      twoVoices(status, view.live, view.live_spoken, drawn && mine && again);
      say(saved, view.saved);
      drawn = true;
    };
    model.on("change:view", update);
    update();
    return () => {
      leave();
      model.off("change:view", update);
    };
  };
  return { words, root, widget, bar, saybar, saved, status, notice: line.notice, send: line.send, slide: line.slide, tell, follow, u };
}

/** Send something soon while somebody types, and at once when she leaves the field. */
export function makeLater(send) {
  let timer = null;
  const flush = () => {
    clearTimeout(timer);
    timer = null;
    send();
  };
  return {
    soon: () => {
      clearTimeout(timer);
      timer = setTimeout(flush, 400);
    },
    now: () => {
      if (timer !== null) flush();
    },
    flush,
  };
}

/** Make a part of an activity with its heading. */
export function makeBlock(title, ...children) {
  return make("div", { class: "block" }, title ? make("h3", {}, title) : null, ...children);
}

/** Make the rows of feedback in a block that is there only when there is something to say. */
export function makeResult(words) {
  const rows = make("div", {});
  const block = makeBlock(words.result, rows);
  block.hidden = true;
  return {
    block,
    show: (report, actions) => {
      drawReport(rows, report, words, actions);
      block.hidden = !report;
    },
  };
}

/** Make a labelled list to choose from; `options` are pairs of value and words. */
export function makeSelect(title, options, onchange = () => {}) {
  const id = freshId("pilih");
  const select = make("select", { id, onchange: () => onchange(select.value) });
  const box = make("div", {}, make("label", { for: id }, title), select);
  const offer = (pairs) => {
    const key = JSON.stringify(pairs);
    if (select.dataset.key === key) return;
    const kept = select.value;
    select.dataset.key = key;
    select.replaceChildren(...pairs.map(([value, text]) => make("option", { value }, text)));
    if (pairs.some(([value]) => value === kept)) select.value = kept;
  };
  offer(options);
  const show = (value) => {
    if (select.value !== value) select.value = value;
  };
  return { box, select, offer, show };
}

/** Make a group of radio buttons; `options` are pairs of value and words. */
export function makeRadios(title, options, onchange) {
  const name = freshId("pilihan");
  const radios = options.map(([value, text]) => {
    const radio = make("input", { type: "radio", name, value, onchange: () => onchange(value) });
    return { radio, box: make("label", { class: "pick" }, radio, make("span", {}, text)) };
  });
  const box = make("fieldset", {}, make("legend", {}, title), make("div", { class: "rowx" }, ...radios.map((one) => one.box)));
  const show = (value) => radios.forEach((one) => { one.radio.checked = one.radio.value === value; });
  return { box, radios, show };
}

/**
 * Make a slider with a number that is told in words. While it moves, the newest place is sent as soon as the one
 * before is answered, so it never falls behind the hand; `read` turns the number into words at once.
 */
export function makeSlider(title, { min, max, step }, read, onslide) {
  const id = freshId("geser");
  const range = make("input", { type: "range", id, min, max, step, oninput: () => { put(); onslide(Number(range.value)); } });
  // The slider tells its place itself; a live region beside it would say everything twice.
  const output = make("output", { for: id, "aria-hidden": "true" });
  const put = () => {
    const text = read(Number(range.value));
    range.setAttribute("aria-valuetext", text);
    say(output, text);
  };
  const show = (value) => {
    // While she holds it, it is where her hand is.
    if (range !== document.activeElement || !range.matches(":active")) range.value = String(value);
    put();
  };
  const box = make("div", { class: "slider" }, make("label", { for: id }, title), range, output);
  return { box, range, show };
}

/** Make real tabs: arrow keys move and choose, Tab goes on into the panel; `tabs` are {id, text, panel}. */
export function makeTabs(title, tabs, onchoose = () => {}) {
  const u = freshId("tab");
  const buttons = tabs.map((tab, index) => {
    const words = make("span", {}, tab.text);
    const one = make("button", {
      type: "button", role: "tab", id: `${u}-${tab.id}`, "aria-controls": `${u}-${tab.id}-isi`, tabindex: "-1",
      onclick: () => choose(tab.id, true),
      onkeydown: (event) => {
        const steps = { ArrowRight: 1, ArrowLeft: -1, Home: -index, End: tabs.length - 1 - index };
        if (!(event.key in steps)) return;
        event.preventDefault();
        const to = (index + steps[event.key] + tabs.length) % tabs.length;
        choose(tabs[to].id, true);
        buttons[to].focus();
      },
    }, words);
    one.words = words;
    tab.panel.id = `${u}-${tab.id}-isi`;
    tab.panel.setAttribute("role", "tabpanel");
    tab.panel.setAttribute("aria-labelledby", one.id);
    return one;
  });
  const choose = (id, told = false) => {
    tabs.forEach((tab, index) => {
      const chosen = tab.id === id;
      buttons[index].setAttribute("aria-selected", String(chosen));
      buttons[index].tabIndex = chosen ? 0 : -1;
      tab.panel.hidden = !chosen;
    });
    if (told) onchoose(id);
  };
  choose(tabs[0].id);
  return { list: make("div", { class: "tabs", role: "tablist", "aria-label": title }, ...buttons), buttons, choose };
}

/** Fill a table: caption, column heads, rows; the first cell of a row is its head, numbers stand right. */
export function fillTable(table, { caption, head, rows, numbers = [] }) {
  const key = JSON.stringify([caption, head, rows]);
  if (table.dataset.key === key) return;
  table.dataset.key = key;
  const side = (index) => (numbers.includes(index) ? "n" : undefined);
  table.replaceChildren(
    make("caption", {}, caption),
    make("thead", {}, make("tr", {}, ...head.map((text, index) => make("th", { scope: "col", class: side(index) }, text)))),
    make("tbody", {}, ...rows.map((row) => make("tr", {}, ...row.map((cell, index) => make(index ? "td" : "th", { scope: index ? undefined : "row", class: side(index) }, cell))))),
  );
}

/** Make a button with the place where it says why it cannot be pressed now. */
export function makeDoing(label, onclick, tell, how = {}) {
  const why = make("p", { id: freshId("sebab"), class: "muted", hidden: true });
  const element = button(label, onclick, { ...how, tell });
  const show = (doing, text) => {
    if (text !== undefined) say(element.words, text);
    setAvailable(element, doing.ok, doing.why, why.id);
    say(why, doing.ok ? "" : doing.why);
    why.hidden = doing.ok || !doing.why;
  };
  return { element, why, show };
}
