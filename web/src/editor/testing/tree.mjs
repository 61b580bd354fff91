// The editor's real schema and binding for a test of the server, which keeps the same tree in Java.
// Reads {"updates": [base64], "trees": [ProseMirror JSON]} and answers with the schema's nodes and
// marks, with what the binding reads from each update, and with an update that it writes for each
// tree. Run in the folder of the web app.

import { runnerImport } from 'vite';
import * as Y from 'yjs';

const load = async (path) => (await runnerImport(path)).module;
const { sheetSchema } = await load('./src/editor/schema.ts');
const { readDocument, UnknownContent } = await load('./src/editor/binding/read.ts');
const { writeNode } = await load('./src/editor/binding/write.ts');
const schema = sheetSchema();

const defaultsOf = (type) =>
  Object.fromEntries(
    Object.entries(type.spec.attrs ?? {}).map(([name, attribute]) => [name, attribute.default]),
  );

const read = (update) => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Buffer.from(update, 'base64'));
  try {
    const root = readDocument(doc.getXmlFragment('default'), schema, new Map());
    root.check();
    return root.toJSON();
  } catch (error) {
    if (error instanceof UnknownContent) {
      return { unknown: error.names };
    }
    throw error;
  }
};

const write = (tree) => {
  const doc = new Y.Doc();
  const fragment = doc.getXmlFragment('default');
  const node = schema.nodeFromJSON(tree);
  doc.transact(() => writeNode(fragment, node, 0, { mapping: new Map(), caret: undefined }));
  return Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
};

let input = '';
for await (const chunk of process.stdin) {
  input += chunk;
}
const { updates, trees } = JSON.parse(input);
const answer = {
  nodes: Object.fromEntries(
    Object.entries(schema.nodes).map(([name, type]) => [name, defaultsOf(type)]),
  ),
  marks: Object.fromEntries(
    Object.entries(schema.marks).map(([name, type]) => [name, defaultsOf(type)]),
  ),
  read: updates.map(read),
  written: trees.map(write),
};
process.stdout.write(JSON.stringify(answer), () => process.exit(0));
