// The circuit diagram of the lamp with battery and controller. Every terminal stands where it stands in the picture,
// so that both drawings are read side by side.
import { drawSign, drawSky } from "./ink.js";
import { KIT_B, TABLE_B, drawKey, keyLabels, keyRows, lampNames } from "./kit_b.js";
import { makeLayout } from "./routes.js";
import { drawBatterySymbol, drawControllerSymbol, drawFuseSymbol, drawLampSymbol, drawPanelSymbol, drawRing, drawSwitchSymbol } from "./symbols.js";

const AT = { ...TABLE_B.places, "switch.a": [652, 380], "switch.b": [728, 380] };

export const DIAGRAM_B = makeLayout({
  ...TABLE_B,
  places: AT,
  bodies: [
    [70, 108, 272, 252], // panel
    [328, 58, 632, 244], // controller
    [365, 322, 465, 350], // fuse
    [362, 384, 514, 476], // battery
    [644, 358, 736, 390], // switch
    [650, 88, 754, 246], [780, 88, 884, 246], // lamps
  ],
  quiet: [[230, 356, 348, 410], [30, 412, 290, 486], [740, 372, 880, 426], [28, 20, 330, 50], [330, 20, 560, 50], [360, 476, 520, 512]],
  usual: {
    ...TABLE_B.usual,
    "controller.load_plus switch.a": [[549, 231], [549, 346], [652, 346], [652, 380]],
    "switch.b lamp1.plus": [[728, 380], [728, 239]],
  },
  lanes: [[298, 313], [284, 304, 320, 366]],
});

function lampWithLeads(u, x, lamp, plusLeft) {
  const [left, right] = plusLeft ? ["plus", "minus"] : ["minus", "plus"];
  return (
    `${drawLampSymbol(u, x, 140, 32, lamp)}<path d="M${x - 26} 159V231M${x + 26} 159V231" fill="none" stroke="var(--out)" stroke-width="2.5"/>` +
    drawSign(x - 12, 222, left, "--out") + drawSign(x + 12, 222, right, "--out") + drawRing(x - 26, 239) + drawRing(x + 26, 239)
  );
}

function diagramB(u, words, picture) {
  const [one, two] = picture.lamps;
  const key = keyRows(words, ["plus", "minus"]);
  const names = [lampNames(one, 702, two?.alarm ? 728 : 702, two?.alarm ? "end" : "middle"), ...(two ? [lampNames(two, 832)] : [])];
  const screws = ["pv_plus", "pv_minus", "battery_plus", "battery_minus", "load_plus", "load_minus"].map((name) => AT[`controller.${name}`][0]);
  const rings = (...ids) => ids.map((id) => drawRing(...AT[id])).join("");
  return {
    parts: [
      ["lampu1", lampWithLeads(u, 702, one, false)],
      ["lampu2", two ? lampWithLeads(u, 832, two, true) : ""],
      ["panel", drawPanelSymbol(160, [161, 212], picture.covered) + drawSign(240, 144, "plus", "--out") + drawSign(240, 229, "minus", "--out") + rings("panel.plus", "panel.minus")],
      ["langit", drawSky(picture.sky, picture.sun_height, 206, 47)],
      ["pengatur", drawControllerSymbol(screws, 231, picture.controller, words)],
      ["baterai", drawBatterySymbol(AT["battery.plus"], AT["battery.minus"], 54) + rings("battery.plus", "battery.minus")],
      ["sekering", drawFuseSymbol(AT["fuse.a"], AT["fuse.b"], picture.fuse) + rings("fuse.a", "fuse.b")],
      ["sakelar", drawSwitchSymbol(AT["switch.a"], AT["switch.b"], picture.switch_on) + rings("switch.a", "switch.b")],
      ["kunci", drawKey(key, 44, 432)],
    ],
    labels: [
      { x: 36, y: 42, text: picture.panel_word, strong: true },
      { x: 240, y: 42, text: picture.sky_word },
      { x: 336, y: 42, text: picture.controller.title, strong: true },
      { x: 346, y: 376, text: picture.fuse_word, anchor: "end", strong: true },
      { x: 438, y: 498, text: `${words.battery} ${picture.battery_word}`, anchor: "middle", strong: true },
      { x: 754, y: 386, text: words.switch, strong: true },
      { x: 754, y: 408, text: picture.switch_on ? words.on : words.off },
      ...keyLabels(key, 44, 432),
      ...names.flatMap((lamp) => lamp.labels),
    ],
    tags: [
      ...(picture.fuse === "blown" ? [{ x: 346, y: 383, text: words.blown, anchor: "end", tone: "stop" }] : []),
      ...(picture.covered ? [{ x: 160, y: 178, text: words.covered, tone: "" }] : []),
      ...names.flatMap((lamp) => lamp.tags),
    ],
  };
}

export const PLAN_B = { ...KIT_B, layout: DIAGRAM_B, scene: diagramB, thin: true, toggles: { switch: [668, 352, 44, 44] } };
