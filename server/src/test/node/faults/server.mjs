// The product as a process: started, killed and started again on the same data.
import { spawn } from 'node:child_process';
import { openSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { until } from './until.mjs';

const START_MAX_MS = 120_000;

export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export class Product {
  constructor({ java, jar, home, data, port, log }) {
    Object.assign(this, { java, jar, home, data, port, log });
    this.base = `http://localhost:${port}`;
  }

  async start() {
    const out = openSync(this.log, 'a');
    this.child = spawn(this.java, ['-Xmx512m', '-jar', this.jar], {
      cwd: this.home,
      env: { ...process.env, PORT: String(this.port), BELEIDSTAFEL_DATA_DIRECTORY: this.data },
      stdio: ['ignore', out, out],
    });
    this.exited = new Promise((resolve) => this.child.once('exit', resolve));
    await until('the server is ready', START_MAX_MS, async () => {
      if (this.child.exitCode !== null) {
        throw new Error(`the server ended: ${readFileSync(this.log, 'utf8').slice(-2000)}`);
      }
      const answer = await fetch(`${this.base}/health/ready`).catch(() => null);
      return answer?.ok;
    });
  }

  async kill() {
    this.child.kill('SIGKILL');
    await this.exited;
  }

  async stop() {
    this.child.kill('SIGTERM');
    await this.exited;
  }

  pause() {
    this.child.kill('SIGSTOP');
  }

  resume() {
    this.child.kill('SIGCONT');
  }

  /** Kills the embedded PostgreSQL with all its processes, as a machine that runs out of memory. */
  killDatabase() {
    for (const pid of this.databasePids()) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // gone already
      }
    }
  }

  databasePids() {
    const postmaster = Number(
      readFileSync(join(this.data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0],
    );
    const children = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter((name) => parentOf(name) === postmaster)
      .map(Number);
    return [postmaster, ...children];
  }

  async signIn(email) {
    const answer = await fetch(`${this.base}/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: 'demo-demo-demo' }),
    });
    if (!answer.ok) throw new Error(`sign in: ${answer.status} ${await answer.text()}`);
    return (await answer.json()).token;
  }

  async sections(token) {
    const headers = { authorization: `Bearer ${token}` };
    const plans = await (await fetch(`${this.base}/v1/plans`, { headers })).json();
    const plan = await fetch(`${this.base}/v1/plans/${plans.items[0].id}`, { headers });
    return (await plan.json()).sections;
  }

  /** Lets every partner write in the whole plan; the token is a coordinator's. */
  async openToAll(token) {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const plans = await (await fetch(`${this.base}/v1/plans`, { headers })).json();
    const roles = `${this.base}/v1/plans/${plans.items[0].id}/roles`;
    let { version, partners } = await (await fetch(roles, { headers })).json();
    for (const { id, kind } of partners) {
      const wanted = kind === 'municipality' ? ['coordinating'] : ['executing'];
      const body = JSON.stringify({ version, scope: 'plan', roles: wanted });
      const answer = await fetch(`${roles}/${id}`, { method: 'PUT', headers, body });
      if (!answer.ok) throw new Error(`roles: ${answer.status} ${await answer.text()}`);
      version = (await answer.json()).version;
    }
  }
}

function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return -1;
  }
}
