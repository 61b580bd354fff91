import * as Y from 'yjs';
import { Rescue } from '../../collab/rescue';
import { type Person, person } from './people';

const fromNetwork = { kind: 'network' };

/// An update on its way to a seat.
interface Incoming {
  update: Uint8Array;
  /// Of an answer: what the server had said that it has.
  asked?: Uint8Array;
}

interface Seat {
  person: Person;
  rescue: Rescue;
  online: boolean;
  /// Whether the server has what this seat had when it came; nothing is sent before.
  shaken: boolean;
  inbox: Incoming[];
  outbox: Uint8Array[];
  soon: (() => void)[];
  later: (() => void)[];
}

/// Several people with real editors around one table server that orders their updates, as ours
/// does. Nothing moves by itself: a test decides who sends and who hears when.
export class FakeNetwork {
  readonly seats: Seat[] = [];
  private readonly server = new Y.Doc();

  private readonly rescuing: boolean;

  constructor(
    seed: (fragment: Y.XmlFragment) => void,
    names: readonly string[],
    rescuing: boolean,
  ) {
    this.rescuing = rescuing;
    this.server.clientID = 1;
    this.server.transact(() => seed(this.server.getXmlFragment('default')));
    names.forEach((name, index) => {
      this.seats.push(this.seat(name, 100 + index));
    });
  }

  private seat(name: string, client: number): Seat {
    const doc = new Y.Doc({ gc: false });
    doc.clientID = client;
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.server), fromNetwork);
    const [soon, later]: (() => void)[][] = [[], []];
    const rescue = new Rescue({
      doc,
      fragment: doc.getXmlFragment('default'),
      isOwn: (other) => other === client,
      soon: (task) => soon?.push(task),
      later: (task) => later?.push(task),
      onRescued: () => {},
    });
    rescue.applied(true);
    const seat: Seat = {
      person: person(name, doc),
      rescue,
      online: true,
      shaken: true,
      inbox: [],
      outbox: [],
      soon: soon ?? [],
      later: later ?? [],
    };
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== fromNetwork && seat.online && seat.shaken) {
        seat.outbox.push(update);
      }
    });
    return seat;
  }

  /// The server takes the oldest update of this seat and puts it into every other inbox.
  send(seat: Seat): boolean {
    const update = seat.outbox.shift();
    if (update === undefined) {
      return false;
    }
    Y.applyUpdate(this.server, update);
    for (const other of this.seats) {
      if (other !== seat && other.online) {
        other.inbox.push({ update });
      }
    }
    return true;
  }

  hear(seat: Seat): boolean {
    const message = seat.inbox.shift();
    if (message === undefined) {
      return false;
    }
    const { asked } = message;
    if (this.rescuing) {
      seat.rescue.expect(message.update, asked !== undefined);
    }
    Y.applyUpdate(seat.person.doc, message.update, fromNetwork);
    seat.rescue.applied(asked !== undefined);
    for (const task of seat.soon.splice(0)) {
      task();
    }
    if (asked !== undefined) {
      seat.outbox.push(Y.encodeStateAsUpdate(seat.person.doc, asked));
      seat.shaken = true;
    }
    return true;
  }

  leave(seat: Seat): void {
    seat.online = false;
    seat.shaken = false;
    seat.inbox.length = 0;
    seat.outbox.length = 0;
  }

  /// Comes back with what was typed meanwhile: the server's difference in, and then ours out.
  comeBack(seat: Seat): void {
    seat.online = true;
    const update = Y.encodeStateAsUpdate(this.server, Y.encodeStateVector(seat.person.doc));
    seat.inbox.push({ update, asked: Y.encodeStateVector(this.server) });
  }

  /// Everybody back, everything delivered, the waiting ones too.
  settle(): void {
    for (const seat of this.seats.filter((one) => !one.online)) {
      this.comeBack(seat);
    }
    for (let busy = true; busy; ) {
      busy = false;
      for (const seat of this.seats) {
        while (this.send(seat) || this.hear(seat)) {
          busy = true;
        }
      }
      if (!busy) {
        for (const task of this.seats.flatMap((seat) => seat.later.splice(0))) {
          task();
          busy = true;
        }
      }
    }
  }

  destroy(): void {
    for (const seat of this.seats) {
      seat.person.editor.destroy();
    }
  }
}
