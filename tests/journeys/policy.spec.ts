import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { CASE } from './seed';

// What breaks the policy fails the test by itself (see the page guard); these are the ways to break it.

/** True as long as the document that the visit began with is still there: then the navigation was a soft one. */
const isSameDocument = (page: Page) => page.evaluate(() => 'visitMark' in window);

test('from a static page to dynamic ones and back, softly, under the policy of the first', async ({
  page,
  seedAttempt,
}) => {
  await seedAttempt({ mode: 'unaided', submitted: true });
  const reply = await page.goto(`/cases/${CASE.slug}`);
  const policy = reply?.headers()['content-security-policy'] ?? '';
  expect(policy).toMatch(/script-src 'self'( 'sha256-[A-Za-z0-9+/=]+')+;/);
  expect(policy).not.toContain("'unsafe-eval'");
  expect(policy).not.toMatch(/script-src[^;]*'unsafe-inline'/);
  await page.evaluate(() => Object.assign(window, { visitMark: true }));

  await page.getByRole('link', { name: 'Your attempts' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your attempts' })).toBeVisible();
  await page.getByRole('link', { name: 'Unaided, senior', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: CASE.title })).toBeVisible();
  // Scripts work: a mark is made.
  await page.getByRole('button', { name: 'Worked answer', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Worked answer ?: Clarify requirements/ })).toBeVisible();
  await page.getByRole('link', { name: 'The seven steps' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The seven steps' })).toBeVisible();
  expect(await isSameDocument(page)).toBe(true);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: CASE.title })).toBeVisible();
});

test('from a dynamic page to static ones and back, softly, under the policy of the first', async ({ page }) => {
  const reply = await page.goto('/');
  const policy = reply?.headers()['content-security-policy'] ?? '';
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'/);
  await page.evaluate(() => Object.assign(window, { visitMark: true }));
  await page.getByRole('link', { name: CASE.title, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: CASE.title })).toBeVisible();
  await page.getByText('Read it anyway').click();
  await page.getByRole('link', { name: 'Model development' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Model development' })).toBeVisible();
  await page.getByRole('link', { name: 'What this step is about' }).click();
  await expect(page.getByText('Step 4 of 7 · 10 min')).toBeVisible();
  await page.getByRole('link', { name: 'Warmstart' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Cases' })).toBeVisible();
  expect(await isSameDocument(page)).toBe(true);
});

/** What markup can try without the help of a script. */
const ATTACKS = [
  '<img src="data:," onerror="window.hostile = \'event handler\'">',
  '<iframe title="frame" srcdoc="<script>parent.hostile = \'script in a frame\'</script>"></iframe>',
  '<a href="javascript:window.hostile = \'link\'">Innocent link</a>',
];

for (const address of [`/cases/${CASE.slug}`, '/']) {
  test(`the policy of ${address} stops what got into the page as markup`, async ({ page, guard }) => {
    guard.provokes(/Executing inline event handler violates/);
    guard.provokes(/policy violation: script-src-attr/);
    guard.provokes(/Executing inline script violates/);
    guard.provokes(/Running the JavaScript URL violates/);
    guard.provokes(/policy violation: script-src-elem/);
    await page.goto(address);
    await page.evaluate((attacks) => {
      const place = document.createElement('section');
      place.innerHTML = attacks.join('');
      document.body.prepend(place);
    }, ATTACKS);
    await page.getByRole('link', { name: 'Innocent link' }).click();
    await expect.poll(() => guard.report()).toEqual([]);
    expect(await page.evaluate(() => (window as { hostile?: unknown }).hostile)).toBeUndefined();
  });
}
