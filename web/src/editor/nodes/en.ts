import type { nodesNl } from './nl';

/// English words that stand on the sheet itself, beside the text.
export const nodesEn: typeof nodesNl = {
  example: {
    tag: 'Example',
    state: { keep: 'Kept', adapt: 'Being adapted', drop: 'Will not be in the plan' },
  },
  help: { title: 'Explanation', fold: 'Fold', unfold: 'Unfold' },
  questions: { title: 'Questions to answer' },
  fillIn: { name: 'Fill-in' },
  evidence: { name: 'evidence' },
  image: {
    description: 'Description',
    isDecorative: 'Decoration only, without description',
    describe: 'Change',
  },
};
