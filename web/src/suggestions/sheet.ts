/// What comes with the editor.
export { useSuggestions } from './useSuggestions';
