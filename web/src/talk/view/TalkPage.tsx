import '../../editor/prosemirror.css';
import '../../editor/editor.css';
import '../talk.css';
import '../notes.css';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoaded } from '../../api';
import { type OpenDocument, type PresenceUser, usePlanEvents } from '../../collab';
import { KeptWordsOf } from '../../editor/view/KeptWordsOf';
import { useOpenDocument } from '../../editor/view/useOpenDocument';
import { Button, Heading, Skeleton, useTitle } from '../../ui';
import { fetchFigures, fetchTalk } from '../api';
import type { Figure, Talk } from '../model';
import { keepReach } from '../reach';
import { OpenTalk } from './OpenTalk';

/// The places that the shell gives a talk.
export interface TalkFrameParts {
  /// Who is here and where the words are.
  signs: ReactNode;
  outline: ReactNode;
  /// The bar at the bottom of a phone.
  bar: ReactNode;
  sheet: ReactNode;
  /// Beside the sheet.
  side: ReactNode;
}

export interface TalkPageProps {
  planId: string;
  interviewId: string;
  user: PresenceUser;
  /// True once documents can be opened.
  connected: boolean;
  /// The page of the interview.
  interviewPath: string;
  frame: (parts: TalkFrameParts) => ReactNode;
  signs: (open: OpenDocument) => ReactNode;
}

/// The screen of a talk: its questions, the notes under the open one, and what to have at hand.
export function TalkPage(props: TalkPageProps) {
  const { interviewId, planId, connected, user } = props;
  const { t } = useTranslation('talk');
  const { state, again } = useLoaded(interviewId, (id) => fetchTalk(user.memberId, id));
  usePlanEvents(planId, connected, ({ kind }) => {
    if (kind === 'interviews-changed' || kind === 'joined') {
      again();
    }
  });
  const talk = state.kind === 'loaded' ? state.value : undefined;
  useTitle(talk === undefined ? t('title') : t('with', { organisation: talk.organisation }));
  if (state.kind === 'failed') {
    const missing = state.error.status === 404;
    return plainPage(
      props,
      <>
        <Heading level={1} size={2}>
          {missing ? t('missing') : t('unreachable')}
        </Heading>
        <p className="bt-lead">{missing ? t('missingText') : t('unreachableText')}</p>
        {missing ? null : <Button onClick={again}>{t('again')}</Button>}
      </>,
    );
  }
  if (talk?.documentId === undefined || !connected) {
    return plainPage(
      props,
      talk !== undefined && talk.documentId === undefined ? (
        <>
          <Heading level={1} size={2}>
            {t('erased')}
          </Heading>
          <p className="bt-lead">{t('erasedText')}</p>
          <Link className="nl-link bt-link" to={props.interviewPath}>
            {t('back')}
          </Link>
        </>
      ) : (
        <Skeleton label={t('loading')} lines={8} />
      ),
    );
  }
  return <WithDocument {...props} talk={talk} documentId={talk.documentId} again={again} />;
}

function plainPage({ frame }: TalkPageProps, words: ReactNode): ReactNode {
  return frame({
    signs: null,
    outline: null,
    bar: null,
    sheet: <div className="bt-page">{words}</div>,
    side: null,
  });
}

const noFigures: readonly Figure[] = [];

interface WithDocumentProps extends TalkPageProps {
  talk: Talk;
  documentId: string;
  again: () => void;
}

function WithDocument(props: WithDocumentProps) {
  const { talk, documentId, user } = props;
  const { t } = useTranslation('talk');
  const open = useOpenDocument(documentId);
  useEffect(
    () => (open === undefined ? undefined : keepReach(open.doc, () => open.mayWrite)),
    [open, open?.doc],
  );
  const figures = useLoaded(`${talk.id}/${talk.version}`, () => fetchFigures(user.memberId, talk));
  if (open?.denied !== undefined && !open.loaded) {
    return plainPage(
      props,
      <>
        <p className="bt-notice">{t('denied')}</p>
        <KeptWordsOf documentId={documentId} />
      </>,
    );
  }
  if (open === undefined || !open.loaded || open.documentId !== documentId) {
    return plainPage(props, <Skeleton label={t('loading')} lines={8} />);
  }
  return (
    <OpenTalk
      {...props}
      key={`${documentId}/${open.incarnation}`}
      open={open}
      figures={figures.state.kind === 'loaded' ? figures.state.value : noFigures}
      figuresFailed={figures.state.kind === 'failed'}
    />
  );
}
