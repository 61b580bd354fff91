// Reads {"key": "update v1 in base64"} from standard input and writes, for each key, what real Yjs
// makes of it: its XML, its tree, and the text that y-prosemirror builds from it in the schema.
import { yXmlFragmentToProseMirrorRootNode } from "y-prosemirror";
import * as Y from "yjs";
import { schema } from "./schema.mjs";

let input = "";
for await (const chunk of process.stdin) {
  input += chunk;
}
const output = {};
for (const [key, update] of Object.entries(JSON.parse(input))) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Buffer.from(update, "base64"));
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    throw new Error(`${key}: the update waits for something`);
  }
  const fragment = doc.getXmlFragment("default");
  const root = yXmlFragmentToProseMirrorRootNode(fragment, schema);
  root.check();
  const before = Buffer.from(Y.encodeStateAsUpdate(doc)).toString("base64");
  output[key] = {
    xml: fragment.toString(),
    tree: fragment.toArray().flatMap(tree),
    text: root.textBetween(0, root.content.size, ""),
    unchanged: before === update,
  };
}
process.stdout.write(JSON.stringify(output));

function tree(node) {
  if (node instanceof Y.XmlText) {
    return node.toDelta().map((piece) => ({ text: piece.insert, marks: piece.attributes ?? {} }));
  }
  return [
    {
      name: node.nodeName,
      attributes: node.getAttributes(),
      children: node.toArray().flatMap(tree),
    },
  ];
}
