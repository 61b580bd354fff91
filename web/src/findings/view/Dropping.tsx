import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useLoaded, useSending } from '../../api';
import type { SheetContext } from '../../editor';
import { Button, Heading, Skeleton, TextField } from '../../ui';
import { fetchFindings, makeEvidence, propose } from '../api';
import { dropChip, dropText, suggested } from '../drop';
import type { Findings, Support } from '../model';
import { wantedParameter } from '../paths';
import { beginning, supportText } from '../words';
import { Failure } from './Failure';

interface DroppingProps {
  context: SheetContext;
  editor: Editor;
  /// Asks for the evidence of the plan again.
  again: () => void;
  round: number;
}

/// A finding or a theme that could stand in the text.
interface Offer {
  id: string;
  of: 'finding' | 'theme';
  /// What comes into the text.
  words: string;
  support: Support | undefined;
}

function offersOf({ items, themes }: Findings): readonly Offer[] {
  const live = items.filter(({ notes }) => notes > 0);
  return [
    ...live.map((each) => ({
      id: each.id,
      of: 'finding' as const,
      words: oneLine(each.text),
      support: each,
    })),
    ...themes
      .filter(({ id }) => live.some(({ theme }) => theme === id))
      .map((theme) => ({
        id: theme.id,
        of: 'theme' as const,
        words: oneLine(theme.description === '' ? theme.title : theme.description),
        support: undefined,
      })),
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/// Findings and themes, to be put where the caret is.
export function Dropping({ context, editor, again, round }: DroppingProps) {
  const { t } = useTranslation('findings');
  const { plan } = context;
  const { state, again: reload } = useLoaded(plan.id, fetchFindings);
  const seen = useRef(round);
  useEffect(() => {
    if (seen.current !== round) {
      seen.current = round;
      reload();
    }
  }, [round, reload]);
  return (
    <section className="bt-dropping" aria-label={t('panel.add')}>
      <Heading level={2} size={4}>
        {t('panel.add')}
      </Heading>
      {state.kind === 'loading' ? <Skeleton label={t('page.loading')} lines={4} /> : null}
      {state.kind === 'failed' ? <Failure error={state.error} again={reload} /> : null}
      {state.kind === 'loaded' ? (
        <Offers context={context} editor={editor} again={again} offers={offersOf(state.value)} />
      ) : null}
    </section>
  );
}

interface OffersProps {
  context: SheetContext;
  editor: Editor;
  again: () => void;
  offers: readonly Offer[];
}

function Offers({ context, editor, again, offers }: OffersProps) {
  const { t } = useTranslation('findings');
  const [search] = useSearchParams();
  const [wanted, setWanted] = useState('');
  const [said, setSaid] = useState('');
  const writes = context.section.rights === 'write' && editor.isEditable;
  if (offers.length === 0) {
    return <p className="bt-findings__sub">{t('panel.nothing')}</p>;
  }
  const first = search.get(wantedParameter);
  const shown = offers
    .filter(({ words }) => words.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()))
    .sort((a, b) => Number(b.id === first) - Number(a.id === first));
  return (
    <>
      <p className="bt-findings__sub">{writes ? t('panel.addLead') : t('panel.addLeadSuggest')}</p>
      {offers.length > 5 ? (
        <TextField label={t('panel.search')} value={wanted} onChange={setWanted} />
      ) : null}
      <p role="status" className={said === '' ? 'bt-hidden' : undefined}>
        {said}
      </p>
      {shown.length === 0 ? <p>{t('panel.noMatch')}</p> : null}
      <ul className="bt-findings__list">
        {shown.map((offer) => (
          <li key={offer.id}>
            <OfferCard
              context={context}
              editor={editor}
              offer={offer}
              writes={writes}
              wanted={offer.id === first}
              onSaid={(words) => {
                setSaid(words);
                again();
              }}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

interface OfferCardProps {
  context: SheetContext;
  editor: Editor;
  offer: Offer;
  writes: boolean;
  /// Somebody came to put this one into the text.
  wanted: boolean;
  onSaid: (words: string) => void;
}

function OfferCard({ context, editor, offer, writes, wanted, onSaid }: OfferCardProps) {
  const { t } = useTranslation('findings');
  const { busy, failure, send, settle } = useSending();
  const { plan, section, document } = context;
  const text = beginning(offer.words);
  const make = () =>
    makeEvidence(
      plan.id,
      section.id,
      offer.of === 'finding' ? { finding: offer.id } : { theme: offer.id },
    );
  const drop = async (alone: boolean) => {
    let said = t('panel.dropped');
    const done = await send(async () => {
      if (alone && dropChip(editor.state, '') === undefined) {
        said = t('panel.noPlace');
        return;
      }
      const { id } = await make();
      const tr = alone ? dropChip(editor.state, id) : dropText(editor.state, offer.words, id);
      if (tr !== undefined && !editor.isDestroyed) {
        if (context.panelCovers) {
          context.openPanel(undefined);
        }
        editor.view.dispatch(tr);
        editor.view.focus();
      }
    });
    if (done) {
      settle();
      onSaid(said);
    }
  };
  const suggest = async () => {
    const done = await send(async () => {
      if (document === undefined) {
        return;
      }
      const { id } = await make();
      const update = suggested(document, editor, offer.words, id);
      if (update !== undefined) {
        await propose(section.id, update, t('panel.reason'));
      }
    });
    if (done) {
      settle();
      onSaid(t('panel.suggested'));
    }
  };
  return (
    <div className={`bt-offer ${wanted ? 'bt-offer--wanted' : ''}`}>
      <p className="bt-offer__words">
        {offer.of === 'theme' ? <strong>{`${t('panel.theme')}: `}</strong> : null}
        {offer.words}
      </p>
      {offer.support === undefined ? null : (
        <p className="bt-findings__sub">{supportText(t, offer.support)}</p>
      )}
      <Failure error={failure} />
      <div className="bt-findings__acts">
        {writes ? (
          <>
            <Button busy={busy} icon="plus" onClick={() => void drop(false)}>
              <Spoken words={t('panel.drop')} about={text} />
            </Button>
            <Button busy={busy} kind="subtle" onClick={() => void drop(true)}>
              <Spoken words={t('panel.chip')} about={text} />
            </Button>
          </>
        ) : (
          <Button busy={busy} icon="suggestion" onClick={() => void suggest()}>
            <Spoken words={t('panel.suggest')} about={text} />
          </Button>
        )}
      </div>
    </div>
  );
}

/// What is seen on a button, and what is heard: that with what it is about.
function Spoken({ words, about }: { words: string; about: string }) {
  return (
    <>
      <span aria-hidden="true">{words}</span>
      <span className="bt-hidden">{`${words}: ${about}`}</span>
    </>
  );
}
