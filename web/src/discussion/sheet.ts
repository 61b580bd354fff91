/// What comes with the editor.
export { useDiscussion } from './useDiscussion';
