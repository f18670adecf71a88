import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { NO_CONNECTION, type PageGuard } from './page-guard';
import { Workspace } from './workspace';

test('what is typed while the network is away waits on this device and is sent when it is back', async ({
  page,
  context,
  guest,
  guard,
  typedAttempt: { id, workspace, text, stored },
}) => {
  guard.provokes(NO_CONNECTION);
  await context.setOffline(true);
  await workspace.typeUnsent(`${text} During the cut.`);
  await expect(page.getByText('It is sent by itself when it can.')).toBeVisible();
  // Another step as well: each has a status of its own.
  await workspace.goTo('frame');
  await workspace.answerTo('frame').fill('Framed in a tunnel.');
  await expect(workspace.status).toHaveText('On this device only');
  expect(await stored()).toEqual({ text });

  await context.setOffline(false);
  await workspace.expectSaved();
  await workspace.goTo('clarify');
  await workspace.expectSaved();
  expect(await stored()).toEqual({ text: `${text} During the cut.` });
  expect((await guest.read(id)).answers.frame?.answer).toEqual({ text: 'Framed in a tunnel.' });
});

test('a page closed with unsent text and opened again when the server is back has it all', async ({
  page,
  context,
  guard,
  server,
  typedAttempt: { id, workspace, text, stored },
}) => {
  guard.provokes(NO_CONNECTION);
  // Not by setOffline: a page that closes would still get a last request through.
  await server.kill();
  await workspace.typeUnsent('Typed offline, then the browser was closed.');
  await page.close();
  await server.start();
  expect(await stored()).toEqual({ text });

  const later = new Workspace(await context.newPage());
  await later.open(id);
  await expect(later.answerTo('clarify')).toHaveValue('Typed offline, then the browser was closed.');
  await later.expectSaved();
  expect(await stored()).toEqual({ text: 'Typed offline, then the browser was closed.' });
});

/** By a link of the page, without a new document, and by the browser's way back to it. */
async function leaveAndComeBack(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Warmstart' }).click();
  await page.waitForURL('**/');
  await page.goBack();
  await page.waitForURL('**/practice/**');
}

test('whoever goes elsewhere right after the last letter, and back, finds all of it', async ({
  page,
  typedAttempt: { workspace, stored },
}) => {
  await workspace.answerTo('clarify').fill('The last letter, and gone.');
  await leaveAndComeBack(page);
  await expect(workspace.answerTo('clarify')).toHaveValue('The last letter, and gone.');
  await workspace.expectSaved();
  expect(await stored()).toEqual({ text: 'The last letter, and gone.' });
});

const SAVES = '**/api/attempts/*/answers/*';

/** Pages are served from now on; saves are not, until the route is taken away. */
async function withholdSaves(context: BrowserContext, guard: PageGuard): Promise<void> {
  guard.provokes(/ERR_FAILED|ERR_INTERNET_DISCONNECTED/);
  await context.route(SAVES, (route) => route.abort('internetdisconnected'));
}

test('what could not be sent is there after going elsewhere and back, and is sent when it can be', async ({
  page,
  context,
  guard,
  typedAttempt: { workspace, stored },
}) => {
  await withholdSaves(context, guard);
  await workspace.typeUnsent('Typed before a look at the cases.');
  await leaveAndComeBack(page);
  await expect(workspace.answerTo('clarify')).toHaveValue('Typed before a look at the cases.');
  await context.unroute(SAVES);
  await workspace.expectSaved();
  expect(await stored()).toEqual({ text: 'Typed before a look at the cases.' });
});

test('a reload after the network has come back keeps what was typed without it', async ({
  page,
  context,
  guard,
  typedAttempt: { workspace, stored },
}) => {
  // So that the text is unsent at the moment of the reload.
  await withholdSaves(context, guard);
  await workspace.typeUnsent('Unsent when the page was reloaded.');
  await page.reload();
  await expect(workspace.answerTo('clarify')).toHaveValue('Unsent when the page was reloaded.');
  await expect(workspace.status).toHaveText('On this device only');

  await context.unroute(SAVES);
  await page.reload();
  await workspace.expectSaved();
  expect(await stored()).toEqual({ text: 'Unsent when the page was reloaded.' });
});

test('an attempt cannot be submitted past text that is not saved', async ({
  page,
  context,
  guest,
  guard,
  typedAttempt: { id, workspace },
}) => {
  guard.provokes(NO_CONNECTION);
  await context.setOffline(true);
  await workspace.typeUnsent('Not saved yet.');
  await page.getByRole('button', { name: 'Submit', exact: true }).click();
  const question = page.getByRole('dialog', { name: 'Submit this attempt?' });
  await question.getByRole('button', { name: 'Submit attempt' }).click();
  await expect(question.getByRole('alert')).toContainText('nothing was submitted');
  expect((await guest.read(id)).submittedAt).toBeNull();

  await context.setOffline(false);
  await question.getByRole('button', { name: 'Submit attempt' }).click();
  await page.waitForURL(/\/attempts\//);
  await expect(page.getByText('Not saved yet.')).toBeVisible();
});

test('without a network the panel opens with what is there, and the sheet stays', async ({
  page,
  guard,
  seedAttempt,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  const workspace = new Workspace(page);
  await workspace.open(await seedAttempt({ answers: [] }));
  const goal = page.getByRole('textbox', { name: 'Business goal' });
  await expect(goal).toBeEditable();
  // What the panel holds is loaded when it is opened first.
  guard.provokes(/ERR_FAILED|ERR_INTERNET_DISCONNECTED/);
  const refused: string[] = [];
  await page.route('**/_next/static/**', (route) => {
    refused.push(route.request().url());
    return route.abort('internetdisconnected');
  });
  await page.getByRole('button', { name: /^Prompt/ }).click();
  const panel = page.getByRole('dialog', { name: /^Prompt/ });
  await expect(panel.getByRole('heading', { name: 'The interviewer said' })).toBeVisible();
  await expect.poll(() => refused.length).toBeGreaterThan(0);
  await panel.getByRole('button', { name: 'Close' }).click();
  await goal.fill('Still writing.');
  await workspace.expectSaved();

  // When the network is back, what was missing comes by itself.
  await page.unroute('**/_next/static/**');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await page.getByRole('button', { name: /^Prompt/ }).click();
  await expect(panel.getByRole('heading', { name: 'What was found so far' })).toBeVisible();
});
