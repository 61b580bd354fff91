import * as Y from 'yjs';
import { type LostWords, lostWords, namedDeletes } from './lostWords';
import { putBack, stillThere } from './putBack';

/// The origin of transactions that put words back; undo does not follow them.
export const rescueOrigin = { kind: 'rescue' } as const;

export interface RescueOptions {
  doc: Y.Doc;
  fragment: Y.XmlFragment;
  /// Client ids whose words are this browser's: the present one and those of former visits.
  isOwn: (client: number) => boolean;
  /// Runs something after the present change has been dealt with.
  soon: (task: () => void) => void;
  /// Runs something when the others have had the time to act, some seconds later.
  later: (task: () => void) => void;
  /// Told how many passages were put back, so that the writer can be told.
  onRescued: (count: number) => void;
}

/// Saves words from deletion by somebody who could not have known them.
///
/// Who acts: the session that wrote the words, as soon as it sees them go. The session that had
/// removed their place sees them arrive in a dead element. Where they come in the answer to what it
/// has, its removal is not sent yet, and it puts the words back at once, so that both arrive
/// together. Else it waits some seconds, and acts when the words are still missing: their writer
/// may have left, or learn of the removal only together with a list of ids that names his words.
export class Rescue {
  private readonly options: RescueOptions;
  private named: ReturnType<typeof namedDeletes> | undefined;
  private readonly removedHere = new Set<Y.Item>();
  private firstSync = true;
  private answering = false;

  constructor(options: RescueOptions) {
    this.options = options;
    options.doc.on('afterTransaction', this.afterTransaction);
  }

  destroy(): void {
    this.options.doc.off('afterTransaction', this.afterTransaction);
  }

  /// Call with each update from the server, just before it is applied. `isAnswer`: it is the answer
  /// to our state vector, and what we have is not sent yet.
  expect(update: Uint8Array, isAnswer: boolean): void {
    this.answering = isAnswer;
    try {
      this.named = namedDeletes(update);
    } catch {
      this.named = undefined;
    }
  }

  /// Call when that update has been applied.
  applied(isAnswer: boolean): void {
    this.named = undefined;
    this.answering = false;
    if (isAnswer) {
      this.firstSync = false;
    }
  }

  private readonly afterTransaction = (tr: Y.Transaction): void => {
    if (tr.local || this.named === undefined) {
      if (tr.local) {
        this.rememberRemovals(tr);
      }
      return;
    }
    const lost = lostWords(tr, this.named, this.options.fragment);
    const own = lost.filter((words) => words.wereHere && this.options.isOwn(words.author));
    const orphans = lost.filter(
      (words) => !words.wereHere && !this.options.isOwn(words.author) && this.isMine(words),
    );
    if (own.length > 0) {
      this.options.soon(() => this.save(own));
    }
    if (orphans.length > 0) {
      const when = this.answering ? this.options.soon : this.options.later;
      when(() => this.saveOrphans(orphans));
    }
  };

  private isMine(words: LostWords): boolean {
    return this.firstSync || words.removed.some((item) => this.removedHere.has(item));
  }

  private rememberRemovals(tr: Y.Transaction): void {
    Y.iterateDeletedStructs(tr, tr.deleteSet, (struct) => {
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentType) {
        this.removedHere.add(struct);
      }
    });
  }

  private save(lost: readonly LostWords[]): void {
    const { doc, onRescued } = this.options;
    doc.transact(() => putBack(lost), rescueOrigin);
    onRescued(lost.length);
  }

  private saveOrphans(orphans: readonly LostWords[]): void {
    const left = orphans.filter((words) => !stillThere(words));
    if (left.length > 0) {
      this.save(left);
    }
  }
}
