import path from 'node:path';
import { defineConfig } from 'playwright/test';
import { chromiumOptions } from '../harness/chromium';

const root = path.resolve(import.meta.dirname, '../..');

/** The browser's part of `npm test`. The product is started once, for all of it (tests/e2e/global-setup.ts). */
export default defineConfig({
  testDir: path.join(root, 'tests/e2e'),
  outputDir: path.join(root, 'test-results'),
  globalSetup: path.join(root, 'tests/e2e/global-setup.ts'),
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env.CI === 'true',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: { launchOptions: chromiumOptions(), locale: 'en-GB', timezoneId: 'Europe/London' },
  projects: [
    { name: 'sign-in', testMatch: 'sign-in.setup.ts' },
    { name: 'browser', testMatch: '*.spec.ts', dependencies: ['sign-in'] },
  ],
});
