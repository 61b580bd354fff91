import { PeopleHere, SaveSign, summaryOf } from '../../plan/sheet';
import { TalkPage, type TalkPageProps } from '../../talk/sheet';

/// The screen of a talk with the signs that every text has. Comes with an editor, so only when
/// somebody opens a talk.
export function LiveTalk(props: Omit<TalkPageProps, 'signs'>) {
  return (
    <TalkPage
      {...props}
      signs={(open) => (
        <>
          <PeopleHere documentId={open.documentId} />
          <SaveSign summary={summaryOf([{ section: '', state: open.saveState }])} />
        </>
      )}
    />
  );
}
