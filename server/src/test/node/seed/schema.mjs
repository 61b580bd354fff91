// The editor's schema, version 1, as far as reading goes. The web app has the whole one.
import { Schema } from "prosemirror-model";

const block = (content, attrs = {}) => ({ content, group: "block", attrs: optional(attrs) });
const inline = (content, attrs = {}) => ({
  content,
  group: "inline",
  inline: true,
  attrs: optional(attrs),
});

function optional(defaults) {
  return Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [name, { default: value }]),
  );
}

const fillIn = {
  id: null,
  kind: "text",
  label: "",
  unit: null,
  register: null,
  state: "open",
};
const cell = { colspan: 1, rowspan: 1, colwidth: null };

export const schema = new Schema({
  nodes: {
    doc: { content: "block*" },
    text: { group: "inline" },
    paragraph: block("inline*"),
    heading: block("inline*", { level: 2 }),
    bulletList: block("listItem*"),
    orderedList: block("listItem*", { start: 1 }),
    listItem: { content: "block*" },
    blockquote: block("block*"),
    table: block("tableRow*"),
    tableRow: { content: "(tableCell | tableHeader)*" },
    tableCell: { content: "block*", attrs: optional(cell) },
    tableHeader: { content: "block*", attrs: optional(cell) },
    horizontalRule: block(undefined),
    hardBreak: inline(undefined),
    example: block("block*", { id: null, decision: "open" }),
    help: block("block*", { id: null, title: "", icon: false }),
    questions: block("block*", { id: null, title: "" }),
    fillIn: inline("inline*", fillIn),
    fillInBlock: block("block*", fillIn),
    footnote: inline("inline*", { id: null }),
    crossReference: { ...inline(undefined, { id: null, target: "", text: null }), atom: true },
  },
  marks: {
    bold: {},
    italic: {},
    underline: {},
    strike: {},
    superscript: {},
    subscript: {},
    link: { attrs: { href: {} } },
  },
});
