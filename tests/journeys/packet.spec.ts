import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page, TestInfo } from '@playwright/test';
import { packetReview } from '@/lib/core/review/packet';
import { expectAccessible } from './axe';
import { test } from './coaching';
import { DeskScreen } from './desk-screen';
import { expect } from './fixtures';
import type { Guest } from './seed';

const TEXT =
  'We split at random. The label is a click within a day. It comes late. </script><img src=x onerror=alert(1)> שלום 👩‍👩‍👧';

interface Opened {
  readonly page: Page;
  readonly id: string;
}

type Seed = (options: {
  mode: 'unaided';
  answers: readonly (readonly ['data', { text: string }])[];
  submitted: true;
}) => Promise<string>;

/** Opens a packet as the file that it is, in a browser that has never seen the server. */
async function openFile(html: string, coachBrowser: BrowserContext, info: TestInfo): Promise<Page> {
  const file = info.outputPath('packet.html');
  await writeFile(file, html);
  const page = await coachBrowser.newPage();
  await page.goto(pathToFileURL(file).href);
  return page;
}

/** Downloads the packet of a submitted attempt, and opens it. */
async function openPacket(seed: Seed, guest: Guest, coachBrowser: BrowserContext, info: TestInfo): Promise<Opened> {
  const id = await seed({ mode: 'unaided', answers: [['data', { text: TEXT }]], submitted: true });
  const html = await guest.textOf(`/api/attempts/${id}/packet`);
  return { page: await openFile(html, coachBrowser, info), id };
}

const kept = (page: Page) => expect(page.getByRole('status')).toContainText('Kept in this browser');

async function saveReview(page: Page, info: TestInfo): Promise<unknown> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save review' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^warmstart-review-video-recommendation-[0-9a-f]{8}\.json$/);
  const file = info.outputPath('review.json');
  await download.saveAs(file);
  return JSON.parse(await readFile(file, 'utf8'));
}

/** Comments on the first sentence of an answer, signs, and saves; gives the saved file's path. */
async function writeComment(page: Page, text: string, info: TestInfo, answer = 'Answer'): Promise<string> {
  await page
    .getByRole('button', { name: `Select words of: ${answer}` })
    .first()
    .click();
  await page.getByRole('button', { name: 'Comment on these words' }).click();
  await page.getByRole('textbox', { name: 'What you want to say' }).fill(text);
  await page.getByRole('textbox', { name: 'Your name' }).fill('Cleo');
  await kept(page);
  await saveReview(page, info);
  return info.outputPath('review.json');
}

/** Chooses a file by the button for it. */
async function takeIn(page: Page, file: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Take in a saved review' }).click(),
  ]);
  await chooser.setFiles(file);
}

test('a packet is opened from disk, reviewed with the mouse, and imported twice', async ({
  seedAttempt,
  guest,
  anotherBrowser,
}, info) => {
  const { page, id } = await openPacket(seedAttempt, guest, await anotherBrowser({ offline: true }), info);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Video recommendation');
  await expect(page.getByText(TEXT)).toBeVisible();
  // The line at the bottom is never empty.
  await expect(page.getByRole('status')).toHaveText('Nothing is written yet. It is kept in this browser as you write.');

  // A whole paragraph by three clicks.
  await page.getByText(TEXT).click({ clickCount: 3 });
  const bar = page.getByRole('region', { name: 'Selected words' });
  await expect(bar).toContainText('We split at random.');
  await bar.getByRole('button', { name: 'Comment on these words' }).click();
  const comment = page.getByRole('group', { name: 'Comment 1, Data and features' });
  const words = comment.getByRole('textbox', { name: 'What you want to say' });
  await expect(words).toBeFocused();
  await words.fill('Split by time. </script> 👩‍👩‍👧');
  await comment.getByRole('combobox', { name: 'Kind' }).selectOption('Error');
  await kept(page);

  // Without a name it is not saved, and says so.
  await page.getByRole('button', { name: 'Save review' }).click();
  await expect(page.getByRole('alert')).toContainText('Sign it with your name.');
  await page.getByRole('textbox', { name: 'Your name' }).fill('Cleo');

  // What was written survives the page.
  await kept(page);
  await page.reload();
  await expect(page.getByRole('status')).toHaveText(/^Kept in this browser, \d/);
  await expect(words).toHaveValue('Split by time. </script> 👩‍👩‍👧');
  await expect(page.getByRole('textbox', { name: 'Your name' })).toHaveValue('Cleo');

  const review = await saveReview(page, info);
  expect(packetReview.parse(review)).toMatchObject({ attemptId: id, coachName: 'Cleo' });
  expect(await guest.importPacket(id, review)).toMatchObject({ outcome: 'created' });
  expect(await guest.importPacket(id, review)).toMatchObject({ outcome: 'unchanged' });

  // Written on, it is the same review.
  await words.fill('Split by time, and by user.');
  await kept(page);
  expect(await guest.importPacket(id, await saveReview(page, info))).toMatchObject({ outcome: 'merged' });
});

test('a saved review is taken in on the page of its attempt, once, and nowhere else', async ({
  page,
  guard,
  seedAttempt,
  guest,
  anotherBrowser,
}, info) => {
  const { page: packet, id } = await openPacket(seedAttempt, guest, await anotherBrowser(), info);
  const file = await writeComment(packet, 'Split by time.', info);
  await page.goto(`/attempts/${id}`);
  await takeIn(page, file);
  await expect(page.getByText('The review is taken in.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Reviews' })).toContainText('Cleo reviewed this attempt');
  await takeIn(page, file);
  await expect(page.getByText('There is nothing new in it: this review is here already.')).toBeVisible();

  const problem = page.getByRole('alert').filter({ hasText: /review.json|none.json/ });
  guard.provokes(/status of 422/);
  const other = await seedAttempt({ mode: 'unaided', answers: [['data', { text: TEXT }]], submitted: true });
  await page.goto(`/attempts/${other}`);
  await takeIn(page, file);
  await expect(problem).toContainText('This packet is about another attempt. Nothing was changed.');
  const none = info.outputPath('none.json');
  await writeFile(none, '{"warmstartPacket": 1');
  await takeIn(page, none);
  await expect(problem).toContainText('This file is not a review that was saved in a packet. Nothing was changed.');
  await expect(page.getByRole('region', { name: 'Reviews' })).toHaveCount(0);

  await page.goto(`/attempts/${id}`);
  await page.getByRole('link', { name: 'Mark yourself, then read it' }).click();
  await page.getByText('Read it without marking yourself').click();
  await page.getByRole('button', { name: 'Show the review' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Review by Cleo' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Steps of this review' }).getByRole('link', { name: /Data/ }).click();
  await expect(page.getByText('Split by time.')).toBeVisible();
});

test('what a coach wrote in a packet is merged into the review on the desk', async ({
  page,
  coachedAttempt,
  anotherBrowser,
}, info) => {
  const { attemptId, stored } = await coachedAttempt();
  const desk = new DeskScreen(page);
  await desk.open(attemptId);
  await desk.select('The budget is 200 ms.');
  await page.keyboard.press('q');
  await page.keyboard.type('Split how?');
  await desk.expectSaved();
  await page.getByText('Without a network').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download the packet' }).click(),
  ]);
  const packet = await openFile(await readFile(await download.path(), 'utf8'), await anotherBrowser(), info);
  const file = await writeComment(packet, 'Written on a train.', info);

  await takeIn(page, file);
  await expect(page.getByText('What is new in it is merged into your review')).toBeVisible();
  await expect(page.getByRole('textbox', { name: /^Comment 1/ })).toHaveValue('Written on a train.');
  await expect(page.getByRole('textbox', { name: /^Comment 2/ })).toHaveValue('Split how?');
  await page.getByRole('textbox', { name: /^Comment 2/ }).fill('Split how, by stage?');
  await desk.expectSaved();
  await takeIn(page, file);
  await expect(page.getByText('There is nothing new in it: your review says it already.')).toBeVisible();
  expect((await stored()).review.comments.map(({ text }) => text).sort()).toEqual([
    'Split how, by stage?',
    'Written on a train.',
  ]);
});

test('a packet is reviewed by keyboard alone, up to a verdict', async ({
  seedAttempt,
  guest,
  anotherBrowser,
}, info) => {
  const { page, id } = await openPacket(seedAttempt, guest, await anotherBrowser(), info);
  await page.getByRole('button', { name: 'Select words of: Answer' }).focus();
  await page.keyboard.press('Enter');
  const bar = page.getByRole('region', { name: 'Selected words' });
  await expect(bar).toContainText('“We split at random.”');
  await bar.getByRole('button', { name: 'Later sentence' }).focus();
  await page.keyboard.press('Enter');
  await expect(bar).toContainText('“The label is a click within a day.”');
  await bar.getByRole('button', { name: 'End a word earlier' }).focus();
  await page.keyboard.press('Enter');
  await expect(bar).toContainText('“The label is a click within a”');

  // Found needs the words that earned it.
  const found = page.getByRole('radio', { name: 'Found', exact: true });
  await found.first().focus();
  await page.keyboard.press('Space');
  await expect(found.first()).toBeChecked();
  await expect(bar).toBeHidden();
  await found.nth(1).focus();
  await page.keyboard.press('Space');
  await expect(found.nth(1)).not.toBeChecked();
  await expect(page.getByRole('status')).toContainText('Select the words');

  const bands = page.getByRole('radio', { name: '2 Weak' });
  const nothing = page.getByRole('checkbox', { name: /^There is nothing to quote/ });
  await expect(bands).toHaveCount(9);
  for (let index = 0; index < 9; index += 1) {
    await bands.nth(index).focus();
    await page.keyboard.press('Space');
    await nothing.nth(index).focus();
    await page.keyboard.press('Space');
  }
  await expect(page.getByText('The gates lead to lean no hire.')).toBeVisible();
  // A strong band takes "nothing to quote" back, and does not take it.
  const strong = page.getByRole('radio', { name: '3 Strong' }).first();
  await strong.focus();
  await page.keyboard.press('Space');
  await expect(nothing.first()).not.toBeChecked();
  await nothing.first().focus();
  await page.keyboard.press('Space');
  await expect(nothing.first()).not.toBeChecked();
  await expect(page.getByRole('status')).toContainText('so it needs a quote');
  await expect(page.getByText('Still without a band, or a quote for it: Clarify requirements.')).toBeVisible();
  await bands.first().focus();
  await page.keyboard.press('Space');
  await nothing.first().focus();
  await page.keyboard.press('Space');
  await page.getByRole('radio', { name: 'Strong hire' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('textbox', { name: 'Your name' }).fill('Cleo');
  await page.getByRole('button', { name: 'Save review' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByRole('alert')).toContainText('The gates lead to lean no hire.');
  await page.getByRole('textbox', { name: 'Why not the verdict of the gates' }).fill('Led throughout.');

  const review = packetReview.parse(await saveReview(page, info));
  expect(review.review.verdict).toEqual({ verdict: 'strong-hire', reason: 'Led throughout.' });
  expect(await guest.importPacket(id, review)).toMatchObject({ outcome: 'created' });
});

test('a packet is accessible, fits a phone, and is all there on paper', async ({
  seedAttempt,
  guest,
  anotherBrowser,
}, info) => {
  const { page } = await openPacket(seedAttempt, guest, await anotherBrowser(), info);
  await page.getByRole('button', { name: 'Select words of: Answer' }).click();
  await page.getByRole('button', { name: 'Comment on these words' }).click();
  await page.getByRole('button', { name: 'Select words of: Answer' }).click();
  await expectAccessible(page, 'a packet');
  await page.setViewportSize({ width: 360, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await expectAccessible(page, 'a packet on a phone');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('We split at random.').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save review' })).toBeHidden();
});
