import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { Workspace } from './workspace';

const items = (page: Page, list: string) =>
  page
    .getByRole('group', { name: list, exact: true })
    .getByRole('textbox')
    .evaluateAll((boxes) => boxes.map((box) => (box as HTMLTextAreaElement).value));

test('a removed row can be put back, until the next edit', async ({ page, guest, seedAttempt }) => {
  const scale = ['daily users', 'peak requests', 'videos'].map((quantity) => ({ quantity, value: '200M' }));
  const id = await seedAttempt({ answers: [['clarify', { fields: { scale } }]] });
  const workspace = new Workspace(page);
  await workspace.open(id);
  const table = page.getByRole('group', { name: 'Scale', exact: true });
  const cell = (row: number) => table.getByRole('textbox', { name: `Scale, row ${row}, Quantity`, exact: true });
  const undo = table.getByRole('button', { name: 'Undo' });
  await table.getByRole('button', { name: 'Remove row 2 of Scale' }).click();
  await expect(table.getByRole('status').filter({ hasText: 'Row 2 is removed.' })).toBeVisible();
  await expect(cell(2)).toHaveValue('videos');
  // By keyboard.
  await undo.focus();
  await page.keyboard.press('Enter');
  await expect(cell(2)).toHaveValue('peak requests');
  await expect(cell(2)).toBeFocused();
  await expect(cell(3)).toHaveValue('videos');
  await expect(undo).toHaveCount(0);
  await workspace.expectSaved();
  await expect.poll(async () => (await guest.read(id)).answers.clarify?.answer).toEqual({ fields: { scale } });

  // The save that follows takes it away no more than a look elsewhere; the next edit does.
  await table.getByRole('button', { name: 'Remove row 3 of Scale' }).click();
  await expect
    .poll(async () => (await guest.read(id)).answers.clarify?.answer)
    .toEqual({ fields: { scale: scale.slice(0, 2) } });
  await workspace.expectSaved();
  await expect(undo).toBeVisible();
  await cell(1).fill('daily people');
  await expect(undo).toHaveCount(0);
  await expect(cell(3)).toHaveValue('');
});

test('on a phone, what undoes stays in the window beside a table that is longer', async ({ page, seedAttempt }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  const scale = Array.from({ length: 6 }, (_, row) => ({ quantity: `quantity ${row + 1}`, value: '200M' }));
  const id = await seedAttempt({ answers: [['clarify', { fields: { scale } }]] });
  await new Workspace(page).open(id);
  await page.getByRole('button', { name: 'Remove row 2 of Scale' }).click();
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeInViewport({ ratio: 1 });
  await undo.click();
  await expect(page.getByRole('textbox', { name: 'Scale, row 2, Quantity', exact: true })).toHaveValue('quantity 2');
});

test('a full list says so, and what is typed next does not run into its last item', async ({ page, seedAttempt }) => {
  const id = await seedAttempt({ answers: [] });
  await new Workspace(page).open(id);
  const item = (number: number) => page.getByRole('textbox', { name: `Data today, item ${number}`, exact: true });
  await item(1).focus();
  for (let number = 1; number <= 9; number += 1) {
    await page.keyboard.type(`item ${number}`);
    await page.keyboard.press('Enter');
  }
  const notice = page.getByRole('group', { name: 'Data today', exact: true }).getByRole('status');
  await expect(notice).toContainText('8 items is the limit');
  await expect(notice).toBeFocused();
  await expect(item(8)).toHaveValue('item 8');
  await expect(item(9)).toHaveCount(0);
  await page.keyboard.press('ArrowUp');
  await expect(item(8)).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type(', the last');
  await expect(item(8)).toHaveValue('item 8, the last');
  await expect(notice).toHaveText('');
  // Between two items there is no room either.
  await item(3).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('more');
  await expect(notice).toBeFocused();
  await expect(item(4)).toHaveValue('item 4');
});

test('pasted lines become items; those over the limit stay together in the last', async ({ page, seedAttempt }) => {
  const id = await seedAttempt({ answers: [['clarify', { fields: { data_today: ['logs'] } }]] });
  await new Workspace(page).open(id);
  const paste = (name: string, text: string) =>
    page.getByRole('textbox', { name, exact: true }).evaluate((box, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      box.focus();
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  const list = page.getByRole('group', { name: 'Data today', exact: true });
  await expect(list.getByRole('textbox')).toHaveCount(2);
  await paste('Data today, item 2', 'clicks\n\n  watches\r\nsearches\n');
  await expect(list.getByRole('status')).toHaveText('3 lines are pasted as 3 items.');
  expect(await items(page, 'Data today')).toEqual(['logs', 'clicks', 'watches', 'searches', '']);
  await list.getByRole('button', { name: 'Undo' }).click();
  await expect(list.getByRole('textbox')).toHaveCount(2);
  expect(await items(page, 'Data today')).toEqual(['logs', '']);

  await paste('Data today, item 2', Array.from({ length: 9 }, (_, line) => `line ${line + 1}`).join('\n'));
  await expect(list.getByRole('status')).toContainText('8 items is the limit: the last 3 of the 9 lines');
  expect(await items(page, 'Data today')).toEqual([
    'logs',
    ...Array.from({ length: 6 }, (_, line) => `line ${line + 1}`),
    'line 7\nline 8\nline 9',
  ]);
  await page.getByText('Go deeper').click();
  await page.getByRole('textbox', { name: 'Assumptions, item 1' }).fill('Old. ');
  await page.getByRole('combobox', { name: 'Item 1 is' }).selectOption('confirmed');
  await paste('Assumptions, item 1', 'One.\nTwo.');
  await expect(page.getByRole('textbox', { name: 'Assumptions, item 2' })).toHaveValue('Two.');
  await expect(page.getByRole('combobox', { name: 'Item 1 is' })).toHaveValue('confirmed');
  await expect(page.getByRole('combobox', { name: 'Item 2 is' })).toHaveValue('assumed');
});
