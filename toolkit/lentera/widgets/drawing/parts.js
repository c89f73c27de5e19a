// The parts of the lamp with battery and controller. Each function returns markup for one part in one state; nothing here knows electricity.
import { plain } from "../shared/dom.js";
import { drawScrew, drawSign } from "./ink.js";

const PANEL_SCREWS = drawSign(263, 142, "plus") + drawScrew(263, 161) + drawSign(263, 193, "minus") + drawScrew(263, 212);

/** Draw the panel on its feet; `box` is what its cables come out of. */
export function drawPanel(u, box = PANEL_SCREWS) {
  let cells = "";
  for (let row = 0; row < 9; row += 1) {
    for (let column = 0; column < 4; column += 1) {
      cells += `<rect x="${50 + column * 45.5}" y="${(76 + row * 27.33).toFixed(1)}" width="43.5" height="25.3" rx="3" fill="url(#${u}cell)"/>`;
    }
  }
  const buses = [64.2, 79.3, 109.7, 124.8, 155.2, 170.3, 200.7, 215.8].map((x) => `M${x} 75V321`).join("");
  return (
    '<path d="M74 330V360M194 330V360" stroke="var(--out)" stroke-width="12"/><path d="M74 330V358M194 330V358" stroke="var(--frame2)" stroke-width="7.5"/>' +
    '<path d="M54 361H214" stroke="var(--out)" stroke-width="7" stroke-linecap="round"/>' +
    '<rect x="236" y="124" width="52" height="120" rx="8" fill="var(--body2)" class="o"/><rect x="244" y="130" width="38" height="108" rx="5" fill="var(--body)"/>' +
    '<rect x="36" y="62" width="208" height="272" rx="6" fill="var(--frame)" class="o"/><rect x="45" y="71" width="190" height="254" rx="2" fill="var(--backsheet)" class="oi"/>' +
    `${cells}<path d="${buses}" stroke="var(--bus)" stroke-width="1.3"/><path d="M60 310L156 75H200L104 310Z" fill="#fff" opacity=".10"/>${box}`
  );
}

export const drawCloth = () =>
  '<path d="M30 52H246Q252 52 252 58V308q-12 16 -26 2q-16 18 -34 2q-18 18 -38 2q-18 16 -36 2q-20 18 -38 0q-16 14 -30 2L26 304V58Q26 52 30 52Z" fill="var(--cloth)" class="o"/>' +
  '<path d="M70 54q-12 110 0 252M128 54q14 120 -2 254M190 54q-12 120 4 252" fill="none" stroke="var(--cloth2)" stroke-width="3" stroke-linecap="round"/>' +
  '<path d="M32 72H246M32 84H246" stroke="var(--cloth3)" stroke-width="3.5" stroke-dasharray="10 7"/>';

export function drawController(names) {
  const pairs = [[388, 0], [480, 1], [572, 2]];
  let terminals = "";
  for (const [x, index] of pairs) {
    terminals +=
      `<text x="${x}" y="189" text-anchor="middle" font-size="16" font-weight="700" style="fill:var(--body-ink)">${plain(names[index])}</text>` +
      drawSign(x - 23, 205, "plus") + drawScrew(x - 23, 231) + drawSign(x + 23, 205, "minus") + drawScrew(x + 23, 231);
  }
  return (
    '<path d="M324 102h14v24h-14zM622 102h14v24h-14z" fill="var(--body2)" class="o"/><rect x="336" y="62" width="288" height="200" rx="14" fill="var(--body)" class="o"/>' +
    '<path d="M336 166H624V248a14 14 0 0 1 -14 14H350a14 14 0 0 1 -14 -14Z" fill="var(--body2)" class="o"/>' +
    `<path d="M434 174V254M526 174V254" stroke="var(--body-ink)" stroke-width="1.5" opacity=".5"/>${terminals}`
  );
}

/** Draw the controller's screen and its two lamps. */
export function drawScreen(controller, words) {
  const led = (y, on, text) =>
    `<circle cx="528" cy="${y}" r="7" fill="${on ? "var(--lamp)" : "transparent"}" stroke="var(--body-ink)" stroke-width="2"/>` +
    (on ? `<circle cx="528" cy="${y}" r="2.500" fill="var(--on-lamp)"/>` : "") +
    `<text x="543" y="${y + 6}" font-size="16" font-weight="600" style="fill:var(--body-ink)">${plain(text)}</text>`;
  let screen;
  if (controller.volts) {
    let bars = "";
    for (let bar = 0; bar < 4; bar += 1) {
      bars +=
        bar < controller.bars
          ? `<rect x="${366 + bar * 26}" y="137" width="22" height="6" rx="1" fill="var(--lcd-ink)"/>`
          : `<rect x="${366.75 + bar * 26}" y="137.75" width="20.5" height="4.5" rx="1" fill="none" stroke="var(--lcd-ink)" stroke-width="1.5"/>`;
    }
    screen =
      '<rect x="354" y="78" width="152" height="72" rx="7" fill="var(--lcd)" class="o"/>' +
      `<text x="466" y="128" text-anchor="end" font-size="40" font-weight="700" style="fill:var(--lcd-ink);font-variant-numeric:tabular-nums">${plain(controller.volts)}</text>` +
      `<text x="473" y="128" font-size="22" font-weight="700" style="fill:var(--lcd-ink)">V</text>${bars}`;
  } else {
    screen =
      '<rect x="354" y="78" width="152" height="72" rx="7" fill="var(--lcd-off)" class="o"/>' +
      '<path d="M418 116h24" stroke="var(--lcd-ink)" stroke-width="4" stroke-linecap="round" opacity=".75"/>';
  }
  return screen + led(90, controller.charging, words.led_charge) + led(120, controller.feeding, words.led_load);
}

export function drawBattery(title, size) {
  return (
    '<rect x="353" y="394" width="40" height="26" rx="5" fill="var(--plus)" class="o"/><rect x="483" y="394" width="40" height="26" rx="5" fill="var(--bat2)" class="o"/>' +
    '<rect x="338" y="412" width="200" height="92" rx="8" fill="var(--bat)" class="o"/><path d="M340 434H536" stroke="var(--bat2)" stroke-width="3"/>' +
    '<path d="M338 488H538V496a8 8 0 0 1 -8 8H346a8 8 0 0 1 -8 -8Z" fill="var(--bat2)"/><rect x="352" y="436" width="172" height="52" rx="5" fill="var(--batlabel)" class="oi"/>' +
    `<text x="438" y="457" text-anchor="middle" font-size="17" font-weight="700" style="fill:var(--batlabel-ink)">${plain(title)}</text>` +
    `<text x="438" y="478" text-anchor="middle" font-size="17" font-weight="600" style="fill:var(--batlabel-ink)">${plain(size)}</text>` +
    drawSign(372, 462, "plus", "--batlabel-ink") + drawSign(504, 462, "minus", "--batlabel-ink") +
    '<rect x="338" y="412" width="200" height="92" rx="8" fill="none" class="o"/>' + drawScrew(373, 390) + drawScrew(503, 390)
  );
}

/** Draw the fuse holder: its glass whole or with a broken thread, or two empty clips. */
export function drawFuse(state) {
  const holder = '<rect x="355" y="317" width="120" height="38" rx="19" fill="var(--plate2)" class="o"/>';
  const clips = (fill) => `<rect x="389" y="326" width="7" height="20" rx="2" fill="${fill}" class="oi"/><rect x="434" y="326" width="7" height="20" rx="2" fill="${fill}" class="oi"/>`;
  const screws = drawScrew(373, 336) + drawScrew(457, 336);
  if (state === "out") {
    // Two clips stand open over a dark bed, and nothing lies between them.
    return (
      `${holder}<rect x="387" y="328" width="56" height="16" rx="3" fill="var(--board)" class="oi"/>` +
      `<path d="M391 322v7q0 7 5 7q-5 0 -5 7v7M439 322v7q0 7 -5 7q5 0 5 7v7" fill="none" stroke="var(--out)" stroke-width="2.8" stroke-linecap="round" stroke-linejoin="round"/>${screws}`
    );
  }
  const blown = state === "blown";
  const thread = blown
    ? '<path d="M396 336q4 -4 12 -1M434 336q-4 4 -12 1" fill="none" stroke="var(--stop)" stroke-width="2.6" stroke-linecap="round"/><path d="M410 328l4 6l-5 3l5 7" fill="none" stroke="var(--stop)" stroke-width="2.2" stroke-linejoin="round" stroke-linecap="round"/>'
    : '<path d="M396 336q9.5 -7 19 0t19 0" fill="none" stroke="var(--out)" stroke-width="2.2"/>';
  return `${holder}<rect x="389" y="326" width="52" height="20" rx="4" fill="var(${blown ? "--stop-tint" : "--glass"})" class="oi"/>${clips("var(--frame2)")}${thread}${screws}`;
}

export function drawSwitch(on) {
  const pressed = on
    ? '<path d="M662 452H710V479a7 7 0 0 1 -7 7H669a7 7 0 0 1 -7 -7Z" fill="var(--plate)" class="oi"/>'
    : '<path d="M662 452V425a7 7 0 0 1 7 -7H703a7 7 0 0 1 7 7V452Z" fill="var(--plate)" class="oi"/>';
  const marks = on
    ? '<path d="M686 427v16" stroke="var(--out)" stroke-width="4" stroke-linecap="round"/><circle cx="686" cy="469" r="6.500" fill="none" stroke="var(--out)" stroke-width="2.5" opacity=".6"/>'
    : '<path d="M686 427v14" stroke="var(--out)" stroke-width="2.5" stroke-linecap="round" opacity=".6"/><circle cx="686" cy="469" r="7" fill="none" stroke="var(--out)" stroke-width="4"/>';
  return (
    '<rect x="630" y="382" width="36" height="30" rx="6" fill="var(--plate2)" class="o"/><rect x="706" y="382" width="36" height="30" rx="6" fill="var(--plate2)" class="o"/>' +
    '<rect x="624" y="400" width="124" height="104" rx="12" fill="var(--plate)" class="o"/><rect x="632" y="408" width="108" height="88" rx="8" fill="none" stroke="var(--out)" stroke-width="1.2" opacity=".45"/>' +
    `<rect x="662" y="418" width="48" height="68" rx="7" fill="var(--plate2)" class="o"/>${pressed}<rect x="662" y="418" width="48" height="68" rx="7" fill="none" class="o"/>${marks}` +
    drawScrew(648, 380) + drawScrew(724, 380)
  );
}

/** Draw one lamp; brightness 0 to 1 sets glow and rays, more than 1 sets long rays. */
export function drawLamp(u, centre, lamp, plusLeft) {
  const x = centre;
  const lit = lamp.brightness > 0.02;
  const strength = Math.min(1, 0.25 + 0.75 * lamp.brightness);
  let back = "";
  let glass;
  if (lit) {
    const long = lamp.brightness > 1.05 ? 8 : 0;
    let rays = "";
    for (const degrees of [210, 240, 270, 300, 330]) {
      const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
      rays += `M${(x + 55 * c).toFixed(1)} ${(120 + 55 * s).toFixed(1)}L${(x + (66 + long) * c).toFixed(1)} ${(120 + (66 + long) * s).toFixed(1)}`;
    }
    back =
      `<circle class="lamp-lit" cx="${x}" cy="120" r="108" fill="url(#${u}glow)" opacity="${strength.toFixed(2)}"/>` +
      `<path class="lamp-lit" d="${rays}" stroke="var(--lamp)" stroke-width="4.5" stroke-linecap="round" opacity="${Math.max(0.5, strength).toFixed(2)}"/>`;
    glass =
      `<path d="M${x - 27} 168C${x - 29} 156 ${x - 46} 146 ${x - 46} 120a46 46 0 0 1 92 0C${x + 46} 146 ${x + 29} 156 ${x + 27} 168Z" fill="var(--glass)" class="o"/>` +
      `<path class="lamp-lit" d="M${x - 27} 168C${x - 29} 156 ${x - 46} 146 ${x - 46} 120a46 46 0 0 1 92 0C${x + 46} 146 ${x + 29} 156 ${x + 27} 168Z" fill="url(#${u}lit)" class="o" opacity="${strength.toFixed(2)}"/>` +
      `<path d="M${x - 27} 168C${x - 29} 156 ${x - 46} 146 ${x - 46} 120a46 46 0 0 1 92 0C${x + 46} 146 ${x + 29} 156 ${x + 27} 168Z" fill="none" class="o"/>` +
      `<path d="M${x - 26} 112a28 28 0 0 1 18 -20" stroke="#fff" stroke-width="5" stroke-linecap="round" fill="none" opacity=".9"/>`;
  } else {
    const chip = (left) => `<rect x="${left}" y="134" width="10" height="10" rx="2" fill="none" stroke="var(--out)" stroke-width="1.5" opacity=".55"/>`;
    const dead = lamp.dead
      ? `<path d="M${x - 14} 100l7 11l-8 4l10 14M${x + 4} 88l5 10l-6 5" fill="none" stroke="var(--stop)" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/>`
      : "";
    glass =
      `<path d="M${x - 27} 168C${x - 29} 156 ${x - 46} 146 ${x - 46} 120a46 46 0 0 1 92 0C${x + 46} 146 ${x + 29} 156 ${x + 27} 168Z" fill="var(--glass)" class="o"/>` +
      `<path d="M${x - 26} 112a28 28 0 0 1 18 -20" stroke="var(--glass2)" stroke-width="5" stroke-linecap="round" fill="none"/>${chip(x - 19)}${chip(x - 5)}${chip(x + 9)}${dead}`;
  }
  const [left, right] = plusLeft ? ["plus", "minus"] : ["minus", "plus"];
  return (
    `${back}${glass}<path d="M${x - 29} 168H${x + 29}L${x + 22} 198H${x - 22}Z" fill="var(--plate)" class="o"/>` +
    `<path d="M${x - 15} 171l3 24M${x} 171v24M${x + 15} 171l-3 24" stroke="var(--out)" stroke-width="1.5" opacity=".6"/>` +
    `<rect x="${x - 56}" y="198" width="112" height="62" rx="10" fill="var(--body)" class="o"/>` +
    drawSign(x - 26, 213, left) + drawSign(x + 26, 213, right) + drawScrew(x - 26, 239) + drawScrew(x + 26, 239)
  );
}
