import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoaded } from '../../api';
import { Button, Icon, Skeleton } from '../../ui';
import { fetchEvidenceDetail } from '../api';
import type { Evidence, EvidenceDetail } from '../model';
import { talkPathOf } from '../paths';
import { supportText } from '../words';
import { Failure } from './Failure';

interface EvidenceCardProps {
  id: string;
  /// Its place in the text, from 1.
  number: number;
  planId: string;
  /// Absent where it is of a section that I may not read, or of none.
  summary: Evidence | undefined;
  round: number;
  open: boolean;
  onOpen: () => void;
  onGoTo: () => void;
}

/// What one claim rests on, as deep as I may see it.
export function EvidenceCard(props: EvidenceCardProps) {
  const { id, number, planId, summary, round, open, onOpen, onGoTo } = props;
  const { t } = useTranslation('findings');
  const body = useId();
  const text = summary === undefined ? t('panel.label') : supportText(t, summary);
  return (
    <div className="bt-evidenceCard" data-withdrawn={summary?.notes === 0}>
      <button
        type="button"
        className="bt-evidenceCard__head"
        data-bt-evidence={id}
        aria-expanded={open}
        aria-controls={body}
        aria-label={t('panel.show', { number, text })}
        onClick={onOpen}
      >
        <span className="bt-evidenceCard__number">{number}</span>
        <span className="bt-evidenceCard__text">{text}</span>
        <Icon name={open ? 'up' : 'down'} />
      </button>
      <div id={body} className="bt-evidenceCard__body" hidden={!open}>
        {open && summary === undefined ? <p>{t('panel.unknown')}</p> : null}
        {open && summary !== undefined ? <Loading id={id} planId={planId} round={round} /> : null}
        {open ? (
          <Button kind="subtle" icon="forward" onClick={onGoTo}>
            {t('panel.toText')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function Loading({ id, planId, round }: { id: string; planId: string; round: number }) {
  const { t } = useTranslation('findings');
  const { state, again } = useLoaded(id, fetchEvidenceDetail);
  const seen = useRef(round);
  useEffect(() => {
    if (seen.current !== round) {
      seen.current = round;
      again();
    }
  }, [round, again]);
  if (state.kind === 'loading') {
    return <Skeleton label={t('panel.loading')} lines={3} />;
  }
  return state.kind === 'failed' ? (
    <Failure error={state.error} again={again} />
  ) : (
    <Detail detail={state.value} planId={planId} />
  );
}

function Detail({ detail, planId }: { detail: EvidenceDetail; planId: string }) {
  const { t } = useTranslation('findings');
  return (
    <>
      {detail.notes === 0 ? <p>{t('panel.gone')}</p> : null}
      {detail.notes > 0 && detail.withdrawn > 0 ? (
        <p className="bt-findings__sub">{t('withdrawnCount', { count: detail.withdrawn })}</p>
      ) : null}
      {detail.theme === undefined ? null : (
        <p className="bt-evidenceCard__theme">{t('panel.about', { title: detail.theme.title })}</p>
      )}
      {detail.depth === 'count' && detail.own.length === 0 ? (
        <p className="bt-findings__sub">{t('panel.count')}</p>
      ) : null}
      {detail.findings.map((finding) => (
        <p key={finding.id} className="bt-evidenceCard__finding">
          {finding.text}
        </p>
      ))}
      {detail.open.length === 0 ? null : (
        <>
          <h3 className="bt-evidenceCard__title">{t('panel.open')}</h3>
          <ul className="bt-findings__quotes">
            {detail.open.map((note, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: they have no name, on purpose.
              <li key={place}>
                <span className="bt-findings__sub">
                  {t('panel.from', { kind: t(`kind.${note.kind}`), partner: note.partnerKind })}
                </span>
                <blockquote>{note.text}</blockquote>
              </li>
            ))}
          </ul>
        </>
      )}
      {detail.own.length === 0 ? null : (
        <>
          <h3 className="bt-evidenceCard__title">{t('panel.own')}</h3>
          <ul className="bt-findings__quotes">
            {detail.own.map((note) => (
              <li key={note.id}>
                <span className="bt-findings__sub">
                  {t('panel.from', { kind: t(`kind.${note.kind}`), partner: note.organisation })}
                  {note.confidentiality === 'core' ? ` · ${t('confidentiality.core')}` : ''}
                </span>
                <blockquote>{note.text}</blockquote>
                <Link className="nl-link bt-link" to={talkPathOf(planId, note.interview)}>
                  {t('panel.openTalk')}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
