// The water of the tank: places follow volts, amperes and cable, and the drawing is well formed.
import assert from "node:assert/strict";
import test from "node:test";
import { TANK_SCALE, TANK_SIZE, arrowsOf, levelOf, pipeOf, streamOf } from "../../toolkit/lentera/widgets/tank/geometry.js";
import { drawTank } from "../../toolkit/lentera/widgets/tank/picture.js";

const words = { height: "tinggi air", at_load: "di beban", flow: "deras air" };
const view = (battery, load, amps, cable = "pendek") => ({
  numbers: { battery, load, amps },
  cable,
  picture: { source: `${battery} V`, volts: `${load} V`, amps: `${amps} A`, watts: "3 W", flow: "sedang", wheel: "kincir <pelan>", load: "Lampu", cable: "pipa" },
});

test("the scale's ends stand where it says", () => {
  assert.equal(levelOf(TANK_SCALE.low), TANK_SCALE.bottom);
  assert.equal(levelOf(TANK_SCALE.high), TANK_SCALE.top);
});

test("equal volts are equal heights", () => {
  const step = levelOf(11) - levelOf(12);
  assert.ok(step > 0);
  assert.ok(Math.abs(levelOf(12) - levelOf(13) - step) < 1e-9);
  assert.ok(Math.abs(levelOf(12.1) - levelOf(12.6) - step / 2) < 1e-9);
});

test("water never leaves the tank", () => {
  assert.equal(levelOf(0), TANK_SCALE.bottom);
  assert.equal(levelOf(40), TANK_SCALE.top);
});

test("twice the amperes are twice the stream, and none is none", () => {
  assert.equal(streamOf(0), 0);
  assert.ok(Math.abs(streamOf(0.6) - 2 * streamOf(0.3)) < 1e-9);
  assert.ok(streamOf(0.01) > 0);
  assert.ok(streamOf(9) < 40);
});

test("arrows are more with more amperes, none without", () => {
  const counts = [0, 0.08, 0.25, 0.42, 0.86, 5].map(arrowsOf);
  assert.deepEqual(counts, [...counts].sort((a, b) => a - b));
  assert.equal(counts[0], 0);
  assert.ok(counts[1] >= 1);
  assert.equal(counts.at(-1), 6);
});

test("a thin long cable is the thinner pipe", () => assert.ok(pipeOf("panjang") < pipeOf("pendek")));

test("every drawing is whole, escapes its words and stays inside", () => {
  for (const cable of ["pendek", "panjang"]) {
    for (const [battery, load, amps] of [[12.75, 12.75, 0], [11.72, 11.32, 0.54], [12.7, 12.65, 0.86]]) {
      const markup = drawTank(view(battery, load, amps, cable), words);
      assert.doesNotMatch(markup, /NaN|undefined|null|Infinity/);
      assert.match(markup, /kincir &lt;pelan&gt;/);
      assert.equal(markup.match(/<text/g).length, markup.match(/<\/text>/g).length);
      for (const [, x, y] of markup.matchAll(/<text x="([\d.-]+)" y="([\d.-]+)"/g)) {
        assert.ok(+x > 0 && +x < TANK_SIZE[0] && +y > 12 && +y < TANK_SIZE[1], `text at ${x} ${y}`);
      }
    }
  }
});

test("a closed valve lets no stream through", () => {
  const streams = (amps) => drawTank(view(12.7, 12.7, amps), words).match(/class="oi"/g)?.length ?? 0;
  assert.equal(streams(0), 0);
  assert.equal(streams(0.25), 1);
});

test("volts lost on the way show as lower water at the load", () => {
  const markup = drawTank(view(12.21, 11.91, 0.42, "panjang"), words);
  assert.ok(levelOf(11.91) - levelOf(12.21) > 15);
  assert.ok(markup.includes(`y="${levelOf(11.91).toFixed(1)}"`));
});
