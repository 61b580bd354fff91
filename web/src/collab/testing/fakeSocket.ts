import * as encoding from 'lib0/encoding';

/// A socket whose other end is the test.
export class FakeSocket extends EventTarget {
  static readonly OPEN = 1;
  static last: FakeSocket | undefined;
  readyState = 0;
  binaryType = '';
  sent: Uint8Array[] = [];

  constructor() {
    super();
    FakeSocket.last = this;
  }

  send(data: Uint8Array): void {
    this.sent.push(data);
  }

  close(): void {
    this.readyState = 3;
    this.dispatchEvent(new CloseEvent('close', { code: 1006 }));
  }

  open(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }

  say(type: number, body: (encoder: encoding.Encoder) => void, address = 'doc'): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, address);
    encoding.writeVarUint(encoder, type);
    body(encoder);
    const { buffer } = encoding.toUint8Array(encoder).slice();
    this.dispatchEvent(new MessageEvent('message', { data: buffer }));
  }

  sync(step: number, bytes: Uint8Array): void {
    this.say(0, (encoder) => {
      encoding.writeVarUint(encoder, step);
      encoding.writeVarUint8Array(encoder, bytes);
    });
  }

  status(taken: 0 | 1): void {
    this.say(8, (encoder) => encoding.writeVarUint(encoder, taken));
  }

  stateless(notice: object, address = 'doc'): void {
    const words = JSON.stringify(notice);
    this.say(5, (encoder) => encoding.writeVarString(encoder, words), address);
  }

  allow(scope: 'read-write' | 'readonly', address = 'doc'): void {
    const body = (encoder: encoding.Encoder) => {
      encoding.writeVarUint(encoder, 2);
      encoding.writeVarString(encoder, scope);
    };
    this.say(2, body, address);
  }

  deny(reason: string, address = 'doc'): void {
    const body = (encoder: encoding.Encoder) => {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, reason);
    };
    this.say(2, body, address);
  }

  /// Ends one document, not the socket.
  end(reason: string, address = 'doc'): void {
    this.say(7, (encoder) => encoding.writeVarString(encoder, reason), address);
  }

  presence(update: Uint8Array): void {
    this.say(1, (encoder) => encoding.writeVarUint8Array(encoder, update));
  }
}
