// Pictures of the price screen: notes and coins, two bars, and the plot on which money in meets money out.
import { plain } from "../shared/dom.js";

export const PLOT_SIZE = { width: 640, height: 340, left: 20, right: 616, top: 30, bottom: 290 };

/** Place a share of packs and a share of money on the plot. */
export function plotPoint(packs, money) {
  const { left, right, top, bottom } = PLOT_SIZE;
  return [left + (right - left) * packs, bottom - (bottom - top) * money];
}

/** Give the widths of a bar's two parts; together they never leave the picture. */
export function barWidths(cost, profit, room) {
  const whole = Math.max(cost + profit, 1);
  return [(cost / whole) * room, (profit / whole) * room];
}

/** Draw one note or coin with its value. */
export function drawPiece({ value, note }) {
  const body = note
    ? '<rect class="hb-note oi" x="2" y="2" width="112" height="52" rx="5"/><rect class="hb-line" x="8" y="8" width="100" height="40" rx="3"/>'
    : '<circle class="hb-coin oi" cx="28" cy="28" r="26"/><circle class="hb-line" cx="28" cy="28" r="20"/>';
  const x = note ? 58 : 28;
  const width = note ? 116 : 56;
  return `<svg viewBox="0 0 ${width} 56" width="${width}" height="56" aria-hidden="true" focusable="false">${body}<text x="${x}" y="34" text-anchor="middle" font-size="${note ? 18 : 14}" font-weight="700">${plain(note ? value : value.replace("Rp", ""))}</text></svg>`;
}

/** Draw the two bars: cost in one tone, profit in stripes, each with its number. */
export function drawBars(bars, words) {
  const room = 560;
  const rows = bars.rows.map((row, index) => {
    const [cost, profit] = barWidths(row.cost, row.profit, room);
    const y = 26 + index * 112;
    return `<text x="20" y="${y}" font-size="17" font-weight="600">${plain(row.name)}</text>
<rect class="hb-cost o" x="20" y="${y + 10}" width="${cost}" height="44"/>
<rect class="hb-profit o" x="${20 + cost}" y="${y + 10}" width="${profit}" height="44"/>
<path class="hb-stripes" d="${stripes(20 + cost, y + 10, profit, 44)}"/>
<text class="hb-on" x="32" y="${y + 38}" font-size="17">${plain(`${words.cost_word} ${row.cost_text}`)}</text>
<text x="${Math.min(20 + cost + profit, 580)}" y="${y + 74}" font-size="17" font-weight="600" text-anchor="end">${plain(`${words.profit_word} ${row.profit_text} = ${row.price_text}`)}</text>`;
  });
  return `<svg class="hb-picture" viewBox="0 0 600 ${8 + bars.rows.length * 112}" role="img" aria-label="${plain(bars.title)}"><desc>${plain(bars.told)}</desc>${rows.join("")}</svg>`;
}

function stripes(x, y, width, height) {
  const lines = [];
  for (let at = 10; at < width + height; at += 12) {
    const from = [Math.max(x, x + at - height), y + Math.min(height, at)];
    const to = [Math.min(x + width, x + at), y + Math.max(0, at - width)];
    lines.push(`M${from[0].toFixed(1)} ${from[1].toFixed(1)}L${to[0].toFixed(1)} ${to[1].toFixed(1)}`);
  }
  return lines.join("");
}

/** Draw money in and money out against packs, and where they meet. */
export function drawPlot(plot, words) {
  const { width, height, left, right, top, bottom } = PLOT_SIZE;
  const [meetX, meetY] = plotPoint(plot.meet / plot.most, plot.meet / plot.most);
  const [, outStart] = plotPoint(0, plot.fixed);
  const [endX, outEnd] = plotPoint(1, plot.out);
  return `<svg class="hb-picture" viewBox="0 0 ${width} ${height}" role="img" aria-label="${plain(plot.title)}"><desc>${plain(plot.told)}</desc>
<path class="hb-axis" d="M${left} ${top}V${bottom}H${right}"/>
<path class="hb-gap" d="M${meetX} ${meetY}V${bottom}"/>
<path class="hb-out" d="M${left} ${outStart}L${endX} ${outEnd}"/>
<path class="hb-in" d="M${left} ${bottom}L${right} ${top}"/>
<circle class="hb-meet" cx="${meetX}" cy="${meetY}" r="8"/>
<text x="${right - 96}" y="${top - 8}" text-anchor="end" font-size="17" font-weight="700">${plain(words.money_in)}</text>
<text x="${right}" y="${Math.min(outEnd + 62, bottom - 12)}" text-anchor="end" font-size="17" font-weight="700">${plain(words.money_out)}</text>
<text x="${left + 8}" y="${outStart - 18}" font-size="16">${plain(plot.fixed_text)}</text>
<text x="${Math.min(Math.max(meetX, left + 60), right - 130)}" y="${bottom + 26}" text-anchor="middle" font-size="17" font-weight="700">${plain(plot.packs_text)}</text>
<text x="${right}" y="${bottom + 26}" text-anchor="end" font-size="16">${plain(plot.most_text)}</text>
</svg>`;
}
