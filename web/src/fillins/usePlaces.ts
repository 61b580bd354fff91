import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { placeAt, placesOf, type TextPlace } from './places';

export interface Places {
  list: readonly TextPlace[];
  /// The one around the caret.
  here: TextPlace | undefined;
}

const nothing: Places = { list: [], here: undefined };

/// What a place is known by while its text changes.
export function nameOf({ id, position }: TextPlace): string {
  return id === '' ? `#${position}` : id;
}

/// What people see of a place; the words only where the panel shows them.
function signature({ list, here }: Places): string {
  const seen = list.map((place) => [
    nameOf(place),
    place.open,
    place.decision,
    place.label,
    place.register === '' && place.kind !== 'number' ? '' : place.node.textContent,
  ]);
  return JSON.stringify([seen, here && nameOf(here)]);
}

/// The fill-ins and examples of the text on the sheet. Typing in one renders nothing anew; look it
/// up in the editor before doing something with it.
export function usePlaces(editor: Editor | undefined): Places {
  const [places, setPlaces] = useState(nothing);
  useEffect(() => {
    if (editor === undefined) {
      setPlaces(nothing);
      return;
    }
    let frame = 0;
    let shown = '';
    const look = () => {
      if (editor.isDestroyed) {
        return;
      }
      const { state } = editor;
      const now = { list: placesOf(state.doc), here: placeAt(state) };
      const signed = signature(now);
      if (signed !== shown) {
        shown = signed;
        setPlaces(now);
      }
    };
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    look();
    editor.on('transaction', soon);
    return () => {
      cancelAnimationFrame(frame);
      editor.off('transaction', soon);
    };
  }, [editor]);
  return places;
}

/// The place as it is in the text now.
export function currentPlace(editor: Editor, place: TextPlace): TextPlace | undefined {
  const name = nameOf(place);
  return placesOf(editor.state.doc).find((each) => nameOf(each) === name);
}
