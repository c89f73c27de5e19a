// The bars of the calendar of care: lengths to scale, in both layouts.
import assert from "node:assert/strict";
import test from "node:test";
import { barParts, narrowChart, wideChart } from "../../toolkit/lentera/widgets/care/chart.js";

const legend = { light: "terang", lost: "hilang", dark: "gelap" };
const lived = { short: "Jan", lived: true, light: 80, lost: 40, dark: 20, value: "80" };
const open = { short: "Feb", lived: false };

test("the parts of a bar stand on each other and keep their share", () => {
  assert.deepEqual(barParts(lived, 160), [["light", 0, 80], ["lost", 80, 40], ["dark", 120, 20]]);
});

test("what is nothing is not drawn", () => {
  assert.deepEqual(barParts({ ...lived, lost: 0, dark: 0 }, 320), [["light", 0, 160]]);
});

test("both layouts draw each part of a lived month and a dashed frame for one to come", () => {
  for (const chart of [wideChart, narrowChart]) {
    const drawn = chart([lived, open], legend, "arsir-1");
    assert.equal((drawn.match(/stroke-dasharray/g) || []).length, 1);
    // three parts of the bar and three signs of the legend
    assert.equal((drawn.match(/class="oi"/g) || []).length, 6);
    assert.ok(drawn.includes('fill="url(#arsir-1)"'));
    assert.ok(drawn.includes(">80<"));
  }
});

test("words are text, never markup", () => {
  assert.ok(wideChart([{ ...lived, value: "<b>" }], legend, "a").includes("&lt;b&gt;"));
});
