// What each reading told, and what is known of a fault that was found.
import { make, plain } from "../shared/dom.js";

/** Draw the share of suspects that a reading shut out; the words beside it say the same. */
export function drawShare(share) {
  const wide = Math.round(Math.max(0, Math.min(1, share)) * 100);
  return `<svg viewBox="0 0 104 20" width="104" height="20" aria-hidden="true" focusable="false"><rect x="1" y="3" width="102" height="14" rx="4" fill="var(--surface)" stroke="var(--line)" stroke-width="2"/>${
    wide ? `<rect x="2" y="4" width="${plain(wide)}" height="12" rx="3" fill="var(--act)"/>` : ""
  }</svg>`;
}

/** Make the report of a checked case: `{ block, update(work) }`. */
export function makeTelling(words) {
  const table = make("table", { class: "told", role: "table" });
  const about = make("div", { class: "stack" });
  const block = make("div", { class: "block" }, table, about);
  const update = (work) => {
    const key = JSON.stringify([work.key, work.telling, work.found]);
    block.hidden = !work.telling.length && !work.found.length;
    if (block.dataset.key === key) return;
    block.dataset.key = key;
    table.hidden = !work.telling.length;
    const head = words.telling_head.map((text, index) => make("th", { scope: "col", role: "columnheader", class: index === 0 ? "n" : undefined }, text));
    table.replaceChildren(
      make("caption", {}, words.telling_title),
      make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, ...head)),
      make("tbody", { role: "rowgroup" }, ...work.telling.map((row) => tellRow(row))),
    );
    about.replaceChildren(...work.found.map((one) => makeAbout(words, one)));
  };
  return { block, update };
}

function tellRow(row) {
  const bar = document.createElement("template");
  bar.innerHTML = drawShare(row.share);
  const [number, what, result, told] = row.cells;
  const cell = (...inside) => make("td", { role: "cell" }, ...inside);
  // Roles are named because the narrow layout sets the cells below one another, and a browser then forgets the table.
  return make("tr", { role: "row" },
    make("th", { scope: "row", role: "rowheader", class: "n" }, number), cell(what), cell(result), cell(told),
    make("td", { role: "cell", class: "share" }, bar.content.firstChild, make("span", {}, row.percent)));
}

function makeAbout(words, one) {
  return make("div", {}, make("h3", {}, words.about.replace("{name}", one.name)),
    make("dl", { class: "about" }, ...one.rows.flatMap(([title, text]) => [make("dt", {}, title), make("dd", {}, text)])));
}
