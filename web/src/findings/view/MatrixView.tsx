import '../matrix.css';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useLoaded } from '../../api';
import { usePlanEvents } from '../../collab';
import { Button, Checkbox, Select, Skeleton } from '../../ui';
import { fetchCodes, fetchMatrix } from '../api';
import {
  type Code,
  type CodedNote,
  type Findings,
  type Interview,
  type Matrix,
  otherRow,
  type Row,
  type RowGroup,
  rowsOf,
} from '../model';
import { shownParameter as filter, findingsPathOf, unusedOnly } from '../paths';
import { Failure } from './Failure';
import { FindingForm } from './FindingForm';
import type { FindingsPlan } from './FindingsPage';
import { MatrixTable } from './MatrixTable';
import { NoteList } from './NoteList';

interface MatrixViewProps {
  plan: FindingsPlan;
  findings: Findings;
  connected: boolean;
  again: () => void;
}

const noCodes: readonly Code[] = [];

/// A question, an interview, or both: the notes that are opened.
export interface Cell {
  row: string | undefined;
  interview: string | undefined;
}

/// Questions and interviews with their notes, to make findings of them.
export function MatrixView({ plan, findings, connected, again }: MatrixViewProps) {
  const { t } = useTranslation('findings');
  const matrix = useLoaded(plan.id, fetchMatrix);
  const codes = useLoaded(plan.id, fetchCodes);
  usePlanEvents(plan.id, connected, ({ kind }) => {
    if (kind === 'interviews-changed' || kind === 'notes-changed' || kind === 'joined') {
      matrix.again();
    }
    if (kind === 'findings-changed') {
      matrix.again();
      codes.again();
    }
  });
  if (matrix.state.kind === 'loading') {
    return <Skeleton label={t('matrix.loading')} lines={8} />;
  }
  if (matrix.state.kind === 'failed') {
    return <Failure error={matrix.state.error} title={t('matrix.failed')} again={matrix.again} />;
  }
  return (
    <Loaded
      plan={plan}
      findings={findings}
      matrix={matrix.state.value}
      codes={codes.state.kind === 'loaded' ? codes.state.value : noCodes}
      again={() => {
        again();
        matrix.again();
        codes.again();
      }}
    />
  );
}

interface LoadedProps {
  plan: FindingsPlan;
  findings: Findings;
  matrix: Matrix;
  codes: readonly Code[];
  again: () => void;
}

function Loaded({ plan, findings, matrix, codes, again }: LoadedProps) {
  const { t } = useTranslation('findings');
  const [search, setSearch] = useSearchParams();
  const wanted = search.get(filter) ?? '';
  const [only, setOnly] = useState(true);
  const [cell, setCell] = useState<Cell>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState(false);
  const opener = useRef<HTMLElement | null>(null);
  const uses = useMemo(() => usesOf(findings), [findings]);
  const notes = useMemo(
    () => matrix.notes.filter((note) => fits(note, wanted, uses)),
    [matrix.notes, wanted, uses],
  );
  const groups = useMemo(() => {
    const all = rowsOf({ ...matrix, notes });
    return only ? all.map(withNotes).filter(({ rows }) => rows.length > 0) : all;
  }, [matrix, notes, only]);
  if (matrix.notes.length === 0 && !making) {
    return (
      <section className="bt-findings__empty">
        <p>{t('matrix.none')}</p>
      </section>
    );
  }
  const picked = matrix.notes.filter(({ id }) => chosen.has(id));
  const open = (next: Cell) => {
    opener.current = document.activeElement as HTMLElement | null;
    setCell(next);
  };
  const close = () => {
    setCell(undefined);
    opener.current?.focus();
  };
  const toggle = (ids: readonly string[], on: boolean) => {
    setMade(false);
    setChosen((before) => {
      const after = new Set(before);
      for (const id of ids) {
        if (on) {
          after.add(id);
        } else {
          after.delete(id);
        }
      }
      return after;
    });
  };
  return (
    <>
      <p className="bt-lead">{t('matrix.lead')}</p>
      <div className="bt-matrix__filter">
        <Select
          label={t('matrix.withCode')}
          value={wanted}
          choices={[
            { value: '', label: t('matrix.everything') },
            { value: unusedOnly, label: t('matrix.unused') },
            ...codes.map((code) => ({
              value: code.id,
              label: t('matrix.coded', { code: code.name }),
            })),
          ]}
          onChange={(value) =>
            setSearch(value === '' ? {} : { [filter]: value }, { replace: true })
          }
        />
        <Checkbox label={t('matrix.only')} checked={only} onChange={setOnly} />
      </div>
      <div className={`bt-matrix ${cell === undefined ? '' : 'bt-matrix--open'}`}>
        <MatrixTable groups={groups} interviews={matrix.interviews} cell={cell} onOpen={open} />
        {cell === undefined ? null : (
          <NoteList
            key={`${cell.row}/${cell.interview}`}
            planId={plan.id}
            title={titleOf(cell, groups, matrix.interviews, t('matrix.other'))}
            notes={notesIn(cell, groups, notes)}
            interviews={matrix.interviews}
            codes={codes}
            uses={uses}
            chosen={chosen}
            onChoose={toggle}
            onClose={close}
            again={again}
          />
        )}
      </div>
      <div role="status" className={made ? 'bt-findings__said' : 'bt-hidden'}>
        {made ? (
          <>
            {t('matrix.made')}{' '}
            <Link className="nl-link bt-link" to={findingsPathOf(plan.id)}>
              {t('matrix.toFindings')}
            </Link>
          </>
        ) : null}
      </div>
      {making ? (
        <FindingForm
          planId={plan.id}
          findings={findings}
          notes={picked}
          onDrop={(id) => toggle([id], false)}
          onCancel={() => setMaking(false)}
          onDone={() => {
            setMaking(false);
            setChosen(new Set());
            setMade(true);
            again();
          }}
        />
      ) : picked.length === 0 ? null : (
        <section className="bt-chosen" aria-label={t('matrix.chosen')}>
          <p role="status">{t('matrix.count', { count: picked.length })}</p>
          <Button kind="primary" icon="plus" onClick={() => setMaking(true)}>
            {t('finding.make')}
          </Button>
          <Button kind="subtle" onClick={() => setChosen(new Set())}>
            {t('matrix.clear')}
          </Button>
        </section>
      )}
    </>
  );
}

function fits(note: CodedNote, wanted: string, uses: ReadonlyMap<string, number>): boolean {
  return (
    wanted === '' || (wanted === unusedOnly ? !uses.has(note.id) : note.codes.includes(wanted))
  );
}

/// In how many findings each note is.
function usesOf(findings: Findings): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { noteIds } of findings.items) {
    for (const id of noteIds) {
      uses.set(id, (uses.get(id) ?? 0) + 1);
    }
  }
  return uses;
}

function withNotes(group: RowGroup): RowGroup {
  return { ...group, rows: group.rows.filter(({ cells }) => cells.size > 0) };
}

function notesIn(
  cell: Cell,
  groups: readonly RowGroup[],
  notes: readonly CodedNote[],
): readonly CodedNote[] {
  const rows: readonly Row[] = groups.flatMap((group) => group.rows);
  const row = rows.find(({ id }) => id === cell.row);
  const among = cell.row === undefined ? notes : [...(row?.cells.values() ?? [])].flat();
  return cell.interview === undefined
    ? among
    : among.filter(({ interview }) => interview === cell.interview);
}

function titleOf(
  cell: Cell,
  groups: readonly RowGroup[],
  interviews: readonly Interview[],
  other: string,
): string {
  const rows = groups.flatMap((group) => group.rows);
  const question =
    cell.row === otherRow ? other : (rows.find(({ id }) => id === cell.row)?.text ?? '');
  const organisation = interviews.find(({ id }) => id === cell.interview)?.organisation ?? '';
  return [question, organisation].filter((each) => each !== '').join(' – ');
}
