import type { Editor } from '@tiptap/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert, Button, Skeleton } from '../../ui';
import type { Finding, SectionFillIns } from '../model';
import { nameOf, type Places } from '../usePlaces';
import { findingWords } from './findingWords';
import { PlaceCard } from './PlaceCard';

export interface PanelProps {
  planId: string;
  sectionId: string;
  editor: Editor | undefined;
  places: Places;
  /// What the server knows beside the text; absent until it has come.
  rows: SectionFillIns | undefined;
  failed: boolean;
  /// What of this section should be looked at again.
  findings: readonly Finding[];
  again: () => void;
}

/// All fill-ins and examples of a section, in the order of its text; what the caret is in can be
/// filled in, decided and resolved here.
export function Panel({
  planId,
  sectionId,
  editor,
  places,
  rows,
  failed,
  findings,
  again,
}: PanelProps) {
  const { t } = useTranslation('fillins');
  const [said, setSaid] = useState('');
  if (editor === undefined) {
    return <Skeleton label={t('loading')} lines={4} />;
  }
  const here = places.here && nameOf(places.here);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      editor.view.focus();
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back to the text.
    <div className="bt-places" onKeyDown={onKeyDown}>
      {failed ? (
        <Alert kind="error">
          <p>{t('failed')}</p>
          <Button onClick={again}>{t('again')}</Button>
        </Alert>
      ) : null}
      <p className="bt-hidden" role="status">
        {said}
      </p>
      {findings.length === 0 ? null : (
        <Alert kind="warning" title={t('check.title')}>
          <ul className="bt-fill-ins__findings">
            {findings.map((finding) => (
              <li key={`${finding.kind} ${finding.fillIn} ${finding.words}`}>
                {findingWords(t, finding)}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {places.list.length === 0 ? (
        <p className="bt-places__none">{t('none')}</p>
      ) : (
        <>
          <p className="bt-places__keys">{t('keysHint')}</p>
          <ol className="bt-places__list" aria-label={t('list')}>
            {places.list.map((place) => (
              <PlaceCard
                key={nameOf(place)}
                planId={planId}
                sectionId={sectionId}
                editor={editor}
                place={place}
                here={nameOf(place) === here}
                row={rows?.items.find(({ id }) => id === place.id)}
                example={rows?.examples.find(({ id }) => id === place.id)}
                mayAssign={rows?.mayAssign === true}
                onChanged={again}
                onSaid={setSaid}
              />
            ))}
          </ol>
        </>
      )}
    </div>
  );
}
