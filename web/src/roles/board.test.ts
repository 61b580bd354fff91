import { expect, test, vi } from 'vitest';
import { ApiError } from '../api';
import { Board, type BoardPort } from './board';
import { applied, type Change, holds, rolesAt } from './matrix';
import type { RoleMatrix } from './model';
import { demoMatrix } from './testing/demo';

/// The server, as far as the matrix asks it: one writer after another, versions that rise by one.
class Server implements BoardPort {
  matrix: RoleMatrix = demoMatrix;
  loads = 0;
  refusing: ApiError | undefined;
  /// What others do between our question and its arrival.
  before: (() => void) | undefined;
  readonly taken: Change[] = [];

  load = async (): Promise<RoleMatrix> => {
    this.loads += 1;
    return this.matrix;
  };

  send = async (change: Change, version: number): Promise<number> => {
    const meanwhile = this.before;
    this.before = undefined;
    meanwhile?.();
    if (this.refusing !== undefined) {
      throw this.refusing;
    }
    if (version !== this.matrix.version) {
      throw new ApiError('refused', { status: 409, type: '/problems/changed-meanwhile' });
    }
    this.does(change);
    this.taken.push(change);
    return this.matrix.version;
  };

  fill = async (): Promise<number> => {
    this.does({ kind: 'roles', partner: 'school', scope: 's3.9', roles: ['signalling'] });
    return this.matrix.version;
  };

  does(change: Change): void {
    this.matrix = { ...applied(this.matrix, change), version: this.matrix.version + 1 };
  }
}

async function opened(): Promise<{ server: Server; board: Board }> {
  const server = new Server();
  const board = new Board(server);
  board.refresh();
  await vi.waitFor(() => expect(board.state().matrix).toBeDefined());
  return { server, board };
}

const calm = (board: Board) => vi.waitFor(() => expect(board.state().sending).toBe(false));

const advise: Change = { kind: 'roles', partner: 'school', scope: 's3.8', roles: ['advising'] };
const execute: Change = { kind: 'roles', partner: 'school', scope: 's3.8', roles: ['executing'] };
const elsewhere: Change = { kind: 'roles', partner: 'police', scope: 's3.9', roles: ['advising'] };
const hide: Change = { kind: 'visibility', section: 's3.9', hidden: true };

const shown = (board: Board) => board.state().matrix ?? demoMatrix;

test('a choice is seen at once, sent in order, and can be taken back', async () => {
  const { server, board } = await opened();
  board.change(advise);
  board.change(hide);
  expect(holds(shown(board), advise) && holds(shown(board), hide)).toBe(true);
  await calm(board);
  expect(server.taken).toEqual([advise, hide]);
  expect(board.state()).toMatchObject({ mayUndo: true, note: { kind: 'done', undone: false } });
  board.undo();
  board.undo();
  await calm(board);
  expect(server.matrix.sections.some(({ hidden }) => hidden)).toBe(false);
  expect(rolesAt(server.matrix, 'school', 's3.8')).toEqual([]);
  expect(board.state()).toMatchObject({ mayUndo: false, note: { kind: 'done', undone: true } });
});

test('when somebody else chose elsewhere meanwhile, the choice is sent again unasked', async () => {
  const { server, board } = await opened();
  server.before = () => server.does(elsewhere);
  board.change(advise);
  await calm(board);
  expect(holds(server.matrix, advise) && holds(server.matrix, elsewhere)).toBe(true);
  expect(holds(shown(board), elsewhere)).toBe(true);
  expect(board.state().note).toMatchObject({ kind: 'done' });
});

test('when somebody else chose in the same place, theirs stands and ours is on offer', async () => {
  const { server, board } = await opened();
  server.before = () => server.does(execute);
  board.change(advise);
  await calm(board);
  expect(rolesAt(server.matrix, 'school', 's3.8')).toEqual(['executing']);
  expect(rolesAt(shown(board), 'school', 's3.8')).toEqual(['executing']);
  expect(board.state().note).toEqual({ kind: 'meanwhile', change: advise });
  board.change(advise);
  await calm(board);
  expect(rolesAt(server.matrix, 'school', 's3.8')).toEqual(['advising']);
});

test('what the server refuses is not shown as if it held', async () => {
  const { server, board } = await opened();
  server.refusing = new ApiError('refused', { status: 409, type: '/problems/last-coordinator' });
  board.change(advise);
  board.change(hide);
  await calm(board);
  await vi.waitFor(() => expect(board.state().note?.kind).toBe('failed'));
  expect(holds(shown(board), advise) || holds(shown(board), hide)).toBe(false);
  expect(board.state()).toMatchObject({ note: { changes: [advise, hide] }, mayUndo: false });
});

test('undoing does not undo what somebody else chose since', async () => {
  const { server, board } = await opened();
  board.change(advise);
  await calm(board);
  server.does(execute);
  board.refresh(server.matrix.version);
  await vi.waitFor(() => expect(holds(shown(board), execute)).toBe(true));
  board.undo();
  await calm(board);
  expect(rolesAt(server.matrix, 'school', 's3.8')).toEqual(['executing']);
  expect(board.state().note?.kind).toBe('meanwhile');
});

test('an event is answered by asking only when it is news', async () => {
  const { server, board } = await opened();
  board.refresh(1);
  board.change(advise);
  board.refresh(2);
  await calm(board);
  expect(server.loads).toBe(1);
  server.does(elsewhere);
  board.refresh(3);
  await vi.waitFor(() => expect(holds(shown(board), elsewhere)).toBe(true));
  expect(server.loads).toBe(2);
});

test('roles of the default table are taken back in one go', async () => {
  const { server, board } = await opened();
  await board.fill();
  expect(rolesAt(shown(board), 'school', 's3.9')).toEqual(['signalling']);
  board.undo();
  await calm(board);
  expect(rolesAt(server.matrix, 'school', 's3.9')).toEqual([]);
});

test('a matrix that only rose in version stays the same object: nothing is drawn', async () => {
  const { server, board } = await opened();
  const before = board.state().matrix;
  server.matrix = { ...demoMatrix, assignments: [...demoMatrix.assignments].reverse(), version: 9 };
  board.refresh(9);
  await vi.waitFor(() => expect(server.loads).toBe(2));
  await calm(board);
  expect(board.state().matrix).toBe(before);
});
