// The configuration of Playwright Test for test/e2e. endToEnd.mjs first bundles the tests.
import { defineConfig } from '@playwright/test';
import { join } from 'node:path';
import { projectFolder } from '../host/hosts.mjs';

const out = join(projectFolder, 'out');

// oxlint-disable-next-line import/no-default-export -- Playwright Test asks for one
export default defineConfig({
  testDir: join(out, 'e2e'),
  testMatch: '*.test.mjs',
  outputDir: join(out, 'e2e-failures'),
  /** Windows side by side; each uses about one core. */
  workers: Number(process.env['API_SPEND_WINDOWS'] ?? 2),
  /** Each describe block has its own window, so any two may run side by side. */
  fullyParallel: true,
  retries: 0,
  // Limits for tests that hang. A busy machine takes several times as long as an idle one.
  timeout: 600_000,
  expect: { timeout: 120_000 },
  reporter: [[join(import.meta.dirname, 'endToEndReporter.mjs')]],
  use: {
    screenshot: 'only-on-failure',
    trace: process.env['API_SPEND_TRACE'] ? 'retain-on-failure' : 'off',
  },
});
