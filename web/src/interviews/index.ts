import { lazy } from 'react';

export { interviewsNl } from './nl';
export { interviewsPathOf } from './paths';

export const InterviewsPage = lazy(async () => ({
  default: (await import('./view/InterviewsPage')).InterviewsPage,
}));

export const NewInterviewPage = lazy(async () => ({
  default: (await import('./view/NewInterviewPage')).NewInterviewPage,
}));

export const InterviewPage = lazy(async () => ({
  default: (await import('./view/InterviewPage')).InterviewPage,
}));
