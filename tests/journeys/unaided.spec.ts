import { STEP_LIST } from '@/lib/core/steps';
import { expect, test } from './fixtures';
import { CASE } from './seed';
import { Workspace } from './workspace';

test('an unaided attempt: step names, one writing area each, no hints, and the comparison', async ({ page, guest }) => {
  await page.goto(`/cases/${CASE.slug}`);
  await page.getByRole('radio', { name: /^Unaided/ }).check();
  await page.getByRole('radio', { name: /^Staff/ }).check();
  await page.getByRole('button', { name: 'Start practising' }).click();
  await page.waitForURL(/\/practice\//);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const workspace = new Workspace(page);
  await expect(page.getByText('Unaided, staff')).toBeVisible();
  await expect(page.getByRole('button', { name: /hint/i })).toHaveCount(0);

  for (const step of STEP_LIST) {
    await workspace.expectStep(step.id);
    await workspace.answerTo(step.id).fill(`What I say about ${step.shortTitle}.`);
    await workspace.expectSaved();
    const next = page.getByRole('button', { name: /^Next: / });
    if (step.id === 'monitor') await expect(next).toHaveCount(0);
    else await next.click();
  }
  // The address holds the step, so that going back goes back a step.
  await page.goBack();
  await workspace.expectStep('serve');
  await expect(workspace.answerTo('serve')).toHaveValue('What I say about Serve.');

  await workspace.submit();
  for (const step of STEP_LIST) {
    await page.getByRole('link', { name: `${step.number} ${step.shortTitle}` }).click();
    await expect(page.getByText(`What I say about ${step.shortTitle}.`)).toBeVisible();
    await expect(page.getByRole('heading', { name: new RegExp(`^Worked answer ?: ${step.title}`) })).toBeVisible();
  }
  const stored = await guest.read(id);
  expect(stored.level).toBe('staff');
  expect(stored.answeredSlots).toBe(7);
  // A submitted attempt does not open for writing again.
  await page.goto(`/practice/${id}`);
  await expect(page).toHaveURL(new RegExp(`/attempts/${id}`));
});

test('what was left unfinished is on the home page and opens where it was', async ({ page, seedAttempt }) => {
  const id = await seedAttempt({ mode: 'unaided', answers: [['frame', { text: 'Begun yesterday.' }]] });
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Continue where you left off' })).toBeVisible();
  const unfinished = page.getByRole('link', { name: /^Video recommendation.*Unaided, senior.*1 of 7 steps begun/ });
  await unfinished.click();
  await expect(page).toHaveURL(new RegExp(`/practice/${id}`));
  const workspace = new Workspace(page);
  await workspace.goTo('frame');
  await expect(workspace.answerTo('frame')).toHaveValue('Begun yesterday.');
});
