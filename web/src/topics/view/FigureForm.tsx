import { useEffect, useRef, useState } from 'react';
import { useSending } from '../../api';
import { Button, Form, Heading, Select, TextField } from '../../ui';
import { changeFigure, registerFigure } from '../api';
import { type Figure, type SectionName, sectionName } from '../model';
import { useTopicsWords } from '../words';
import { Failure } from './Failure';

interface FigureFormProps {
  planId: string;
  /// Absent for a new one.
  figure: Figure | undefined;
  sections: readonly SectionName[];
  questions: readonly { id: string; text: string }[];
  /// It was sent, or left.
  onDone: () => void;
}

const needed = ['label', 'value', 'source', 'year'] as const;

export function FigureForm({ planId, figure, sections, questions, onDone }: FigureFormProps) {
  const { t } = useTopicsWords();
  const [label, setLabel] = useState(figure?.label ?? '');
  const [value, setValue] = useState(figure?.value ?? '');
  const [unit, setUnit] = useState(figure?.unit ?? '');
  const [source, setSource] = useState(figure?.source ?? '');
  const [year, setYear] = useState(figure === undefined ? '' : `${figure.year}`);
  const [section, setSection] = useState(figure?.section?.id ?? '');
  const [question, setQuestion] = useState(figure?.question ?? '');
  const [tried, setTried] = useState(false);
  const { busy, failure, send } = useSending();
  const first = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.focus(), []);
  const wrong = {
    label: label.trim() === '',
    value: value.trim() === '',
    source: source.trim() === '',
    year: !isYear(year),
  };
  const error = (of: (typeof needed)[number]) =>
    tried && wrong[of] ? t(`figures.need.${of}`) : '';
  const submit = async () => {
    setTried(true);
    if (needed.some((each) => wrong[each])) {
      requestAnimationFrame(() =>
        form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(),
      );
      return;
    }
    await send(async () => {
      const words = {
        label,
        value,
        unit,
        source,
        year: Number(year),
        section: section === '' ? null : section,
        question: question === '' ? null : question,
      };
      await (figure === undefined ? registerFigure(planId, words) : changeFigure(figure, words));
      onDone();
    });
  };
  const own = figure?.section;
  const choices =
    own === undefined || sections.some(({ id }) => id === own.id) ? sections : [own, ...sections];
  return (
    <div ref={form}>
      <Form busy={busy} onSubmit={submit} card>
        <Heading level={figure === undefined ? 2 : 3} size={4}>
          {figure === undefined ? t('figures.add') : t('figures.change')}
        </Heading>
        <TextField
          ref={first}
          label={t('figures.label')}
          description={t('figures.labelHint')}
          value={label}
          maxLength={200}
          error={error('label')}
          onChange={setLabel}
        />
        <div className="bt-topics__pair">
          <TextField
            label={t('figures.value')}
            value={value}
            maxLength={40}
            error={error('value')}
            onChange={setValue}
          />
          <TextField
            label={t('figures.unit')}
            description={t('figures.unitHint')}
            value={unit}
            maxLength={60}
            onChange={setUnit}
          />
        </div>
        <TextField
          label={t('figures.source')}
          description={t('figures.sourceHint')}
          value={source}
          maxLength={300}
          error={error('source')}
          onChange={setSource}
        />
        <TextField
          label={t('figures.year')}
          description={t('figures.yearHint')}
          value={year}
          maxLength={4}
          error={error('year')}
          onChange={setYear}
        />
        <Select
          label={t('figures.section')}
          value={section}
          choices={[
            { value: '', label: t('figures.whole') },
            ...choices.map((each) => ({ value: each.id, label: sectionName(each) })),
          ]}
          onChange={setSection}
        />
        <Select
          label={t('figures.question')}
          value={question}
          choices={[
            { value: '', label: t('figures.noQuestion') },
            ...questions.map(({ id, text }) => ({ value: id, label: text })),
          ]}
          onChange={setQuestion}
        />
        <Failure error={failure} />
        <div className="bt-form__acts">
          <Button kind="primary" type="submit" busy={busy}>
            {t('figures.save')}
          </Button>
          <Button kind="subtle" onClick={onDone}>
            {t('figures.cancel')}
          </Button>
        </div>
      </Form>
    </div>
  );
}

function isYear(text: string): boolean {
  return /^\d{4}$/.test(text) && Number(text) >= 1990 && Number(text) <= new Date().getFullYear();
}
