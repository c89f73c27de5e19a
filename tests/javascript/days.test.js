// The plots of days without a page: ticks, runs, room for labels, and what is drawn.
import assert from "node:assert/strict";
import test from "node:test";
import { areaPath, decimalsOf, fitNames, linePath, nearest, niceTicks, numberText, runsOf, spread, stackRows } from "../../toolkit/lentera/widgets/days/scales.js";
import { drawDays } from "../../toolkit/lentera/widgets/days/plot.js";

const MARKS = { decimal: ",", group: "." };
const WORDS = { night: "malam", key_on: "menyala", key_dim: "redup", key_off: "mati" };

test("ticks are even numbers that reach the top", () => {
  assert.deepEqual(niceTicks(1000, 4), [0, 500, 1000]);
  assert.deepEqual(niceTicks(5.6, 4), [0, 2, 4, 6]);
  assert.deepEqual(niceTicks(0.5, 4), [0, 0.2, 0.4, 0.6]);
  assert.deepEqual(niceTicks(12, 3), [0, 5, 10, 15]);
  for (let top = 0.3; top < 4000; top *= 1.37) {
    const ticks = niceTicks(top, 4);
    assert.ok(ticks.length <= 6 && ticks[ticks.length - 1] >= top * (1 - 1e-9), String(top));
  }
});

test("numbers have a decimal comma and dots between thousands", () => {
  assert.equal(numberText(1000, MARKS), "1.000");
  assert.equal(numberText(1234567.8, MARKS, 1), "1.234.567,8");
  assert.equal(numberText(-0.4, MARKS, 1), "−0,4");
  assert.equal(numberText(500, { decimal: ".", group: "," }), "500");
  assert.equal(decimalsOf([0, 2, 4]), 0);
  assert.equal(decimalsOf([0, 0.2, 0.4]), 1);
});

test("equal values become runs that cover everything once", () => {
  assert.deepEqual(runsOf([0, 0, 1, 3, 3]), [{ value: 0, from: 0, to: 2 }, { value: 1, from: 2, to: 3 }, { value: 3, from: 3, to: 5 }]);
  assert.deepEqual(runsOf([]), []);
});

test("numbered marks that stand close go to a row of their own", () => {
  assert.deepEqual(stackRows([10, 100, 190], 30), [0, 0, 0]);
  assert.deepEqual(stackRows([10, 20, 30, 45], 30), [0, 1, 2, 0]);
});

test("names of the axis grow shorter and fewer as the room does", () => {
  const names = ["Januari", "Februari", "Maret", "April"].map((text, index) => ({ at: (index + 0.5) / 4, text, short: text[0] }));
  const texts = (room) => fitNames(names, room, 10).map((one) => one.text);
  assert.deepEqual(texts(400), ["Januari", "Februari", "Maret", "April"]);
  assert.deepEqual(texts(100), ["J", "F", "M", "A"]);
  assert.deepEqual(texts(45), ["J", "", "M", ""]);
  assert.equal(texts(5)[0], "J");
});

test("letters at the ends of two lines never cover each other", () => {
  assert.deepEqual(spread(10, 100, 20), [10, 100]);
  const [a, b] = spread(50, 52, 20);
  assert.equal(b - a, 20);
  const [c, d] = spread(52, 50, 20);
  assert.equal(c - d, 20);
});

test("a line goes through the middle of each value, an area closes on its floor", () => {
  const y = (value) => 100 - value;
  assert.equal(linePath([0, 50], 0, 100, y), "M25 100L75 50");
  assert.equal(areaPath([0, 0, 0, 0], 0, 100, y, 100), "");
  const two = areaPath([0, 40, 0, 0, 60, 0], 0, 60, y, 100);
  assert.equal(two.match(/Z/g).length, 2);
  assert.ok(two.startsWith("M5 100"));
});

test("the place nearest to the pointer is read", () => {
  const places = [0, 0.25, 0.5].map((at) => ({ at }));
  assert.equal(nearest(places, 0.3), 1);
  assert.equal(nearest(places, 7), 2);
  assert.equal(nearest(places, -1), 0);
});

const DAY = {
  span: "hari",
  sun: { title: "Matahari", values: [0, 0, 600, 900, 500, 0, 0, 0] },
  charge: { title: "Baterai", values: [60, 60, 70, 90, 95, 90, 70, 50], kept: null },
  lamp: { title: "Lampu", values: [0, 0, 0, 0, 0, 0, 1, 3], kept: null },
  marks: [{ at: 0.5, charge: 95 }, { at: 0.52, charge: 94 }],
  ticks: [0, 6, 12, 18, 24].map((hour) => ({ at: hour / 24, text: `${hour}.00`, short: String(hour) })),
};
const draw = (plot, width = 600) => drawDays(plot, { width, size: 16, marks: MARKS, words: WORDS, u: "u" });

test("lit, dim and dark stretches differ in more than colour", () => {
  const { art, over } = draw({ ...DAY, lamp: { ...DAY.lamp, values: [0, 1, 1, 2, 2, 3, 3, 0] } });
  assert.match(art, /class="lamp on"/);
  assert.match(art, /class="lamp dim"[^>]*url\(#u-dim\)/);
  assert.match(art, /class="lamp off"[^>]*url\(#u-off\)/);
  assert.match(over, />menyala</);
});

test("every mark has its number, and close ones stand apart", () => {
  const { over } = draw(DAY);
  const rings = [...over.matchAll(/class="ring" cx="([\d.]+)" cy="([\d.]+)"/g)].map((found) => [Number(found[1]), Number(found[2])]);
  assert.equal(rings.length, 2);
  assert.ok(Math.hypot(rings[0][0] - rings[1][0], rings[0][1] - rings[1][1]) > 22);
  assert.match(over, />1</);
  assert.match(over, />2</);
});

test("nothing is drawn outside the room there is, wide or narrow", () => {
  for (const width of [250, 320, 600, 1200]) {
    const shape = draw(DAY, width);
    assert.ok(shape.left + shape.room <= width);
    for (const found of shape.art.matchAll(/ x="(-?[\d.]+)" y="(-?[\d.]+)"/g)) {
      assert.ok(Number(found[1]) >= 0 && Number(found[1]) <= width, found[0]);
      assert.ok(Number(found[2]) >= 0 && Number(found[2]) <= shape.height, found[0]);
    }
  }
});

test("a kept result is a dashed line and a row with its letter", () => {
  const { art } = draw({ ...DAY, charge: { ...DAY.charge, kept: DAY.charge.values.map((one) => one - 5) }, lamp: { ...DAY.lamp, kept: DAY.lamp.values } });
  assert.match(art, /class="kept"/);
  assert.equal([...art.matchAll(/>A</g)].length, 2);
  assert.equal([...art.matchAll(/>B</g)].length, 2);
});

test("a year has a bar for each month with its number", () => {
  const months = Array.from({ length: 12 }, (_, index) => ({ at: (index + 0.5) / 12, from: index / 12, text: "Jan", short: "J" }));
  const year = { ...DAY, span: "tahun", sun: { title: "Matahari", values: Array(12).fill(4.9) }, lamp: { title: "Lampu", values: Array(12).fill([4, 0.5, 0.5]), kept: null }, ticks: months, marks: [] };
  const { art, over } = draw(year);
  assert.equal([...art.matchAll(/class="sun"/g)].length, 12);
  assert.equal([...art.matchAll(/class="lamp on"/g)].length, 12);
  assert.equal([...over.matchAll(/>4,9</g)].length, 12);
  assert.equal([...draw(year, 320).over.matchAll(/>4,9</g)].length, 0);
});
