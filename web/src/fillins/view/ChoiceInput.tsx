import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { useTranslation } from 'react-i18next';
import { useLoaded } from '../../api';
import { Button, Checkbox, Skeleton } from '../../ui';
import { fetchChoices } from '../api';
import { choose, chosenOf } from '../deeds';
import type { TextPlace } from '../places';

export interface ChoiceInputProps {
  editor: Editor;
  place: TextPlace;
  act: (deed: (current: TextPlace) => Transaction) => void;
}

/// What a register offers, to tick; each tick stands in the text at once.
export function ChoiceInput({ editor, place, act }: ChoiceInputProps) {
  const { t } = useTranslation('fillins');
  const { state, again } = useLoaded(place.register, fetchChoices);
  if (state.kind === 'loading') {
    return <Skeleton label={t('loading')} lines={4} />;
  }
  if (state.kind === 'failed') {
    return <Button onClick={again}>{t('again')}</Button>;
  }
  const choices = state.value;
  const chosen = chosenOf(place, choices);
  return (
    <fieldset className="bt-place__choices">
      <legend className="bt-place__legend">{t('input.choices')}</legend>
      {choices.map(({ id, label }) => (
        <Checkbox
          key={id}
          label={label}
          checked={chosen.has(id)}
          onChange={(checked) =>
            act((current) => choose(editor.state, current, choices, id, checked))
          }
        />
      ))}
    </fieldset>
  );
}
