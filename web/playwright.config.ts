import { defineConfig } from '@playwright/test';
import { chromiumArguments, chromiumPath } from './e2e/support/chromium';

export default defineConfig({
  testDir: './e2e',
  outputDir: './test-results',
  globalSetup: './e2e/support/globalSetup.ts',
  forbidOnly: Boolean(process.env['CI']),
  // One server and few cores: journeys go one after another.
  workers: 1,
  fullyParallel: false,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    // Set by the global setup, where it is not given.
    baseURL: process.env['BELEIDSTAFEL_E2E_URL'] ?? '',
    browserName: 'chromium',
    viewport: { width: 1280, height: 900 },
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
    launchOptions: { executablePath: chromiumPath(), args: chromiumArguments() },
  },
});
