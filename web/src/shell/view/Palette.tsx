import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useLoaded } from '../../api';
import { fetchPlans, type Plan } from '../../plan';
import { Dialog } from '../../ui';
import { matching, type Target, targetsOf } from '../palette';

/// Places shown at once; typing narrows them down.
const SHOWN_MAX = 50;

/// Goes anywhere by a few letters: a field and the places that fit, steered with the arrows.
export function Palette({ plan, onClose }: { plan: Plan | undefined; onClose: () => void }) {
  const { t } = useTranslation('shell');
  const { state } = useLoaded('plans', fetchPlans);
  const targets = useMemo(
    () =>
      targetsOf(plan, state.kind === 'loaded' ? state.value : [], [
        { kind: 'page', name: t('palette.allPlans'), path: '/plannen' },
        { kind: 'page', name: t('palette.newPlan'), path: '/plannen/nieuw' },
      ]),
    [plan, state, t],
  );
  return (
    <Dialog title={t('palette.title')} closeLabel={t('close')} onClose={onClose}>
      {state.kind === 'failed' ? <p className="bt-palette__note">{t('palette.failed')}</p> : null}
      <Chooser targets={targets} onClose={onClose} />
    </Dialog>
  );
}

function Chooser({ targets, onClose }: { targets: readonly Target[]; onClose: () => void }) {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const id = useId();
  const [words, setWords] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const found = useMemo(() => matching(targets, words).slice(0, SHOWN_MAX), [targets, words]);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const go = (target: Target | undefined) => {
    if (target !== undefined) {
      onClose();
      void navigate(target.path);
    }
  };
  const steer = (event: KeyboardEvent) => {
    const last = found.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: Math.min(active + 1, last),
      ArrowUp: Math.max(active - 1, 0),
      PageDown: Math.min(active + 8, last),
      PageUp: Math.max(active - 8, 0),
    };
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      setActive(next);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      go(found[active]);
    }
  };
  return (
    <>
      <label className="bt-field__label" htmlFor={`${id}-field`}>
        {t('palette.field')}
      </label>
      <input
        data-bt-first=""
        id={`${id}-field`}
        className="utrecht-textbox utrecht-textbox--html-input"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={found.length === 0 ? undefined : `${id}-${active}`}
        autoComplete="off"
        spellCheck={false}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setActive(0);
        }}
        onKeyDown={steer}
      />
      <div
        className="bt-palette"
        role="listbox"
        aria-label={t('palette.title')}
        id={`${id}-list`}
        ref={list}
      >
        {found.map((target, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field steers the list by keyboard.
          <div
            key={`${target.kind} ${target.path}`}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className="bt-palette__item"
            onClick={() => go(target)}
          >
            <span className="bt-palette__name">{target.name}</span>
            <span className="bt-palette__kind">{t(`palette.kind.${target.kind}`)}</span>
          </div>
        ))}
      </div>
      <p className={found.length === 0 ? 'bt-palette__note' : 'bt-hidden'} role="status">
        {found.length === 0 ? t('palette.none') : t('palette.count', { count: found.length })}
      </p>
    </>
  );
}
