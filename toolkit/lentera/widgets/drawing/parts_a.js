// The parts of the plug-in kit: boxes with sockets, lamps that hang and hold a cell of their own, a phone.
import { plain } from "../shared/dom.js";
import { drawSocket } from "./ink.js";

const cased = (x, y, width, height) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="12" fill="var(--body)" class="o"/>` +
  `<path d="M${x} ${y + height * 0.6}h${width}v${height * 0.4 - 12}a12 12 0 0 1 -12 12h${24 - width}a12 12 0 0 1 -12 -12Z" fill="var(--body2)" class="o"/>`;

const printed = (x, y, text, anchor = "middle", size = 16) =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}" font-size="${size}" font-weight="600" style="fill:var(--body-ink)">${plain(text)}</text>`;

/** Draw the arrow over a socket that takes power in. */
const drawArrow = (x, y) => `<path d="M${x} ${y}h24m-8 -6l8 6l-8 6" fill="none" stroke="var(--body-ink)" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/>`;

/** Draw the main box, where the panel's cable ends. */
export const drawBox = (name) =>
  `${cased(312, 310, 134, 118)}${printed(379, 333, name)}${drawArrow(330, 350)}${drawSocket(344, 374)}${drawSocket(414, 354)}${drawSocket(414, 402)}${printed(392, 360, "1")}${printed(392, 408, "2")}` +
  '<path d="M362 374h12M374 354v48M374 354h8M374 402h8" fill="none" stroke="var(--body-ink)" stroke-width="2.5" stroke-linecap="round" opacity=".7"/>';

/** Draw a hub at x: one socket takes, three give; a hub with a USB port has it at its lower edge. */
export function drawHub(x, name, usb = false) {
  const outs = [1, 2, 3].map((number, index) => drawSocket(x + 62 + index * 48, 326) + printed(x + 40 + index * 48, 332, String(number))).join("");
  const port = usb ? `<rect x="${x + 110}" y="366" width="32" height="14" rx="3" fill="var(--plate)" class="o"/><path d="M${x + 117} 373h18" stroke="var(--out)" stroke-width="3"/>` : "";
  return `${port}${cased(x, 286, 182, 88)}${outs}${drawArrow(x + 11, 308)}${drawSocket(x + 24, 352)}${printed(x + 110, 364, name)}`;
}

/** Draw the beam under the roof that the lamps hang from. */
export const drawBeam = () => '<rect x="314" y="50" width="572" height="11" rx="3" fill="var(--frame)" class="o"/>';

/** Draw a phone on the hub's USB port. */
export const drawPhone = (x) =>
  `<path d="M${x} 380v34" stroke="var(--casing)" stroke-width="9"/><path d="M${x} 380v34" stroke="var(--out)" stroke-width="5"/>` +
  `<rect x="${x - 24}" y="412" width="48" height="86" rx="8" fill="var(--body2)" class="o"/><rect x="${x - 18}" y="422" width="36" height="60" rx="3" fill="var(--lcd-off)" class="oi"/>` +
  `<circle cx="${x}" cy="490" r="3" fill="var(--body-ink)"/>`;

const BULB = (x) => `M${x - 24} 100C${x - 26} 110 ${x - 42} 120 ${x - 42} 146a42 42 0 0 0 84 0C${x + 42} 120 ${x + 26} 110 ${x + 24} 100Z`;

/** Draw the cell that a lamp has of its own, with an arrow into it while it charges. */
function drawCell(x, charging) {
  const arrow = charging ? `<path d="M${x - 15} 214h22m-8 -6.500l8 6.500l-8 6.500" fill="none" stroke="var(--out)" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>` : "";
  return `<rect x="${x - 25}" y="203" width="48" height="22" rx="4" fill="var(--surface)" class="o"/><rect x="${x + 23}" y="209" width="5" height="10" rx="1.5" fill="var(--out)"/>${arrow}`;
}

/** Draw a hanging lamp: hook, cap with its socket, glass, pull switch, and the charge of its cell. */
export function drawHangingLamp(u, x, lamp) {
  const lit = lamp.brightness > 0.02;
  const strength = Math.min(1, 0.25 + 0.75 * lamp.brightness);
  let back = "";
  let glass = `<path d="${BULB(x)}" fill="var(--glass)" class="o"/>`;
  if (lit) {
    let rays = "";
    for (const degrees of [25, 58, 90, 122, 155]) {
      const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
      const far = degrees === 90 ? 57 : 62;
      rays += `M${(x + 49 * c).toFixed(1)} ${(146 + 49 * s).toFixed(1)}L${(x + far * c).toFixed(1)} ${(146 + far * s).toFixed(1)}`;
    }
    back =
      `<circle class="lamp-lit" cx="${x}" cy="146" r="88" fill="url(#${u}glow)" opacity="${strength.toFixed(2)}"/>` +
      `<path class="lamp-lit" d="${rays}" stroke="var(--lamp)" stroke-width="4.5" stroke-linecap="round" opacity="${Math.max(0.5, strength).toFixed(2)}"/>`;
    glass +=
      `<path class="lamp-lit" d="${BULB(x)}" fill="url(#${u}lit)" opacity="${strength.toFixed(2)}"/><path d="${BULB(x)}" fill="none" class="o"/>` +
      `<path d="M${x - 27} 150a28 28 0 0 1 12 -25" stroke="#fff" stroke-width="5" stroke-linecap="round" fill="none" opacity=".9"/>`;
  } else {
    const chip = (left) => `<rect x="${left}" y="128" width="10" height="10" rx="2" fill="none" stroke="var(--out)" stroke-width="1.5" opacity=".55"/>`;
    glass += `<path d="M${x - 27} 150a28 28 0 0 1 12 -25" stroke="var(--glass2)" stroke-width="5" stroke-linecap="round" fill="none"/>${chip(x - 12)}${chip(x + 2)}`;
    if (lamp.dead) glass += `<path d="M${x - 10} 148l7 9l-8 4l9 12M${x + 8} 142l5 10l-6 5" fill="none" stroke="var(--stop)" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/>`;
  }
  const knob = lamp.on ? 186 : 160;
  return (
    `${back}<path d="M${x} 61v10" stroke="var(--out)" stroke-width="5"/>` +
    `<path d="M${x - 22} 92q-30 2 -30 18V${knob}" fill="none" stroke="var(--out)" stroke-width="2.5"/><circle cx="${x - 52}" cy="${knob + 5}" r="6.5" fill="var(--plate)" class="o"/>${glass}` +
    `<path d="M${x - 28} 70h56l-4 32h-48Z" fill="var(--plate)" class="o"/><rect x="${x + 24}" y="66" width="38" height="38" rx="8" fill="var(--body)" class="o"/>${drawSocket(x + 43, 85)}` +
    drawCell(x, lamp.charging)
  );
}
