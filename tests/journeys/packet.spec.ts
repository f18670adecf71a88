import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page, TestInfo } from '@playwright/test';
import { packetReview } from '@/lib/core/review/packet';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
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

/** Downloads the packet of a submitted attempt, and opens the file in a browser that has never seen the server. */
async function openPacket(seed: Seed, guest: Guest, coachBrowser: BrowserContext, info: TestInfo): Promise<Opened> {
  const id = await seed({ mode: 'unaided', answers: [['data', { text: TEXT }]], submitted: true });
  const file = info.outputPath('packet.html');
  await writeFile(file, await guest.textOf(`/api/attempts/${id}/packet`));
  const page = await coachBrowser.newPage();
  await page.goto(pathToFileURL(file).href);
  return { page, id };
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

test('a packet is opened from disk, reviewed with the mouse, and imported twice', async ({
  seedAttempt,
  guest,
  anotherBrowser,
}, info) => {
  const { page, id } = await openPacket(seedAttempt, guest, await anotherBrowser({ offline: true }), info);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Video recommendation');
  await expect(page.getByText(TEXT)).toBeVisible();

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

  const bands = page.getByRole('radio', { name: '3 Strong' });
  const nothing = page.getByRole('checkbox', { name: 'There is nothing to quote' });
  await expect(bands).toHaveCount(9);
  for (let index = 0; index < 9; index += 1) {
    await bands.nth(index).focus();
    await page.keyboard.press('Space');
    await nothing.nth(index).focus();
    await page.keyboard.press('Space');
  }
  await expect(page.getByText('The gates lead to lean hire.')).toBeVisible();
  await page.getByRole('radio', { name: 'Strong hire' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('textbox', { name: 'Your name' }).fill('Cleo');
  await page.getByRole('button', { name: 'Save review' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByRole('alert')).toContainText('The gates lead to lean hire.');
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
