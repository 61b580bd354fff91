// What the suites share: the server's address, its door behind the scenes, clients, and waiting
// for a condition (never for a time).
import assert from "node:assert/strict";
import WebSocket from "ws";
import * as Y from "yjs";

const stage = JSON.parse(process.env.STAGE);

export const COLLAB = `ws://127.0.0.1:${stage.port}/collab`;
export const YWS = `ws://127.0.0.1:${stage.port}/yws`;

/** Does something behind the scenes; the verbs are those of SocketStage. */
export async function behind(verb, about = {}) {
  const answer = await fetch(`http://127.0.0.1:${stage.port}/stage/${verb}`, {
    method: "POST",
    body: JSON.stringify(about),
  });
  const text = await answer.text();
  assert.equal(answer.status, 200, text);
  return JSON.parse(text);
}

export async function newDocument() {
  return (await behind("create")).document;
}

/** The document as the server has it in its log. */
export async function stored(document) {
  const doc = new Y.Doc();
  const { update } = await behind("read", { document });
  Y.applyUpdate(doc, Buffer.from(update, "base64url"));
  return doc.getText("default").toString();
}

export const turn = () => new Promise((resolve) => setTimeout(resolve, 10));

/** Waits until the condition holds; after 15 s says what it waited for. */
export async function until(what, condition) {
  const end = Date.now() + 15_000;
  while (!(await condition())) {
    assert.ok(Date.now() < end, `waited in vain: ${what}`);
    await turn();
  }
}

/** A WebSocket that may be closed before it opened: a browser's says so, that of Node throws. */
export class NodeSocket extends WebSocket {
  constructor(url, options = {}) {
    super(url, typeof options === "string" || Array.isArray(options) ? {} : options);
    this.on("error", () => {});
  }
}

/** A WebSocket that says where it comes from, as a browser does. */
export function browserSocket({ origin = stage.origin, token } = {}) {
  const headers = { Origin: origin };
  if (token !== undefined) {
    headers.Cookie = `${stage.cookie}=${encodeURIComponent(token)}`;
  }
  return class extends NodeSocket {
    constructor(url) {
      super(url, { headers });
    }
  };
}

/** Clients to end when a test is over. */
export class Cast {
  #ends = [];

  add(client, end) {
    this.#ends.push(end);
    return client;
  }

  end() {
    for (const end of this.#ends.splice(0)) {
      end();
    }
  }
}

/** A raw socket that keeps what it got, for what no published client would send. */
export class RawSocket {
  constructor(url, headers = {}) {
    this.received = [];
    this.ended = null;
    this.socket = new WebSocket(url, { headers });
    this.socket.on("message", (data) => this.received.push(new Uint8Array(data)));
    this.socket.on("error", (error) => {
      this.error = error;
    });
    this.opened = new Promise((resolve, reject) => {
      this.socket.on("open", resolve);
      this.socket.on("error", reject);
    });
    this.opened.catch(() => {});
    this.socket.on("close", (code, reason) => {
      this.ended = { code, reason: reason.toString() };
    });
  }

  send(...bytes) {
    this.socket.send(Buffer.concat(bytes.map((part) => Buffer.from(part))));
  }

  async end() {
    await until("the socket's end", () => this.ended !== null);
    return this.ended;
  }

  close() {
    this.socket.terminate();
  }
}
