import { expectAccessible } from './axe';
import { test, wholeReview } from './coaching';
import { DeskScreen } from './desk-screen';
import { expect } from './fixtures';
import { publishReview } from './review-seed';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

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
  // Afresh: told of another part while it is being woken up, a page would lose the part from its address.
  await there.goto('about:blank');
  await there.goto(`/review/${attemptId}#whole`);
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
  const bands = Object.fromEntries(
    Object.entries(wholeReview(3).dimensions).map(([id, { note: _, ...mark }]) => [id, mark]),
  );
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
