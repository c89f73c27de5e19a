// The table of the lamp with battery and controller: where its parts stand, and how it looks in each state.
import { drawSky } from "./ink.js";
import { drawBattery, drawCloth, drawController, drawFuse, drawLamp, drawPanel, drawScreen, drawSwitch } from "./parts.js";
import { makeLayout } from "./routes.js";
import { drawBadge, drawWire } from "./wires.js";

const LAMP_ONE = 702;
const LAMP_TWO = 832;
const downward = (length) => [[0, 1, length]];

export const TABLE_B = makeLayout({
  size: [900, 520],
  places: {
    "panel.plus": [263, 161], "panel.minus": [263, 212],
    "controller.pv_plus": [365, 231], "controller.pv_minus": [411, 231],
    "controller.battery_plus": [457, 231], "controller.battery_minus": [503, 231],
    "controller.load_plus": [549, 231], "controller.load_minus": [595, 231],
    "fuse.a": [373, 336], "fuse.b": [457, 336],
    "battery.plus": [373, 390], "battery.minus": [503, 390],
    "switch.a": [648, 380], "switch.b": [724, 380],
    "lamp1.minus": [676, 239], "lamp1.plus": [728, 239],
    "lamp2.plus": [806, 239], "lamp2.minus": [858, 239],
  },
  exits: {
    "panel.plus": [[1, 0, 38]], "panel.minus": [[1, 0, 38]],
    "controller.pv_plus": downward(46), "controller.pv_minus": downward(46),
    "controller.battery_plus": downward(46), "controller.battery_minus": downward(46),
    "controller.load_plus": downward(46), "controller.load_minus": downward(46),
    "fuse.a": [[0, -1, 32], [0, 1, 28], [-1, 0, 30]], "fuse.b": [[0, -1, 32], [0, 1, 28], [1, 0, 30]],
    "battery.plus": [[0, -1, 26], [-1, 0, 48]], "battery.minus": [[0, -1, 26], [1, 0, 48]],
    "switch.a": [[0, -1, 30], [-1, 0, 38]], "switch.b": [[0, -1, 30], [1, 0, 38]],
    "lamp1.minus": downward(38), "lamp1.plus": downward(38), "lamp2.plus": downward(38), "lamp2.minus": downward(38),
  },
  bodies: [
    [20, 46, 258, 340], [230, 118, 294, 250], [48, 326, 220, 366], // panel, its box, its legs
    [322, 56, 638, 268], // controller
    [349, 311, 481, 361], // fuse
    [332, 388, 544, 510], // battery
    [618, 376, 754, 510], // switch
    [640, 44, 764, 266], [770, 44, 894, 266], // lamps
  ],
  quiet: [[230, 356, 348, 410], [30, 412, 290, 486], [758, 428, 860, 478], [28, 20, 330, 50], [330, 20, 560, 50]],
  usual: {
    "panel.plus controller.pv_plus": [[263, 161], [313, 161], [313, 284], [365, 284], [365, 231]],
    "panel.minus controller.pv_minus": [[263, 212], [298, 212], [298, 304], [411, 304], [411, 231]],
    "controller.load_minus lamp1.minus": [[595, 231], [595, 292], [676, 292], [676, 239]],
    "controller.load_plus switch.a": [[549, 231], [549, 346], [648, 346], [648, 380]],
    "lamp1.plus lamp2.plus": [[728, 239], [728, 284], [806, 284], [806, 239]],
    "lamp1.minus lamp2.minus": [[676, 239], [676, 320], [858, 320], [858, 239]],
    "switch.b lamp1.plus": [[726, 380], [726, 239]],
  },
  lanes: [[298, 313], [284, 304, 320, 366]],
});

/** Say what the key explains: [kind of wire, sign, words]. */
export function keyRows(words, kinds) {
  return kinds.map((kind) => [kind, { plus: "+", minus: "−", pair: "±" }[kind], words[`key_${kind}`]]);
}

/** Draw the key of wires from its first row down; the words are labels of the scene. */
export function drawKey(rows, x, y) {
  return rows
    .map(([kind, sign], row) => {
      const at = y + row * 38;
      return drawWire([[x, at], [x + 52, at]], { colour: kind, heat: "cool", mark: "" }) + drawBadge(x + 26, at, kind, sign);
    })
    .join("");
}

export const keyLabels = (rows, x, y) => rows.map(([, , text], row) => ({ x: x + 68, y: y + 6 + row * 38, text }));

/** Write a lamp's name and state over it; a state that alarms stands in a tag. */
export function lampNames(lamp, x, tagAt = x, anchor = "middle") {
  const name = { x, y: 24, text: lamp.name, anchor: "middle", strong: true };
  if (!lamp.alarm) return { labels: [name, { x, y: 45, text: lamp.word, anchor: "middle" }], tags: [] };
  return { labels: [name], tags: [{ x: tagAt, y: 28, text: lamp.word, anchor, tone: "stop" }] };
}

/** Draw the table: groups of markup from back to front, and what is written on it. */
function sceneB(u, words, picture) {
  const [one, two] = picture.lamps;
  const key = keyRows(words, ["plus", "minus"]);
  const names = [lampNames(one, LAMP_ONE, two?.alarm ? LAMP_ONE + 26 : LAMP_ONE, two?.alarm ? "end" : "middle"), ...(two ? [lampNames(two, LAMP_TWO)] : [])];
  return {
    parts: [
      ["lampu1", drawLamp(u, LAMP_ONE, one, false)],
      ["lampu2", two ? drawLamp(u, LAMP_TWO, two, true) : ""],
      ["panel", drawPanel(u)],
      ["kain", picture.covered ? drawCloth() : ""],
      ["langit", drawSky(picture.sky, picture.sun_height, 206, 47)],
      ["pengatur", drawController(words.controller_pairs)],
      ["layar", drawScreen(picture.controller, words)],
      ["baterai", drawBattery(words.battery, picture.battery_word)],
      ["sekering", drawFuse(picture.fuse)],
      ["sakelar", drawSwitch(picture.switch_on)],
      ["kunci", drawKey(key, 44, 432)],
    ],
    labels: [
      { x: 36, y: 42, text: picture.panel_word, strong: true },
      { x: 240, y: 42, text: picture.sky_word },
      { x: 336, y: 42, text: picture.controller.title, strong: true },
      { x: 346, y: 376, text: picture.fuse_word, anchor: "end", strong: true },
      { x: 768, y: 448, text: words.switch, strong: true },
      { x: 768, y: 470, text: picture.switch_on ? words.on : words.off },
      ...keyLabels(key, 44, 432),
      ...names.flatMap((one) => one.labels),
    ],
    tags: [
      ...(picture.fuse === "blown" ? [{ x: 346, y: 383, text: words.blown, anchor: "end", tone: "stop" }] : []),
      ...(picture.covered ? [{ x: 141, y: 178, text: words.covered, tone: "" }] : []),
      ...names.flatMap((one) => one.tags),
    ],
  };
}

/** Where a handle would lie on words: between sign and size of the battery there is room for one. */
const LEANS_B = { "battery.plus": 82, "battery.minus": 98, "switch.b": 90 };

/** Give the direction from a terminal to the handle of a probe on it [degrees, clockwise from the right]. */
const leanB = (terminal) => LEANS_B[terminal] || (terminal.startsWith("lamp") ? 90 : 50);

export const KIT_B = {
  layout: TABLE_B,
  scene: sceneB,
  lean: leanB,
  rest: { red: [756, 306], black: [756, 346] },
  toggles: { switch: [656, 412, 60, 80] },
};
