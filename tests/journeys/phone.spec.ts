import { devices, type Page } from '@playwright/test';
import { STEP_LIST } from '@/lib/core/steps';
import { expect, test } from './fixtures';
import { CASE } from './seed';
import { filledAttempt } from './whole-answers';
import { Workspace } from './workspace';

const WIDTH = 360;
const { defaultBrowserType: _, ...phone } = devices['Galaxy S9+'] ?? {};
test.use({ ...phone, viewport: { width: WIDTH, height: 640 }, isMobile: true, hasTouch: true });

/** Nothing is wider than the screen: the page cannot be pushed sideways. Names what is, save for what scrolls by itself. */
async function expectNoSidewaysScroll(page: Page, screen: string): Promise<void> {
  const wide = await page.evaluate((width) => {
    const root = document.scrollingElement ?? document.documentElement;
    if (root.scrollWidth <= width && window.innerWidth <= width) return [];
    const isClipped = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).overflowX !== 'visible' || isClipped(element.parentElement));
    const outermost = [...document.body.querySelectorAll('*')].filter(
      (one) => one.getBoundingClientRect().right > width + 1 && one.checkVisibility() && !isClipped(one.parentElement),
    );
    return [`${root.scrollWidth} px wide`, ...outermost.slice(0, 3).map((one) => one.outerHTML.slice(0, 200))];
  }, WIDTH);
  expect.soft(wide, `sideways scroll on ${screen}`).toEqual([]);
}

test('a guided attempt on a phone of 360 px, by touch', async ({ page, guest }) => {
  test.slow();
  const workspace = new Workspace(page);
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  await page.goto('/');
  await expectNoSidewaysScroll(page, 'home');
  await page.getByRole('link', { name: CASE.title, exact: true }).tap();
  await expect(page.getByRole('heading', { level: 1, name: CASE.title })).toBeVisible();
  await expectNoSidewaysScroll(page, 'case');
  await page.getByRole('button', { name: 'Start practising' }).tap();
  await page.waitForURL(/\/practice\//);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';

  await expect(page.getByRole('navigation', { name: 'Steps' }).getByRole('combobox', { name: 'Step' })).toBeVisible();
  await field('Business goal').tap();
  await page.keyboard.type('Retention.');
  // A row of a table is a block with its labels, as wide as the screen allows.
  const cell = field('Scale, row 1, Quantity');
  await cell.tap();
  await page.keyboard.type('daily users');
  expect((await cell.boundingBox())?.width).toBeGreaterThan(250);
  await workspace.expectSaved();

  await page.getByRole('button', { name: 'Prompt, hints, findings, numbers' }).tap();
  const sheet = page.getByRole('dialog', { name: 'Prompt, hints, findings, numbers' });
  await expect(sheet.getByRole('heading', { name: 'The interviewer said' })).toBeVisible();
  await sheet.getByRole('button', { name: 'Take a hint' }).tap();
  await expect(sheet.getByText('1 of 3 taken, and recorded')).toBeVisible();
  await expectNoSidewaysScroll(page, 'the prompt and hints');
  await sheet.getByRole('button', { name: 'Close' }).tap();
  await expect(sheet).toBeHidden();

  for (const step of STEP_LIST) {
    await workspace.expectStep(step.id);
    await page.getByText('Go deeper').tap();
    await expectNoSidewaysScroll(page, `the step ${step.id}`);
    const next = page.getByRole('button', { name: 'Next step' });
    if (step.id === 'monitor') await expect(next).toBeDisabled();
    else await next.tap();
  }
  await page.getByRole('combobox', { name: 'Step' }).selectOption('7 Monitoring and infrastructure');
  await field('Drift').fill('Compare the inputs by day.');
  await workspace.expectSaved();
  await page.getByRole('combobox', { name: 'Step' }).selectOption('4 Model development');
  await field('Model diagram').fill(
    'flowchart LR\n  a[User tower] --> b[Ranker] --> c[Heads] --> d[Blend] --> e[Page]',
  );
  await expect(page.getByRole('img', { name: 'Model diagram: 5 boxes, 4 arrows' })).toBeVisible();
  await expectNoSidewaysScroll(page, 'a diagram');
  await workspace.expectSaved();

  await page.getByRole('button', { name: 'Earlier saves' }).tap();
  const saves = page.getByRole('dialog', { name: 'Earlier saves' });
  await saves.getByRole('list').getByRole('button').first().tap();
  await expect(saves.getByRole('button', { name: 'Restore this text' })).toBeVisible();
  await expectNoSidewaysScroll(page, 'an earlier save');
  await saves.getByRole('button', { name: 'Back to the list' }).tap();
  await saves.getByRole('button', { name: 'Close' }).tap();

  await page.getByRole('button', { name: 'Submit', exact: true }).tap();
  const question = page.getByRole('dialog', { name: 'Submit this attempt?' });
  await expectNoSidewaysScroll(page, 'the question before submitting');
  await question.getByRole('button', { name: 'Submit attempt' }).tap();
  await page.waitForURL(/\/attempts\//);

  await expect(page.getByText('Retention.', { exact: true })).toBeVisible();
  await expectNoSidewaysScroll(page, 'the comparison, my answer');
  await page.getByRole('button', { name: 'Worked answer', exact: true }).tap();
  await expect(page.getByText('Retention.', { exact: true })).toBeHidden();
  await expectNoSidewaysScroll(page, 'the comparison, worked answer');
  await page.getByRole('button', { name: 'Checklist', exact: true }).tap();
  await page.getByRole('button', { name: 'Find it in my answer' }).filter({ visible: true }).first().tap();
  const picker = page.getByRole('dialog', { name: /Which of your words say/ });
  await picker.getByRole('button', { name: /Retention\./ }).tap();
  await expectNoSidewaysScroll(page, 'the choice of a quote');
  await picker.getByRole('button', { name: 'Mark as found with this quote' }).tap();
  await expect.poll(async () => (await guest.read(id)).marks[0]?.quote?.text).toBe('Retention.');
});

test('a blank page is tagged by touch, several sentences at once', async ({ page, guest, seedAttempt }) => {
  const text = 'I ask who uses it. Two stages rank. Watch time is the label. We watch drift.';
  const id = await seedAttempt({ mode: 'blank', answers: [['page', { text, tags: [] }]] });
  const workspace = new Workspace(page);
  await workspace.open(id);
  await page.getByRole('button', { name: 'Tag with steps' }).tap();
  // What a finger does is told; keys that are not there are not.
  await expect(page.getByText('press a sentence, then a step')).toBeVisible();
  await expect(page.getByText('arrows move')).toBeHidden();
  const sentences = page.getByRole('listbox', { name: 'Sentences of your page' }).getByRole('option');
  await sentences.nth(1).tap();
  await page.getByRole('button', { name: 'Several' }).tap();
  await sentences.nth(2).tap();
  await page.getByRole('button', { name: '4 Model' }).tap();
  await expect(page.getByText('2 of 4 sentences without a step.')).toBeVisible();
  // One press, one sentence again.
  await sentences.nth(0).tap();
  await page.getByRole('button', { name: '1 Clarify' }).tap();
  await expect(page.getByText('1 of 4 sentences without a step.')).toBeVisible();
  await expectNoSidewaysScroll(page, 'tagging');
  await workspace.expectSaved();
  const stepOf = (words: string) => ({ start: text.indexOf(words), step: words.startsWith('I') ? 'clarify' : 'model' });
  expect((await guest.read(id)).answers.page?.answer).toMatchObject({
    tags: [stepOf('I ask'), stepOf('Two stages')],
  });
});

test('no screen of the product scrolls sideways on a phone', async ({ page, seedAttempt, guard }) => {
  test.slow();
  const ids = [];
  for (const mode of ['guided', 'unaided', 'blank'] as const) {
    // Long words without a break are what breaks a narrow page.
    const filling = { text: `We retrieve ${'x'.repeat(120)} in 25 ms.`, diagram: 'flowchart TB\n  a --> b' };
    ids.push(await seedAttempt({ mode, answers: filledAttempt(mode, filling), submitted: true }));
  }
  const open = await seedAttempt({ mode: 'blank', answers: filledAttempt('blank') });
  const unaided = await seedAttempt({ mode: 'unaided' });
  guard.provokes(/status of 404/);
  const addresses = [
    '/',
    '/attempts',
    ...ids.map((id) => `/attempts/${id}`),
    `/attempts/${open}`,
    `/attempts/compare?a=${ids[0]}&b=${ids[1]}`,
    `/practice/${open}`,
    `/practice/${unaided}`,
    '/steps',
    '/steps/model',
    '/steps/outlines',
    '/groups',
    '/notices',
    '/nothing-here',
    ...['video-recommendation', 'visual-search', 'ad-click-prediction'].flatMap((slug) => [
      `/cases/${slug}`,
      ...STEP_LIST.map(({ id }) => `/cases/${slug}/${id}`),
    ]),
  ];
  for (const address of addresses) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoSidewaysScroll(page, address);
  }
});
