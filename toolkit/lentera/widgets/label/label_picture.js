// The label as a picture: front and back, drawn as paper is printed, whatever the theme of the screen.
import { plain } from "../shared/dom.js";

const PAPER = { indigo: "#14224F", ink: "#16203A", amber: "#FFC53D", line: "#66728F", cream: "#FFF3D6", white: "#FFFFFF" };
const FRONT_WIDE = 340;
const BACK_WIDE = 416;
const TALL = 400;
const LEADING = 1.38;

/** Guess how wide a text is [px], a little more than in the fonts of our laptops. */
export function textWidth(text, size, bold = false) {
  let wide = 0;
  for (const sign of text) {
    if (" iljI.,:;'|!()[]".includes(sign)) wide += 0.33;
    else if ("frt-".includes(sign)) wide += 0.43;
    else if ("mwMW@%<>&+=~#".includes(sign)) wide += 0.95;
    else if (sign > "\u024f") wide += 1.15;
    else if (sign !== sign.toLowerCase()) wide += 0.71;
    else wide += 0.61;
  }
  return wide * size * (bold ? 1.08 : 1);
}

/** Break pieces of text into lines; a word longer than a line is cut. Each line is a list of {text, bold}. */
export function breakLines(pieces, width, size) {
  const words = [];
  for (const piece of pieces) {
    for (const part of piece.text.split(/(\s+)/)) {
      if (!part) continue;
      let rest = part.trim() ? part : " ";
      while (textWidth(rest, size, piece.bold) > width && rest.length > 1) {
        let cut = rest.length - 1;
        while (cut > 1 && textWidth(rest.slice(0, cut), size, piece.bold) > width) cut -= 1;
        words.push({ text: rest.slice(0, cut), bold: piece.bold, cut: true });
        rest = rest.slice(cut);
      }
      words.push({ text: rest, bold: piece.bold });
    }
  }
  // Signs that follow a word without a space stay with it.
  const groups = [];
  for (const word of words) {
    const last = groups[groups.length - 1];
    if (word.text === " " || !last || last[last.length - 1].text === " " || last[last.length - 1].cut) groups.push([word]);
    else last.push(word);
  }
  const lines = [];
  let line = [];
  let used = 0;
  for (const group of groups) {
    const wide = group.reduce((sum, one) => sum + textWidth(one.text, size, one.bold), 0);
    if (line.length && used + wide > width && group[0].text !== " ") {
      lines.push(line);
      line = [];
      used = 0;
    }
    if (!line.length && group[0].text === " ") continue;
    line.push(...group);
    used += wide;
  }
  if (line.length) lines.push(line);
  return lines;
}

/** Choose the largest size at which something is no taller than it may be; the smallest when none fits. */
export function fittingSize(sizes, tall, heightAt) {
  return sizes.find((size) => heightAt(size) <= tall) ?? sizes[sizes.length - 1];
}

function lineMarkup(line, x, y, size, colour, weight = 400) {
  const spans = line.map((one) => (one.bold ? `<tspan font-weight="700">${plain(one.text)}</tspan>` : plain(one.text))).join("");
  return `<text x="${x}" y="${y.toFixed(1)}" style="fill:${colour};font-size:${size}px;font-weight:${weight};white-space:pre">${spans}</text>`;
}

function dottedMarkup(x, y, wide, colour) {
  return `<path d="M${x} ${y.toFixed(1)}h${wide.toFixed(1)}" fill="none" stroke="${colour}" stroke-width="2" stroke-linecap="round" stroke-dasharray="0.1 6"/>`;
}

function blockMarkup(lines, x, y, size, colour, weight) {
  return lines.map((line, at) => lineMarkup(line, x, y + size * (0.96 + at * LEADING), size, colour, weight)).join("");
}

/** Draw the front: name, maker, drawing, net content. */
export function drawFront(label, drawing) {
  const inside = FRONT_WIDE - 52;
  const bold = (text) => [{ text, bold: true }];
  const nameSize = fittingSize([36, 32, 28, 24, 20, 17], 150, (size) => breakLines(bold(label.name), inside, size).length * size * 1.16);
  const names = breakLines(bold(label.name), inside, nameSize).slice(0, 7);
  let y = 24;
  let inner = names.map((line, at) => lineMarkup(line, 26, y + nameSize * (0.96 + at * 1.16), nameSize, PAPER.white, 700)).join("");
  if (!names.length) inner += dottedMarkup(26, y + 30, inside, PAPER.cream);
  y += Math.max(names.length * nameSize * 1.16, 36) + 10;
  const makerSize = fittingSize([18, 16, 14, 12], 64, (size) => breakLines([{ text: label.maker }], inside, size).length * size * LEADING);
  const makers = breakLines([{ text: label.maker }], inside, makerSize).slice(0, 5);
  inner += blockMarkup(makers, 26, y, makerSize, PAPER.white);
  y += makers.length * makerSize * LEADING + 8;
  const size = label.size ? `${label.size_head} ${label.size}` : `${label.size_head} ……`;
  const netSize = fittingSize([20, 18, 16, 14, 12], 1, (one) => (textWidth(size, one, true) + 28 <= inside ? 1 : 2));
  const netWide = Math.min(inside, textWidth(size, netSize, true) + 24);
  const room = Math.min(338 - y, 210);
  if (drawing && room > 40) {
    const x = FRONT_WIDE / 2 - room / 2;
    inner += `<svg x="${x}" y="${y + (338 - y - room) / 2}" width="${room}" height="${room}" viewBox="0 0 48 48" color="${PAPER.cream}">${drawing}</svg>`;
  }
  inner += `<rect x="26" y="${TALL - 62}" width="${netWide}" height="40" rx="6" fill="${PAPER.amber}"/>`;
  inner += lineMarkup(bold(size), 38, TALL - 42 + netSize * 0.36, netSize, PAPER.ink, 700);
  return `<rect width="${FRONT_WIDE}" height="${TALL}" fill="${PAPER.indigo}"/>${inner}`;
}

/** Draw the back: the rows, the two days, and the QR code where there is one. */
export function drawBack(label) {
  const left = 24;
  const head = 136;
  const inside = BACK_WIDE - 2 * left - head;
  const linesOf = (row, size) => breakLines(row.pieces, inside, size);
  const heads = (row, size) => breakLines([{ text: row.head, bold: true }], head - 8, size);
  const tallOf = (row, size) => Math.max(linesOf(row, size).length, heads(row, size).length, 1) * size * LEADING + size * 0.3;
  const foot = 108;
  const size = fittingSize([16, 15, 14, 13, 12, 11, 10, 9, 8, 7], TALL - 40 - foot, (one) => label.rows.reduce((sum, row) => sum + tallOf(row, one), 0));
  let y = 20;
  let inner = "";
  for (const row of label.rows) {
    inner += blockMarkup(heads(row, size), left, y, size, PAPER.ink, 700);
    if (row.pieces.length) inner += blockMarkup(linesOf(row, size), left + head, y, size, PAPER.ink);
    else inner += dottedMarkup(left + head, y + size, inside, PAPER.line);
    y += tallOf(row, size);
  }
  const top = TALL - foot - 8;
  const wide = BACK_WIDE - 2 * left - (label.qr ? foot : 0);
  const half = wide / 2;
  inner += `<rect x="${left}" y="${top}" width="${wide}" height="${foot - 12}" rx="6" fill="none" stroke="${PAPER.ink}" stroke-width="2"/>`;
  inner += `<path d="M${left + half} ${top}v${foot - 12}" stroke="${PAPER.ink}" stroke-width="2"/>`;
  [["Tanggal produksi", label.made], ["Baik digunakan sebelum", label.until]].forEach(([title, day], at) => {
    const x = left + at * half + 12;
    const titleSize = label.qr ? 13 : 15;
    const titles = breakLines([{ text: title }], half - 20, titleSize);
    inner += blockMarkup(titles, x, top + 9, titleSize, PAPER.ink);
    const dayY = top + foot - 30;
    if (day) inner += lineMarkup([{ text: day, bold: true }], x, dayY, label.qr ? 16 : 18, PAPER.ink, 700);
    else inner += dottedMarkup(x, dayY - 4, half - 26, PAPER.line);
  });
  return `<rect width="${BACK_WIDE}" height="${TALL}" fill="${PAPER.white}"/>${inner}`;
}

/** Give a whole picture with its short title and description. */
export function pictureMarkup(kind, inner, title, told, id) {
  const wide = kind === "front" ? FRONT_WIDE : BACK_WIDE;
  return `<svg class="lb-side" viewBox="0 0 ${wide} ${TALL}" role="img" aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">${plain(title)}</title><desc id="${id}-d">${plain(told)}</desc>${inner}</svg>`;
}
