import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { spokenTime } from '../../base/when';
import { currentConnection } from '../../collab';
import { Button, Icon, type IconName, Popover } from '../../ui';
import type { SaveSummary } from '../saving';

const icons: Record<SaveSummary['kind'], IconName> = {
  saved: 'check',
  typing: 'typing',
  unsaved: 'unsaved',
};

/// The one honest sign of where my words are. It never changes its height, so that no text moves
/// under a typing person; what it has no room for opens under it. Screen readers hear when words
/// are not safe and when they are again, never each keystroke.
export function SaveSign({ summary }: { summary: SaveSummary }) {
  const { t } = useTranslation('plan');
  const words = useWords(summary);
  const face = (
    <span className="bt-save__sign">
      <Icon name={icons[summary.kind]} />
      <span className="bt-save__text">
        <span className="bt-save__word">{words.short}</span>
        {words.why === '' ? null : <span className="bt-save__why">{words.why}</span>}
      </span>
    </span>
  );
  return (
    <fieldset className={`bt-save bt-save--${summary.kind}`} aria-label={t('save.label')}>
      {summary.kind === 'unsaved' ? (
        <Popover label={words.full} face={face}>
          {(close) => (
            <>
              <p className="bt-popover__title">{words.short}</p>
              <p>{words.full}</p>
              <p className="bt-save__advice">{t(`save.advice.${summary.reason}`)}</p>
              {summary.reason === 'refused' ? null : (
                <Button
                  onClick={() => {
                    currentConnection()?.retry();
                    close();
                  }}
                >
                  {t('save.retry')}
                </Button>
              )}
            </>
          )}
        </Popover>
      ) : (
        <span title={words.full}>{face}</span>
      )}
      <Announcement summary={summary} text={words.full} />
    </fieldset>
  );
}

interface Words {
  short: string;
  why: string;
  full: string;
}

function useWords(summary: SaveSummary): Words {
  const { t, i18n } = useTranslation('plan');
  if (summary.kind !== 'unsaved') {
    return { short: t(`save.${summary.kind}`), why: '', full: t(`save.${summary.kind}Full`) };
  }
  const since = spokenTime(summary.since, Date.now(), i18n.language, {
    yesterday: (time) => t('save.yesterday', { time }),
  });
  const where = summary.sections.length === 0 ? '' : t('save.where', { list: listed(summary) });
  const why = t('save.why', { reason: t(`save.reason.${summary.reason}`), since });
  return { short: t('save.unsaved'), why, full: `${t('save.unsaved')}: ${why}. ${where}`.trim() };
}

function listed(summary: Extract<SaveSummary, { kind: 'unsaved' }>): string {
  return summary.sections.join(', ');
}

function Announcement({ summary, text }: { summary: SaveSummary; text: string }) {
  const [said, setSaid] = useState('');
  const worried = useRef(false);
  useEffect(() => {
    if (summary.kind === 'unsaved' && !worried.current) {
      worried.current = true;
      setSaid(text);
    } else if (summary.kind === 'saved' && worried.current) {
      worried.current = false;
      setSaid(text);
    }
  }, [summary.kind, text]);
  return (
    <span className="bt-hidden" aria-live="polite">
      {said}
    </span>
  );
}
