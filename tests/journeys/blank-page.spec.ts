import { expect, test } from './fixtures';
import { Workspace } from './workspace';

const SENTENCES = [
  'I ask how many people use it.',
  'It is ranking in two stages.',
  'Watch time is the label.',
  'We watch the calibration.',
];

test('a blank page is written, its sentences are given to steps, and the comparison sorts them', async ({
  page,
  guest,
  seedAttempt,
}) => {
  const id = await seedAttempt({ mode: 'blank', answers: [] });
  const workspace = new Workspace(page);
  await workspace.open(id);
  await expect(page.getByRole('navigation', { name: 'Steps' })).toHaveCount(0);
  await workspace.sheet.fill(SENTENCES.join(' '));
  await page.getByRole('button', { name: 'Tag with steps' }).click();

  const sentences = page.getByRole('listbox', { name: 'Sentences of your page' });
  await expect(sentences.getByRole('option')).toHaveCount(4);
  await expect(page.getByText('4 of 4 sentences without a step.')).toBeVisible();
  // By keyboard: a step is given and the next sentence is on.
  await sentences.focus();
  await page.keyboard.press('1');
  await page.keyboard.press('2');
  await page.keyboard.press('3');
  // By pointer.
  await sentences.getByRole('option', { name: SENTENCES[3] ?? '' }).click();
  await page.getByRole('button', { name: '7 Monitor' }).click();
  await expect(page.getByText('Every sentence has a step.')).toBeVisible();
  await expect(sentences.getByRole('option').nth(1)).toContainText('Frame');
  await workspace.expectSaved();

  // Several at once, and taken away again.
  await sentences.getByRole('option').nth(1).click();
  await sentences
    .getByRole('option')
    .nth(2)
    .click({ modifiers: ['Shift'] });
  await page.getByRole('button', { name: '0 No step' }).click();
  await expect(page.getByText('2 of 4 sentences without a step.')).toBeVisible();
  await sentences.getByRole('option').nth(1).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('4');
  await expect(page.getByText('Every sentence has a step.')).toBeVisible();
  await workspace.expectSaved();

  await workspace.submit();
  await expect(page.getByRole('heading', { level: 2, name: 'Clarify requirements' })).toBeVisible();
  const section = page.getByRole('region', { name: 'Clarify requirements', exact: false }).first();
  await expect(section.getByText(SENTENCES[0] ?? '', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: /^4 Model/ }).click();
  await expect(page.getByText(`${SENTENCES[1]} ${SENTENCES[2]}`)).toBeVisible();
  await page.getByRole('link', { name: /^5 Evaluate/ }).click();
  await expect(
    page.getByText('No words of your page are tagged with this step.').filter({ visible: true }),
  ).toHaveCount(1);
  const stored = await guest.read(id);
  expect(stored.answers.page?.answer).toMatchObject({
    tags: [{ step: 'clarify' }, { step: 'model' }, { step: 'monitor' }],
  });
});

test('submitting a page without tags says so first, and leads to the sentences', async ({ page, seedAttempt }) => {
  const id = await seedAttempt({ mode: 'blank', answers: [['page', { text: SENTENCES.join(' '), tags: [] }]] });
  const workspace = new Workspace(page);
  await workspace.open(id);
  const submit = page.getByRole('button', { name: 'Submit', exact: true });
  const question = page.getByRole('dialog', { name: 'Submit this attempt?' });
  await submit.click();
  await expect(question).toContainText('4 of 4 sentences have no step yet.');
  await question.getByRole('button', { name: 'Tag with steps' }).click();
  await expect(question).toBeHidden();
  await expect(page.getByRole('listbox', { name: 'Sentences of your page' })).toBeFocused();
  await page.keyboard.press('1');
  await page.keyboard.press('2');
  await page.keyboard.press('3');
  await submit.click();
  await expect(question).toContainText('1 of 4 sentences has no step yet.');
  await question.getByRole('button', { name: 'Keep writing' }).click();
  await expect(submit).toBeFocused();

  await page.getByRole('option', { name: SENTENCES[3] ?? '' }).click();
  await page.getByRole('button', { name: '7 Monitor' }).click();
  await submit.click();
  await expect(question).toContainText('Your answers are frozen');
  await expect(question).not.toContainText('no step yet');
  await expect(question.getByRole('button', { name: 'Tag with steps' })).toHaveCount(0);
  await question.getByRole('button', { name: 'Submit attempt' }).click();
  await page.waitForURL(/\/attempts\//);
  // A reader of the screen begins at what this page is.
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('tags stay on their words while the text around them is edited', async ({ page, guest, seedAttempt }) => {
  const text = 'Ask for the scale. Rank in two stages.';
  const id = await seedAttempt({
    mode: 'blank',
    answers: [['page', { text, tags: [{ start: 19, end: 38, step: 'model' }] }]],
  });
  const workspace = new Workspace(page);
  await workspace.open(id);
  await expect(workspace.sheet).toHaveValue(text);

  /** The tagged words as the server has them. */
  const tagged = async () => {
    const answer = (await guest.read(id)).answers.page?.answer;
    return answer && 'tags' in answer ? answer.tags.map((tag) => answer.text.slice(tag.start, tag.end)) : null;
  };

  await workspace.sheet.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('First of all: 🎬 ');
  await expect.poll(tagged).toEqual(['Rank in two stages.']);
  // Words typed inside belong to the tag.
  await page.keyboard.press('Control+End');
  for (let step = 0; step < ' stages.'.length; step += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.type(' or three');
  await expect.poll(tagged).toEqual(['Rank in two or three stages.']);
  await page.getByRole('button', { name: 'Tag with steps' }).click();
  await expect(page.getByRole('option', { name: 'Rank in two or three stages.' })).toContainText('Model');
  await page.getByRole('button', { name: 'Write', exact: true }).click();
  // A tag whose words are all gone goes too.
  await workspace.sheet.fill('Everything anew.');
  await expect.poll(tagged).toEqual([]);
});
