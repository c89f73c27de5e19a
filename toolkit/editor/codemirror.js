// The parts of CodeMirror that the page editor uses, and the two languages a learner writes.
// The stock HTML package also brings JavaScript, completion and tags that close themselves: beginners write all of it.
import { defaultKeymap, history, historyKeymap, indentLess, indentMore, isolateHistory, redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import {
  bracketMatching, bracketMatchingHandle, continuedIndent, HighlightStyle, indentNodeProp, indentUnit, LRLanguage,
  syntaxHighlighting,
} from "@codemirror/language";
import { Annotation, Compartment, EditorSelection, EditorState, RangeSet, StateEffect, StateField, Transaction } from "@codemirror/state";
import { Decoration, drawSelection, EditorView, gutter, GutterMarker, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { parser as cssParser } from "@lezer/css";
import { tags } from "@lezer/highlight";
import { configureNesting, parser as htmlParser } from "@lezer/html";

const css = LRLanguage.define({
  name: "css",
  parser: cssParser.configure({ props: [indentNodeProp.add({ Declaration: continuedIndent() })] }),
});

/** What stands inside an element goes one step to the right; its closing tag stands below its opening one. */
const insideElement = (context) => {
  const closing = /^\s*<\//.test(context.textAfter);
  return context.lineIndent(context.node.from) + (closing ? 0 : context.unit);
};

const html = LRLanguage.define({
  name: "html",
  parser: htmlParser.configure({
    wrap: configureNesting(
      [{ tag: "style", parser: css.parser }],
      [{ name: "style", parser: css.parser.configure({ top: "Styles" }) }],
    ),
    props: [
      indentNodeProp.add({ Element: insideElement, "OpenTag CloseTag SelfClosingTag": continuedIndent() }),
      bracketMatchingHandle.add({ "OpenTag CloseTag": (node) => node.getChild("TagName") }),
    ],
  }),
  languageData: { indentOnInput: /^\s*<\/\w+\W$/, wordChars: "-_" },
});

export {
  Annotation, bracketMatching, Compartment, css, Decoration, defaultKeymap, drawSelection, EditorSelection, EditorState,
  EditorView, gutter, GutterMarker, highlightActiveLine, HighlightStyle, history, historyKeymap, html, indentLess, indentMore,
  indentUnit, isolateHistory, keymap, lineNumbers, RangeSet, redo, redoDepth, StateEffect, StateField, syntaxHighlighting, tags,
  Transaction, undo, undoDepth,
};
