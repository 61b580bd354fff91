import '../asks.css';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useLoaded } from '../../api';
import { usePlanEvents } from '../../collab';
import { Button, Heading, Skeleton, useFocusOnArrival, useTitle } from '../../ui';
import { fetchAsks } from '../api';
import { readAskDraft } from '../drafts';
import type { AskSummary } from '../model';
import { asksPathOf, dispositionsPathOf } from '../paths';
import { useAsksWords } from '../words';
import { AskCard } from './AskCard';
import { Failure } from './Failure';
import { NewAsk } from './NewAsk';

/// A plan, as far as its asks need it.
export interface AsksPlan {
  id: string;
  title: string;
  mayCoordinate: boolean;
  sections: readonly {
    id: string;
    key: string;
    number: string;
    title: string;
    level: 'front' | 'part' | 'section' | 'annex';
    part: string | undefined;
    roles: readonly string[];
  }[];
}

export interface AsksPageProps {
  plan: AsksPlan;
  ownPartner: string;
  /// True once the plan can be followed live.
  connected: boolean;
}

/// The asks of a plan: those that are open first.
export function AsksPage({ plan, ownPartner, connected }: AsksPageProps) {
  const { t } = useAsksWords();
  const { state, again } = useLoaded(plan.id, fetchAsks);
  const [making, setMaking] = useState(() => readAskDraft(plan.id, ownPartner) !== undefined);
  const navigate = useNavigate();
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  useTitle(t('list.tab', { plan: plan.title }));
  usePlanEvents(plan.id, connected, ({ kind }) => {
    if (kind === 'asks-changed' || kind === 'joined' || kind === 'roles-changed') {
      again();
    }
  });
  const mayAsk = state.kind === 'loaded' && state.value.mayAsk;
  return (
    <div className="bt-page bt-asks">
      <div className="bt-page__head">
        <Heading level={1} size={2} ref={heading}>
          {t('list.title')}
        </Heading>
        <Link className="nl-link bt-link" to={dispositionsPathOf(plan.id)}>
          {t('ask.dispositions')}
        </Link>
      </div>
      {state.kind === 'loading' ? <Skeleton label={t('list.loading')} lines={6} /> : null}
      {state.kind === 'failed' ? (
        <Failure error={state.error} title={t('list.failed')} again={again} />
      ) : null}
      {state.kind === 'loaded' ? (
        <p className="bt-lead">{t(mayAsk ? 'list.lead' : 'list.leadPartner')}</p>
      ) : null}
      {mayAsk && !making ? (
        <div>
          <Button kind="primary" icon="plus" onClick={() => setMaking(true)}>
            {t('list.make')}
          </Button>
        </div>
      ) : null}
      {mayAsk && making ? (
        <NewAsk
          plan={plan}
          ownPartner={ownPartner}
          onMade={(id) => void navigate(asksPathOf(plan.id, id), { state: 'sent' })}
          onCancel={() => setMaking(false)}
        />
      ) : null}
      {state.kind === 'loaded' && !making ? <Lists {...state.value} /> : null}
    </div>
  );
}

function Lists({ items, mayAsk }: { items: readonly AskSummary[]; mayAsk: boolean }) {
  const { t } = useAsksWords();
  if (items.length === 0) {
    return (
      <section className="bt-asks__empty">
        <p>{t(mayAsk ? 'list.none' : 'list.nonePartner')}</p>
      </section>
    );
  }
  const open = items.filter(({ closedAt }) => closedAt === undefined);
  const closed = items.filter(({ closedAt }) => closedAt !== undefined);
  return (
    <>
      <List title={t('list.open')} items={open} />
      <List title={t('list.closed')} items={closed} />
    </>
  );
}

function List({ title, items }: { title: string; items: readonly AskSummary[] }) {
  return items.length === 0 ? null : (
    <section className="bt-asks__part">
      <Heading level={2} size={4}>
        {title}
      </Heading>
      <ul className="bt-asks__list">
        {items.map((ask) => (
          <li key={ask.id}>
            <AskCard ask={ask} />
          </li>
        ))}
      </ul>
    </section>
  );
}
