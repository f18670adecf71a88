import { expect, test } from './fixtures';
import { CONFLICT_REPLY, NO_CONNECTION } from './page-guard';
import { Workspace } from './workspace';

/** Another tab on the same attempt, both written in while neither knows of the other. This one is refused. */
async function tabInConflict(workspace: Workspace, id: string): Promise<Workspace> {
  const other = new Workspace(await workspace.page.context().newPage());
  await other.open(id);
  await expect(other.answerTo('clarify')).not.toBeEmpty();
  await workspace.answerTo('clarify').fill('Two stages: retrieve, then rank.');
  await workspace.expectSaved();
  await other.answerTo('clarify').fill('Two stages: filter, then rank.');
  await expect(other.status).toHaveText('Needs your choice');
  return other;
}

const conflictOf = (workspace: Workspace) =>
  workspace.page.getByRole('alertdialog', { name: 'This answer was saved somewhere else' });

for (const { choice, kept, dropped } of [
  {
    choice: 'Keep the text in this tab',
    kept: 'Two stages: filter, then rank.',
    dropped: 'Two stages: retrieve, then rank.',
  },
  {
    choice: 'Keep the text saved elsewhere',
    kept: 'Two stages: retrieve, then rank.',
    dropped: 'Two stages: filter, then rank.',
  },
]) {
  test(`two tabs in conflict: ${choice.toLowerCase()}`, async ({ guard, typedAttempt: { id, workspace, stored } }) => {
    guard.provokes(CONFLICT_REPLY);
    const other = await tabInConflict(workspace, id);
    const conflict = conflictOf(other);
    await expect(conflict.getByRole('heading', { name: 'Saved elsewhere' })).toBeVisible();
    await expect(conflict.getByRole('heading', { name: 'In this tab' })).toBeVisible();
    // The differences are marked, and only they.
    await expect(conflict.getByRole('deletion')).toContainText('retrieve');
    await expect(conflict.getByRole('insertion')).toContainText('filter');
    await expect(conflict.getByRole('deletion')).not.toContainText('rank');
    // Nothing was overwritten while the person has not chosen, and typing on is not possible.
    expect(await stored()).toEqual({ text: 'Two stages: retrieve, then rank.' });
    await expect(other.answerTo('clarify')).not.toBeEditable();

    await conflict.getByRole('button', { name: choice }).click();
    await expect(conflict).toBeHidden();
    await expect(other.answerTo('clarify')).toHaveValue(kept);
    await other.expectSaved();
    await expect.poll(stored).toEqual({ text: kept });

    await other.page.getByRole('button', { name: 'Earlier saves' }).click();
    const saves = other.page.getByRole('list', { name: 'Earlier saves, newest first' });
    await expect(saves.getByRole('button').filter({ hasText: kept }).first()).toBeVisible();
    await expect(saves.getByRole('button').filter({ hasText: dropped }).first()).toBeVisible();
  });
}

test('while a choice is waited for, the form says whose words it holds and takes none', async ({
  page,
  guest,
  guard,
  seedAttempt,
}) => {
  const id = await seedAttempt({ answers: [['clarify', { fields: { business_goal: 'Retention.' } }]] });
  const workspace = new Workspace(page);
  await workspace.open(id);
  const goal = page.getByRole('textbox', { name: 'Business goal' });
  await expect(goal).toHaveValue('Retention.');
  await guest.save(id, 'clarify', {
    fields: { business_goal: 'Retention.', data_today: ['Impressions'], scale: [{ quantity: 'users', value: '200M' }] },
  });
  guard.provokes(CONFLICT_REPLY);
  await page.getByRole('textbox', { name: 'Cost of errors' }).fill('The viewer pays.');
  await expect(workspace.status).toHaveText('Needs your choice');

  await expect(page.getByRole('heading', { name: 'The text in this tab, whole' })).toBeVisible();
  await expect(goal).toHaveValue('Retention.');
  await expect(goal).not.toBeEditable();
  // A table and a list that only the other side filled are said to be empty here, not left out.
  for (const name of ['Scale', 'Data today']) {
    await expect(page.getByRole('group', { name, exact: true })).toContainText('Nothing written');
  }
  await page.getByRole('button', { name: 'Keep the text saved elsewhere' }).click();
  await expect(page.getByRole('heading', { name: 'The text in this tab, whole' })).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Scale, row 1, Value' })).toHaveValue('200M');
  await expect(page.getByRole('textbox', { name: 'Cost of errors' })).toHaveValue('');
  await expect(goal).toBeEditable();
  await workspace.expectSaved();
});

test('text of a tab that was closed before it could be sent is taken up by the next one', async ({
  page,
  context,
  guest,
  guard,
  server,
  typedAttempt: { id, workspace, stored },
}) => {
  guard.provokes(NO_CONNECTION);
  await server.kill();
  await workspace.typeUnsent('Left behind by a closed tab.');
  await page.close();
  await server.start();
  // Meanwhile the same answer went on elsewhere.
  await guest.save(id, 'clarify', { text: 'Written on another device.' });

  const next = new Workspace(await context.newPage());
  await next.open(id);
  await expect(next.status).toHaveText('Needs your choice');
  const conflict = conflictOf(next);
  await expect(conflict).toContainText('Left behind by a closed tab.');
  await expect(conflict).toContainText('Written on another device.');
  await conflict.getByRole('button', { name: 'Keep the text in this tab' }).click();
  await next.expectSaved();
  expect(await stored()).toEqual({ text: 'Left behind by a closed tab.' });
  const { history } = await guest.history(id, 'clarify');
  expect(history.map((item) => item.answer)).toContainEqual({ text: 'Written on another device.' });
});

test('a tab that is looked at again shows what another one saved, without a question', async ({
  page,
  context,
  typedAttempt: { id, workspace },
}) => {
  const second = new Workspace(await context.newPage());
  await second.open(id);
  await second.answerTo('clarify').fill('Written in the second tab.');
  await second.expectSaved();
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(workspace.answerTo('clarify')).toHaveValue('Written in the second tab.');
  await workspace.expectSaved();
});

test('an attempt submitted in one tab is frozen in the other, which says so', async ({
  context,
  guard,
  typedAttempt: { id, workspace, text, stored },
}) => {
  const second = new Workspace(await context.newPage());
  await second.open(id);
  await workspace.submit();

  guard.provokes(CONFLICT_REPLY);
  await second.answerTo('clarify').fill(`${text} And then some.`);
  await expect(second.page.getByText('This attempt was submitted elsewhere.')).toBeVisible();
  await expect(second.answerTo('clarify')).not.toBeEditable();
  // The words stay readable, to copy them out.
  await expect(second.answerTo('clarify')).toHaveValue(`${text} And then some.`);
  expect(await stored()).toEqual({ text });
});

test('words that were unsent when another tab submitted can still be read on the attempt, until they are deleted', async ({
  context,
  guard,
  typedAttempt: { id, workspace, text, stored },
}) => {
  guard.provokes(/ERR_FAILED|ERR_INTERNET_DISCONNECTED/);
  guard.provokes(CONFLICT_REPLY);
  const second = new Workspace(await context.newPage());
  await second.page.route('**/api/attempts/*/answers/*', (route) => route.abort('internetdisconnected'));
  await second.open(id);
  await second.typeUnsent('Never sent in time.');
  await workspace.submit();
  await expect(workspace.page.getByRole('heading', { name: 'On this device only' })).toBeVisible();

  await second.page.unroute('**/api/attempts/*/answers/*');
  await expect(second.page.getByText('This attempt was submitted elsewhere.')).toBeVisible();
  // The workspace is closed for good now; its words are not.
  await second.page.reload();
  await second.page.waitForURL(/\/attempts\//);
  const left = second.page.getByRole('region', { name: 'On this device only' });
  await expect(left.getByText('Never sent in time.')).toBeVisible();
  expect(await stored()).toEqual({ text });
  await left.getByRole('button', { name: 'Delete them from this device' }).click();
  const question = second.page.getByRole('alertdialog', { name: 'Delete these words?' });
  await question.getByRole('button', { name: 'Delete words' }).click();
  await expect(second.page.getByRole('status').filter({ hasText: 'are deleted' })).toBeFocused();
  await second.page.reload();
  await expect(second.page.getByRole('heading', { level: 2, name: 'Clarify requirements' })).toBeVisible();
  await expect(left).toHaveCount(0);
});
