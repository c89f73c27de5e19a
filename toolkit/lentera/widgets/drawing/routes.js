// Wire routes: straight runs in lanes, around the parts, for any pair of terminals. A route once found stays,
// so that a new wire never moves the old ones under a learner's eyes.

const LANE = 15.5;

/** Set lanes between the fixed marks of one direction. */
function setLanes(fixed, low, high) {
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

const overlap = (a1, a2, b1, b2) => Math.min(a2, b2) - Math.max(a1, b1);
const isInside = (x, y, [left, top, right, bottom]) => x > left && x < right && y > top && y < bottom;

/** Cut a route into runs: [horizontal, across, from, to]. */
export function cutRuns(points) {
  const found = [];
  for (let index = 1; index < points.length; index += 1) {
    const [[x1, y1], [x2, y2]] = [points[index - 1], points[index]];
    if (Math.abs(y1 - y2) < 0.5) found.push([true, (y1 + y2) / 2, Math.min(x1, x2), Math.max(x1, x2)]);
    else found.push([false, (x1 + x2) / 2, Math.min(y1, y2), Math.max(y1, y2)]);
  }
  return found;
}

/** Price one run among the wires already laid: side by side is dear, crossing costs a little. */
function crowding(horizontal, across, from, to, laid) {
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

/**
 * Complete a layout for routing. `places` says where each socket is, `exits` how a wire leaves it: [dx, dy, length],
 * what a hand would choose first; `bodies` no wire may cross; over `quiet` places (words) a wire would rather not
 * go; `usual` holds tidy routes of usual pairs; `lanes` are coordinates those use beside the sockets'.
 */
export function makeLayout({ size, places, exits, bodies, quiet = [], usual = {}, lanes = [[], []] }) {
  const [width, height] = size;
  const columns = setLanes([...lanes[0], ...Object.values(places).map(([x]) => x)], 12, width - 12);
  const rows = setLanes([...lanes[1], ...Object.values(places).map(([, y]) => y)], 12, height - 12);
  const grid = (marks, others, horizontal) =>
    marks.slice(1).flatMap((mark, index) => others.map((other) => {
      const [middle, next] = [(marks[index] + mark) / 2, mark];
      const at = (along) => (horizontal ? [along, other] : [other, along]);
      const shut = bodies.some((body) => isInside(...at(middle), body) || isInside(...at(next), body) || isInside(...at(marks[index]), body));
      return { shut, quiet: quiet.some((words) => isInside(...at(middle), words)) };
    }));
  return { size, places, exits, bodies, quiet, usual, columns, rows, across: grid(columns, rows, true), down: grid(rows, columns, false) };
}

function nearestMark(marks, value) {
  let best = 0;
  for (let index = 1; index < marks.length; index += 1) {
    if (Math.abs(marks[index] - value) < Math.abs(marks[best] - value)) best = index;
  }
  return best;
}

/** A small binary heap of [price, item]. */
class Heap {
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
function searchRoute(layout, start, end, laid) {
  const { columns, rows, places, exits, across, down } = layout;
  const width = columns.length;
  const size = width * rows.length;
  const best = new Float64Array(size * 4).fill(Infinity);
  const from = new Int32Array(size * 4).fill(-1);
  const goals = new Map();
  const heap = new Heap();
  // Each piece of lane is priced once, however often the search comes by.
  const prices = [new Float64Array(across.length).fill(-1), new Float64Array(down.length).fill(-1)];
  const priceOf = (horizontal, at, where, low, high) => {
    const known = prices[horizontal ? 0 : 1];
    if (known[at] < 0) known[at] = (high - low) * ((horizontal ? across : down)[at].quiet ? 4 : 1) + crowding(horizontal, where, low, high, laid);
    return known[at];
  };
  const stub = (terminal, [dx, dy, length]) => {
    const [x, y] = places[terminal];
    const column = nearestMark(columns, x + dx * length);
    const row = nearestMark(rows, y + dy * length);
    return [column, row];
  };
  const bearing = (dx, dy) => (dx === 1 ? 0 : dx === -1 ? 1 : dy === 1 ? 2 : 3);
  const stubPrice = (terminal, column, row) => {
    const [x, y] = places[terminal];
    const [x2, y2] = [columns[column], rows[row]];
    const horizontal = Math.abs(y - y2) < Math.abs(x - x2);
    const [low, high] = horizontal ? [Math.min(x, x2), Math.max(x, x2)] : [Math.min(y, y2), Math.max(y, y2)];
    return crowding(horizontal, horizontal ? y : x, low + 14, high, laid) + (high - low);
  };
  const starts = [];
  exits[start].forEach((exit, rank) => {
    const [column, row] = stub(start, exit);
    starts.push([(row * width + column) * 4 + bearing(exit[0], exit[1]), stubPrice(start, column, row) + rank * 25]);
  });
  exits[end].forEach((exit, rank) => {
    const [column, row] = stub(end, exit);
    goals.set(row * width + column, { price: stubPrice(end, column, row) + rank * 25, inward: bearing(-exit[0], -exit[1]) });
  });
  /** The least that is still to go: what lies nearer to the end is looked at first. */
  const ahead = (column, row) => {
    let least = Infinity;
    for (const node of goals.keys()) {
      const away = Math.abs(columns[column] - columns[node % width]) + Math.abs(rows[row] - rows[Math.floor(node / width)]);
      if (away < least) least = away;
    }
    return least;
  };
  const offer = (state, price) => {
    best[state] = price;
    const node = state >> 2;
    heap.push([price + ahead(node % width, Math.floor(node / width)), state, price]);
  };
  for (const [state, price] of starts) offer(state, price);
  const steps = [[1, 0], [-1, 0], [0, 1], [0, -1]];
  let done = -1;
  let donePrice = Infinity;
  while (heap.items.length) {
    const [hoped, state, price] = heap.pop();
    if (hoped >= donePrice) break;
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
      if (nextColumn < 0 || nextRow < 0 || nextColumn >= width || nextRow >= rows.length) continue;
      const horizontal = steps[turn][1] === 0;
      const at = horizontal ? Math.min(column, nextColumn) * rows.length + row : Math.min(row, nextRow) * width + column;
      if ((horizontal ? across : down)[at].shut) continue;
      const [one, two] = horizontal ? [columns[column], columns[nextColumn]] : [rows[row], rows[nextRow]];
      const cost = (turn === facing ? 0 : 30) + priceOf(horizontal, at, horizontal ? rows[row] : columns[column], Math.min(one, two), Math.max(one, two));
      const next = (nextRow * width + nextColumn) * 4 + turn;
      if (price + cost < best[next]) {
        from[next] = state;
        offer(next, price + cost);
      }
    }
  }
  const points = [places[end]];
  for (let state = done; state >= 0; state = from[state]) {
    const node = state >> 2;
    points.push([columns[node % width], rows[Math.floor(node / width)]]);
  }
  points.push(places[start]);
  return points.reverse();
}

/** Square up the stubs and drop the points in the middle of straight runs. */
function tidyRoute(points) {
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

/** Find routes for all wires; `known` keeps those found before (wire id to pair and points). */
export function routeAll(layout, wires, known) {
  const ids = new Set(wires.map((wire) => wire.id));
  for (const id of [...known.keys()]) {
    const wire = wires.find((one) => one.id === id);
    if (!ids.has(id) || known.get(id).pair !== `${wire.start} ${wire.end}`) known.delete(id);
  }
  for (const wire of wires) {
    if (known.has(wire.id)) continue;
    const laid = [...known.values()].flatMap((route) => cutRuns(route.points));
    const pair = `${wire.start} ${wire.end}`;
    const usual = layout.usual[pair] || (layout.usual[`${wire.end} ${wire.start}`] || []).slice().reverse();
    const free = usual.length && cutRuns(usual).every((run, at, all) => {
      // Side by side at a shared socket is well; `spreadEnds` sets those apart.
      const first = at === 0 ? 60 : 0;
      const final = at === all.length - 1 ? 60 : 0;
      const forward = usual[at][0] + usual[at][1] <= usual[at + 1][0] + usual[at + 1][1];
      return crowding(run[0], run[1], run[2] + (forward ? first : final), run[3] - (forward ? final : first), laid) < 150;
    });
    known.set(wire.id, { pair, points: free ? usual : tidyRoute(searchRoute(layout, wire.start, wire.end, laid)) });
  }
  return spreadEnds(wires, known);
}

/** Where several wires share a socket, set them side by side in the order they leave it. */
function spreadEnds(wires, known) {
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
        nudgeEnd(shifted.get(id), last, upright, (index - (group.length - 1) / 2) * step);
      });
    }
  }
  return shifted;
}

/** Move the first (or last) run of a route sideways; a route of one run gets a small step in its middle. */
function nudgeEnd(points, last, upright, by) {
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

