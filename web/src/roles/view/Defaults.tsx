import { useState } from 'react';
import { useLoaded } from '../../api';
import { Alert, Button, Dialog, PartnerMark, Skeleton } from '../../ui';
import { fetchDefaults } from '../api';
import type { Board } from '../board';
import type { Row } from '../matrix';
import type { Assignment, Partner, RoleTable } from '../model';
import { failureText, type RoleWords } from '../words';

export interface DefaultsProps {
  planId: string;
  board: Board;
  table: RoleTable;
  words: RoleWords;
  rows: readonly Row[];
  partners: readonly Partner[];
}

/// Fills the matrix from the default table, after showing what that adds.
export function Defaults(props: DefaultsProps) {
  const { words } = props;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="plus" onClick={() => setOpen(true)}>
        {words.t('defaults.open')}
      </Button>
      {open ? (
        <Dialog
          title={words.t('defaults.title')}
          closeLabel={words.t('close')}
          onClose={() => setOpen(false)}
        >
          <Preview {...props} onDone={() => setOpen(false)} />
        </Dialog>
      ) : null}
    </>
  );
}

function Preview(props: DefaultsProps & { onDone: () => void }) {
  const { planId, board, words, partners, onDone } = props;
  const { t } = words;
  const { state, again } = useLoaded(planId, fetchDefaults);
  switch (state.kind) {
    case 'loading':
      return <Skeleton label={t('defaults.loading')} />;
    case 'failed':
      return (
        <Alert kind="error" title={t('defaults.failed')} urgent>
          <p>{failureText(t, state.error)}</p>
          <Button onClick={again}>{t('note.again')}</Button>
        </Alert>
      );
    case 'loaded': {
      const added = state.value;
      if (added.length === 0) {
        return <p>{t('defaults.nothing')}</p>;
      }
      return (
        <>
          <p>{t('defaults.lead')}</p>
          <ul className="bt-defaults">
            {partners
              .filter(({ id }) => added.some((each) => each.partner === id))
              .map((partner) => (
                <Added key={partner.id} {...props} partner={partner} added={added} />
              ))}
          </ul>
          <div className="bt-form__acts bt-defaults__acts">
            <Button
              kind="primary"
              onClick={() => {
                onDone();
                void board.fill();
              }}
            >
              {t('defaults.submit')}
            </Button>
            <Button onClick={onDone}>{t('close')}</Button>
          </div>
        </>
      );
    }
  }
}

interface AddedProps extends DefaultsProps {
  partner: Partner;
  added: readonly Assignment[];
}

/// What one partner gets: each role with the places where it is added.
function Added({ partner, added, table, rows, words }: AddedProps) {
  const mine = added.filter((each) => each.partner === partner.id);
  return (
    <li className="bt-defaults__partner">
      <PartnerMark badge={partner.badge} colour={partner.colour} />
      <div>
        <p className="bt-defaults__name">{partner.name}</p>
        {table.roles.map(({ id }) => {
          const scopes = mine.filter(({ role }) => role === id).map(({ scope }) => scope);
          const places = rows.filter(({ scope }) => scopes.includes(scope));
          return places.length === 0 ? null : (
            <p key={id}>
              {words.t('defaults.line', {
                role: words.name(id),
                rows: places.map((row) => words.shortRow(row)).join(', '),
              })}
            </p>
          );
        })}
      </div>
    </li>
  );
}
