// Faults with real processes: people type, something is killed, and nothing that was shown as saved
// may be missing afterwards.
// usage: node kill.mjs --java BIN --jar FILE --home DIR --work DIR [--rounds N] [--seed N]
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomOf } from './random.mjs';
import { freePort, Product } from './server.mjs';
import { until } from './until.mjs';
import { Writer } from './writer.mjs';

const argument = (name, fallback) => {
  const i = process.argv.indexOf(`--${name}`);
  return i < 0 ? fallback : process.argv[i + 1];
};

const ACCOUNTS = ['regie', 'ggd', 'politie', 'school', 'verslavingszorg', 'jongerenwerk'];
const FAULTS = ['kill', 'killDatabase', 'killBoth', 'pause', 'stop', 'killTwice'];
const HEAL_MAX_MS = 120_000;

const work = argument('work');
const rounds = Number(argument('rounds', '6'));
const seed = Number(argument('seed', '1'));
mkdirSync(work, { recursive: true });
const product = new Product({
  java: argument('java', 'java'),
  jar: argument('jar'),
  home: argument('home'),
  data: join(work, 'data'),
  log: join(work, 'server.log'),
  port: await freePort(),
});

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function fault(kind, random) {
  switch (kind) {
    case 'kill':
      await product.kill();
      return product.start();
    case 'killBoth':
      product.killDatabase();
      await product.kill();
      return product.start();
    case 'killDatabase':
      // The database of the same machine does not come back alone: the server ends or heals it.
      product.killDatabase();
      await wait(random() * 500);
      await product.kill();
      return product.start();
    case 'pause':
      product.pause();
      await wait(500 + random() * 2000);
      return product.resume();
    case 'stop':
      await product.stop();
      return product.start();
    case 'killTwice':
      await product.kill();
      await product.start();
      await wait(random() * 300);
      await product.kill();
      return product.start();
    default:
      throw new Error(kind);
  }
}

async function open(random, round, documents) {
  const writers = [];
  for (let i = 0; i < 6; i++) {
    const token = await product.signIn(`${ACCOUNTS[i]}@demo.test`);
    const documentId = documents[Math.floor(random() * documents.length)];
    const writer = new Writer({ name: `r${round}w${i}`, base: product.base, documentId, token });
    writer.documentId = documentId;
    writers.push(writer);
  }
  await until('all are in', HEAL_MAX_MS, () => writers.every((writer) => writer.synced));
  return writers;
}

async function readAll(documents, token) {
  const readers = documents.map(
    (documentId) => new Writer({ name: 'reader', base: product.base, documentId, token }),
  );
  await until('the readers are in', HEAL_MAX_MS, () => readers.every((reader) => reader.synced));
  const texts = new Map(readers.map((reader, i) => [documents[i], reader.content()]));
  for (const reader of readers) reader.leave();
  return texts;
}

function missing(words, text) {
  const present = new Set(text.match(/r\d+w\d+n\d+e/g) ?? []);
  return [...words].filter((word) => !present.has(word));
}

async function round(number, documents) {
  const random = randomOf(seed * 1000 + number);
  const kind = FAULTS[Math.floor(random() * FAULTS.length)];
  // Drawn before anybody types: how much is typed depends on time, and a seed must choose the same.
  // Half of the rounds lose their browsers with the server, so that nobody can send anything again.
  const browsersStay = random() < 0.5;
  const writers = await open(random, number, documents);
  const moment = 300 + random() * 1500;
  const end = Date.now() + moment;
  while (Date.now() < end) {
    for (const writer of writers) if (random() < 0.6) writer.type(random);
    await wait(5 + random() * 20);
  }
  // The fault strikes in the middle of a word, so that something is always on its way.
  for (const writer of writers) writer.type(random);
  const saved = writers.map((writer) => new Set(writer.saved));
  if (!browsersStay) for (const writer of writers) writer.leave();
  await fault(kind, random);
  if (browsersStay) {
    await until('everybody is saved again', HEAL_MAX_MS, () =>
      writers.every((writer) => writer.synced && writer.unsaved === 0),
    );
  }
  const token = await product.signIn('regie@demo.test');
  const texts = await readAll(documents, token);
  const lost = writers.flatMap((writer, i) =>
    missing(browsersStay ? writer.typed : saved[i], texts.get(writer.documentId)),
  );
  const typed = writers.reduce((n, writer) => n + writer.typed.length, 0);
  const safe = saved.reduce((n, words) => n + words.size, 0);
  if (browsersStay) for (const writer of writers) writer.leave();
  const verdict = lost.length === 0 ? 'ok' : `LOST ${lost.length}: ${lost.slice(0, 5).join(' ')}`;
  process.stdout.write(
    `round ${number} ${kind} browsers ${browsersStay ? 'stay' : 'gone'}: ` +
      `${typed} typed, ${safe} shown as saved, ${verdict}\n`,
  );
  return { ok: lost.length === 0, typed, safe };
}

await product.start();
let passed = 0;
let failed = 0;
let safe = 0;
try {
  const token = await product.signIn('regie@demo.test');
  await product.openToAll(token);
  const sections = await product.sections(token);
  const documents = sections
    .filter((section) => ['3.9', '3.4', '5.5'].includes(section.number))
    .map((section) => section.documentId);
  for (let number = 1; number <= rounds; number++) {
    const result = await round(number, documents);
    safe += result.safe;
    if (result.ok) passed++;
    else failed++;
  }
} catch (error) {
  failed++;
  process.stdout.write(`${error.stack}\n${readFileSync(product.log, 'utf8').slice(-3000)}\n`);
}
await product.stop().catch(() => {});
if (safe === 0) {
  process.stdout.write('nothing was ever shown as saved: the run proves nothing\n');
  failed++;
}
process.stdout.write(`seed ${seed}: ${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
