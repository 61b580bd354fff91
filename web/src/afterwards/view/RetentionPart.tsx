import { useEffect, useRef, useState } from 'react';
import { useSending } from '../../api';
import { Button, Checkbox, Form, Heading } from '../../ui';
import { erase } from '../api';
import { isErased, type Kept } from '../model';
import { useAfterwardsWords } from '../words';
import type { PartProps } from './BasisPart';
import { Failure } from './Failure';

/// What is kept, until when, and how the core team erases it before.
export function RetentionPart(props: PartProps) {
  const { t, date } = useAfterwardsWords();
  const { core, retention } = props.now;
  const [erasing, setErasing] = useState(false);
  const [done, setDone] = useState(false);
  const erased = isErased(retention);
  return (
    <section className="bt-afterwards__part" aria-labelledby="bt-afterwards-retention">
      <Heading level={2} size={3} id="bt-afterwards-retention">
        {t('retention.title')}
      </Heading>
      <p>{t('retention.lead')}</p>
      <table className="bt-afterwards__table">
        <caption className="bt-hidden">{t('retention.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('retention.what')}</th>
            <th scope="col">{t('retention.until')}</th>
          </tr>
        </thead>
        <tbody>
          {retention.map(({ kept, dueAt, erasedAt }) => (
            <tr key={kept}>
              <th scope="row">{t(`retention.kept.${kept}`)}</th>
              <td>
                {erasedAt === undefined
                  ? t('retention.due', { date: date(dueAt) })
                  : t('retention.erasedAt', { date: date(erasedAt) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {erasing ? (
        <EraseForm
          {...props}
          onErased={(now) => {
            setErasing(false);
            setDone(true);
            props.onChanged(now);
          }}
          onCancel={() => setErasing(false)}
        />
      ) : (
        <Begin core={core} erased={erased} onBegin={() => setErasing(true)} />
      )}
      <p role="status">{done && !erasing ? t('retention.done') : ''}</p>
    </section>
  );
}

function Begin(props: { core: boolean; erased: boolean; onBegin: () => void }) {
  const { t } = useAfterwardsWords();
  if (props.erased) {
    return null;
  }
  return props.core ? (
    <div>
      <Button onClick={props.onBegin}>{t('retention.erase')}</Button>
    </div>
  ) : (
    <p className="bt-afterwards__sub">{t('retention.coreOnly')}</p>
  );
}

interface EraseFormProps extends PartProps {
  onErased: (now: PartProps['now']) => void;
  onCancel: () => void;
}

/// It cannot be taken back, so one says what, and then that one means it.
function EraseForm({ interviewId, now, onErased, onCancel }: EraseFormProps) {
  const { t } = useAfterwardsWords();
  const [chosen, setChosen] = useState<ReadonlySet<Kept>>(new Set());
  const [tried, setTried] = useState(false);
  const { busy, failure, send, settle } = useSending();
  const group = useRef<HTMLFieldSetElement>(null);
  useEffect(() => group.current?.focus(), []);
  const left = now.retention.filter(({ erasedAt }) => erasedAt === undefined);
  const submit = async () => {
    setTried(true);
    if (chosen.size === 0) {
      group.current?.focus();
      return;
    }
    await send(async () => {
      onErased(await erase(interviewId, [...chosen]));
      settle();
    });
  };
  const choose = (kept: Kept, on: boolean) => {
    const next = new Set(chosen);
    if (on) {
      next.add(kept);
    } else {
      next.delete(kept);
    }
    setChosen(next);
  };
  return (
    <Form busy={busy} onSubmit={submit} card>
      <fieldset className="bt-radios" ref={group} tabIndex={-1}>
        <legend className="bt-radios__legend">{t('retention.eraseTitle')}</legend>
        <p>{t('retention.eraseText')}</p>
        {tried && chosen.size === 0 ? (
          <p className="bt-field__error">{t('retention.none')}</p>
        ) : null}
        {left.map(({ kept }) => (
          <Checkbox
            key={kept}
            label={t(`retention.kept.${kept}`)}
            checked={chosen.has(kept)}
            onChange={(on) => choose(kept, on)}
          />
        ))}
      </fieldset>
      <Failure error={failure} />
      <div className="bt-form__acts">
        <Button kind="primary" type="submit" busy={busy}>
          {t('retention.confirm')}
        </Button>
        <Button kind="subtle" onClick={onCancel}>
          {t('retention.cancel')}
        </Button>
      </div>
    </Form>
  );
}
