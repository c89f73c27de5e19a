// What a drawing is made of, without a browser: markup, marks of warmth, zoom.
import assert from "node:assert/strict";
import test from "node:test";
import { markupOf } from "../../toolkit/lentera/widgets/drawing/canvas.js";
import { drawSky, meet, tagBox, textBox } from "../../toolkit/lentera/widgets/drawing/ink.js";
import { KIT_A } from "../../toolkit/lentera/widgets/drawing/kit_a.js";
import { KIT_B } from "../../toolkit/lentera/widgets/drawing/kit_b.js";
import { drawProbe, drawProbeLead } from "../../toolkit/lentera/widgets/drawing/probes.js";
import { drawBadge, drawWire, placeTags } from "../../toolkit/lentera/widgets/drawing/wires.js";
import { fitView } from "../../toolkit/lentera/widgets/drawing/zoom.js";
import { PICTURE_A, PICTURE_B, WORDS, flaw } from "./drawings.js";

const STRAIGHT = [[100, 100], [300, 100]];

test("every scene is whole markup", () => {
  for (const [kit, picture] of [[KIT_B, PICTURE_B], [KIT_A, PICTURE_A]]) {
    const scene = kit.scene("u", WORDS, picture);
    for (const [group, markup] of scene.parts) assert.equal(flaw(markup), "", group);
    for (const [group, markup] of Object.entries(markupOf(kit, scene, picture.wires, new Map(), new Map()))) assert.equal(flaw(markup), "", group);
  }
});

test("words in a picture cannot become markup", () => {
  const evil = '<script>"&';
  const picture = { ...PICTURE_B, panel_word: evil, fuse_word: evil, wires: PICTURE_B.wires.map((wire) => ({ ...wire, number: evil, mark: evil, tone: "stop" })), lamps: PICTURE_B.lamps.map((lamp) => ({ ...lamp, name: evil })) };
  const scene = KIT_B.scene("u", { ...WORDS, battery: evil, led_load: evil }, picture);
  const all = [...scene.parts.map(([, markup]) => markup), ...Object.values(markupOf(KIT_B, scene, picture.wires, new Map(), new Map()))].join("");
  assert.ok(!all.includes("<script>"));
  assert.ok(all.includes("&lt;script&gt;"));
  assert.equal(flaw(all), "");
});

test("only what changed is written anew: another hour leaves the parts as they are", () => {
  const parts = (picture) => new Map(KIT_B.scene("u", WORDS, picture).parts);
  const [before, after] = [parts(PICTURE_B), parts({ ...PICTURE_B, sun_height: 0.2 })];
  assert.deepEqual([...before.keys()].filter((group) => before.get(group) !== after.get(group)), ["langit"]);
});

test("warmth has a shape of its own at each step", () => {
  const halo = (heat) => drawWire(STRAIGHT, { colour: "plus", heat, mark: heat }).match(/class="halo"[^>]*>/)?.[0] || "";
  const halos = ["warm", "hot", "softening", "melting"].map(halo);
  const width = (markup) => Number(markup.match(/stroke-width="(\d+)"/)[1]);
  assert.equal(halo("cool").includes("data-heat"), false);
  assert.deepEqual(halos.map(width), halos.map(width).toSorted((a, b) => a - b));
  assert.equal(new Set(halos.map(width)).size, 4);
  assert.equal(halos[0].includes("dasharray"), false);
  for (const hatched of halos.slice(1)) assert.ok(hatched.includes("dasharray"));
});

test("a lead to change has a plain halo, and a quiet lead none", () => {
  assert.ok(drawWire(STRAIGHT, { colour: "plus", heat: "cool", mark: "belum tepat" }).includes("var(--yet)"));
  assert.ok(!drawWire(STRAIGHT, { colour: "plus", heat: "cool", mark: "" }).includes("halo"));
});

test("plus, minus and a cable with both differ without colour", () => {
  const wire = (colour) => drawWire(STRAIGHT, { colour, heat: "cool", mark: "" });
  assert.ok(!wire("plus").includes("--stripe"));
  assert.ok(wire("minus").includes("--stripe"));
  assert.ok(wire("pair").includes("--stripe") && wire("pair").includes("--plus"));
  assert.ok(drawBadge(0, 0, "plus", "1").includes("<circle"));
  assert.ok(drawBadge(0, 0, "minus", "1").includes('rx="3"'));
  assert.ok(drawBadge(0, 0, "pair", "1").includes('rx="13"'));
});

test("the end of a loose lead stays away from its socket", () => {
  const loose = drawWire(STRAIGHT, { colour: "plus", heat: "cool", mark: "", open: true });
  assert.ok(loose.includes("L276 100") && !loose.includes("L300 100"));
});

test("the word of a hot lead covers no number, socket, or other word", () => {
  const wires = [1, 2, 3].map((id) => ({ id: String(id), mark: "meleleh" }));
  const badges = new Map([["1", [400, 300]], ["2", [470, 300]], ["3", [430, 330]]]);
  const words = [textBox(300, 310, "Sekering 5 A")];
  const boxes = [...placeTags(wires, badges, words, KIT_B.layout).values()];
  assert.ok(boxes.length > 0);
  boxes.forEach((box, index) => {
    for (const [x, y] of badges.values()) assert.ok(!meet(box, [x - 14, y - 14, x + 14, y + 14]));
    for (const other of [...boxes.slice(0, index), ...words]) assert.ok(!meet(box, other));
    for (const [x, y] of Object.values(KIT_B.layout.places)) assert.ok(!meet(box, [x - 10, y - 10, x + 10, y + 10]));
  });
});

test("a word at the edge is moved into the drawing", () => {
  const [left, , right] = tagBox(895, 10, "meleleh", "middle");
  assert.ok(left > 800 && right <= 894);
  assert.equal(tagBox(2, 10, "meleleh", "end")[0], 6);
});

test("each sky has its own drawing, and a low sun is cut by the horizon", () => {
  const skies = ["cerah", "mendung", "hujan", "malam"].map((sky) => drawSky(sky, 0.8, 100, 50));
  assert.equal(new Set(skies).size, 4);
  assert.ok(drawSky("cerah", 1, 100, 50).includes("<circle"));
  assert.ok(!drawSky("cerah", 0, 100, 50).includes("<circle"));
  for (const height of [0, 0.3, 0.7, 1]) assert.equal(flaw(drawSky("cerah", height, 100, 50)), "");
});

test("an enlarged view stays inside the drawing", () => {
  assert.deepEqual(fitView([900, 520], 1, [10, 10]), [0, 0, 900, 520]);
  assert.deepEqual(fitView([900, 520], 2, [450, 260]), [225, 130, 450, 260]);
  assert.deepEqual(fitView([900, 520], 2, [0, 0]), [0, 0, 450, 260]);
  assert.deepEqual(fitView([900, 520], 2, [5000, 5000]), [450, 260, 450, 260]);
});

test("the handle of a probe lies away from its tip, and its lead leaves at the right edge", () => {
  for (const terminal of Object.keys(KIT_B.layout.places)) {
    const at = KIT_B.layout.places[terminal];
    for (const colour of ["red", "black"]) {
      const tip = { colour, at, lean: KIT_B.lean(terminal) };
      assert.equal(flaw(drawProbe(tip)), "");
      const lead = drawProbeLead(tip, KIT_B.layout.size);
      assert.equal(flaw(lead), "");
      assert.match(lead, / 900\.0 \d+\.0"/);
      const heights = [...lead.matchAll(/\d+\.\d (\d+\.\d)/g)].map((found) => Number(found[1]));
      assert.ok(Math.max(...heights) <= KIT_B.layout.size[1], `the lead from ${terminal} leaves the drawing`);
    }
  }
});
