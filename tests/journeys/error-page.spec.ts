import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';

// Without motion nothing is caught half faded in.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Takes the table of attempts away, and gives a way to put it back: what reads it meanwhile fails in earnest. */
function takeAttemptsAway(dataDir: string): () => void {
  const rename = (from: string, to: string) => {
    const file = new Database(join(dataDir, 'warmstart.db'), { timeout: 10_000 });
    file.exec(`ALTER TABLE "${from}" RENAME TO "${to}"`);
    file.close();
  };
  rename('Attempt', 'AttemptAway');
  return () => rename('AttemptAway', 'Attempt');
}

const WAYS = [
  { way: 'by its address', open: (page: Page) => page.goto('/'), heading: 'Cases' },
  {
    way: 'by a link',
    open: (page: Page) => page.getByRole('link', { name: 'Your attempts' }).click(),
    heading: 'Your attempts',
  },
];

for (const { way, open, heading } of WAYS) {
  test(`a page that fails, opened ${way}, says so, passes axe, and opens when asked again`, async ({
    page,
    guard,
    server,
    seedAttempt,
  }) => {
    await seedAttempt({ mode: 'unaided' });
    await page.goto('/steps');
    if (way === 'by its address') guard.provokes(/status of 500/);
    // React's number for an error in what the server renders.
    guard.provokes(/React error #441/);
    const putBack = takeAttemptsAway(server.dataDir);
    try {
      await open(page);
      await expect(page.getByRole('heading', { level: 1, name: 'This page could not be shown' })).toBeVisible();
      // Nothing of the cause.
      await expect(page.getByRole('main')).not.toContainText(/Attempt\b|table|prisma/i);
      await expectAccessible(page, `a page that failed, opened ${way}`);
    } finally {
      putBack();
    }
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
  });
}
