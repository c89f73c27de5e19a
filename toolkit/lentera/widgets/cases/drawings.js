// Small flat drawings for the cases; the words beside them say the same.
import { decoration } from "../shared/dom.js";

const SHAPES = {
  sehat: '<rect x="10" y="8" width="28" height="34" rx="3" class="cs-paper"/><path d="M24 16v14M17 23h14"/>',
  jari: '<path d="M12 30c-2-14 4-20 12-20s14 6 12 20M17 34c-2-12 1-18 7-18s9 6 7 18M24 22c2 6 2 11 1 16"/>',
  berkas: '<path d="M12 6h16l8 8v28H12z" class="cs-paper"/><path d="M28 6v8h8M18 22h12M18 29h12M18 36h8"/>',
  anak: '<circle cx="24" cy="14" r="7" class="cs-paper"/><path d="M12 42c0-10 5-16 12-16s12 6 12 16z" class="cs-paper"/><path d="M18 8c3-4 9-4 12 0"/>',
  uang: '<rect x="6" y="14" width="36" height="22" rx="3" class="cs-paper"/><circle cx="24" cy="25" r="6"/><path d="M12 20h2M34 30h2"/>',
  orang: '<circle cx="24" cy="16" r="8" class="cs-paper"/><path d="M8 42c1-10 7-14 16-14s15 4 16 14z" class="cs-paper"/>',
  desa: '<path d="M8 24L24 10l16 14v18H8z" class="cs-paper"/><path d="M20 42V30h8v12"/>',
  kontak: '<rect x="10" y="6" width="26" height="36" rx="3" class="cs-paper"/><circle cx="23" cy="19" r="5"/><path d="M15 32c1-5 4-7 8-7s7 2 8 7M40 12v6M40 24v6"/>',
  lokasi: '<path d="M24 42C14 30 11 25 11 19a13 13 0 0 1 26 0c0 6-3 11-13 23z" class="cs-paper"/><circle cx="24" cy="19" r="5"/>',
  kamera: '<path d="M6 16h8l4-6h12l4 6h8v22H6z" class="cs-paper"/><circle cx="24" cy="26" r="7"/>',
  mikrofon: '<rect x="18" y="6" width="12" height="22" rx="6" class="cs-paper"/><path d="M11 22c0 8 5 13 13 13s13-5 13-13M24 35v7M16 42h16"/>',
  pesan: '<path d="M6 10h36v24H22l-8 8v-8H6z" class="cs-paper"/><path d="M14 19h20M14 26h12"/>',
  lonceng: '<path d="M12 34V22a12 12 0 0 1 24 0v12l4 4H8z" class="cs-paper"/><path d="M20 42h8M24 6v4"/>',
  galeri: '<rect x="6" y="10" width="36" height="28" rx="3" class="cs-paper"/><circle cx="16" cy="19" r="3"/><path d="M6 34l11-9 8 7 7-6 10 9"/>',
  layar: '<rect x="13" y="4" width="22" height="40" rx="4" class="cs-paper"/><path d="M19 12h10M19 18h10M19 24h6M22 39h4"/>',
  kunci: '<rect x="10" y="22" width="28" height="20" rx="3" class="cs-paper"/><path d="M16 22v-6a8 8 0 0 1 16 0v6M24 30v5"/>',
};

/** Draw a picture by name; it is for the eye alone. */
export function caseDrawing(name) {
  return decoration(SHAPES[name] ?? SHAPES.berkas, { kind: "cs-drawing", box: "0 0 48 48" });
}
