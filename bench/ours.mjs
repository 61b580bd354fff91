// Our own server, as two targets: one JVM, one database, both dialects.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '..');
const java = process.env.BENCH_JAVA ?? (process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin', 'java') : 'java');
const jar = path.join(root, 'server', 'target', 'beleidstafel.jar');
const cache = path.join(root, 'server', 'target', 'beleidstafel.aot');
// Those of ../run, with the cache that `./run build` makes.
const flags = process.env.BENCH_JAVA_FLAGS?.split(' ').filter(Boolean) ?? [
  '-XX:MaxRAMPercentage=50', '-XX:+UseCompactObjectHeaders', '-XX:+ExitOnOutOfMemoryError',
  '-XX:MaxInlineLevel=9', '-XX:InlineSmallCode=1000', '-XX:Tier4InvocationThreshold=100000',
  '-XX:Tier4MinInvocationThreshold=12000', '-XX:Tier4CompileThreshold=300000',
  ...(fs.existsSync(cache) ? [`-XX:AOTCache=${cache}`] : []),
];

async function asked(what, url, options) {
  const answer = await fetch(url, options);
  if (!answer.ok) throw new Error(`${what}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

const json = (token) => ({ 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) });

/** Signs in with a demonstration account. */
async function token({ port }) {
  const session = await asked('sign in', `http://localhost:${port}/v1/session`, {
    method: 'POST',
    headers: json(),
    body: JSON.stringify({ email: 'regie@demo.test', password: 'demo-demo-demo' }),
  });
  return session.token;
}

/** Makes a section of the demonstration plan: an empty document of its own. */
async function document({ port, token, name }) {
  const base = `http://localhost:${port}/v1/plans`;
  const plans = await asked('plans', base, { headers: json(token) });
  const section = await asked('section', `${base}/${plans.items[0].id}/sections`, {
    method: 'POST',
    headers: json(token),
    body: JSON.stringify({ title: name }),
  });
  return section.documentId;
}

const ours = (name, protocol, url) => ({
  name,
  protocol,
  token,
  document,
  database: true,
  start: ({ port, db }) => ({
    cmd: [java, ...flags, '-jar', jar],
    cwd: root,
    env: { PORT: String(port), BELEIDSTAFEL_DATABASE_URL: db.url, BELEIDSTAFEL_DEMONSTRATION: 'true', BELEIDSTAFEL_DEMONSTRATION_PLAN: 'model' },
  }),
  ready: ({ port }) => ({ http: `http://localhost:${port}/health/ready` }),
  url,
});

export const targets = [
  ours('beleidstafel', 'hocuspocus', ({ port }) => `ws://localhost:${port}/collab`),
  ours('beleidstafel-yws', 'y-websocket', ({ port }) => `ws://localhost:${port}/yws`),
];
