/// What the past of a section adds to its sheet: comes with the editor, when somebody opens a plan.
export { useHistoryExtra } from './useHistoryExtra';
