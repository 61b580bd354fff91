import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Heading, TextField } from '../../ui';
import { talkKeys } from '../keys';
import type { Figure } from '../model';
import { type Pseudonym, tidied } from '../pseudonyms';

interface SideProps {
  goal: string;
  question: string;
  figures: readonly Figure[];
  figuresFailed: boolean;
  pseudonyms: readonly Pseudonym[];
  pseudonymsKept: boolean;
  onPseudonyms: (list: readonly Pseudonym[]) => void;
}

/// Beside the notes: what the talk is for, figures at hand, names to replace, and the keys.
export function Side(props: SideProps) {
  const { t } = useTranslation('talk');
  return (
    <div className="bt-talkside">
      <section aria-label={t('goal')}>
        <Heading level={2} size={4}>
          {t('goal')}
        </Heading>
        <p>{props.goal}</p>
      </section>
      <Figures {...props} />
      <Pseudonyms {...props} />
      <details className="bt-talkside__keys">
        <summary>{t('keys.label')}</summary>
        <dl>
          {talkKeys.map(({ keys, textKey }) => (
            <div key={keys}>
              <dt>
                <kbd>{capText(keys)}</kbd>
              </dt>
              <dd>{t(textKey)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}

const arrows: Readonly<Record<string, string>> = { Mod: 'Ctrl', ArrowDown: '↓', ArrowUp: '↑' };

function capText(keys: string): string {
  return keys
    .split('-')
    .map((key) => arrows[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join('+');
}

function Figures({ figures, figuresFailed, question }: SideProps) {
  const { t } = useTranslation('talk');
  const first = figures.filter((figure) => figure.question === question);
  const shown = [...first, ...figures.filter((figure) => !first.includes(figure))];
  return (
    <section aria-label={t('figures.label')}>
      <Heading level={2} size={4}>
        {t('figures.label')}
      </Heading>
      {shown.length === 0 ? (
        <p className="bt-talkside__none">
          {figuresFailed ? t('figures.failed') : t('figures.none')}
        </p>
      ) : (
        <ul className="bt-talkside__figures">
          {shown.map((figure) => (
            <li key={figure.id}>
              <span className="bt-talkside__value">
                {figure.value} {figure.unit}
              </span>
              <span>{figure.label}</span>
              <span className="bt-talkside__source">
                {t('figures.source', { source: figure.source, year: figure.year })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const nameMax = 100;

function Pseudonyms({ pseudonyms, pseudonymsKept, onPseudonyms }: SideProps) {
  const { t } = useTranslation('talk');
  const [name, setName] = useState('');
  const [instead, setInstead] = useState('');
  const usual = t('pseudonyms.next', { number: pseudonyms.length + 1 });
  return (
    <section aria-label={t('pseudonyms.label')}>
      <Heading level={2} size={4}>
        {t('pseudonyms.label')}
      </Heading>
      <p className="bt-talkside__none">{t('pseudonyms.text')}</p>
      {pseudonyms.length === 0 ? null : (
        <ul className="bt-talkside__names">
          {pseudonyms.map((one) => (
            <li key={one.name}>
              <span>
                {one.name} → <b>{one.instead}</b>
              </span>
              <Button
                kind="subtle"
                icon="close"
                iconOnly
                onClick={() => onPseudonyms(pseudonyms.filter((other) => other !== one))}
              >
                {t('pseudonyms.remove', { name: one.name })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form
        className="bt-talkside__form"
        onSubmit={(event) => {
          event.preventDefault();
          onPseudonyms(
            tidied([...pseudonyms, { name, instead: instead.trim() === '' ? usual : instead }]),
          );
          setName('');
          setInstead('');
        }}
      >
        <TextField
          label={t('pseudonyms.name')}
          value={name}
          maxLength={nameMax}
          onChange={setName}
        />
        <TextField
          label={t('pseudonyms.instead')}
          description={usual}
          value={instead}
          maxLength={nameMax}
          onChange={setInstead}
        />
        <Button type="submit">{t('pseudonyms.add')}</Button>
      </form>
      {pseudonyms.length < 2 ? null : (
        <div>
          <Button kind="subtle" onClick={() => onPseudonyms([])}>
            {t('pseudonyms.empty')}
          </Button>
        </div>
      )}
      <p className="bt-talkside__none">{t('pseudonyms.phone')}</p>
      {pseudonymsKept ? null : <p className="bt-notice">{t('pseudonyms.notKept')}</p>}
    </section>
  );
}
