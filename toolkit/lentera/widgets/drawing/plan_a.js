// The plug diagram of the plug-in kit: what gives, what takes, and what is inside a lamp.
import { drawSky } from "./ink.js";
import { KIT_A, TABLE_A } from "./kit_a.js";
import { drawKey, keyRows } from "./kit_b.js";
import { makeLayout } from "./routes.js";
import { drawLampSymbol, drawNamedBox, drawPanelSymbol, drawRing, drawSwitchSymbol } from "./symbols.js";

const PLACES_A = TABLE_A.places;

export const DIAGRAM_A = makeLayout({
  ...TABLE_A,
  bodies: [[90, 108, 272, 252], ...TABLE_A.bodies.slice(3)],
  lanes: [[300, 460, 670, 445, 583, 721, 859], [253, 268, 392]],
});

/** Draw a lamp of the kit as a box: its socket charges a cell, a switch joins the cell and the lamp. */
function lampBox(u, x, lamp) {
  const box = `<rect x="${x - 56}" y="68" width="112" height="146" fill="var(--surface)" class="o"/>`;
  const loop = `<path d="M${x - 24} 130V112H${x}M${x + 30} 112H${x + 43}V93M${x - 24} 170V196H${x + 10}M${x + 22} 196H${x + 43}V112" fill="none" stroke="var(--out)" stroke-width="2.5"/>`;
  const cell = `<path d="M${x + 22} 182v28" stroke="var(--out)" stroke-width="2.5"/><path d="M${x + 10} 188v16" stroke="var(--out)" stroke-width="6"/>`;
  return `${box}${drawLampSymbol(u, x - 24, 150, 22, lamp)}${loop}${cell}${drawSwitchSymbol([x - 20, 112], [x + 43, 112], Boolean(lamp.on))}${drawRing(x + 43, 85)}`;
}

function diagramA(u, words, picture) {
  const key = keyRows(words, ["pair"]);
  const scene = KIT_A.scene(u, words, picture);
  const rings = (...ids) => ids.filter((id) => id in PLACES_A).map((id) => drawRing(...PLACES_A[id])).join("");
  const hub = (x, number) => drawNamedBox(x, 286, 182, 88, words.hubs[number - 1], [x + 110, 364]) + [1, 2, 3].map((socket) => `<text x="${x - 8 + socket * 48}" y="332" text-anchor="middle" font-size="16">${socket}</text>`).join("") + rings(`hub${number}.in`, `hub${number}.1`, `hub${number}.2`, `hub${number}.3`);
  return {
    parts: [
      ...picture.lamps.map((lamp, index) => [`lampu${index + 1}`, lampBox(u, PLACES_A[`lamp${index + 1}.in`][0] - 43, lamp)]),
      ["panel", drawPanelSymbol(160, [161, 212], picture.covered) + '<path d="M255 161V212" stroke="var(--out)" stroke-width="2.5"/>' + rings("panel.out")],
      ["langit", drawSky(picture.sky, picture.sun_height, 206, 47)],
      ["kotak", drawNamedBox(312, 310, 134, 118, words.box, [379, 333]) + '<text x="392" y="360" text-anchor="middle" font-size="16">1</text><text x="392" y="408" text-anchor="middle" font-size="16">2</text>' + rings("box.in", "box.out1", "box.out2")],
      ["cabang", hub(474, 1) + hub(690, 2)],
      ["hp", `<path d="M816 372v40" stroke="var(--out)" stroke-width="2.5"/>${drawNamedBox(792, 412, 48, 40, "5 V", [816, 438])}`],
      ["kunci", drawKey(key, 44, 432)],
    ],
    labels: scene.labels,
    tags: scene.tags,
  };
}

export const PLAN_A = { ...KIT_A, layout: DIAGRAM_A, scene: diagramA, thin: true, toggles: {} };
