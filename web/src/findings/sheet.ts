/// What evidence adds to the sheet: comes with the editor, when somebody opens a plan.
export { useFindingsExtra } from './useFindingsExtra';
