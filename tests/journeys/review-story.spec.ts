import type { Page } from '@playwright/test';
import { DIMENSIONS, type DimensionId } from '@/lib/core/review/dimensions';
import type { ReceivedReviews } from '@/lib/core/review/review-api';
import { EMPTY_REVIEW } from '@/lib/core/review/review-body';
import { STEP_IDS } from '@/lib/core/steps';
import { expectAccessible } from './axe';
import { DeskScreen } from './desk-screen';
import { expect, test } from './fixtures';
import { Member, newAddress, PASSWORD } from './members';
import { ANSWER, draftReview, FIRST_REVIEW, SECOND_REVIEW } from './review-seed';
import { CASE } from './seed';
import { Workspace } from './workspace';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Creates an account by the form that is open. */
async function createAccount(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Sign in or create an account' }).click();
  await page.getByRole('link', { name: 'I am new here' }).click();
  const form = page.getByRole('form', { name: 'Create an account' });
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('E-mail address').fill(newAddress());
  await form.getByLabel('Password').fill(PASSWORD);
  await form.getByRole('button', { name: 'Create account' }).click();
}

async function writeEveryStep(page: Page): Promise<void> {
  const workspace = new Workspace(page);
  for (const step of STEP_IDS) {
    await workspace.goTo(step);
    await workspace.answerTo(step).fill(ANSWER[step]);
  }
  await workspace.expectSaved();
}

/** Makes a link on the page of an attempt and reads it. */
async function makeLink(page: Page, note: string): Promise<string> {
  const form = page.getByRole('form', { name: 'Make a link' });
  await form.getByLabel('What should the coach look at?').fill(note);
  await form.getByRole('button', { name: 'Make a link' }).click();
  return page.getByRole('textbox', { name: 'Link to this attempt' }).first().inputValue();
}

/** Accepts the attempt behind the link that is open. */
async function accept(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Review this attempt' }).click();
  await page.waitForURL('**/review/*');
}

test('an answer, two coaches, own marks, and the attempt that answers their comments', async ({
  page: ada,
  context,
  server,
  anotherBrowser,
}) => {
  test.setTimeout(480_000);
  const candidate = new Member('Ada Lind', context.request, server.origin);

  // A guest practises, submits, and becomes somebody when a coach is asked.
  await ada.goto(`/cases/${CASE.slug}`);
  await ada.getByRole('radio', { name: /^Unaided/ }).check();
  await ada.getByRole('button', { name: 'Start practising' }).click();
  await ada.waitForURL('**/practice/*');
  await writeEveryStep(ada);
  await new Workspace(ada).submit();
  const attemptId = new URL(ada.url()).pathname.split('/').at(-1) ?? '';
  await createAccount(ada, candidate.name);
  await ada.waitForURL(`**/attempts/${attemptId}*`);
  const link = await makeLink(ada, 'Is my split right?');

  // The first coach comes by the link, without an account so far.
  const cleoBrowser = await anotherBrowser();
  const cleo = await cleoBrowser.newPage();
  await cleo.goto(link);
  await expect(cleo.getByText('Is my split right?')).toBeVisible();
  await createAccount(cleo, 'Cleo Barnes');
  await cleo.waitForURL(link);
  await accept(cleo);
  const cleosDesk = new DeskScreen(cleo);
  await expect(cleo.getByText('Is my split right?')).toBeVisible();
  await cleosDesk.start();
  await cleosDesk.write(FIRST_REVIEW);
  await cleosDesk.publish();

  // The second comes by a group, and sees nothing of the first before both have published.
  const doraBrowser = await anotherBrowser();
  const dora = await doraBrowser.newPage();
  await dora.goto('/groups');
  await createAccount(dora, 'Dora Okonkwo');
  await dora.waitForURL('**/groups');
  await dora.getByRole('form', { name: 'Make a group' }).getByLabel('Name').fill('Tuesdays');
  await dora.getByRole('button', { name: 'Make a group' }).click();
  await ada.goto(await dora.getByRole('textbox', { name: 'Invite link' }).inputValue());
  await ada.getByRole('button', { name: 'Join the group' }).click();
  await ada.waitForURL(/\/groups\/[\w-]+$/);
  await ada.goto(`/attempts/${attemptId}`);
  await ada.getByRole('button', { name: 'Share with Tuesdays' }).click();
  await ada.getByRole('button', { name: 'Share with the group' }).click();
  await expect(ada.getByText('The group’s coaches have it in their queue.')).toBeVisible();
  await dora.goto('/review');
  await dora.getByRole('link', { name: /^Ada Lind: Video recommendation/ }).click();
  await dora.waitForURL(`**/review/${attemptId}`);
  await expect(dora.getByRole('list', { name: 'Other coaches' })).toContainText('Cleo Barnes published a review');
  const dorasDesk = new DeskScreen(dora);
  await dorasDesk.start();
  // Bands are given one by one above; hers are there already.
  const { dimensions, ...rest } = SECOND_REVIEW;
  await draftReview(new Member('Dora Okonkwo', doraBrowser.request, server.origin), attemptId, {
    ...EMPTY_REVIEW,
    dimensions,
  });
  await dora.reload();
  await dorasDesk.write({ ...rest, dimensions: {} });
  await dorasDesk.expectSaved();
  await cleo.reload();
  await expect(cleo.getByRole('list', { name: 'Other coaches' })).toContainText('Dora Okonkwo has it until');
  for (const [page, hidden] of [
    [dora, 'A random split leaks the future'],
    [cleo, 'An average hides the tail'],
  ] as const) {
    expect(await page.content(), `${hidden} is in the page of the other coach`).not.toContain(hidden);
  }
  await dorasDesk.publish();
  for (const [page, words] of [
    [dora, 'Cleo Barnes: lean no hire'],
    [cleo, 'Dora Okonkwo: lean no hire'],
  ] as const) {
    await page.reload();
    await new DeskScreen(page).goToStep('whole');
    await expect(page.getByRole('region', { name: 'Other coaches' })).toContainText(words);
  }

  // Own marks come first: until then nothing of the reviews is in the page.
  await ada.goto('/notices');
  await ada.getByRole('link', { name: /Cleo Barnes has reviewed/ }).click();
  await ada.waitForURL(`**/attempts/${attemptId}/reviews`);
  await expect(ada.getByRole('heading', { level: 1, name: 'Mark yourself first' })).toBeVisible();
  await expect(ada.getByRole('list', { name: 'Published reviews' })).toContainText('Dora Okonkwo');
  const before = await ada.content();
  for (const hidden of ['Lean no hire', 'A random split', 'Sound skeleton', 'The same miss would cost']) {
    expect(before, `${hidden} is in the page already`).not.toContain(hidden);
  }
  const foot = ada.getByRole('status', { name: 'Where your marks are' });
  const dimension = (title: string) => ada.getByRole('group', { name: `Dimension: ${title}`, exact: true });
  const own = [3, 3, 2, 2, 3, 3, 2, 2, 4] as const;
  // A strong band takes the words that are selected; a weak one may say that there are none.
  const shown: Readonly<Partial<Record<DimensionId, string>>> = {
    clarify: 'We want more engagement',
    frame: 'binary classification',
    model: 'trained with cross-entropy',
    evaluate: 'half of the users for one week',
    communicate: 'low latency and highly available',
  };
  for (const [index, { id, title }] of DIMENSIONS.entries()) {
    const words = shown[id];
    if (words !== undefined) await new DeskScreen(ada).select(words);
    await dimension(title)
      .getByRole('button', { name: new RegExp(`^${own[index]}`) })
      .click();
    if (words !== undefined) await expect(dimension(title).getByRole('blockquote')).toContainText(words);
    if (words !== undefined || id === 'data') continue;
    await dimension(title)
      .getByRole('button', { name: /^Nothing to quote/ })
      .click();
  }
  await expect(foot).toHaveText('On this device until you keep them');
  // One is without evidence: keeping leads there.
  await ada.getByRole('button', { name: 'Keep my marks' }).click();
  await expect(dimension('Data and labels')).toBeFocused();
  await dimension('Data and labels')
    .getByRole('button', { name: /^Add a quote/ })
    .click();
  await new DeskScreen(ada).pick('Then I shuffle the rows');
  await expect(dimension('Data and labels').getByRole('blockquote')).toContainText('I shuffle the rows');
  // What is marked waits on this device over a closed page.
  await ada.reload();
  await expect(foot).toHaveText('On this device until you keep them');
  await expect(ada.getByText('9 of 9 marked')).toBeVisible();
  await ada.getByRole('button', { name: 'Keep my marks' }).click();

  // Both reviews in place, with the gap.
  await expect(ada.getByRole('heading', { level: 1, name: '2 reviews' })).toBeVisible();
  await expect(ada.getByRole('heading', { name: /^Lean no hire ?, Cleo Barnes$/ })).toBeVisible();
  const dorasVerdict = ada.getByRole('region', { name: /^Lean no hire ?, Dora Okonkwo$/ });
  await expect(dorasVerdict).toContainText('The gates lead to lean hire');
  await expect(dorasVerdict).toContainText('nothing in it is argued');
  await expect(ada.getByText(/Against Cleo Barnes: 3 of 9 the same, 6 higher/)).toBeVisible();
  await ada.getByText('The numbers as a table').click();
  await expect(ada.getByRole('row', { name: /^Communication and trade-offs/ })).toHaveText(
    /Communication and trade-offs\s*4\s*2 \(\+2\)\s*3 \(\+1\)/,
  );
  const steps = ada.getByRole('navigation', { name: 'Steps of this review' });
  await steps.getByRole('link', { name: /Data ?, 3 comments, 3 open/ }).click();
  const comment = (text: string) => ada.getByRole('listitem', { name: /^Comment \d+:/ }).filter({ hasText: text });
  const split = comment('A random split leaks the future.');
  await expect(split).toContainText('Cleo Barnes');
  const expectation = ada.getByRole('listitem', { name: /^Expectation 3\.\d/ });
  await expect(expectation.filter({ hasText: 'Found after a nudge' })).toContainText('Kafka keeps every feature');

  // Reply, resolve, rate.
  await split.getByRole('textbox', { name: 'Your reply' }).fill('By day, with a gap?');
  await split.getByRole('button', { name: 'Reply', exact: true }).click();
  await expect(split.getByText('By day, with a gap?')).toBeVisible();
  await comment('Here the score is made').getByRole('button', { name: 'Mark as resolved' }).click();
  await expect(steps.getByRole('link', { name: /Data ?, 3 comments, 2 open/ })).toBeVisible();
  const helped = ada.getByRole('group', { name: /the review of Cleo Barnes/ });
  await helped.getByRole('button', { name: 'It helped' }).click();
  await expect(helped.getByRole('status')).toHaveText('Saved');
  await ada.reload();
  await expect(helped.getByRole('button', { name: 'It helped' })).toHaveAttribute('aria-pressed', 'true');
  const stored = await candidate.call<ReceivedReviews>('GET', `/api/attempts/${attemptId}/reviews`);
  expect(stored.reviews.map((review) => review.helped)).toEqual(['helped', null]);
  expect(stored.selfReview?.bands.data?.quotes.map(({ text }) => text)).toEqual(['Then I shuffle the rows']);

  // The coach reads the reply where the comment stands.
  await cleo.goto('/notices');
  await cleo.getByRole('link', { name: /Ada Lind replied/ }).click();
  await cleo.waitForURL(`**/review/${attemptId}`);
  await cleosDesk.goToStep('data');
  await expect(cleo.getByText('By day, with a gap?')).toBeVisible();

  // The next attempt, with what is open beside it.
  await ada.getByRole('button', { name: 'Start the next attempt' }).click();
  await ada.waitForURL('**/practice/*');
  const nextId = new URL(ada.url()).pathname.split('/').at(-1) ?? '';
  const workspace = new Workspace(ada);
  await workspace.goTo('data');
  const list = ada.getByRole('list', { name: 'Comments on Data and features' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list).toContainText('I shuffle the rows');
  await expect(list).not.toContainText('Here the score is made');
  await expectAccessible(ada, 'the comments beside the sheet');
  await list.getByRole('checkbox', { name: /A random split leaks the future/ }).check();
  await expect(ada.getByText('1 of 5 answered')).toBeVisible();
  await workspace
    .answerTo('data')
    .fill(
      ANSWER.data.replace(
        'Then I shuffle the rows and take 80 % for training.',
        'I split by time, with a day between.',
      ),
    );
  await workspace.expectSaved();
  await ada.reload();
  await workspace.goTo('data');
  await expect(list.getByRole('checkbox', { name: /A random split leaks the future/ })).toBeChecked();
  await workspace.submit();
  const nextLink = await makeLink(ada, 'The split again.');

  // The coach sees what speaks to each comment, and settles it.
  await cleo.goto(nextLink);
  await accept(cleo);
  await cleo.getByText('About Ada Lind', { exact: true }).click();
  await expect(cleo.getByText('this attempt answers 1 of its 4 comments, they say')).toBeVisible();
  expect(new URL(cleo.url()).pathname).toBe(`/review/${nextId}`);
  await cleosDesk.goToStep('data');
  await cleo.getByRole('button', { name: /^Earlier/ }).click();
  const earlier = cleo.getByRole('region', { name: /^Earlier reviews ?: Data and features/ }).getByRole('listitem');
  const answered = earlier.filter({ hasText: 'A random split leaks the future.' });
  await expect(answered).toContainText('said to be answered here');
  await expect(answered.getByRole('deletion').last()).toContainText('shuffle the rows and take 80 % for training');
  await expect(answered.getByRole('insertion').last()).toContainText('split by time, with a day between');
  await answered.getByRole('button', { name: 'Mark as resolved' }).click();
  await expect(answered.getByRole('button', { name: 'Open again' })).toBeVisible();
  await expect(answered).toContainText('Error, resolved');

  // The candidate sees it settled, and the gap is kept.
  await ada.goto('/progress');
  await expect(ada.getByText('4 comments open')).toBeVisible();
  await expect(ada.getByText(/^18 bands in 2 reviews: 33 % the same/)).toBeVisible();
});
