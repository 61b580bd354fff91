export { discussionKeys } from './keys';
export { discussionNl } from './nl';
