// The marks every drawing is made of: words, signs, screws, tags, the ground and the sky.
import { plain } from "../shared/dom.js";

export const drawScrew = (x, y) =>
  `<circle cx="${x}" cy="${y}" r="12" fill="var(--ter)" stroke="var(--out)" stroke-width="2.5"/>` +
  `<circle cx="${x}" cy="${y}" r="7" fill="var(--screw)" stroke="var(--screw2)" stroke-width="1.5"/>` +
  `<path d="M${x - 4} ${y + 3}L${x + 4} ${y - 3}" stroke="var(--screw2)" stroke-width="2.2" stroke-linecap="round"/>`;

/** Draw a socket with two holes for a plug of two wires. */
export const drawSocket = (x, y) =>
  `<circle cx="${x}" cy="${y}" r="13" fill="var(--ter)" stroke="var(--out)" stroke-width="2.5"/>` +
  `<circle cx="${x}" cy="${y}" r="8.5" fill="none" stroke="var(--screw2)" stroke-width="1.5"/>` +
  `<circle cx="${x - 3.6}" cy="${y}" r="2.2" fill="var(--out)"/><circle cx="${x + 3.6}" cy="${y}" r="2.2" fill="var(--out)"/>`;

export const drawSign = (x, y, kind, ink = "--body-ink") =>
  `<path d="M${x - 5.5} ${y}h11${kind === "plus" ? `M${x} ${y - 5.5}v11` : ""}" stroke="var(${ink})" stroke-width="3" stroke-linecap="round" fill="none"/>`;

export const drawText = (x, y, text, { anchor = "start", strong = false, size = 17, ink = "" } = {}) =>
  `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}"${strong ? ' font-weight="600"' : ""}${ink ? ` style="fill:var(${ink})"` : ""}>${plain(text)}</text>`;

/** Tell where a word stands, a little wider than in any font we know: [left, top, right, bottom]. */
export function textBox(x, y, text, { anchor = "start", strong = false, size = 17 } = {}) {
  const width = text.length * size * (strong ? 0.64 : 0.58);
  const left = anchor === "end" ? x - width : anchor === "middle" ? x - width / 2 : x;
  return [left, y - size * 0.95, left + width, y + size * 0.3];
}

export const meet = (a, b, gap = 0) => a[0] < b[2] + gap && b[0] < a[2] + gap && a[1] < b[3] + gap && b[1] < a[3] + gap;

const TAG_HEIGHT = 27;

/** Tell where a tag stands that is asked for at a place: [left, top, right, bottom]. */
export function tagBox(x, y, text, anchor = "middle", width = 900) {
  const wide = 18 + text.length * 10.2;
  const wanted = anchor === "end" ? x - wide : anchor === "start" ? x : x - wide / 2;
  const left = Math.max(6, Math.min(width - 6 - wide, wanted));
  return [left, y, left + wide, y + TAG_HEIGHT];
}

/** Draw a tag with an edge: a state that matters, in words. */
export function drawTag([left, top, right], text, tone = "stop") {
  const [fill, ink] = tone ? [`--${tone}-tint`, `--${tone}`] : ["--surface", "--ink"];
  const width = right - left;
  return (
    `<g transform="translate(${left.toFixed(1)} ${top.toFixed(1)})"><rect width="${width.toFixed(1)}" height="${TAG_HEIGHT}" rx="4" fill="var(${fill})" stroke="var(${ink})" stroke-width="2"/>` +
    `<text x="${(width / 2).toFixed(1)}" y="19.5" text-anchor="middle" font-size="17" font-weight="700" style="fill:var(${ink})">${plain(text)}</text></g>`
  );
}

export function drawGround(u, [width, height]) {
  return `<defs>
<radialGradient id="${u}glow"><stop offset=".25" stop-color="var(--glow)" stop-opacity="var(--glow-o)"/><stop offset="1" stop-color="var(--glow)" stop-opacity="0"/></radialGradient>
<radialGradient id="${u}lit" cx=".42" cy=".36" r=".75"><stop offset="0" stop-color="#fff"/><stop offset=".45" stop-color="var(--lit)"/><stop offset="1" stop-color="var(--lit2)"/></radialGradient>
<linearGradient id="${u}cell" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="var(--cell2)"/><stop offset="1" stop-color="var(--cell)"/></linearGradient>
<pattern id="${u}dot" width="20" height="20" patternUnits="userSpaceOnUse"><circle cx="10" cy="10" r="1.3" fill="var(--board-dot)"/></pattern>
</defs><rect width="${width}" height="${height}" fill="var(--board)"/><rect width="${width}" height="${height}" fill="url(#${u}dot)"/>`;
}

/** How far the sun climbs above its horizon in the drawing. */
const CLIMB = 22;

/** Draw the sky over a horizon 52 wide whose middle is x, y: sun by its height, cloud, rain, or moon and stars. */
export function drawSky(sky, height, x, y) {
  const horizon = `<path d="M${x - 26} ${y}h52" stroke="var(--out)" stroke-width="2.5" stroke-linecap="round"/>`;
  if (sky === "malam") {
    const star = (sx, sy) => `<path d="M${sx} ${sy - 5}v10M${sx - 5} ${sy}h10" stroke="var(--out)" stroke-width="2" stroke-linecap="round"/>`;
    return `${horizon}<path d="M${x + 3} ${y - 33}a13 13 0 1 0 8 19a11.500 11.500 0 0 1 -8 -19Z" fill="var(--lit)" class="o"/>${star(x - 21, y - 30)}${star(x + 20, y - 33)}`;
  }
  if (sky === "cerah") {
    const up = Math.max(0, Math.min(1, height)) * CLIMB;
    const at = y - 1 - up;
    let rays = "";
    for (let turn = 0; turn < 12; turn += 1) {
      const [c, s] = [Math.cos((turn * Math.PI) / 6), Math.sin((turn * Math.PI) / 6)];
      // Rays under the horizon are not seen.
      if (at + 18 * s > y - 2) continue;
      rays += `M${(x + 13.5 * c).toFixed(1)} ${(at + 13.5 * s).toFixed(1)}L${(x + 18 * c).toFixed(1)} ${(at + 18 * s).toFixed(1)}`;
    }
    const disc = up >= 9
      ? `<circle cx="${x}" cy="${at.toFixed(1)}" r="9" fill="var(--lamp)" class="o"/>`
      : sunrise(x, y - 1, up);
    return `${horizon}<path d="${rays}" stroke="var(--out)" stroke-width="2.5" stroke-linecap="round"/>${disc}`;
  }
  const cloud = `<path d="M${x - 17} ${y - 14}a8 8 0 0 1 1 -16a11 11 0 0 1 20 -2a9 9 0 0 1 8 18Z" fill="var(--plate2)" class="o"/>`;
  const drops = sky === "hujan" ? `<path d="M${x - 10} ${y - 10}l-3 6M${x} ${y - 10}l-3 6M${x + 10} ${y - 10}l-3 6" stroke="var(--out)" stroke-width="2.5" stroke-linecap="round"/>` : "";
  return `${horizon}${cloud}${drops}`;
}

/** Draw the part of a low sun that is over the horizon. */
function sunrise(x, y, up) {
  const half = Math.sqrt(81 - up * up);
  return `<path d="M${(x - half).toFixed(1)} ${y}A9 9 0 ${up > 0 ? 1 : 0} 1 ${(x + half).toFixed(1)} ${y}Z" fill="var(--lamp)" class="o"/>`;
}
