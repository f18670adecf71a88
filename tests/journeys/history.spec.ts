import { expect, test } from './fixtures';
import { Workspace } from './workspace';

test('an earlier save is read with what changed since, and restored as a new save', async ({
  page,
  guest,
  seedAttempt,
}) => {
  const first = { text: 'Retrieve 500 of 100 million videos.' };
  const second = { text: 'Retrieve 900 of 100 million videos.' };
  const id = await seedAttempt({
    mode: 'unaided',
    answers: [
      ['clarify', first],
      ['clarify', second],
    ],
  });
  const workspace = new Workspace(page);
  await workspace.open(id);
  await expect(workspace.answerTo('clarify')).toHaveValue(second.text);

  await page.getByRole('button', { name: 'Earlier saves' }).click();
  const dialog = page.getByRole('dialog', { name: 'Earlier saves' });
  const saves = dialog.getByRole('list', { name: 'Earlier saves, newest first' }).getByRole('button');
  await expect(saves).toHaveCount(2);
  await saves.first().click();
  await expect(dialog.getByRole('button', { name: 'Restore this text' })).toBeDisabled();
  await saves.last().click();
  await expect(dialog.getByRole('deletion').last()).toContainText('500');
  await expect(dialog.getByRole('insertion').last()).toContainText('900');
  await dialog.getByRole('checkbox', { name: 'Show what changed since' }).uncheck();
  await expect(dialog.getByRole('insertion')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Restore this text' }).click();

  await expect(dialog).toBeHidden();
  await expect(workspace.answerTo('clarify')).toHaveValue(first.text);
  await workspace.expectSaved();
  await expect
    .poll(async () => (await guest.history(id, 'clarify')).history.map((item) => item.answer))
    .toEqual([first, second, first]);
});

test('guided and blank answers come back whole: tables, choices, tags', async ({ page, guest, seedAttempt }) => {
  const table = { fields: { scale: [{ quantity: 'users', value: '200M', unit: 'a day' }], error_cost: 'Both.' } };
  const guided = await seedAttempt({
    answers: [
      ['clarify', table],
      ['clarify', { fields: {} }],
    ],
  });
  await new Workspace(page).open(guided);
  await page.getByRole('button', { name: 'Earlier saves' }).click();
  await page.getByRole('list', { name: 'Earlier saves, newest first' }).getByRole('button').last().click();
  await page.getByRole('button', { name: 'Restore this text' }).click();
  await expect(page.getByRole('textbox', { name: 'Scale, row 1, Value' })).toHaveValue('200M');
  await new Workspace(page).expectSaved();
  expect((await guest.read(guided)).answers.clarify?.answer).toEqual(table);

  const tagged = { text: 'Ask first. Then rank.', tags: [{ start: 0, end: 10, step: 'clarify' as const }] };
  const blank = await seedAttempt({
    mode: 'blank',
    answers: [
      ['page', tagged],
      ['page', { text: '', tags: [] }],
    ],
  });
  await new Workspace(page).open(blank);
  await page.getByRole('button', { name: 'Earlier saves' }).click();
  await page.getByRole('list', { name: 'Earlier saves, newest first' }).getByRole('button').last().click();
  await page.getByRole('button', { name: 'Restore this text' }).click();
  await expect(new Workspace(page).sheet).toHaveValue(tagged.text);
  await new Workspace(page).expectSaved();
  expect((await guest.read(blank)).answers.page?.answer).toEqual(tagged);
});
