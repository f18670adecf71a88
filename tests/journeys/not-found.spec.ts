import { expect, test } from './fixtures';

const TITLE = 'There is nothing at this address';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an attempt of somebody else is said not to be there, in words', async ({
    page,
    seedAttempt,
    anotherBrowser,
    guard,
  }) => {
    const id = await seedAttempt({ mode: 'unaided', answers: [['clarify', { text: 'Mine alone.' }]] });
    const other = await (await anotherBrowser({ javaScriptEnabled: false })).newPage();
    guard.provokes(/status of 404/);
    // Of nobody, and of somebody else: neither page tells which.
    for (const address of [`/practice/${id}`, `/attempts/${id}`, `/attempts/compare?a=${id}&b=x`, '/practice/x']) {
      const reply = await other.goto(address);
      expect(reply?.status(), address).toBe(404);
      expect(await reply?.headerValue('cache-control'), address).toContain('no-store');
      await expect(other.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
      await expect(other).toHaveTitle(/^Nothing here/);
      await expect(other.getByText('Mine alone.')).toHaveCount(0);
    }
    await other.getByRole('link', { name: 'To the cases' }).click();
    await expect(other.getByRole('heading', { level: 2, name: 'Cases' })).toBeVisible();
    // The owner's is there.
    expect((await page.goto(`/attempts/${id}`))?.status()).toBe(200);
  });
});

test('from an attempt that is not there, the visit goes on', async ({ page, guard, seedAttempt }) => {
  await seedAttempt({ mode: 'unaided' });
  guard.provokes(/status of 404/);
  await page.goto('/practice/x');
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await page.evaluate(() => Object.assign(window, { visitMark: true }));
  await page.getByRole('link', { name: 'Your attempts' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your attempts' })).toBeVisible();
  // Its scripts ran: the page was not loaded anew.
  expect(await page.evaluate(() => 'visitMark' in window)).toBe(true);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
});
