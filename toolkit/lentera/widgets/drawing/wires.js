// How a wire is drawn: its line, its warmth, its number, and the word beside the number.
import { plain } from "../shared/dom.js";
import { meet, tagBox } from "./ink.js";
import { cutRuns } from "./routes.js";

/** Write a route as a path with rounded turns. */
function pathOf(points, radius = 12) {
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

/** Warmth by the width and kind of the halo, never by colour alone; its word stands beside the number. */
const HALOS = {
  warm: { width: 15, dashes: "" },
  hot: { width: 20, dashes: "3 11" },
  softening: { width: 24, dashes: "3 5" },
  melting: { width: 28, dashes: "7 4" },
};

function drawHalo(path, wire) {
  const halo = HALOS[wire.heat];
  if (halo) return `<path class="halo" data-heat="${wire.heat}" d="${path}" stroke="var(--stop)" stroke-width="${halo.width}"${halo.dashes ? ` stroke-dasharray="${halo.dashes}"` : ""}/>`;
  if (wire.mark) return `<path class="halo" d="${path}" stroke="var(--yet)" stroke-width="17" stroke-linecap="round"/>`;
  return "";
}

/** How far the loose end of an open wire stays away from its socket. */
const LOOSE_END = 24;

/** Shorten a route at its end. */
function cutShort(points, by) {
  const [[x1, y1], [x2, y2]] = points.slice(-2);
  const length = Math.hypot(x2 - x1, y2 - y1);
  const left = Math.max(6, length - by) / (length || 1);
  return [...points.slice(0, -1), [x1 + (x2 - x1) * left, y1 + (y2 - y1) * left]];
}

/** Draw a wire along its route, in a diagram as a thinner line. */
export function drawWire(points, wire, thin = false) {
  const laid = wire.open ? cutShort(points, LOOSE_END) : points;
  const path = pathOf(laid);
  const ink = wire.colour === "minus" ? "--minus" : "--plus";
  const line = (colour, width, more = "") => `<path d="${path}" stroke="var(${colour})" stroke-width="${thin ? width * 0.62 : width}"${more}/>`;
  const ends = [laid[0], laid[laid.length - 1]];
  if (wire.colour === "pair") {
    const plug = ([x, y]) => `<circle cx="${x}" cy="${y}" r="9.5" fill="var(--minus)" stroke="var(--casing)" stroke-width="2"/><path d="M${x} ${y - 7}a7 7 0 0 0 0 14Z" fill="var(--plus)"/>`;
    return (
      `<g fill="none" stroke-linejoin="round">${drawHalo(path, wire)}${line("--casing", 16)}${line("--plus", 12, ' stroke-linecap="round"')}` +
      `${line("--minus", 5)}${line("--stripe", 2, ' stroke-dasharray="9 8"')}</g>${ends.map(plug).join("")}`
    );
  }
  const stripes = wire.colour === "minus" ? line("--stripe", 2.6, ' stroke-dasharray="9 8"') : "";
  const plug = ([x, y]) => `<circle cx="${x}" cy="${y}" r="${thin ? 5.5 : 7.5}" fill="var(${ink})" stroke="var(--casing)" stroke-width="2"/>`;
  return (
    `<g fill="none" stroke-linejoin="round">${drawHalo(path, wire)}${line("--casing", 11)}` +
    `${line(ink, 7, ' stroke-linecap="round"')}${stripes}</g>${ends.map(plug).join("")}`
  );
}

/** Draw a wire's number: round for plus, square for minus, a red and black pill for a cable with both. */
export function drawBadge(x, y, colour, text) {
  const edge = 'stroke="var(--casing)" stroke-width="2.5"';
  const shapes = {
    minus: () => `<rect x="${x - 13}" y="${y - 13}" width="26" height="26" rx="3" fill="var(--minus)" ${edge}/>`,
    plus: () => `<circle cx="${x}" cy="${y}" r="14" fill="var(--badge)" ${edge}/>`,
    pair: () => `<rect x="${x - 17}" y="${y - 13}" width="34" height="26" rx="13" fill="var(--minus)" ${edge}/><path d="M${x - 4} ${y - 11.5}a11.5 11.5 0 0 0 0 23Z" fill="var(--plus)"/>`,
  };
  const at = colour === "pair" ? x + 5 : x;
  return `<g>${shapes[colour]()}<text x="${at}" y="${y + 6}" text-anchor="middle" font-size="16.5" font-weight="700" style="fill:#fff">${plain(text)}</text></g>`;
}

const BADGE_HALF = 15;
const badgeBox = (x, y) => [x - BADGE_HALF, y - BADGE_HALF, x + BADGE_HALF, y + BADGE_HALF];

/** Tell whether a point lies on a route. */
function isOnRoute(points, [x, y]) {
  return cutRuns(points).some(([horizontal, across, from, to]) =>
    horizontal ? Math.abs(y - across) < 1 && x > from - 1 && x < to + 1 : Math.abs(x - across) < 1 && y > from - 1 && y < to + 1);
}

/** Find the clearest spot on a route for its number, away from sockets, numbers, words and other wires. */
function clearSpot(points, places, taken, others) {
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
      for (const [px, py] of places) if (Math.hypot(px - x, py - y) < 27) score -= 60;
      for (const box of taken) {
        if (meet(badgeBox(x, y), box)) score -= 200;
        else if (meet(badgeBox(x, y), box, 5)) score -= 20;
      }
      for (const [horizontal, across, from, to] of others) {
        const off = horizontal ? Math.abs(y - across) : Math.abs(x - across);
        const within = horizontal ? x > from - 14 && x < to + 14 : y > from - 14 && y < to + 14;
        if (within && off < 19) score -= 9 + (19 - off);
      }
      if (best === null || score > best.score) best = { score, x, y };
    }
    walked += length;
  }
  return [best.x, best.y];
}

/**
 * Find where each wire's number stands: [x, y] by wire id. `kept` holds the spots found before, and a number moves only
 * when its wire has left the spot or a word has come there. `words` are the boxes of all that is written.
 */
export function placeBadges(routes, places, words, kept) {
  const placed = new Map();
  const taken = [...words];
  for (const id of [...kept.keys()]) if (!routes.has(id)) kept.delete(id);
  for (const [id, spot] of kept) {
    if (!isOnRoute(routes.get(id), spot) || taken.some((box) => meet(badgeBox(...spot), box))) continue;
    placed.set(id, spot);
    taken.push(badgeBox(...spot));
  }
  const sockets = Object.values(places);
  for (const [id, points] of routes) {
    if (placed.has(id)) continue;
    const others = [...routes].flatMap(([other, way]) => (other === id ? [] : cutRuns(way)));
    const spot = clearSpot(points, sockets, taken, others);
    placed.set(id, spot);
    taken.push(badgeBox(...spot));
  }
  for (const [id, spot] of placed) kept.set(id, spot);
  return placed;
}

/**
 * Find room for the word beside each number that has one: box by wire id. Where every place is taken the word is
 * left to the list, and the halo alone tells it in the picture.
 */
export function placeTags(wires, badges, words, { size: [width, height], places }) {
  const found = new Map();
  const taken = [...words, ...Object.values(places).map(([x, y]) => [x - 11, y - 11, x + 11, y + 11]), ...[...badges.values()].map(([x, y]) => badgeBox(x, y))];
  for (const wire of wires) {
    if (!wire.mark) continue;
    const [x, y] = badges.get(wire.id);
    const spots = [[x + 20, y - 13.5, "start"], [x - 20, y - 13.5, "end"], [x, y - 46, "middle"], [x, y + 19, "middle"], [x + 20, y - 44, "start"], [x + 20, y + 17, "start"], [x - 20, y - 44, "end"], [x - 20, y + 17, "end"]];
    const box = spots
      .map(([left, top, anchor]) => tagBox(left, top, wire.mark, anchor, width))
      .find((one) => one[1] > 4 && one[3] < height - 4 && !taken.some((other) => meet(one, other, 2)));
    if (!box) continue;
    found.set(wire.id, box);
    taken.push(box);
  }
  return found;
}
