import { EMPTY_REVIEW } from '@/lib/core/review/review-body';
import type { ShareList } from '@/lib/core/review/share-api';
import { expectAccessible } from './axe';
import { test, WRITTEN, wholeReview } from './coaching';
import { DeskScreen } from './desk-screen';
import { expect } from './fixtures';
import { CONFLICT_REPLY, NO_CONNECTION } from './page-guard';
import { draftReview, publishReview } from './review-seed';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('two tabs on the same review: the second is asked, and what is kept is stored', async ({
  page,
  context,
  guard,
  coachedAttempt,
}) => {
  const { attemptId, stored } = await coachedAttempt();
  const desk = new DeskScreen(page);
  await desk.open(attemptId);
  const other = new DeskScreen(await context.newPage());
  await other.open(attemptId, { start: false });
  await expect(other.status).toHaveText('Nothing written yet');
  await desk.dimension('clarify').getByRole('button', { name: /^2/ }).click();
  await desk.expectSaved();
  guard.provokes(CONFLICT_REPLY);
  await other.dimension('clarify').getByRole('button', { name: /^4/ }).click();
  await expect(other.status).toHaveText('Needs your choice');
  const conflict = other.page.getByRole('alertdialog', { name: 'This review was saved somewhere else' });
  await expect(conflict).toContainText('Clarify requirements');
  expect((await stored()).review.dimensions.clarify?.band).toBe(2);
  // Nothing can be changed before the choice.
  await expect(other.dimension('clarify').getByRole('button', { name: /^3/ })).toBeHidden();
  await conflict.getByRole('button', { name: 'Keep the review in this tab' }).click();
  await other.expectSaved();
  await expect.poll(async () => (await stored()).review.dimensions.clarify?.band).toBe(4);
});

test('a review written while the server is away waits on this device, over a closed tab', async ({
  page,
  context,
  guard,
  server,
  coachedAttempt,
}) => {
  const { attemptId, stored } = await coachedAttempt();
  const desk = new DeskScreen(page);
  await desk.open(attemptId);
  await expect(desk.status).toHaveText('Nothing written yet');
  guard.provokes(NO_CONNECTION);
  await server.kill();
  await desk.dimension('clarify').getByRole('button', { name: /^4/ }).click();
  await desk
    .dimension('clarify')
    .getByRole('textbox', { name: 'Note on Clarify requirements' })
    .fill('Written in a tunnel.');
  await expect(desk.status).toHaveText('On this device only');
  await page.close();
  await server.start();

  const later = new DeskScreen(await context.newPage());
  await later.open(attemptId, { start: false });
  await expect(later.dimension('clarify').getByRole('textbox', { name: 'Note on Clarify requirements' })).toHaveValue(
    'Written in a tunnel.',
  );
  await later.expectSaved();
  expect((await stored()).review.dimensions.clarify).toMatchObject({ band: 4, note: 'Written in a tunnel.' });
});

test('a review that was never sent can be read, and deleted, after the attempt was taken back', async ({
  page,
  context,
  guard,
  server,
  coachedAttempt,
}) => {
  test.slow();
  const { attemptId, candidate } = await coachedAttempt();
  const desk = new DeskScreen(page);
  await desk.open(attemptId);
  await expect(desk.status).toHaveText('Nothing written yet');
  guard.provokes(NO_CONNECTION);
  // Not by setOffline: a page that closes would still get a last request through.
  await server.kill();
  const quote = { slot: 'data', path: 'text', start: 0, end: 1, text: 'We split by time.' } as const;
  await desk.write({
    ...EMPTY_REVIEW,
    comments: [{ id: 'the-split', kind: 'strength', step: 'data', quote, text: 'Right, and you say why. ✂️' }],
    summary: 'Typed in a tunnel. هكذا',
  });
  await expect(desk.status).toHaveText('On this device only');
  await page.close();
  await server.start();
  const { shares } = await candidate.call<ShareList>('GET', `/api/attempts/${attemptId}/shares`);
  for (const { id } of shares) await candidate.call('DELETE', `/api/shares/${id}`);

  const later = await context.newPage();
  await later.goto('/review/notes');
  const left = later.getByRole('region', { name: 'On this device only' });
  await expect(left.getByRole('heading', { name: /^Ana Petrović: Video recommendation/ })).toBeVisible();
  await expect(left.getByText('Typed in a tunnel. هكذا')).toBeVisible();
  await expect(left.getByText('“We split by time.”')).toBeVisible();
  await expect(left.getByText('Right, and you say why. ✂️')).toBeVisible();
  await expectAccessible(later, 'words of a review that only this device has');
  // Begun, and nothing of it saved: here is all there is.
  await expect(later.getByRole('heading', { name: 'Reviews of attempts that were taken back' })).toHaveCount(0);
  await left.getByRole('button', { name: 'Delete them from this device' }).click();
  const question = later.getByRole('alertdialog', { name: 'Delete these words?' });
  await question.getByRole('button', { name: 'Keep them' }).click();
  await expect(left.getByRole('button', { name: 'Delete them from this device' })).toBeFocused();
  await left.getByRole('button', { name: 'Delete them from this device' }).click();
  await question.getByRole('button', { name: 'Delete words' }).click();
  await expect(later.getByRole('status').filter({ hasText: 'are deleted' })).toBeFocused();
  await expect(left).toHaveCount(0);
});

test('of reviews that went with their attempt each coach reads at one browser what they typed, and nothing of another’s', async ({
  page,
  context,
  guard,
  server,
  coachedAttempt,
}) => {
  test.slow();
  const { attemptId, candidate, anotherCoach } = await coachedAttempt();
  const { context: cleosBrowser } = await anotherCoach('Cleo Marin');
  const [bens, cleos] = [await context.cookies(), await cleosBrowser.cookies()];
  // Two people at one browser: nothing that a desk asks by itself may come while it is nobody's.
  await context.route('**/api/attempts/*/suggestions', (route) => route.fulfill({ json: { suggestions: [] } }));
  const signInAs = async (cookies: typeof bens) => {
    await context.clearCookies();
    await context.addCookies(cookies);
  };
  const desk = new DeskScreen(page);
  await desk.open(attemptId);
  await signInAs(cleos);
  const other = new DeskScreen(await context.newPage());
  await other.open(attemptId);
  guard.provokes(NO_CONNECTION);
  await server.kill();
  for (const [one, summary] of [
    [desk, 'Ben typed it in a tunnel. هكذا'],
    [other, 'Cleo typed it in a train.'],
  ] as const) {
    await one.goToStep('whole');
    await one.page.getByRole('textbox', { name: 'Summary', exact: true }).fill(summary);
    await expect(one.status).toHaveText('On this device only');
    await one.page.close();
  }
  await server.start();
  await candidate.call('DELETE', `/api/attempts/${attemptId}`);

  // The page asks whether there are such reviews still.
  guard.provokes(/status of 404/);
  for (const [cookies, own, others] of [
    [cleos, 'Cleo typed it in a train.', 'Ben typed it'],
    [bens, 'Ben typed it in a tunnel. هكذا', 'Cleo typed it'],
  ] as const) {
    await signInAs(cookies);
    const later = await context.newPage();
    await later.goto('/review/notes');
    const left = later.getByRole('region', { name: 'On this device only' });
    await expect(left.getByRole('heading', { name: /^Ana Petrović: Video recommendation/ })).toBeVisible();
    await expect(left.getByText(own)).toBeVisible();
    await expect(left).not.toContainText(others);
    await left.getByRole('button', { name: 'Delete them from this device' }).click();
    await later.getByRole('alertdialog').getByRole('button', { name: 'Delete words' }).click();
    await expect(left).toHaveCount(0);
    await later.close();
  }
});

test('a desk whose attempt was taken back keeps the words and offers nothing that cannot be done', async ({
  page,
  guard,
  coachedAttempt,
}) => {
  const { attemptId, candidate } = await coachedAttempt();
  const desk = new DeskScreen(page);
  await desk.open(attemptId);
  const { shares } = await candidate.call<ShareList>('GET', `/api/attempts/${attemptId}/shares`);
  for (const { id } of shares) await candidate.call('DELETE', `/api/shares/${id}`);
  guard.provokes(/status of 404/);
  await desk.dimension('clarify').getByRole('button', { name: /^2/ }).click();
  await expect(page.getByText('This attempt is no longer yours to review.')).toBeVisible();
  await expect(desk.status).toHaveText('On this device only');
  await expect(page.getByRole('button', { name: 'Publish', exact: true })).toHaveCount(0);
  await expect(desk.dimension('clarify')).toContainText('2: Weak');
});

test('before the scripts have come nothing can be typed into a review that nobody would keep', async ({
  page,
  context,
  coachedAttempt,
}) => {
  const { attemptId, coach, stored } = await coachedAttempt();
  const text = 'The budget is 200 ms.';
  const start = WRITTEN.clarify.indexOf(text);
  const quote = { slot: 'clarify', path: 'text', start, end: start + text.length, text } as const;
  const comment = { id: 'the-budget', kind: 'gap', step: 'clarify', quote, text: 'Written before. ' } as const;
  await draftReview(coach, attemptId, { ...EMPTY_REVIEW, comments: [comment] });
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await context.route('**/_next/static/**/*.js', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(`/review/${attemptId}`, { waitUntil: 'commit' });
  const words = page.getByLabel('Comment 1, gap', { exact: true });
  await expect(words).toHaveValue('Written before. ');
  const box = await words.boundingBox();
  if (!box) throw new Error('The comment is not on the screen.');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await page.keyboard.type('Typed on a slow line.');
  await expect(words).toHaveValue('Written before. ');

  release();
  const desk = new DeskScreen(page);
  await desk.expectSaved();
  await words.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('Typed when all was there.');
  await expect(words).toHaveValue('Written before. Typed when all was there.');
  await expect
    .poll(async () => (await stored()).review.comments[0]?.text)
    .toBe('Written before. Typed when all was there.');
});

test('words that were unsent when the review was published elsewhere can still be read on it', async ({
  page,
  guard,
  coachedAttempt,
}) => {
  const { attemptId, coach } = await coachedAttempt();
  const desk = new DeskScreen(page);
  await desk.open(attemptId);
  await expect(desk.status).toHaveText('Nothing written yet');
  guard.provokes(/ERR_INTERNET_DISCONNECTED/);
  await page.route('**/api/reviews/*', (route) => route.abort('internetdisconnected'));
  await desk.goToStep('whole');
  await page.getByRole('textbox', { name: 'Summary', exact: true }).fill('Never sent in time.');
  await expect(desk.status).toHaveText('On this device only');
  const verdict = { verdict: 'lean-hire', reason: '' } as const;
  await publishReview(coach, attemptId, { ...wholeReview(3), verdict, summary: 'Published.' });
  await page.reload();
  await expect(page.getByText('You published your review')).toBeVisible();
  const left = page.getByRole('region', { name: 'On this device only' });
  await expect(left.getByText('Never sent in time.')).toBeVisible();
  await expectAccessible(page, 'a published review beside words that are not part of it');
});
