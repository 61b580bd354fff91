// What no published client sends: each ends its document or its socket with a word that is counted,
// and a neighbour in the same document notices nothing.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import {
  behind,
  Cast,
  COLLAB,
  newDocument,
  NodeSocket,
  RawSocket,
  stored,
  until,
  YWS,
} from "./stage.mjs";

const cast = new Cast();
const neighbour = {};

before(async () => {
  neighbour.name = await newDocument();
  neighbour.socket = new HocuspocusProviderWebsocket({
    url: COLLAB,
    WebSocketPolyfill: NodeSocket,
  });
  neighbour.disconnects = 0;
  neighbour.socket.on("disconnect", () => neighbour.disconnects++);
  neighbour.provider = new HocuspocusProvider({
    name: neighbour.name,
    websocketProvider: neighbour.socket,
    token: "zoë",
  });
  neighbour.provider.attach();
  await until("the neighbour is here", () => neighbour.provider.isSynced);
});

/** After each attack the neighbour still writes, and is saved. */
afterEach(async () => {
  cast.end();
  const { provider } = neighbour;
  provider.document.getText("default").insert(0, ".");
  await until("the neighbour is saved", () => !provider.hasUnsyncedChanges);
  assert.equal(neighbour.disconnects, 0);
});

after(() => {
  neighbour.provider.destroy();
  neighbour.provider.document.destroy();
  neighbour.socket.destroy();
});

/** The encoder's functions by their first letters: s string, u uint, b bytes. */
function bytes(...parts) {
  const encoder = encoding.createEncoder();
  for (const part of parts) {
    if (typeof part === "string") {
      encoding.writeVarString(encoder, part);
    } else if (typeof part === "number") {
      encoding.writeVarUint(encoder, part);
    } else {
      encoding.writeVarUint8Array(encoder, part);
    }
  }
  return encoding.toUint8Array(encoder);
}

const token = (name, who = "wim") => bytes(name, 2, 0, who, "4.8.0");
const update = (name, content) => bytes(name, 0, 2, content);

function raw(url = COLLAB, headers = {}) {
  const socket = new RawSocket(url, headers);
  return cast.add(socket, () => socket.close());
}

async function attached(name = neighbour.name) {
  const socket = raw();
  await socket.opened;
  socket.send(token(name));
  await until("granted", () => types(socket, name).includes(2));
  return socket;
}

/** The types of the messages that came for a document. */
function types(socket, name) {
  const head = Buffer.from(bytes(name));
  return socket.received
    .filter((frame) => Buffer.from(frame.subarray(0, head.length)).equals(head))
    .map((frame) => frame[head.length]);
}

/** The reason of the CLOSE that came for a document. */
function closedWith(socket, name) {
  const head = Buffer.from(bytes(name, 7));
  const frame = socket.received.find((one) =>
    Buffer.from(one.subarray(0, head.length)).equals(head),
  );
  return frame && Buffer.from(frame.subarray(head.length + 1)).toString();
}

async function counts(word, attack) {
  const count = async () =>
    (await behind("counted")).refusals.filter((one) => one === word).length;
  const already = await count();
  const result = await attack();
  assert.ok((await count()) > already, `${word} is counted`);
  return result;
}

const anUpdate = (() => {
  const doc = new Y.Doc();
  doc.getText("default").insert(0, "x");
  return Y.encodeStateAsUpdate(doc);
})();

test("a frame without an address P5", async () => {
  await counts("malformed", async () => {
    for (const frame of [[], [0], [255, 255, 255, 255, 15], [2, 195, 40], [3, 32, 32, 32]]) {
      const socket = raw();
      await socket.opened;
      socket.send(frame);
      assert.deepEqual(await socket.end(), { code: 4401, reason: "Unauthorized: malformed" });
    }
  });
});

test("a frame of the other dialect P6", async () => {
  const socket = raw();
  await socket.opened;
  socket.send([0, 0, 1, 0]);
  assert.equal((await socket.end()).code, 4401);
  const other = raw(`${YWS}/${neighbour.name}?token=wim`);
  await other.opened;
  other.send(token(neighbour.name));
  assert.deepEqual(await other.end(), { code: 4205, reason: "Reset Connection: malformed" });
});

test("text instead of bytes P6", async () => {
  const socket = raw();
  await socket.opened;
  socket.socket.send("hallo");
  assert.deepEqual(await socket.end(), { code: 4205, reason: "Reset Connection: malformed" });
});

test("half a message ends its document only P19", async () => {
  const other = await newDocument();
  const socket = await attached();
  socket.send(token(other));
  await until("granted", () => types(socket, other).includes(2));
  const whole = update(neighbour.name, anUpdate);
  await counts("malformed", async () => {
    socket.send(whole.subarray(0, whole.length - 3));
    await until("closed", () => closedWith(socket, neighbour.name) === "malformed");
  });
  socket.send(update(other, anUpdate));
  await until("the other document is served", () => types(socket, other).includes(8));
});

test("bytes that are no update end the document P66", async () => {
  const socket = await attached();
  socket.send(update(neighbour.name, new Uint8Array([1, 1, 255, 255, 255, 255, 15, 0])));
  await until("closed", () => closedWith(socket, neighbour.name) === "malformed");
});

test("presence that is no presence harms nobody P66", async () => {
  for (const presence of [
    new Uint8Array([255, 255, 255, 255, 15]),
    bytes(1, 5, 1, "{"),
    bytes(1, 5, 1, "7"),
    bytes(1, 5, 1, '"'.padEnd(9000, "x")),
  ]) {
    const socket = await attached();
    socket.send(bytes(neighbour.name, 1, presence));
    socket.send(bytes(neighbour.name, 3));
    await until(
      "an answer, or the end",
      () => types(socket, neighbour.name).includes(1) || closedWith(socket, neighbour.name),
    );
  }
});

test("messages that only servers exchange P6", async () => {
  for (const type of [4, 6, 8, 9, 10, 11, 99]) {
    const socket = await attached();
    socket.send(bytes(neighbour.name, type, 0));
    await until("closed", () => closedWith(socket, neighbour.name) === "malformed");
  }
});

test("out of order: everything before the token waits P14", async () => {
  const name = await newDocument();
  const socket = raw();
  await socket.opened;
  socket.send(update(name, anUpdate));
  socket.send(bytes(name, 0, 0, new Uint8Array([0])));
  socket.send(token(name));
  await until("acknowledged", () => types(socket, name).includes(8));
  assert.equal(types(socket, name)[0], 2, "the grant comes first");
  assert.equal(await stored(name), "x");
});

test("more than may wait for a token P15", async () => {
  const socket = raw();
  await socket.opened;
  await counts("waiting-full", async () => {
    for (let i = 0; i < 70; i++) {
      socket.send(update(neighbour.name, anUpdate));
    }
    await until("closed", () => closedWith(socket, neighbour.name) === "waiting-full");
  });
});

test("a frame above the limit P67", async () => {
  const socket = raw();
  await socket.opened;
  await counts("message-too-big", async () => {
    socket.send(new Uint8Array(16 * 1024 * 1024 + 1));
    await until("refused", async () => {
      await behind("advance", { ms: 2_000 });
      return socket.ended !== null;
    });
    assert.deepEqual(socket.ended, {
      code: 1009,
      reason: "Message Too Big: message-too-big",
    });
  });
});

test("a frame that is none P67", async () => {
  const socket = raw();
  await socket.opened;
  await counts("malformed", async () => {
    socket.socket._socket.write(Buffer.from([0xff, 0xff, 0xff, 0xff]));
    await until("refused", async () => {
      await behind("advance", { ms: 2_000 });
      return socket.ended !== null;
    });
    assert.deepEqual(socket.ended, { code: 4205, reason: "Reset Connection: malformed" });
  });
});

test("a message that grows above the limit piece by piece P67", async () => {
  const socket = raw();
  await socket.opened;
  const piece = new Uint8Array(1024 * 1024);
  await counts("message-too-big", async () => {
    for (let i = 0; i < 17; i++) {
      socket.socket.send(piece, { fin: false });
    }
    assert.deepEqual(await socket.end(), {
      code: 1009,
      reason: "Message Too Big: message-too-big",
    });
  });
});

test("a flood of small messages P34", async () => {
  const socket = await attached();
  await counts("too-many-messages", async () => {
    for (let i = 0; i < 6000; i++) {
      socket.send(bytes(neighbour.name, 3));
    }
    assert.deepEqual(await socket.end(), {
      code: 4529,
      reason: "Too Many Messages: too-many-messages",
    });
  });
});

test("a flood of WebSocket pings P34", async () => {
  const socket = await attached();
  await counts("too-many-messages", async () => {
    for (let i = 0; i < 6000; i++) {
      socket.socket.ping();
    }
    assert.equal((await socket.end()).code, 4529);
  });
});

test("a socket that opens a thousand documents P21", async () => {
  const socket = raw();
  await socket.opened;
  const name = (i) => `00000000-0000-4000-8000-${String(i).padStart(12, "0")}`;
  for (let i = 0; i < 1000; i++) {
    // Nobody answers them yet: the token is the last thing they send.
    socket.send(bytes(name(i), 0, 0, new Uint8Array([0])));
  }
  await counts("too-many-documents", async () => {
    socket.send(token(name(999)));
    await until("denied", () => types(socket, name(999)).includes(2));
  });
  const denied = socket.received.find((frame) => frame[37] === 2);
  assert.match(Buffer.from(denied).toString(), /too-many-documents$/);
});

test("a client that never authenticates P22", async () => {
  const socket = raw();
  await socket.opened;
  await counts("authentication-late", async () => {
    socket.send(bytes(neighbour.name, 0, 0, new Uint8Array([0])));
    await behind("advance", { ms: 20_000 });
    socket.send([9]);
    await until("a pong", () => socket.received.some((frame) => frame[0] === 10));
    await behind("advance", { ms: 11_000 });
    assert.deepEqual(await socket.end(), {
      code: 4408,
      reason: "Connection Timeout: authentication-late",
    });
  });
});

test("a client that never reads P31", async () => {
  const name = await newDocument();
  const writer = await attached(name);
  const doc = new Y.Doc();
  doc.getText("default").insert(0, "veel tekst ".repeat(300_000));
  writer.send(update(name, Y.encodeStateAsUpdate(doc)));
  await until("stored", () => types(writer, name).includes(8));
  const socket = await attached(name);
  socket.socket.pause();
  const cuts = async () =>
    (await behind("counted")).refusals.filter((word) => word === "not-reading").length;
  for (let i = 0; i < 8; i++) {
    socket.send(bytes(name, 0, 0, new Uint8Array([0])));
  }
  await until("cut", async () => {
    await behind("advance", { ms: 5_000 });
    return (await cuts()) > 0;
  });
  socket.socket.resume();
  await socket.end();
});

test("half a WebSocket frame, and then nothing P33", async () => {
  const socket = await attached();
  await counts("idle", async () => {
    // Binary, masked, 8 MB to come; three bytes do.
    socket.socket._socket.write(
      Buffer.from([0x82, 0xff, 0, 0, 0, 0, 0, 0x80, 0, 0, 0, 0, 0, 0, 1, 2, 3]),
    );
    await until("closed", async () => {
      await behind("advance", { ms: 5_000 });
      return socket.ended !== null;
    });
  });
  assert.deepEqual(socket.ended, { code: 4408, reason: "Connection Timeout: idle" });
});

test("updates that stand on what nobody has R20", async () => {
  const doc = new Y.Doc();
  const updates = [];
  doc.on("update", (one) => updates.push(one));
  for (let i = 0; i < 300; i++) {
    doc.getText("default").insert(i, "x");
  }
  const socket = await attached();
  await counts("dependencies-missing", async () => {
    // In the wrong order, and the first one never.
    for (const one of updates.slice(1).reverse()) {
      socket.send(update(neighbour.name, one));
    }
    await until("closed", () => closedWith(socket, neighbour.name) === "dependencies-missing");
  });
});

test("a document's content from elsewhere R22", async () => {
  const socket = await attached();
  const foreign = { kind: "generation", generation: "00000000-0000-4000-8000-000000000000" };
  await counts("generation", async () => {
    socket.send(bytes(neighbour.name, 5, JSON.stringify(foreign)));
    await until("closed", () => closedWith(socket, neighbour.name) === "generation");
  });
});

/** Opens a socket that our proxy brings from an address. */
const from = (address) => raw(COLLAB, { "X-Forwarded-For": `203.0.113.9, ${address}` });

/** Whether one more may come from there. */
async function enters(address) {
  try {
    await from(address).opened;
    return true;
  } catch {
    return false;
  }
}

test("more sockets than one address may have P74", async () => {
  for (const [here, beside] of [
    ["198.51.100.7", "198.51.100.8"],
    ["2001:db8:1:2::7", "2001:db8:1:3::7"],
  ]) {
    const open = [1, 2, 3, 4].map(() => from(here));
    await Promise.all(open.map((socket) => socket.opened));
    await counts("too-many-sockets", () => assert.rejects(from(here).opened, /429/));
    await from(beside).opened;
    open[0].close();
    await until("a place is free", () => enters(here));
    await assert.rejects(from(here).opened, /429/);
  }
  await assert.rejects(from("2001:db8:1:2:ffff::1").opened, /429/, "one subscriber's addresses");
});

test("more sockets than one member may have P75", async () => {
  const sockets = [1, 2, 3].map((i) => from(`192.0.2.${i}`));
  for (const socket of sockets) {
    await socket.opened;
    socket.send(token(neighbour.name));
    await until("granted", () => types(socket, neighbour.name).includes(2));
  }
  const another = from("192.0.2.4");
  await another.opened;
  await counts("too-many-sockets", async () => {
    another.send(token(neighbour.name));
    await until("denied", () => types(another, neighbour.name).includes(2));
  });
  assert.match(Buffer.from(another.received.at(-1)).toString(), /too-many-sockets$/);
  sockets[0].close();
  await until("a place is free", () => {
    another.send(token(neighbour.name));
    return another.received.some((frame) => Buffer.from(frame).includes("read-write"));
  });
});

test("an upgrade to nowhere, and one from elsewhere P58", async () => {
  for (const [url, headers, status] of [
    [`${COLLAB}/elsewhere`, {}, 404],
    [COLLAB, { Origin: "https://kwaad.test" }, 403],
    [COLLAB, { Origin: "null" }, 403],
    [`${YWS}/${neighbour.name}?token=wim`, { Origin: "https://kwaad.test" }, 403],
  ]) {
    const socket = raw(url, headers);
    await assert.rejects(socket.opened, new RegExp(`${status}`));
  }
});

test("a cookie without an origin is nobody's P16", async () => {
  const socket = raw(COLLAB, { Cookie: "session=wim" });
  await socket.opened;
  socket.send(token(neighbour.name, ""));
  await until("denied", () => types(socket, neighbour.name).includes(2));
  assert.match(Buffer.from(socket.received[0]).toString(), /unauthenticated$/);
});
