import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { CASE } from './seed';

test.use({ javaScriptEnabled: false });

/** What stands in `noscript`, where no locator looks for words. */
async function expectSaid(page: Page, words: string): Promise<void> {
  const note = page.locator('noscript p');
  await expect(note).toBeVisible();
  expect(await note.textContent()).toContain(words);
}

test('without JavaScript a case says why it cannot be practised, and leaves the reading', async ({ page }) => {
  await page.goto(`/cases/${CASE.slug}`);
  await expectSaid(page, 'Practising needs JavaScript');
  // A button that nobody hears is not offered.
  await expect(page.getByRole('button', { name: 'Start practising' })).toBeHidden();
  await page.getByText('Read it anyway').click();
  await page.getByRole('link', { name: 'Model development' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Model development' })).toBeVisible();
});

test('without JavaScript the workspace says why nothing can be typed', async ({ page, seedAttempt }) => {
  const id = await seedAttempt({ mode: 'unaided', answers: [['clarify', { text: 'Saved before.' }]] });
  await page.goto(`/practice/${id}`);
  await expectSaid(page, 'Writing here needs JavaScript');
  await expect(page.getByLabel('Your answer: Clarify requirements')).toHaveValue('Saved before.');
});
