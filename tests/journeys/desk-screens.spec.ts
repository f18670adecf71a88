import type { Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { test } from './coaching';
import { DeskScreen } from './desk-screen';
import { expect } from './fixtures';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** A desk with something of everything on it: a comment, a band, an expectation, each with words. */
async function deskInUse(page: Page, attemptId: string): Promise<void> {
  const desk = new DeskScreen(page);
  await desk.open(attemptId);
  await desk.select('The budget is 200 ms.');
  await page.keyboard.press('e');
  await page.keyboard.press('Escape');
  await desk.moveTo(desk.dimension('clarify'));
  await desk.select('The goal is satisfied watching.');
  await page.keyboard.press('2');
  await desk.moveTo(desk.expectation('1.1'));
  await desk.select('There are 500 million users a day.');
  await page.keyboard.press('n');
}

test('axe finds nothing on the queue, the desk and what opens on it', async ({ page, coachedAttempt }) => {
  const { attemptId } = await coachedAttempt();
  await page.goto('/review');
  await expectAccessible(page, 'queue');
  await page.goto('/review?state=published');
  await expectAccessible(page, 'empty queue');
  await page.goto(`/review/${attemptId}`);
  await expectAccessible(page, 'desk before it is begun');
  await deskInUse(page, attemptId);
  // High enough that nothing lies half under the line at the bottom, where axe would measure only what is seen of it.
  await page.setViewportSize({ width: 1280, height: 3200 });
  await expectAccessible(page, 'desk');
  await page.keyboard.press('t');
  await expectAccessible(page, 'desk with case notes');
  await page.keyboard.press('r');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expectAccessible(page, 'what is missing');
});

test('axe finds nothing on the desk at 360 px, and nothing scrolls sideways', async ({ page, coachedAttempt }) => {
  const { attemptId } = await coachedAttempt();
  await deskInUse(page, attemptId);
  await page.setViewportSize({ width: 360, height: 4000 });
  for (const part of ['Answer', 'Rubric', 'Worked answer', 'Notes on the case']) {
    await page.getByRole('button', { name: part, exact: true }).click();
    await expectAccessible(page, `desk at 360 px, ${part}`);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${part} scrolls sideways`).toBeLessThanOrEqual(0);
  }
});

test('a desk with 100 kB of emoji and right-to-left text stays usable', async ({ page, coachedAttempt }) => {
  const line = 'نموذج بمرحلتين 🙂 two stages 👩🏽‍🔬 then rank. ';
  const text = Array.from({ length: 400 }, (_, index) => `${index}: ${line.repeat(4)}`).join('\n');
  const { attemptId, stored } = await coachedAttempt({ answers: [['clarify', { text }]] });
  const desk = new DeskScreen(page);
  await desk.open(attemptId);
  await page.keyboard.press('s');
  await desk.pick('399: نموذج');
  await expect(page.getByRole('textbox', { name: 'Comment 1, strength' })).toBeFocused();
  await page.keyboard.type('Far down. 🙂');
  await desk.expectSaved();
  await expect(desk.comment(1)).toBeInViewport();
  const [comment] = (await stored()).review.comments;
  expect(comment?.quote.text.startsWith('399: نموذج')).toBe(true);
  expect(comment?.text).toBe('Far down. 🙂');
});

test('on paper the comments, bands and words are there and the controls are not', async ({ page, coachedAttempt }) => {
  const { attemptId } = await coachedAttempt();
  const desk = new DeskScreen(page);
  await desk.open(attemptId);
  await desk.select('The budget is 200 ms.');
  await page.keyboard.press('g');
  await page.keyboard.type('Split how?');
  await desk.dimension('clarify').getByRole('button', { name: /^3/ }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('paragraph').filter({ hasText: 'Split how?' })).toBeVisible();
  await expect(page.getByText('3: Strong')).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Worked answer: Clarify requirements' })).toBeHidden();
});
