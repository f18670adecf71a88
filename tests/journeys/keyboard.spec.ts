import { expect, test } from './fixtures';
import { CASE } from './seed';
import { tabTo } from './tab-to';

test('by keyboard alone: from the home page to a marked expectation', async ({ page, guest }) => {
  test.slow();
  const textbox = (name: string) => page.getByRole('textbox', { name, exact: true });
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  await page.goto('/');

  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('link', { name: CASE.title, exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: CASE.title })).toBeVisible();

  // Mode and level by arrows within their group.
  await tabTo(page, page.getByRole('radio', { name: /^Guided/ }));
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: /^Senior/ })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('radio', { name: /^Mid/ })).toBeChecked();
  await tabTo(page, button('Start practising'));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/practice\//);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';

  await tabTo(page, textbox('Business goal'));
  await page.keyboard.type('Retention after 28 days decides. Clicks do not.');
  await page.keyboard.press('Tab');
  await expect(textbox('Scale, row 1, Quantity')).toBeFocused();
  await page.keyboard.type('users');
  await page.keyboard.press('Tab');
  await page.keyboard.type('200M');
  await page.keyboard.press('Enter');
  await page.keyboard.type('videos');
  await expect(textbox('Scale, row 2, Quantity')).toHaveValue('videos');
  // Tab leaves the table: no trap.
  await tabTo(page, textbox('Cost of errors'), 'Tab', 30);
  await page.keyboard.type('The viewer pays for a bad one.');

  await tabTo(page, button('Take a hint'));
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 of 3 taken, and recorded')).toBeVisible();
  await expect(button('Take the next hint')).toBeFocused();

  await page.keyboard.press('Alt+Shift+N');
  await expect(page.getByRole('heading', { level: 1, name: 'Frame as an ML task' })).toBeFocused();
  await tabTo(page, page.getByRole('checkbox', { name: 'rank' }));
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox', { name: 'rank' })).toBeChecked();
  await page.keyboard.press('Alt+Shift+P');
  await expect(page.getByRole('heading', { level: 1, name: 'Clarify requirements' })).toBeFocused();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Alt+Shift+N');
  await expect(page.getByRole('heading', { level: 1, name: 'Model development' })).toBeFocused();

  // The palette of the diagram: a menu by arrows and letters; Escape and a choice both lead back.
  await tabTo(page, button('Insert a block'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await tabTo(page, button('Insert a block'), 'Shift+Tab', 5);
  await page.keyboard.press('Enter');
  await page.keyboard.type('ranker');
  await expect(page.getByRole('menuitem', { name: 'Ranker', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(textbox('Model diagram')).toBeFocused();
  await expect(textbox('Model diagram')).toHaveValue(/Ranker/);
  await expect(page.getByRole('img', { name: 'Model diagram: 1 box, 0 arrows' })).toBeVisible();
  await tabTo(page, page.getByRole('region', { name: 'Picture of Model diagram' }), 'Tab', 6);

  // Dialogs take the focus, keep it and give it back.
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Shortcuts' })).toBeVisible();
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('Tab');
  expect(await page.getByRole('dialog').evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await tabTo(page, button('Earlier saves'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Earlier saves' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(button('Earlier saves')).toBeFocused();

  await tabTo(page, button('Submit'), 'Tab', 5);
  await page.keyboard.press('Enter');
  await tabTo(page, button('Submit attempt'), 'Tab', 5);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/attempts\//);

  await tabTo(page, page.getByRole('button', { name: 'Checklist', exact: true }));
  await page.keyboard.press('Enter');
  await tabTo(page, button('Find it in my answer'));
  await page.keyboard.press('Enter');
  const picker = page.getByRole('dialog', { name: /Which of your words say/ });
  await expect(picker).toBeVisible();
  await tabTo(page, picker.getByRole('searchbox', { name: 'Search your answer' }), 'Tab', 5);
  await page.keyboard.type('clicks');
  await tabTo(page, picker.getByRole('button', { name: /Clicks do not\./ }), 'Tab', 8);
  await page.keyboard.press('Enter');
  await tabTo(page, picker.getByRole('button', { name: 'End a word earlier' }), 'Tab', 12);
  await page.keyboard.press('Enter');
  await expect(picker.getByRole('blockquote')).toHaveText('Clicks do');
  await tabTo(page, picker.getByRole('button', { name: 'End a word later' }), 'Tab', 5);
  await page.keyboard.press('Enter');
  await tabTo(page, picker.getByRole('button', { name: 'Mark as found with this quote' }), 'Tab', 5);
  await page.keyboard.press('Enter');
  await expect(picker).toBeHidden();
  await expect(page.getByRole('blockquote').getByText('Clicks do not.')).toBeVisible();
  await expect.poll(async () => (await guest.read(id)).marks[0]?.quote?.text).toBe('Clicks do not.');
  // The focus stays in the checklist.
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
  await tabTo(page, button('Mark as not in my answer'));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Not in my answer', { exact: true })).toBeVisible();
  await expect.poll(async () => (await guest.read(id)).marks.length).toBe(2);
});

test('by keyboard alone: the sentences of a blank page are tagged', async ({ page, guest, seedAttempt }) => {
  const id = await seedAttempt({ mode: 'blank', answers: [] });
  await page.goto(`/practice/${id}`);
  await tabTo(page, page.getByRole('textbox', { name: 'Your page' }));
  await page.keyboard.type('Ask first.\nThen rank.\nThen watch.');
  await tabTo(page, page.getByRole('button', { name: 'Tag with steps' }), 'Shift+Tab', 5);
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('listbox', { name: 'Sentences of your page' }), 'Tab', 15);
  await page.keyboard.press('1');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('6');
  await expect(page.getByText('Every sentence has a step.')).toBeVisible();
  await expect
    .poll(async () => (await guest.read(id)).answers.page?.answer)
    .toEqual({
      text: 'Ask first.\nThen rank.\nThen watch.',
      tags: [
        { start: 0, end: 10, step: 'clarify' },
        { start: 11, end: 33, step: 'serve' },
      ],
    });
});
