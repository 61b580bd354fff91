import { useEffect, useRef, useState } from 'react';
import { useLoaded, useSending } from '../../api';
import { Button, Checkbox, Form, Heading, RadioGroup, Select, Skeleton, TextField } from '../../ui';
import { fetchLists, fetchPeople, type Wish } from '../api';
import { type Draft, lengths, type Need, needsOf, wishOf } from '../draft';
import { confidentialities, type ListName, type Person, type Table } from '../model';
import { useInterviewsWords } from '../words';
import { Failure } from './Failure';
import { FiguresPick } from './FiguresPick';
import { PeoplePick } from './PeoplePick';

interface InterviewFormProps {
  planId: string;
  title: string;
  table: Table;
  start: Draft;
  /// The list it is led along now; absent for one that is not there yet.
  kept: { title: string; version: number } | undefined;
  /// I may say who takes part.
  mayName: boolean;
  /// Another list can still be chosen.
  mayList: boolean;
  send: string;
  onSend: (wish: Wish) => Promise<void>;
  onCancel: () => void;
}

/// What is settled before a talk: with whom, when, by whom, along what.
export function InterviewForm(props: InterviewFormProps) {
  const { t } = useInterviewsWords();
  const { state: people, again: peopleAgain } = useLoaded(props.planId, fetchPeople);
  const { state: lists, again: listsAgain } = useLoaded(props.planId, fetchLists);
  if (people.kind === 'failed') {
    return <Failure error={people.error} again={peopleAgain} />;
  }
  if (lists.kind === 'failed') {
    return <Failure error={lists.error} again={listsAgain} />;
  }
  return people.kind === 'loading' || lists.kind === 'loading' ? (
    <Skeleton label={t('form.loading')} lines={8} />
  ) : (
    <Fields {...props} people={people.value} lists={lists.value.filter((each) => !each.archived)} />
  );
}

interface FieldsProps extends InterviewFormProps {
  people: readonly Person[];
  lists: readonly ListName[];
}

function Fields(props: FieldsProps) {
  const { t } = useInterviewsWords();
  const fresh = props.kept === undefined;
  const [draft, setDraft] = useState<Draft>(() => started(props));
  const [tried, setTried] = useState(false);
  const { busy, failure, send } = useSending();
  const place = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // It took the place of what was clicked.
  useEffect(() => (fresh ? undefined : heading.current?.focus()), [fresh]);
  const set = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const needs = needsOf(draft, fresh);
  const error = (need: Need) => (tried && needs.has(need) ? t(`form.need.${need}`) : '');
  const submit = async () => {
    setTried(true);
    if (needs.size > 0) {
      requestAnimationFrame(() =>
        place.current?.querySelector<HTMLElement>('[aria-invalid], [data-wrong]')?.focus(),
      );
      return;
    }
    await send(() => props.onSend(wishOf(draft)));
  };
  const part = { draft, set, error };
  return (
    <div ref={place}>
      <Form busy={busy} onSubmit={submit} card>
        <Heading level={2} size={3} ref={heading}>
          {props.title}
        </Heading>
        <WithWhom {...part} table={props.table} />
        <Moment {...part} />
        {props.mayName ? <Takers {...part} people={props.people} /> : null}
        <Along {...part} kept={props.kept} lists={props.mayList ? props.lists : []} />
        <FiguresPick
          planId={props.planId}
          chosen={draft.figures}
          onChange={(figures) => set({ figures })}
        />
        <RadioGroup
          legend={t('form.confidentiality')}
          choices={confidentialities.map((value) => ({
            value,
            label: t(`confidentiality.${value}`),
            description: t(`confidentialityHint.${value}`),
          }))}
          value={draft.confidentiality}
          onChange={(confidentiality) => set({ confidentiality })}
        />
        <Failure error={failure} />
        <div className="bt-form__acts">
          <Button kind="primary" type="submit" busy={busy}>
            {props.send}
          </Button>
          <Button kind="subtle" onClick={props.onCancel}>
            {t('form.cancel')}
          </Button>
        </div>
      </Form>
    </div>
  );
}

/// Where there is one list only, it is chosen.
function started({ start, kept, lists }: FieldsProps): Draft {
  const [only, ...more] = lists;
  return kept === undefined && only !== undefined && more.length === 0
    ? { ...start, list: only.id }
    : start;
}

interface PartProps {
  draft: Draft;
  set: (changes: Partial<Draft>) => void;
  error: (need: Need) => string;
}

function WithWhom({ draft, set, error, table }: PartProps & { table: Table }) {
  const { t } = useInterviewsWords();
  return (
    <>
      <RadioGroup
        legend={t('form.with')}
        choices={[
          { value: 'table', label: t('form.atTable') },
          { value: 'other', label: t('form.other') },
        ]}
        value={draft.atTable ? 'table' : 'other'}
        onChange={(value) => set({ atTable: value === 'table' })}
      />
      {draft.atTable ? (
        <Select
          label={t('form.partner')}
          value={draft.partner}
          choices={[
            { value: '', label: t('form.choose') },
            ...table.partners.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          error={error('partner')}
          onChange={(partner) => set({ partner })}
        />
      ) : (
        <>
          <TextField
            label={t('form.organisation')}
            value={draft.organisation}
            maxLength={200}
            error={error('organisation')}
            onChange={(organisation) => set({ organisation })}
          />
          <Select
            label={t('form.kind')}
            value={draft.kind}
            choices={[
              { value: '', label: t('form.choose') },
              ...table.kinds.map(({ id, label }) => ({ value: id, label })),
            ]}
            error={error('kind')}
            onChange={(kind) => set({ kind })}
          />
        </>
      )}
      <TextField
        label={t('form.function')}
        description={t('form.functionHint')}
        value={draft.function}
        maxLength={200}
        onChange={(value) => set({ function: value })}
      />
    </>
  );
}

function Moment({ draft, set, error }: PartProps) {
  const { t } = useInterviewsWords();
  const minutes = lengths.some((each) => each === draft.minutes)
    ? lengths
    : [...lengths, draft.minutes];
  return (
    <>
      <div className="bt-interviews__moment">
        <TextField
          label={t('form.day')}
          type="date"
          value={draft.day}
          error={error('day')}
          onChange={(day) => set({ day })}
        />
        <TextField
          label={t('form.time')}
          type="time"
          value={draft.time}
          error={error('time')}
          onChange={(time) => set({ time })}
        />
        <Select
          label={t('form.minutes')}
          value={draft.minutes}
          choices={minutes.map((value) => ({ value, label: t('form.minutesOf', { value }) }))}
          onChange={(value) => set({ minutes: value })}
        />
      </div>
      <TextField
        label={t('form.place')}
        description={t('form.placeHint')}
        value={draft.place}
        maxLength={300}
        onChange={(place) => set({ place })}
      />
    </>
  );
}

function Takers({ draft, set, error, people }: PartProps & { people: readonly Person[] }) {
  const { t } = useInterviewsWords();
  const others = people.filter(({ id }) => !draft.interviewers.includes(id));
  return (
    <>
      <PeoplePick
        title={t('form.interviewers')}
        hint={t('form.interviewersHint')}
        people={people}
        chosen={draft.interviewers}
        onChange={(interviewers) => set({ interviewers })}
        error={error('interviewers')}
      />
      <PeoplePick
        title={t('form.noteTakers')}
        hint={t('form.noteTakersHint')}
        people={others}
        chosen={draft.noteTakers.filter((id) => !draft.interviewers.includes(id))}
        onChange={(noteTakers) => set({ noteTakers })}
        error=""
      />
    </>
  );
}

interface AlongProps extends PartProps {
  kept: InterviewFormProps['kept'];
  lists: readonly ListName[];
}

function Along({ draft, set, error, kept, lists }: AlongProps) {
  const { t } = useInterviewsWords();
  return (
    <>
      {lists.length === 0 ? null : (
        <Select
          label={t('form.list')}
          value={draft.list}
          choices={[
            {
              value: '',
              label:
                kept === undefined
                  ? t('form.choose')
                  : t('form.keepList', { title: kept.title, version: kept.version }),
            },
            ...lists.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          error={error('list')}
          onChange={(list) => set({ list })}
        />
      )}
      <Checkbox
        label={t('form.experiment')}
        description={t('form.experimentHint')}
        checked={draft.experiment}
        onChange={(experiment) => set({ experiment })}
      />
    </>
  );
}
