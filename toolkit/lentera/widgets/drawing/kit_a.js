// The table of the plug-in kit: panel, main box, two hubs, four hanging lamps, a phone. One lead is a whole cable.
import { drawSky, drawSocket } from "./ink.js";
import { keyLabels, drawKey, keyRows } from "./kit_b.js";
import { drawCloth, drawPanel } from "./parts.js";
import { drawBeam, drawBox, drawHangingLamp, drawHub, drawPhone } from "./parts_a.js";
import { makeLayout } from "./routes.js";

const LAMPS_A = [374, 512, 650, 788];
const HUBS_A = [474, 690];
const upward = [[0, -1, 60]];
const toRight = [[1, 0, 28]];

const hubPlaces = (hub) => {
  const x = HUBS_A[hub - 1];
  return { [`hub${hub}.in`]: [x + 24, 352], [`hub${hub}.1`]: [x + 62, 326], [`hub${hub}.2`]: [x + 110, 326], [`hub${hub}.3`]: [x + 158, 326] };
};
const hubExits = (hub) => ({ [`hub${hub}.in`]: [[-1, 0, 40]], [`hub${hub}.1`]: upward, [`hub${hub}.2`]: upward, [`hub${hub}.3`]: upward });

export const TABLE_A = makeLayout({
  size: [900, 520],
  places: {
    "panel.out": [263, 186],
    "box.in": [344, 374], "box.out1": [414, 354], "box.out2": [414, 402],
    ...hubPlaces(1), ...hubPlaces(2),
    ...Object.fromEntries(LAMPS_A.map((x, index) => [`lamp${index + 1}.in`, [x + 43, 85]])),
  },
  exits: {
    "panel.out": [[1, 0, 38]],
    "box.in": [[-1, 0, 44]], "box.out1": [[1, 0, 46]], "box.out2": [[1, 0, 46]],
    ...hubExits(1), ...hubExits(2),
    ...Object.fromEntries(LAMPS_A.map((x, index) => [`lamp${index + 1}.in`, toRight])),
  },
  bodies: [
    [20, 46, 258, 340], [230, 118, 294, 250], [48, 326, 220, 366], // panel, its box, its legs
    [306, 304, 452, 434], // main box
    ...HUBS_A.map((x) => [x - 6, 280, x + 188, 380]),
    ...LAMPS_A.map((x) => [x - 60, 62, x + 66, 250]),
    [308, 44, 892, 66], // beam
    [768, 378, 838, 506], // phone
  ],
  quiet: [[30, 412, 290, 450], [28, 20, 330, 50], [680, 434, 790, 462]],
  usual: {
    "panel.out box.in": [[263, 186], [300, 186], [300, 374], [344, 374]],
  },
  lanes: [[300, 460, 670, ...LAMPS_A.map((x) => x + 71)], [253, 268, 392]],
});

function sceneA(u, words, picture) {
  const key = keyRows(words, ["pair"]);
  return {
    parts: [
      ["balok", drawBeam()],
      ...picture.lamps.map((lamp, index) => [`lampu${index + 1}`, drawHangingLamp(u, LAMPS_A[index], lamp)]),
      ["panel", drawPanel(u, drawSocket(263, 186))],
      ["kain", picture.covered ? drawCloth() : ""],
      ["langit", drawSky(picture.sky, picture.sun_height, 206, 47)],
      ["kotak", drawBox(words.box)],
      ["cabang", drawHub(HUBS_A[0], words.hubs[0]) + drawHub(HUBS_A[1], words.hubs[1], true)],
      ["hp", drawPhone(HUBS_A[1] + 126)],
      ["kunci", drawKey(key, 44, 432)],
    ],
    labels: [
      { x: 36, y: 42, text: picture.panel_word, strong: true },
      { x: 240, y: 42, text: picture.sky_word },
      ...keyLabels(key, 44, 432),
      ...picture.lamps.flatMap((lamp, index) => [
        { x: LAMPS_A[index], y: 22, text: lamp.name, anchor: "middle", strong: true },
        ...(lamp.alarm ? [] : [{ x: LAMPS_A[index], y: 42, text: lamp.word, anchor: "middle" }]),
        ...(lamp.charging ? [{ x: LAMPS_A[index], y: 243, text: words.charging, anchor: "middle", size: 16 }] : []),
      ]),
      { x: HUBS_A[1] + 92, y: 452, text: words.usb, anchor: "end", strong: true },
    ],
    tags: [
      ...(picture.covered ? [{ x: 141, y: 178, text: words.covered, tone: "" }] : []),
      ...picture.lamps.flatMap((lamp, index) => (lamp.alarm ? [{ x: LAMPS_A[index], y: 26, text: lamp.word, tone: "stop" }] : [])),
    ],
  };
}

/** Give the direction from a socket to the handle of a probe on it [degrees, clockwise from the right]. */
const leanA = (terminal) => (terminal === "hub2.3" || terminal === "lamp4.in" ? 90 : 50);

export const KIT_A = {
  layout: TABLE_A,
  scene: sceneA,
  lean: leanA,
  rest: { red: [640, 430], black: [640, 472] },
  toggles: Object.fromEntries(LAMPS_A.map((x, index) => [`lamp${index + 1}`, [x - 74, 132, 44, 66]])),
};
