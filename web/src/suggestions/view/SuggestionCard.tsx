import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, asApiError } from '../../api';
import { Alert, Button, PartnerMark } from '../../ui';
import { accept, decline, reopen, withdraw } from '../api';
import type { Suggestion, Suggestions } from '../model';
import { failureText, useSomebody, useSpokenTime } from './words';

const reasonLengthMax = 1000;

export interface SuggestionCardProps {
  suggestion: Suggestion;
  rights: Pick<Suggestions, 'mayAccept' | 'mayDecline'>;
  active: boolean;
  /// `unknown` while the text is not looked at.
  place: 'here' | 'gone' | 'unknown';
  /// Whether the text could hold it.
  fits: () => boolean;
  onActive: () => void;
  onGoTo: () => void;
  /// Something changed on the server; `left` where this card goes from the list.
  onChanged: (left: boolean) => void;
}

/// One suggestion: whose it is, what it changes, and what one can do.
export function SuggestionCard(props: SuggestionCardProps) {
  const { suggestion, active, place } = props;
  const { t } = useTranslation('suggestions');
  const somebody = useSomebody();
  const when = useSpokenTime();
  const card = useRef<HTMLElement>(null);
  const { partner } = suggestion.by;
  useEffect(() => {
    if (active) {
      card.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [active]);
  const { decided, state } = suggestion;
  return (
    <article
      ref={card}
      className={`bt-suggestion ${active ? 'bt-suggestion--active' : ''}`}
      tabIndex={-1}
      data-bt-suggestion={suggestion.id}
      data-bt-first={active ? '' : undefined}
      aria-current={active || undefined}
      aria-label={t('card', {
        name: somebody(suggestion.by),
        what: t(`kind.${suggestion.kind}`),
      })}
      onFocus={props.onActive}
    >
      <p className="bt-suggestion__who">
        <PartnerMark badge={partner.badge} colour={partner.colour} size="small" />
        <span className="bt-suggestion__name">{somebody(suggestion.by)}</span>
        {suggestion.by.name === '' ? null : (
          <span className="bt-suggestion__subtle">{partner.name}</span>
        )}
        <time className="bt-suggestion__subtle" dateTime={new Date(suggestion.at).toISOString()}>
          {when(suggestion.at)}
        </time>
      </p>
      <Change suggestion={suggestion} />
      {suggestion.reason === '' ? null : (
        <p className="bt-suggestion__reason">{t('reason', { reason: suggestion.reason })}</p>
      )}
      {place === 'gone' ? <p className="bt-suggestion__subtle">{t('gone')}</p> : null}
      {decided ? (
        <p className="bt-suggestion__subtle">
          {t(state === 'accepted' ? 'acceptedBy' : 'declinedBy', {
            name: somebody(decided.by),
            when: when(decided.at),
          })}
          {decided.reason === '' ? null : ` ${t('reason', { reason: decided.reason })}`}
        </p>
      ) : null}
      <Acts {...props} />
    </article>
  );
}

/// What goes and what comes; said in words too, not only shown by lines.
function Change({ suggestion }: { suggestion: Suggestion }) {
  const { t } = useTranslation('suggestions');
  const { struck, added, kind } = suggestion;
  return (
    <div className="bt-suggestion__change">
      <p className="bt-suggestion__subtle">{t(`kind.${kind}`)}</p>
      {struck === '' ? null : (
        <p>
          <span className="bt-suggestion__label">{t('struck')}</span>
          <del className="bt-suggested bt-suggested--struck">{struck}</del>
        </p>
      )}
      {added === '' ? null : (
        <p>
          <span className="bt-suggestion__label">{t('added')}</span>
          <ins className="bt-suggested bt-suggested--added">{added}</ins>
        </p>
      )}
    </div>
  );
}

function Acts(props: SuggestionCardProps) {
  const { suggestion, rights, place } = props;
  const { t } = useTranslation('suggestions');
  const [declining, setDeclining] = useState(false);
  const [reason, setReason] = useState('');
  const [copied, setCopied] = useState(false);
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const begin = useRef<HTMLButtonElement>(null);
  const id = useId();
  const run = async (deed: () => Promise<unknown>) => {
    setFault('');
    setBusy(true);
    let failed: ApiError | undefined;
    try {
      await deed();
    } catch (cause) {
      failed = asApiError(cause);
      setFault(failureText(t, failed));
    }
    setBusy(false);
    props.onChanged(failed === undefined);
  };
  const open = suggestion.state === 'open';
  const close = () => {
    setDeclining(false);
    requestAnimationFrame(() => begin.current?.focus());
  };
  return (
    <>
      {fault === '' ? null : (
        <Alert kind="error" urgent>
          <p>{fault}</p>
        </Alert>
      )}
      {declining ? (
        <form
          className="bt-suggestion__decline"
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim() !== '' && !busy) {
              void run(() => decline(suggestion.id, reason));
            }
          }}
        >
          <label className="bt-suggestion__label" htmlFor={id}>
            {t('why')}
          </label>
          <textarea
            id={id}
            className="bt-suggestion__field"
            required
            // biome-ignore lint/a11y/noAutofocus: one asked for this field.
            autoFocus
            maxLength={reasonLengthMax}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') {
                event.stopPropagation();
                close();
              }
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                event.currentTarget.form?.requestSubmit();
              }
            }}
          />
          <p className="bt-suggestion__acts">
            <Button type="submit" busy={busy}>
              {t('acts.decline')}
            </Button>
            <Button kind="subtle" onClick={close}>
              {t('acts.cancel')}
            </Button>
          </p>
        </form>
      ) : (
        <p className="bt-suggestion__acts">
          {open && rights.mayAccept && place !== 'gone' ? (
            <Button
              kind="secondary"
              icon="check"
              busy={busy}
              onClick={() =>
                props.fits() ? void run(() => accept(suggestion.id)) : setFault(t('misfit'))
              }
            >
              {t('acts.accept')}
            </Button>
          ) : null}
          {open && rights.mayDecline ? (
            <Button kind="subtle" ref={begin} onClick={() => setDeclining(true)}>
              {t('acts.decline')}
            </Button>
          ) : null}
          {open && suggestion.mine ? (
            <Button
              kind="subtle"
              busy={busy}
              onClick={() => void run(() => withdraw(suggestion.id))}
            >
              {t('acts.withdraw')}
            </Button>
          ) : null}
          {suggestion.state === 'declined' && rights.mayDecline ? (
            <Button
              kind="subtle"
              icon="undo"
              busy={busy}
              onClick={() => void run(() => reopen(suggestion.id))}
            >
              {t('acts.reopen')}
            </Button>
          ) : null}
          {place === 'here' ? (
            <Button kind="subtle" onClick={props.onGoTo}>
              {t('goTo')}
            </Button>
          ) : null}
          {open && suggestion.added !== '' && place === 'gone' ? (
            <Button
              kind="subtle"
              onClick={() => {
                navigator.clipboard
                  .writeText(suggestion.added)
                  .then(() => setCopied(true))
                  .catch(() => setCopied(false));
              }}
            >
              {copied ? t('acts.copied') : t('acts.copy')}
            </Button>
          ) : null}
        </p>
      )}
    </>
  );
}
