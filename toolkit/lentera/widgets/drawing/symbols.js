// Circuit symbols after IEC 60617, drawn by us: photovoltaic cell, battery, fuse, switch, lamp, and boxes with terminals.
import { plain } from "../shared/dom.js";
import { drawSign } from "./ink.js";

const stroke = (d, width = 2.5, more = "") => `<path d="${d}" fill="none" stroke="var(--out)" stroke-width="${width}"${more}/>`;

/** Draw a terminal: a small ring that a lead ends in. */
export const drawRing = (x, y) => `<circle cx="${x}" cy="${y}" r="8" fill="var(--ter)" stroke="var(--out)" stroke-width="2.5"/>`;

/** Draw a panel with two terminals at its right, at the heights given: a cell in a frame, and light that falls on it. */
export function drawPanelSymbol(x, [top, bottom], covered) {
  const middle = (top + bottom) / 2;
  const light = covered
    ? ""
    : stroke(`M${x - 84} ${middle - 62}l28 28m0 -11v11h-11M${x - 84} ${middle - 28}l28 28m0 -11v11h-11`, 2.5, ' stroke-linejoin="round" stroke-linecap="round"');
  const cloth = covered ? `<rect x="${x - 62}" y="${middle - 66}" width="124" height="132" rx="6" fill="var(--cloth)" class="o"/>${stroke(`M${x - 56} ${middle - 54}h112M${x - 56} ${middle - 42}h112`, 3, ' stroke-dasharray="10 7"')}` : "";
  return (
    `<rect x="${x - 50}" y="${middle - 56}" width="100" height="112" fill="var(--surface)" class="o"/>${light}` +
    `${stroke(`M${x + 50} ${top}H${x + 95}M${x + 50} ${bottom}H${x + 95}M${x + 50} ${top}H${x}V${middle - 6}M${x + 50} ${bottom}H${x}V${middle + 6}`)}` +
    `${stroke(`M${x - 24} ${middle - 6}h48`)}${stroke(`M${x - 13} ${middle + 6}h26`, 6)}${cloth}`
  );
}

/** Draw a battery between two terminals: cells side by side, the long thin plate is plus. */
export function drawBatterySymbol([x1, y], [x2], depth) {
  const middle = (x1 + x2) / 2;
  const at = y + depth;
  const cell = (left) => stroke(`M${left} ${at - 22}v44`) + stroke(`M${left + 12} ${at - 11}v22`, 7);
  return (
    `${stroke(`M${x1} ${y}V${at}H${middle - 32}M${middle + 32} ${at}H${x2}V${y}`)}${stroke(`M${middle - 20} ${at}H${middle + 20}`, 2.5, ' stroke-dasharray="5 4"')}` +
    `${cell(middle - 32)}${cell(middle + 20)}${drawSign(x1 + 16, y + 16, "plus", "--out")}${drawSign(x2 - 16, y + 16, "minus", "--out")}`
  );
}

/** Draw a fuse between two terminals: a box with its wire, whole, broken, or taken out. */
export function drawFuseSymbol([x1, y], [x2], state) {
  const middle = (x1 + x2) / 2;
  const box = `<rect x="${middle - 24}" y="${y - 11}" width="48" height="22" fill="var(${state === "blown" ? "--stop-tint" : "--surface"})" stroke="var(${state === "blown" ? "--stop" : "--out"})" stroke-width="2.5"${state === "out" ? ' stroke-dasharray="6 5"' : ""}/>`;
  if (state === "in") return box + stroke(`M${x1} ${y}H${x2}`);
  if (state === "out") return box + stroke(`M${x1} ${y}H${middle - 28}M${middle + 28} ${y}H${x2}`);
  return `${box}${stroke(`M${x1} ${y}H${middle - 9}M${middle + 9} ${y}H${x2}`)}<path d="M${middle - 6} ${y - 7}l12 14M${middle + 6} ${y - 7}l-12 14" stroke="var(--stop)" stroke-width="2.5"/>`;
}

/** Draw a switch between two terminals, its blade down (on) or lifted. */
export function drawSwitchSymbol([x1, y], [x2], on) {
  const [from, to] = [x1 + 20, x2 - 20];
  const blade = on ? `M${from} ${y}H${to}` : `M${from} ${y}L${to - 3} ${y - 20}`;
  return stroke(`M${x1} ${y}H${from}M${to} ${y}H${x2}`) + stroke(blade, 3.5, ' stroke-linecap="round"') + `<circle cx="${from}" cy="${y}" r="4" fill="var(--out)"/><circle cx="${to}" cy="${y}" r="4" fill="var(--out)"/>`;
}

/** Draw a lamp: a ring with a cross; a lit one is filled and has rays. */
export function drawLampSymbol(u, x, y, radius, lamp) {
  const lit = lamp.brightness > 0.02;
  const strength = Math.min(1, 0.25 + 0.75 * lamp.brightness);
  const reach = radius * 0.707;
  let rays = "";
  if (lit) {
    for (const degrees of [210, 240, 270, 300, 330]) {
      const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
      rays += `M${(x + (radius + 7) * c).toFixed(1)} ${(y + (radius + 7) * s).toFixed(1)}L${(x + (radius + 16) * c).toFixed(1)} ${(y + (radius + 16) * s).toFixed(1)}`;
    }
  }
  const glow = lit
    ? `<circle class="lamp-lit" cx="${x}" cy="${y}" r="${radius * 2.2}" fill="url(#${u}glow)" opacity="${strength.toFixed(2)}"/><path class="lamp-lit" d="${rays}" stroke="var(--lamp)" stroke-width="4" stroke-linecap="round" opacity="${Math.max(0.5, strength).toFixed(2)}"/>`
    : "";
  const dead = lamp.dead ? `<path d="M${x - 6} ${y - radius - 8}l6 8l-7 5" fill="none" stroke="var(--stop)" stroke-width="2.6" stroke-linejoin="round"/>` : "";
  return (
    `${glow}<circle cx="${x}" cy="${y}" r="${radius}" fill="var(--surface)" class="o"/>` +
    (lit ? `<circle class="lamp-lit" cx="${x}" cy="${y}" r="${radius - 1}" fill="var(--lit)" opacity="${strength.toFixed(2)}"/>` : "") +
    `<circle cx="${x}" cy="${y}" r="${radius}" fill="none" class="o"/>${stroke(`M${x - reach} ${y - reach}L${x + reach} ${y + reach}M${x + reach} ${y - reach}L${x - reach} ${y + reach}`)}${dead}`
  );
}

/** Draw a box with its name. */
export function drawNamedBox(x, y, width, height, name, at = [x + width / 2, y + 24]) {
  return (
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="var(--surface)" class="o"/>` +
    `<text x="${at[0]}" y="${at[1]}" text-anchor="middle" font-size="16" font-weight="600">${plain(name)}</text>`
  );
}

/** Draw the controller as a box with its six terminals, what its screen shows, and its two lights. */
export function drawControllerSymbol(xs, y, controller, words) {
  const pairs = [0, 1, 2].map((pair) => (xs[2 * pair] + xs[2 * pair + 1]) / 2);
  const light = (at, on, text) =>
    `<circle cx="520" cy="${at}" r="6.5" fill="${on ? "var(--lamp)" : "var(--surface)"}" stroke="var(--out)" stroke-width="2"/>${on ? `<circle cx="520" cy="${at}" r="2.2" fill="var(--on-lamp)"/>` : ""}<text x="534" y="${at + 6}" font-size="16">${plain(text)}</text>`;
  const shows = controller.volts ? `${controller.volts} V` : "–";
  return (
    `<rect x="336" y="66" width="288" height="${y - 66}" fill="var(--surface)" class="o"/><rect x="356" y="84" width="132" height="46" fill="none" class="oi"/>` +
    `<text x="422" y="116" text-anchor="middle" font-size="26" font-weight="700" style="font-variant-numeric:tabular-nums">${plain(shows)}</text>` +
    light(96, controller.charging, words.led_charge) + light(120, controller.feeding, words.led_load) +
    pairs.map((x, index) => `<text x="${x}" y="178" text-anchor="middle" font-size="16" font-weight="700">${plain(words.controller_pairs[index])}</text>`).join("") +
    xs.map((x, index) => drawSign(x, 204, index % 2 ? "minus" : "plus", "--out") + drawRing(x, y)).join("") +
    stroke(`M434 160V${y - 8}M526 160V${y - 8}`, 1.5, ' opacity=".5"')
  );
}
