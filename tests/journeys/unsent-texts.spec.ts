import type { BrowserContext, Page } from '@playwright/test';
import { EMPTY_REVIEW } from '@/lib/core/review/review-body';
import { expect } from './fixtures';
import { Member, test } from './members';
import { draftReview, FIRST_REVIEW, giveTo, markSelf, publishReview, submitAnswer } from './review-seed';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** What is typed into a box that a button sends: on this device until then, whatever becomes of the page. */
const KEPT = 'On this device only, not sent yet.';
const BANDS = [3, 3, 2, 2, 3, 3, 2, 2, 4] as const;

const comment = (page: Page, words: string) =>
  page.getByRole('listitem', { name: /^Comment \d/ }).filter({ hasText: words });
const replyTo = (page: Page, words: string) => comment(page, words).getByRole('textbox', { name: 'Your reply' });

/** The names of the texts that wait in this browser. */
function waiting(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((found, failed) => {
        const opening = indexedDB.open('warmstart', 1);
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('drafts').objectStore('drafts').getAllKeys();
          reading.onerror = () => failed(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            found(reading.result.map((key) => String((key as string[])[1])));
          };
        };
      }),
  );
}

/** Lets nothing be written to this device, from another tab, until what it returns is called: as a slow disk would. */
async function holdDevice(context: BrowserContext): Promise<() => Promise<void>> {
  const other = await context.newPage();
  await other.goto('/steps');
  await other.evaluate(
    () =>
      new Promise<void>((held, failed) => {
        const opening = indexedDB.open('warmstart', 1);
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const store = opening.result.transaction('drafts', 'readwrite').objectStore('drafts');
          const again = () => {
            held();
            // A transaction lasts as long as it is asked something.
            if (!('letGo' in window)) store.count().onsuccess = again;
            else opening.result.close();
          };
          store.count().onsuccess = again;
        };
      }),
  );
  return async () => {
    await other.evaluate(() => Object.assign(window, { letGo: true }));
    await other.close();
  };
}

/** What follows from the last reply has been drawn. */
const drawn = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

test('a box is closed, and its text said to be sent, when this device has let go of it', async ({ cleo, context }) => {
  test.slow();
  const { member, page } = cleo;
  const id = await submitAnswer(member);
  const group = await member.call<{ id: string }>('POST', '/api/groups', { name: 'Study circle' });
  const reply = (method: string, part: string) =>
    page.waitForResponse((one) => one.request().method() === method && one.url().includes(part) && one.ok());

  await page.goto(`/attempts/${id}`);
  await page.getByRole('button', { name: 'Share with Study circle' }).click();
  const share = page.getByRole('form', { name: 'Share with Study circle' });
  await share.getByRole('textbox').fill('The numbers.');
  await expect(share.getByText(KEPT)).toBeVisible();
  let letGo = await holdDevice(context);
  let replied = reply('PUT', `/groups/${group.id}`);
  await share.getByRole('button', { name: 'Share with the group' }).click();
  await replied;
  await drawn(page);
  await expect(share).toBeVisible();
  await expect(page.getByText('have it in their queue.')).toHaveCount(0);
  await letGo();
  await expect(page.getByText('have it in their queue.')).toBeVisible();
  await expect(share).toBeHidden();
  expect(await waiting(page)).toEqual([]);

  await page.goto(`/groups/${group.id}`);
  await page.getByRole('button', { name: 'Assign a case' }).click();
  const assign = page.getByRole('form', { name: 'Assign a case' });
  await assign.getByRole('textbox', { name: 'Note (optional)' }).fill('Forty-five minutes.');
  await expect(assign.getByText(KEPT)).toBeVisible();
  letGo = await holdDevice(context);
  replied = reply('POST', '/assignments');
  await assign.getByRole('button', { name: 'Assign to the group' }).click();
  await replied;
  await drawn(page);
  // One press assigns once, however long it takes.
  await expect(assign.getByRole('button', { name: 'Assigning' })).toBeVisible();
  await expect(page.getByText(/is assigned, and the members are told/)).toHaveCount(0);
  await letGo();
  await expect(page.getByText(/is assigned, and the members are told/)).toBeVisible();
  await expect(assign).toBeHidden();
  expect(await waiting(page)).toEqual([]);
});

test('a saved reply is saved when this device has let go of it', async ({ cleo, person, context }) => {
  const { member, page } = cleo;
  const ben = await person('Ben Ortiz');
  const attemptId = await submitAnswer(ben.member);
  await giveTo(member, ben.member, attemptId);
  await draftReview(member, attemptId, { ...EMPTY_REVIEW, comments: FIRST_REVIEW.comments.slice(0, 1) });
  await page.goto(`/review/${attemptId}`);
  const noted = page.getByRole('listitem', { name: /^Comment 1:/ });
  await noted.getByRole('textbox').click();
  await noted.getByRole('button', { name: 'Saved replies' }).click();
  await page.getByRole('dialog', { name: 'Saved replies' }).getByRole('button', { name: 'New reply' }).click();
  const form = page.getByRole('dialog', { name: 'New saved reply' });
  await form.getByRole('textbox', { name: 'Title' }).fill('Split it');
  await form.getByRole('textbox', { name: 'Text' }).fill('Split it by time.');
  await expect(form.getByText(KEPT)).toBeVisible();
  const letGo = await holdDevice(context);
  const replied = page.waitForResponse((one) => one.url().includes('/saved-replies') && one.ok());
  await form.getByRole('button', { name: 'Save reply' }).click();
  await replied;
  await drawn(page);
  await expect(form).toBeVisible();
  await letGo();
  await expect(form).toBeHidden();
  await expect(page.getByRole('button', { name: 'Insert Split it' })).toBeVisible();
  expect((await waiting(page)).filter((name) => name.startsWith('saved-reply'))).toEqual([]);
});

test('a reply under a comment outlives a reload and a closed tab, is its writer’s alone, and goes once it is sent', async ({
  cleo,
  context,
  anotherBrowser,
  server,
}) => {
  test.slow();
  const { member: candidate, page } = cleo;
  const attemptId = await submitAnswer(candidate);
  const there = await anotherBrowser();
  const coach = new Member('Dora Okonkwo', there.request, server.origin);
  await coach.signUp();
  await giveTo(coach, candidate, attemptId);
  await publishReview(coach, attemptId, FIRST_REVIEW);
  await markSelf(candidate, attemptId, BANDS);

  const words = 'A random split leaks the future.';
  const other = 'What happens to the predicted probabilities';
  await page.goto(`/attempts/${attemptId}/reviews#data`);
  await replyTo(page, words).fill('By time, then: هكذا 👩‍👩‍👧');
  await expect(comment(page, words).getByText(KEPT)).toBeVisible();
  await page.reload();
  await expect(replyTo(page, words)).toHaveValue('By time, then: هكذا 👩‍👩‍👧');
  await expect(replyTo(page, other)).toHaveValue('');

  // While that tab is open the words are in it, and in no other one.
  const second = await context.newPage();
  await second.goto(`/attempts/${attemptId}/reviews#data`);
  await replyTo(second, other).fill('They rise.');
  await expect(comment(second, other).getByText(KEPT)).toBeVisible();
  await expect(replyTo(second, words)).toHaveValue('');
  await page.close();
  await second.close();

  // Somebody else at the same browser, under the same comment.
  const own = await context.cookies();
  await context.clearCookies();
  await context.addCookies(await there.cookies());
  const coachs = await context.newPage();
  await coachs.goto(`/review/${attemptId}#data`);
  await expect(replyTo(coachs, words)).toBeEnabled();
  await replyTo(coachs, words).fill('Which column holds the time?');
  await expect(comment(coachs, words).getByText(KEPT)).toBeVisible();
  await expect(replyTo(coachs, other)).toHaveValue('');
  await coachs.reload();
  await expect(replyTo(coachs, words)).toHaveValue('Which column holds the time?');
  await expect(replyTo(coachs, other)).toHaveValue('');
  await coachs.close();
  await context.clearCookies();
  await context.addCookies(own);

  const again = await context.newPage();
  await again.goto(`/attempts/${attemptId}/reviews#data`);
  await expect(replyTo(again, words)).toHaveValue('By time, then: هكذا 👩‍👩‍👧');
  await expect(replyTo(again, other)).toHaveValue('They rise.');
  await comment(again, words).getByRole('button', { name: 'Reply' }).click();
  await expect(comment(again, words).getByRole('listitem').getByText('By time, then: هكذا 👩‍👩‍👧')).toBeVisible();
  await expect(replyTo(again, words)).toHaveValue('');
  await expect(comment(again, words).getByText(KEPT)).toBeHidden();
  await again.reload();
  await expect(replyTo(again, other)).toHaveValue('They rise.');
  await expect(replyTo(again, words)).toHaveValue('');

  // What was not sent goes with the attempt, and with its comments what the coach typed under them here.
  expect(await waiting(again)).toHaveLength(2);
  await again.goto('/attempts');
  await again.getByRole('button', { name: /^Delete .*, unaided/ }).click();
  await again.getByRole('button', { name: 'Delete attempt' }).click();
  await expect(again.getByText('There are none yet.')).toBeVisible();
  expect(await waiting(again)).toEqual([]);
});

test('notes to coaches and to a group wait for their button, and go with it or with Cancel', async ({ cleo }) => {
  test.slow();
  const { member, page } = cleo;
  const id = await submitAnswer(member);
  const group = await member.call<{ id: string }>('POST', '/api/groups', { name: 'Study circle' });
  await page.goto(`/attempts/${id}`);
  const link = page.getByRole('form', { name: 'Make a link' });
  const linkNote = link.getByRole('textbox', { name: 'What should the coach look at?' });
  await linkNote.fill('The split.');
  await expect(link.getByText(KEPT)).toBeVisible();
  await page.getByRole('button', { name: 'Share with Study circle' }).click();
  const share = page.getByRole('form', { name: 'Share with Study circle' });
  await share.getByRole('textbox').fill('The numbers.');
  await expect(share.getByText(KEPT)).toBeVisible();
  await page.reload();
  await expect(linkNote).toHaveValue('The split.');
  await expect(share.getByRole('textbox')).toHaveValue('The numbers.');
  // It is in sight, and takes the focus from nobody.
  await expect(share.getByRole('textbox')).not.toBeFocused();
  await link.getByRole('button', { name: 'Make a link' }).click();
  await expect(page.getByRole('list', { name: 'Links to this attempt' }).getByText('The split.')).toBeVisible();
  await expect(linkNote).toHaveValue('');
  await share.getByRole('button', { name: 'Share with the group' }).click();
  await expect(page.getByText('The group’s coaches have it in their queue.')).toBeVisible();
  await page.getByRole('button', { name: 'Change note to Study circle' }).click();
  const change = page.getByRole('form', { name: 'Note to Study circle' });
  await expect(change.getByRole('textbox')).toHaveValue('The numbers.');
  await change.getByRole('textbox').fill('');
  await expect(change.getByText(KEPT)).toBeVisible();
  await page.reload();
  await expect(change.getByRole('textbox')).toHaveValue('');
  await change.getByRole('button', { name: 'Cancel' }).click();
  await expect(change).toBeHidden();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Change note to Study circle' })).toBeEnabled();
  await expect(change).toBeHidden();

  await page.goto(`/groups/${group.id}`);
  await page.getByRole('button', { name: 'Assign a case' }).click();
  const assign = page.getByRole('form', { name: 'Assign a case' });
  const note = assign.getByRole('textbox', { name: 'Note (optional)' });
  await note.fill('Forty-five minutes, no longer.');
  await expect(assign.getByText(KEPT)).toBeVisible();
  await page.reload();
  await expect(note).toHaveValue('Forty-five minutes, no longer.');
  await assign.getByRole('button', { name: 'Assign to the group' }).click();
  await expect(page.getByText(/is assigned, and the members are told/)).toBeVisible();
  expect(await waiting(page)).toEqual([]);
});
