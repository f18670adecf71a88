import { defineConfig, devices } from '@playwright/test';
import { CHROMIUM_ARGUMENTS, findChromium } from './scripts/chromium';

export default defineConfig({
  testDir: 'tests/journeys',
  outputDir: '.tmp/journeys',
  fullyParallel: true,
  // On two processors: a journey waits for a page, the disk or a timer half of its time.
  workers: 3,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  // Only a failure takes that long; a small machine with other work must not make one.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  // The JSON report goes where PLAYWRIGHT_JSON_OUTPUT_NAME says; without it nobody asked for one.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['line'], ['json']] : [['line']],
  use: {
    // Without pictures of every moment, which took a third of the time: `npx playwright test --trace on` has them.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    launchOptions: { executablePath: findChromium(), args: [...CHROMIUM_ARGUMENTS] },
  },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'] } }],
});
