import { useId, useState } from 'react';
import { useSending } from '../../api';
import type { SheetSection } from '../../editor';
import { Alert, Button, Icon, Popover } from '../../ui';
import { moveSection } from '../api';
import type { Past, Status } from '../model';
import { failureText, useHistoryWords } from '../words';
import { FixDialog } from './FixDialog';

export interface StatusControlProps {
  section: SheetSection;
  past: Past;
  onChanged: () => void;
}

/// The status of a section for who may change it: a button that opens the steps there are.
export function StatusControl({ section, past, onChanged }: StatusControlProps) {
  const { t } = useHistoryWords();
  const sending = useSending();
  const [fixing, setFixing] = useState(false);
  const [said, setSaid] = useState('');
  const title = useId();
  const now = section.status;
  const move = async (to: Status) => {
    if (await sending.send(() => moveSection(section.id, now, to))) {
      setSaid(t('control.moved', { status: t(`status.${to}`) }));
    }
    sending.settle();
    onChanged();
  };
  return (
    <>
      <Popover
        className="bt-states"
        label={t('control.label', { status: t(`status.${now}`) })}
        face={
          <span className={`bt-status bt-status--${now}`}>
            <Icon name={now} />
            <span className="bt-status__word">{t(`status.${now}`)}</span>
            <Icon name="down" />
          </span>
        }
      >
        {(close) => (
          <>
            <p className="bt-states__title" id={title}>
              {t('control.choose')}
            </p>
            <ul className="bt-states__list" aria-labelledby={title}>
              {past.steps.map((step) => (
                <li key={step}>
                  <button
                    type="button"
                    className="bt-states__step"
                    onClick={() => {
                      close();
                      if (step === 'fixed') {
                        setFixing(true);
                      } else {
                        void move(step);
                      }
                    }}
                  >
                    <Icon name={step} />
                    {step === 'fixed'
                      ? t('control.fix')
                      : now === 'fixed'
                        ? t('control.reopen')
                        : t(`status.${step}`)}
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </Popover>
      <span className="bt-hidden" role="status">
        {said}
      </span>
      {sending.failure ? (
        <Alert kind="error" urgent>
          <p>{failureText(t, sending.failure)}</p>
          <Button kind="subtle" onClick={sending.clear}>
            {t('fix.close')}
          </Button>
        </Alert>
      ) : null}
      {fixing ? (
        <FixDialog
          section={section}
          onClose={() => setFixing(false)}
          onFixed={() => {
            setFixing(false);
            setSaid(t('control.moved', { status: t('status.fixed') }));
            onChanged();
          }}
        />
      ) : null}
    </>
  );
}
