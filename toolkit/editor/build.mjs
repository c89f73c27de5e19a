// Bundle CodeMirror into one ES module of the toolkit, with the licences of all that is in it beside it.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const target = resolve(process.argv[2] || join(here, "../lentera/widgets/editor"));
const LARGEST = 450_000;

const made = await build({
  entryPoints: [join(here, "codemirror.js")],
  bundle: true,
  format: "iife",
  globalName: "codemirror",
  minify: true,
  charset: "ascii",
  target: ["es2020"],
  legalComments: "none",
  metafile: true,
  write: false,
  nodePaths: [join(process.cwd(), "node_modules")],
});

const found = /^(?:"use strict";\s*)?var codemirror=([\s\S]*);\s*$/.exec(made.outputFiles[0].text);
if (!found) throw new Error("esbuild wraps the bundle in another way than before; adapt build.mjs");
const bundle = `// CodeMirror, bundled by toolkit/editor; the licences stand in codemirror.licences.txt.\nexport const codemirror = ${found[1]};\n`;
if (/^(import|export default)\b/m.test(bundle)) throw new Error("a line of the bundle begins like an import; the joiner would stop at it");
if (bundle.length > LARGEST) throw new Error(`the bundle has ${bundle.length} bytes; at most ${LARGEST} fit a weak laptop`);

const packages = [...new Set(Object.keys(made.metafile.inputs)
  .map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1])
  .filter(Boolean))].sort();
const licences = packages.map((name) => {
  const folder = join(process.cwd(), "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  if (!file) throw new Error(`${name} has no licence file; look for it before the bundle is passed on`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
});

mkdirSync(target, { recursive: true });
writeFileSync(join(target, "codemirror.js"), bundle);
writeFileSync(join(target, "codemirror.licences.txt"), licences.join(`\n${"-".repeat(72)}\n\n`));
const sum = createHash("sha256").update(bundle).digest("hex");
writeFileSync(join(here, "codemirror.sha256"), `${sum}  codemirror.js\n`);
console.log(`${bundle.length} bytes, ${packages.length} packages, sha256 ${sum}`);
