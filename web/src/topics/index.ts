import { lazy } from 'react';

export { topicsNl } from './nl';
export { figuresPathOf, topicListsPathOf } from './paths';

export const TopicListsPage = lazy(async () => ({
  default: (await import('./view/TopicListsPage')).TopicListsPage,
}));

export const TopicListPage = lazy(async () => ({
  default: (await import('./view/TopicListPage')).TopicListPage,
}));

export const FiguresPage = lazy(async () => ({
  default: (await import('./view/FiguresPage')).FiguresPage,
}));
