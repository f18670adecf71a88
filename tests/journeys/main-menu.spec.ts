import { expect, test } from './fixtures';
import { CASE } from './seed';

test('the header says where one is, on every page and after each link', async ({ page, seedAttempt }) => {
  const id = await seedAttempt({ mode: 'unaided' });
  const current = page.getByRole('navigation', { name: 'Main' }).locator('[aria-current]');
  for (const [address, label, kind] of [
    [`/cases/${CASE.slug}`, 'Cases', 'true'],
    [`/cases/${CASE.slug}/model`, 'Cases', 'true'],
    ['/steps', 'The seven steps', 'page'],
    ['/steps/model', 'The seven steps', 'true'],
    ['/attempts', 'Your attempts', 'page'],
    [`/practice/${id}`, 'Your attempts', 'true'],
    ['/sign-in', 'Account', 'true'],
  ] as const) {
    await page.goto(address);
    await expect(current, address).toHaveText(label);
    await expect(current, address).toHaveAttribute('aria-current', kind);
  }
  await page.getByRole('link', { name: 'Groups', exact: true }).click();
  await expect(current).toHaveText('Groups');
  await page.getByRole('link', { name: 'Warmstart' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Cases' })).toBeVisible();
  await expect(current).toHaveCount(0);
});
