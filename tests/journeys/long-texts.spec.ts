import { expect, test } from './fixtures';
import { Workspace } from './workspace';

const FAMILY = '👩‍👩‍👧‍👦 naïve e\u0301 𝒳 '; // Joined emoji, a combining accent, a letter beyond 16 bits.
const ARABIC = 'نظام التوصيات على مرحلتين: الاسترجاع ثم الترتيب.';
const HEBREW = 'קודם שואלים, ואז מציירים.';

/** At which edge of its block a text begins. */
function edgeOfFirstLetter(block: Element): 'left' | 'right' {
  const letters = document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode();
  if (!letters) throw new Error('There is no text.');
  const range = document.createRange();
  range.setStart(letters, 0);
  range.setEnd(letters, 1);
  const [letter, whole] = [range.getBoundingClientRect(), block.getBoundingClientRect()];
  return letter.left - whole.left < whole.right - letter.right ? 'left' : 'right';
}

test('emoji and right-to-left text are kept to the letter, shown in their direction, and quoted', async ({
  page,
  guest,
  seedAttempt,
}) => {
  const id = await seedAttempt({ answers: [] });
  const workspace = new Workspace(page);
  await workspace.open(id);
  const goal = page.getByRole('textbox', { name: 'Business goal' });
  await goal.fill(`${FAMILY}${FAMILY}`);
  const cost = page.getByRole('textbox', { name: 'Cost of errors' });
  await cost.fill(ARABIC);
  await page.getByRole('textbox', { name: 'Data today, item 1' }).fill(HEBREW);
  const directionOf = (element: Element) => getComputedStyle(element).direction;
  expect(await goal.evaluate(directionOf)).toBe('ltr');
  expect(await cost.evaluate(directionOf)).toBe('rtl');
  await workspace.expectSaved();
  expect((await guest.read(id)).answers.clarify?.answer).toEqual({
    fields: { business_goal: `${FAMILY}${FAMILY}`, error_cost: ARABIC, data_today: [HEBREW] },
  });
  await page.reload();
  await expect(goal).toHaveValue(`${FAMILY}${FAMILY}`);

  await workspace.submit();
  const paragraph = page.getByRole('paragraph').filter({ hasText: ARABIC, visible: true });
  await expect(paragraph).toHaveCount(1);
  expect(await paragraph.evaluate(edgeOfFirstLetter)).toBe('right');
  const leftToRight = page.getByRole('paragraph').filter({ hasText: FAMILY.trim(), visible: true });
  expect(await leftToRight.evaluate(edgeOfFirstLetter)).toBe('left');
  // A quote of it is the words exactly, marks and all.
  await page.getByRole('button', { name: 'Checklist', exact: true }).click();
  await page.getByRole('button', { name: 'Find it in my answer' }).first().click();
  const picker = page.getByRole('dialog');
  await picker.getByRole('button', { name: HEBREW }).click();
  await picker.getByRole('button', { name: 'Mark as found with this quote' }).click();
  await expect.poll(async () => (await guest.read(id)).marks[0]?.quote?.text).toBe(HEBREW);
});

test('100 kB pasted at once are saved within reason, stay editable, and are readable at the end', async ({
  page,
  context,
  guest,
  seedAttempt,
}) => {
  const sentence = 'Sentence NUMBER weighs retrieval against ranking with figures, in a line of its own.\n';
  let long = '';
  for (let number = 1; long.length < 100_000; number += 1) long += sentence.replace('NUMBER', String(number));
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const id = await seedAttempt({ mode: 'unaided', answers: [] });
  const workspace = new Workspace(page);
  await workspace.open(id);
  await page.evaluate((text) => navigator.clipboard.writeText(text), long);
  await workspace.answerTo('clarify').focus();
  await page.keyboard.press('Control+V');
  await workspace.expectSaved();
  expect((await guest.read(id)).answers.clarify?.answer).toEqual({ text: long });

  // Typing in it is still typing: twenty letters, each drawn before the next.
  await page.keyboard.type('Twenty more letters.');
  await expect(workspace.answerTo('clarify')).toHaveValue(`${long}Twenty more letters.`);
  await workspace.expectSaved();

  await workspace.submit();
  await expect(page.getByText('Twenty more letters.')).toBeVisible();
});

test('an answer over the limit is not sent, not cut and not lost', async ({ page, guest, guard, seedAttempt }) => {
  const id = await seedAttempt({ mode: 'unaided', answers: [] });
  const workspace = new Workspace(page);
  await workspace.open(id);
  guard.provokes(/status of 413/);
  // 100,000 letters of three bytes each: more than 256 kB, fewer than the letters an answer may have.
  await workspace.answerTo('clarify').fill('語'.repeat(100_000));
  await expect(page.getByText('This is longer than the 256 kB that an answer may have.')).toBeVisible();
  await expect(workspace.status).toHaveText('On this device only');
  await workspace.answerTo('clarify').fill('語'.repeat(1000));
  await workspace.expectSaved();
  expect((await guest.read(id)).answers.clarify?.answer).toEqual({ text: '語'.repeat(1000) });
});
