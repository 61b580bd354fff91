/// What asks and sign-off add to the sheet: comes with the editor, when somebody opens a plan.
export { useAsksExtra } from './useAsksExtra';
