// Somebody who types words into a section, and who remembers which were shown as saved.
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import WebSocket from 'ws';
import * as Y from 'yjs';

export class Writer {
  constructor({ name, base, documentId, token }) {
    this.name = name;
    this.typed = [];
    this.saved = new Set();
    this.doc = new Y.Doc();
    this.socket = new HocuspocusProviderWebsocket({
      url: `${base.replace('http', 'ws')}/collab`,
      WebSocketPolyfill: WebSocket,
      delay: 200,
      minDelay: 100,
      maxDelay: 1000,
    });
    this.provider = new HocuspocusProvider({
      websocketProvider: this.socket,
      name: documentId,
      token,
      document: this.doc,
      onUnsyncedChanges: ({ number }) => {
        if (number === 0) this.markSaved();
      },
    });
    this.provider.attach();
  }

  get synced() {
    return this.provider.isSynced;
  }

  get unsaved() {
    return this.provider.unsyncedChanges;
  }

  // Zero unsynced changes means that all that was typed so far is acknowledged: the green sign.
  markSaved() {
    for (const word of this.typed) this.saved.add(word);
  }

  type(random) {
    const word = `${this.name}n${this.typed.length}e`;
    const root = this.doc.getXmlFragment('default');
    this.doc.transact(() => {
      let paragraph = root.length > 0 ? root.get(Math.floor(random() * root.length)) : null;
      if (!(paragraph instanceof Y.XmlElement) || paragraph.nodeName !== 'paragraph') {
        paragraph = new Y.XmlElement('paragraph');
        root.insert(root.length, [paragraph]);
      }
      let text = paragraph.length > 0 ? paragraph.get(0) : null;
      if (!(text instanceof Y.XmlText)) {
        text = new Y.XmlText();
        paragraph.insert(0, [text]);
      }
      text.insert(text.length, ` ${word}`);
    });
    this.typed.push(word);
  }

  content() {
    return this.doc.getXmlFragment('default').toString();
  }

  leave() {
    this.provider.destroy();
    this.socket.destroy();
  }
}
