import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Heading, Select, TextField } from '../../ui';
import { general } from '../document';
import type { Act } from '../keys';
import type { Item, Outline } from '../outline';
import { numberIn, wordsOf } from './Rail';

/// The small form that is open under a question, if one is.
export type Asking = 'nothing' | 'elsewhere' | 'add';

interface QuestionHeadProps {
  item: Item;
  outline: Outline;
  group: string;
  mayWrite: boolean;
  asking: Asking;
  /// There is little room: what to ask on is folded.
  phone: boolean;
  onAct: (act: Act) => void;
  onReopen: () => void;
  onElsewhere: (question: string) => void;
  onAdd: (text: string) => void;
  onCancel: () => void;
}

/// The open question: its words, what to ask on, and what can be done with it.
export function QuestionHead(props: QuestionHeadProps) {
  const { item, outline, group, mayWrite, asking, onAct } = props;
  const { t } = useTranslation('talk');
  const { state } = item;
  return (
    <div className="bt-question">
      {group === '' ? null : <p className="bt-question__group">{group}</p>}
      <Heading level={1} size={3}>
        {item.number === '' ? wordsOf(item, t) : `${item.number} ${wordsOf(item, t)}`}
      </Heading>
      <Probes probes={item.probes} folded={props.phone} />
      {state.kind === 'elsewhere' ? (
        <p className="bt-question__state">
          {t('state.elsewhereAt', { question: numberIn(outline, state.question) })}
        </p>
      ) : null}
      {mayWrite ? (
        <fieldset className="bt-question__acts">
          <legend className="bt-hidden">{t('act.label')}</legend>
          {item.id === general ? null : <StateButtons {...props} />}
          <Button kind="subtle" icon="plus" onClick={() => onAct({ kind: 'add' })}>
            {t('act.add')}
          </Button>
        </fieldset>
      ) : null}
      {asking === 'elsewhere' ? <ElsewhereForm {...props} /> : null}
      {asking === 'add' ? <AddForm {...props} /> : null}
    </div>
  );
}

function Probes({ probes, folded }: { probes: readonly string[]; folded: boolean }) {
  const { t } = useTranslation('talk');
  if (probes.length === 0) {
    return null;
  }
  const list = (
    <ul>
      {probes.map((probe) => (
        <li key={probe}>{probe}</li>
      ))}
    </ul>
  );
  return folded ? (
    <details className="bt-question__folded">
      <summary>{t('probesFolded', { count: probes.length })}</summary>
      {list}
    </details>
  ) : (
    <div className="bt-question__probes">
      <p className="bt-question__probesTitle">{t('probes')}</p>
      {list}
    </div>
  );
}

function StateButtons({ item, onAct, onReopen }: QuestionHeadProps) {
  const { t } = useTranslation('talk');
  if (item.state.kind !== 'open') {
    const words = {
      covered: t('act.uncover'),
      skipped: t('act.unskip'),
      elsewhere: t('act.notElsewhere'),
    };
    return (
      <>
        <span className="bt-question__sign">{t(`state.${item.state.kind}`)}</span>
        <Button icon="undo" onClick={onReopen}>
          {words[item.state.kind]}
        </Button>
      </>
    );
  }
  return (
    <>
      <Button kind="secondary" icon="check" onClick={() => onAct({ kind: 'covered' })}>
        {t('act.cover')}
      </Button>
      <Button kind="subtle" onClick={() => onAct({ kind: 'skipped' })}>
        {t('act.skip')}
      </Button>
      <Button kind="subtle" onClick={() => onAct({ kind: 'elsewhere' })}>
        {t('act.elsewhere')}
      </Button>
    </>
  );
}

function ElsewhereForm({ item, outline, onElsewhere, onCancel }: QuestionHeadProps) {
  const { t } = useTranslation('talk');
  const others = outline.order.filter(({ id }) => id !== item.id && id !== general);
  const before = outline.order.findIndex(({ id }) => id === item.id) - 1;
  const [chosen, setChosen] = useState(others[Math.max(0, before)]?.id ?? '');
  const form = useFocusInside<HTMLFormElement>('select');
  return (
    <form
      ref={form}
      className="bt-question__form"
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      onSubmit={(event) => {
        event.preventDefault();
        onElsewhere(chosen);
      }}
    >
      <Select
        label={t('act.where')}
        value={chosen}
        choices={others.map((one) => ({
          value: one.id,
          label: `${one.number} ${wordsOf(one, t)}`.trim(),
        }))}
        onChange={setChosen}
      />
      <Button kind="primary" type="submit">
        {t('act.choose')}
      </Button>
      <Button kind="subtle" onClick={onCancel}>
        {t('act.cancel')}
      </Button>
    </form>
  );
}

const textMax = 500;

function AddForm({ onAdd, onCancel }: QuestionHeadProps) {
  const { t } = useTranslation('talk');
  const [text, setText] = useState('');
  const form = useFocusInside<HTMLFormElement>('input');
  return (
    <form
      ref={form}
      className="bt-question__form"
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') {
          onAdd(text);
        }
      }}
    >
      <TextField
        label={t('act.addLabel')}
        description={t('act.addHelp')}
        value={text}
        maxLength={textMax}
        onChange={setText}
      />
      <Button kind="primary" type="submit">
        {t('act.addNow')}
      </Button>
      <Button kind="subtle" onClick={onCancel}>
        {t('act.cancel')}
      </Button>
    </form>
  );
}

/// A form that was asked for has the focus.
function useFocusInside<Target extends HTMLElement>(selector: string) {
  const place = useRef<Target>(null);
  useEffect(() => {
    place.current?.querySelector<HTMLElement>(selector)?.focus();
  }, [selector]);
  return place;
}
