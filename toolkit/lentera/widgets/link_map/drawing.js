// The picture of the link map: pages as sheets, links as arrows; a link that does not arrive is broken and says so.
import { plain } from "../shared/dom.js";

const LETTERS_IN_SHEET = 19;

/** Shorten a file name to what fits on a sheet. */
export function sheetName(name) {
  return name.length > LETTERS_IN_SHEET ? `${name.slice(0, LETTERS_IN_SHEET - 1)}…` : name;
}

/** Draw the picture as markup; `chosen` is the page whose links are listed. */
export function drawMap(picture, { chosen, missing, words, ids }) {
  const [width, height] = picture.sheet;
  const line = (one) => {
    const ends = `${one.both ? `marker-start="url(#${ids}-a)"` : ""} marker-end="url(#${ids}-${one.arrives ? "a" : "b"})"`;
    return `<path class="lm-line ${one.arrives ? "" : "lm-broken"}" d="${one.d}" ${ends}/>`;
  };
  const sheet = (one) => {
    const fold = 16;
    const { x, y } = one;
    const edge = `M${x} ${y}h${width - fold}l${fold} ${fold}v${height - fold}h${-width}z`;
    const middle = x + width / 2;
    const kind = `lm-sheet ${one.there ? "" : "lm-none"} ${one.name === chosen ? "lm-chosen" : ""}`;
    const second = one.there ? words[one.name] : missing;
    return `<g class="${kind}" ${one.there ? `data-page="${plain(one.name)}"` : ""}><path d="${edge}"/>`
      + (one.there ? `<path class="lm-fold" d="M${x + width - fold} ${y}v${fold}h${fold}"/>` : "")
      + `<text class="lm-name" x="${middle}" y="${y + 33}" text-anchor="middle">${plain(sheetName(one.name))}</text>`
      + `<text class="lm-told" x="${middle}" y="${y + 58}" text-anchor="middle">${plain(second)}</text></g>`;
  };
  const marker = (name, shape) => `<marker id="${ids}-${name}" viewBox="0 0 12 12" refX="11" refY="6" markerWidth="13" markerHeight="13" markerUnits="userSpaceOnUse" orient="auto-start-reverse">${shape}</marker>`;
  return `<defs>${marker("a", '<path class="lm-tip" d="M1 1L11 6 1 11z"/>')}${marker("b", '<path class="lm-stop" d="M6 1v10"/>')}</defs>`
    + picture.lines.map(line).join("") + picture.sheets.map(sheet).join("");
}
