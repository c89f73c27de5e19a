// A table whose rows may end with a button; on a narrow screen each row becomes a card with its heads inside.
import { button, make, say } from "../shared/dom.js";

/**
 * Make a table; `numbers` are the columns that stand right, `act` what the button of a row does with its number.
 * Rows keep their elements, so that the focus stays where it is; the roles hold when the layout is no table's.
 */
export function makeActTable({ caption, head }, numbers, act = null) {
  const body = make("tbody", { role: "rowgroup" });
  const side = (index) => (numbers.includes(index) ? "n" : undefined);
  const heads = head.map((text, index) => make("th", { scope: "col", role: "columnheader", class: side(index) }, text));
  const table = make("table", { class: "mk-table", role: "table" }, make("caption", {}, caption), make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, ...heads)), body);
  const known = new Map();
  const makeRow = (row) => {
    const cells = row.cells.map((_text, index) => {
      const text = make("span", {});
      const cell = index
        ? make("td", { role: "cell", class: side(index) }, make("span", { class: "mk-head" }, head[index]), text)
        : make("th", { role: "rowheader", scope: "row" }, text);
      return { cell, text };
    });
    const line = make("tr", { role: "row" }, ...cells.map((one) => one.cell));
    if (act) {
      const press = button(row.button, () => act(row.number));
      press.words.append(make("span", { class: "sr" }, ` ${row.cells[0]}`));
      line.append(make("td", { role: "cell" }, press));
    }
    return { line, cells };
  };
  const show = (rows) => {
    for (const [number, one] of known) {
      if (rows.some((row) => row.number === number)) continue;
      one.line.remove();
      known.delete(number);
    }
    rows.forEach((row, index) => {
      if (!known.has(row.number)) known.set(row.number, makeRow(row));
      const one = known.get(row.number);
      if (body.children[index] !== one.line) body.insertBefore(one.line, body.children[index] || null);
      row.cells.forEach((text, at) => say(one.cells[at].text, text));
      if (row.open) one.line.setAttribute("aria-current", "true");
      else one.line.removeAttribute("aria-current");
    });
    table.hidden = !rows.length;
  };
  return { table, show };
}
