/// What comes with the editor.
export { TalkPage, type TalkPageProps } from './view/TalkPage';
