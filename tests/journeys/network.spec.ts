import { expect, test } from './fixtures';
import { NO_CONNECTION } from './page-guard';
import { Workspace } from './workspace';

const EMPTY = { mode: 'unaided', answers: [] } as const;

test('what is typed while the network is away waits on this device and is sent when it is back', async ({
  page,
  context,
  guest,
  guard,
  seedAttempt,
}) => {
  const id = await seedAttempt(EMPTY);
  const workspace = new Workspace(page);
  await workspace.open(id);
  await expect(workspace.status).toHaveText('Nothing written yet');
  await workspace.answerTo('clarify').fill('Before the cut.');
  await workspace.expectSaved();

  guard.provokes(NO_CONNECTION);
  await context.setOffline(true);
  await workspace.answerTo('clarify').fill('Before the cut. During the cut.');
  await expect(workspace.status).toHaveText('On this device only');
  await expect(page.getByText('It is sent by itself when it can.')).toBeVisible();
  // Another step as well: each has a status of its own.
  await workspace.goTo('frame');
  await workspace.answerTo('frame').fill('Framed in a tunnel.');
  await expect(workspace.status).toHaveText('On this device only');
  expect((await guest.read(id)).answers.clarify?.answer).toEqual({ text: 'Before the cut.' });

  await context.setOffline(false);
  await workspace.expectSaved();
  await workspace.goTo('clarify');
  await workspace.expectSaved();
  const { answers } = await guest.read(id);
  expect(answers.clarify?.answer).toEqual({ text: 'Before the cut. During the cut.' });
  expect(answers.frame?.answer).toEqual({ text: 'Framed in a tunnel.' });
});

test('a page closed with unsent text and opened again when the server is back has it all', async ({
  page,
  context,
  guest,
  guard,
  server,
  seedAttempt,
}) => {
  const id = await seedAttempt(EMPTY);
  const workspace = new Workspace(page);
  await workspace.open(id);
  guard.provokes(NO_CONNECTION);
  // Not by setOffline: a page that closes would still get a last request through.
  await server.kill();
  await workspace.answerTo('clarify').fill('Typed offline, then the browser was closed.');
  await expect(workspace.status).toHaveText('On this device only');
  await page.close();
  await server.start();
  expect((await guest.read(id)).answers.clarify?.revision).toBe(0);

  const later = new Workspace(await context.newPage());
  await later.open(id);
  await expect(later.answerTo('clarify')).toHaveValue('Typed offline, then the browser was closed.');
  await later.expectSaved();
  expect((await guest.read(id)).answers.clarify?.answer).toEqual({
    text: 'Typed offline, then the browser was closed.',
  });
});

test('a reload after the network has come back keeps what was typed without it', async ({
  page,
  context,
  guest,
  guard,
  seedAttempt,
}) => {
  const id = await seedAttempt(EMPTY);
  const workspace = new Workspace(page);
  await workspace.open(id);
  // The page is served; saves are not, so that the text is unsent at the moment of the reload.
  guard.provokes(/ERR_FAILED|ERR_INTERNET_DISCONNECTED/);
  await context.route('**/api/attempts/*/answers/*', (route) => route.abort('internetdisconnected'));
  await workspace.answerTo('clarify').fill('Unsent when the page was reloaded.');
  await expect(workspace.status).toHaveText('On this device only');
  await page.reload();
  await expect(workspace.answerTo('clarify')).toHaveValue('Unsent when the page was reloaded.');
  await expect(workspace.status).toHaveText('On this device only');

  await context.unroute('**/api/attempts/*/answers/*');
  await page.reload();
  await workspace.expectSaved();
  expect((await guest.read(id)).answers.clarify?.answer).toEqual({ text: 'Unsent when the page was reloaded.' });
});

test('an attempt cannot be submitted past text that is not saved', async ({
  page,
  context,
  guest,
  guard,
  seedAttempt,
}) => {
  const id = await seedAttempt(EMPTY);
  const workspace = new Workspace(page);
  await workspace.open(id);
  guard.provokes(NO_CONNECTION);
  await context.setOffline(true);
  await workspace.answerTo('clarify').fill('Not saved yet.');
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
