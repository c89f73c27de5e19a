// The code: CodeMirror with line numbers, colours, marks on lines that are not right yet, and keys for every button.
import { codemirror } from "./codemirror.js";
import { changeBetween, snippetInto } from "./text.js";

const {
  Annotation: CodeAnnotation, Compartment: CodeCompartment, Decoration: CodeDecoration, EditorState: CodeState,
  EditorView: CodeView, GutterMarker: CodeGutterMarker, HighlightStyle: CodeColours, RangeSet: CodeRangeSet,
  StateEffect: CodeEffect, StateField: CodeField, tags: codeTags,
} = codemirror;

const CODE_COLOURS = CodeColours.define([
  { tag: [codeTags.tagName, codeTags.angleBracket, codeTags.keyword, codeTags.atom], class: "ed-t" },
  { tag: [codeTags.attributeName, codeTags.propertyName, codeTags.className, codeTags.labelName], class: "ed-at" },
  { tag: [codeTags.attributeValue, codeTags.string, codeTags.number, codeTags.unit, codeTags.color], class: "ed-v" },
  { tag: [codeTags.comment, codeTags.documentMeta], class: "ed-c" },
]);

const setCodeMarks = CodeEffect.define();
const fromOutside = CodeAnnotation.define();

class LineSign extends CodeGutterMarker {
  constructor(word) {
    super();
    this.word = word;
  }

  eq(other) {
    return other.word === this.word;
  }

  toDOM() {
    const sign = document.createElement("span");
    sign.className = "ed-sign";
    sign.title = this.word;
    sign.textContent = "!";
    return sign;
  }
}

/** Marks on lines: they move with the text while she mends it. */
const codeMarks = CodeField.define({
  create: () => CodeRangeSet.empty,
  update: (marks, transaction) => {
    for (const effect of transaction.effects) {
      if (effect.is(setCodeMarks)) return markLines(transaction.state.doc, effect.value);
    }
    return marks.map(transaction.changes);
  },
  provide: (field) => CodeView.decorations.from(field),
});

function markLines(doc, marks) {
  const byLine = new Map();
  for (const mark of marks) {
    if (mark.line >= 1 && mark.line <= doc.lines && !byLine.has(mark.line)) byLine.set(mark.line, mark.says);
  }
  const ranges = [...byLine].map(([line, says]) => CodeDecoration.line({ class: "ed-mark", says }).range(doc.line(line).from));
  return CodeRangeSet.of(ranges, true);
}

/**
 * Make the code editor. `on` is told `{ change(), line(number, says), blur(), snippet(number), find() }`.
 * Each file keeps its own undo steps and its caret while the screen is open.
 */
export function makeCode(words, on) {
  const states = new Map();
  const access = new CodeCompartment();
  let file = "";
  let caretLine = 1;

  const keys = [
    ...[1, 2, 3, 4, 5, 6].map((number) => ({ key: `Ctrl-Alt-${number}`, run: () => on.snippet(number - 1) })),
    { key: "F8", run: () => { on.find(); return true; } },
    { key: "Mod-z", run: () => { undo(); return true; } },
    { key: "Mod-y", mac: "Mod-Shift-z", run: () => { redo(); return true; } },
  ];
  const sign = new LineSign(words.mark);
  const signs = codemirror.gutter({
    class: "ed-signs",
    markers: (view) => {
      const found = [];
      view.state.field(codeMarks).between(0, view.state.doc.length, (from) => { found.push(sign.range(from)); });
      return CodeRangeSet.of(found, true);
    },
  });
  const listener = CodeView.updateListener.of((update) => {
    if (update.docChanged && !update.transactions.some((one) => one.annotation(fromOutside))) on.change();
    if (!update.selectionSet && !update.docChanged) return;
    const now = lineNow();
    if (now === caretLine) return;
    caretLine = now;
    if (update.selectionSet) on.line(now, says(now));
  });
  const locked = (yes) => [CodeState.readOnly.of(yes), CodeView.editable.of(!yes)];
  const begin = (name, text, kind, readOnly) => CodeState.create({
    doc: text,
    extensions: [
      codemirror.lineNumbers(), signs, codeMarks, codemirror.history(), codemirror.bracketMatching(), codemirror.indentUnit.of("  "),
      kind === "css" ? codemirror.css : codemirror.html,
      codemirror.syntaxHighlighting(CODE_COLOURS),
      codemirror.keymap.of([...keys, ...codemirror.defaultKeymap]),
      CodeView.lineWrapping,
      CodeState.phrases.of(words.phrases),
      access.of(locked(readOnly)),
      CodeView.contentAttributes.of({
        "aria-label": words.code_label.replace("{file}", name), "data-lm-suppress-shortcuts": "true", tabindex: "0",
        spellcheck: "false", autocapitalize: "off", autocorrect: "off", translate: "no",
      }),
      CodeView.domEventHandlers({ blur: () => on.blur() }),
      listener,
    ],
  });

  const view = new CodeView({ state: begin("", "", "html", true) });
  view.scrollDOM.setAttribute("data-lm-suppress-shortcuts", "true");
  const lineNow = () => view.state.doc.lineAt(view.state.selection.main.head).number;
  const says = (number) => {
    const line = view.state.doc.line(number);
    let found = "";
    view.state.field(codeMarks).between(line.from, line.from, (_from, _to, mark) => { found = mark.spec.says; });
    return found;
  };
  const text = () => view.state.doc.toString();

  /** Show a file: another one with its own past, the same one with the piece changed that differs. */
  const show = (name, content, kind, readOnly) => {
    if (name !== file) {
      if (file) states.set(file, view.state);
      file = name;
      view.setState(states.get(name) || begin(name, content, kind, readOnly));
      caretLine = lineNow();
    }
    if (text() !== content) view.dispatch({ changes: changeBetween(text(), content), annotations: fromOutside.of(true) });
    if (view.state.readOnly !== readOnly) view.dispatch({ effects: access.reconfigure(locked(readOnly)) });
  };
  const forget = (names) => {
    for (const name of states.keys()) if (!names.includes(name)) states.delete(name);
  };
  const mark = (marks) => view.dispatch({ effects: setCodeMarks.of(marks) });
  /** Bring a line into view inside the editor alone: the notebook around it stays where it is. */
  const reveal = (number) => {
    if (number < 1 || number > view.state.doc.lines) return;
    const block = view.lineBlockAt(view.state.doc.line(number).from);
    const { scrollTop, clientHeight } = view.scrollDOM;
    if (block.top < scrollTop || block.bottom > scrollTop + clientHeight) view.scrollDOM.scrollTop = block.top - clientHeight / 2;
  };
  const markedLines = () => {
    const lines = [];
    view.state.field(codeMarks).between(0, view.state.doc.length, (from) => { lines.push(view.state.doc.lineAt(from).number); });
    return lines;
  };
  const goLine = (number) => {
    const { doc } = view.state;
    const line = doc.line(Math.min(Math.max(number, 1), doc.lines));
    caretLine = line.number;
    const at = line.from + /^\s*/.exec(line.text)[0].length;
    view.dispatch({ selection: { anchor: at }, effects: CodeView.scrollIntoView(at, { y: "center" }) });
    view.focus();
  };
  /** Put a pattern in at the caret; return the line the caret is in then, or 0 when the file is locked. */
  const insert = (name, pattern) => {
    if (view.state.readOnly) return 0;
    const { from, to } = view.state.selection.main;
    const line = view.state.doc.lineAt(from);
    const piece = snippetInto(name, pattern, {
      before: line.text.slice(0, from - line.from), after: view.state.doc.sliceString(to, view.state.doc.lineAt(to).to), selected: view.state.doc.sliceString(from, to),
    });
    view.dispatch({
      changes: { from, to, insert: piece.insert }, selection: { anchor: from + piece.caret }, scrollIntoView: true,
      annotations: codemirror.isolateHistory.of("full"), userEvent: "input",
    });
    view.focus();
    return lineNow();
  };
  const step = (command) => {
    const done = command(view);
    view.focus();
    on.stepped(command === codemirror.undo, done);
  };
  const undo = () => step(codemirror.undo);
  const redo = () => step(codemirror.redo);
  const shift = (right) => {
    (right ? codemirror.indentMore : codemirror.indentLess)(view);
    view.focus();
  };
  return {
    element: view.dom, view, text, show, forget, mark, reveal, markedLines, says, goLine, insert, undo, redo, shift, lineNow,
    file: () => file, focus: () => view.focus(), leave: () => view.destroy(),
  };
}
