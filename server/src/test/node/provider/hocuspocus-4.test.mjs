import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import * as provider from "@hocuspocus/provider";
import { hocuspocusSuite } from "./hocuspocus.test.mjs";
import { behind, newDocument, stored, until } from "./stage.mjs";

const { connect, joined, cast } = hocuspocusSuite("4.8.0", provider);

afterEach(() => cast.end());

const text = (client) => client.document.getText("default");
const settled = (client) => client.isSynced && !client.hasUnsyncedChanges;

test("two providers of one document share a socket under their own addresses P3", async () => {
  const name = await newDocument();
  const socket = connect();
  const one = await joined(name, { sessionAwareness: true }, socket);
  const two = await joined(name, { sessionAwareness: true, token: "zoë" }, socket);
  text(one).insert(0, "een");
  await until("the other has it", () => text(two).toString() === "een");
  one.setAwarenessField("cursor", { anchor: 1 });
  const seen = () => two.awareness.getStates().get(one.document.clientID);
  await until("the other sees it", () => seen()?.user?.name === "wim");
  one.destroy();
  text(two).insert(3, " twee");
  await until("saved", () => settled(two));
  assert.equal(await stored(name), "een twee");
});

test("updates gathered for a while are acknowledged as one P42", async () => {
  const name = await newDocument();
  const wim = await joined(name, { flushDelay: 30 });
  for (const letter of "samen") {
    text(wim).insert(text(wim).length, letter);
  }
  assert.equal(wim.unsyncedChanges, 1);
  await until("saved", () => settled(wim));
  assert.equal(await stored(name), "samen");
});

test("a quiet socket is kept alive by a ping P25", async () => {
  const name = await newDocument();
  const socket = connect();
  await joined(name, { awareness: null }, socket);
  const frames = [];
  socket.on("message", ({ data }) => frames.push(Buffer.from(data).toString("hex")));
  await behind("advance", { ms: 16_000 });
  await until("a ping", () => frames.includes("09"));
});
