export { forgetTalks } from './kept';
export { talkNl } from './nl';
export { talkPathOf } from './paths';
