import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { asApiError, useSending } from '../../api';
import { randomId } from '../../base/ids';
import { Alert, Button, Heading, LongField, TextField, useFocusOnArrival } from '../../ui';
import { fetchList, saveList } from '../api';
import { keepDraft, readDraft } from '../drafts';
import {
  begin,
  besides,
  change,
  type Edit,
  emptyFields,
  placeOf,
  redo,
  undo,
  type Work,
} from '../edit';
import type { TopicList } from '../model';
import { topicListsPathOf } from '../paths';
import { failureText, useTopicsWords } from '../words';
import { Failure } from './Failure';
import { GroupEditor } from './GroupEditor';

interface ListEditorProps {
  planId: string;
  list: TopicList;
  onSaved: (list: TopicList) => void;
  onStop: () => void;
}

/// Changes a list, in this browser until it is saved as a version.
export function ListEditor({ planId, list, onSaved, onStop }: ListEditorProps) {
  const { t } = useTopicsWords();
  const [kept] = useState(() => readDraft(list.id));
  const [base, setBase] = useState(kept?.version ?? list.version);
  const [work, setWork] = useState<Work>(() => startFrom(list, kept?.content));
  const [told, setTold] = useState('');
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map());
  const [first, setFirst] = useState<TopicList>();
  const { busy, failure, send, clear } = useSending();
  const root = useRef<HTMLDivElement>(null);
  const focusOn = useRef<string>(undefined);
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  const dirty = work.content !== list.content;
  useEffect(() => heading.current?.focus(), [heading]);
  useEffect(
    () => keepDraft(list.id, dirty ? { version: base, content: work.content } : undefined),
    [list.id, base, dirty, work.content],
  );
  // After each change, because what was asked for may stand elsewhere only then.
  useEffect(() => {
    const place = focusOn.current;
    focusOn.current = undefined;
    if (place !== undefined) {
      root.current?.querySelector<HTMLElement>(`[data-place="${place}"]`)?.focus();
    }
  });
  const onEdit = useCallback((edit: Edit) => {
    setWork((before) => change(before, edit, Date.now()));
    setTold(edit.kind === 'remove' ? 'removed' : edit.kind === 'move' ? 'moved' : '');
    setWrong(new Map());
  }, []);
  const acts = useMemo(
    () => ({
      edit: onEdit,
      add: (group: string, after?: string) => {
        const id = newId();
        focusOn.current = id;
        onEdit({ kind: 'add-question', group, id, ...(after === undefined ? {} : { after }) });
      },
      move: (id: string, by: -1 | 1) => {
        focusOn.current = document.activeElement?.getAttribute('data-place') ?? id;
        onEdit({ kind: 'move', id, by });
      },
      remove: (id: string, next: string | undefined) => {
        focusOn.current = next ?? 'add-group';
        onEdit({ kind: 'remove', id });
      },
    }),
    [onEdit],
  );
  const back = () => {
    setWork(undo);
    setTold('undone');
  };
  const forth = () => {
    setWork(redo);
    setTold('redone');
  };
  const save = async (version: number) => {
    const empty = emptyFields(work.content);
    if (empty.length > 0) {
      setWrong(new Map(empty.map((place) => [place, t('edit.need')])));
      focusOn.current = empty[0];
      return;
    }
    const saved = await send(async () => {
      try {
        const next = await saveList(list.id, version, work.content);
        keepDraft(list.id, undefined);
        onSaved(next);
      } catch (cause) {
        const error = asApiError(cause);
        if (error.type === 'changed-meanwhile') {
          setFirst(await fetchList(list.id));
        } else if (error.field !== '') {
          const place = placeOf(work.content, error.field);
          setWrong(new Map([[place, failureText(t, error)]]));
          focusOn.current = place;
        }
        throw cause;
      }
    });
    if (saved) {
      setFirst(undefined);
    }
  };
  const stop = () => {
    keepDraft(list.id, undefined);
    onStop();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields inside
    <div
      ref={root}
      className="bt-page bt-topics bt-topics--edit"
      onKeyDown={(event) => {
        if (!(event.ctrlKey || event.metaKey) || event.altKey) {
          return;
        }
        const key = event.key.toLowerCase();
        if (key === 'z' || key === 'y') {
          event.preventDefault();
          (key === 'y' || event.shiftKey ? forth : back)();
        } else if (key === 's') {
          event.preventDefault();
          void save(base);
        }
      }}
    >
      <Heading level={1} size={2} ref={heading}>
        {t('edit.title')}
      </Heading>
      <p className="bt-topics__sub">{t('edit.keys')}</p>
      {kept === undefined ? null : (
        <Alert kind="info">
          <p>{t('edit.kept')}</p>
          <Button onClick={stop}>{t('edit.drop')}</Button>
        </Alert>
      )}
      <div className="bt-topics__whole">
        <TextField
          label={t('edit.name')}
          value={work.content.title}
          maxLength={150}
          error={wrong.get('title') ?? ''}
          onChange={(text) => onEdit({ kind: 'title', text })}
        />
        <LongField
          label={t('edit.goal')}
          value={work.content.goal}
          rows={2}
          maxLength={1000}
          place="goal"
          error={wrong.get('goal') ?? ''}
          onChange={(text) => onEdit({ kind: 'goal', text })}
        />
      </div>
      {work.content.groups.map((group, index) => (
        <GroupEditor
          key={group.id}
          content={work.content}
          group={group}
          number={index + 1}
          before={work.content.groups
            .slice(0, index)
            .reduce((sum, { questions }) => sum + questions.length, 0)}
          kinds={list.kinds}
          wrong={wrong}
          acts={acts}
          besides={besides}
        />
      ))}
      <div>
        <Button
          icon="plus"
          place="add-group"
          onClick={() => {
            const id = newId();
            focusOn.current = id;
            onEdit({ kind: 'add-group', id });
          }}
        >
          {t('edit.addGroup')}
        </Button>
      </div>
      {first === undefined ? (
        <Failure error={failure} />
      ) : (
        <First
          planId={planId}
          list={first}
          busy={busy}
          onAnyway={() => {
            clear();
            setBase(first.newest);
            void save(first.newest);
          }}
        />
      )}
      {wrong.size > 0 ? (
        <Alert kind="error" urgent>
          <p>{t('edit.needSome')}</p>
        </Alert>
      ) : null}
      <div className="bt-topics__bar">
        <Button kind="primary" busy={busy} off={!dirty} onClick={() => void save(base)}>
          {t('edit.save')}
        </Button>
        <Button className="bt-topics__undo" icon="undo" off={work.past.length === 0} onClick={back}>
          {t('edit.undo')}
        </Button>
        <Button
          className="bt-topics__redo"
          kind="subtle"
          off={work.future.length === 0}
          onClick={forth}
        >
          {t('edit.redo')}
        </Button>
        <Button kind="subtle" onClick={stop}>
          {t('edit.stop')}
        </Button>
        <span className="bt-topics__sub">{t(dirty ? 'edit.unsaved' : 'edit.unchanged')}</span>
        <span className="bt-hidden" role="status">
          {told === '' ? '' : t(`edit.${told as 'removed' | 'moved' | 'undone' | 'redone'}`)}
        </span>
      </div>
    </div>
  );
}

function startFrom(list: TopicList, kept: TopicList['content'] | undefined): Work {
  const work = begin(list.content);
  return kept === undefined ? work : { ...work, content: kept, past: [list.content] };
}

/// An id for a group or question that no other has, in whatever list.
function newId(): string {
  return `v-${randomId().slice(0, 18)}`;
}

interface FirstProps {
  planId: string;
  list: TopicList;
  busy: boolean;
  onAnyway: () => void;
}

/// Somebody else saved meanwhile: their version is kept whatever I do.
function First({ planId, list, busy, onAnyway }: FirstProps) {
  const { t, who } = useTopicsWords();
  const by = list.versions[0]?.by;
  return (
    <Alert kind="warning" urgent>
      <p>{t('edit.first', { who: who(by), version: list.newest })}</p>
      <p>{t('edit.firstHint')}</p>
      <div className="bt-form__acts">
        <a
          className="nl-link bt-link"
          href={topicListsPathOf(planId, list.id, list.newest)}
          target="_blank"
          rel="noreferrer"
        >
          {t('edit.look')}
        </a>
        <Button busy={busy} onClick={onAnyway}>
          {t('edit.saveAnyway')}
        </Button>
      </div>
    </Alert>
  );
}
