import { createContext, Fragment, type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { attribute, count, type TextNode } from '../../api';
import { isOwnImage, safeHref } from '../../base/addresses';
import { isOpen, rowsOf } from './tree';

/// What the text of one section needs to know of the plan around it.
export interface Around {
  /// The level of the section's own heading.
  heading: number;
  /// How deep a heading of the text stands under that, from 1.
  depth: (heading: TextNode) => number;
  /// What stands behind a claim, in the words of a note; absent where that is not shown.
  evidence: (chip: TextNode) => string | undefined;
  /// The number of a note.
  noteNumber: (note: TextNode) => number;
  /// The name of a section that is on this page too, by its key.
  sectionName: (key: string) => { number: string; title: string } | undefined;
}

const AroundContext = createContext<Around>({
  heading: 2,
  depth: () => 1,
  evidence: () => undefined,
  noteNumber: () => 0,
  sectionName: () => undefined,
});

/// The text of a section, read only. Users' words are nothing but words here.
export function Prose({ text, around }: { text: TextNode; around: Around }) {
  return (
    <AroundContext value={around}>
      <All of={text} />
    </AroundContext>
  );
}

/// The id of a section on the page, which a link can lead to.
export function anchorOf(key: string): string {
  return `p-${key.replaceAll('.', '-')}`;
}

export function noteId(number: number): string {
  return `noot-${number}`;
}

export function noteMarkId(number: number): string {
  return `bij-noot-${number}`;
}

function All({ of: { content } }: { of: TextNode }) {
  return content.map((node, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the text does not change in place.
    <Fragment key={place}>{shown(node)}</Fragment>
  ));
}

/// What this page does not know is shown by what is in it.
function shown(node: TextNode): ReactNode {
  const inside = <All of={node} />;
  switch (node.type) {
    case 'text':
      return <Words node={node} />;
    case 'paragraph':
      return <p>{inside}</p>;
    case 'heading':
      return <SubHeading node={node}>{inside}</SubHeading>;
    case 'bulletList':
      return <ul>{inside}</ul>;
    case 'orderedList':
      return <ol start={count(node, 'start', 1)}>{inside}</ol>;
    case 'listItem':
      return <li>{inside}</li>;
    case 'blockquote':
      return <blockquote>{inside}</blockquote>;
    case 'horizontalRule':
      return <hr />;
    case 'hardBreak':
      return <br />;
    case 'table':
      return <TableOf node={node} />;
    case 'image':
      return <ImageOf node={node} />;
    case 'example':
      return <OpenExample>{inside}</OpenExample>;
    case 'fillIn':
      return <FillIn node={node}>{inside}</FillIn>;
    case 'fillInBlock':
      return <FillInBlock node={node}>{inside}</FillInBlock>;
    case 'footnote':
      return <NoteMark node={node} />;
    case 'evidence':
      return <EvidenceMark node={node} />;
    case 'crossReference':
      return <Reference node={node} />;
    default:
      return inside;
  }
}

function Words({ node }: { node: TextNode }): ReactNode {
  let words: ReactNode = node.text;
  for (const mark of node.marks) {
    words = marked(mark, words);
  }
  return words;
}

function marked({ type, attrs }: TextNode['marks'][number], words: ReactNode): ReactNode {
  switch (type) {
    case 'bold':
      return <strong>{words}</strong>;
    case 'italic':
      return <em>{words}</em>;
    case 'underline':
      return <u>{words}</u>;
    case 'strike':
      return <s>{words}</s>;
    case 'superscript':
      return <sup>{words}</sup>;
    case 'subscript':
      return <sub>{words}</sub>;
    case 'link':
      return <LinkTo href={attrs['href']}>{words}</LinkTo>;
    default:
      return words;
  }
}

function LinkTo({ href, children }: { href: unknown; children: ReactNode }) {
  const safe = typeof href === 'string' ? safeHref(href) : undefined;
  return safe === undefined ? (
    children
  ) : (
    <a className="nl-link bt-link" href={safe} rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

function SubHeading({ node, children }: { node: TextNode; children: ReactNode }) {
  const { heading, depth } = useContext(AroundContext);
  const deep = Math.min(depth(node), 3);
  const Tag = `h${Math.min(heading + deep, 6)}` as 'h3' | 'h4' | 'h5' | 'h6';
  return <Tag className={`bt-reading__sub bt-reading__sub--${deep}`}>{children}</Tag>;
}

function TableOf({ node }: { node: TextNode }) {
  const { t } = useTranslation('plan');
  const { head, body } = rowsOf(node);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keys.
    // biome-ignore lint/a11y/useSemanticElements: it is no set of fields.
    <div className="bt-reading__table" role="group" aria-label={t('reading.table')} tabIndex={0}>
      <table>
        {head.length === 0 ? null : (
          <thead>
            <Rows of={head} scope="col" />
          </thead>
        )}
        <tbody>
          <Rows of={body} scope="row" />
        </tbody>
      </table>
    </div>
  );
}

function Rows({ of, scope }: { of: readonly TextNode[]; scope: 'col' | 'row' }) {
  return of.map((row, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the text does not change in place.
    <tr key={place}>
      {row.content.map((cell, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text does not change in place.
        <CellOf key={at} node={cell} scope={scope} />
      ))}
    </tr>
  ));
}

function CellOf({ node, scope }: { node: TextNode; scope: 'col' | 'row' }) {
  const spans = { colSpan: count(node, 'colspan', 1), rowSpan: count(node, 'rowspan', 1) };
  return node.type === 'tableHeader' ? (
    <th {...spans} scope={scope}>
      <All of={node} />
    </th>
  ) : (
    <td {...spans}>
      <All of={node} />
    </td>
  );
}

function ImageOf({ node }: { node: TextNode }) {
  const { src } = node.attrs;
  const width = count(node, 'width', 0);
  return isOwnImage(src) ? (
    <img
      className="bt-reading__image"
      src={src}
      alt={attribute(node, 'alt')}
      width={width > 0 ? width : undefined}
      loading="lazy"
    />
  ) : null;
}

/// An example of which nobody decided yet.
function OpenExample({ children }: { children: ReactNode }) {
  const { t } = useTranslation('plan');
  return (
    <div className="bt-reading__open bt-reading__open--example">
      <p className="bt-reading__tag">{t('reading.example')}</p>
      {children}
    </div>
  );
}

function FillIn({ node, children }: { node: TextNode; children: ReactNode }) {
  const { t } = useTranslation('plan');
  const unit = attribute(node, 'unit');
  const filled = (
    <>
      {children}
      {unit === '' ? null : `\u00a0${unit}`}
    </>
  );
  return isOpen(node) ? (
    <span className="bt-reading__open bt-reading__open--words">
      <span className="bt-reading__tag">
        {t('reading.open', { label: attribute(node, 'label') })}
      </span>
      {node.content.length === 0 ? null : ' '}
      {children}
    </span>
  ) : (
    filled
  );
}

function FillInBlock({ node, children }: { node: TextNode; children: ReactNode }) {
  const { t } = useTranslation('plan');
  return isOpen(node) ? (
    <div className="bt-reading__open">
      <p className="bt-reading__tag">{t('reading.open', { label: attribute(node, 'label') })}</p>
      {children}
    </div>
  ) : (
    children
  );
}

function NoteMark({ node }: { node: TextNode }) {
  const { t } = useTranslation('plan');
  const number = useContext(AroundContext).noteNumber(node);
  return (
    <sup className="bt-reading__note-mark">
      <a
        id={noteMarkId(number)}
        href={`#${noteId(number)}`}
        aria-label={t('reading.note', { number })}
      >
        {number}
      </a>
    </sup>
  );
}

/// Nothing, or a note.
function EvidenceMark({ node }: { node: TextNode }) {
  const { evidence } = useContext(AroundContext);
  return evidence(node) === undefined ? null : <NoteMark node={node} />;
}

/// Leads to the section on this page; words alone where that is not here.
function Reference({ node }: { node: TextNode }) {
  const target = attribute(node, 'target');
  const own = attribute(node, 'text');
  const section = useContext(AroundContext).sectionName(target);
  if (section === undefined) {
    return own === '' ? target : own;
  }
  const name = `${section.number} ${section.title}`.trim();
  return (
    <a className="nl-link bt-link" href={`#${anchorOf(target)}`}>
      {own === '' ? name : section.number === '' ? own : `${own} (${section.number})`}
    </a>
  );
}
