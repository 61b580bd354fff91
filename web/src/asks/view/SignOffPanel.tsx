import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { type Loaded, useSending } from '../../api';
import type { SheetContext } from '../../editor';
import { Button, Icon, LongField, PartnerMark, Skeleton } from '../../ui';
import { signOff, withdraw } from '../api';
import type { SignOff, SignOffs } from '../model';
import { dispositionsPathOf } from '../paths';
import { useAsksWords } from '../words';
import { Failure } from './Failure';

interface SignOffPanelProps {
  context: SheetContext;
  state: Loaded<SignOffs>;
  again: () => void;
}

/// Which organisations agreed to which text of the section, and whether it is still that one.
export function SignOffPanel({ context, state, again }: SignOffPanelProps) {
  const { t } = useAsksWords();
  if (state.kind === 'loading') {
    return <Skeleton label={t('signOff.loading')} />;
  }
  if (state.kind === 'failed') {
    return <Failure error={state.error} again={again} />;
  }
  return <Inside context={context} value={state.value} again={again} />;
}

interface InsideProps {
  context: SheetContext;
  value: SignOffs;
  again: () => void;
}

function Inside({ context, value, again }: InsideProps) {
  const { t } = useAsksWords();
  const [said, setSaid] = useState('');
  const { section, plan, openPanel } = context;
  const standing = value.items.filter(({ state }) => state === 'current' || state === 'changed');
  const past = value.items.filter(({ state }) => state === 'replaced' || state === 'withdrawn');
  const done = (words: string) => {
    setSaid(words);
    again();
  };
  return (
    <div className="bt-signOffs">
      <p className="bt-asks__sub">{t('signOff.lead')}</p>
      <Giving context={context} value={value} again={again} onDone={done} />
      <p role="status" className={said === '' ? 'bt-hidden' : undefined}>
        {said}
      </p>
      {standing.length === 0 ? <p>{t('signOff.none')}</p> : null}
      <ul className="bt-asks__list">
        {standing.map((each) => (
          <li key={each.id}>
            <Standing context={context} signOff={each} onDone={done} />
          </li>
        ))}
      </ul>
      {past.length === 0 ? null : (
        <details className="bt-signOffs__past">
          <summary>{t('signOff.past', { number: past.length })}</summary>
          <ul className="bt-asks__list">
            {past.map((each) => (
              <li key={each.id}>
                <Past signOff={each} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <Link
        className="nl-link bt-link"
        to={dispositionsPathOf(plan.id, section.key)}
        onClick={() => openPanel(undefined)}
      >
        {t('signOff.dispositions')}
      </Link>
    </div>
  );
}

interface GivingProps extends InsideProps {
  onDone: (said: string) => void;
}

function Giving({ context, value, again, onDone }: GivingProps) {
  const { t } = useAsksWords();
  const { busy, failure, send, settle } = useSending();
  const own = value.items.find(
    ({ mine, state }) => mine && (state === 'current' || state === 'changed'),
  );
  if (!value.maySign) {
    return <p className="bt-asks__sub">{t('signOff.mayNot')}</p>;
  }
  if (own?.state === 'current') {
    return null;
  }
  const give = async () => {
    const given = await send(async () => {
      await signOff(context.section.id, value.sha256);
    });
    if (given) {
      settle();
      onDone(t('signOff.given'));
    } else {
      again();
    }
  };
  return (
    <div className="bt-signOffs__give">
      <Button kind="primary" icon="agreed" busy={busy} onClick={() => void give()}>
        {own === undefined
          ? t('signOff.give', { partner: context.user.organisation })
          : t('signOff.giveAgain')}
      </Button>
      <p className="bt-asks__sub">{t('signOff.giveHint')}</p>
      <Failure error={failure} />
    </div>
  );
}

interface StandingProps {
  context: SheetContext;
  signOff: SignOff;
  onDone: (said: string) => void;
}

function Standing({ context, signOff, onDone }: StandingProps) {
  const { t, when } = useAsksWords();
  const { plan, section, openPanel } = context;
  const query = new URLSearchParams({ paragraaf: section.key, van: String(signOff.seq) });
  return (
    <article className="bt-signOffs__one">
      <Who signOff={signOff} />
      <p className="bt-asks__verdict">
        <Icon name="agreed" />
        {signOff.version === undefined
          ? t('signOff.onText', { when: when(signOff.at) })
          : t('signOff.on', { version: signOff.version })}
      </p>
      {signOff.state === 'changed' ? (
        <p className="bt-asks__warning">
          <Icon name="unsaved" />
          <span>
            {t('signOff.changed')}{' '}
            <Link
              className="nl-link bt-link"
              to={`/plannen/${encodeURIComponent(plan.id)}/versies?${query}`}
              aria-label={t('signOff.whatLabel', { partner: signOff.by?.partner.name ?? '' })}
              onClick={() => openPanel(undefined)}
            >
              {t('signOff.what')}
            </Link>
          </span>
        </p>
      ) : null}
      {signOff.mayWithdraw ? <Withdrawing signOff={signOff} onDone={onDone} /> : null}
    </article>
  );
}

function Who({ signOff }: { signOff: SignOff }) {
  const { t, when, who } = useAsksWords();
  return (
    <p className="bt-dispositions__who">
      {signOff.by === undefined ? null : (
        <PartnerMark
          badge={signOff.by.partner.badge}
          colour={signOff.by.partner.colour}
          size="small"
        />
      )}
      <span>{t('signOff.by', { who: who(signOff.by), when: when(signOff.at) })}</span>
    </p>
  );
}

function Withdrawing({ signOff, onDone }: { signOff: SignOff; onDone: (said: string) => void }) {
  const { t } = useAsksWords();
  const [open, setOpen] = useState(false);
  const [tried, setTried] = useState(false);
  const [reason, setReason] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const { busy, failure, send, settle } = useSending();
  useEffect(() => {
    if (open) {
      field.current?.focus();
    }
  }, [open]);
  if (!open) {
    return (
      <div className="bt-signOffs__withdraw">
        <Button kind="subtle" onClick={() => setOpen(true)}>
          {t('signOff.withdraw')}
        </Button>
      </div>
    );
  }
  const finish = async () => {
    setTried(true);
    if (reason.trim() === '') {
      field.current?.focus();
    } else if (await send(() => withdraw(signOff.id, reason))) {
      settle();
      onDone(t('signOff.withdrawnSaid'));
    }
  };
  return (
    <div className="bt-dispositions__form">
      <LongField
        maxLength={2000}
        ref={field}
        label={t('signOff.withdrawWhy')}
        rows={3}
        value={reason}
        error={tried && reason.trim() === '' ? t('signOff.withdrawNeed') : ''}
        onChange={setReason}
      />
      <Failure error={failure} />
      <div className="bt-form__acts">
        <Button kind="primary" busy={busy} onClick={() => void finish()}>
          {t('signOff.withdrawNow')}
        </Button>
        <Button kind="subtle" onClick={() => setOpen(false)}>
          {t('signOff.cancel')}
        </Button>
      </div>
    </div>
  );
}

function Past({ signOff }: { signOff: SignOff }) {
  const { t, when, who } = useAsksWords();
  const { withdrawal } = signOff;
  return (
    <article className="bt-signOffs__one">
      <Who signOff={signOff} />
      <p className="bt-asks__sub">
        {withdrawal === undefined
          ? t('signOff.replaced')
          : t('signOff.withdrawn', {
              who: who(withdrawal.by),
              when: when(withdrawal.at),
              reason: withdrawal.reason,
            })}
      </p>
    </article>
  );
}
