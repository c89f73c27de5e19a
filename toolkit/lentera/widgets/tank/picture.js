// The tank: water as high as the volts, a pipe as thick as the cable, a stream as wide as the amperes, a wheel.
import { drawText } from "../drawing/ink.js";
import { TANK_SCALE, TANK_SIZE, arrowsOf, levelOf, pipeOf, streamOf } from "./geometry.js";

const PIPE_Y = 222;
const GROUND = 396;
const WATER = "var(--cell2)";
const GAUGE_X = 526;

const waves = (left, right, top, bottom) => {
  let lines = "";
  for (let y = top + 14; y < bottom - 4; y += 20) lines += `M${left + 8} ${y.toFixed(1)}H${right - 8}`;
  return `<path d="${lines}" stroke="var(--bus)" stroke-width="1.5" stroke-dasharray="16 12" opacity=".8" fill="none"/>`;
};

const surface = (left, right, y) => {
  let line = `M${left} ${y.toFixed(1)}`;
  for (let x = left; x < right; x += 20) line += "q5 -5 10 0t10 0";
  return `<path d="${line}" fill="none" stroke="var(--bus)" stroke-width="3"/>`;
};

function scaleMarks() {
  let marks = "";
  for (let volts = TANK_SCALE.low; volts <= TANK_SCALE.high; volts += 1) {
    const y = levelOf(volts);
    marks += `<path d="M58 ${y}h14" stroke="var(--out)" stroke-width="2.5"/>${drawText(52, y + 6, `${volts} V`, { anchor: "end" })}`;
  }
  return marks;
}

function stand() {
  // The legs are cut: the tank stands as high as ten volts, and only the top of the scale is drawn large.
  const leg = (x) => `<path d="M${x} 276V318l-9 7l18 9l-9 7V${GROUND}" fill="none" stroke="var(--out)" stroke-width="9" stroke-linejoin="round"/><path d="M${x} 276V318l-9 7l18 9l-9 7V${GROUND - 2}" fill="none" stroke="var(--frame2)" stroke-width="4" stroke-linejoin="round"/>`;
  return `${leg(104)}${leg(208)}<path d="M18 ${GROUND}H882" stroke="var(--out)" stroke-width="4" stroke-linecap="round"/>${drawText(52, GROUND - 8, "0 V", { anchor: "end" })}`;
}

function tank(level) {
  return (
    `<rect x="82" y="56" width="148" height="220" rx="14" fill="var(--glass)" class="o"/>` +
    `<path d="M84 ${level.toFixed(1)}H228V262a12 12 0 0 1 -12 12H96a12 12 0 0 1 -12 -12Z" fill="${WATER}"/>${waves(84, 228, level, 272)}${surface(86, 226, level)}` +
    '<rect x="82" y="56" width="148" height="220" rx="14" fill="none" class="o"/><path d="M74 56h164l-12 -18H86Z" fill="var(--body)" class="o"/><rect x="134" y="26" width="44" height="13" rx="4" fill="var(--body2)" class="o"/>' +
    '<path d="M96 76v180" stroke="#fff" stroke-width="5" stroke-linecap="round" opacity=".35"/>'
  );
}

function pipe(cable, amps) {
  const width = pipeOf(cable);
  const half = width / 2;
  const count = arrowsOf(amps);
  const size = Math.min(9, half - 3);
  let arrows = "";
  for (let n = 0; n < count; n += 1) {
    const x = 262 + ((n + 0.5) * 240) / count;
    arrows += `M${(x - size / 2).toFixed(1)} ${PIPE_Y - size}l${size} ${size}l${-size} ${size}`;
  }
  return (
    `<rect x="230" y="${PIPE_Y - half}" width="340" height="${width}" fill="${WATER}" class="o"/><path d="M240 ${PIPE_Y - half + 4}H560" stroke="var(--bus)" stroke-width="1.5" opacity=".7"/>` +
    `<path d="${arrows}" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/><rect x="226" y="${PIPE_Y - 27}" width="14" height="54" rx="4" fill="var(--frame)" class="o"/>`
  );
}

function gauge(cable, level) {
  const top = PIPE_Y - pipeOf(cable) / 2;
  return (
    `<path d="M${GAUGE_X - 11} ${top}V50h22V${top}" fill="var(--glass)" class="o"/><rect x="${GAUGE_X - 9.5}" y="${level.toFixed(1)}" width="19" height="${(top - level + 4).toFixed(1)}" fill="${WATER}"/>` +
    `<path d="M${GAUGE_X - 10} ${level.toFixed(1)}h20" stroke="var(--bus)" stroke-width="3"/>`
  );
}

function valve(open) {
  const handle = open ? `<path d="M588 ${PIPE_Y - 30}V${PIPE_Y - 46}" stroke="var(--out)" stroke-width="7" stroke-linecap="round"/><path d="M588 ${PIPE_Y - 32}V${PIPE_Y - 45}" stroke="var(--frame)" stroke-width="2.5" stroke-linecap="round"/>` : `<path d="M566 ${PIPE_Y - 36}H610" stroke="var(--out)" stroke-width="9" stroke-linecap="round"/><path d="M567 ${PIPE_Y - 36}H609" stroke="var(--frame)" stroke-width="4" stroke-linecap="round"/>`;
  return (
    `<path d="M606 ${PIPE_Y - 20}H640a26 26 0 0 1 26 26V${PIPE_Y + 40}H626V${PIPE_Y + 20}H606Z" fill="var(--frame)" class="o"/>` +
    `<path d="M588 ${PIPE_Y - 22}V${PIPE_Y - 36}" stroke="var(--out)" stroke-width="9"/>${handle}<rect x="566" y="${PIPE_Y - 27}" width="44" height="54" rx="8" fill="var(--frame2)" class="o"/>`
  );
}

function stream(amps) {
  const width = streamOf(amps);
  if (!width) return "";
  const left = 646 - width / 2;
  return `<rect x="${left.toFixed(1)}" y="${PIPE_Y + 40}" width="${width.toFixed(1)}" height="${GROUND - PIPE_Y - 44}" fill="${WATER}" class="oi"/><path d="M${646} ${PIPE_Y + 46}V${GROUND - 8}" stroke="var(--bus)" stroke-width="2" stroke-dasharray="12 10"/>`;
}

function wheel() {
  const [x, y, r] = [694, 332, 50];
  let paddles = "";
  for (let turn = 0; turn < 8; turn += 1) {
    const angle = (turn * Math.PI) / 4 + 0.2;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    paddles += `M${(x + 10 * c).toFixed(1)} ${(y + 10 * s).toFixed(1)}L${(x + r * c).toFixed(1)} ${(y + r * s).toFixed(1)}`;
  }
  return (
    `<path d="M${x} ${y}L${x - 24} ${GROUND}M${x} ${y}L${x + 24} ${GROUND}" stroke="var(--out)" stroke-width="6" stroke-linecap="round"/>` +
    `<circle cx="${x}" cy="${y}" r="38" fill="none" stroke="var(--out)" stroke-width="7"/><circle cx="${x}" cy="${y}" r="38" fill="none" stroke="var(--plate2)" stroke-width="2.5"/>` +
    `<path d="${paddles}" stroke="var(--out)" stroke-width="10" stroke-linecap="round"/><path d="${paddles}" stroke="var(--plate2)" stroke-width="5" stroke-linecap="round"/><circle cx="${x}" cy="${y}" r="11" fill="var(--body)" class="o"/>`
  );
}

/** Return the inside of the picture: `picture` holds the words, `numbers` the volts and amperes. */
export function drawTank({ numbers, picture, cable }, words) {
  const [width, height] = TANK_SIZE;
  const [full, end] = [levelOf(numbers.battery), levelOf(numbers.load)];
  // Low water stands as low as the valve's handle; its number stays above that.
  const said = Math.min(end - 2, PIPE_Y - 62);
  const big = (x, y, text) => drawText(x, y, text, { strong: true, size: 27 });
  return (
    `<rect width="${width}" height="${height}" fill="var(--board)"/>${stand()}${scaleMarks()}${tank(full)}${gauge(cable, end)}${pipe(cable, numbers.amps)}` +
    `<path d="M230 ${full.toFixed(1)}H${GAUGE_X - 12}" stroke="var(--out)" stroke-width="2.5" stroke-dasharray="9 7"/>` +
    `${stream(numbers.amps)}${wheel()}${valve(numbers.amps > 0)}` +
    big(250, full - 12, picture.source) + drawText(250, full + 24, words.height) +
    big(550, said, picture.volts) + drawText(676, said, words.at_load) +
    drawText(250, 276, picture.cable) + drawText(612, 292, picture.load, { anchor: "end" }) +
    big(690, 236, picture.amps) + drawText(690, 259, `${words.flow}: ${picture.flow}`) +
    big(762, 332, picture.watts) + drawText(762, 355, picture.wheel)
  );
}
