// Small pictures of the market: the steps of an order, the five roles, the goods. Words always stand beside them.

const EDGE = 'stroke="var(--out)" stroke-width="2.5" stroke-linejoin="round" stroke-linecap="round"';
const PEN = `${EDGE} fill="none"`;
const fill = (colour) => `${EDGE} style="fill:var(--${colour})"`;

const BOX = `<path ${fill("cloth")} d="M10 24h44v30H10z"/><path ${fill("plate")} d="M10 24l6-10h32l6 10z"/><path ${fill("plate2")} d="M27 24h10v11H27z"/>`;
const PERSON = (x, y, colour) => `<circle ${fill("plate")} cx="${x}" cy="${y}" r="7"/><path ${fill(colour)} d="M${x - 12} ${y + 25}v-5a12 11 0 0 1 24 0v5z"/>`;

const STEPS = {
  dipesan: `<path ${fill("plate")} d="M14 10h30v46H14z"/><path ${fill("act-tint")} d="M22 6h14v8H22z"/><path ${PEN} d="M21 24h12M21 33h9M21 42h6"/><path ${fill("cloth")} d="M33 45l17-19 7 6-17 19-9 3z"/>`,
  dibayar: `<path ${fill("plate")} d="M16 4h32v56H16z"/><path ${fill("act-tint")} d="M22 12h20v22H22z"/><path ${PEN} d="M26 16h4v4h-4zM34 16h4v4h-4zM26 26h4v4h-4zM35 26v4M38 29h-2"/><circle ${fill("ok-tint")} cx="44" cy="48" r="12"/><path ${PEN} d="M38.500 48l4 4 7-8"/>`,
  stok_dicadangkan: `<path ${PEN} d="M8 8v50M56 8v50"/><path ${fill("plate2")} d="M6 28h52v6H6zM6 52h52v6H6z"/><path ${fill("cloth")} d="M14 14h13v14H14z"/><path ${fill("plate")} d="M33 12h16v16H33z"/><path ${fill("act")} d="M33 40h18v12H33z"/><path ${PEN} d="M37 40v-3a5 5 0 0 1 10 0v3"/><path ${fill("cloth")} d="M13 39h14v13H13z"/>`,
  dikemas: `${BOX}<path ${PEN} d="M42 47h6M42 41h6"/>`,
  diserahkan_ke_kurir: `${PERSON(15, 17, "act-tint")}${PERSON(49, 17, "plate2")}<path ${fill("cloth")} d="M23 32h18v16H23z"/><path ${PEN} d="M32 32v6M6 54h52"/>`,
  dikirim: `<circle ${fill("plate")} cx="15" cy="48" r="9"/><circle ${fill("plate")} cx="50" cy="48" r="9"/><path ${fill("act-tint")} d="M15 48c0-9 5-13 13-13h4c3 0 4 2 4 5h6c1-6-1-12-4-17h-5v-5h8c6 7 8 15 9 30"/><path ${PEN} d="M15 48h22l4-8"/><path ${fill("cloth")} d="M6 13h20v20H6z"/><path ${PEN} d="M16 13v8"/>`,
  diterima: `<path ${fill("act-tint")} d="M12 30v28h40V30"/><path ${fill("cloth")} d="M6 32L32 8l26 24z"/><path ${fill("plate")} d="M24 40h16v18H24z"/><path ${PEN} d="M27.500 49l4 4 6-8"/>`,
  diulas: `<path ${fill("plate")} d="M6 8h52v36H30L18 56V44H6z"/><path ${fill("act-tint")} d="M32 13l4 8.500 9 1-6.500 6.500 1.500 9-8-4.500-8 4.500 1.500-9L19 22.500l9-1z"/>`,
  batal: `<path ${fill("plate")} d="M14 8h36v48H14z"/><path ${PEN} d="M22 20h20M22 30h20M22 40h12"/><path stroke="var(--out)" stroke-width="5" d="M10 54L54 10"/>`,
  berhenti: `<path ${fill("plate")} d="M32 6L58 32 32 58 6 32z"/><path ${PEN} d="M32 20v16M32 43v1"/>`,
};

const FACES = {
  pembeli: `${PERSON(26, 18, "act-tint")}<path ${fill("cloth")} d="M36 38h20l-3 20H39z"/><path ${PEN} d="M41 38v-4a5 5 0 0 1 10 0v4"/>`,
  penjual: `<path ${fill("plate")} d="M10 28h44v30H10z"/><path ${fill("cloth")} d="M6 14h52v10a6.500 6.500 0 0 1-13 0 6.500 6.500 0 0 1-13 0 6.500 6.500 0 0 1-13 0 6.500 6.500 0 0 1-13 0z"/><path ${fill("act-tint")} d="M17 38h14v20H17z"/><path ${PEN} d="M38 38h10v9H38z"/>`,
  stokis: STEPS.stok_dicadangkan,
  kurir: STEPS.dikirim,
  petugas_aduan: `<circle ${fill("plate")} cx="32" cy="30" r="15"/><path ${PEN} d="M13 34v-6a19 19 0 0 1 38 0v6"/><path ${fill("act-tint")} d="M9 30h8v14H9zM47 30h8v14h-8z"/><path ${PEN} d="M51 44c0 8-6 11-14 11M27 33c2.500 3 7.500 3 10 0"/>`,
};

const GOODS = {
  kantong: `<path ${fill("act-tint")} d="M14 14l4-8h28l4 8-3 6v30l3 8H14l3-8V20z"/><path ${PEN} d="M14 14h36M14 50h36"/><circle ${fill("cloth")} cx="32" cy="33" r="9"/><path ${PEN} d="M28 31c3-3 6-3 8 0"/>`,
  toples: `<path ${fill("cloth")} d="M18 6h28v9H18z"/><path ${fill("plate")} d="M20 15h24c6 3 8 7 8 13v24c0 4-3 6-6 6H18c-3 0-6-2-6-6V28c0-6 2-10 8-13z"/><path ${fill("act-tint")} d="M20 31h24v16H20z"/><path ${PEN} d="M26 39h12"/>`,
  botol: `<path ${fill("cloth")} d="M26 4h12v9H26z"/><path ${fill("plate")} d="M27 13h10v8c7 4 9 8 9 14v20c0 3-2 5-5 5H23c-3 0-5-2-5-5V35c0-6 2-10 9-14z"/><path ${fill("act-tint")} d="M18 36h28v14H18z"/>`,
  dus: BOX,
};

const framed = (shape, size) => `<svg viewBox="0 0 64 64" width="${size}" height="${size}" aria-hidden="true" focusable="false">${shape}</svg>`;

/** Return the picture of a step of an order; what is no step of the path has the diamond that says stop. */
export function drawStep(name, size = 52) {
  return framed(STEPS[name] || STEPS.berhenti, size);
}

/** Return the picture of a role. */
export function drawRole(name, size = 64) {
  return framed(FACES[name] || FACES.pembeli, size);
}

/** Return the picture of what is sold: bag, jar, bottle and box take turns. */
export function drawGoods(number, size = 72) {
  const kinds = Object.values(GOODS);
  return framed(kinds[number % kinds.length], size);
}
