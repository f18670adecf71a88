import { expectAccessible } from './axe';
import { expect } from './fixtures';
import { newAddress, PASSWORD, test } from './members';
import { shareByLink, submitAnswer } from './review-seed';
import { CASE } from './seed';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const GONE = /status of 404/;
const NOTE = 'Is the split right? هل التقسيم صحيح 👩‍👩‍👧';

test('a link is made, opened by a coach, seen to be accepted, and revoked', async ({ cleo, person, guard }) => {
  test.slow();
  const { page, member } = cleo;
  const id = await submitAnswer(member);
  await page.goto(`/attempts/${id}`);
  await page.getByRole('link', { name: 'Ask for a review' }).click();
  const form = page.getByRole('form', { name: 'Make a link' });
  await form.getByRole('textbox', { name: 'What should the coach look at?' }).fill(NOTE);
  await form.getByRole('combobox', { name: 'The link ends' }).selectOption('In 7 days');
  await form.getByRole('button', { name: 'Make a link' }).click();
  const links = page.getByRole('list', { name: 'Links to this attempt' });
  await expect(links.getByRole('listitem')).toHaveCount(1);
  await expect(links.getByText(NOTE)).toBeVisible();
  await expect(links.getByText('Nobody has accepted it yet.')).toBeVisible();
  await expect(links.getByRole('button', { name: 'Copy: Link to this attempt' })).toBeFocused();
  const url = await links.getByRole('textbox', { name: 'Link to this attempt' }).inputValue();
  await expectAccessible(page, 'asking for a review, with a link');

  const coach = await person('Ada Okafor');
  await coach.page.goto(url);
  await expect(coach.page.getByRole('heading', { level: 1, name: CASE.title })).toBeVisible();
  await expect(coach.page.getByText('Cleo Marsh asks for your review')).toBeVisible();
  await expect(coach.page.getByText(NOTE)).toBeVisible();
  await expectAccessible(coach.page, 'a link before it is accepted');
  await coach.page.getByRole('button', { name: 'Review this attempt' }).press('Enter');
  await coach.page.waitForURL(`**/review/${id}`);
  await coach.page.goto(url);
  await expect(coach.page.getByText('You have accepted it: it is in your queue.')).toBeVisible();

  await page.reload();
  await expect(links.getByRole('list', { name: 'Accepted by' })).toContainText('Ada Okafor');
  const remind = page.getByRole('button', { name: 'Remind the coaches' });
  await remind.click();
  await expect(page.getByText('1 coach is reminded.')).toBeVisible();
  guard.provokes(/status of 429/);
  await remind.click();
  await expect(page.getByRole('alert').filter({ hasText: 'One reminder a day is enough' })).toBeVisible();

  await page.getByRole('button', { name: /^Revoke / }).click();
  const question = page.getByRole('alertdialog', { name: 'Revoke this link?' });
  await expect(question).toContainText('Ada Okafor');
  await expectAccessible(page, 'the question before revoking');
  await question.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByRole('button', { name: /^Revoke / })).toBeFocused();
  await page.getByRole('button', { name: /^Revoke / }).click();
  await question.getByRole('button', { name: 'Revoke link' }).click();
  await expect(page.getByText('The link is revoked.')).toBeVisible();
  await expect(links.getByRole('listitem').first()).toBeFocused();
  await expect(links.getByRole('button', { name: 'Copy: Link to this attempt' })).toHaveCount(0);

  guard.provokes(GONE);
  const reply = await coach.page.goto(url);
  expect(reply?.status()).toBe(404);
  await expect(coach.page.getByRole('heading', { level: 1, name: 'There is nothing at this address' })).toBeVisible();
  await expect(coach.page.getByText('A link to an attempt or a group may have ended')).toBeVisible();
});

test('a link leads a stranger to an account and back, and knows whose attempt it is', async ({
  cleo,
  anotherBrowser,
}) => {
  const { member, page } = cleo;
  const id = await submitAnswer(member);
  const token = await shareByLink(member, id);
  await page.goto(`/share/${token}`);
  await expect(page.getByText('This is your own attempt')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Review this attempt' })).toHaveCount(0);

  const there = await (await anotherBrowser()).newPage();
  await there.goto(`/share/${token}`);
  await there.getByRole('link', { name: 'Sign in or create an account' }).click();
  await there.getByRole('link', { name: 'I am new here' }).click();
  const form = there.getByRole('form', { name: 'Create an account' });
  await form.getByLabel('Name').fill('Ada Okafor');
  await form.getByLabel('E-mail address').fill(newAddress());
  await form.getByLabel('Password').fill(PASSWORD);
  await form.getByRole('button', { name: 'Create account' }).click();
  await there.waitForURL(`**/share/${token}`);
  await there.getByRole('button', { name: 'Review this attempt' }).click();
  await there.waitForURL(`**/review/${id}`);
});

test('a guest is told why an account is needed, and comes back to the same place with everything', async ({
  page,
  guest,
  seedAttempt,
}) => {
  const id = await seedAttempt({ mode: 'unaided', submitted: true });
  const before = await guest.userId();
  await page.goto(`/attempts/${id}`);
  await expect(page.getByRole('form', { name: 'Make a link' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Download the packet' })).toBeVisible();
  await expectAccessible(page, 'asking for a review as a guest');
  await page.getByRole('link', { name: 'Sign in or create an account' }).click();
  const form = page.getByRole('form', { name: 'Create an account' });
  await form.getByLabel('Name').fill('Cleo Marsh');
  await form.getByLabel('E-mail address').fill(newAddress());
  await form.getByLabel('Password').fill(PASSWORD);
  await form.getByRole('button', { name: 'Create account' }).click();
  await page.waitForURL(`**/attempts/${id}#ask-for-review`);
  await expect(page.getByRole('form', { name: 'Make a link' })).toBeVisible();
  expect(await guest.userId()).toBe(before);
});

test('an attempt goes to a group and is taken back, by keyboard', async ({ cleo }) => {
  const { member, page } = cleo;
  const id = await submitAnswer(member);
  await member.call('POST', '/api/groups', { name: 'Study circle' });
  await page.goto(`/attempts/${id}#ask-for-review`);
  const share = page.getByRole('button', { name: 'Share with Study circle' });
  await expect(share).toBeEnabled();
  await share.press('Enter');
  const note = page.getByRole('form', { name: 'Share with Study circle' }).getByRole('textbox');
  await expect(note).toBeFocused();
  await page.keyboard.type('Look at the data.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The group’s coaches have it in their queue.')).toBeVisible();
  await expect(page.getByText('Look at the data.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Change note to Study circle' })).toBeFocused();
  await expectAccessible(page, 'an attempt shared with a group');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Taken back.')).toBeVisible();
  await expect(share).toBeFocused();
  const { groups } = await member.call<{ groups: unknown[] }>('GET', `/api/attempts/${id}/shares`);
  expect(groups).toEqual([]);
});

test('what is wrong with a link to be made is said beside it, and nothing typed is lost', async ({ cleo, guard }) => {
  const { member, page } = cleo;
  const id = await submitAnswer(member);
  await page.goto(`/attempts/${id}`);
  const form = page.getByRole('form', { name: 'Make a link' });
  const note = form.getByRole('textbox', { name: 'What should the coach look at?' });
  await note.fill('x'.repeat(2001));
  guard.provokes(/status of 422/);
  await form.getByRole('button', { name: 'Make a link' }).click();
  await expect(form.getByText('Keep it under 2,000 characters.')).toBeVisible();
  await expect(note).toHaveValue('x'.repeat(2001));
  await note.fill('Short.');
  await form.getByRole('combobox', { name: 'The link ends' }).selectOption('At a time of your choice');
  await form.getByRole('button', { name: 'Make a link' }).click();
  await expect(form.getByText('Choose a day and a time.')).toBeVisible();
  await form.getByLabel('On', { exact: true }).fill('2001-01-01T10:00');
  await form.getByRole('button', { name: 'Make a link' }).click();
  await expect(form.getByText('Choose a time to come.')).toBeVisible();
});
