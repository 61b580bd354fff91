import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLoaded, useSending } from '../../api';
import { Button, Checkbox, Form, Heading, LongField, PartnerMark, TextField } from '../../ui';
import { fetchTable, makeAsk } from '../api';
import { type AskDraft, keepAskDraft, readAskDraft } from '../drafts';
import { partnersWithRole, sectionName, type Table } from '../model';
import { useAsksWords } from '../words';
import type { AsksPlan } from './AsksPage';
import { Failure } from './Failure';

interface NewAskProps {
  plan: AsksPlan;
  ownPartner: string;
  onMade: (id: string) => void;
  onCancel: () => void;
}

const defaultDays = 21;

function dayFromNow(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('sv-SE').format(day);
}

function nothingYet(): AskDraft {
  return { title: '', letter: '', due: dayFromNow(defaultDays), sections: [], picked: [] };
}

/// What a coordinator fills in to ask partners about sections.
export function NewAsk({ plan, ownPartner, onMade, onCancel }: NewAskProps) {
  const { t } = useAsksWords();
  const [draft, setDraft] = useState<AskDraft>(
    () => readAskDraft(plan.id, ownPartner) ?? nothingYet(),
  );
  const change = (part: Partial<AskDraft>) => {
    const changed = { ...draft, ...part };
    setDraft(changed);
    keepAskDraft(plan.id, ownPartner, changed);
  };
  const forget = () => keepAskDraft(plan.id, ownPartner, undefined);
  const { title, letter, due } = draft;
  const sections = new Set(draft.sections);
  const picked = new Map(draft.picked);
  const [tried, setTried] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const { state: table, again } = useLoaded(plan.id, fetchTable);
  const { busy, failure, send } = useSending();
  useEffect(() => first.current?.focus(), []);
  const partners = table.kind === 'loaded' ? othersIn(table.value, ownPartner) : [];
  const withRole =
    table.kind === 'loaded'
      ? partnersWithRole(
          table.value,
          plan.sections.filter(({ id }) => sections.has(id)),
        )
      : new Set<string>();
  const isOn = (id: string) => picked.get(id) ?? withRole.has(id);
  const chosen = partners.map(({ id }) => id).filter(isOn);
  const need = {
    title: title.trim() === '',
    letter: letter.trim() === '',
    due: due < dayFromNow(0),
    sections: sections.size === 0,
    partners: chosen.length === 0,
  };
  const error = (of: keyof typeof need) => (tried && need[of] ? t(`make.need.${of}`) : '');
  const form = useRef<HTMLDivElement>(null);
  const submit = async () => {
    setTried(true);
    if (Object.values(need).some((each) => each)) {
      requestAnimationFrame(() =>
        form.current
          ?.querySelector<HTMLElement>('[aria-invalid], .bt-asks__choice--wrong')
          ?.focus(),
      );
      return;
    }
    await send(async () => {
      const wish = { title, letter, due, sections: [...sections], partners: chosen };
      const { id } = await makeAsk(plan.id, wish);
      forget();
      onMade(id);
    });
  };
  return (
    <div ref={form}>
      <Form busy={busy} onSubmit={submit} card>
        <Heading level={2} size={3}>
          {t('make.title')}
        </Heading>
        <TextField
          ref={first}
          label={t('make.name')}
          description={t('make.nameHint')}
          value={title}
          maxLength={200}
          error={error('title')}
          onChange={(words) => change({ title: words })}
        />
        <LongField
          maxLength={5000}
          label={t('make.letter')}
          description={t('make.letterHint')}
          rows={6}
          value={letter}
          error={error('letter')}
          onChange={(words) => change({ letter: words })}
        />
        <TextField
          label={t('make.due')}
          type="date"
          value={due}
          error={error('due')}
          onChange={(day) => change({ due: day })}
        />
        <Sections
          plan={plan}
          chosen={sections}
          onChange={(ids) => change({ sections: [...ids] })}
          error={error('sections')}
        />
        <Choice title={t('make.partners')} error={error('partners')} hint={t('make.partnersHint')}>
          {table.kind === 'failed' ? <Failure error={table.error} again={again} /> : null}
          {table.kind === 'loaded' && partners.length === 0 ? <p>{t('make.alone')}</p> : null}
          {sections.size === 0 && partners.length > 0 ? <p>{t('make.partnersFirst')}</p> : null}
          {partners.map(({ id, name, badge, colour }) => (
            <div key={id} className="bt-asks__partner">
              <PartnerMark badge={badge} colour={colour} size="small" />
              <Checkbox
                label={name}
                checked={isOn(id)}
                onChange={(on) => change({ picked: [...picked.set(id, on)] })}
              />
            </div>
          ))}
        </Choice>
        <Failure error={failure} />
        <div className="bt-form__acts">
          <Button kind="primary" type="submit" busy={busy}>
            {t('make.send')}
          </Button>
          <Button
            kind="subtle"
            onClick={() => {
              forget();
              onCancel();
            }}
          >
            {t('make.cancel')}
          </Button>
        </div>
      </Form>
    </div>
  );
}

function othersIn(table: Table, ownPartner: string): Table['partners'] {
  return table.partners.filter(({ id }) => id !== ownPartner);
}

interface SectionsProps {
  plan: AsksPlan;
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
  error: string;
}

/// The sections of the plan under their parts. A part goes on and off with all that stands in it.
function Sections({ plan, chosen, onChange, error }: SectionsProps) {
  const { t } = useAsksWords();
  const within = (part: string) => plan.sections.filter((each) => each.part === part);
  const set = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (on) {
        next.add(id);
      } else {
        next.delete(id);
      }
    }
    onChange(next);
  };
  const askable = plan.sections.filter(
    ({ id, level }) => level !== 'part' || within(id).length === 0,
  );
  return (
    <Choice
      title={t('make.sections')}
      error={error}
      hint={t('make.chosen', { count: chosen.size })}
    >
      <div className="bt-form__acts">
        <Button
          kind="subtle"
          onClick={() =>
            set(
              askable.map(({ id }) => id),
              true,
            )
          }
        >
          {t('make.sectionsAll')}
        </Button>
        <Button kind="subtle" onClick={() => onChange(new Set())}>
          {t('make.sectionsNone')}
        </Button>
      </div>
      <div className="bt-asks__sections">
        {plan.sections.map((section) => {
          const inside = section.level === 'part' ? within(section.id).map(({ id }) => id) : [];
          const ids = inside.length === 0 ? [section.id] : inside;
          return (
            <div
              key={section.id}
              className={section.part === undefined ? 'bt-asks__top' : 'bt-asks__inside'}
            >
              <Checkbox
                label={sectionName(section)}
                checked={ids.every((id) => chosen.has(id))}
                onChange={(on) => set(ids, on)}
              />
            </div>
          );
        })}
      </div>
    </Choice>
  );
}

interface ChoiceProps {
  title: string;
  hint: string;
  error: string;
  children: ReactNode;
}

function Choice({ title, hint, error, children }: ChoiceProps) {
  return (
    <fieldset
      className={`bt-asks__choice ${error === '' ? '' : 'bt-asks__choice--wrong'}`}
      tabIndex={error === '' ? undefined : -1}
    >
      <legend className="bt-radios__legend">{title}</legend>
      <p className="bt-field__description">{hint}</p>
      {error === '' ? null : <p className="bt-field__error">{error}</p>}
      {children}
    </fieldset>
  );
}
