// The picture of the keyboard: drawn once, then only the asked and the pressed key change their dress.
import { freshId, make, plain } from "../shared/dom.js";

const UNIT = 60;
const GAP = 4;

/** Return the markup of one key. */
export function keyMarkup(key, marked) {
  const x = key.x * UNIT + GAP / 2;
  const y = key.y * UNIT + GAP / 2;
  const wide = key.w * UNIT - GAP;
  const tall = key.h * UNIT - GAP;
  const kind = key.label.length > 1 ? "ty-word" : "ty-letter";
  const bump = marked ? `<path class="ty-bump" d="M${x + wide / 2 - 9} ${y + tall - 9}h18"/>` : "";
  return `<g data-key="${plain(key.id)}"><rect x="${x}" y="${y}" width="${wide}" height="${tall}" rx="7"/><text class="${kind}" x="${x + wide / 2}" y="${y + tall / 2 + (kind === "ty-word" ? 5 : 8) - (marked ? 4 : 0)}" text-anchor="middle">${plain(key.label)}</text>${bump}</g>`;
}

/** Make the picture; `show` dresses the asked key, Shift where a capital is asked for, and the key pressed last. */
export function makeBoard(words) {
  const id = freshId("papan");
  const holder = make("div", { class: "ty-board" });
  const keys = words.keys.map((key) => keyMarkup(key, words.marked.includes(key.id))).join("");
  holder.innerHTML = `<svg viewBox="-6 -6 ${words.wide * UNIT + 12} ${words.tall * UNIT + 12}" role="img" aria-labelledby="${id}-j ${id}-u" focusable="false"><title id="${id}-j">${plain(words.board)}</title><desc id="${id}-u">${plain(words.board_text)}</desc><rect class="ty-base o" x="-4" y="-4" width="${words.wide * UNIT + 8}" height="${words.tall * UNIT + 8}" rx="12"/>${keys}</svg>`;
  const groups = new Map([...holder.querySelectorAll("g")].map((one) => [one.dataset.key, one]));
  const show = (asked, pressed) => {
    for (const [key, one] of groups) {
      const wanted = key === asked.key || (asked.shift && key.startsWith("shift"));
      const hit = pressed && key === pressed.key;
      one.setAttribute("class", [wanted ? "asked" : "", hit ? (pressed.ok ? "hit" : "off") : ""].join(" ").trim());
    }
  };
  return { holder, show };
}
