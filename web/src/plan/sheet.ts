/// What comes with the editor.
export { PlanPage, type PlanPageProps } from './view/PlanPage';
