import type { AttemptDetail } from '@/lib/core/api-types';
import { DIMENSIONS } from '@/lib/core/review/dimensions';
import type { ReceivedReviews } from '@/lib/core/review/review-api';
import { expect } from './fixtures';
import { NO_CONNECTION } from './page-guard';
import { OWN_BANDS, test } from './received-reviews';
import { FIRST_REVIEW } from './review-seed';
import { CASE } from './seed';
import { Workspace } from './workspace';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('without own marks a review is read only on purpose, and then there is no gap', async ({
  page,
  reviewedAttempt,
}) => {
  const { attemptId } = await reviewedAttempt({ reviews: [FIRST_REVIEW] });
  await page.goto(`/attempts/${attemptId}`);
  await page.getByRole('link', { name: 'Mark yourself, then read it' }).click();
  await page.getByText('Read it without marking yourself').click();
  await expect(page.getByText('you can no longer mark yourself')).toBeVisible();
  await page.getByRole('button', { name: 'Show the review' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Review by Cleo Barnes' })).toBeVisible();
  await expect(page.getByText('You went without marks of your own, so there is no gap.')).toBeVisible();
  await page.goto('/progress');
  await expect(page.getByText('4 comments open')).toBeVisible();
  await expect(page.getByText('You have marked none of the reviewed attempts yourself')).toBeVisible();
});

test('practising again from the attempt itself takes its open comments along', async ({ page, reviewedAttempt }) => {
  const { attemptId } = await reviewedAttempt({ own: OWN_BANDS });
  await page.goto(`/attempts/${attemptId}`);
  await page.getByRole('button', { name: 'Start practising' }).click();
  await page.waitForURL(/\/practice\//);
  await expect(page.getByRole('heading', { name: 'Comments to answer' })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /An average hides the tail/ })).toBeAttached();
});

test('own marks can be given before any review is there, and change until one is', async ({
  page,
  reviewedAttempt,
}) => {
  const { attemptId, candidate } = await reviewedAttempt({ reviews: [] });
  await page.goto(`/attempts/${attemptId}`);
  await page.getByRole('link', { name: 'Mark yourself' }).click();
  await expect(page.getByText('No review of this attempt is published yet.')).toBeVisible();
  const keep = page.getByRole('button', { name: 'Keep my marks' });
  const place = page.getByRole('status', { name: 'Where your marks are' });
  // By keyboard alone: from one dimension to the next, a band, nothing to quote.
  for (const { title } of DIMENSIONS) {
    await page.keyboard.press('j');
    await expect(page.getByRole('group', { name: `Dimension: ${title}`, exact: true })).toBeFocused();
    await page.keyboard.press('2');
    await page.keyboard.press('a');
  }
  await page.keyboard.press('1');
  await page.keyboard.press('u');
  await page.keyboard.press('Control+s');
  await expect(place).toHaveText(/^Kept /);
  await expect(keep).toHaveAttribute('aria-disabled', 'true');
  const clarify = page.getByRole('group', { name: 'Dimension: Clarify requirements', exact: true });
  // A strong band stands on words: there is nothing to say instead, and it is not kept without them.
  await clarify.getByRole('button', { name: /^4/ }).click();
  await expect(clarify).toContainText('needs a quote: 3 and 4 say that it is in the answer');
  await expect(clarify.getByRole('button', { name: /^Nothing to quote/ })).toBeHidden();
  await keep.click();
  await expect(clarify).toBeFocused();
  await clarify.getByRole('button', { name: /^1/ }).click();
  await clarify.getByRole('button', { name: /^Nothing to quote/ }).click();
  await expect(place).toHaveText('On this device until you keep them');
  await keep.click();
  await expect(place).toHaveText(/^Kept /);
  const { bands } = await candidate.call<{ bands: Record<string, { band: number }> }>(
    'GET',
    `/api/attempts/${attemptId}/self-review`,
  );
  expect(DIMENSIONS.map(({ id }) => bands[id]?.band)).toEqual([1, 2, 2, 2, 2, 2, 2, 2, 2]);
});

test('a review is read by keyboard: from comment to comment, into a reply, to the worked answer and back', async ({
  page,
  reviewedAttempt,
}) => {
  const { attemptId, candidate } = await reviewedAttempt({ own: OWN_BANDS });
  await page.goto(`/attempts/${attemptId}/reviews#data`);
  await expect(page.getByRole('heading', { level: 2, name: '3 Data and features' })).toBeVisible();
  const first = page.getByRole('listitem', { name: /^Comment 2:/ });
  await expect(first.getByRole('textbox', { name: 'Your reply' })).toBeEnabled();
  await page.keyboard.press('j');
  await expect(first).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(first.getByRole('textbox', { name: 'Your reply' })).toBeFocused();
  await page.keyboard.type('And j k w are only letters here.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(first.getByText('And j k w are only letters here.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('w');
  await expect(page.getByRole('heading', { name: /^Worked answer ?: Data and features$/ })).toBeVisible();
  await page.keyboard.press('w');
  await expect(page.getByRole('heading', { name: /^Marks ?: Data and features$/ })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Shortcuts' })).toContainText('Next or previous comment or mark');
  const { reviews } = await candidate.call<ReceivedReviews>('GET', `/api/attempts/${attemptId}/reviews`);
  const replies = reviews.flatMap(({ comments }) => comments.flatMap((comment) => comment.replies));
  expect(replies.map(({ text }) => text)).toEqual(['And j k w are only letters here.']);
});

test('comments stand at the height of their words, and each side lights the other', async ({
  page,
  reviewedAttempt,
}) => {
  await page.setViewportSize({ width: 1400, height: 900 });
  const { attemptId } = await reviewedAttempt({ reviews: [FIRST_REVIEW], own: OWN_BANDS });
  await page.goto(`/attempts/${attemptId}/reviews#evaluate`);
  const note = page.getByRole('listitem', { name: /^Comment \d+: Gap/ }).filter({ visible: true });
  const words = page.locator('mark').filter({ hasText: 'for one week', visible: true }).last();
  await expect(note.getByRole('textbox', { name: 'Your reply' })).toBeEnabled();
  await expect
    .poll(async () => Math.abs(((await note.boundingBox())?.y ?? 0) - ((await words.boundingBox())?.y ?? 1000)))
    .toBeLessThan(24);
  await note.hover();
  await expect(words).toHaveAttribute('data-lit', 'true');
});

test('a phone shows the answer with its comments, the marks, and the checklist of the next attempt as a sheet', async ({
  page,
  reviewedAttempt,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const { attemptId, candidate } = await reviewedAttempt({ own: OWN_BANDS });
  await page.goto(`/attempts/${attemptId}/reviews#data`);
  const isWide = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  for (const part of ['Answer', 'Marks', 'Worked answer']) {
    await page.getByRole('button', { name: part, exact: true }).click();
    expect(await isWide(), `${part} scrolls sideways`).toBeLessThanOrEqual(0);
  }
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(page.getByText('A random split leaks the future. Split by time.')).toBeVisible();

  const { id } = await candidate.call<AttemptDetail>('POST', '/api/attempts', {
    caseSlug: CASE.slug,
    mode: 'guided',
    level: 'senior',
    followsId: attemptId,
  });
  await new Workspace(page).open(id, 'data');
  await page.getByRole('button', { name: '3 comments to answer here' }).click();
  const sheet = page.getByRole('dialog', { name: /^Comments, prompt/ });
  await expect(sheet.getByRole('list', { name: 'Comments on Data and features' }).getByRole('listitem')).toHaveCount(3);
  expect(await isWide()).toBeLessThanOrEqual(0);
});

test('a tick that cannot be sent says so, and is sent when the network is back', async ({
  page,
  context,
  guard,
  reviewedAttempt,
}) => {
  const { attemptId, candidate } = await reviewedAttempt({ own: OWN_BANDS });
  const { id } = await candidate.call<AttemptDetail>('POST', '/api/attempts', {
    caseSlug: CASE.slug,
    mode: 'unaided',
    level: 'senior',
    followsId: attemptId,
  });
  await new Workspace(page).open(id, 'serve');
  const tick = page.getByRole('checkbox', { name: /An average hides the tail/ });
  await expect(tick).toBeEnabled();
  guard.provokes(NO_CONNECTION);
  await context.setOffline(true);
  await tick.check();
  await expect(page.getByText('In this tab only: the server could not be reached.')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('In this tab only: the server could not be reached.')).toBeHidden();
  await page.reload();
  await expect(tick).toBeChecked();
});

test('on paper: verdicts, bands, comments with their words; no controls', async ({ page, reviewedAttempt }) => {
  const { attemptId } = await reviewedAttempt({ own: OWN_BANDS });
  await page.goto(`/attempts/${attemptId}/reviews`);
  await expect(page.getByRole('heading', { level: 1, name: '2 reviews' })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('A random split leaks the future. Split by time.')).toBeVisible();
  await expect(page.getByText('An average hides the tail. Give a p99.')).toBeVisible();
  await expect(page.getByText('2: Weak').first()).toBeVisible();
  for (const name of ['Print', 'It helped', 'Reply', 'Mark as resolved', /^Show /, 'Start the next attempt']) {
    await expect(page.getByRole('button', { name }).filter({ visible: true }), String(name)).toHaveCount(0);
  }
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'The next attempt' })).toBeHidden();
  await page.setViewportSize({ width: 680, height: 1000 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(680);
});

test('nobody else finds the reviews of an attempt, and without any the progress says so', async ({
  page,
  guard,
  anotherBrowser,
  reviewedAttempt,
}) => {
  const { attemptId } = await reviewedAttempt({ own: OWN_BANDS });
  const stranger = await (await anotherBrowser()).newPage();
  guard.provokes(/status of 404/);
  await stranger.goto(`/attempts/${attemptId}/reviews`);
  await expect(stranger.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
  await stranger.goto('/progress');
  await expect(stranger.getByText('There is nothing to show yet.')).toBeVisible();
  await page.goto('/attempts');
  await page.getByRole('link', { name: 'Your progress' }).click();
  await expect(page.getByText('6 comments open')).toBeVisible();
});
