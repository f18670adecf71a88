import { expect, test } from './fixtures';
import { NO_CONNECTION } from './page-guard';
import { Workspace } from './workspace';

test('a server killed while somebody types costs nothing', async ({
  page,
  guest,
  guard,
  server,
  typedAttempt: { id, workspace, text, stored },
}) => {
  expect((await guest.read(id)).answers.clarify?.revision).toBeGreaterThan(0);

  guard.provokes(NO_CONNECTION);
  const typing = workspace.answerTo('clarify').pressSequentially(' Typed while it died, and on.', { delay: 20 });
  await server.kill();
  await typing;
  await expect(workspace.status).toHaveText('On this device only');
  await expect(page.getByText('The server cannot be reached.')).toBeVisible();

  await server.start();
  await workspace.expectSaved();
  expect(await stored()).toEqual({ text: `${text} Typed while it died, and on.` });
  const { history } = await guest.history(id, 'clarify');
  expect(history.map((item) => item.answer)).toContainEqual({ text });
});

test('with the server gone, reading on says so and writing goes on', async ({ page, guard, server, seedAttempt }) => {
  const id = await seedAttempt({ answers: [] });
  const workspace = new Workspace(page);
  await workspace.open(id);
  guard.provokes(NO_CONNECTION);
  await server.kill();

  await page.getByRole('button', { name: 'Take a hint' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'The server cannot be reached' })).toBeVisible();
  await page.getByRole('button', { name: 'Earlier saves' }).click();
  const saves = page.getByRole('dialog', { name: 'Earlier saves' });
  await expect(saves.getByRole('alert')).toContainText('The server cannot be reached');
  await saves.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('textbox', { name: 'Business goal' }).fill('More people who come back.');
  await expect(workspace.status).toHaveText('On this device only');

  await server.start();
  await workspace.expectSaved();
  await page.getByRole('button', { name: 'Take a hint' }).click();
  await expect(page.getByText('1 of 3 taken, and recorded')).toBeVisible();
});
