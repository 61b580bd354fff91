import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useWide } from '../../ui';
import type { Interview, Row, RowGroup } from '../model';
import type { Cell } from './MatrixView';

interface MatrixTableProps {
  groups: readonly RowGroup[];
  interviews: readonly Interview[];
  cell: Cell | undefined;
  onOpen: (cell: Cell) => void;
}

/// Counts of notes by question and interview, each a way to the notes; a list where there is no
/// room for a table.
export function MatrixTable(props: MatrixTableProps) {
  const wide = useWide();
  return wide ? <AsTable {...props} /> : <AsList {...props} />;
}

function AsTable({ groups, interviews, cell, onOpen }: MatrixTableProps) {
  const { t } = useTranslation('findings');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keys.
    // biome-ignore lint/a11y/useSemanticElements: it is no set of fields.
    <div className="bt-matrix__scroll" role="group" aria-label={t('matrix.table')} tabIndex={0}>
      <table className="bt-matrix__table">
        <thead>
          <tr>
            <th scope="col">{t('matrix.question')}</th>
            {interviews.map((interview) => (
              <th key={interview.id} scope="col">
                <button
                  type="button"
                  className="bt-matrix__way"
                  onClick={() => onOpen({ row: undefined, interview: interview.id })}
                >
                  <span aria-hidden="true">{interview.organisation}</span>
                  <span className="bt-hidden">
                    {t('matrix.talkAll', { organisation: interview.organisation })}
                  </span>
                </button>
                <span className="bt-matrix__kind">{interview.partnerKind}</span>
              </th>
            ))}
            <th scope="col">{t('matrix.all')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Fragment key={group.title ?? ''}>
              {group.title === undefined ? null : (
                <tr>
                  <th className="bt-matrix__group" colSpan={interviews.length + 2} scope="rowgroup">
                    {group.title}
                  </th>
                </tr>
              )}
              {group.rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">{row.text ?? t('matrix.other')}</th>
                  {interviews.map((interview) => (
                    <td key={interview.id}>
                      <Count
                        row={row}
                        interview={interview}
                        current={cell?.row === row.id && cell.interview === interview.id}
                        onOpen={onOpen}
                      />
                    </td>
                  ))}
                  <td>
                    <Total row={row} onOpen={onOpen} />
                  </td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CountProps {
  row: Row;
  interview: Interview;
  current: boolean;
  onOpen: (cell: Cell) => void;
}

function Count({ row, interview, current, onOpen }: CountProps) {
  const { t } = useTranslation('findings');
  const count = row.cells.get(interview.id)?.length ?? 0;
  if (count === 0) {
    return <span className="bt-hidden">{t('matrix.nothing')}</span>;
  }
  return (
    <button
      type="button"
      className="bt-matrix__count"
      aria-current={current || undefined}
      aria-label={t('matrix.cell', {
        notes: t('notes', { count }),
        question: row.text ?? t('matrix.other'),
        organisation: interview.organisation,
      })}
      onClick={() => onOpen({ row: row.id, interview: interview.id })}
    >
      {count}
    </button>
  );
}

function Total({ row, onOpen }: { row: Row; onOpen: (cell: Cell) => void }) {
  const { t } = useTranslation('findings');
  const count = [...row.cells.values()].reduce((sum, notes) => sum + notes.length, 0);
  return count === 0 ? null : (
    <button
      type="button"
      className="bt-matrix__count bt-matrix__count--all"
      aria-label={t('matrix.cellAll', { question: row.text ?? t('matrix.other') })}
      onClick={() => onOpen({ row: row.id, interview: undefined })}
    >
      {count}
    </button>
  );
}

function AsList({ groups, interviews, cell, onOpen }: MatrixTableProps) {
  const { t } = useTranslation('findings');
  return (
    <div className="bt-matrix__narrow">
      {groups.map((group) => (
        <section key={group.title ?? ''} aria-label={group.title ?? t('matrix.other')}>
          {group.title === undefined ? null : <h2 className="bt-matrix__group">{group.title}</h2>}
          {group.rows.map((row) => (
            <div key={row.id} className="bt-matrix__row">
              <h3 className="bt-matrix__question">{row.text ?? t('matrix.other')}</h3>
              <ul>
                {interviews
                  .filter(({ id }) => row.cells.has(id))
                  .map((interview) => (
                    <li key={interview.id}>
                      <span>{interview.organisation}</span>
                      <Count
                        row={row}
                        interview={interview}
                        current={cell?.row === row.id && cell.interview === interview.id}
                        onOpen={onOpen}
                      />
                    </li>
                  ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}
