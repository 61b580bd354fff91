import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = resolve(import.meta.dirname, '../../..');
const jar = process.env['BELEIDSTAFEL_JAR'] ?? join(root, 'server/target/beleidstafel.jar');
const java = process.env['BELEIDSTAFEL_JAVA'] ?? 'java';
const startMaxMs = 120_000;

/// A real server of its own, on a free port with a database of its own, that survives being
/// killed: the next start goes on with the same data.
export class Server {
  readonly url: string;
  readonly #port: number;
  readonly #home: string;
  readonly #more: NodeJS.ProcessEnv;
  #process: ChildProcess | undefined;

  private constructor(port: number, more: NodeJS.ProcessEnv) {
    this.#port = port;
    this.#more = more;
    this.url = `http://localhost:${port}`;
    this.#home = mkdtempSync(join(tmpdir(), 'beleidstafel-e2e-'));
  }

  /// `settings` are asked for more settings, given the address it will have.
  static async start(
    settings: (url: string) => Promise<NodeJS.ProcessEnv> = async () => ({}),
  ): Promise<Server> {
    const port = await freePort();
    const server = new Server(port, await settings(`http://localhost:${port}`));
    await server.start();
    return server;
  }

  async start(): Promise<void> {
    const log = createWriteStream(join(this.#home, 'server.log'), { flags: 'a' });
    const started = spawn(java, ['-jar', jar], {
      cwd: root,
      env: {
        ...plainEnvironment(),
        ...this.#more,
        PORT: String(this.#port),
        BELEIDSTAFEL_DATA_DIRECTORY: join(this.#home, 'data'),
        BELEIDSTAFEL_DEMONSTRATION: 'true',
        BELEIDSTAFEL_DEMONSTRATION_PLAN: 'model',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    started.stdout.pipe(log);
    started.stderr.pipe(log);
    this.#process = started;
    await this.#ready(started);
  }

  /// As if the power went: no chance to put anything away.
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    rmSync(this.#home, { recursive: true, force: true });
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const running = this.#process;
    this.#process = undefined;
    if (running !== undefined && running.exitCode === null) {
      const gone = once(running, 'exit');
      running.kill(signal);
      await gone;
    }
  }

  async #ready(started: ChildProcess): Promise<void> {
    const until = Date.now() + startMaxMs;
    while (Date.now() < until) {
      if (started.exitCode !== null) {
        throw new Error(`the server ended at once; see ${this.#home}/server.log`);
      }
      const answer = await fetch(`${this.url}/health/ready`).catch(() => undefined);
      if (answer?.ok) {
        return;
      }
      await pause(200);
    }
    throw new Error(`the server was not ready in time; see ${this.#home}/server.log`);
  }
}

/// Ours without what is meant for the tests: the server refuses settings that it does not know.
function plainEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('BELEIDSTAFEL_')),
  );
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') {
    throw new Error('no free port');
  }
  return address.port;
}
