// The multimeter as it lies on the table. Markup only; what it shows and means comes from Python.
import { plain } from "../shared/dom.js";

/** As tall as a board, so that both leads go on at the same heights where the two pictures meet. */
export const METER_SIZE = [270, 520];

/** Where the dial stands in each mode [degrees from the top, clockwise]. */
export const METER_DIAL = { off: 0, volts: 58, amps: 122, continuity: 238, ohms: 302 };

/** The sockets from left to right. */
export const METER_SOCKETS = { ten_amp: [66, 404], milliamp: [115, 404], common: [164, 404], volt_ohm: [213, 404] };

/** Heights at which the leads leave the picture at its left edge: those of a board's probes. */
export const METER_LEAVES = { red: METER_SIZE[1] - 26, black: METER_SIZE[1] - 9 };

const METER_AXIS = [140, 238];

/** Give the point at a distance from the dial's axis in the direction of a mode. */
export function meterDialPoint(mode, far) {
  const turn = (METER_DIAL[mode] * Math.PI) / 180;
  return [METER_AXIS[0] + far * Math.sin(turn), METER_AXIS[1] - far * Math.cos(turn)];
}

const meterText = (x, y, text, size, { anchor = "middle", ink = "--body-ink", weight = 700 } = {}) =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" style="fill:var(${ink})">${plain(text)}</text>`;

/** Draw the sign of direct current: a line over a broken line. */
const meterDirect = (x, y, ink) => `<path d="M${x} ${y - 3}h17M${x} ${y + 4}h4M${x + 6.5} ${y + 4}h4M${x + 13} ${y + 4}h4" stroke="var(${ink})" stroke-width="2.2" fill="none"/>`;

/** Draw a sound that spreads. */
const meterSound = (x, y, ink) =>
  `<circle cx="${x}" cy="${y}" r="2.6" fill="var(${ink})"/><path d="M${x + 6} ${y - 5}a7 7 0 0 1 0 10M${x + 11} ${y - 9}a12.500 12.500 0 0 1 0 18" stroke="var(${ink})" stroke-width="2.4" fill="none" stroke-linecap="round"/>`;

const drawMeterLabel = (mode, words, chosen) => {
  const [x, y] = mode === "off" ? [METER_AXIS[0], METER_AXIS[1] - 62] : meterDialPoint(mode, 80);
  const ink = chosen ? "--on-lamp" : "--body-ink";
  const wide = mode === "off" ? 58 : 52;
  const pill = chosen ? `<rect x="${(x - wide / 2).toFixed(1)}" y="${(y - 15).toFixed(1)}" width="${wide}" height="30" rx="5" fill="var(--lamp)"/>` : "";
  const signs = {
    off: () => meterText(x, y + 6, words.short.off, 16, { ink }),
    volts: () => meterText(x - 11, y + 6, "V", 18, { ink }) + meterDirect(x + 1, y, ink),
    amps: () => meterText(x - 11, y + 6, "A", 18, { ink }) + meterDirect(x + 1, y, ink),
    ohms: () => meterText(x, y + 6, "Ω", 18, { ink }),
    continuity: () => meterSound(x - 7, y, ink),
  };
  return pill + signs[mode]();
};

const drawMeterDial = (view, words) => {
  const [x, y] = METER_AXIS;
  return (
    Object.keys(METER_DIAL).map((mode) => drawMeterLabel(mode, words, mode === view.mode)).join("") +
    `<circle cx="${x}" cy="${y}" r="43" fill="var(--body)" stroke="var(--body-ink)" stroke-width="2"/>` +
    `<g transform="rotate(${METER_DIAL[view.mode]} ${x} ${y})"><rect x="${x - 12}" y="${y - 38}" width="24" height="76" rx="12" fill="var(--body2)" stroke="var(--body-ink)" stroke-width="2"/>` +
    `<path d="M${x} ${y - 30}v20" stroke="var(--lamp)" stroke-width="5" stroke-linecap="round"/></g>`
  );
};

const drawMeterDisplay = (view) => {
  const on = view.mode !== "off";
  const glass = `<rect x="54" y="44" width="172" height="92" rx="7" fill="var(${on ? "--lcd" : "--lcd-off"})" class="o"/>`;
  if (!on) return glass;
  const direct = ["volts", "amps"].includes(view.mode) ? meterDirect(64, 58, "--lcd-ink") : "";
  const sound = view.mode === "continuity" && view.beep ? meterSound(68, 60, "--lcd-ink") : "";
  return (
    glass + direct + sound +
    meterText(view.unit ? 186 : 214, 112, view.text, 40, { anchor: "end", ink: "--lcd-ink" }).replace("style=\"", 'style="font-variant-numeric:tabular-nums;') +
    (view.unit ? meterText(191, 112, view.unit, 17, { anchor: "start", ink: "--lcd-ink" }) : "")
  );
};

const drawMeterSocket = ([x, y], name, wanted) =>
  meterText(x, y - 27, name, 16) +
  (wanted ? `<circle cx="${x}" cy="${y}" r="21" fill="none" stroke="var(--lamp)" stroke-width="3" stroke-dasharray="7 5"/>` : "") +
  `<circle cx="${x}" cy="${y}" r="15" fill="var(--ter)" stroke="var(--out)" stroke-width="2.5"/><circle cx="${x}" cy="${y}" r="7" fill="var(--out)"/>`;

/** Draw a plug in its socket and its lead to the left edge. */
const drawMeterPlug = (colour, [x, y]) => {
  const ink = colour === "red" ? "--plus" : "--minus";
  const out = METER_LEAVES[colour];
  const way = `M${x} ${y}V${out - 26}Q${x} ${out} ${x - 26} ${out}H-4`;
  const line = (stroke, wide, more = "") => `<path d="${way}" fill="none" stroke="var(${stroke})" stroke-width="${wide}"${more}/>`;
  return (
    line("--casing", 8.5) + line(ink, 5) + (colour === "red" ? "" : line("--stripe", 1.8, ' stroke-dasharray="8 7"')) +
    `<circle cx="${x}" cy="${y}" r="12" fill="var(${ink})" stroke="var(--casing)" stroke-width="2.5"/>` +
    `<path d="M${x - 5} ${y}h10${colour === "red" ? `M${x} ${y - 5}v10` : ""}" stroke="#fff" stroke-width="2.6" stroke-linecap="round"/>`
  );
};

const drawMeterTag = (text) => {
  const width = Math.min(206, 24 + text.length * 10);
  return (
    `<rect x="${METER_AXIS[0] - width / 2}" y="322" width="${width}" height="28" rx="4" fill="var(--stop-tint)" stroke="var(--stop)" stroke-width="2"/>` +
    meterText(METER_AXIS[0], 342, text, 16, { ink: "--stop" })
  );
};

/** Draw the whole meter; `view` is `view.meter`, `words` is `words.meter`. */
export function drawMeter(view, words) {
  const names = Object.fromEntries(words.sockets);
  const plugs = [["black", view.black_socket], ["red", view.red_socket]];
  return (
    '<path d="M14 156h12v112H14zM254 156h12v112h-12z" fill="var(--meter2)" class="o"/>' +
    '<rect x="20" y="10" width="240" height="458" rx="24" fill="var(--meter)" class="o"/><path d="M32 440Q34 456 50 456H230Q246 456 248 440" fill="none" stroke="var(--meter2)" stroke-width="4"/>' +
    '<rect x="36" y="26" width="208" height="418" rx="14" fill="var(--meterbody)" class="o"/>' +
    drawMeterDisplay(view) + drawMeterDial(view, words) +
    (view.blown.length ? drawMeterTag(words.blown) : view.beep ? meterText(METER_AXIS[0], 342, words.beeps, 16, { ink: "--body-ink" }) : "") +
    Object.entries(METER_SOCKETS).map(([socket, at]) => drawMeterSocket(at, names[socket], socket === view.wanted)).join("") +
    plugs.map(([colour, socket]) => drawMeterPlug(colour, METER_SOCKETS[socket])).join("")
  );
}

/** Draw where a pointer turns the dial or moves the red plug. */
export function drawMeterHits() {
  const dial = Object.keys(METER_DIAL).map((mode) => {
    const [x, y] = mode === "off" ? [METER_AXIS[0], METER_AXIS[1] - 62] : meterDialPoint(mode, 80);
    return `<circle class="hit" data-mode="${mode}" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="25"/>`;
  });
  const sockets = Object.entries(METER_SOCKETS).map(([socket, [x, y]]) => `<circle class="hit" data-socket="${socket}" cx="${x}" cy="${y}" r="24"/>`);
  return dial.join("") + sockets.join("");
}
