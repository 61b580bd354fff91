export { suggestionsEn } from './en';
export { suggestionKeys } from './keys';
export { suggestionsNl } from './nl';
