import { type ApiError, asApiError } from '../api';
import { applied, type Change, holds, inverseOf, rolesBack } from './matrix';
import type { Assignment, RoleMatrix } from './model';

/// The server's side of the matrix.
export interface BoardPort {
  load: () => Promise<RoleMatrix>;
  /// Answers the version after the change; refuses when `version` is not the present one.
  send: (change: Change, version: number) => Promise<number>;
  fill: (version: number) => Promise<number>;
}

/// What is said beside the matrix after a deed. `done` can be undone; `meanwhile`: somebody else
/// chose in the same place, and the user's own choice is still on offer; `failed`: it was refused.
export type BoardNote =
  | { kind: 'done'; changes: readonly Change[]; undone: boolean }
  | { kind: 'meanwhile'; change: Change }
  | { kind: 'failed'; changes: readonly Change[]; error: ApiError };

export interface BoardState {
  /// With the choices that are still on their way.
  matrix: RoleMatrix | undefined;
  /// Why there is none, if so.
  failure: ApiError | undefined;
  note: BoardNote | undefined;
  mayUndo: boolean;
  sending: boolean;
}

/// A choice on its way; `undoes` marks one that takes a former one back.
interface Waiting {
  change: Change;
  /// What stood in its place when it was chosen.
  seen: Change;
  undoes: boolean;
}

/// What a deed changed: what it put in place, and what was there before.
interface Done {
  changes: readonly { made: Change; before: Change }[];
}

const UNDO_MAX = 50;
const TRIES_MAX = 5;

/// Whether the refusal says that our version is old.
function isMeanwhile(error: ApiError): boolean {
  return error.status === 409 && error.type.endsWith('changed-meanwhile');
}

/// The matrix on one screen: shows a choice at once, sends the choices one after another, and makes
/// good when others changed something meanwhile. A choice is sent again unasked only where nobody
/// else chose in the same place.
export class Board {
  #state: BoardState = {
    matrix: undefined,
    failure: undefined,
    note: undefined,
    mayUndo: false,
    sending: false,
  };
  #server: RoleMatrix | undefined;
  #queue: Waiting[] = [];
  readonly #done: Done[] = [];
  #running = false;
  #news = -1;
  readonly #port: BoardPort;
  readonly #listeners = new Set<() => void>();

  constructor(port: BoardPort) {
    this.#port = port;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly state = (): BoardState => this.#state;

  /// Asks for the matrix, after the choices that are on their way. `version` is known to exist:
  /// where it turns out to be no news, nothing is asked.
  refresh(version = Number.POSITIVE_INFINITY): void {
    this.#news = Math.max(this.#news, version);
    void this.#run();
  }

  change(change: Change): void {
    this.#add(change, false);
  }

  /// Takes the last deed back, where nobody else chose in the same places since.
  undo(): void {
    const last = this.#done.pop();
    const { matrix } = this.#state;
    if (last === undefined || matrix === undefined) {
      return;
    }
    for (const { made, before } of last.changes) {
      if (holds(matrix, made)) {
        this.#add(before, true);
      } else {
        this.#publish({ note: { kind: 'meanwhile', change: before } });
      }
    }
  }

  /// Adds the roles of the default table.
  async fill(): Promise<void> {
    const before = this.#server;
    if (before === undefined || this.#running) {
      return;
    }
    this.#running = true;
    this.#publish({});
    try {
      await this.#filled(before);
    } catch (cause) {
      await this.#failed(asApiError(cause));
    }
    this.#running = false;
    this.#publish({});
    void this.#run();
  }

  async #filled(before: RoleMatrix): Promise<void> {
    await this.#port.fill(before.version);
    const after = await this.#port.load();
    this.#server = after;
    const changes = rolesBack(after, before).map((back) => ({
      made: inverseOf(after, back),
      before: back,
    }));
    this.#remember({ changes });
    const made = changes.map((change) => change.made);
    this.#publish({ note: { kind: 'done', changes: made, undone: false } });
  }

  dismiss(): void {
    this.#publish({ note: undefined });
  }

  #add(change: Change, undoes: boolean): void {
    const { matrix } = this.#state;
    if (matrix === undefined || holds(matrix, change)) {
      return;
    }
    this.#queue.push({ change, seen: inverseOf(matrix, change), undoes });
    this.#publish({ note: undefined });
    void this.#run();
  }

  async #run(): Promise<void> {
    if (this.#running) {
      return;
    }
    this.#running = true;
    let next = this.#queue[0];
    while (next !== undefined || this.#isNewsWanted()) {
      if (next === undefined) {
        await this.#reload();
      } else {
        await this.#deliver(next);
      }
      next = this.#queue[0];
    }
    this.#running = false;
    this.#publish({});
  }

  #isNewsWanted(): boolean {
    return this.#news > (this.#server?.version ?? -1);
  }

  async #deliver(waiting: Waiting): Promise<void> {
    const { change } = waiting;
    for (let tries = 1; this.#server !== undefined; tries++) {
      const server: RoleMatrix = this.#server;
      try {
        const version = await this.#port.send(change, server.version);
        this.#server = { ...applied(server, change), version };
        this.#queue.shift();
        this.#said(waiting);
        return;
      } catch (cause) {
        const error = asApiError(cause);
        if (!isMeanwhile(error) || tries === TRIES_MAX) {
          await this.#failed(error);
          return;
        }
        await this.#reload();
        if (this.#server !== undefined && !holds(this.#server, waiting.seen)) {
          this.#queue.shift();
          this.#publish({ note: { kind: 'meanwhile', change } });
          return;
        }
      }
    }
  }

  #said({ change, seen, undoes }: Waiting): void {
    if (!undoes) {
      this.#remember({ changes: [{ made: change, before: seen }] });
    }
    this.#publish({ note: { kind: 'done', changes: [change], undone: undoes } });
  }

  /// What was refused is not shown any longer as if it held; whatever else waits falls with it,
  /// because it was chosen in the belief that it would hold.
  async #failed(error: ApiError): Promise<void> {
    const changes = this.#queue.splice(0).map(({ change }) => change);
    await this.#reload();
    this.#publish({ note: { kind: 'failed', changes, error } });
  }

  async #reload(): Promise<void> {
    this.#news = -1;
    try {
      this.#server = await this.#port.load();
      this.#publish({ failure: undefined });
    } catch (cause) {
      this.#publish({ failure: asApiError(cause) });
    }
  }

  #remember(done: Done): void {
    this.#done.push(done);
    this.#done.splice(0, this.#done.length - UNDO_MAX);
  }

  #publish(part: Partial<BoardState>): void {
    const { matrix: shown } = this.#state;
    const server = this.#server;
    const matrix =
      server && this.#queue.reduce((before, { change }) => applied(before, change), server);
    const same = shown !== undefined && matrix !== undefined && sameContent(shown, matrix);
    this.#state = {
      ...this.#state,
      ...part,
      matrix: same ? shown : matrix,
      mayUndo: this.#done.length > 0,
      sending: this.#queue.length > 0,
    };
    for (const listener of [...this.#listeners]) {
      listener();
    }
  }
}

/// A matrix of which only the version rose need not be drawn again.
function sameContent(one: RoleMatrix, other: RoleMatrix): boolean {
  return contentOf(one) === contentOf(other);
}

function contentOf({ mayEdit, partners, assignments, sections }: RoleMatrix): string {
  const byText = (texts: readonly string[]) => [...texts].sort().join('|');
  const assignment = ({ partner, scope, role }: Assignment) => `${partner} ${scope} ${role}`;
  const choices = sections
    .filter(({ hidden, overrides }) => hidden || overrides.length > 0)
    .map(({ id, hidden, overrides }) => {
      const levels = overrides.map(({ partner, level }) => `${partner}=${level}`);
      return `${id} ${hidden} ${byText(levels)}`;
    });
  return JSON.stringify([mayEdit, partners, byText(assignments.map(assignment)), byText(choices)]);
}
