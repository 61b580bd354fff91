// Makes src/test/resources/golden/protocol.json: frames as the published clients send them, and as
// the published server-side writers write them. Run by hand (`node golden.mjs`) when a version
// changes; look at the difference before keeping it.
import { writeFileSync } from "node:fs";
import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import {
  HocuspocusProvider as Provider3,
  HocuspocusProviderWebsocket as Socket3,
} from "hocuspocus-provider-3";
import {
  writeAuthenticated,
  writePermissionDenied,
  writeTokenSyncRequest,
} from "@hocuspocus/common";
import * as encoding from "lib0/encoding";
import { Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import { writePermissionDenied as writeDenied } from "y-protocols/auth";
import { writeSyncStep1, writeSyncStep2, writeUpdate } from "y-protocols/sync";
import { WebsocketProvider } from "y-websocket-3";
import * as Y from "yjs";

const NAME = "7a3c0f64-93c6-4f7e-a3e0-5d6c4d7d4f0b";
const hex = (bytes) => Buffer.from(bytes).toString("hex");

/** A socket that opens at once and keeps what is sent. */
class RecordingSocket {
  static OPEN = 1;
  static last = null;
  constructor() {
    this.sent = [];
    this.readyState = 1;
    this.OPEN = 1;
    this.listeners = {};
    RecordingSocket.last = this;
    setTimeout(() => this.emit("open", {}), 0);
  }
  emit(name, event) {
    this.listeners[name]?.(event);
    this[`on${name}`]?.(event);
  }
  addEventListener(name, listener) {
    this.listeners[name] = listener;
  }
  removeEventListener() {}
  send(bytes) {
    this.sent.push(new Uint8Array(bytes));
  }
  close() {}
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 20));

function documentOf(client) {
  const doc = new Y.Doc();
  doc.clientID = client;
  return doc;
}

async function hocuspocus(Provider, Socket, options) {
  const websocketProvider = new Socket({ url: "ws://x", WebSocketPolyfill: RecordingSocket });
  const document = documentOf(12345);
  const provider = new Provider({
    websocketProvider,
    name: NAME,
    document,
    token: "tökén",
    ...options,
  });
  provider.sessionId = "k2j4h5";
  provider.attach();
  await turn();
  provider.setAwarenessField("user", { name: "Zoë" });
  document.getText("default").insert(0, "é🙂");
  provider.sendStateless("{\"a\":1}");
  const sent = RecordingSocket.last.sent;
  provider.detach();
  const frames = sent.map(hex);
  websocketProvider.destroy();
  document.destroy();
  return frames;
}

async function yWebsocket() {
  const doc = documentOf(12345);
  const provider = new WebsocketProvider("ws://x", NAME, doc, {
    WebSocketPolyfill: RecordingSocket,
    disableBc: true,
  });
  await turn();
  provider.awareness.setLocalStateField("user", { name: "Zoë" });
  doc.getText("default").insert(0, "é🙂");
  const frames = RecordingSocket.last.sent.map(hex);
  provider.destroy();
  doc.destroy();
  return frames;
}

function written(type, write, address = NAME) {
  const encoder = encoding.createEncoder();
  if (address !== null) {
    encoding.writeVarString(encoder, address);
  }
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return hex(encoding.toUint8Array(encoder));
}

const doc = documentOf(77);
doc.getText("default").insert(0, "abc");
const awareness = new Awareness(doc);
awareness.setLocalState({ user: { name: "Zoë" } });
const presence = encodeAwarenessUpdate(awareness, [77]);
awareness.setLocalState(null);
const gone = encodeAwarenessUpdate(awareness, [77]);
const update = Y.encodeStateAsUpdate(doc);

const golden = {
  versions: { provider: "4.8.0", provider3: "3.4.4", yWebsocket: "3.1.0", yProtocols: "1.0.7" },
  name: NAME,
  stateVector: hex(Y.encodeStateVector(doc)),
  update: hex(update),
  presence: hex(presence),
  presenceGone: hex(gone),
  hocuspocus4: await hocuspocus(HocuspocusProvider, HocuspocusProviderWebsocket, {}),
  hocuspocus4Session: await hocuspocus(HocuspocusProvider, HocuspocusProviderWebsocket, {
    sessionAwareness: true,
  }),
  hocuspocus3: await hocuspocus(Provider3, Socket3, {}),
  yWebsocket3: await yWebsocket(),
  server: {
    step1: written(0, (encoder) => writeSyncStep1(encoder, doc)),
    step2: written(0, (encoder) => writeSyncStep2(encoder, doc)),
    update: written(0, (encoder) => writeUpdate(encoder, update)),
    presence: written(1, (encoder) => encoding.writeVarUint8Array(encoder, presence)),
    query: written(3, () => {}),
    authRequest: written(2, (encoder) => writeTokenSyncRequest(encoder)),
    authDenied: written(2, (encoder) => writePermissionDenied(encoder, "geen recht")),
    readWrite: written(2, (encoder) => writeAuthenticated(encoder, "read-write")),
    readOnly: written(2, (encoder) => writeAuthenticated(encoder, "readonly")),
    stateless: written(5, (encoder) => encoding.writeVarString(encoder, "{}")),
    close: written(7, (encoder) => encoding.writeVarString(encoder, "weg")),
    applied: written(8, (encoder) => encoding.writeVarUint(encoder, 1)),
    refused: written(8, (encoder) => encoding.writeVarUint(encoder, 0)),
  },
  yServer: {
    step1: written(0, (encoder) => writeSyncStep1(encoder, doc), null),
    step2: written(0, (encoder) => writeSyncStep2(encoder, doc), null),
    update: written(0, (encoder) => writeUpdate(encoder, update), null),
    presence: written(1, (encoder) => encoding.writeVarUint8Array(encoder, presence), null),
    query: written(3, () => {}, null),
    authDenied: written(2, (encoder) => writeDenied(encoder, "geen recht"), null),
  },
};

const target = new URL("../../resources/golden/protocol.json", import.meta.url);
writeFileSync(target, `${JSON.stringify(golden, null, 2)}\n`);
process.exit(0);
