import type { Page } from '@playwright/test';
import { DIMENSIONS } from '@/lib/core/review/dimensions';
import { EMPTY_REVIEW } from '@/lib/core/review/review-body';
import type { ShareList } from '@/lib/core/review/share-api';
import { expectAccessible } from './axe';
import { test, wholeReview } from './coaching';
import { DeskScreen } from './desk-screen';
import { expect } from './fixtures';
import { CONFLICT_REPLY, NO_CONNECTION } from './page-guard';
import { publishReview } from './review-seed';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a whole review by keyboard alone, from the queue to the candidate', async ({ page, coachedAttempt }) => {
  const { attemptId, candidate, stored } = await coachedAttempt();
  await page.goto('/review');
  await page.getByRole('link', { name: /^Ana Petrović: Video recommendation/ }).press('Enter');
  await page.waitForURL(`**/review/${attemptId}`);
  await expect(page.getByText('Is my split right?')).toBeVisible();
  await page.getByRole('button', { name: 'Start the review' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  const desk = new DeskScreen(page);
  await expect(desk.status).toHaveText('Nothing written yet');

  // A comment: choose words, a kind, write, come back.
  await page.keyboard.press('g');
  await desk.pick('The budget is 200 ms.');
  await expect(page.getByRole('textbox', { name: 'Comment 1, gap' })).toBeFocused();
  await page.keyboard.type('How is it split? j k 1 2 3 are only letters here.');
  await page.keyboard.press('Escape');
  await expect(desk.comment(1)).toBeFocused();

  // Words chosen beforehand go to the band as its evidence.
  await desk.moveTo(desk.dimension('clarify'));
  await page.keyboard.press('/');
  await desk.pick('There are 500 million users a day.', 'Enter');
  await expect(page.getByRole('region', { name: 'Selected words' })).toContainText('500 million');
  await page.keyboard.press('3');
  await expect(desk.dimension('clarify').getByRole('button', { name: /^3/ })).toHaveAttribute('aria-pressed', 'true');
  await expect(desk.dimension('clarify').getByRole('blockquote')).toContainText('500 million');

  // Expectations: found asks for words, absent does not.
  await desk.moveTo(desk.expectation('1.1'));
  await page.keyboard.press('f');
  await desk.pick('The goal is satisfied watching.', 'Control+Enter');
  await expect(desk.expectation('1.1').getByRole('button', { name: 'Found F' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await desk.moveTo(desk.expectation('1.2'));
  await page.keyboard.press('a');
  await expect(desk.expectation('1.2').getByRole('button', { name: 'Absent A' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('u');
  await expect(desk.expectation('1.2').getByRole('button', { name: 'Absent A' })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  await page.keyboard.press('Shift+U');
  await expect(desk.expectation('1.2').getByRole('button', { name: 'Absent A' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );

  // The other dimensions, in the order of the desk.
  for (const { id } of DIMENSIONS.slice(1)) {
    await desk.moveTo(desk.dimension(id));
    await page.keyboard.press('3');
    await page.keyboard.press('a');
    await expect(desk.dimension(id).getByRole('button', { name: 'Nothing to quote A' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  }
  await desk.moveTo(desk.verdict);
  await expect(desk.verdict).toContainText('The gates lead to lean hire.');
  await page.keyboard.press('3');
  await expect(desk.verdict.getByRole('button', { name: /^Lean hire/ })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Say how the budget is spent.');
  await page.keyboard.press('Escape');
  await desk.expectSaved();

  await page.getByRole('button', { name: 'Publish', exact: true }).press('Enter');
  const question = page.getByRole('dialog', { name: 'Publish this review?' });
  await expect(question).toContainText('Ana Petrović is told');
  await question.getByRole('button', { name: 'Publish review' }).press('Enter');

  // Frozen: no control is left that would change it, and the comment has its thread.
  await desk.expectPublished();
  await page.getByRole('link', { name: /^1 Clarify/ }).press('Enter');
  await expect(desk.dimension('clarify').getByRole('button', { name: /^3/ })).toBeHidden();
  await expect(desk.comment(1).getByRole('textbox', { name: 'Your reply' })).toBeVisible();
  const review = await stored();
  expect(review.publishedAt).not.toBeNull();
  expect(review.review.verdict).toEqual({ verdict: 'lean-hire', reason: '' });
  expect(review.review.summary).toBe('Say how the budget is spent.');
  expect(review.review.comments.map(({ kind, text, quote }) => [kind, text, quote.text])).toEqual([
    ['gap', 'How is it split? j k 1 2 3 are only letters here.', 'The budget is 200 ms.'],
  ]);
  const { notices } = await candidate.call<{ notices: { kind: string }[] }>('GET', '/api/notices');
  expect(notices.map(({ kind }) => kind)).toContain('review-published');
});

test('the step in view stays when the review is begun, however late the desk comes, and when it is published', async ({
  page,
  coachedAttempt,
}) => {
  const { attemptId, coach } = await coachedAttempt();
  const desk = new DeskScreen(page);
  await page.goto(`/review/${attemptId}`);
  await desk.goToStep('model');
  let letCome = () => {};
  const mayCome = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  await page.route(/[?&]_rsc=/, async (route) => {
    await mayCome;
    await route.continue();
  });
  const isAsked = page.waitForRequest((request) => request.url().includes(`/review/${attemptId}?_rsc=`));
  await page.getByRole('button', { name: 'Start the review' }).click();
  await isAsked;
  await page.keyboard.press('Shift+J');
  await expect(desk.dimension('evaluate')).toBeFocused();
  letCome();
  await expect(desk.status).toHaveText('Nothing written yet');
  await expect(desk.dimension('evaluate')).toBeVisible();
  expect(new URL(page.url()).hash).toBe('#evaluate');

  const { id } = await coach.call<{ id: string }>('POST', `/api/attempts/${attemptId}/reviews`);
  const review = { ...wholeReview(3), verdict: { verdict: 'lean-hire', reason: '' } };
  await coach.call('PUT', `/api/reviews/${id}`, { baseRevision: 0, review });
  await desk.open(attemptId, { start: false });
  await desk.goToStep('serve');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish review' }).click();
  await desk.expectPublished();
  await expect(desk.dimension('serve')).toBeVisible();
  expect(new URL(page.url()).hash).toBe('#serve');
});

test('no verdict without evidence: what is missing is listed and leads there', async ({ page, coachedAttempt }) => {
  const { attemptId, stored } = await coachedAttempt();
  const desk = new DeskScreen(page);
  await desk.open(attemptId);
  const { dimensions } = wholeReview(3);
  expect(Object.keys(dimensions)).toHaveLength(DIMENSIONS.length);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const blocked = page.getByRole('dialog', { name: 'Not ready to publish' });
  await expect(blocked.getByRole('listitem')).toHaveCount(DIMENSIONS.length);
  await expect(blocked.getByRole('button', { name: 'Publish review' })).toBeHidden();
  await blocked.getByRole('button', { name: 'Serving and scale has no band.' }).click();
  await expect(desk.dimension('serve')).toBeFocused();

  await page.keyboard.press('1');
  await expect(desk.dimension('serve')).toContainText('needs a quote, or “nothing to quote”');
  await page.getByRole('link', { name: /Verdict/ }).click();
  await expect(desk.verdict).toContainText('A verdict stands on evidence.');
  await expect(desk.verdict.getByRole('button', { name: /^Lean hire/ })).toBeHidden();
  await desk.expectSaved();
  expect((await stored()).review.verdict).toBeNull();
});

test('the verdict follows the gates, and against them it needs a reason', async ({ page, coachedAttempt }) => {
  const { attemptId, coach, stored } = await coachedAttempt();
  const { id } = await coach.call<{ id: string }>('POST', `/api/attempts/${attemptId}/reviews`);
  await coach.call('PUT', `/api/reviews/${id}`, { baseRevision: 0, review: wholeReview(3) });
  const desk = new DeskScreen(page);
  await desk.open(attemptId, { start: false });
  await page.getByRole('link', { name: /Verdict/ }).click();
  await desk.verdict.getByRole('button', { name: /^Lean hire/ }).click();
  await page.getByRole('link', { name: /4 Model/ }).click();
  await desk.dimension('model').getByRole('button', { name: /^1/ }).click();
  await page.getByRole('link', { name: /Verdict/ }).click();
  await expect(desk.verdict).toContainText('A band of 1 in Model caps the verdict at lean no hire.');
  await expect(desk.verdict.getByRole('button', { name: /^Lean no hire/ })).toHaveAttribute('aria-pressed', 'true');

  await desk.verdict.getByRole('button', { name: /^Strong hire/ }).click();
  await expect(desk.verdict.getByRole('status')).toContainText('Say why');
  const reason = desk.verdict.getByRole('textbox', { name: 'Why the verdict is not the one of the gates' });
  await reason.fill('The model was the interviewer’s choice.');
  await desk.expectSaved();
  await expect
    .poll(async () => (await stored()).review.verdict)
    .toEqual({ verdict: 'strong-hire', reason: 'The model was the interviewer’s choice.' });
});

test('comments stand at the height of their words, and both light each other', async ({ page, coachedAttempt }) => {
  const { attemptId, stored } = await coachedAttempt({ mode: 'blank' });
  const desk = new DeskScreen(page);
  await page.setViewportSize({ width: 1400, height: 900 });
  await desk.open(attemptId);
  await desk.select('The budget is 200 ms.');
  await page.keyboard.press('q');
  await page.keyboard.type('Split how?');
  await page.keyboard.press('Escape');
  const words = page.getByText('The budget is 200 ms.', { exact: true }).filter({ visible: true }).first();
  const [note, mark] = [await desk.comment(1).boundingBox(), await words.boundingBox()];
  expect(Math.abs((note?.y ?? 0) - (mark?.y ?? 1000))).toBeLessThan(24);
  await words.hover();
  await expect(desk.comment(1)).toHaveAttribute('data-lit', 'true');
  await desk.expectSaved();
  const { comments } = (await stored()).review;
  expect(comments.map(({ step, quote }) => [step, quote.slot, quote.text])).toEqual([
    ['clarify', 'page', 'The budget is 200 ms.'],
  ]);
});

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

test('two coaches see each other’s names and nothing more before both have published', async ({
  page,
  coachedAttempt,
}) => {
  const { attemptId, coach, anotherCoach } = await coachedAttempt();
  const { member: cleo, page: there } = await anotherCoach('Cleo Marin');
  const publish = async (member: typeof coach, band: 2 | 3, summary: string) => {
    const { id } = await member.call<{ id: string }>('POST', `/api/attempts/${attemptId}/reviews`);
    const verdict = { verdict: band === 3 ? 'lean-hire' : 'lean-no-hire', reason: '' };
    const review = { ...wholeReview(band), verdict, summary };
    const { revision } = await member.call<{ revision: number }>('PUT', `/api/reviews/${id}`, {
      baseRevision: 0,
      review,
    });
    return () => member.call('POST', `/api/reviews/${id}/publish`, { revision });
  };
  const publishBens = await publish(coach, 3, 'Ben says so.');
  await there.goto(`/review/${attemptId}`);
  await expect(there.getByRole('list', { name: 'Other coaches' })).toContainText(/Ben Okafor has it until/);
  await publishBens();
  const publishCleos = await publish(cleo, 2, 'Cleo says so.');
  await there.reload();
  await expect(there.getByRole('list', { name: 'Other coaches' })).toContainText('Ben Okafor published a review');
  await expect(there.getByText('Ben says so.')).toHaveCount(0);
  await publishCleos();
  await there.goto(`/review/${attemptId}#whole`);
  await there.reload();
  await expect(there.getByText('Ben says so.')).toBeVisible();
  await page.goto(`/review/${attemptId}#whole`);
  await expect(page.getByText('Cleo says so.')).toBeVisible();
});

test('saved replies are made, filled in, changed and deleted where they are used', async ({ page, coachedAttempt }) => {
  const { attemptId, coach } = await coachedAttempt();
  const desk = new DeskScreen(page);
  await desk.open(attemptId);
  await desk.select('The budget is 200 ms.');
  await page.keyboard.press('g');
  await desk.expectSaved();
  await page.keyboard.press('Alt+Shift+R');
  const replies = page.getByRole('dialog', { name: 'Saved replies' });
  await expect(replies).toContainText('No replies are saved yet.');
  await replies.getByRole('button', { name: 'New reply' }).click();
  const form = page.getByRole('dialog', { name: 'New saved reply' });
  await form.getByRole('textbox', { name: 'Title' }).fill('Split it');
  await form.getByRole('textbox', { name: 'Text' }).fill('{name}, split “{quote}” in {step}. {nme}');
  await expect(form.getByText('On this device only, not sent yet.')).toBeVisible();
  await page.reload();
  await desk.comment(1).getByRole('textbox').click();
  await desk.comment(1).getByRole('button', { name: 'Saved replies' }).click();
  await replies.getByRole('button', { name: 'New reply' }).click();
  await expect(form.getByRole('textbox', { name: 'Title' })).toHaveValue('Split it');
  await expect(form).toContainText('Stays as it is: {nme}.');
  await form.getByRole('button', { name: 'Save reply' }).click();
  await replies.getByRole('button', { name: 'Insert Split it' }).click();
  await expect(page.getByRole('textbox', { name: 'Comment 1, gap' })).toHaveValue(
    'Ana Petrović, split “The budget is 200 ms.” in Clarify requirements. {nme}',
  );
  await desk.comment(1).getByRole('button', { name: 'Saved replies' }).click();
  await replies.getByRole('button', { name: 'Delete Split it' }).click();
  await replies.getByRole('button', { name: 'Delete Split it for good' }).click();
  await expect(replies).toContainText('No replies are saved yet.');
  const { savedReplies } = await coach.call<{ savedReplies: unknown[] }>('GET', '/api/me/saved-replies');
  expect(savedReplies).toEqual([]);
});

test('notes about a candidate are private, kept, and there the next time', async ({ page, coachedAttempt }) => {
  const { attemptId } = await coachedAttempt();
  const desk = new DeskScreen(page);
  await desk.open(attemptId);
  await page.keyboard.press('p');
  const notes = page.getByRole('textbox', { name: 'Private notes about Ana Petrović' });
  await expect(notes).toBeFocused();
  await page.keyboard.type('Rushes the end. ✍️ ملاحظة');
  await expect(page.getByRole('status', { name: 'Where the notes about Ana Petrović are' })).toHaveText('Saved');
  await page.reload();
  // Folded, and in sight all the same.
  const about = page.locator('summary').filter({ hasText: 'About Ana Petrović' });
  await expect(about).toContainText('Rushes the end. ✍️ ملاحظة');
  await expect(notes).toBeHidden();
  await about.click();
  await expect(notes).toHaveValue('Rushes the end. ✍️ ملاحظة');
  await page.goto('/review/notes');
  await expect(notes).toHaveValue('Rushes the end. ✍️ ملاحظة');
  await expectAccessible(page, 'notes');
});

test('the candidate’s own bands stand beside the coach’s once the review is published, and are nowhere before', async ({
  page,
  coachedAttempt,
}) => {
  const { attemptId, candidate, coach } = await coachedAttempt();
  const bands = Object.fromEntries(DIMENSIONS.map(({ id }) => [id, { band: 3, quotes: [], absent: true }]));
  await candidate.call('PUT', `/api/attempts/${attemptId}/self-review`, { bands });
  const desk = new DeskScreen(page);
  await desk.open(attemptId);
  await desk.goToStep('whole');
  const own = page.getByRole('figure').filter({ hasText: 'Ana Petrović’s own bands against yours' });
  await expect(page.getByRole('heading', { level: 2, name: 'Verdict' })).toBeVisible();
  await expect(own).toHaveCount(0);
  expect(await page.content()).not.toContain('own bands');
  await publishReview(coach, attemptId, { ...wholeReview(2), verdict: { verdict: 'lean-no-hire', reason: '' } });
  await page.reload();
  await expect(own).toContainText('9 of 9 higher.');
  await own.getByText('The numbers as a table').click();
  await expect(own.getByRole('row', { name: /^Model/ })).toContainText('2 (+1)');
  await expectAccessible(page, 'a published review beside the candidate’s own bands');
});

test('letters do nothing once they are switched off as shortcuts', async ({ page, coachedAttempt }) => {
  const { attemptId } = await coachedAttempt();
  const desk = new DeskScreen(page);
  await desk.open(attemptId);
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Shortcuts' });
  await list.getByRole('checkbox', { name: 'Letters and digits alone are shortcuts' }).click();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await desk.dimension('clarify').getByRole('button', { name: /^2/ }).click();
  await page.keyboard.press('4');
  await page.keyboard.press('w');
  await expect(desk.dimension('clarify').getByRole('button', { name: /^2/ })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('button', { name: 'Rubric' })).toHaveAttribute('aria-pressed', 'true');
});

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
