import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../ui';
import { beginThread, type Words } from '../api';
import type { Begun, Choice } from '../begun';
import type { Person } from '../model';
import { Composer } from './Composer';

export interface NewThreadProps {
  sectionId: string;
  begun: Begun;
  people: readonly Person[];
  memberId: string;
  onChoose: (choice: Choice) => void;
  onMade: (threadId: string) => void;
  onCancel: () => void;
}

/// A thread that is about to begin: what it is about, and the first words.
export function NewThread(props: NewThreadProps) {
  const { begun, sectionId } = props;
  const { t } = useTranslation('discussion');
  const [value, setValue] = useState(begun.choice.id);
  const choose = (id: string) => {
    const choice = begun.choices.find((each) => each.id === id);
    if (choice !== undefined) {
      setValue(id);
      props.onChoose(choice);
    }
  };
  const onSend = async (words: Words) => {
    const made = await beginThread(sectionId, begun.choice.anchor, words);
    props.onMade(made.id);
  };
  const labelOf = (choice: Choice): string => {
    switch (choice.kind) {
      case 'selection':
        return t('about.selection', { words: choice.words });
      case 'whole':
        return t('about.whole');
      case 'block':
        return t('about.block', { words: choice.words });
    }
  };
  return (
    <div className="bt-thread bt-thread--new">
      <Select
        label={t('about.label')}
        value={value}
        choices={begun.choices.map((choice) => ({ value: choice.id, label: labelOf(choice) }))}
        onChange={choose}
      />
      <Composer
        label={t('text')}
        sendLabel={t('acts.send')}
        people={props.people}
        memberId={props.memberId}
        draft={`section/${sectionId}`}
        onSend={onSend}
        onCancel={props.onCancel}
      />
    </div>
  );
}
