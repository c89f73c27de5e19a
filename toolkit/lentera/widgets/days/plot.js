// Three plots above one axis: sun, battery, lamps. Markup only, in pixels of the room there is.
import { plain } from "../shared/dom.js";
import { areaPath, decimalsOf, fitNames, linePath, niceTicks, numberText, runsOf, spread, stackRows } from "./scales.js";

const LAMP_KINDS = ["", "on", "dim", "off"];
const SUN_TALL = 112;
const CHARGE_TALL = 150;
const BAND_TALL = 30;
const BARS_TALL = 104;

const textAt = (x, y, text, more = "") => (text === "" ? "" : `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}"${more ? ` ${more}` : ""}>${plain(text)}</text>`);
const ruleAt = (x1, y1, x2, y2, kind) => `<path class="${kind}" d="M${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}"/>`;
const blockAt = (x, y, wide, tall, kind, more = "") => `<rect class="${kind}" x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${Math.max(0, wide).toFixed(1)}" height="${Math.max(0, tall).toFixed(1)}"${more ? ` ${more}` : ""}/>`;

/** Give the hatches that tell dim and missing light apart without colour; `u` makes their names unlike any other's. */
export function hatches(u) {
  const hatch = (name, ground, line) =>
    `<pattern id="${u}-${name}" width="7" height="7" patternUnits="userSpaceOnUse"><rect class="${ground}" width="7" height="7"/><path class="hatch" d="${line}"/></pattern>`;
  return `<defs>${hatch("dim", "ground-dim", "M0 7L7 0")}${hatch("off", "ground-off", "M0 0L7 7M0 7L7 0")}</defs>`;
}

const fillOf = (kind, u) => (kind === "on" ? "" : `style="fill:url(#${u}-${kind})"`);

function gridOf(ticks, box, y, marks, size) {
  const decimals = decimalsOf(ticks);
  return ticks
    .map((one) => ruleAt(box.left, y(one), box.left + box.room, y(one), one ? "grid" : "base") + textAt(box.left - 8, y(one) + size * 0.35, numberText(one, marks, decimals), 'class="tick" text-anchor="end"'))
    .join("");
}

function sunPlot(plot, box, top, look) {
  const { marks, size } = look;
  const values = plot.sun.values;
  const bars = plot.span === "tahun";
  const ticks = niceTicks(Math.max(bars ? 2 : 1000, ...values), 4);
  const floor = top + SUN_TALL;
  const y = (value) => floor - (value / ticks[ticks.length - 1]) * SUN_TALL;
  let art = gridOf(ticks, box, y, marks, size);
  if (!bars) return art + `<path class="sun" d="${areaPath(values, box.left, box.room, y, floor)}"/>`;
  const slot = box.room / values.length;
  const told = slot * 0.8 > 3.1 * look.letter;
  values.forEach((value, index) => {
    art += blockAt(box.left + slot * (index + 0.1), y(value), slot * 0.8, floor - y(value), "sun");
    if (told) look.over.push(textAt(box.left + slot * (index + 0.5), y(value) + size * 1.15, numberText(value, marks, 1), 'class="on-light" text-anchor="middle"'));
  });
  return art;
}

function chargePlot(plot, box, top, look) {
  const { marks, size } = look;
  const y = (value) => top + CHARGE_TALL * (1 - value / 100);
  const { values, kept } = plot.charge;
  let art = gridOf([0, 50, 100], box, y, marks, size);
  plot.marks.forEach((one) => {
    const x = box.left + one.at * box.room;
    art += ruleAt(x, look.strip, x, y(one.charge), "lead");
  });
  if (kept) art += `<path class="kept" d="${linePath(kept, box.left, box.room, y)}"/>`;
  art += `<path class="casing" d="${linePath(values, box.left, box.room, y)}"/><path class="charge" d="${linePath(values, box.left, box.room, y)}"/>`;
  plot.marks.forEach((one) => {
    art += `<circle class="dot" cx="${(box.left + one.at * box.room).toFixed(1)}" cy="${y(one.charge).toFixed(1)}" r="4.5"/>`;
  });
  if (kept) {
    const [a, b] = spread(y(kept[kept.length - 1]), y(values[values.length - 1]), size * 1.3);
    const x = box.left + box.room + 8;
    art += textAt(x, a + size * 0.35, "A", 'class="letter"') + textAt(x, b + size * 0.35, "B", 'class="letter now"');
  }
  return art;
}

function lampBand(values, box, top, look) {
  let art = ruleAt(box.left, top + BAND_TALL, box.left + box.room, top + BAND_TALL, "base");
  for (const run of runsOf(values)) {
    const kind = LAMP_KINDS[run.value];
    if (!kind) continue;
    const x = box.left + (run.from / values.length) * box.room;
    const wide = ((run.to - run.from) / values.length) * box.room;
    art += blockAt(x, top, wide, BAND_TALL, `lamp ${kind}`, fillOf(kind, look.u));
    const name = look.words[`key_${kind}`];
    if (kind === "on" && wide > (name.length + 2) * look.letter) look.over.push(textAt(x + wide / 2, top + BAND_TALL / 2 + look.size * 0.35, name, 'class="on-light" text-anchor="middle"'));
  }
  return art;
}

function lampBars(plot, box, top, look) {
  const { values, kept } = plot.lamp;
  const sums = [...values, ...(kept || [])].map((parts) => parts.reduce((sum, one) => sum + one, 0));
  const ticks = niceTicks(Math.max(1, ...sums), 4);
  const floor = top + BARS_TALL;
  const tall = BARS_TALL / ticks[ticks.length - 1];
  const slot = box.room / values.length;
  let art = gridOf(ticks, box, (value) => floor - value * tall, look.marks, look.size);
  values.forEach((parts, index) => {
    let level = floor;
    parts.forEach((hours, kind) => {
      if (hours < 0.01) return;
      level -= hours * tall;
      const name = LAMP_KINDS[kind + 1];
      art += blockAt(box.left + slot * (index + 0.1), level, slot * 0.8, hours * tall, `lamp ${name}`, fillOf(name, look.u));
    });
    if (kept) {
      const y = floor - kept[index][0] * tall;
      art += ruleAt(box.left + slot * (index + 0.04), y, box.left + slot * (index + 0.96), y, "kept");
    }
  });
  return art;
}

/** Shade the nights, and name them where there is room. */
function nights(plot, box, top, bottom, look) {
  if (plot.span === "tahun") return "";
  const values = plot.sun.values;
  return runsOf(values.map((value) => value < 1))
    .filter((run) => run.value)
    .map((run) => {
      const x = box.left + (run.from / values.length) * box.room;
      const wide = ((run.to - run.from) / values.length) * box.room;
      if (wide > (look.words.night.length + 1) * look.letter) look.over.push(textAt(x + wide / 2, top + SUN_TALL - 10, look.words.night, 'class="tick night" text-anchor="middle"'));
      return blockAt(x, top, wide, bottom - top, "dusk");
    })
    .join("");
}

/**
 * Draw the plots. `look`: width and letter size in pixels, the marks of numbers, fixed words, and a name `u` that no
 * other picture has. Returns the markup below and above the reading line, its height, and where the axis lies.
 */
export function drawDays(plot, { width, size, marks, words, u }) {
  const letter = size * 0.62;
  const year = plot.span === "tahun";
  const kept = Boolean(plot.charge.kept);
  const left = Math.ceil((year ? 3.4 : 5.4) * letter + 8);
  const box = { left, room: Math.max(80, width - left - Math.max(kept ? 14 + letter * 1.6 : 0, letter * 2.6)) };
  const title = size * 2.25;
  const between = size * 2.9;
  const radius = size * 0.72;
  const rows = stackRows(plot.marks.map((one) => one.at * box.room), radius * 2 + 3);
  const strip = plot.marks.length ? (Math.max(...rows) + 1) * (radius * 2 + 4) + 4 : 0;
  const sunTop = title;
  const chargeTitle = sunTop + SUN_TALL + between;
  const chargeTop = chargeTitle + strip + (strip ? 8 : 0);
  const lampTop = chargeTop + CHARGE_TALL + between;
  const lampTall = year ? BARS_TALL : BAND_TALL * (kept ? 2 : 1) + (kept ? 8 : 0);
  const bottom = lampTop + lampTall;
  const height = Math.ceil(bottom + size * 1.9);
  const look = { size, letter, marks, words, u, strip: chargeTitle + strip, over: [] };
  let art = hatches(u) + nights(plot, box, sunTop, bottom, look);
  const names = fitNames(plot.ticks, box.room, letter);
  for (const one of plot.ticks) {
    const at = one.from ?? one.at;
    if (at > 0 && at < 1) art += ruleAt(box.left + at * box.room, sunTop, box.left + at * box.room, bottom, "grid");
  }
  const heading = (text, y) => look.over.push(textAt(Math.max(2, Math.min(box.left, width - text.length * letter * 1.1)), y - size * 0.75, text, 'class="heading"'));
  heading(plot.sun.title, sunTop);
  heading(plot.charge.title, chargeTitle);
  heading(plot.lamp.title, lampTop);
  art += sunPlot(plot, box, sunTop, look) + chargePlot(plot, box, chargeTop, look);
  plot.marks.forEach((one, index) => {
    const x = box.left + one.at * box.room;
    const y = chargeTitle + strip - radius - 2 - rows[index] * (radius * 2 + 4);
    look.over.push(`<circle class="ring" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius.toFixed(1)}"/>` + textAt(x, y + size * 0.31, String(index + 1), `class="count" text-anchor="middle" style="font-size:${(size * 0.86).toFixed(1)}px"`));
  });
  if (year) art += lampBars(plot, box, lampTop, look);
  else if (!kept) art += lampBand(plot.lamp.values, box, lampTop, look);
  else {
    art += textAt(box.left - 8, lampTop + BAND_TALL * 0.5 + size * 0.35, "A", 'class="letter" text-anchor="end"') + lampBand(plot.lamp.kept, box, lampTop, look);
    art += textAt(box.left - 8, lampTop + BAND_TALL * 1.5 + 8 + size * 0.35, "B", 'class="letter now" text-anchor="end"') + lampBand(plot.lamp.values, box, lampTop + BAND_TALL + 8, look);
  }
  for (const one of names) {
    const x = box.left + one.at * box.room;
    const half = (one.text.length * letter) / 2;
    art += textAt(Math.min(Math.max(x, half), width - half), bottom + size * 1.35, one.text, 'class="tick" text-anchor="middle"');
  }
  return { art, over: look.over.join(""), height, left: box.left, room: box.room, top: sunTop, bottom };
}
