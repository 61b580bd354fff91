import '../topics.css';
import { useEffect, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useLoaded, useSending } from '../../api';
import {
  Button,
  Form,
  Heading,
  Icon,
  LongField,
  Skeleton,
  TextField,
  useFocusOnArrival,
  useTitle,
} from '../../ui';
import { fetchLists, makeList } from '../api';
import type { AllLists, ListSummary } from '../model';
import { topicListsPathOf } from '../paths';
import { useTopicsWords } from '../words';
import { Failure } from './Failure';

export interface TopicListsPageProps {
  plan: { id: string; title: string };
}

/// The lists that talks can be led along.
export function TopicListsPage({ plan }: TopicListsPageProps) {
  const { t } = useTopicsWords();
  const { state, again } = useLoaded('lists', fetchLists);
  const [making, setMaking] = useState(false);
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  useTitle(t('lists.tab', { plan: plan.title }));
  return (
    <div className="bt-page bt-topics">
      <Heading level={1} size={2} ref={heading}>
        {t('lists.title')}
      </Heading>
      {state.kind === 'loading' ? <Skeleton label={t('lists.loading')} lines={6} /> : null}
      {state.kind === 'failed' ? (
        <Failure error={state.error} title={t('lists.failed')} again={again} />
      ) : null}
      {state.kind === 'loaded' ? (
        <>
          <p className="bt-lead">{t(state.value.mayEdit ? 'lists.lead' : 'lists.leadReader')}</p>
          <All planId={plan.id} lists={state.value} />
          {state.value.mayEdit && !making ? (
            <div>
              <Button icon="plus" onClick={() => setMaking(true)}>
                {t('lists.make')}
              </Button>
            </div>
          ) : null}
          {making ? <NewList planId={plan.id} onCancel={() => setMaking(false)} /> : null}
        </>
      ) : null}
    </div>
  );
}

function All({ planId, lists }: { planId: string; lists: AllLists }) {
  const { t } = useTopicsWords();
  const own = lists.items.filter(({ isModel }) => !isModel);
  const used = own.filter(({ archived }) => !archived);
  return (
    <>
      <Part
        title={t('lists.model')}
        planId={planId}
        items={lists.items.filter(({ isModel }) => isModel)}
      />
      <Part title={t('lists.own')} planId={planId} items={used} />
      {used.length === 0 && lists.mayEdit ? (
        <p className="bt-topics__empty">{t('lists.none')}</p>
      ) : null}
      <Part
        title={t('lists.archive')}
        planId={planId}
        items={own.filter(({ archived }) => archived)}
      />
    </>
  );
}

interface PartProps {
  title: string;
  planId: string;
  items: readonly ListSummary[];
}

function Part({ title, planId, items }: PartProps) {
  return items.length === 0 ? null : (
    <section className="bt-topics__part">
      <Heading level={2} size={4}>
        {title}
      </Heading>
      <ul className="bt-topics__cards">
        {items.map((list) => (
          <li key={list.id}>
            <Card planId={planId} list={list} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Card({ planId, list }: { planId: string; list: ListSummary }) {
  const { t, when, who } = useTopicsWords();
  return (
    <Link className="bt-topics__card" to={topicListsPathOf(planId, list.id)}>
      <span className="bt-topics__cardText">
        <span className="bt-topics__cardTitle">{list.title}</span>
        <span className="bt-topics__sub">
          {t('lists.groups', { count: list.groups })}
          {', '}
          {t('lists.questions', { count: list.questions })}
        </span>
        {list.at === undefined ? null : (
          <span className="bt-topics__sub">
            {t('lists.saved', {
              version: list.version,
              when: when(list.at),
              who: who(list.by),
            })}
          </span>
        )}
      </span>
      <Icon name="forward" />
    </Link>
  );
}

function NewList({ planId, onCancel }: { planId: string; onCancel: () => void }) {
  const { t } = useTopicsWords();
  const [title, setTitle] = useState('');
  const [goal, setGoal] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, failure, send } = useSending();
  const navigate = useNavigate();
  const form = useRef<HTMLDivElement>(null);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const submit = async () => {
    setTried(true);
    if (title.trim() === '' || goal.trim() === '') {
      requestAnimationFrame(() =>
        form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(),
      );
      return;
    }
    await send(async () => {
      const { id } = await makeList(title, goal);
      void navigate(topicListsPathOf(planId, id), { state: 'edit' });
    });
  };
  return (
    <div ref={form}>
      <Form busy={busy} onSubmit={submit} card>
        <Heading level={2} size={3}>
          {t('lists.make')}
        </Heading>
        <TextField
          ref={first}
          label={t('lists.name')}
          value={title}
          maxLength={150}
          error={tried && title.trim() === '' ? t('lists.needName') : ''}
          onChange={setTitle}
        />
        <LongField
          label={t('lists.goal')}
          description={t('lists.goalHint')}
          value={goal}
          rows={3}
          maxLength={1000}
          error={tried && goal.trim() === '' ? t('lists.needGoal') : ''}
          onChange={setGoal}
        />
        <Failure error={failure} />
        <div className="bt-form__acts">
          <Button kind="primary" type="submit" busy={busy}>
            {t('lists.create')}
          </Button>
          <Button kind="subtle" onClick={onCancel}>
            {t('lists.cancel')}
          </Button>
        </div>
      </Form>
    </div>
  );
}
