// Wire routes: straight runs in lanes, around the parts, for any pair of terminals. A route once found stays,
// so that a new wire never moves the old ones under a learner's eyes.
import { plain } from "../shared/dom.js";
import { PLACES } from "./parts.js";

/** Bodies no wire may cross. */
export const BODIES = [
  [20, 46, 258, 340], [230, 118, 294, 250], [48, 326, 220, 366], // panel, its box, its legs
  [322, 56, 638, 268], // controller
  [349, 311, 481, 361], // fuse
  [332, 388, 544, 510], // battery
  [618, 376, 754, 510], // switch
  [640, 44, 764, 266], [770, 44, 894, 266], // lamps
];
/** Words on the board: a wire may pass, but would rather not. */
export const WORDS = [
  [230, 356, 348, 410], [30, 412, 290, 486], [758, 428, 860, 478], [28, 20, 330, 50], [330, 20, 560, 50],
];
/** How a wire leaves each socket: [dx, dy, length]; the first is what a hand would choose. */
export const EXITS = {
  "panel.plus": [[1, 0, 38]], "panel.minus": [[1, 0, 38]],
  "controller.pv_plus": [[0, 1, 46]], "controller.pv_minus": [[0, 1, 46]],
  "controller.battery_plus": [[0, 1, 46]], "controller.battery_minus": [[0, 1, 46]],
  "controller.load_plus": [[0, 1, 46]], "controller.load_minus": [[0, 1, 46]],
  "fuse.a": [[0, -1, 32], [0, 1, 28], [-1, 0, 30]], "fuse.b": [[0, -1, 32], [0, 1, 28], [1, 0, 30]],
  "battery.plus": [[0, -1, 26], [-1, 0, 48]], "battery.minus": [[0, -1, 26], [1, 0, 48]],
  "switch.a": [[0, -1, 30], [-1, 0, 38]], "switch.b": [[0, -1, 30], [1, 0, 38]],
  "lamp1.minus": [[0, 1, 38]], "lamp1.plus": [[0, 1, 38]],
  "lamp2.plus": [[0, 1, 38]], "lamp2.minus": [[0, 1, 38]],
};
/** The tidy routes of the usual lamp circuit; every other pair is searched for. */
export const USUAL = {
  "panel.plus controller.pv_plus": [[263, 161], [313, 161], [313, 284], [365, 284], [365, 231]],
  "panel.minus controller.pv_minus": [[263, 212], [298, 212], [298, 304], [411, 304], [411, 231]],
  "controller.load_minus lamp1.minus": [[595, 231], [595, 292], [676, 292], [676, 239]],
  "controller.load_plus switch.a": [[549, 231], [549, 346], [648, 346], [648, 380]],
  "lamp1.plus lamp2.plus": [[728, 239], [728, 284], [806, 284], [806, 239]],
  "lamp1.minus lamp2.minus": [[676, 239], [676, 320], [858, 320], [858, 239]],
  "switch.b lamp1.plus": [[726, 380], [726, 239]],
};
export const LANE = 15.5;

export function lanes(fixed, low, high) {
  const marks = [...new Set([low, ...fixed, high])].sort((a, b) => a - b);
  const found = [];
  for (let index = 0; index < marks.length; index += 1) {
    found.push(marks[index]);
    const gap = marks[index + 1] - marks[index];
    const parts = Math.round(gap / LANE);
    for (let part = 1; part < parts; part += 1) found.push(Math.round((marks[index] + (gap * part) / parts) * 2) / 2);
  }
  return found;
}

export const COLUMNS = lanes([298, 313, ...Object.values(PLACES).map(([x]) => x)], 12, 888);
export const ROWS = lanes([284, 304, 320, 366, ...Object.values(PLACES).map(([, y]) => y)], 12, 508);

export const overlap = (a1, a2, b1, b2) => Math.min(a2, b2) - Math.max(a1, b1);
export const inside = (x, y, [left, top, right, bottom]) => x > left && x < right && y > top && y < bottom;

/** Cut a route into runs: [horizontal, across, from, to]. */
export function runs(points) {
  const found = [];
  for (let index = 1; index < points.length; index += 1) {
    const [[x1, y1], [x2, y2]] = [points[index - 1], points[index]];
    if (Math.abs(y1 - y2) < 0.5) found.push([true, (y1 + y2) / 2, Math.min(x1, x2), Math.max(x1, x2)]);
    else found.push([false, (x1 + x2) / 2, Math.min(y1, y2), Math.max(y1, y2)]);
  }
  return found;
}

/** Price one run among the wires already laid: side by side is dear, crossing costs a little. */
export function crowd(horizontal, across, from, to, laid) {
  let price = 0;
  for (const [otherHorizontal, otherAcross, otherFrom, otherTo] of laid) {
    if (horizontal === otherHorizontal) {
      const near = Math.abs(across - otherAcross);
      const shared = overlap(from, to, otherFrom, otherTo);
      if (near < 13 && shared > -6) price += (shared + 14) * (near < 6 ? 14 : 7);
    } else if (across > otherFrom - 4 && across < otherTo + 4 && otherAcross > from - 4 && otherAcross < to + 4) {
      price += 70;
    }
  }
  return price;
}

export function blocked(x1, y1, x2, y2) {
  const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
  return BODIES.some((body) => inside(x, y, body) || inside(x2, y2, body));
}

export function nearest(marks, value) {
  let best = 0;
  for (let index = 1; index < marks.length; index += 1) {
    if (Math.abs(marks[index] - value) < Math.abs(marks[best] - value)) best = index;
  }
  return best;
}

/** A small binary heap of [price, item]. */
export class Heap {
  constructor() {
    this.items = [];
  }
  push(entry) {
    const items = this.items;
    let at = items.push(entry) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (items[up][0] <= entry[0]) break;
      items[at] = items[up];
      at = up;
    }
    items[at] = entry;
  }
  pop() {
    const items = this.items;
    const first = items[0];
    const last = items.pop();
    if (items.length) {
      let at = 0;
      for (;;) {
        let down = 2 * at + 1;
        if (down >= items.length) break;
        if (down + 1 < items.length && items[down + 1][0] < items[down][0]) down += 1;
        if (items[down][0] >= last[0]) break;
        items[at] = items[down];
        at = down;
      }
      items[at] = last;
    }
    return first;
  }
}

/** Search the lanes for the cheapest way between two sockets. */
export function search(start, end, laid) {
  const width = COLUMNS.length;
  const size = width * ROWS.length;
  const best = new Float64Array(size * 4).fill(Infinity);
  const from = new Int32Array(size * 4).fill(-1);
  const goals = new Map();
  const heap = new Heap();
  const stub = (terminal, [dx, dy, length]) => {
    const [x, y] = PLACES[terminal];
    const column = nearest(COLUMNS, x + dx * length);
    const row = nearest(ROWS, y + dy * length);
    return [column, row];
  };
  const bearing = (dx, dy) => (dx === 1 ? 0 : dx === -1 ? 1 : dy === 1 ? 2 : 3);
  const stubPrice = (terminal, column, row) => {
    const [x, y] = PLACES[terminal];
    const [x2, y2] = [COLUMNS[column], ROWS[row]];
    const horizontal = Math.abs(y - y2) < Math.abs(x - x2);
    const [low, high] = horizontal ? [Math.min(x, x2), Math.max(x, x2)] : [Math.min(y, y2), Math.max(y, y2)];
    return crowd(horizontal, horizontal ? y : x, low + 14, high, laid) + (high - low);
  };
  EXITS[start].forEach((exit, rank) => {
    const [column, row] = stub(start, exit);
    const state = (row * width + column) * 4 + bearing(exit[0], exit[1]);
    best[state] = stubPrice(start, column, row) + rank * 25;
    heap.push([best[state], state]);
  });
  EXITS[end].forEach((exit, rank) => {
    const [column, row] = stub(end, exit);
    goals.set(row * width + column, { price: stubPrice(end, column, row) + rank * 25, inward: bearing(-exit[0], -exit[1]) });
  });
  const steps = [[1, 0], [-1, 0], [0, 1], [0, -1]];
  let done = -1;
  let donePrice = Infinity;
  while (heap.items.length) {
    const [price, state] = heap.pop();
    if (price >= donePrice) break;
    if (price > best[state]) continue;
    const node = state >> 2;
    const facing = state & 3;
    const column = node % width;
    const row = (node - column) / width;
    const goal = goals.get(node);
    if (goal) {
      const total = price + goal.price + (goal.inward === facing ? 0 : goal.inward === (facing ^ 1) ? 400 : 30);
      if (total < donePrice) {
        donePrice = total;
        done = state;
      }
    }
    for (let turn = 0; turn < 4; turn += 1) {
      if (turn === (facing ^ 1)) continue;
      const [nextColumn, nextRow] = [column + steps[turn][0], row + steps[turn][1]];
      if (nextColumn < 0 || nextRow < 0 || nextColumn >= width || nextRow >= ROWS.length) continue;
      const [x1, y1, x2, y2] = [COLUMNS[column], ROWS[row], COLUMNS[nextColumn], ROWS[nextRow]];
      if (blocked(x1, y1, x2, y2)) continue;
      const horizontal = steps[turn][1] === 0;
      const length = Math.abs(x1 - x2) + Math.abs(y1 - y2);
      const [low, high] = horizontal ? [Math.min(x1, x2), Math.max(x1, x2)] : [Math.min(y1, y2), Math.max(y1, y2)];
      let cost = length + (turn === facing ? 0 : 30) + crowd(horizontal, horizontal ? y1 : x1, low, high, laid);
      if (WORDS.some((words) => inside((x1 + x2) / 2, (y1 + y2) / 2, words))) cost += length * 3;
      const next = (nextRow * width + nextColumn) * 4 + turn;
      if (price + cost < best[next]) {
        best[next] = price + cost;
        from[next] = state;
        heap.push([best[next], next]);
      }
    }
  }
  const points = [PLACES[end]];
  for (let state = done; state >= 0; state = from[state]) {
    const node = state >> 2;
    points.push([COLUMNS[node % width], ROWS[Math.floor(node / width)]]);
  }
  points.push(PLACES[start]);
  return points.reverse();
}

/** Square up the stubs and drop the points in the middle of straight runs. */
export function tidy(points) {
  const square = points.map(([x, y]) => [x, y]);
  const settle = (at, beside) => {
    const [x, y] = square[at];
    const [bx, by] = square[beside];
    if (Math.abs(x - bx) <= Math.abs(y - by)) square[beside][0] = x;
    else square[beside][1] = y;
  };
  if (square.length > 2) {
    settle(0, 1);
    settle(square.length - 1, square.length - 2);
  }
  const kept = [];
  square.forEach(([x, y], index) => {
    const before = kept[kept.length - 1];
    const after = square[index + 1];
    if (before && Math.abs(before[0] - x) < 0.5 && Math.abs(before[1] - y) < 0.5) return;
    if (before && after) {
      const sameColumn = Math.abs(before[0] - x) < 0.5 && Math.abs(after[0] - x) < 0.5;
      const sameRow = Math.abs(before[1] - y) < 0.5 && Math.abs(after[1] - y) < 0.5;
      if (sameColumn || sameRow) return;
    }
    kept.push([x, y]);
  });
  return kept;
}

/** Find routes for all wires; `known` keeps those found before (wire id to points). */
export function routeAll(wires, known) {
  const ids = new Set(wires.map((wire) => wire.id));
  for (const id of [...known.keys()]) {
    const wire = wires.find((one) => one.id === id);
    if (!ids.has(id) || known.get(id).pair !== `${wire.start} ${wire.end}`) known.delete(id);
  }
  for (const wire of wires) {
    if (known.has(wire.id)) continue;
    const laid = [...known.values()].flatMap((route) => runs(route.points));
    const pair = `${wire.start} ${wire.end}`;
    const usual = USUAL[pair] || (USUAL[`${wire.end} ${wire.start}`] || []).slice().reverse();
    const free = usual.length && runs(usual).every((run, at, all) => {
      // Side by side at a shared socket is well; `spread` sets those apart.
      const first = at === 0 ? 60 : 0;
      const final = at === all.length - 1 ? 60 : 0;
      const forward = usual[at][0] + usual[at][1] <= usual[at + 1][0] + usual[at + 1][1];
      return crowd(run[0], run[1], run[2] + (forward ? first : final), run[3] - (forward ? final : first), laid) < 150;
    });
    known.set(wire.id, { pair, points: free ? usual : tidy(search(wire.start, wire.end, laid)) });
  }
  return spread(wires, known);
}

/** Where several wires share a socket, set them side by side in the order they leave it. */
export function spread(wires, known) {
  const shifted = new Map(wires.map((wire) => [wire.id, known.get(wire.id).points.map(([x, y]) => [x, y])]));
  const atSocket = new Map();
  for (const wire of wires) {
    for (const [terminal, last] of [[wire.start, false], [wire.end, true]]) {
      if (!atSocket.has(terminal)) atSocket.set(terminal, []);
      atSocket.get(terminal).push({ id: wire.id, last });
    }
  }
  for (const ends of atSocket.values()) {
    if (ends.length < 2) continue;
    const groups = new Map();
    for (const { id, last } of ends) {
      const points = last ? [...shifted.get(id)].reverse() : shifted.get(id);
      const upright = Math.abs(points[0][0] - points[1][0]) < 0.5;
      const way = `${upright}${Math.sign(points[1][0] - points[0][0])}${Math.sign(points[1][1] - points[0][1])}`;
      const goes = points.length > 2 ? (upright ? points[2][0] - points[1][0] : points[2][1] - points[1][1]) : 0;
      const reach = Math.abs(points[1][0] - points[0][0]) + Math.abs(points[1][1] - points[0][1]);
      // The wire that turns away first stays on the outside: no needless crossing right at the socket.
      const order = goes === 0 ? 0 : Math.sign(goes) * (1000 - reach);
      if (!groups.has(way)) groups.set(way, []);
      groups.get(way).push({ id, last, upright, order });
    }
    for (const group of groups.values()) {
      group.sort((one, two) => one.order - two.order);
      group.forEach(({ id, last, upright }, index) => {
        const step = group.length === 1 ? 0 : Math.min(12, 22 / (group.length - 1));
        nudge(shifted.get(id), last, upright, (index - (group.length - 1) / 2) * step);
      });
    }
  }
  return shifted;
}

/** Move the first (or last) run of a route sideways; a route of one run gets a small step in its middle. */
export function nudge(points, last, upright, by) {
  if (!by) return;
  const axis = upright ? 0 : 1;
  if (points.length === 2) {
    const [[x1, y1], [x2, y2]] = points;
    const middle = [(x1 + x2) / 2, (y1 + y2) / 2];
    const bend = upright ? [[x1, middle[1]], [x2, middle[1]]] : [[middle[0], y1], [middle[0], y2]];
    points.splice(1, 0, ...bend);
  }
  const [end, beside] = last ? [points.length - 1, points.length - 2] : [0, 1];
  points[end][axis] += by;
  points[beside][axis] += by;
}

/** Write a route as a path with rounded turns. */
export function pathOf(points, radius = 12) {
  let path = `M${points[0][0]} ${points[0][1]}`;
  for (let index = 1; index < points.length - 1; index += 1) {
    const [[ax, ay], [bx, by], [cx, cy]] = [points[index - 1], points[index], points[index + 1]];
    const before = Math.hypot(bx - ax, by - ay);
    const after = Math.hypot(cx - bx, cy - by);
    const r = Math.min(radius, before / 2, after / 2);
    if (r < 0.5) {
      path += `L${bx} ${by}`;
      continue;
    }
    const near = (px, py, length) => `${(bx + ((px - bx) * r) / length).toFixed(1)} ${(by + ((py - by) * r) / length).toFixed(1)}`;
    path += `L${near(ax, ay, before)}Q${bx} ${by} ${near(cx, cy, after)}`;
  }
  const [x, y] = points[points.length - 1];
  return `${path}L${x} ${y}`;
}

/** Find a clear spot on each route for its number. */
export function badgePlaces(routes) {
  const placed = new Map();
  const all = new Map([...routes].map(([id, points]) => [id, runs(points)]));
  for (const [id, points] of routes) {
    let best = null;
    const whole = points.slice(1).reduce((sum, [x, y], index) => sum + Math.hypot(x - points[index][0], y - points[index][1]), 0);
    let walked = 0;
    for (let index = 1; index < points.length; index += 1) {
      const [[x1, y1], [x2, y2]] = [points[index - 1], points[index]];
      const length = Math.hypot(x2 - x1, y2 - y1);
      for (let at = 0; at <= length; at += 6) {
        const along = walked + at;
        const [x, y] = [x1 + ((x2 - x1) * at) / (length || 1), y1 + ((y2 - y1) * at) / (length || 1)];
        let score = -Math.abs(along - whole / 2) / 12;
        if (Math.min(along, whole - along) < 26) score -= 60;
        if (Math.min(at, length - at) < 14 && length > 34) score -= 4;
        for (const [px, py] of Object.values(PLACES)) if (Math.hypot(px - x, py - y) < 27) score -= 60;
        for (const [px, py] of placed.values()) {
          const gap = Math.hypot(px - x, py - y);
          if (gap < 34) score -= 40 + (34 - gap) * 3;
        }
        for (const [other, pieces] of all) {
          if (other === id) continue;
          for (const [horizontal, across, from, to] of pieces) {
            const off = horizontal ? Math.abs(y - across) : Math.abs(x - across);
            const within = horizontal ? x > from - 14 && x < to + 14 : y > from - 14 && y < to + 14;
            if (within && off < 19) score -= 9 + (19 - off);
          }
        }
        if (best === null || score > best.score) best = { score, x, y };
      }
      walked += length;
    }
    placed.set(id, [best.x, best.y]);
  }
  return placed;
}

export function drawWire(points, colour, { hot = false, wrong = false } = {}) {
  const path = pathOf(points);
  const ink = colour === "minus" ? "--minus" : "--plus";
  const halo = hot ? `<path d="${path}" stroke="var(--stop)" stroke-width="19" stroke-linecap="round" stroke-dasharray="3 11"/>`
    : wrong ? `<path d="${path}" stroke="var(--yet)" stroke-width="17" stroke-linecap="round"/>` : "";
  const stripes = colour === "minus" ? `<path d="${path}" stroke="var(--stripe)" stroke-width="2.6" stroke-dasharray="9 8"/>` : "";
  const plug = ([x, y]) => `<circle cx="${x}" cy="${y}" r="7.5" fill="var(${ink})" stroke="var(--casing)" stroke-width="2"/>`;
  return (
    `<g fill="none" stroke-linejoin="round">${halo}<path d="${path}" stroke="var(--casing)" stroke-width="11"/>` +
    `<path d="${path}" stroke="var(${ink})" stroke-width="7" stroke-linecap="round"/>${stripes}</g>${plug(points[0])}${plug(points[points.length - 1])}`
  );
}

export function drawBadge(x, y, colour, text) {
  const shape = colour === "minus"
    ? `<rect x="${x - 13}" y="${y - 13}" width="26" height="26" rx="3" fill="var(--minus)" stroke="var(--casing)" stroke-width="2.5"/>`
    : `<circle cx="${x}" cy="${y}" r="14" fill="var(--badge)" stroke="var(--casing)" stroke-width="2.5"/>`;
  return `<g>${shape}<text x="${x}" y="${y + 6}" text-anchor="middle" font-size="16.5" font-weight="700" style="fill:#fff">${plain(text)}</text></g>`;
}
