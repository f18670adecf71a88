import { DIMENSIONS } from '@/lib/core/review/dimensions';
import { test, wholeReview } from './coaching';
import { DeskScreen } from './desk-screen';
import { expect } from './fixtures';

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
    await page.keyboard.press('2');
    await page.keyboard.press('a');
    await expect(desk.dimension(id).getByRole('button', { name: 'Nothing to quote A' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  }
  await desk.moveTo(desk.verdict);
  await expect(desk.verdict).toContainText('The gates lead to lean no hire.');
  await page.keyboard.press('2');
  await expect(desk.verdict.getByRole('button', { name: /^Lean no hire/ })).toHaveAttribute('aria-pressed', 'true');
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
  expect(review.review.verdict).toEqual({ verdict: 'lean-no-hire', reason: '' });
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
  // A strong band stands on words: "nothing to quote" is neither offered nor taken.
  await page.keyboard.press('a');
  await expect(desk.dimension('serve').getByRole('button', { name: 'Nothing to quote A' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('4');
  await expect(desk.dimension('serve')).toContainText('needs a quote: 3 and 4 say that it is in the answer');
  await expect(desk.dimension('serve').getByRole('button', { name: /^Nothing to quote/ })).toBeHidden();
  await page.keyboard.press('a');
  await expect(page.getByRole('status', { name: 'What was done last' })).toContainText('so it needs a quote.');

  await page.getByRole('link', { name: /Verdict/ }).click();
  await expect(desk.verdict).toContainText('A verdict stands on evidence.');
  await expect(desk.verdict).toContainText('so it needs a quote.');
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
