import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, TextField } from '../../ui';
import { setWords } from '../deeds';
import { fits, type NumberKind } from '../numbers';
import type { TextPlace } from '../places';

export interface NumberInputProps {
  editor: Editor;
  place: TextPlace;
  kind: NumberKind;
  act: (deed: (current: TextPlace) => Transaction) => void;
}

/// A number of some kind, put into the text when it is one.
export function NumberInput({ editor, place, kind, act }: NumberInputProps) {
  const { t } = useTranslation('fillins');
  const [value, setValue] = useState(place.open ? '' : place.node.textContent);
  const [error, setError] = useState('');
  const put = (event: FormEvent) => {
    event.preventDefault();
    if (fits(kind, value)) {
      setError('');
      act((current) => setWords(editor.state, current, value.trim()));
    } else {
      setError(t(`input.odd.${kind}`));
    }
  };
  return (
    <form className="bt-place__form" onSubmit={put} noValidate>
      <TextField
        label={place.unit === '' ? t('input.value') : t('input.valueIn', { unit: place.unit })}
        value={value}
        onChange={setValue}
        error={error}
        maxLength={30}
      />
      <Button type="submit">{t('input.put')}</Button>
    </form>
  );
}
