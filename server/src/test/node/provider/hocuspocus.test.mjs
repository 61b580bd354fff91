// The behaviours that any version of `@hocuspocus/provider` shows on a server that keeps its word.
import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import * as Y from "yjs";
import {
  behind,
  browserSocket,
  Cast,
  COLLAB,
  newDocument,
  NodeSocket,
  stored,
  turn,
  until,
} from "./stage.mjs";

const text = (provider) => provider.document.getText("default");
const shown = (provider) => text(provider).toString();
const settled = (provider) => provider.isSynced && !provider.hasUnsyncedChanges;

/** Registers the suite for one version of the provider. */
export function hocuspocusSuite(version, { HocuspocusProvider, HocuspocusProviderWebsocket }) {
  const cast = new Cast();

  function connect(options = {}) {
    const socket = new HocuspocusProviderWebsocket({
      url: COLLAB,
      WebSocketPolyfill: NodeSocket,
      delay: 20,
      minDelay: 10,
      maxDelay: 50,
      ...options,
    });
    return cast.add(socket, () => socket.destroy());
  }

  function open(name, options = {}, websocketProvider = connect()) {
    const provider = new HocuspocusProvider({
      name,
      websocketProvider,
      document: new Y.Doc(),
      token: "wim",
      ...options,
    });
    provider.attach();
    return cast.add(provider, () => provider.destroy());
  }

  async function joined(name, options, websocketProvider) {
    const provider = open(name, options, websocketProvider);
    await until("the provider is settled", () => settled(provider));
    return provider;
  }

  describe(`@hocuspocus/provider ${version}`, () => {
    afterEach(() => cast.end());

    test("edits travel both ways and are in the log when acknowledged P40", async () => {
      const name = await newDocument();
      const wim = await joined(name);
      const zoe = await joined(name, { token: "zoë" });
      text(wim).insert(0, "van wim ");
      text(zoe).insert(0, "van zoë ");
      await until("both have both", () => shown(wim).length === 16 && shown(wim) === shown(zoe));
      await until("both are saved", () => settled(wim) && settled(zoe));
      assert.equal(await stored(name), shown(wim));
    });

    test("the counter waits for the commit, and so do the others P41", async () => {
      const name = await newDocument();
      const wim = await joined(name);
      const zoe = await joined(name, { token: "zoë" });
      await behind("hold", { document: name });
      text(wim).insert(0, "nog niet");
      await until("the edit is under way", () => wim.unsyncedChanges === 1);
      for (let i = 0; i < 20; i++) {
        await turn();
      }
      assert.equal(wim.unsyncedChanges, 1);
      assert.equal(shown(zoe), "");
      await behind("release");
      await until("saved", () => !wim.hasUnsyncedChanges);
      await until("shown", () => shown(zoe) === "nog niet");
    });

    test("every update is acknowledged once P42", async () => {
      const name = await newDocument();
      const counts = [];
      const wim = await joined(name, {
        onUnsyncedChanges: ({ number }) => counts.push(number),
      });
      for (let i = 0; i < 50; i++) {
        text(wim).insert(0, "x");
      }
      await until("saved", () => !wim.hasUnsyncedChanges);
      assert.equal(Math.max(...counts), 50);
      assert.equal(counts.filter((count) => count === 0).length, 2, "never falsely saved");
    });

    test("presence carries who the server knows P43", async () => {
      const name = await newDocument();
      const wim = await joined(name);
      const zoe = await joined(name, { token: "zoë" });
      wim.setAwarenessField("user", { name: "de koning", memberId: "1" });
      wim.setAwarenessField("cursor", { anchor: 3 });
      const seen = () => zoe.awareness.getStates().get(wim.document.clientID);
      await until("the cursor is seen", () => seen()?.cursor?.anchor === 3);
      assert.equal(seen().user.name, "wim");
      assert.equal(seen().user.organisation, "Organisatie van wim");
      assert.equal(seen().user.badge, "WI");
      wim.destroy();
      await until("wim is gone", () => seen() === undefined);
    });

    test("who comes later sees who is here P44", async () => {
      const name = await newDocument();
      const wim = await joined(name);
      wim.setAwarenessField("cursor", { anchor: 1 });
      const zoe = await joined(name, { token: "zoë" });
      await until("wim is seen", () => zoe.awareness.getStates().has(wim.document.clientID));
    });

    test("a lost connection takes the presence along P45", async () => {
      const name = await newDocument();
      const socket = connect();
      const wim = await joined(name, {}, socket);
      const zoe = await joined(name, { token: "zoë" });
      wim.setAwarenessField("cursor", { anchor: 1 });
      const seen = () => zoe.awareness.getStates().has(wim.document.clientID);
      await until("wim is seen", seen);
      socket.shouldConnect = false;
      socket.webSocket.terminate();
      await until("wim is gone", () => !seen());
    });

    test("nobody speaks for somebody else P46", async () => {
      const name = await newDocument();
      const wim = await joined(name);
      const koos = await joined(name, { token: "koos" });
      const zoe = await joined(name, { token: "zoë" });
      wim.setAwarenessField("cursor", { anchor: 1 });
      const seen = () => zoe.awareness.getStates().get(wim.document.clientID);
      await until("wim is seen", () => seen()?.cursor.anchor === 1);
      const { applyAwarenessUpdate, encodeAwarenessUpdate, Awareness } = await import(
        "y-protocols/awareness"
      );
      const forged = new Awareness(new Y.Doc());
      forged.clientID = wim.document.clientID;
      forged.states.set(forged.clientID, { cursor: { anchor: 99 } });
      forged.meta.set(forged.clientID, { clock: 1000, lastUpdated: Date.now() });
      applyAwarenessUpdate(
        koos.awareness,
        encodeAwarenessUpdate(forged, [forged.clientID]),
        "forged",
      );
      koos.setAwarenessField("cursor", { anchor: 2 });
      await until(
        "koos is seen",
        () => zoe.awareness.getStates().get(koos.document.clientID)?.cursor?.anchor === 2,
      );
      assert.equal(seen().cursor.anchor, 1);
      assert.equal(seen().user.name, "wim");
      forged.destroy();
    });

    test("a reader with nothing new is settled, one with something new is not P47", async () => {
      const name = await newDocument();
      const wim = await joined(name);
      text(wim).insert(0, "af");
      await until("saved", () => settled(wim));
      await behind("level", { document: name, person: "zoë", level: "READ" });
      const zoe = await joined(name, { token: "zoë" });
      assert.equal(zoe.authorizedScope, "readonly");
      assert.equal(shown(zoe), "af");
      text(zoe).insert(0, "stiekem ");
      const again = open(name, { token: "zoë", document: zoe.document });
      await until("it got the text", () => again.isSynced);
      text(wim).insert(2, "!");
      await until("the reader is up to date", () => shown(again).endsWith("af!"));
      assert.equal(shown(wim), "af!");
      assert.ok(again.hasUnsyncedChanges, "what it has extra is not saved");
      assert.ok(zoe.hasUnsyncedChanges);
    });

    test("a change of rights reaches an open socket P48", async () => {
      const name = await newDocument();
      const scopes = [];
      const zoe = await joined(name, {
        token: "zoë",
        onAuthenticated: ({ scope }) => scopes.push(scope ?? zoe.authorizedScope),
      });
      await behind("level", { document: name, person: "zoë", level: "READ" });
      await until("only reading", () => zoe.authorizedScope === "readonly");
      await behind("level", { document: name, person: "zoë", level: "WRITE" });
      await until("writing again", () => zoe.authorizedScope === "read-write");
      text(zoe).insert(0, "weer");
      await until("saved", () => settled(zoe));
      assert.equal(await stored(name), "weer");
    });

    test("who loses the document loses only that P49", async () => {
      const name = await newDocument();
      const other = await newDocument();
      const socket = connect();
      const closed = [];
      const zoe = await joined(
        name,
        { token: "zoë", onClose: ({ event }) => closed.push(event.reason) },
        socket,
      );
      const there = await joined(other, { token: "zoë" }, socket);
      await behind("level", { document: name, person: "zoë", level: "NONE" });
      await until("the document is closed", () => closed.length > 0);
      assert.deepEqual(closed, ["access-lost"]);
      text(there).insert(0, "hier wel");
      await until("saved", () => settled(there));
      assert.equal(await stored(other), "hier wel");
      assert.equal(zoe.isSynced, false);
    });

    test("two documents on one socket stay apart P50", async () => {
      const [one, two] = [await newDocument(), await newDocument()];
      const socket = connect();
      const first = await joined(one, {}, socket);
      const second = await joined(two, {}, socket);
      text(first).insert(0, "een");
      text(second).insert(0, "twee");
      await until("both saved", () => settled(first) && settled(second));
      assert.equal(await stored(one), "een");
      assert.equal(await stored(two), "twee");
      first.destroy();
      text(second).insert(0, "nog ");
      await until("saved", () => settled(second));
      assert.equal(await stored(two), "nog twee");
    });

    test("offline edits arrive on return, in both directions P51", async () => {
      const name = await newDocument();
      const socket = connect();
      const wim = await joined(name, {}, socket);
      const zoe = await joined(name, { token: "zoë" });
      socket.disconnect();
      await until("offline", () => !wim.isSynced);
      text(wim).insert(0, "onderweg ");
      text(zoe).insert(0, "thuis ");
      await until("saved", () => settled(zoe));
      socket.connect();
      await until("settled again", () => settled(wim));
      await until("both have both", () => shown(wim) === shown(zoe));
      assert.equal(shown(wim).length, 15);
      assert.equal(await stored(name), shown(wim));
    });

    test("a Step2 of 4 MB fits P52", async () => {
      const name = await newDocument();
      const document = new Y.Doc();
      document.getText("default").insert(0, "0123456789abcdef".repeat(256 * 1024));
      const wim = await joined(name, { document });
      const zoe = await joined(name, { token: "zoë" });
      assert.equal(shown(zoe).length, 4 * 1024 * 1024);
      assert.ok(settled(wim));
    });

    test("who reads slowly gets one difference when it reads again P30", async () => {
      const name = await newDocument();
      const socket = connect();
      const slow = await joined(name, {}, socket);
      const zoe = await joined(name, { token: "zoë" });
      const koos = await joined(name, { token: "koos" });
      socket.webSocket.pause();
      for (let i = 0; i < 24; i++) {
        text(zoe).insert(0, String(i % 10).repeat(512 * 1024));
        await until("saved", () => settled(zoe));
      }
      await until("others are not held up", () => shown(koos).length === 12 * 1024 * 1024);
      let frames = 0;
      socket.on("message", () => frames++);
      socket.webSocket.resume();
      await until("it caught up", () => shown(slow) === shown(zoe));
      assert.ok(frames < 24, `${frames} frames for 24 updates`);
      text(slow).insert(0, "!");
      await until("and it can write", () => settled(slow) && shown(koos).startsWith("!"));
    });

    test("denied, then welcome on the same socket P53", async () => {
      const name = await newDocument();
      const other = await newDocument();
      const socket = connect();
      const there = await joined(other, {}, socket);
      const reasons = [];
      let token = "niemand";
      const wim = open(
        name,
        {
          token: () => token,
          onAuthenticationFailed: ({ reason }) => reasons.push(reason),
        },
        socket,
      );
      await until("denied", () => reasons.length === 1);
      assert.deepEqual(reasons, ["unauthenticated"]);
      token = "wim";
      wim.detach();
      wim.attach();
      await until("welcome", () => settled(wim));
      assert.ok(settled(there));
    });

    test("a document that is not there looks like one that is closed to us P54", async () => {
      const name = await newDocument();
      await behind("level", { document: name, person: "zoë", level: "NONE" });
      const reasons = [];
      const options = {
        token: "zoë",
        onAuthenticationFailed: ({ reason }) => reasons.push(reason),
      };
      open(name, options);
      open("0b0c3f0e-31f2-4a7b-8f0e-6f1f3c1e2d4a", options);
      open("geen document", options);
      await until("all denied", () => reasons.length === 3);
      assert.deepEqual(reasons, ["forbidden", "forbidden", "forbidden"]);
    });

    test("a token that runs out is asked for again P55", async () => {
      const name = await newDocument();
      await behind("token", { token: "kort", person: "wim" });
      let token = "kort";
      let asked = 0;
      const wim = await joined(name, {
        token: () => {
          asked++;
          return token;
        },
      });
      assert.equal(asked, 1);
      await behind("token", { token: "lang", person: "wim" });
      await behind("token", { token: "kort" });
      token = "lang";
      await behind("advance", { ms: 30_000 });
      await until("asked again", () => asked === 2);
      text(wim).insert(0, "verder");
      await until("saved", () => settled(wim));
      assert.equal(await stored(name), "verder");
    });

    test("who cannot show another token is out P55", async () => {
      const name = await newDocument();
      await behind("token", { token: "uit", person: "wim" });
      const reasons = [];
      const wim = await joined(name, {
        token: "uit",
        onAuthenticationFailed: ({ reason }) => reasons.push(reason),
      });
      await behind("token", { token: "uit" });
      await behind("advance", { ms: 30_000 });
      await until("denied", () => reasons.length === 1);
      text(wim).insert(0, "te laat");
      const zoe = await joined(name, { token: "zoë" });
      assert.equal(shown(zoe), "");
      assert.ok(wim.hasUnsyncedChanges);
    });

    test("the server hangs up and everybody comes back P56", async () => {
      const name = await newDocument();
      const socket = connect();
      const codes = [];
      socket.on("disconnect", ({ event }) => codes.push(event.code));
      const wim = await joined(name, {}, socket);
      await behind("hang-up");
      await until("hung up", () => codes.length > 0);
      assert.equal(codes[0], 1001);
      text(wim).insert(0, "terug");
      await until("settled again", () => settled(wim) && socket.status === "connected");
      assert.equal(await stored(name), "terug");
    });

    test("a browser's cookie is enough, from our own pages P57", async () => {
      const name = await newDocument();
      await behind("token", { token: "koekje", person: "koos" });
      const socket = connect({ WebSocketPolyfill: browserSocket({ token: "koekje" }) });
      const koos = await joined(name, { token: null }, socket);
      assert.equal(koos.authorizedScope, "read-write");
    });

    test("another page's socket is refused P58", async () => {
      const before = (await behind("counted")).refusals.filter((word) => word === "origin").length;
      let disconnects = 0;
      const socket = connect({
        WebSocketPolyfill: browserSocket({ origin: "https://kwaad.test", token: "koekje" }),
        onDisconnect: () => disconnects++,
      });
      await until("refused", () => disconnects > 0);
      const after = (await behind("counted")).refusals.filter((word) => word === "origin").length;
      assert.ok(after > before);
      assert.notEqual(socket.status, "connected");
    });

    test("stateless payloads tell the document's generation P59", async () => {
      const name = await newDocument();
      const payloads = [];
      await joined(name, { onStateless: ({ payload }) => payloads.push(JSON.parse(payload)) });
      assert.equal(payloads[0].kind, "document");
      assert.equal(payloads[0].schema, 2);
    });

    test("forced syncing changes nothing P60", async () => {
      const name = await newDocument();
      const wim = await joined(name);
      text(wim).insert(0, "a");
      await until("saved", () => settled(wim));
      wim.forceSync();
      assert.equal(wim.unsyncedChanges, 1);
      await until("settled again", () => settled(wim));
      assert.equal(await stored(name), "a");
    });
  });

  return { connect, open, joined, cast };
}
