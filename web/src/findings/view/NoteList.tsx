import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSending } from '../../api';
import { Button, Heading, Icon, useFocusOnArrival } from '../../ui';
import { setCode } from '../api';
import type { Code, CodedNote, Interview } from '../model';
import { talkPathOf } from '../paths';
import { beginning } from '../words';
import { Failure } from './Failure';

interface NoteListProps {
  planId: string;
  title: string;
  notes: readonly CodedNote[];
  interviews: readonly Interview[];
  codes: readonly Code[];
  /// In how many findings each is.
  uses: ReadonlyMap<string, number>;
  chosen: ReadonlySet<string>;
  onChoose: (ids: readonly string[], on: boolean) => void;
  onClose: () => void;
  again: () => void;
}

/// The notes of a cell, a question or an interview: to choose and to code.
export function NoteList(props: NoteListProps) {
  const { title, notes, onChoose, onClose } = props;
  const { t } = useTranslation('findings');
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  const id = useId();
  return (
    <section
      className="bt-noteList"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          onClose();
        }
      }}
    >
      <div className="bt-noteList__head">
        <Heading level={2} size={4} id={id} ref={heading}>
          {title}
        </Heading>
        <Button kind="subtle" icon="close" iconOnly onClick={onClose}>
          {t('matrix.close')}
        </Button>
      </div>
      {notes.length > 1 ? (
        <Button
          kind="subtle"
          icon="check"
          onClick={() =>
            onChoose(
              notes.map((note) => note.id),
              true,
            )
          }
        >
          {t('matrix.chooseAll')}
        </Button>
      ) : null}
      <ul className="bt-findings__list">
        {notes.map((note) => (
          <li key={note.id}>
            <NoteItem {...props} note={note} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function NoteItem(props: NoteListProps & { note: CodedNote }) {
  const { planId, note, interviews, codes, uses, chosen, onChoose, again } = props;
  const { t } = useTranslation('findings');
  const { busy, failure, send, settle } = useSending();
  const text = beginning(note.text);
  const organisation = interviews.find(({ id }) => id === note.interview)?.organisation ?? '';
  const own = codes.filter(({ id }) => note.codes.includes(id));
  const code = async (of: string, on: boolean) => {
    if (await send(() => setCode(planId, note.id, of, on))) {
      settle();
      again();
    }
  };
  const used = uses.get(note.id) ?? 0;
  return (
    <article className="bt-note" data-chosen={chosen.has(note.id)}>
      <label className="bt-note__choose">
        <input
          type="checkbox"
          checked={chosen.has(note.id)}
          aria-label={t('matrix.choose', { text })}
          onChange={(event) => onChoose([note.id], event.target.checked)}
        />
        <span className="bt-note__text">{note.text}</span>
      </label>
      <p className="bt-findings__sub">
        {[
          t(`kind.${note.kind}`),
          t(`confidentiality.${note.confidentiality}`),
          ...note.marks.map((mark) => t(`mark.${mark}`)),
          ...(used === 0 ? [] : [t('matrix.used', { count: used })]),
        ].join(' · ')}
      </p>
      <div className="bt-note__codes">
        {own.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            className="bt-note__code"
            aria-disabled={busy || undefined}
            onClick={() => void code(id, false)}
          >
            <span aria-hidden="true">{name}</span>
            <Icon name="close" />
            <span className="bt-hidden">{t('matrix.dropCode', { code: name, text })}</span>
          </button>
        ))}
        {codes.length > own.length ? (
          <select
            className="utrecht-select utrecht-select--html-select bt-note__select"
            aria-label={t('matrix.codeLabel', { text })}
            value=""
            disabled={busy}
            onChange={(event) => void code(event.target.value, true)}
          >
            <option value="">{t('matrix.code')}</option>
            {codes
              .filter((each) => !own.includes(each))
              .map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
          </select>
        ) : null}
        <Link className="nl-link bt-link" to={talkPathOf(planId, note.interview)}>
          <span aria-hidden="true">{organisation}</span>
          <span className="bt-hidden">{t('matrix.openTalk', { organisation })}</span>
        </Link>
      </div>
      <Failure error={failure} />
    </article>
  );
}
