// Twelve bars of light: filled where the lamp was lit, striped where care would have kept it lit, empty for clouds.
import { plain } from "../shared/dom.js";

const TALLEST = 160;
const SIGNS = { light: 0, lost: 1, dark: 2 };

/** Give the parts of a bar as [kind, start, length] on a scale of `room` for `TALLEST` hours; empty ones left out. */
export function barParts(bar, room) {
  let start = 0;
  return Object.keys(SIGNS)
    .map((kind) => {
      const part = [kind, start, (bar[kind] * room) / TALLEST];
      start += part[2];
      return part;
    })
    .filter((part) => part[2] > 0.05);
}

function hatch(id) {
  return `<defs><pattern id="${id}" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="9" height="9" fill="var(--yet-tint)"/><rect width="3.5" height="9" fill="var(--yet)"/></pattern></defs>`;
}

const FILLS = { light: () => "var(--lamp)", lost: (id) => `url(#${id})`, dark: () => "var(--board)" };

function legendMarkup(legend, id, places) {
  return Object.keys(SIGNS)
    .map((kind, index) => {
      const [x, y] = places[index];
      return `<rect class="oi" x="${x}" y="${y - 15}" width="20" height="18" fill="${FILLS[kind](id)}"/><text x="${x + 28}" y="${y}" font-size="17">${plain(legend[kind])}</text>`;
    })
    .join("");
}

/** Draw the bars side by side, for a wide screen. */
export function wideChart(bars, legend, id) {
  const [left, bottom, room, step, width] = [64, 266, 236, 68, 44];
  const lines = [0, 50, 100, 150]
    .map((hours) => {
      const y = bottom - (hours * room) / TALLEST;
      return `<path d="M${left - 10} ${y}H888" stroke="var(--board-dot)" stroke-width="1.5"/><text x="${left - 16}" y="${y + 6}" font-size="16" text-anchor="end">${hours}</text>`;
    })
    .join("");
  const columns = bars
    .map((bar, index) => {
      const x = left + 6 + index * step;
      const name = `<text x="${x + width / 2}" y="${bottom + 25}" font-size="17" text-anchor="middle">${plain(bar.short)}</text>`;
      if (!bar.lived) return `<rect x="${x}" y="${bottom - 16}" width="${width}" height="16" fill="none" stroke="var(--line)" stroke-width="2" stroke-dasharray="5 4"/>${name}`;
      const parts = barParts(bar, room);
      const drawn = parts.map(([kind, start, tall]) => `<rect class="oi" x="${x}" y="${(bottom - start - tall).toFixed(1)}" width="${width}" height="${tall.toFixed(1)}" fill="${FILLS[kind](id)}"/>`).join("");
      const top = bottom - parts.reduce((sum, part) => sum + part[2], 0);
      return `${drawn}<text x="${x + width / 2}" y="${(top - 8).toFixed(1)}" font-size="17" font-weight="600" text-anchor="middle">${plain(bar.value)}</text>${name}`;
    })
    .join("");
  return `${hatch(id)}${lines}${columns}${legendMarkup(legend, id, [[64, 332], [200, 332], [560, 332]])}`;
}

/** Draw the bars below each other, for a narrow screen and big letters. */
export function narrowChart(bars, legend, id) {
  const [left, step, room] = [56, 34, 240];
  const rows = bars
    .map((bar, index) => {
      const y = 8 + index * step;
      const name = `<text x="${left - 10}" y="${y + 19}" font-size="17" text-anchor="end">${plain(bar.short)}</text>`;
      if (!bar.lived) return `${name}<rect x="${left}" y="${y}" width="24" height="24" fill="none" stroke="var(--line)" stroke-width="2" stroke-dasharray="5 4"/>`;
      const parts = barParts(bar, room);
      const drawn = parts.map(([kind, start, wide]) => `<rect class="oi" x="${(left + start).toFixed(1)}" y="${y}" width="${wide.toFixed(1)}" height="24" fill="${FILLS[kind](id)}"/>`).join("");
      const end = left + parts.reduce((sum, part) => sum + part[2], 0);
      return `${name}${drawn}<text x="${(end + 8).toFixed(1)}" y="${y + 19}" font-size="17" font-weight="600">${plain(bar.value)}</text>`;
    })
    .join("");
  const low = 8 + bars.length * step + 24;
  return `${hatch(id)}${rows}${legendMarkup(legend, id, [[12, low], [12, low + 30], [12, low + 60]])}`;
}
