import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useLoaded } from '../../api';
import { fetchPlans, type Plan, rolesPathOf } from '../../plan';
import { Dialog } from '../../ui';
import { matching, type Target, targetsOf } from '../palette';

/// Places shown at once; typing narrows them down.
const SHOWN_MAX = 50;

/// How far Page Up and Page Down go.
const PAGE = 8;

/// Goes anywhere by a few letters: a field and the places that fit, steered with the arrows.
export function Palette({ plan, onClose }: { plan: Plan | undefined; onClose: () => void }) {
  const { t } = useTranslation('shell');
  const { state } = useLoaded('plans', fetchPlans);
  const targets = useMemo(
    () =>
      targetsOf(plan, state.kind === 'loaded' ? state.value.plans : [], [
        { kind: 'page', name: t('palette.myPage'), path: '/' },
        ...(plan === undefined
          ? []
          : [{ kind: 'page' as const, name: t('palette.roles'), path: rolesPathOf(plan.id) }]),
        { kind: 'page', name: t('palette.allPlans'), path: '/plannen' },
        ...(state.kind === 'loaded' && state.value.mayMake
          ? [{ kind: 'page' as const, name: t('palette.newPlan'), path: '/plannen/nieuw' }]
          : []),
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
  const found = useMemo(() => matching(targets, words).slice(0, SHOWN_MAX), [targets, words]);
  const go = (target: Target | undefined) => {
    if (target !== undefined) {
      onClose();
      void navigate(target.path);
    }
  };
  const steer = (event: KeyboardEvent) => {
    const next = stepOf(event.key, active, found.length - 1);
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
      <Found id={id} found={found} active={active} onChoose={go} />
      <p className={found.length === 0 ? 'bt-palette__note' : 'bt-hidden'} role="status">
        {found.length === 0 ? t('palette.none') : t('palette.count', { count: found.length })}
      </p>
    </>
  );
}

/// Where a key leads in the list, as an index; nowhere for other keys.
function stepOf(key: string, active: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(active + 1, last);
    case 'ArrowUp':
      return Math.max(active - 1, 0);
    case 'PageDown':
      return Math.min(active + PAGE, last);
    case 'PageUp':
      return Math.max(active - PAGE, 0);
    default:
      return undefined;
  }
}

interface FoundProps {
  id: string;
  found: readonly Target[];
  active: number;
  onChoose: (target: Target) => void;
}

function Found({ id, found, active, onChoose }: FoundProps) {
  const { t } = useTranslation('shell');
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
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
          onClick={() => onChoose(target)}
        >
          <span className="bt-palette__name">{target.name}</span>
          <span className="bt-palette__kind">{t(`palette.kind.${target.kind}`)}</span>
        </div>
      ))}
    </div>
  );
}
