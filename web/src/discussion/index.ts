export { discussionEn } from './en';
export { discussionKeys } from './keys';
export { discussionNl } from './nl';
