// Wires find their way around the parts, and stay where they are.
import assert from "node:assert/strict";
import test from "node:test";
import { KIT_A } from "../../toolkit/lentera/widgets/drawing/kit_a.js";
import { KIT_B } from "../../toolkit/lentera/widgets/drawing/kit_b.js";
import { PLAN_A } from "../../toolkit/lentera/widgets/drawing/plan_a.js";
import { PLAN_B } from "../../toolkit/lentera/widgets/drawing/plan_b.js";
import { cutRuns, routeAll } from "../../toolkit/lentera/widgets/drawing/routes.js";
import { placeBadges } from "../../toolkit/lentera/widgets/drawing/wires.js";

const DRAWINGS = { "picture a": KIT_A, "picture b": KIT_B, "diagram a": PLAN_A, "diagram b": PLAN_B };

/** Numbers that look random and are the same in every run. */
function* chance(seed) {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 4294967296;
  }
}

/** Make leads between terminals picked by chance. */
function anyWires(layout, count, seed) {
  const ids = Object.keys(layout.places);
  const dice = chance(seed);
  const pick = () => ids[Math.floor(dice.next().value * ids.length)];
  return Array.from({ length: count }, (_, index) => {
    const start = pick();
    let end = pick();
    while (end === start) end = pick();
    return { id: String(index + 1), start, end };
  });
}

/** Name the bodies that a route crosses between its first and its last run. */
function crossed(layout, points) {
  const found = [];
  for (const [horizontal, across, from, to] of cutRuns(points.slice(1, -1))) {
    for (const [left, top, right, bottom] of layout.bodies) {
      const hit = horizontal
        ? across > top + 1 && across < bottom - 1 && to > left + 1 && from < right - 1
        : across > left + 1 && across < right - 1 && to > top + 1 && from < bottom - 1;
      if (hit) found.push([left, top, right, bottom].join());
    }
  }
  return found;
}

for (const [name, { layout }] of Object.entries(DRAWINGS)) {
  const ids = Object.keys(layout.places);

  test(`${name}: every pair of terminals is joined by straight runs that cross no part`, () => {
    for (const start of ids) {
      for (const end of ids) {
        if (start >= end) continue;
        const points = routeAll(layout, [{ id: "1", start, end }], new Map()).get("1");
        for (const [terminal, [x, y]] of [[start, points[0]], [end, points[points.length - 1]]]) {
          assert.ok(Math.hypot(layout.places[terminal][0] - x, layout.places[terminal][1] - y) < 3, `${start} to ${end} misses ${terminal}`);
        }
        points.slice(1).forEach(([x, y], index) => {
          const [before, above] = points[index];
          assert.ok(Math.abs(before - x) < 0.6 || Math.abs(above - y) < 0.6, `${start} to ${end} runs askew`);
        });
        assert.deepEqual(crossed(layout, points), [], `${start} to ${end}`);
      }
    }
  });

  test(`${name}: twenty-five leads all find a way inside the drawing`, () => {
    for (const seed of [1, 2, 3]) {
      const wires = anyWires(layout, 25, seed);
      const routes = routeAll(layout, wires, new Map());
      assert.equal(routes.size, 25);
      for (const points of routes.values()) {
        for (const [x, y] of points) assert.ok(x >= 0 && y >= 0 && x <= layout.size[0] && y <= layout.size[1]);
      }
    }
  });

  test(`${name}: a new lead moves neither the routes nor the numbers of the others`, () => {
    const wires = anyWires(layout, 18, 7);
    const [known, spots] = [new Map(), new Map()];
    let before = new Map();
    let moved = 0;
    for (let count = 1; count <= wires.length; count += 1) {
      const routes = routeAll(layout, wires.slice(0, count), known);
      const badges = new Map(placeBadges(routes, layout.places, [], spots));
      for (const [id, spot] of before) if (String(badges.get(id)) !== String(spot)) moved += 1;
      before = badges;
    }
    // Only where leads at one socket step aside does a number follow its lead.
    assert.ok(moved <= 6, `${moved} numbers moved`);
    const first = routeAll(layout, wires.slice(0, 1), new Map()).get("1");
    assert.deepEqual(known.get("1").points.length, first.length);
  });
}

test("the check of crossings can fail", () => {
  const { layout } = KIT_B;
  assert.notDeepEqual(crossed(layout, [[12, 12], [12, 100], [888, 100], [888, 12]]), []);
});

test("a lead that is joined elsewhere gets a new way, and a gone one is forgotten", () => {
  const { layout } = KIT_B;
  const known = new Map();
  const first = routeAll(layout, [{ id: "1", start: "battery.plus", end: "fuse.a" }], known).get("1");
  const second = routeAll(layout, [{ id: "1", start: "lamp1.plus", end: "fuse.b" }], known).get("1");
  assert.notDeepEqual(first, second);
  routeAll(layout, [], known);
  assert.equal(known.size, 0);
});

test("two leads at one socket lie side by side", () => {
  const { layout } = KIT_B;
  const wires = [{ id: "1", start: "lamp1.plus", end: "lamp2.plus" }, { id: "2", start: "lamp1.plus", end: "switch.b" }];
  const routes = routeAll(layout, wires, new Map());
  const [one, two] = [routes.get("1")[0], routes.get("2")[0]];
  assert.ok(Math.hypot(one[0] - two[0], one[1] - two[1]) > 5);
});
