import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Form, Heading, TextField } from '../../ui';
import { nameOf, type Section } from '../model';
import { deleting, moving, renaming, switchingOff } from './steps';
import type { OutlineEdit } from './useOutlineEdit';

const TITLE_LENGTH_MAX = 200;

interface PartProps {
  edit: OutlineEdit;
  section: Section;
}

export interface ChosenProps extends PartProps {
  /// The section goes from the list, and the focus with it.
  onGone: () => void;
}

/// What can be done with the section that is chosen.
export function Chosen({ edit, section, onGone }: ChosenProps) {
  const { t } = useTranslation('plan');
  const isOwn = section.key.startsWith('own-');
  const remove = () => {
    edit.act(deleting(t, section.id));
    onGone();
  };
  return (
    <section className="bt-chosen" aria-label={t('arrange.chosen', { name: nameOf(section) })}>
      <Heading level={2} size={4}>
        {nameOf(section)}
      </Heading>
      <div className="bt-chosen__moves">
        <Button icon="up" onClick={() => edit.act(moving(t, section.id, 'up'))}>
          {t('arrange.up')}
        </Button>
        <Button icon="down" onClick={() => edit.act(moving(t, section.id, 'down'))}>
          {t('arrange.down')}
        </Button>
      </div>
      <Rename edit={edit} section={section} />
      <SwitchOff edit={edit} section={section} onGone={onGone} />
      {isOwn ? (
        <div className="bt-chosen__delete">
          <p>{t('arrange.deleteHint')}</p>
          <Button kind="subtle" onClick={remove}>
            {t('arrange.delete')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function Rename({ edit, section }: PartProps) {
  const { t } = useTranslation('plan');
  const [title, setTitle] = useState(section.title);
  const [missing, setMissing] = useState(false);
  // Somebody else's new name, and one's own undone.
  useEffect(() => setTitle(section.title), [section.title]);
  const submit = async () => {
    setMissing(title.trim() === '');
    if (title.trim() !== '') {
      edit.act(renaming(t, section.id, title.trim()));
    }
  };
  return (
    <Form busy={false} onSubmit={submit}>
      <TextField
        label={t('arrange.name')}
        value={title}
        maxLength={TITLE_LENGTH_MAX}
        onChange={setTitle}
        error={missing ? t('addSection.missing') : ''}
      />
      <div className="bt-form__acts">
        <Button type="submit">{t('arrange.rename')}</Button>
      </div>
    </Form>
  );
}

function SwitchOff({ edit, section, onGone }: ChosenProps) {
  const { t } = useTranslation('plan');
  const [elsewhere, setElsewhere] = useState('');
  const submit = async () => {
    edit.act(switchingOff(t, section.id, elsewhere.trim()));
    onGone();
  };
  return (
    <Form busy={false} onSubmit={submit}>
      <p>{t(section.level === 'part' ? 'arrange.offHintPart' : 'arrange.offHint')}</p>
      <TextField
        label={t('arrange.elsewhere')}
        value={elsewhere}
        maxLength={TITLE_LENGTH_MAX}
        onChange={setElsewhere}
      />
      <div className="bt-form__acts">
        <Button type="submit">{t('arrange.switchOff')}</Button>
      </div>
    </Form>
  );
}
