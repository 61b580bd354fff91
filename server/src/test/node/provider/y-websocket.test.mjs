// y-websocket 1, 2 and 3, unmodified, alone and beside a Hocuspocus client.
import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { WebsocketProvider as Provider1 } from "y-websocket-1";
import { WebsocketProvider as Provider2 } from "y-websocket-2";
import { WebsocketProvider as Provider3 } from "y-websocket-3";
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
const text = (client) => client.doc.getText("default");
const shown = (client) => text(client).toString();

function open(Provider, name, token = "wim", options = {}) {
  const provider = new Provider(YWS, name, new Y.Doc(), {
    WebSocketPolyfill: NodeSocket,
    disableBc: true,
    maxBackoffTime: 50,
    params: { token },
    ...options,
  });
  return cast.add(provider, () => {
    provider.destroy();
    provider.doc.destroy();
  });
}

afterEach(() => cast.end());

async function joined(Provider, name, token, options) {
  const provider = open(Provider, name, token, options);
  await until("synced", () => provider.synced);
  return provider;
}

for (const [version, Provider] of [
  ["1.5.4", Provider1],
  ["2.1.0", Provider2],
  ["3.1.0", Provider3],
]) {
  describe(`y-websocket ${version}`, () => {
    test("edits travel both ways P61", async () => {
      const name = await newDocument();
      const wim = await joined(Provider, name);
      const zoe = await joined(Provider, name, "zoë");
      text(wim).insert(0, "van wim ");
      text(zoe).insert(0, "van zoë ");
      await until("both have both", () => shown(wim).length === 16 && shown(wim) === shown(zoe));
      assert.equal(await stored(name), shown(wim));
    });

    test("a Hocuspocus client sits at the same table P62", async () => {
      const name = await newDocument();
      const wim = await joined(Provider, name);
      const websocketProvider = new HocuspocusProviderWebsocket({
        url: COLLAB,
        WebSocketPolyfill: NodeSocket,
      });
      const zoe = new HocuspocusProvider({ name, websocketProvider, token: "zoë" });
      zoe.attach();
      cast.add(zoe, () => {
        zoe.destroy();
        websocketProvider.destroy();
      });
      await until("zoë is synced", () => zoe.isSynced && !zoe.hasUnsyncedChanges);
      text(wim).insert(0, "y");
      await until("y arrives", () => zoe.document.getText("default").toString() === "y");
      zoe.document.getText("default").insert(1, "h");
      await until("h arrives", () => shown(wim) === "yh");
      wim.awareness.setLocalStateField("user", { name: "de koning" });
      zoe.setAwarenessField("cursor", { anchor: 7 });
      const ofWim = () => zoe.awareness.getStates().get(wim.doc.clientID);
      const ofZoe = () => wim.awareness.getStates().get(zoe.document.clientID);
      await until("they see each other", () => ofWim()?.user && ofZoe()?.cursor);
      assert.equal(ofWim().user.name, "wim");
      assert.equal(ofZoe().user.name, "zoë");
      wim.destroy();
      await until("wim is gone", () => ofWim() === undefined);
    });

    test("offline edits arrive on return P63", async () => {
      const name = await newDocument();
      const wim = await joined(Provider, name);
      wim.disconnect();
      text(wim).insert(0, "onderweg");
      wim.connect();
      await until("synced again", () => wim.synced);
      const zoe = await joined(Provider, name, "zoë");
      await until("it arrived", () => shown(zoe) === "onderweg");
    });

    test("the author's own update comes back to it P64", async () => {
      const name = await newDocument();
      const wim = await joined(Provider, name);
      const frames = [];
      wim.ws.addEventListener("message", ({ data }) => frames.push(new Uint8Array(data)));
      text(wim).insert(0, "echo");
      await until("the echo", () => frames.some((frame) => frame[0] === 0 && frame[1] === 2));
    });

    test("a reader reads and changes nothing P65", async () => {
      const name = await newDocument();
      await behind("level", { document: name, person: "zoë", level: "READ" });
      const zoe = await joined(Provider, name, "zoë");
      text(zoe).insert(0, "stiekem");
      const wim = await joined(Provider, name);
      text(wim).insert(0, "wel");
      await until("the reader has it", () => shown(zoe).includes("wel"));
      assert.equal(await stored(name), "wel");
    });

    test("without a token nobody comes in P28", async () => {
      const name = await newDocument();
      const codes = [];
      const provider = open(Provider, name, "niemand");
      provider.on("connection-close", (event) => codes.push(event?.code));
      await until("closed", () => codes.length > 0);
      assert.equal(codes[0], 4401);
      provider.shouldConnect = false;
    });
  });
}

test("several messages in one frame, each is taken P8", async () => {
  const name = await newDocument();
  const doc = new Y.Doc();
  const updates = [];
  doc.on("update", (update) => updates.push(update));
  doc.getText("default").insert(0, "een ");
  doc.getText("default").insert(4, "twee ");
  doc.getText("default").insert(9, "drie");
  const raw = cast.add(new RawSocket(`${YWS}/${name}?token=wim`), () => raw.close());
  await raw.opened;
  raw.send(
    [0, 0, 1, 0],
    ...updates.flatMap((update) => [[0, 2, update.length], update]),
    [3],
  );
  await until("all are stored", async () => (await stored(name)) === "een twee drie");
  assert.ok(raw.received.some((frame) => frame[0] === 0 && frame[1] === 1), "Step2 came");
});

test("version 3 stays away when it is told to P28", async () => {
  const name = await newDocument();
  await behind("level", { document: name, person: "zoë", level: "NONE" });
  const provider = open(Provider3, name, "zoë");
  const ends = [];
  provider.on("closed", ({ code }) => ends.push(code));
  await until("closed for good", () => ends.length === 1);
  assert.equal(ends[0], 4403);
  assert.equal(provider.shouldConnect, false);
});

test("who loses the document is told so P20", async () => {
  const name = await newDocument();
  const provider = await joined(Provider3, name, "zoë");
  const ends = [];
  provider.on("closed", (end) => ends.push(end));
  await behind("level", { document: name, person: "zoë", level: "NONE" });
  await until("closed for good", () => ends.length === 1);
  assert.deepEqual(ends[0], { code: 4403, reason: "Forbidden: access-lost" });
});
