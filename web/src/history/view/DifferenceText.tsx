import '../difference.css';
import { useState } from 'react';
import { Button, PartnerMark } from '../../ui';
import { endsTurn, shownOf } from '../difference';
import type { Author, Block, Difference, Note, Run } from '../model';
import type { HistoryT } from '../words';

interface TextProps {
  difference: Difference;
  t: HistoryT;
  nameOf: (author: Author | undefined) => string;
}

/// A difference to be read: what came underlined, what went struck, each with the mark of who did
/// it. Said in words too, for who hears it.
export function DifferenceText({ difference, t, nameOf }: TextProps) {
  const authors = difference.authors;
  return (
    <>
      <div className="bt-diff__authors">
        <h2 className="bt-diff__label">{t('difference.authors')}</h2>
        <ul className="bt-diff__who">
          {authors.map((author) => (
            <li key={keyOf(author)}>
              <Mark author={author} />
              {nameOf(author)}
            </li>
          ))}
        </ul>
      </div>
      <div className="bt-diff">
        {shownOf(difference.blocks).map((shown, place) =>
          shown.kind === 'block' ? (
            <BlockText
              // biome-ignore lint/suspicious/noArrayIndexKey: the list stays as it came.
              key={place}
              block={shown.block}
              authors={authors}
              t={t}
              nameOf={nameOf}
            />
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: likewise.
            <Same key={place} blocks={shown.blocks} authors={authors} t={t} nameOf={nameOf} />
          ),
        )}
      </div>
    </>
  );
}

function keyOf({ by, onBehalfOf }: Author): string {
  return `${by?.id ?? ''} ${onBehalfOf?.id ?? ''}`;
}

function Mark({ author }: { author: Author | undefined }) {
  const partner = (author?.onBehalfOf ?? author?.by)?.partner;
  return partner ? (
    <PartnerMark badge={partner.badge} colour={partner.colour} size="small" />
  ) : null;
}

interface SideProps {
  authors: readonly Author[];
  t: HistoryT;
  nameOf: TextProps['nameOf'];
}

/// What stayed as it was, folded.
function Same({ blocks, ...side }: SideProps & { blocks: readonly Block[] }) {
  const [open, setOpen] = useState(false);
  return open ? (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list stays as it came.
    blocks.map((block, place) => <BlockText key={place} block={block} {...side} />)
  ) : (
    <div className="bt-diff__same">
      <Button kind="subtle" icon="down" onClick={() => setOpen(true)}>
        {side.t('difference.unchanged', { count: blocks.length })}
      </Button>
    </div>
  );
}

const insides = ['example', 'fillInBlock', 'help', 'questions', 'blockquote'] as const;

function BlockText({ block, ...side }: SideProps & { block: Block }) {
  const { t } = side;
  const { cell, change } = block;
  const inside = insides.filter((each) => block.inside.includes(each) || block.kind === each);
  const labels = [
    ...inside.map((each) => t(`inside.${each}`)),
    ...(cell
      ? [t('difference.cell', { table: cell.table, row: cell.row, column: cell.column })]
      : []),
    ...(block.kind === 'image' ? [t('difference.image')] : []),
    ...(block.kind === 'horizontalRule' ? [t('difference.rule')] : []),
  ];
  const fate = fateOf(change, t);
  return (
    <div className={`bt-diff__block bt-diff__block--${change}`}>
      {labels.length > 0 || fate !== '' ? (
        <p className="bt-diff__labels">
          {fate === '' ? null : <strong className="bt-diff__fate">{fate}</strong>}
          {labels.join(' · ')}
        </p>
      ) : null}
      {block.runs.length > 0 ? (
        <p className={classOf(block)}>
          {block.runs.map((run, place) => (
            <RunText
              // biome-ignore lint/suspicious/noArrayIndexKey: the list stays as it came.
              key={place}
              run={run}
              next={block.runs[place + 1]}
              {...side}
            />
          ))}
        </p>
      ) : null}
      {block.notes.map((note) => (
        <NoteText key={note.attribute} note={note} {...side} />
      ))}
    </div>
  );
}

function classOf({ kind, inside }: Block): string {
  const item = inside.includes('listItem') ? 'bt-diff__text bt-diff__text--item' : 'bt-diff__text';
  return kind === 'heading' ? 'bt-diff__heading' : item;
}

function fateOf(change: Block['change'], t: HistoryT): string {
  switch (change) {
    case 'added':
      return t('difference.newBlock');
    case 'removed':
      return t('difference.goneBlock');
    case 'moved-here':
      return t('difference.movedHere');
    case 'moved-away':
      return t('difference.movedAway');
    case 'same':
    case 'changed':
      return '';
  }
}

/// The marks of who did it, behind what they did.
function Signed({ by, authors, t, nameOf }: SideProps & { by: readonly number[] }) {
  const who = by.map((place) => authors[place]);
  const names = who.map(nameOf).join(', ');
  return (
    <span className="bt-diff__by" title={names}>
      {who.map((author, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list stays as it came.
        <Mark key={place} author={author} />
      ))}
      <span className="bt-hidden">{` ${t('difference.by', { who: names })} `}</span>
    </span>
  );
}

interface RunProps extends SideProps {
  run: Run;
  next: Run | undefined;
}

function RunText({ run, next, authors, t, nameOf }: RunProps) {
  const signed = endsTurn(run, next) ? (
    <Signed by={run.by} authors={authors} t={t} nameOf={nameOf} />
  ) : null;
  switch (run.change) {
    case 'added':
      return (
        <>
          <span className="bt-hidden">{` ${t('difference.wasAdded')} `}</span>
          <ins className={`bt-diff__added ${faceOf(run)}`}>{run.text}</ins>
          {signed}
        </>
      );
    case 'removed':
      return (
        <>
          <span className="bt-hidden">{` ${t('difference.wasRemoved')} `}</span>
          <del className={`bt-diff__removed ${faceOf(run)}`}>{run.text}</del>
          {signed}
        </>
      );
    case 'changed':
      return (
        <>
          <span className={`bt-diff__marked ${faceOf(run)}`}>{run.text}</span>
          <span className="bt-diff__marks">
            {`(${t('difference.marks', { was: marksIn(run.was, t), now: marksIn(run.marks, t) })})`}
          </span>
          {signed}
        </>
      );
    case 'same':
    case 'moved-here':
    case 'moved-away':
      return <span className={faceOf(run)}>{run.text}</span>;
  }
}

/// Bold and italic are shown as they are; what is underlined or struck would look like a change.
function faceOf(run: Run): string {
  return ['bold', 'italic']
    .filter((mark) => run.marks.includes(mark))
    .map((mark) => `bt-diff__${mark}`)
    .join(' ');
}

const marks = ['bold', 'italic', 'underline', 'strike', 'superscript', 'subscript'] as const;

function marksIn(names: readonly string[], t: HistoryT): string {
  if (names.length === 0) {
    return t('difference.noMarks');
  }
  return names
    .map((name) => {
      const known = marks.find((each) => each === name);
      return known
        ? t(`mark.${known}`)
        : name.startsWith('link:')
          ? `${t('mark.link')} ${name.slice('link:'.length)}`
          : t('mark.other');
    })
    .join(', ');
}

const values = ['keep', 'adapt', 'drop', 'open'] as const;

function NoteText({ note, authors, t, nameOf }: SideProps & { note: Note }) {
  const value = (word: string) => {
    const known = values.find((each) => each === word);
    return known ? t(`value.${known}`) : word === '' || word === 'null' ? t('value.none') : word;
  };
  const told =
    note.attribute === 'decision' ? 'decision' : note.attribute === 'level' ? 'level' : 'other';
  return (
    <p className="bt-diff__note">
      {t(`note.${told}`, { was: value(note.was), now: value(note.now) })}
      <Signed by={note.by} authors={authors} t={t} nameOf={nameOf} />
    </p>
  );
}
