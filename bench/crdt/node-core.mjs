// What yjs in Node needs for the editing history, and the files that CoreBench reads.
// Usage: node --expose-gc node-core.mjs <directory> [reps]
import fs from 'node:fs';
import path from 'node:path';
import * as Y from 'yjs';
import { readTraceFile, traceUpdates, writeTraceFile } from '../lib/trace.mjs';

const directory = process.argv[2];
const reps = Number(process.argv[3] ?? 3);
const file = path.join(directory, 'trace.bin');
fs.mkdirSync(directory, { recursive: true });
if (!fs.existsSync(file)) writeTraceFile(file, traceUpdates().updates);
const updates = readTraceFile(file);

/** A plan's section of about 200 KB of prose after 100,000 edits. */
function planDocument() {
  const doc = new Y.Doc();
  doc.clientID = 77;
  const fragment = doc.getXmlFragment('default');
  let seed = 1;
  const below = (n) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
  for (let i = 0; i < 400; i++) {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('De gemeente werkt samen. '.repeat(20))]);
    fragment.push([paragraph]);
  }
  for (let i = 0; i < 100_000; i++) {
    if (i % 1000 === 0) doc.clientID = 1000 + i;
    const text = fragment.get(below(400)).get(0);
    const at = below(text.length);
    if (i % 2 === 0) text.insert(at, 'x');
    else text.delete(at, 1);
  }
  return Y.encodeStateAsUpdate(doc);
}
const planFile = path.join(directory, 'plan.bin');
if (!fs.existsSync(planFile)) fs.writeFileSync(planFile, planDocument());
const plan = new Uint8Array(fs.readFileSync(planFile));

const times = {};
const cpuTimes = {};
const timed = (name, fn) => {
  globalThis.gc?.();
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = fn();
  (times[name] ??= []).push(performance.now() - start);
  const { user, system } = process.cpuUsage(cpu);
  (cpuTimes[name] ??= []).push((user + system) / 1000);
  return result;
};
const load = (update) => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc;
};
let doc;
for (let i = 0; i < reps; i++) {
  doc = timed('applySingle', () => {
    const d = new Y.Doc();
    for (const update of updates) Y.applyUpdate(d, update);
    return d;
  });
}
const encoded = Y.encodeStateAsUpdate(doc);
fs.writeFileSync(path.join(directory, 'encoded.bin'), encoded);
for (let i = 0; i < reps * 3; i++) {
  timed('encode', () => Y.encodeStateAsUpdate(doc));
  timed('load', () => load(encoded));
  timed('openPlan', () => load(plan));
}
doc = null;
/** What is held once everything else is collected. */
const used = async () => {
  for (let i = 0; i < 4; i++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return process.memoryUsage().heapUsed;
};
const before = await used();
doc = load(encoded);
const heapBytes = (await used()) - before;
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const medians = (all) =>
  Object.fromEntries(Object.entries(all).map(([k, v]) => [k, median(v)]));
console.log(
  JSON.stringify({
    runtime: `node ${process.version}`,
    updates: updates.length,
    encodedBytes: encoded.length,
    planBytes: plan.length,
    medianMs: medians(times),
    medianCpuMs: medians(cpuTimes),
    heapBytes,
    text: doc.getText('t').length,
  }),
);
