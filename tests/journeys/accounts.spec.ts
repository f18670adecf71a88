import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { CASE } from './seed';
import { Workspace } from './workspace';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const PASSWORD = 'correct horse battery';
const REFUSED = /status of 4\d\d/;
let people = 0;

function newPerson(): { name: string; email: string } {
  people += 1;
  return { name: `Ada ${people}`, email: `ada-${people}-${process.pid}@a.example` };
}

async function createAccount(page: Page, { name, email }: { name: string; email: string }): Promise<void> {
  const form = page.getByRole('form', { name: 'Create an account' });
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('E-mail address').fill(email);
  await form.getByLabel('Password').fill(PASSWORD);
  await form.getByRole('button', { name: 'Create account' }).click();
}

async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  const form = page.getByRole('form', { name: 'Sign in' });
  await form.getByLabel('E-mail address').fill(email);
  await form.getByLabel('Password').fill(password);
  await form.getByRole('button', { name: 'Sign in' }).click();
}

/** A member in the test's page, on the account page. */
async function openAccount(page: Page): Promise<{ name: string; email: string }> {
  const person = newPerson();
  await page.goto('/sign-in?mode=new&next=/settings');
  await createAccount(page, person);
  await page.waitForURL((url) => url.pathname === '/settings');
  return person;
}

test('a guest practises, creates an account, signs out, and finds the work in another browser', async ({
  page,
  typedAttempt,
  anotherBrowser,
}) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Account' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Create an account' })).toBeVisible();
  await expect(page.getByText('Your attempt as a guest becomes the account’s as it is')).toBeVisible();
  const person = newPerson();
  await createAccount(page, person);
  await page.waitForURL((url) => url.pathname === '/settings');
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue(person.name);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await page.goto('/attempts');
  await expect(page.getByText('There are none yet.')).toBeVisible();

  const there = await (await anotherBrowser()).newPage();
  await there.goto(`/sign-in?next=/practice/${typedAttempt.id}`);
  await signIn(there, person.email);
  await there.waitForURL((url) => url.pathname === `/practice/${typedAttempt.id}`);
  const workspace = new Workspace(there);
  await expect(workspace.answerTo('clarify')).toHaveValue(typedAttempt.text);
  await workspace.answerTo('clarify').fill('Typed as a member.');
  await workspace.expectSaved();
});

test('a guest signs in to an account that is there already: an open tab goes on, and everything is in one place', async ({
  page,
  context,
  guard,
  typedAttempt,
  anotherBrowser,
}) => {
  const elsewhere = await (await anotherBrowser()).newPage();
  const person = await openAccount(elsewhere);

  const signingIn = await context.newPage();
  await signingIn.goto('/sign-in?mode=in&next=/attempts');
  await expect(signingIn.getByText('Your attempt as a guest moves into the account')).toBeVisible();
  await signIn(signingIn, person.email);
  await signingIn.waitForURL((url) => url.pathname === '/attempts');
  await expect(signingIn.getByText(CASE.title).first()).toBeVisible();

  // The first tab has not heard of it, and goes on under the new cookie.
  await typedAttempt.workspace.answerTo('clarify').fill('Typed after signing in.');
  await typedAttempt.workspace.expectSaved();
  expect(await typedAttempt.stored()).toEqual({ text: 'Typed after signing in.' });
  await elsewhere.goto(`/practice/${typedAttempt.id}`);
  await expect(new Workspace(elsewhere).answerTo('clarify')).toHaveValue('Typed after signing in.');

  // The session ends elsewhere while the tab is open: the words wait, and are sent once somebody has signed in.
  guard.provokes(REFUSED);
  await elsewhere.goto('/settings');
  await elsewhere.getByRole('button', { name: 'End all others' }).click();
  await expect(elsewhere.getByText('All other sessions have ended.')).toBeVisible();
  await typedAttempt.workspace.answerTo('clarify').fill('Typed while signed out.');
  await expect(page.getByText('The session has ended.')).toBeVisible();
  await signingIn.goto(`/sign-in`);
  await signIn(signingIn, person.email);
  await signingIn.waitForURL((url) => url.pathname === '/');
  await expect(async () => {
    expect(await typedAttempt.stored()).toEqual({ text: 'Typed while signed out.' });
  }).toPass();
  await typedAttempt.workspace.expectSaved();
});

test('a wrong password is told, and what was typed stays', async ({ page, guard }) => {
  guard.provokes(REFUSED);
  await page.goto('/sign-in');
  await signIn(page, 'nobody@a.example', 'not this one');
  await expect(page.getByRole('alert').filter({ hasText: 'no account with this e-mail address' })).toBeVisible();
  await expect(page.getByLabel('E-mail address')).toHaveValue('nobody@a.example');
  await expectAccessible(page, 'a refused sign-in');
});

test('a new password by the link in the server’s log', async ({ page, server, anotherBrowser, guard }) => {
  const { email } = await openAccount(page);
  const there = await (await anotherBrowser()).newPage();
  await there.goto('/sign-in');
  await there.getByRole('link', { name: 'Forgotten your password?' }).click();
  await expect(there.getByText('The reset link is printed to the server’s log')).toBeVisible();
  await there.getByLabel('E-mail address of the account').fill(email);
  await there.getByRole('button', { name: 'Print the link' }).click();
  await expect(there.getByText('the link now stands in the server’s log')).toBeVisible();
  await expectAccessible(there, 'a reset link asked for');

  const link = await server.said(new RegExp(`\\[password reset\\] for "${email}".*(http://\\S+)`));
  await there.goto(link);
  await there.getByRole('textbox', { name: 'New password' }).fill('a whole new password');
  await expectAccessible(there, 'setting a new password');
  await there.getByRole('button', { name: 'Set the password' }).click();
  await there.waitForURL('**/sign-in?reset=done');
  await expect(there.getByText('The new password is set.')).toBeVisible();
  await signIn(there, email, 'a whole new password');
  await there.waitForURL((url) => url.pathname === '/');

  // The old session has ended with the old password, and the link with its use.
  await page.goto('/settings');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  guard.provokes(REFUSED);
  await page.goto(link);
  await page.getByRole('textbox', { name: 'New password' }).fill('yet another one');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByText('This link has been used already')).toBeVisible();
});

test('the account: name, address, password, sessions, export', async ({ page, anotherBrowser, guard, server }) => {
  test.slow();
  const person = await openAccount(page);
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada <script>alert(1)</script> 🦉');
  await page.getByRole('button', { name: 'Change name' }).click();
  await expect(page.getByText('The name is changed.')).toBeVisible();

  const { email } = newPerson();
  await page.getByLabel('New e-mail address').fill(email);
  await page.getByRole('button', { name: 'Change e-mail address' }).click();
  await expect(page.getByText('the link now stands in the server’s log.')).toBeVisible();
  // Nothing is changed before the link is opened, and opening it asks once more.
  await expect(page.getByText(`You sign in with ${person.email}.`)).toBeVisible();
  await expect(page.getByText(`${email} is not confirmed yet.`)).toBeVisible();
  await expectAccessible(page, 'an account with an address to confirm');
  const link = await server.said(new RegExp(`to confirm "${email}", within an hour: (\\S+)`));
  const stranger = await (await anotherBrowser()).newPage();
  await stranger.goto(link);
  await expect(stranger.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await openAccount(stranger);
  await stranger.goto(link);
  await expect(stranger.getByText('or is for another account')).toBeVisible();
  await page.goto(link);
  await expectAccessible(page, 'confirming an address');
  await page.getByRole('button', { name: 'Use this address' }).click();
  await page.waitForURL((url) => url.pathname === '/settings');
  await expect(page.getByText(`You sign in with ${email}.`)).toBeVisible();
  await expect(page.getByText('is not confirmed yet')).toHaveCount(0);

  const other = await (await anotherBrowser()).newPage();
  await other.goto('/sign-in');
  await signIn(other, email);
  await other.waitForURL((url) => url.pathname === '/');
  await page.reload();
  const sessions = page.getByRole('region', { name: 'Sessions' });
  await expect(sessions.getByRole('listitem')).toHaveCount(2);
  await expect(sessions.getByRole('listitem').first()).toContainText('This one');
  await sessions.getByRole('button', { name: /^End the session of Chrome on/ }).click();
  await expect(page.getByText(/^The session of Chrome on \w+ has ended\.$/)).toBeVisible();
  await expect(sessions.getByRole('listitem')).toHaveCount(1);
  await other.goto('/settings');
  await expect(other.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();

  guard.provokes(REFUSED);
  await page.getByLabel('Password now').fill('wrong');
  await page.getByLabel('New password').fill('a whole new password');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('This is not your password.')).toBeVisible();
  await expect(page.getByLabel('Password now')).toBeFocused();
  await page.getByLabel('Password now').fill(PASSWORD);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('all other sessions have ended')).toBeVisible();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export my data' }).click(),
  ]);
  const file = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(file.account).toMatchObject({ email, name: 'Ada <script>alert(1)</script> 🦉' });
  expect(file.account.email).not.toBe(person.email);
});

test('the account is deleted after a question, by keyboard alone', async ({ page }) => {
  await openAccount(page);
  await expect(page.getByRole('button', { name: 'Delete account' })).toBeEnabled();
  await page.getByRole('button', { name: 'Delete account' }).focus();
  await page.keyboard.press('Enter');
  const question = page.getByRole('alertdialog', { name: 'Delete your account and everything in it?' });
  await expect(question).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(page.getByRole('button', { name: 'Delete account' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('delete');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/');
  await page.goto('/settings');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});

test('an account is made by keyboard alone', async ({ page }) => {
  const { name, email } = newPerson();
  await page.goto('/sign-in?mode=new&next=/settings');
  const form = page.getByRole('form', { name: 'Create an account' });
  await expect(form.getByRole('button')).toBeEnabled();
  await form.getByLabel('Name').focus();
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/settings');
});

test('signing in leads nowhere else', async ({ page, anotherBrowser }) => {
  const { email } = await openAccount(page);
  for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
    const there = await (await anotherBrowser()).newPage();
    await there.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await signIn(there, email);
    await there.waitForURL((url) => url.pathname === '/' && url.origin === new URL(page.url()).origin);
  }
});

for (const width of [1280, 360]) {
  test(`axe: signing in and the account, ${width} px wide`, async ({ page, guard, seedAttempt }) => {
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/sign-in');
    await expectAccessible(page, 'sign in');
    await page.goto('/reset-password');
    await expectAccessible(page, 'forgotten password');
    await seedAttempt({ answers: [] });
    await page.goto('/settings');
    await expectAccessible(page, 'create an account as a guest');
    guard.provokes(REFUSED);
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page.getByText('Write the name that others see.')).toBeVisible();
    await expectAccessible(page, 'an account that lacks everything');
    await createAccount(page, newPerson());
    await page.waitForURL((url) => url.pathname === '/settings');
    await expectAccessible(page, 'the account');
    await page.getByRole('button', { name: 'Delete account' }).click();
    await expectAccessible(page, 'the question before deleting the account');
  });
}
