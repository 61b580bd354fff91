import { useState } from 'react';
import { useSending } from '../../api';
import { Button, Form, Heading, LongField, Select } from '../../ui';
import { recordBasis } from '../api';
import type { Afterwards, Recorded } from '../model';
import { useAfterwardsWords } from '../words';
import { Failure } from './Failure';

const textMax = 5000;

export interface PartProps {
  interviewId: string;
  now: Afterwards;
  onChanged: (now: Afterwards) => void;
}

/// Why the talk may be kept, and what was said about that.
export function BasisPart(props: PartProps) {
  const { t } = useAfterwardsWords();
  const { basis } = props.now;
  const [changing, setChanging] = useState(basis === undefined);
  const [saved, setSaved] = useState(false);
  const done = (now: Afterwards) => {
    setChanging(false);
    setSaved(true);
    props.onChanged(now);
  };
  return (
    <section className="bt-afterwards__part" aria-labelledby="bt-afterwards-basis">
      <Heading level={2} size={3} id="bt-afterwards-basis">
        {t('basis.title')}
      </Heading>
      <p>{t('basis.lead')}</p>
      {basis === undefined || changing ? (
        <BasisForm {...props} onSaved={done} onCancel={() => setChanging(false)} />
      ) : (
        <Kept basis={basis} onChange={() => setChanging(true)} />
      )}
      <p role="status">{saved && !changing ? t('basis.saved') : ''}</p>
    </section>
  );
}

function Kept({ basis, onChange }: { basis: Recorded; onChange: () => void }) {
  const { t, date } = useAfterwardsWords();
  return (
    <>
      <p className="bt-afterwards__strong" lang="nl">
        {basis.label}
      </p>
      <blockquote className="bt-afterwards__said" lang="nl">
        {basis.text}
      </blockquote>
      <p className="bt-afterwards__sub">{t('basis.recorded', { date: date(basis.at) })}</p>
      <div>
        <Button onClick={onChange}>{t('basis.change')}</Button>
      </div>
    </>
  );
}

interface BasisFormProps extends PartProps {
  onSaved: (now: Afterwards) => void;
  onCancel: () => void;
}

function BasisForm({ interviewId, now, onSaved, onCancel }: BasisFormProps) {
  const { t } = useAfterwardsWords();
  const { basis, bases } = now;
  const [base] = useState(basis?.version ?? 0);
  const [chosen, setChosen] = useState(basis?.id ?? bases[0]?.id ?? '');
  const [text, setText] = useState(basis?.text ?? bases[0]?.text ?? '');
  const { busy, failure, send, settle } = useSending();
  const choose = (id: string) => {
    const before = bases.find((each) => each.id === chosen)?.text ?? '';
    setChosen(id);
    // Words of one's own stay.
    if (text.trim() === '' || text === before) {
      setText(bases.find((each) => each.id === id)?.text ?? '');
    }
  };
  const submit = async () => {
    await send(async () => {
      onSaved(await recordBasis(interviewId, base, chosen, text));
      settle();
    });
  };
  return (
    <Form busy={busy} onSubmit={submit}>
      <Select
        label={t('basis.choice')}
        value={chosen}
        choices={bases.map(({ id, label }) => ({ value: id, label }))}
        onChange={choose}
      />
      <LongField
        label={t('basis.text')}
        description={t('basis.textHint')}
        rows={6}
        maxLength={textMax}
        value={text}
        onChange={setText}
      />
      <Failure error={failure} />
      <div className="bt-form__acts">
        <Button kind="primary" type="submit" busy={busy}>
          {t('basis.save')}
        </Button>
        {basis === undefined ? null : (
          <Button kind="subtle" onClick={onCancel}>
            {t('basis.cancel')}
          </Button>
        )}
      </div>
    </Form>
  );
}
