import '../topics.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { useLoaded, useSending } from '../../api';
import { Alert, Button, Heading, Skeleton, useFocusOnArrival, useTitle } from '../../ui';
import { archiveList, fetchList, makeList, saveList } from '../api';
import { readDraft } from '../drafts';
import type { TopicList } from '../model';
import { topicListsPathOf } from '../paths';
import { useTopicsWords } from '../words';
import { Failure } from './Failure';
import { ListEditor } from './ListEditor';
import { ListText } from './ListText';

export interface TopicListPageProps {
  plan: { id: string; title: string };
  listId: string;
  /// Which version is asked for; absent for the newest.
  version: number | undefined;
}

/// One list: to read, to print, and to change.
export function TopicListPage({ plan, listId, version }: TopicListPageProps) {
  const { t } = useTopicsWords();
  const key = `${listId} ${version ?? ''}`;
  const { state, again } = useLoaded(key, () => fetchList(listId, version));
  const [saved, setSaved] = useState<{ key: string; list: TopicList }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: old at another address
  useEffect(() => setSaved(undefined), [key]);
  const list = saved?.key === key ? saved.list : state.kind === 'loaded' ? state.value : undefined;
  useTitle(list === undefined ? t('lists.title') : `${list.content.title} – ${plan.title}`);
  if (list === undefined) {
    return (
      <div className="bt-page bt-topics">
        {state.kind === 'failed' ? (
          <Failure error={state.error} title={t('list.failed')} again={again} />
        ) : (
          <Skeleton label={t('list.loading')} lines={8} />
        )}
      </div>
    );
  }
  return (
    <OneList
      key={key}
      planId={plan.id}
      list={list}
      onChanged={(next) => setSaved({ key, list: next })}
    />
  );
}

interface OneListProps {
  planId: string;
  list: TopicList;
  onChanged: (list: TopicList) => void;
}

function OneList({ planId, list, onChanged }: OneListProps) {
  const { t } = useTopicsWords();
  const { state: came } = useLocation();
  const mayChange = list.mayEdit && !list.isModel && list.version === list.newest && !list.archived;
  const [editing, setEditing] = useState(
    () => mayChange && (came === 'edit' || readDraft(list.id) !== undefined),
  );
  const [told, setTold] = useState(came === 'made' ? t('list.made') : '');
  const edit = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  useEffect(() => {
    if (!editing && back.current) {
      back.current = false;
      edit.current?.focus();
    }
  }, [editing]);
  if (editing && mayChange) {
    return (
      <ListEditor
        planId={planId}
        list={list}
        onSaved={(next) => {
          onChanged(next);
          back.current = true;
          setEditing(false);
          setTold(t('list.saved', { version: next.version }));
        }}
        onStop={() => {
          back.current = true;
          setEditing(false);
          setTold('');
        }}
      />
    );
  }
  return (
    <Reading planId={planId} list={list} told={told} onChanged={onChanged}>
      {mayChange ? (
        <Button
          ref={edit}
          kind="primary"
          icon="draft"
          onClick={() => {
            setTold('');
            setEditing(true);
          }}
        >
          {t('list.edit')}
        </Button>
      ) : null}
    </Reading>
  );
}

interface ReadingProps extends OneListProps {
  told: string;
  children: ReactNode;
}

function Reading({ planId, list, told, onChanged, children }: ReadingProps) {
  const { t } = useTopicsWords();
  const { busy, failure, send, settle } = useSending();
  const navigate = useNavigate();
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  const copy = () =>
    send(async () => {
      const title = t('list.copyName', { title: list.content.title }).slice(0, 150);
      const { id } = await makeList(title, list.content.goal, list.id);
      settle();
      void navigate(topicListsPathOf(planId, id), { state: 'made' });
    });
  const archive = (archived: boolean) =>
    send(async () => {
      onChanged(await archiveList(list.id, archived));
      settle();
    });
  return (
    <div className="bt-page bt-topics">
      <Link className="nl-link bt-link bt-topics__up" to={topicListsPathOf(planId)}>
        {t('list.all')}
      </Link>
      <div className="bt-topics__head">
        <Heading level={1} size={2} ref={heading}>
          {list.content.title}
        </Heading>
        {list.isModel ? null : (
          <p className="bt-topics__sub">{t('list.version', { version: list.version })}</p>
        )}
      </div>
      <div className="bt-topics__told" role="status">
        {told === '' ? null : <Alert kind="ok">{told}</Alert>}
      </div>
      {list.archived ? (
        <Alert kind="info">
          <p>{t('list.archived')}</p>
        </Alert>
      ) : null}
      {list.isModel && list.mayEdit ? <p className="bt-topics__hint">{t('list.isModel')}</p> : null}
      <Old planId={planId} list={list} />
      <Failure error={failure} />
      <div className="bt-form__acts bt-topics__acts">
        {children}
        {list.mayEdit && list.version === list.newest ? (
          <Button
            kind={list.isModel ? 'primary' : 'secondary'}
            icon="plus"
            busy={busy}
            onClick={() => void copy()}
          >
            {t('list.copy')}
          </Button>
        ) : null}
        <Button kind="subtle" icon="print" onClick={() => window.print()}>
          {t('list.print')}
        </Button>
        {list.mayEdit && !list.isModel && list.version === list.newest ? (
          <Button kind="subtle" busy={busy} onClick={() => void archive(!list.archived)}>
            {t(list.archived ? 'list.restoreList' : 'list.archive')}
          </Button>
        ) : null}
      </div>
      <ListText list={list} />
      <Versions planId={planId} list={list} />
    </div>
  );
}

/// Says that this is not the newest version, and lets it be taken back.
function Old({ planId, list }: { planId: string; list: TopicList }) {
  const { t } = useTopicsWords();
  const { busy, failure, send } = useSending();
  const navigate = useNavigate();
  if (list.version === list.newest) {
    return null;
  }
  const takeBack = () =>
    send(async () => {
      await saveList(list.id, list.newest, list.content);
      void navigate(topicListsPathOf(planId, list.id));
    });
  return (
    <Alert kind="info">
      <p>{t('list.old', { version: list.version, newest: list.newest })}</p>
      <div className="bt-form__acts bt-topics__acts">
        <Link className="nl-link bt-link" to={topicListsPathOf(planId, list.id)}>
          {t('list.newest')}
        </Link>
        {list.mayEdit && !list.archived ? (
          <Button busy={busy} onClick={() => void takeBack()}>
            {t('list.takeBack')}
          </Button>
        ) : null}
      </div>
      {list.mayEdit && !list.archived ? (
        <p className="bt-topics__sub bt-topics__hint">{t('list.takeBackHint')}</p>
      ) : null}
      <Failure error={failure} />
    </Alert>
  );
}

function Versions({ planId, list }: { planId: string; list: TopicList }) {
  const { t, when, who } = useTopicsWords();
  return list.versions.length < 2 ? null : (
    <details className="bt-topics__details bt-topics__versions">
      <summary>{t('list.history')}</summary>
      <ul>
        {list.versions.map(({ version, at, by }) => (
          <li key={version}>
            <Link
              className="nl-link bt-link"
              to={topicListsPathOf(planId, list.id, version === list.newest ? undefined : version)}
              aria-current={version === list.version ? 'page' : undefined}
            >
              {t('list.line', { version, when: when(at), who: who(by) })}
            </Link>
            {version === list.newest ? ` (${t('list.now')})` : ''}
          </li>
        ))}
      </ul>
    </details>
  );
}
