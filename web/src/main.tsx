// First, so that it runs before the rest is read.
import './shell/ahead';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { registerServiceWorker } from './serviceWorker';
import { App } from './shell/App';
import { startTexts } from './shell/i18n';
import { applyLook, storedLook } from './ui';
import './ui/theme.css';
import './ui/base.css';

const root = document.getElementById('root');
if (root) {
  applyLook(storedLook());
  await startTexts();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  void registerServiceWorker();
}
