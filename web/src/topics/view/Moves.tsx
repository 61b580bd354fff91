import type { KeyboardEvent } from 'react';
import { Button } from '../../ui';
import { type Edit, mayMove } from '../edit';
import type { Content } from '../model';

/// What is done to a list, with the focus where it belongs afterwards.
export interface EditorActs {
  edit: (edit: Edit) => void;
  /// A question in the group, after another or at its end.
  add: (group: string, after?: string) => void;
  move: (id: string, by: -1 | 1) => void;
  /// @param next what gets the focus
  remove: (id: string, next: string | undefined) => void;
}

/// Alt with an arrow moves what the field belongs to.
export function moveKeys(id: string, acts: EditorActs): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      event.stopPropagation();
      acts.move(id, event.key === 'ArrowUp' ? -1 : 1);
    }
  };
}

interface MoveActsProps {
  id: string;
  content: Content;
  acts: EditorActs;
  next: string | undefined;
  names: { up: string; down: string; remove: string };
}

/// Up, down and away, for who has no keys at hand.
export function MoveActs({ id, content, acts, next, names }: MoveActsProps) {
  return (
    <div className="bt-topics__moves">
      <Button
        kind="subtle"
        icon="up"
        iconOnly
        place={`up-${id}`}
        off={!mayMove(content, id, -1)}
        onClick={() => acts.move(id, -1)}
      >
        {names.up}
      </Button>
      <Button
        kind="subtle"
        icon="down"
        iconOnly
        place={`down-${id}`}
        off={!mayMove(content, id, 1)}
        onClick={() => acts.move(id, 1)}
      >
        {names.down}
      </Button>
      <Button kind="subtle" icon="close" iconOnly onClick={() => acts.remove(id, next)}>
        {names.remove}
      </Button>
    </div>
  );
}
