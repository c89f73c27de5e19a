// The cards' pictures: each part large enough to know it again on the table, 240 x 180, front view.
import { drawScrew, drawSign, drawText } from "../drawing/ink.js";

export const CARD_SIZE = [240, 180];

/** Draw a lead or cable along a path: plus is plain, minus is striped, a cable with both wires is grey. */
const cardCord = (path, kind) => {
  const line = (stroke, width, more = "") => `<path d="${path}" fill="none" stroke="var(${stroke})" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${more}/>`;
  if (kind === "minus") return line("--out", 17) + line("--casing", 12) + line("--minus", 12) + line("--stripe", 4, ' stroke-dasharray="9 11"');
  if (kind === "plus") return line("--out", 17) + line("--plus", 12);
  return line("--out", 14) + line("--frame2", 9);
};

/** Draw a round plug that points in a direction: degrees, 0 is to the right. */
const cardPlug = (x, y, degrees) =>
  `<g transform="translate(${x} ${y}) rotate(${degrees})"><rect x="30" y="-5" width="20" height="10" rx="3" fill="var(--screw)" class="o"/>` +
  '<rect x="-6" y="-12" width="38" height="24" rx="7" fill="var(--body)" class="o"/><path d="M4 -11v22M12 -11v22" stroke="var(--body-ink)" stroke-width="1.5" opacity=".55"/></g>';

const cardCells = (left, top, columns, rows, wide, tall) => {
  let cells = "";
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      cells += `<rect x="${left + column * wide}" y="${top + row * tall}" width="${wide - 2}" height="${tall - 2}" rx="2" fill="var(--cell2)"/>`;
    }
  }
  const buses = Array.from({ length: columns }, (_, column) => `M${left + (column + 0.5) * wide - 1} ${top}V${top + rows * tall - 2}`).join("");
  return `${cells}<path d="${buses}" stroke="var(--bus)" stroke-width="1.5"/>`;
};

const cardPanelFace = (left, top) =>
  `<rect x="${left}" y="${top}" width="108" height="134" rx="5" fill="var(--frame)" class="o"/><rect x="${left + 7}" y="${top + 7}" width="94" height="120" rx="2" fill="var(--backsheet)" class="oi"/>` +
  cardCells(left + 9, top + 9, 4, 6, 22.75, 19.5) +
  `<path d="M${left + 14} ${top + 118}L${left + 60} ${top + 9}H${left + 82}L${left + 36} ${top + 118}Z" fill="#fff" opacity=".12"/>`;

const cardBulb = (x, y, size) =>
  `<path d="M${x - 24} ${y + 46}C${x - 26} ${y + 35} ${x - size} ${y + 26} ${x - size} ${y}a${size} ${size} 0 0 1 ${2 * size} 0C${x + size} ${y + 26} ${x + 26} ${y + 35} ${x + 24} ${y + 46}Z"`;

const cardRays = (x, y, inner, outer, turns) => {
  const rays = turns.map((degrees) => {
    const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    return `M${(x + inner * c).toFixed(1)} ${(y + inner * s).toFixed(1)}L${(x + outer * c).toFixed(1)} ${(y + outer * s).toFixed(1)}`;
  });
  return `<path d="${rays.join("")}" stroke="var(--out)" stroke-width="8" stroke-linecap="round"/><path d="${rays.join("")}" stroke="var(--lamp)" stroke-width="4" stroke-linecap="round"/>`;
};

function cardPanel() {
  return (
    '<path d="M72 148v18M132 148v18" stroke="var(--out)" stroke-width="10"/><path d="M72 148v17M132 148v17" stroke="var(--frame2)" stroke-width="5.5"/><path d="M54 168H150" stroke="var(--out)" stroke-width="6" stroke-linecap="round"/>' +
    `<rect x="142" y="34" width="60" height="100" rx="8" fill="var(--body2)" class="o"/>${cardPanelFace(46, 14)}` +
    drawSign(180, 48, "plus") + drawScrew(180, 68) + drawSign(180, 94, "minus") + drawScrew(180, 114)
  );
}

function cardController(words, numbered = false) {
  const screws = [32, 66, 103, 137, 174, 208];
  const top = numbered ? 6 : 20;
  const ends = screws
    .map((x, index) => drawSign(x, top + 98, index % 2 ? "minus" : "plus") + drawScrew(x, top + 118) + (numbered ? drawText(x, top + 162, String(index + 1), { anchor: "middle", strong: true, size: 17 }) : ""))
    .join("");
  const names = words.pairs.map((name, index) => `<text x="${[49, 120, 191][index]}" y="${top + 84}" text-anchor="middle" font-size="13" font-weight="700" style="fill:var(--body-ink)">${name}</text>`).join("");
  return (
    `<rect x="12" y="${top}" width="216" height="138" rx="12" fill="var(--body)" class="o"/><path d="M12 ${top + 66}H228V${top + 126}a12 12 0 0 1 -12 12H24a12 12 0 0 1 -12 -12Z" fill="var(--body2)" class="o"/>` +
    `<rect x="28" y="${top + 12}" width="112" height="42" rx="5" fill="var(--lcd)" class="o"/><text x="112" y="${top + 43}" text-anchor="end" font-size="28" font-weight="700" style="fill:var(--lcd-ink)">${words.volts}</text><text x="117" y="${top + 43}" font-size="17" font-weight="700" style="fill:var(--lcd-ink)">V</text>` +
    `<circle cx="168" cy="${top + 23}" r="6" fill="var(--lamp)" stroke="var(--body-ink)" stroke-width="2"/><circle cx="168" cy="${top + 45}" r="6" fill="none" stroke="var(--body-ink)" stroke-width="2"/><path d="M184 ${top + 23}h24M184 ${top + 45}h24" stroke="var(--body-ink)" stroke-width="3" stroke-linecap="round" opacity=".7"/>` +
    `<path d="M84.500 ${top + 72}v60M155.500 ${top + 72}v60" stroke="var(--body-ink)" stroke-width="1.5" opacity=".5"/>${names}${ends}`
  );
}

function cardBattery(words) {
  return (
    '<rect x="52" y="44" width="44" height="28" rx="5" fill="var(--plus)" class="o"/><rect x="144" y="44" width="44" height="28" rx="5" fill="var(--bat2)" class="o"/>' +
    '<rect x="34" y="62" width="172" height="104" rx="8" fill="var(--bat)" class="o"/><path d="M36 82H204" stroke="var(--bat2)" stroke-width="3"/><path d="M36 148H204" stroke="var(--bat2)" stroke-width="3"/>' +
    `<rect x="48" y="92" width="144" height="46" rx="5" fill="var(--batlabel)" class="oi"/>${drawText(120, 120, words.size, { anchor: "middle", strong: true, size: 15, ink: "--batlabel-ink" })}` +
    drawSign(62, 115, "plus", "--batlabel-ink") + drawSign(178, 115, "minus", "--batlabel-ink") + drawScrew(74, 36) + drawScrew(166, 36)
  );
}

function cardFuse() {
  return (
    '<rect x="16" y="60" width="208" height="64" rx="32" fill="var(--plate2)" class="o"/><rect x="72" y="74" width="96" height="36" rx="6" fill="var(--glass)" class="o"/>' +
    '<rect x="72" y="74" width="14" height="36" rx="3" fill="var(--frame2)" class="oi"/><rect x="154" y="74" width="14" height="36" rx="3" fill="var(--frame2)" class="oi"/>' +
    '<path d="M86 92q17 -14 34 0t34 0" fill="none" stroke="var(--out)" stroke-width="3"/><path d="M92 81h26" stroke="#fff" stroke-width="3.5" stroke-linecap="round" opacity=".8"/>' +
    `${drawScrew(44, 92)}${drawScrew(196, 92)}`
  );
}

function cardSwitch() {
  return (
    '<rect x="68" y="24" width="40" height="34" rx="6" fill="var(--plate2)" class="o"/><rect x="132" y="24" width="40" height="34" rx="6" fill="var(--plate2)" class="o"/>' +
    '<rect x="52" y="44" width="136" height="124" rx="12" fill="var(--plate)" class="o"/><rect x="61" y="53" width="118" height="106" rx="8" fill="none" stroke="var(--out)" stroke-width="1.2" opacity=".45"/>' +
    '<rect x="94" y="62" width="52" height="88" rx="7" fill="var(--plate2)" class="o"/><path d="M94 106h52v37a7 7 0 0 1 -7 7h-38a7 7 0 0 1 -7 -7Z" fill="var(--plate)" class="oi"/><rect x="94" y="62" width="52" height="88" rx="7" fill="none" class="o"/>' +
    `<path d="M120 74v20" stroke="var(--out)" stroke-width="4.500" stroke-linecap="round"/><circle cx="120" cy="128" r="8.500" fill="none" stroke="var(--out)" stroke-width="3"/>${drawScrew(88, 24)}${drawScrew(152, 24)}`
  );
}

function cardLamp() {
  return (
    cardRays(120, 60, 47, 55, [205, 237, 270, 303, 335]) +
    `${cardBulb(120, 62, 37)} fill="var(--lit)" class="o"/><path d="M98 57a24 24 0 0 1 15 -17" stroke="#fff" stroke-width="5" stroke-linecap="round" fill="none" opacity=".9"/>` +
    '<path d="M94 108h52l-6 16h-40Z" fill="var(--plate)" class="o"/><rect x="62" y="122" width="116" height="54" rx="10" fill="var(--body)" class="o"/>' +
    drawSign(82, 149, "minus") + drawScrew(103, 149) + drawScrew(137, 149) + drawSign(158, 149, "plus")
  );
}

function cardCable() {
  const bare = (x, y) => `<path d="M${x} ${y}h16" stroke="var(--out)" stroke-width="11" stroke-linecap="round"/><path d="M${x} ${y}h15" stroke="var(--screw)" stroke-width="6" stroke-linecap="round"/>`;
  return (
    bare(10, 52) + bare(214, 52) + bare(10, 132) + bare(214, 132) +
    cardCord("M28 52C80 10 100 104 150 72S190 52 212 52", "plus") + cardCord("M28 132C80 90 100 184 150 152S190 132 212 132", "minus")
  );
}

function cardMeter(words) {
  const probe = (x, kind) =>
    `<path d="M${x} 8V42" stroke="var(--out)" stroke-width="7" stroke-linecap="round"/><path d="M${x} 9V42" stroke="var(--screw)" stroke-width="3" stroke-linecap="round"/>` +
    cardCord(`M${x} 48V102`, kind) + drawText(x, 171, kind === "plus" ? words.plain : words.striped, { anchor: "middle", size: 15 });
  return (
    cardCord("M40 102C40 138 84 158 104 144V126", "minus") + cardCord("M200 102C200 138 156 158 136 144V126", "plus") +
    '<rect x="74" y="8" width="92" height="130" rx="12" fill="var(--meter)" class="o"/><rect x="83" y="17" width="74" height="112" rx="7" fill="var(--meterbody)" class="oi"/>' +
    `<rect x="90" y="24" width="60" height="28" rx="4" fill="var(--lcd)" class="oi"/><text x="120" y="46" text-anchor="middle" font-size="20" font-weight="700" style="fill:var(--lcd-ink)">${words.volts}</text>` +
    '<circle cx="120" cy="80" r="19" fill="var(--meter)" class="o"/><path d="M120 80V64" stroke="var(--out)" stroke-width="5" stroke-linecap="round"/>' +
    '<circle cx="104" cy="116" r="8" fill="var(--ter)" class="oi"/><circle cx="136" cy="116" r="8" fill="var(--ter)" class="oi"/>' +
    cardCord("M104 134V117", "minus") + cardCord("M136 134V117", "plus") + probe(40, "minus") + probe(200, "plus")
  );
}

function cardPlugPanel() {
  return `${cardCord("M136 128C150 178 178 172 186 140", "both")}${cardPanelFace(40, 14)}${cardPlug(186, 138, -80)}`;
}

function cardHub(words) {
  const socket = (x) => `<circle cx="${x}" cy="104" r="15" fill="var(--ter)" class="o"/><circle cx="${x}" cy="104" r="7.500" fill="none" stroke="var(--out)" stroke-width="2"/><circle cx="${x}" cy="104" r="2.500" fill="var(--out)"/>`;
  return (
    cardCord("M120 12V50", "both") +
    '<rect x="22" y="44" width="196" height="94" rx="14" fill="var(--body)" class="o"/><path d="M22 80H218V124a14 14 0 0 1 -14 14H36a14 14 0 0 1 -14 -14Z" fill="var(--body2)" class="o"/>' +
    `<path d="M40 62h60" stroke="var(--body-ink)" stroke-width="3" stroke-linecap="round" opacity=".5"/>${[52, 92, 132].map(socket).join("")}` +
    `<rect x="164" y="95" width="38" height="18" rx="3" fill="var(--ter)" class="o"/><path d="M170 104h26" stroke="var(--out)" stroke-width="4"/><text x="183" y="68" text-anchor="middle" font-size="15" font-weight="700" style="fill:var(--body-ink)">${words.usb}</text>`
  );
}

function cardHungLamp() {
  return (
    cardRays(120, 106, 57, 65, [34, 62, 90, 118, 146]) +
    '<path d="M120 32V16a9 9 0 1 0 -9 9" fill="none" stroke="var(--out)" stroke-width="4" stroke-linecap="round"/>' +
    '<rect x="88" y="30" width="64" height="46" rx="8" fill="var(--body)" class="o"/><path d="M100 40v26M112 40v26" stroke="var(--body-ink)" stroke-width="2" opacity=".5"/><circle cx="137" cy="53" r="8" fill="var(--ter)" class="oi"/><circle cx="137" cy="53" r="2.500" fill="var(--out)"/>' +
    '<path d="M56 112C56 88 80 76 120 76s64 12 64 36Z" fill="var(--plate)" class="o"/><path d="M68 112H172C172 140 148 154 120 154S68 140 68 112Z" fill="var(--lit)" class="o"/><path d="M82 122a38 24 0 0 0 16 18" stroke="#fff" stroke-width="4.500" stroke-linecap="round" fill="none" opacity=".9"/>' +
    '<path d="M180 112V146" stroke="var(--out)" stroke-width="2.500"/><circle cx="180" cy="152" r="7" fill="var(--frame)" class="o"/>'
  );
}

function cardUsb(words) {
  return (
    '<rect x="30" y="22" width="180" height="136" rx="14" fill="var(--plate)" class="o"/><rect x="56" y="66" width="128" height="60" rx="6" fill="var(--frame)" class="o"/><rect x="66" y="76" width="108" height="40" rx="3" fill="var(--bat2)" class="oi"/>' +
    '<rect x="72" y="80" width="96" height="15" rx="2" fill="var(--plate2)" class="oi"/><path d="M86 88h10M108 88h10M130 88h10M150 88h8" stroke="var(--out)" stroke-width="4"/>' +
    drawText(120, 51, words.usb, { anchor: "middle", strong: true, size: 20 })
  );
}

function cardPlugCable() {
  const loop = (rx, ry) => `M${120 - rx} 84a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`;
  return (
    cardCord("M58 96C40 140 52 150 62 150", "both") + cardCord("M182 96C200 140 188 150 178 150", "both") +
    cardCord(loop(66, 62), "both") + cardCord(loop(50, 46), "both") + cardCord(loop(34, 30), "both") +
    '<rect x="104" y="10" width="32" height="50" rx="5" fill="var(--plate2)" class="o"/><path d="M110 22h20M110 48h20" stroke="var(--out)" stroke-width="2" opacity=".6"/>' +
    cardPlug(62, 152, 20) + cardPlug(178, 152, 160)
  );
}

/** What draws each part; the words are those printed on devices. */
export const CARD_DRAWINGS = {
  panel: cardPanel,
  pengatur: cardController,
  baterai: cardBattery,
  sekering: cardFuse,
  sakelar: cardSwitch,
  lampu: cardLamp,
  kabel: cardCable,
  panel_colok: cardPlugPanel,
  kotak_cabang: cardHub,
  lampu_baterai: cardHungLamp,
  lubang_usb: cardUsb,
  kabel_colok: cardPlugCable,
  multimeter: cardMeter,
};

/** Return the inside of a card's picture on its ground; `numbered` counts the controller's screws. */
export function drawCard(id, words, numbered = false) {
  const [width, height] = CARD_SIZE;
  return `<rect width="${width}" height="${height}" fill="var(--board)"/>${CARD_DRAWINGS[id](words, numbered)}`;
}
