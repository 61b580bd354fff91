export { suggestionKeys } from './keys';
export { suggestionsNl } from './nl';
