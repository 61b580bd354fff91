import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Heading } from '../../ui';

interface ErrorBoundaryState {
  broken: boolean;
}

/// Our bug, caught: says so instead of showing an empty page.
export class ErrorBoundary extends Component<{ children: ReactNode }, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { broken: false };

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { t } = useTranslation('shell');
  return (
    <main className="bt-page bt-page--narrow">
      <Heading level={1} size={2}>
        {t('broken.title')}
      </Heading>
      <p className="bt-lead">{t('broken.text')}</p>
      <Button kind="primary" onClick={() => window.location.reload()}>
        {t('broken.reload')}
      </Button>
    </main>
  );
}
