import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { useTranslation } from 'react-i18next';
import { Button, Choices } from '../../ui';
import { decide, goTo, resolve } from '../deeds';
import type { Example, FillIn } from '../model';
import { isNumberKind } from '../numbers';
import type { TextPlace } from '../places';
import { currentPlace, nameOf } from '../usePlaces';
import { ChoiceInput } from './ChoiceInput';
import { NumberInput } from './NumberInput';
import { Ownership } from './Ownership';

const fillInKinds = ['text', 'list', 'choice', 'number', 'percentage', 'year', 'table'] as const;
const decisions = ['keep', 'adapt', 'drop'] as const;

export interface PlaceCardProps {
  planId: string;
  sectionId: string;
  editor: Editor;
  place: TextPlace;
  /// Whether the caret is in it.
  here: boolean;
  row: FillIn | undefined;
  example: Example | undefined;
  mayAssign: boolean;
  onChanged: () => void;
  onSaid: (words: string) => void;
}

/// One fill-in or example: what it is, how it stands, and where the caret is, what can be done.
export function PlaceCard(props: PlaceCardProps) {
  const { editor, place, here } = props;
  const { t } = useTranslation('fillins');
  const isExample = place.type === 'example';
  const name = isExample
    ? beginOf(place.node.textContent) || t('example')
    : place.label || t('unnamed');
  const act = (deed: (current: TextPlace) => Transaction) => {
    const current = currentPlace(editor, place);
    if (current !== undefined) {
      editor.view.dispatch(deed(current));
    }
  };
  return (
    <li
      className={`bt-place ${place.open ? 'bt-place--open' : ''}`}
      aria-current={here ? 'true' : undefined}
      data-bt-place={nameOf(place)}
    >
      <button
        type="button"
        className="bt-place__name"
        onClick={() => {
          act((current) => goTo(editor.state, current));
          editor.view.focus();
        }}
      >
        {name}
      </button>
      <p className="bt-place__facts">
        <Facts place={place} />
      </p>
      {here && editor.isEditable ? (
        isExample ? (
          <Decision
            decision={place.decision}
            onDecide={(decision) => act((current) => decide(editor.state, current, decision))}
          />
        ) : (
          <Filling
            editor={editor}
            place={place}
            act={act}
            onResolve={() => {
              act((current) => resolve(editor.state, current));
              props.onSaid(t('input.resolved'));
              editor.view.focus();
            }}
          />
        )
      ) : null}
      {isExample ? (
        <Decided example={props.example} decision={place.decision} />
      ) : (
        <Ownership
          planId={props.planId}
          sectionId={props.sectionId}
          fillIn={place.id}
          open={place.open}
          owner={props.row?.owner}
          mayAssign={props.mayAssign && props.row !== undefined}
          onChanged={props.onChanged}
        />
      )}
    </li>
  );
}

/// The first words of an example.
function beginOf(words: string): string {
  const begin = words.slice(0, 80);
  return begin === words ? words : `${begin.replace(/\s+\S*$/, '')}…`;
}

function Facts({ place }: { place: TextPlace }) {
  const { t } = useTranslation('fillins');
  if (place.type === 'example') {
    const decision = decisions.find((each) => each === place.decision);
    return `${t('example')} · ${decision ? t(`state.${decision}`) : t('state.undecided')}`;
  }
  const kind = fillInKinds.find((each) => each === place.kind) ?? 'text';
  return `${t(`kind.${kind}`)} · ${place.open ? t('state.open') : t('state.filled')}`;
}

function Decided({ example, decision }: { example: Example | undefined; decision: string }) {
  const { t, i18n } = useTranslation('fillins');
  const taken = decisions.find((each) => each === decision);
  if (example?.by === undefined || taken === undefined || example.decision !== decision) {
    return null;
  }
  const { by, at } = example;
  const date = new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'long' });
  const blanks = {
    state: t(`state.${taken}`),
    name: by.name,
    organisation: by.partner.name,
    when: at === undefined ? '' : date.format(at),
  };
  return (
    <p className="bt-place__decided">
      {by.name === '' ? t('decided.byRemoved', blanks) : t('decided.by', blanks)}
    </p>
  );
}

interface DecisionProps {
  decision: string;
  onDecide: (decision: string) => void;
}

function Decision({ decision, onDecide }: DecisionProps) {
  const { t } = useTranslation('fillins');
  return (
    <Choices
      legend={t('input.decide')}
      legendShown
      items={decisions.map((value) => ({ value, label: t(`input.${value}`) }))}
      value={decision}
      onChoose={(chosen) => onDecide(chosen === decision ? 'open' : chosen)}
    />
  );
}

interface FillingProps {
  editor: Editor;
  place: TextPlace;
  act: (deed: (current: TextPlace) => Transaction) => void;
  onResolve: () => void;
}

function Filling({ editor, place, act, onResolve }: FillingProps) {
  const { t } = useTranslation('fillins');
  const { kind } = place;
  return (
    <>
      {place.register !== '' && (kind === 'choice' || kind === 'list') ? (
        <ChoiceInput editor={editor} place={place} act={act} />
      ) : isNumberKind(kind) ? (
        <NumberInput editor={editor} place={place} kind={kind} act={act} />
      ) : (
        <p className="bt-place__hint">{t('input.inText')}</p>
      )}
      {place.open ? null : (
        <div className="bt-place__acts">
          <Button onClick={onResolve}>{t('input.resolve')}</Button>
        </div>
      )}
    </>
  );
}
