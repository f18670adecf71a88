import type { Page } from '@playwright/test';
import { STEP_LIST } from '@/lib/core/steps';
import { expect, test } from './fixtures';
import { CASE } from './seed';
import { Workspace } from './workspace';

/** Fills cells one after another with Tab between them, from the one in focus; `\n` goes to the next row with Enter. */
async function typeCells(page: Page, cells: readonly string[]): Promise<void> {
  for (const [index, cell] of cells.entries()) {
    await page.keyboard.type(cell.replace('\n', ''));
    if (cell.endsWith('\n')) await page.keyboard.press('Enter');
    else if (index < cells.length - 1) await page.keyboard.press('Tab');
  }
}

test('a guided attempt from the home page through all seven steps to its marked comparison', async ({
  page,
  guest,
}) => {
  test.slow();
  const workspace = new Workspace(page);
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });

  await test.step('from the home page to the workspace', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: CASE.title, exact: true }).click();
    await expect(page.getByRole('heading', { name: 'What the interviewer says' })).toBeVisible();
    await expect(page.getByRole('radio', { name: /^Guided/ })).toBeChecked();
    await page.getByRole('button', { name: 'Start practising' }).click();
    await page.waitForURL(/\/practice\//);
    await expect(page.getByText('Guided, senior')).toBeVisible();
  });
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';

  await test.step('1 Clarify: text, tables by keyboard, lists, assumptions, hints one at a time', async () => {
    await workspace.expectStep('clarify');
    await field('Business goal').fill('More people who still come back after 28 days.');
    await field('Scale, row 1, Quantity').focus();
    await typeCells(page, ['daily users', '200M', 'a day', 'given\n']);
    await expect(field('Scale, row 2, Quantity')).toBeFocused();
    await typeCells(page, ['peak requests', '35k', 'per second', '200M × 5 ÷ 86,400 × 3\n']);
    await typeCells(page, ['a row too many\n']);
    await page.getByRole('button', { name: 'Remove row 3 of Scale' }).click();
    await expect(field('Scale, row 3, Quantity')).toHaveValue('');
    await expect(field('Scale, row 2, Value')).toHaveValue('35k');
    // Arrows go up and down within a column.
    await field('Scale, row 2, Value').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowUp');
    await expect(field('Scale, row 1, Value')).toBeFocused();

    await field('Service levels, row 1, p99 latency, ms').fill('0.1 s');
    await field('Data today, item 1').focus();
    await page.keyboard.type('Impressions with position');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Watch time per view');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Backspace');
    await expect(field('Data today, item 2')).toBeFocused();

    await page.getByText('Go deeper').click();
    await field('Surfaces').fill('The home page.');
    await field('Assumptions, item 1').fill('The catalogue holds 100 million videos.');
    await page.getByRole('combobox', { name: 'Item 1 is' }).selectOption('confirmed');

    await expect(page.getByText('0 of 3 taken, and recorded')).toBeVisible();
    await page.getByRole('button', { name: 'Take a hint' }).click();
    await expect(page.getByText('1 of 3 taken, and recorded')).toBeVisible();
    await expect(page.getByText('A nudge')).toBeVisible();
    await expect(page.getByText('A pointer')).toHaveCount(0);
    await page.getByRole('button', { name: 'Take the next hint' }).click();
    await expect(page.getByText('2 of 3 taken, and recorded')).toBeVisible();
    await workspace.expectSaved();
  });

  await test.step('2 Frame: choices', async () => {
    await page.getByRole('button', { name: /^Next: / }).click();
    await workspace.expectStep('frame');
    await field('ML objective').fill('Given a person and a video, the value of showing it.');
    await page.getByRole('checkbox', { name: 'rank' }).check();
    await page.getByRole('checkbox', { name: 'retrieve' }).check();
    await workspace.expectSaved();
    await expect(page.getByText('0 of 3 taken, and recorded')).toBeVisible();
  });

  await test.step('3 Data: a table with a choice in it, a quantity, a length that is passed', async () => {
    await page.keyboard.press('Alt+Shift+N');
    await workspace.expectStep('data');
    await field('Features, row 1, Feature').fill('clicks in the last 7 days');
    await page.getByRole('combobox', { name: 'Features, row 1, Freshness' }).selectOption('stream');
    await field('Split').fill('By time. '.repeat(30));
    await expect(page.getByText('30 over 240: too long to say aloud')).toBeVisible();
    await page.getByText('Go deeper').click();
    const delay = page.getByRole('group', { name: 'Label delay' });
    await delay.getByRole('textbox', { name: 'Value' }).fill('30');
    await delay.getByRole('textbox', { name: 'Unit' }).fill('minutes');
    await workspace.expectSaved();
  });

  await test.step('4 Model: a diagram with its live picture, an error in place, the palette', async () => {
    await workspace.goTo('model');
    await field('Architecture').fill('Two towers, then a ranker with one head for each outcome.');
    const source = field('Model diagram');
    const picture = page.getByRole('img', { name: /^Model diagram/ });
    await source.fill('flowchart LR\n  tower[User tower] --> ranker[Ranker]');
    await expect(picture).toHaveAccessibleName('Model diagram: 2 boxes, 1 arrow');
    await expect(picture).toContainText('User tower');
    await source.press('End');
    await page.keyboard.type('\n  ranker --> ');
    await expect(page.getByText('The picture is the last one that could be drawn.')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Line \d/ })).toBeVisible();
    await expect(source).toHaveAttribute('aria-invalid', 'true');
    await expect(picture).toContainText('Ranker');
    await page.keyboard.type('[[');
    await expect(page.getByText('Mermaid cannot read this: "[[" is not expected here.')).toBeVisible();
    await expect(page.getByText('Look for a missing bracket or quotation mark')).toBeVisible();
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('heads[Heads]');
    await expect(picture).toHaveAccessibleName('Model diagram: 3 boxes, 2 arrows');
    await expect(source).toHaveAttribute('aria-invalid', 'false');
    await page.getByRole('button', { name: 'Insert a block' }).click();
    await page.getByRole('menuitem', { name: 'Feature store' }).click();
    await expect(picture).toContainText('Feature store');
    await expect(source).toBeFocused();
    await workspace.expectSaved();
  });

  await test.step('5 Evaluate', async () => {
    await workspace.goTo('evaluate');
    await field('Offline metrics, row 1, Metric').fill('NDCG@20');
    await page.getByRole('combobox', { name: 'Online metrics, row 1, Role' }).selectOption('guardrail');
    await field('Ship rule').fill('Ship when the interval is above zero and no guardrail breaks.');
    await workspace.expectSaved();
  });

  await test.step('6 Serve: the latency budget adds up and is held against the service level', async () => {
    await workspace.goTo('serve');
    await page.getByRole('radio', { name: 'online' }).check();
    await field('Serving mode: why').fill('Freshness of ten minutes.');
    await field('Latency budget, row 1, Stage').focus();
    await typeCells(page, ['retrieval', '25\n', 'features', '0.015 s\n', 'ranking', '40\n']);
    await expect(page.getByText('Sum 80 ms')).toBeVisible();
    await expect(page.getByText('of 100 ms: 20 ms to spare')).toBeVisible();
    await typeCells(page, ['re-ranking', '10-20']);
    await expect(page.getByText('(one cell has no number to add)')).toBeVisible();
    await expect(page.getByText('to spare')).toHaveCount(0);
    await field('Latency budget, row 4, ms').fill('30,5');
    await expect(page.getByText('is 10.5 ms over the 100 ms you set in Clarify')).toBeVisible();
    await field('Rollout').fill('Shadow, then 5 per cent.');
    await workspace.expectSaved();
  });

  await test.step('7 Monitor, and back to see that nothing has gone', async () => {
    await workspace.goTo('monitor');
    await field('Drift').fill('Compare the inputs by day.');
    await workspace.expectSaved();
    await expect(page.getByRole('button', { name: /^Next: / })).toHaveCount(0);
    await page.reload();
    await expect(field('Drift')).toHaveValue('Compare the inputs by day.');
    await workspace.goTo('clarify');
    await expect(field('Scale, row 2, How derived')).toHaveValue('200M × 5 ÷ 86,400 × 3');
    await expect(page.getByRole('combobox', { name: 'Item 1 is' })).toHaveValue('confirmed');
    await expect(page.getByText('2 of 3 taken, and recorded')).toBeVisible();
  });

  await test.step('submit', async () => {
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    const question = page.getByRole('dialog', { name: 'Submit this attempt?' });
    await expect(question).not.toContainText('Nothing is written in');
    await question.getByRole('button', { name: 'Submit attempt' }).click();
    await page.waitForURL(new RegExp(`/attempts/${id}`));
    await expect(page.getByText('7 of 7 steps answered')).toBeVisible();
  });

  await test.step('the comparison: every step beside its worked answer', async () => {
    await expect(page.getByText('2 of 3 hints taken')).toBeVisible();
    await page.getByRole('button', { name: 'Worked answer', exact: true }).click();
    for (const { number, shortTitle, title } of STEP_LIST) {
      await page.getByRole('link', { name: `${number} ${shortTitle}` }).click();
      await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible();
      await expect(page.getByRole('heading', { name: new RegExp(`^Worked answer ?: ${title}`) })).toBeVisible();
    }
    await page.getByRole('link', { name: '4 Model' }).click();
    await expect(page.getByRole('img', { name: /^Model diagram|^Diagram/ }).filter({ visible: true })).toContainText(
      'Heads',
    );
  });

  await test.step('an expectation is found, with words selected in the answer', async () => {
    await page.getByRole('link', { name: '1 Clarify' }).click();
    await page.getByRole('button', { name: 'Checklist', exact: true }).click();
    const answer = page.getByText('More people who still come back after 28 days.', { exact: true });
    await answer.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const box = await answer.boundingBox();
    if (!box) throw new Error('The answer is not on the screen.');
    // From before its first letter to the middle of the line, as a hand would.
    await page.mouse.move(box.x + 1, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.5, box.y + 8, { steps: 8 });
    await page.mouse.up();
    const bar = page.getByRole('region', { name: 'Selected words' });
    await expect(bar).toContainText('More people');
    const first = page.getByRole('button', { name: 'Mark as found with this quote' }).first();
    await first.click();
    await expect(page.getByRole('blockquote').getByText(/^More people/)).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: /^1 of \d+ expectations marked/ })).toBeAttached();
    await expect(bar).toBeHidden();
    // The sign in the answer's margin leads to the checklist, and back.
    await page.getByRole('button', { name: /^Found 1\.1/ }).click();
    await page.getByRole('button', { name: 'Show in my answer' }).click();
    await expect(page.getByRole('button', { name: /^Found 1\.1/ })).toBeFocused();
  });

  await test.step('others are not in the answer, and a mark can be undone', async () => {
    const notThere = page.getByRole('button', { name: 'Mark as not in my answer' }).filter({ visible: true });
    await notThere.first().click();
    await expect(page.getByText('Not in my answer', { exact: true })).toBeVisible();
    await notThere.first().click();
    await page.getByRole('button', { name: 'Undo the mark of 1.3' }).click();
    await expect.poll(async () => (await guest.read(id)).marks.map(({ found }) => found)).toEqual([true, false]);
  });

  await test.step('what is kept, is kept', async () => {
    await page.reload();
    await page.getByRole('button', { name: 'Checklist', exact: true }).click();
    await expect(page.getByRole('blockquote').getByText(/^More people/)).toBeVisible();
    const stored = await guest.read(id);
    expect(stored.hints.map(({ step, number }) => `${step} ${number}`)).toEqual(['clarify 1', 'clarify 2']);
    expect(stored.answers.clarify?.answer).toEqual({
      fields: {
        business_goal: 'More people who still come back after 28 days.',
        scale: [
          { quantity: 'daily users', value: '200M', unit: 'a day', formula: 'given' },
          { quantity: 'peak requests', value: '35k', unit: 'per second', formula: '200M × 5 ÷ 86,400 × 3' },
        ],
        slo: [{ p99: '0.1 s' }],
        data_today: ['Impressions with position', 'Watch time per view'],
        surfaces: 'The home page.',
        assumptions: [{ text: 'The catalogue holds 100 million videos.', status: 'confirmed' }],
      },
    });
    expect(stored.answers.frame?.answer).toMatchObject({ fields: { task: { chosen: ['rank', 'retrieve'] } } });
    expect(stored.answers.data?.answer).toMatchObject({ fields: { features: [{ freshness: 'stream' }] } });
    expect(stored.activeMs).toBeGreaterThan(0);
  });
});
