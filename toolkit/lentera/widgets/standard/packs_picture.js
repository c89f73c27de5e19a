// Five packs beside the standard: a band of what may differ, a mark for each pack at its weight.
import { plain } from "../shared/dom.js";

const WIDE = 640;
const HIGH = 264;
const TOP = 36;
const BOTTOM = 214;
const LEFT = 130;

/** Give the height at which an amount stands, from what is wanted, what may differ, and all that was weighed. */
export function heightOf(net, wanted, reach) {
  const middle = (TOP + BOTTOM) / 2;
  const share = Math.max(-1, Math.min(1, (net - wanted) / reach));
  return middle - share * ((BOTTOM - TOP) / 2 - 28);
}

/** Give how far the picture reaches above and below what is wanted. */
export function reachOf(wanted, allowed, nets) {
  const far = Math.max(0, ...nets.map((net) => Math.abs(net - wanted)));
  return Math.max(far * 1.15, (allowed ?? 0) * 1.8, wanted * 0.02, 0.1);
}

/** Draw the picture as markup; without a weight that is wanted there is only a place for it. */
export function packsMarkup(view, title, id) {
  const { wanted, allowed, packs, scale, told } = view;
  const known = wanted !== null;
  const reach = known ? reachOf(wanted, allowed, packs.filter((one) => one.net !== null).map((one) => one.net)) : 1;
  let inner = "";
  if (known && allowed !== null) {
    const high = heightOf(wanted + allowed, wanted, reach);
    const low = heightOf(wanted - allowed, wanted, reach);
    inner += `<rect class="sp-band" x="${LEFT}" y="${high}" width="${WIDE - LEFT - 8}" height="${low - high}"/>`;
    if (low - high > 48) inner += `<text class="sp-text" x="${LEFT - 10}" y="${high + 5}" text-anchor="end">${plain(scale[1])}</text><text class="sp-text" x="${LEFT - 10}" y="${low + 5}" text-anchor="end">${plain(scale[2])}</text>`;
  }
  const middle = (TOP + BOTTOM) / 2;
  inner += `<path class="sp-wanted" d="M${LEFT} ${middle}H${WIDE - 8}"/>`;
  if (known) inner += `<text class="sp-text sp-strong" x="${LEFT}" y="18">${plain(scale[0])}</text>`;
  packs.forEach((one, index) => {
    const x = LEFT + 52 + index * 98;
    inner += `<text class="sp-text sp-strong" x="${x}" y="${HIGH - 8}" text-anchor="middle">${index + 1}</text>`;
    if (one.net === null || !known) {
      inner += `<circle class="sp-empty" cx="${x}" cy="${middle}" r="13"/>`;
      return;
    }
    const y = heightOf(one.net, wanted, reach);
    inner += one.inside === false
      ? `<path class="sp-out" d="M${x} ${y - 16}l16 16l-16 16l-16-16z"/><path class="sp-sign" d="M${x} ${y - 7}v8M${x} ${y + 6}v.2"/>`
      : `<circle class="sp-in" cx="${x}" cy="${y}" r="14"/><path class="sp-sign" d="M${x - 6} ${y}l4.500 4.500l8-9"/>`;
    inner += `<text class="sp-text sp-amount" x="${x}" y="${y > middle ? y + 33 : y - 21}" text-anchor="middle">${plain(one.amount)}</text>`;
  });
  return `<svg class="sp-picture" viewBox="0 0 ${WIDE} ${HIGH}" role="img" aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">${plain(title)}</title><desc id="${id}-d">${plain(told)}</desc>${inner}</svg>`;
}
