import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { test as coaching } from './coaching';
import { DeskScreen } from './desk-screen';
import { expect, test } from './fixtures';
import { CASE } from './seed';
import { tabTo } from './tab-to';
import { Workspace } from './workspace';

/** The examples of the case's data step that count, by expectation: words that the matcher must know. */
const EXAMPLES = new Map(
  readFileSync(`content/cases/${CASE.slug}/3-data.md`, 'utf8')
    .split(/^- (?=.*`[a-z-]+` weight)/m)
    .slice(1)
    .map((entry) => [
      /`([a-z-]+)` weight/.exec(entry)?.[1] ?? '',
      { statement: entry.split(' `')[0] ?? '', counts: /counts: (.*)/.exec(entry)?.[1] ?? '' },
    ]),
);
const example = (id: string) => EXAMPLES.get(id) ?? { statement: '', counts: '' };

const SPLIT = example('split-by-time');
const SNAPSHOTS = example('as-served-features');
/** What denies the point is never found, however close it comes. */
const DENIED = `It is not true that ${SNAPSHOTS.statement.replace(/^The/, 'the')}`;
const ANSWER = `${SPLIT.counts}\n\n${DENIED}`;

const checklist = (page: Page) => page.getByRole('region', { name: /^Checklist\s?: Data/ });
const item = (page: Page, statement: string) =>
  checklist(page)
    .getByRole('listitem')
    .filter({ hasText: statement.slice(0, 60) });
const summary = (page: Page) => page.getByRole('region', { name: 'What was found', exact: true });

async function openChecklist(page: Page, id: string): Promise<void> {
  await page.goto(`/attempts/${id}#data`);
  await page.getByRole('button', { name: 'Checklist', exact: true }).click();
  await expect(checklist(page)).toBeVisible();
}

async function look(page: Page): Promise<void> {
  await checklist(page)
    .getByRole('button', { name: /^Show (what was found|without marking the rest): Data/ })
    .click();
  // The first answer starts the worker.
  await expect(checklist(page).getByText(/^(Compared sentence by sentence|Keyword-level)/)).toBeVisible({
    timeout: 60_000,
  });
}

test('marks first, then sees what was found beside it, corrects it, and tries a step again', async ({
  page,
  guest,
  seedAttempt,
}) => {
  test.slow();
  const id = await seedAttempt({ mode: 'unaided', answers: [['data', { text: ANSWER }]], submitted: true });
  await openChecklist(page, id);
  await expect(checklist(page).getByText(/^Mark yourself first: \d+ to go\.$/)).toBeVisible();
  await expect(page.getByText('by the matcher')).toHaveCount(0);
  const split = item(page, SPLIT.statement);
  await split.getByRole('button', { name: 'Mark as not in my answer' }).click();
  await look(page);

  // Both stand there where they differ, and the sentence is under the marker in the answer.
  await expect(split.getByText('Not in my answer', { exact: true })).toBeVisible();
  await expect(split.getByText('Not as you marked it')).toBeVisible();
  await expect(split.getByText('Found', { exact: true })).toBeVisible();
  await expect(split.getByRole('blockquote')).toHaveText(SPLIT.counts);
  const sign = page.getByRole('button', { name: /^Matched 3\./ });
  await expect(sign).toBeVisible();
  await split.getByRole('button', { name: /^Show in my answer/ }).click();
  await expect(sign).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(split).toBeFocused();

  const denied = item(page, SNAPSHOTS.statement);
  await expect(denied.getByText('Did you mean this?')).toBeVisible();
  await denied.getByRole('button', { name: /^This is it/ }).click();
  await expect(denied.getByText('by your word: this is it')).toBeVisible();
  await expect(denied.getByRole('button', { name: /^Take back/ })).toBeFocused();
  await split.getByRole('button', { name: /^No, not this/ }).click();
  await expect(split.getByText('by your word: not this')).toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: 'Checklist', exact: true }).click();
  await expect(split.getByText('by your word: not this')).toBeVisible();
  const download = page.waitForEvent('download');
  await summary(page).getByRole('link', { name: 'Save them as example sentences' }).click();
  expect((await download).suggestedFilename()).toMatch(/^warmstart-examples-.*\.md$/);
  const lines = await guest.textOf(`/api/attempts/${id}/feedback/corrections?format=md`);
  expect(lines).toContain('  - counts: It is not true that');
  expect(lines).toContain('  - does not count: ');
  await split.getByRole('button', { name: /^Take back/ }).click();
  await expect(split.getByText('by the matcher')).toBeVisible();

  // What was missed leads to where it is told, and to another try.
  await expect(
    summary(page)
      .getByRole('heading', { name: /Missed \(\d+\)/ })
      .first(),
  ).toBeVisible();
  const missed = item(page, example('propensity-logging').statement);
  await missed.getByRole('button', { name: /^Worked answer: / }).click();
  await expect(page.getByRole('heading', { level: 4, name: 'Logging first' })).toBeFocused();
  await page.getByRole('button', { name: 'Checklist', exact: true }).click();
  await missed.getByRole('button', { name: /^Try this step again: Data and features/ }).click();
  await page.waitForURL(/\/practice\//);
  const workspace = new Workspace(page);
  await workspace.expectStep('data');
  await expect(page.getByText('Unaided, senior, only Data and features')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Steps' }).getByRole('button')).toHaveCount(1);
  await expect(page.getByRole('button', { name: /^Next:/ })).toHaveCount(0);
  await page.keyboard.press('Alt+ArrowRight');
  await workspace.answerTo('data').fill('We log the propensity.');
  await workspace.expectSaved();
  await page.getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(page.getByRole('dialog')).not.toContainText('Nothing is written');
  await page.getByRole('dialog').getByRole('button', { name: 'Submit attempt' }).click();
  await page.waitForURL(/\/attempts\//);
  await expect(page.getByRole('navigation', { name: 'Steps of this attempt' }).getByRole('link')).toHaveCount(1);
  await expect(page.getByText('step answered')).toBeVisible();
  const small = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  expect(await guest.read(small)).toMatchObject({ onlyStep: 'data', followsId: id });
});

test('contradictions show both passages and why', async ({ page, seedAttempt }) => {
  test.slow();
  const stages = [
    { stage: 'retrieval', ms: '100' },
    { stage: 'ranking', ms: '150' },
  ];
  const id = await seedAttempt({
    answers: [
      ['clarify', { fields: { slo: [{ p99: '200', availability: '99.9' }] } }],
      ['serve', { fields: { latency_budget: stages } }],
    ],
    submitted: true,
  });
  await page.goto(`/attempts/${id}`);
  await expect(page.getByRole('heading', { name: 'Contradictions' })).toHaveCount(0);
  await summary(page).getByRole('button', { name: 'Show without marking the rest in all steps' }).click();
  const found = page.getByRole('region', { name: 'Contradictions' });
  await expect(found.getByText('The 2 stages come to 100 + 150 = 250 ms > 200 ms, the latency agreed on.')).toBeVisible(
    {
      timeout: 60_000,
    },
  );
  await expect(found.getByRole('blockquote')).toHaveText(['retrieval · 100', 'ranking · 150', '200 · 99.9']);
  await found.getByRole('button', { name: 'Show in my answer: side 1 of contradiction 1' }).click();
  // Each stage has a sign; the first is where the side begins.
  const sign = page
    .getByRole('button', { name: /^Contradiction 1:/ })
    .filter({ visible: true })
    .first();
  await expect(sign).toBeFocused();
  await expect(page.getByRole('link', { name: /6 Serve/ })).toHaveAttribute('aria-current', 'step');
});

test('says when it matched by keywords only', async ({ page, seedAttempt }) => {
  const id = await seedAttempt({ mode: 'unaided', answers: [['data', { text: ANSWER }]], submitted: true });
  await page.route('**/feedback', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    const response = await route.fetch({ timeout: 60_000 });
    const { feedback } = (await response.json()) as { feedback: object };
    await route.fulfill({ response, json: { feedback: { ...feedback, level: 'keywords', encoder: null } } });
  });
  await openChecklist(page, id);
  await look(page);
  await expect(checklist(page).getByText('Keyword-level matching')).toBeVisible();
  await checklist(page).getByRole('link', { name: 'How feedback works' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'How feedback works' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What it cannot see' })).toBeVisible();
});

test('while practising: what was found so far, and the numbers as they are typed', async ({
  page,
  guest,
  seedAttempt,
}) => {
  test.slow();
  const id = await seedAttempt({ answers: [['data', { fields: { split: SPLIT.counts } }]] });
  const workspace = new Workspace(page);
  await workspace.open(id, 'data');
  const panel = page.getByRole('region', { name: 'What was found so far' });
  await panel.getByRole('button', { name: /^Look through this step/ }).click();
  await expect(panel.getByText(/^\d+ found, \d+ unclear, \d+ not found yet$/)).toBeVisible({ timeout: 60_000 });
  await expect(panel.getByText(SPLIT.counts)).toBeVisible();
  const shown = await panel.getByRole('listitem').allInnerTexts();
  const hidden = [...EXAMPLES.values()].filter(({ statement }) => !shown.some((text) => text.includes(statement)));
  expect(hidden.length).toBeGreaterThan(2);
  // Neither on the screen nor in what the server gave.
  const given = await guest.textOf(`/api/attempts/${id}/feedback`);
  for (const { statement } of hidden) expect(given).not.toContain(statement.slice(0, 60));

  const numbers = page.getByRole('region', { name: /^Your numbers/ });
  await page.getByRole('textbox', { name: /^Split/ }).fill('We have 200M DAU, and the p99 is 120 ms.');
  await expect(numbers.getByText('200M DAU')).toBeVisible();
  await expect(panel.getByText('The answer has changed since.')).toBeVisible();
  await page.getByRole('textbox', { name: /^Split/ }).fill('200M users × 5 loads / 86,400 = 11.6k QPS.');
  await expect(numbers.getByText('11.6k QPS')).toBeVisible();
  await expect(numbers.getByText('Look again:')).toHaveCount(0);
  await page.getByRole('textbox', { name: /^Split/ }).fill('100M users × 5 loads / 86,400 = 11.6k QPS.');
  await expect(numbers.getByText('Look again:')).toBeVisible();
  await workspace.goTo('serve');
  // They are there in the later steps too, to be used again.
  const users = numbers.getByRole('button', { name: /^Put 100M users where I write/ });
  await users.click();
  await expect(numbers.getByText('Put the caret into your answer first')).toBeVisible();
  const path = page.getByRole('textbox', { name: 'Request path', exact: true });
  await path.fill('Sized for');
  await users.click();
  await expect(path).toHaveValue('Sized for 100M users');
  await expect(path).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(path).toHaveValue('Sized for');
  await expect(panel.getByRole('button', { name: /^Look through this step: Deployment/ })).toBeVisible();
});

test('a number whose source has changed is marked, also after a reload', async ({ page, seedAttempt }) => {
  test.slow();
  const id = await seedAttempt({ answers: [] });
  const workspace = new Workspace(page);
  await workspace.open(id, 'data');
  const numbers = page.getByRole('region', { name: /^Your numbers/ });
  const box = page.getByRole('textbox', { name: /^Split/ });
  const rows = (count: string, size: string) => `There are ${count} rows of 500 B, so the table takes ${size}.`;
  await box.fill(rows('100M', '50 GB'));
  await expect(numbers.getByText('100M rows × 500 B')).toBeVisible();
  await expect(numbers.getByText('Look again:')).toHaveCount(0);
  await box.fill(rows('200M', '50 GB'));
  const mark = numbers.getByText('Made from 100M rows, which has changed to 200M rows.');
  await expect(mark).toBeVisible();
  await workspace.expectSaved();
  await page.reload();
  await expect(mark).toBeVisible();
  await box.fill(rows('200M', '100 GB'));
  await expect(numbers.getByText('200M rows × 500 B')).toBeVisible();
  await expect(numbers.getByText('Look again:')).toHaveCount(0);
});

test('what could not be done is said where it was asked for, and offered again', async ({
  page,
  guard,
  seedAttempt,
}) => {
  test.slow();
  guard.provokes(/net::ERR_FAILED/);
  guard.provokes(/status of 503/);
  const id = await seedAttempt({ mode: 'unaided', answers: [['data', { text: ANSWER }]], submitted: true });
  await openChecklist(page, id);
  const busy = 'Many answers are being looked through at the moment. Try again shortly; nothing is lost.';
  await page.route(
    '**/feedback',
    (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 503, headers: { 'retry-after': '5' }, json: { detail: busy } })
        : route.fallback(),
    { times: 1 },
  );
  await checklist(page)
    .getByRole('button', { name: /^Show without marking the rest: Data/ })
    .click();
  const alert = checklist(page).getByRole('alert').filter({ hasText: 'was not looked through' });
  await expect(alert).toContainText(busy);
  await page.route('**/feedback', (route) => route.abort(), { times: 1 });
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toContainText('The server could not be reached.');

  // A slow start says what takes so long; it can be given up.
  let goOn = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route('**/feedback', async (route) => {
    if (route.request().method() === 'POST') await held;
    await route.fallback();
  });
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(checklist(page).getByText(/starts the encoder, which takes some seconds/)).toBeVisible();
  await expectAccessible(page, 'while it is looked through');
  await checklist(page).getByRole('button', { name: 'Stop looking' }).click();
  await expect(checklist(page).getByText('Looking through')).toHaveCount(0);
  goOn();
  await look(page);

  const split = item(page, SPLIT.statement);
  await page.route('**/feedback/data/*', (route) => route.abort(), { times: 1 });
  await split.getByRole('button', { name: /^No, not this/ }).click();
  const unsaid = split.getByRole('alert').filter({ hasText: 'Not saved.' });
  await expect(unsaid).toContainText('The server could not be reached.');
  await expect(split.getByText('by the matcher')).toBeVisible();
  await unsaid.getByRole('button', { name: 'Try again' }).click();
  await expect(split.getByText('by your word: not this')).toBeVisible();
});

test('without JavaScript everything stands open, and what cannot be done is said', async ({
  page,
  context,
  anotherBrowser,
  seedAttempt,
}) => {
  const id = await seedAttempt({ mode: 'unaided', answers: [['data', { text: ANSWER }]], submitted: true });
  await page.goto('/');
  const plain = await anotherBrowser({ javaScriptEnabled: false, storageState: await context.storageState() });
  const still = await plain.newPage();
  await still.goto(`/attempts/${id}`);
  // What stands in noscript no locator finds by its words.
  await expect(still.locator('.board noscript p')).toBeVisible();
  expect(await still.locator('.board noscript p').textContent()).toContain('need JavaScript');
  await expect(still.getByText(SPLIT.counts).first()).toBeVisible();
  await expect(still.getByRole('heading', { level: 4, name: 'Logging first' })).toBeVisible();
  await expect(still.getByRole('button', { name: 'Mark as not in my answer' })).toHaveCount(0);
});

test('by keyboard alone: mark, show, correct, read the part that covers it', async ({ page, seedAttempt }) => {
  test.slow();
  const id = await seedAttempt({ mode: 'unaided', answers: [['data', { text: ANSWER }]], submitted: true });
  await page.goto(`/attempts/${id}#data`);
  await tabTo(page, page.getByRole('button', { name: 'Checklist', exact: true }));
  await page.keyboard.press('Enter');
  await tabTo(page, checklist(page).getByRole('button', { name: /^Show without marking the rest: Data/ }));
  await page.keyboard.press('Enter');
  await expect(checklist(page).getByText(/^(Compared sentence by sentence|Keyword-level)/)).toBeVisible({
    timeout: 60_000,
  });
  // The button has gone; what follows is near all the same.
  const split = item(page, SPLIT.statement);
  await tabTo(page, split.getByRole('button', { name: /^No, not this/ }));
  await page.keyboard.press('Enter');
  await expect(split.getByRole('button', { name: /^Take back/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(split.getByRole('button', { name: /^No, not this/ })).toBeFocused();
  const worked = item(page, example('propensity-logging').statement).getByRole('button', {
    name: /^Worked answer: /,
  });
  await tabTo(page, worked, 'Tab', 120);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 4, name: 'Logging first' })).toBeFocused();
});

test('on a phone and for everybody: the findings, the page about them', async ({ page, seedAttempt }) => {
  test.slow();
  await page.goto('/how-feedback-works');
  await expectAccessible(page, 'how feedback works');
  const id = await seedAttempt({ mode: 'unaided', answers: [['data', { text: ANSWER }]], submitted: true });
  await openChecklist(page, id);
  await look(page);
  await expectAccessible(page, 'the comparison with findings');
  await page.setViewportSize({ width: 360, height: 640 });
  await expectAccessible(page, 'the findings on a phone');
  await page.getByRole('button', { name: 'My answer', exact: true }).click();
  await expectAccessible(page, 'the answer with findings on a phone');
  const isTooWide = () => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(await isTooWide()).toBe(false);
  await page.goto('/how-feedback-works');
  expect(await isTooWide()).toBe(false);

  await page.setViewportSize({ width: 1280, height: 800 });
  const workspace = new Workspace(page);
  await workspace.open(await seedAttempt({ answers: [['data', { fields: { split: ANSWER } }]] }), 'data');
  await page.getByRole('button', { name: /^Look through this step/ }).click();
  await expect(page.getByText(/not found yet$/)).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page, 'what was found so far');
});

coaching(
  'suggestions that cannot be had are said to be missing, and can be asked for again',
  async ({ page, guard, coachedAttempt }) => {
    coaching.slow();
    guard.provokes(/net::ERR_FAILED/);
    const { attemptId } = await coachedAttempt({ answers: [['data', { text: ANSWER }]] });
    await page.route('**/suggestions', (route) => route.abort(), { times: 1 });
    await new DeskScreen(page).open(attemptId);
    await page.goto(`/review/${attemptId}#data`);
    const note = page.getByRole('alert').filter({ hasText: 'No suggestions for now.' });
    await expect(note).toContainText('The server could not be reached.');
    await note.getByRole('button', { name: /^Try again/ }).click();
    await expect(page.getByText('Suggested words', { exact: true }).first()).toBeVisible({ timeout: 60_000 });
  },
);

coaching(
  'the coach takes or refuses what is suggested, by a key; it marks nothing by itself',
  async ({ page, coachedAttempt }) => {
    coaching.slow();
    const { attemptId, stored } = await coachedAttempt({ answers: [['data', { text: ANSWER }]] });
    const desk = new DeskScreen(page);
    await desk.open(attemptId);
    await page.goto(`/review/${attemptId}#data`);
    const suggested = page.getByText('Suggested words', { exact: true });
    await expect(suggested.first()).toBeVisible({ timeout: 60_000 });
    expect((await stored()).review.expectations).toEqual({});
    const of = (statement: string) => page.locator('.desk-expectation').filter({ hasText: statement.slice(0, 60) });
    await of(SPLIT.statement)
      .getByRole('button', { name: /^Accept/ })
      .focus();
    await page.keyboard.press('y');
    await expect(of(SPLIT.statement).getByRole('button', { name: 'Found F', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await of(SNAPSHOTS.statement)
      .getByRole('button', { name: /^Reject/ })
      .focus();
    await page.keyboard.press('x');
    await expect(of(SNAPSHOTS.statement).getByText('Closest words, unclear')).toHaveCount(0);
    await desk.expectSaved();
    const { review } = await stored();
    expect(Object.keys(review.expectations)).toEqual(['data/split-by-time']);
    expect(review.suggestions).toEqual({ 'data/split-by-time': 'accepted', 'data/as-served-features': 'rejected' });
  },
);
