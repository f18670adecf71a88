import { expect, test } from './fixtures';

test('two attempts at one case are chosen in the list and compared step by step', async ({ page, seedAttempt }) => {
  const first = await seedAttempt({
    mode: 'unaided',
    answers: [
      ['clarify', { text: 'The goal is clicks.' }],
      ['serve', { text: 'Cache everything.' }],
    ],
    submitted: true,
  });
  const second = await seedAttempt({
    mode: 'unaided',
    answers: [
      ['clarify', { text: 'The goal is retention.' }],
      ['serve', { text: 'Cache everything.' }],
    ],
    submitted: true,
  });
  await page.goto('/attempts');
  const choices = page.getByRole('checkbox', { name: /^Compare Unaided, senior/ });
  await expect(choices).toHaveCount(2);
  // Each by a name of its own, with the time on the reader's clock, also when both are of one minute.
  await expect(page.getByRole('checkbox', { name: /\b1 of 2$/ })).toHaveAccessibleName(/ [AP]M, 1 of 2$/);
  await expect(page.getByRole('checkbox', { name: /\b2 of 2$/ })).toHaveCount(1);
  await expect(page.getByRole('checkbox', { name: /UTC/ })).toHaveCount(0);
  await choices.first().check();
  await expect(page.getByText('Choose one more to compare')).toBeVisible();
  await choices.last().check();
  await page.getByRole('link', { name: 'Compare these two' }).click();

  // The earlier one stands before, whichever was chosen first.
  await expect(page).toHaveURL(new RegExp(`a=${first}&b=${second}`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Video recommendation: two attempts compared');
  const clarify = page.getByRole('region', { name: 'Clarify requirements' });
  await expect(clarify.getByRole('deletion')).toContainText('clicks');
  await expect(clarify.getByRole('insertion')).toContainText('retention');
  await expect(page.getByRole('region', { name: 'Deployment and serving' })).toContainText('no difference');

  await page.getByRole('link', { name: 'Show only what changed' }).click();
  await expect(page.getByRole('region', { name: 'Deployment and serving' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Swap before and after' }).click();
  await expect(clarify.getByRole('deletion')).toContainText('retention');
});

test('what cannot be compared is said plainly', async ({ page, seedAttempt, anotherBrowser, guard }) => {
  const one = await seedAttempt({ mode: 'unaided', submitted: true });
  const other = await seedAttempt({ mode: 'unaided', caseSlug: 'visual-search', submitted: true });
  await page.goto(`/attempts/compare?a=${one}&b=${other}`);
  await expect(page.getByText('These two are at different cases.')).toBeVisible();

  // Somebody else learns nothing, not even that they are there.
  const stranger = await (await anotherBrowser()).newPage();
  guard.provokes(/status of 404/);
  await stranger.goto(`/attempts/compare?a=${one}&b=${other}`);
  await expect(stranger.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
  await stranger.goto(`/attempts/${one}`);
  await expect(stranger.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
  await stranger.goto(`/practice/${one}`);
  await expect(stranger.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
});
