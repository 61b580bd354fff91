import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/// The Chromium to test with: the one named in the environment, Debian's, or Playwright's own.
/// `browser.mjs` sees to it that one exists.
export function chromiumPath(): string {
  const places = [process.env['BELEIDSTAFEL_CHROMIUM'] ?? '', '/usr/bin/chromium'];
  return places.find((place) => place !== '' && existsSync(place)) ?? chromium.executablePath();
}

/// No outbound request of the browser's own; no sandbox for root, who cannot have one.
export function chromiumArguments(): string[] {
  const args = [
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return process.getuid?.() === 0 ? ['--no-sandbox', ...args] : args;
}
