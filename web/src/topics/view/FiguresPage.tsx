import '../topics.css';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { useLoaded, useSending } from '../../api';
import { usePlanEvents } from '../../collab';
import { Alert, Button, Heading, Icon, Skeleton, useFocusOnArrival, useTitle } from '../../ui';
import { fetchFigures, fetchQuestions, removeFigure } from '../api';
import { bySection, type Figure, type Figures, sectionName } from '../model';
import { useTopicsWords } from '../words';
import { Failure } from './Failure';
import { FigureForm } from './FigureForm';

export interface FiguresPageProps {
  plan: { id: string; title: string; sections: readonly { id: string }[] };
  /// True once the plan can be followed live.
  connected: boolean;
  /// Where a section of the plan is found, by its key.
  pathOf: (key: string) => string;
}

/// The figures of a plan, under the sections they belong to.
export function FiguresPage({ plan, connected, pathOf }: FiguresPageProps) {
  const { t } = useTopicsWords();
  const { state, again } = useLoaded(plan.id, fetchFigures);
  const { state: questions } = useLoaded('questions', fetchQuestions);
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  useTitle(t('figures.tab', { plan: plan.title }));
  usePlanEvents(plan.id, connected, ({ kind }) => {
    if (kind === 'figures-changed' || kind === 'joined' || kind === 'roles-changed') {
      again();
    }
  });
  return (
    <div className="bt-page bt-topics">
      <Heading level={1} size={2} ref={heading}>
        {t('figures.title')}
      </Heading>
      <p className="bt-lead">{t('figures.lead')}</p>
      {state.kind === 'loading' ? <Skeleton label={t('figures.loading')} lines={6} /> : null}
      {state.kind === 'failed' ? (
        <Failure error={state.error} title={t('figures.failed')} again={again} />
      ) : null}
      {state.kind === 'loaded' ? (
        <All
          planId={plan.id}
          order={plan.sections}
          figures={state.value}
          questions={questions.kind === 'loaded' ? questions.value : []}
          pathOf={pathOf}
          again={again}
        />
      ) : null}
    </div>
  );
}

interface AllProps {
  planId: string;
  order: readonly { id: string }[];
  figures: Figures;
  questions: readonly { id: string; text: string }[];
  pathOf: (key: string) => string;
  again: () => void;
}

function All({ planId, order, figures, questions, pathOf, again }: AllProps) {
  const { t } = useTopicsWords();
  // The figure that is changed, or `new`.
  const [open, setOpen] = useState<string>();
  const [gone, setGone] = useState<Figure>();
  const { failure, send, settle } = useSending();
  const add = useRef<HTMLButtonElement>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const remove = (figure: Figure, removed: boolean) =>
    send(async () => {
      await removeFigure(figure.id, removed);
      settle();
      setGone(removed ? figure : undefined);
      again();
      requestAnimationFrame(() => (removed ? undo : add).current?.focus());
    });
  const done = () => {
    const was = open;
    setOpen(undefined);
    setGone(undefined);
    again();
    requestAnimationFrame(() =>
      (was === undefined || was === 'new'
        ? add.current
        : document.querySelector<HTMLElement>(`[data-place="change-${was}"]`)
      )?.focus(),
    );
  };
  const form = (figure?: Figure) => (
    <FigureForm
      planId={planId}
      figure={figure}
      sections={figures.sections}
      questions={questions}
      onDone={done}
    />
  );
  return (
    <>
      {figures.items.length === 0 ? <p className="bt-topics__empty">{t('figures.none')}</p> : null}
      <Failure error={failure} />
      {gone === undefined ? null : (
        <Alert kind="info" urgent>
          <p>{t('figures.removed', { label: gone.label })}</p>
          <Button ref={undo} icon="undo" onClick={() => void remove(gone, false)}>
            {t('figures.undo')}
          </Button>
        </Alert>
      )}
      {figures.mayAdd && open !== 'new' ? (
        <div>
          <Button ref={add} kind="primary" icon="plus" onClick={() => setOpen('new')}>
            {t('figures.add')}
          </Button>
        </div>
      ) : null}
      {open === 'new' ? form() : null}
      {bySection(figures.items, order).map(({ section, figures: items }) => (
        <section key={section?.id ?? ''} className="bt-topics__part">
          <Heading level={2} size={4}>
            {section === undefined ? (
              t('figures.whole')
            ) : (
              <Link className="nl-link bt-link" to={pathOf(section.key)}>
                {sectionName(section)}
              </Link>
            )}
          </Heading>
          <ul className="bt-topics__figures">
            {items.map((figure) => (
              <li key={figure.id}>
                {open === figure.id ? (
                  form(figure)
                ) : (
                  <OneFigure
                    figure={figure}
                    question={questions.find(({ id }) => id === figure.question)?.text}
                    onChange={() => setOpen(figure.id)}
                    onRemove={() => void remove(figure, true)}
                  />
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

interface OneFigureProps {
  figure: Figure;
  question: string | undefined;
  onChange: () => void;
  onRemove: () => void;
}

function OneFigure({ figure, question, onChange, onRemove }: OneFigureProps) {
  const { t, when, who } = useTopicsWords();
  const { label, value, unit, source, year } = figure;
  return (
    <article className="bt-topics__figure">
      <p className="bt-topics__value">
        {value}
        {unit === '' ? '' : ` ${unit}`}
      </p>
      <div className="bt-topics__about">
        <p className="bt-topics__label" lang="nl">
          {label}
        </p>
        <p lang="nl">{t('figures.from', { source, year })}</p>
        {figure.stale ? (
          <p className="bt-topics__stale">
            <Icon name="unsaved" />
            <strong>{t('figures.stale')}</strong> {t('figures.staleHint')}
          </p>
        ) : null}
        {question === undefined ? null : (
          <p className="bt-topics__sub">{t('figures.questionLine', { question })}</p>
        )}
        <p className="bt-topics__sub">
          {t('figures.by', { who: who(figure.by), when: when(figure.at) })}
        </p>
      </div>
      {figure.mayChange ? (
        <div className="bt-topics__moves">
          <Button
            kind="subtle"
            icon="draft"
            iconOnly
            place={`change-${figure.id}`}
            onClick={onChange}
          >
            {t('figures.changeOf', { label })}
          </Button>
          <Button kind="subtle" icon="close" iconOnly onClick={onRemove}>
            {t('figures.removeOf', { label })}
          </Button>
        </div>
      ) : null}
    </article>
  );
}
