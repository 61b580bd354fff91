import { useLoaded } from '../../api';
import { Checkbox } from '../../ui';
import { fetchFigures } from '../api';
import type { Figure } from '../model';
import { useInterviewsWords } from '../words';
import { Failure } from './Failure';

interface FiguresPickProps {
  planId: string;
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

/// Figures to have at hand in the talk. Those that I may not see stay as they were chosen.
export function FiguresPick({ planId, chosen, onChange }: FiguresPickProps) {
  const { t } = useInterviewsWords();
  const { state, again } = useLoaded(planId, fetchFigures);
  if (state.kind === 'failed') {
    return <Failure error={state.error} again={again} />;
  }
  const figures = state.kind === 'loaded' ? state.value : [];
  const count = figures.filter(({ id }) => chosen.includes(id)).length;
  return (
    <fieldset className="bt-interviews__people">
      <legend className="bt-radios__legend">{t('form.figures')}</legend>
      <p className="bt-field__description">
        {t(
          state.kind === 'loaded' && figures.length === 0 ? 'form.figuresNone' : 'form.figuresHint',
        )}
      </p>
      {figures.length === 0 ? null : (
        <details className="bt-interviews__topics" open={figures.length <= 8}>
          <summary>{t('form.figuresChosen', { count })}</summary>
          {figures.map((figure) => (
            <Checkbox
              key={figure.id}
              label={figureLine(figure)}
              description={figureSource(figure)}
              checked={chosen.includes(figure.id)}
              onChange={(on) =>
                onChange(on ? [...chosen, figure.id] : chosen.filter((each) => each !== figure.id))
              }
            />
          ))}
        </details>
      )}
    </fieldset>
  );
}

function figureLine({ value, unit, label }: Figure): string {
  return `${value}${unit === '' ? '' : ` ${unit}`} – ${label}`;
}

function figureSource({ source, year }: Figure): string {
  return `${source}, ${year}`;
}

interface FiguresPartProps {
  planId: string;
  chosen: readonly string[];
}

/// The figures that were chosen, as far as I may see them.
export function FiguresPart({ planId, chosen }: FiguresPartProps) {
  const { t } = useInterviewsWords();
  const { state } = useLoaded(planId, fetchFigures);
  const shown = state.kind === 'loaded' ? state.value.filter(({ id }) => chosen.includes(id)) : [];
  return shown.length === 0 ? null : (
    <dl className="bt-interviews__facts">
      <div>
        <dt>{t('form.figures')}</dt>
        {shown.map((figure) => (
          <dd key={figure.id}>
            {figureLine(figure)} ({figureSource(figure)})
          </dd>
        ))}
      </div>
    </dl>
  );
}
