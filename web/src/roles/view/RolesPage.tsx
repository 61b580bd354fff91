import '../roles.css';
import '../matrix.css';
import '../print.css';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded } from '../../api';
import { Alert, Button, Heading, Skeleton, useFocusOnArrival, useTitle, useWide } from '../../ui';
import { fetchRoleTable } from '../api';
import type { Board, BoardState } from '../board';
import { Cells, coordinatorsOf, type OutlineSection, type Row, rowsOf } from '../matrix';
import type { Level, RoleMatrix, RoleTable } from '../model';
import { useBoard } from '../useBoard';
import { failureText, type RoleWords, useRoleWords } from '../words';
import { CellFocus } from './cellFocus';
import { Defaults } from './Defaults';
import { CellDetail, Note } from './Foot';
import { Legend } from './Legend';
import { Matrix } from './Matrix';
import { RoleList } from './RoleList';

export interface RolesPageProps {
  plan: {
    id: string;
    title: string;
    sections: readonly (OutlineSection & { rights: Level })[];
  };
  /// The reader's own organisation.
  ownPartner: string;
  /// True once the plan can be followed live.
  connected: boolean;
  /// The outline may have changed: ask for it again.
  onPlanChanged: () => void;
  /// Where the plan, or one of its sections, can be read.
  pathOf: (key?: string) => string;
}

/// Who has which role in a plan, and what they may do because of it.
export function RolesPage(props: RolesPageProps) {
  const { plan, connected, onPlanChanged } = props;
  const { t, i18n } = useTranslation('roles');
  const { state: table, again } = useLoaded(i18n.language, fetchRoleTable);
  const { board, state } = useBoard(plan.id, connected, onPlanChanged);
  const words = useRoleWords(table.kind === 'loaded' ? table.value : undefined);
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  useTitle(t('page.tab', { plan: plan.title }));
  const wide = useWide();
  const failure = table.kind === 'failed' ? table.error : state.failure;
  const { matrix } = state;
  const isReady = table.kind === 'loaded' && words !== undefined && matrix !== undefined;
  return (
    <div className={`bt-roles ${wide ? 'bt-roles--table' : ''}`}>
      <p className="bt-roles__plan">{plan.title}</p>
      <Heading level={1} size={2} ref={heading}>
        {t('page.title')}
      </Heading>
      {failure === undefined ? null : (
        <Alert kind="error" title={t(isReady ? 'page.stale' : 'page.failed')} urgent>
          <p>{failureText(t, failure)}</p>
          <Button
            onClick={() => {
              again();
              board.refresh();
            }}
          >
            {t('note.again')}
          </Button>
        </Alert>
      )}
      {isReady ? (
        <Loaded
          {...props}
          board={board}
          state={state}
          matrix={matrix}
          table={table.value}
          words={words}
          wide={wide}
        />
      ) : failure === undefined ? (
        <Skeleton label={t('page.loading')} lines={10} />
      ) : null}
    </div>
  );
}

interface LoadedProps extends RolesPageProps {
  board: Board;
  state: BoardState;
  matrix: RoleMatrix;
  table: RoleTable;
  words: RoleWords;
  wide: boolean;
}

function Loaded(props: LoadedProps) {
  const { plan, ownPartner, pathOf, board, state, matrix, table, words, wide } = props;
  const [focus] = useState(() => new CellFocus());
  const rows = useMemo(() => rowsOf(plan.title, plan.sections), [plan.title, plan.sections]);
  const byScope = useMemo(() => new Map(rows.map((row) => [row.scope, row])), [rows]);
  const partners = useMemo(
    () => new Map(matrix.partners.map((partner) => [partner.id, partner])),
    [matrix.partners],
  );
  const keys = useMemo(() => new Map(plan.sections.map(({ id, key }) => [id, key])), [plan]);
  const rowPath = useCallback((row: Row) => pathOf(keys.get(row.scope)), [pathOf, keys]);
  const change = useCallback((made: Parameters<Board['change']>[0]) => board.change(made), [board]);
  useEffect(() => {
    if (!wide) {
      focus.set(undefined);
    }
  }, [wide, focus]);
  const cells = useMemo(() => {
    const rights = new Map(plan.sections.map((section) => [section.id, section.rights]));
    return new Cells(table, matrix, { partner: ownPartner, rights });
  }, [table, matrix, plan.sections, ownPartner]);
  const common = { table, matrix, cells, rows, words, onChange: change };
  return (
    <>
      <Intro {...props} rows={rows} />
      <Legend table={table} words={words} overrides={matrix.mayEdit} />
      {matrix.partners.length < 2 ? <Alone words={words} /> : null}
      {wide ? (
        <Matrix {...common} pathOf={rowPath} focus={focus} onUndo={() => board.undo()} />
      ) : (
        <RoleList {...common} />
      )}
      {matrix.mayEdit ? (
        <Foot>
          {wide ? (
            <CellDetail
              focus={focus}
              cells={cells}
              words={words}
              rows={byScope}
              partners={partners}
            />
          ) : null}
          <Note board={board} state={state} words={words} rows={byScope} partners={partners} />
        </Foot>
      ) : null}
    </>
  );
}

function Foot({ children }: { children: ReactNode }) {
  return <div className="bt-roles__foot">{children}</div>;
}

function Intro({
  plan,
  board,
  matrix,
  table,
  words,
  rows,
}: LoadedProps & { rows: readonly Row[] }) {
  const { t } = words;
  const names = coordinatorsOf(table, matrix).map(({ name }) => name);
  return (
    <div className="bt-roles__intro">
      <p>
        {t(matrix.mayEdit ? 'page.lead' : 'page.leadReader')}
        {matrix.mayEdit || names.length === 0
          ? null
          : ` ${t('page.whoEdits', { names: words.and(names) })}`}
      </p>
      <div className="bt-roles__acts">
        {matrix.mayEdit ? (
          <Defaults
            planId={plan.id}
            board={board}
            table={table}
            words={words}
            rows={rows}
            partners={matrix.partners}
          />
        ) : null}
        <Button kind="subtle" icon="print" onClick={() => window.print()}>
          {t('page.print')}
        </Button>
      </div>
    </div>
  );
}

function Alone({ words }: { words: RoleWords }) {
  return (
    <Alert kind="info" title={words.t('page.alone')}>
      <p>{words.t('page.aloneText')}</p>
    </Alert>
  );
}
