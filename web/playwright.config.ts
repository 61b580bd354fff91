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
  // In a build a failed journey goes once more, so that chance is told from fault: what passes only
  // then is counted as flaky, keeps its trace, and is printed by JourneysIT.
  retries: process.env['CI'] ? 1 : 0,
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
