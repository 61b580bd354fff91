/// What comes with the editor.
export { summaryOf } from './saving';
export { PeopleHere } from './view/People';
export { PlanPage, type PlanPageProps } from './view/PlanPage';
export { SaveSign } from './view/SaveSign';
