// The link map: a picture and a table of the same links, what is not right first, and buttons that mend.
import { button, freshId, icon, make, say } from "../shared/dom.js";
import { fillTable, makeBlock, makeDoing, makeFrame, makeResult } from "../shared/frame.js";
import { drawMap } from "./drawing.js";

const SVG_SPACE = "http://www.w3.org/2000/svg";

/** Make the picture; pressing a sheet lists its links, as the buttons of the pages do. */
function makeMap(words, onpage) {
  const svg = document.createElementNS(SVG_SPACE, "svg");
  const name = freshId("peta");
  const parts = ["title", "desc"].map((tag) => {
    const part = document.createElementNS(SVG_SPACE, tag);
    part.id = `${name}-${tag}`;
    return part;
  });
  const ground = document.createElementNS(SVG_SPACE, "g");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-labelledby", parts[0].id);
  svg.setAttribute("aria-describedby", parts[1].id);
  svg.append(...parts, ground);
  svg.addEventListener("click", (event) => {
    const sheet = event.target.closest("[data-page]");
    if (sheet) onpage(sheet.getAttribute("data-page"));
  });
  const key = make("ul", { class: "lm-key", "aria-label": words.legend }, ...words.key.map((text, index) => {
    const sample = document.createElementNS(SVG_SPACE, "svg");
    sample.setAttribute("viewBox", "0 0 48 16");
    sample.setAttribute("aria-hidden", "true");
    sample.innerHTML = index
      ? '<path class="lm-line lm-broken" d="M2 8H38"/><path class="lm-stop" d="M44 2v12"/>'
      : '<path class="lm-line" d="M2 8H38"/><path class="lm-tip" d="M36 2L46 8 36 14z"/>';
    return make("li", {}, sample, make("span", {}, text));
  }));
  const box = make("div", { class: "lm-pic" }, svg, key);
  const show = (picture, chosen, pages) => {
    box.hidden = !picture;
    const state = JSON.stringify([picture, chosen]);
    if (!picture || svg.dataset.key === state) return;
    svg.dataset.key = state;
    say(parts[0], picture.title);
    say(parts[1], picture.desc);
    svg.setAttribute("viewBox", `0 0 ${picture.width} ${picture.height}`);
    const told = Object.fromEntries(pages.map((page) => [page.name, page.words]));
    ground.innerHTML = drawMap(picture, { chosen, missing: words.missing, words: told, ids: name });
    const broken = picture.lines.some((line) => !line.arrives);
    key.children[1].hidden = !broken;
  };
  return { box, show };
}

/** Make the buttons of the pages; each is kept, so that the focus stays. */
function makePages(words, onpage) {
  const list = make("ul", { class: "lm-pages", "aria-label": words.pages });
  const rows = [];
  const makeRow = () => {
    let page = "";
    const name = make("b", {});
    const told = make("span", { class: "lm-small" });
    const sign = make("span", { class: "lm-sign" });
    const press = make("button", { type: "button", class: "btn lm-page", onclick: () => onpage(page) }, sign, make("span", {}, name, make("span", { class: "sr" }, ": "), told));
    const item = make("li", {}, press);
    const show = (row, chosen) => {
      page = row.name;
      say(name, row.name);
      say(told, row.told);
      if (sign.dataset.whole !== String(row.whole)) {
        sign.dataset.whole = String(row.whole);
        sign.className = `lm-sign ${row.whole ? "ok" : "yet"}`;
        sign.replaceChildren(icon(row.whole ? "ok" : "yet"));
      }
      press.setAttribute("aria-pressed", String(chosen));
    };
    return { item, show, press };
  };
  const show = (pages, chosen) => {
    while (rows.length < pages.length) {
      rows.push(makeRow());
      list.append(rows[rows.length - 1].item);
    }
    while (rows.length > pages.length) rows.pop().item.remove();
    pages.forEach((row, index) => rows[index].show(row, row.name === chosen));
  };
  return { list, show, rows };
}

/** Make the list of what is not right yet: the sentence, the step, and where one press does it, the button. */
function makeFindings(send, after) {
  const list = make("ol", { class: "lm-findings" });
  const rows = [];
  const makeRow = (index) => {
    let act = null;
    const where = make("b", {});
    const says = make("p", {});
    const next = make("p", { class: "muted" });
    const press = button("", () => {
      if (!act) return;
      const { label, ...message } = act;
      after(index);
      send(message);
    }, { kind: "", picture: "next" });
    const item = make("li", {}, icon("yet"), make("div", {}, where, says, next), press);
    const show = (row) => {
      act = row.act;
      say(where, row.where);
      say(says, row.says);
      say(next, row.next);
      press.hidden = !row.act;
      if (row.act) say(press.words, row.act.label);
    };
    return { item, show, press };
  };
  const show = (found) => {
    while (rows.length < found.length) {
      rows.push(makeRow(rows.length));
      list.append(rows[rows.length - 1].item);
    }
    while (rows.length > found.length) rows.pop().item.remove();
    found.forEach((row, index) => rows[index].show(row));
    list.hidden = !found.length;
  };
  return { list, show, rows };
}

function renderLinkMap({ model, el }) {
  const frame = makeFrame({ model, el });
  const { words } = frame;
  let goTo = null;
  const open = (page) => frame.send({ do: "open", page });
  const map = makeMap(words, open);
  const pages = makePages(words, open);
  const findings = makeFindings(frame.send, (index) => { goTo = index; });
  const fine = make("p", { class: "lm-fine" });
  const fineRow = make("div", { class: "lm-done ok" }, icon("ok"), fine);
  const more = make("p", { class: "muted" });
  const table = make("table", {});
  const empty = make("p", { class: "muted" });
  let first = null;
  const start = button("", () => { goTo = 0; frame.send({ do: "make", page: first.page }); }, { kind: "main" });
  const menu = makeDoing(words.menu, () => frame.send({ do: "menu" }), frame.tell);
  const undo = button(words.undo, () => { goTo = 0; frame.send({ do: "undo" }); }, { picture: "undo" });
  const check = button(words.check, () => frame.send({ do: "check" }, { patience: 15000 }), { kind: "main", picture: "ok" });
  const result = makeResult(words);

  frame.bar.append(undo);
  frame.saybar.append(check);
  const yet = makeBlock(words.findings, findings.list, fineRow, more, make("div", { class: "rowx lm-menu" }, menu.element, menu.why));
  const rows = make("div", { class: "block" }, pages.list, table, empty);
  frame.widget.append(
    make("div", { class: "block" }, make("p", {}, words.intro), make("div", { class: "rowx lm-start" }, start)),
    map.box, frame.saybar, frame.notice, result.block, yet, rows, make("div", { class: "block" }, frame.saved));

  const draw = (view, mine) => {
    first = view.make_first;
    say(start.words, first.label);
    start.hidden = !view.first;
    start.parentElement.hidden = !view.first;
    map.show(view.picture, view.page, view.pages);
    const inFindings = findings.list.contains(document.activeElement);
    const onUndo = document.activeElement === undo;
    findings.show(view.findings);
    fineRow.hidden = !view.fine;
    say(fine, view.fine);
    say(more, view.more);
    more.hidden = !view.more;
    menu.show(view.menu);
    yet.hidden = view.first;
    pages.show(view.pages, view.page);
    rows.hidden = !view.table;
    if (view.table) fillTable(table, view.table);
    table.hidden = !view.table || !view.table.rows.length;
    say(empty, view.empty);
    empty.hidden = !view.empty;
    undo.hidden = !view.undo;
    result.show(view.check);
    if (!mine || goTo === null) return true;
    const at = goTo;
    goTo = null;
    const left = findings.rows.filter((row) => !row.press.hidden);
    if (inFindings || !document.activeElement || document.activeElement === document.body || (onUndo && undo.hidden)) {
      const next = left[Math.min(at, left.length - 1)];
      (next ? next.press : menu.element).focus();
    }
    return true;
  };
  return frame.follow(draw);
}

export default { render: renderLinkMap };
