// The product as a newcomer has it: the built jar with a data directory of its own, and the written demonstration plan.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sleep } from '../lib/random.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
export const ofWeb = createRequire(path.join(root, 'web', 'package.json'));
const { HocuspocusProvider, HocuspocusProviderWebsocket } = ofWeb('@hocuspocus/provider');
const Y = ofWeb('yjs');

const java = process.env.BENCH_JAVA ?? (process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin', 'java') : 'java');
const jar = process.env.BENCH_JAR ?? path.join(root, 'server', 'target', 'beleidstafel.jar');
const cache = jar.replace(/\.jar$/, '.aot');
// Those of ../../run, with the cache that `./run build` makes, where there is one.
const flags = [
  '-XX:MaxRAMPercentage=50', '-XX:+UseCompactObjectHeaders', '-XX:+ExitOnOutOfMemoryError',
  '-XX:MaxInlineLevel=9', '-XX:InlineSmallCode=1000', '-XX:Tier4InvocationThreshold=100000',
  '-XX:Tier4MinInvocationThreshold=12000', '-XX:Tier4CompileThreshold=300000',
  ...(fs.existsSync(cache) ? [`-XX:AOTCache=${cache}`] : []),
];
const patienceMs = 240_000;

async function freePort() {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  return port;
}

async function until(what, ask) {
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(250)) {
    const found = await ask();
    if (found) return found;
  }
  throw new Error(`${what}: not within ${patienceMs / 1000} s`);
}

export class Product {
  static async start() {
    const self = new Product();
    self.home = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-open-'));
    self.port = await freePort();
    self.url = `http://localhost:${self.port}`;
    const log = fs.openSync(path.join(self.home, 'server.log'), 'a');
    const plain = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('BELEIDSTAFEL_')));
    self.child = spawn(java, [...flags, '-jar', jar], {
      cwd: root,
      env: {
        ...plain,
        PORT: String(self.port),
        BELEIDSTAFEL_DATA_DIRECTORY: path.join(self.home, 'data'),
        BELEIDSTAFEL_DEMONSTRATION: 'true',
        BELEIDSTAFEL_DEMONSTRATION_PLAN: 'written',
      },
      stdio: ['ignore', log, log],
    });
    // In order, so that it ends its database too.
    process.on('exit', () => self.child.kill('SIGTERM'));
    await until('the server', async () => {
      if (self.child.exitCode !== null) throw new Error(`the server ended; see ${self.home}/server.log`);
      return (await fetch(`${self.url}/health/ready`).catch(() => undefined))?.ok;
    });
    const { token } = await self.ask('POST', '/v1/session', { email: 'regie@demo.test', password: 'demo-demo-demo' });
    self.token = token;
    const { items } = await self.ask('GET', '/v1/plans');
    self.planId = items[0].id;
    // The play names a version before its first act and one after its last.
    await until('the written plan', async () => (await self.ask('GET', `/v1/plans/${self.planId}/versions`)).items.length >= 2);
    return self;
  }

  async stop() {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await gone;
    fs.rmSync(this.home, { recursive: true, force: true });
  }

  async ask(method, where, body) {
    const answer = await fetch(this.url + where, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
      },
      body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${where}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  /** The cookie of a new session, as a page that signs in gets it. */
  async cookie() {
    const answer = await fetch(`${this.url}/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-requested-with': 'beleidstafel', origin: this.url },
      body: JSON.stringify({ email: 'regie@demo.test', password: 'demo-demo-demo' }),
    });
    const [name, value] = answer.headers.getSetCookie()[0].split(';')[0].split(/=(.*)/s);
    return { name, value, url: this.url, httpOnly: true, sameSite: 'Lax' };
  }

  address(section, panel) {
    const query = panel === undefined ? '' : `?paneel=${panel}`;
    return `${this.url}/plannen/${this.planId}/${section.key.replaceAll('.', '-')}${query}`;
  }

  /** The Yjs document of a section, as the server has it now. */
  async document(section) {
    const doc = new Y.Doc();
    const socket = new HocuspocusProviderWebsocket({ url: `ws://localhost:${this.port}/collab`, WebSocketPolyfill: ofWeb('ws') });
    let provider;
    await new Promise((resolve, reject) => {
      provider = new HocuspocusProvider({
        name: section.documentId, document: doc, token: this.token, websocketProvider: socket,
        onSynced: resolve, onAuthenticationFailed: ({ reason }) => reject(new Error(reason)),
      });
      provider.attach();
    });
    provider.destroy();
    socket.destroy();
    return doc;
  }

  /** Begins `count` threads on words that are spread over the section's text. */
  async discuss(section, count) {
    const texts = textsOf((await this.document(section)).getXmlFragment('default')).filter((text) => text.length >= 40);
    if (texts.length === 0) throw new Error('no text to discuss');
    for (let i = 0; i < count; i++) {
      const text = texts[i % texts.length];
      const at = (Math.floor(i / texts.length) * 7) % (text.length - 24);
      const place = (index, side) => Buffer.from(
        Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index, side))).toString('base64url');
      await this.ask('POST', `/v1/sections/${section.id}/threads`, {
        text: `Opmerking ${i + 1}: klopt dit nog met wat wij in het voorjaar hebben afgesproken?`,
        anchor: { from: place(at, 0), to: place(at + 18, -1) },
      });
    }
  }
}

function textsOf(node) {
  return node.toArray().flatMap((child) =>
    child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsOf(child) : []);
}
