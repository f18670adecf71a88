import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { exportFile } from '@/lib/core/export-attempt';
import { expect, test } from './fixtures';
import { CASE } from './seed';
import { PLAIN } from './whole-answers';

async function downloaded(page: Page, link: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

test('one attempt is exported as Markdown and as JSON', async ({ page, seedAttempt }) => {
  const id = await seedAttempt({ submitted: true });
  await page.goto(`/attempts/${id}`);
  const markdown = await downloaded(page, 'Export Markdown');
  expect(markdown.name).toMatch(/\.md$/);
  expect(markdown.text).toContain(`# ${CASE.title}`);
  expect(markdown.text).toContain('## 7. Monitoring and infrastructure');
  expect(markdown.text).toContain(PLAIN.text);
  expect(markdown.text).toContain('```mermaid');

  const json = await downloaded(page, 'Export JSON');
  expect(json.name).toMatch(/\.json$/);
  const { attempts } = exportFile.parse(JSON.parse(json.text));
  expect(attempts).toHaveLength(1);
  expect(attempts[0]?.id).toBe(id);
  expect(attempts[0]?.answers).toHaveLength(7);
});

test('all attempts are exported at once', async ({ page, seedAttempt }) => {
  const ids = [
    await seedAttempt({ mode: 'unaided' }),
    await seedAttempt({ mode: 'blank', caseSlug: 'visual-search', submitted: true }),
  ];
  await page.goto('/attempts');
  const markdown = await downloaded(page, 'Export all as Markdown');
  expect(markdown.text).toContain('# Video recommendation');
  expect(markdown.text).toContain('# Visual search');
  const json = await downloaded(page, 'Export all as JSON');
  const { attempts } = exportFile.parse(JSON.parse(json.text));
  expect(attempts.map((attempt) => attempt.id).sort()).toEqual([...ids].sort());
});

test('what opens and deletes an attempt says which, also among attempts of one mode and level', async ({
  page,
  seedAttempt,
}) => {
  for (let number = 0; number < 3; number += 1) await seedAttempt({ mode: 'blank', submitted: true });
  await page.goto('/attempts');
  for (const what of ['button', 'link'] as const) {
    const verb = what === 'button' ? 'Delete' : 'Open';
    const ones = page.getByRole(what, {
      name: new RegExp(`^${verb} ${CASE.title}, .*senior, .*\\d.*, [123] of 3$`, 'i'),
    });
    await expect(ones).toHaveCount(3);
    for (const place of ['1 of 3', '2 of 3', '3 of 3'])
      await expect(page.getByRole(what, { name: new RegExp(`^${verb} .*, ${place}$`) })).toHaveCount(1);
  }
});

test('one attempt is deleted after a question, and the other stays', async ({ page, guest, seedAttempt }) => {
  const kept = await seedAttempt({ mode: 'unaided' });
  const deleted = await seedAttempt({ mode: 'blank' });
  await page.goto('/attempts');
  const remove = page.getByRole('button', { name: `Delete ${CASE.title}, blank page, senior` });
  await remove.click();
  const question = page.getByRole('alertdialog', { name: 'Delete this attempt?' });
  await expect(question).toContainText('go for good');
  await question.getByRole('button', { name: 'Keep it' }).click();
  await expect(question).toBeHidden();
  await expect(remove).toBeFocused();
  expect(await guest.statusOf(`/api/attempts/${deleted}`)).toBe(200);

  await remove.click();
  await question.getByRole('button', { name: 'Delete attempt' }).click();
  await expect(page.getByText('The attempt is deleted.')).toBeVisible();
  await expect(remove).toHaveCount(0);
  expect(await guest.statusOf(`/api/attempts/${deleted}`)).toBe(404);
  expect(await guest.statusOf(`/api/attempts/${kept}`)).toBe(200);
});

test('everything is deleted after a typed word, and the browser is a stranger again', async ({
  page,
  context,
  guest,
  seedAttempt,
}) => {
  const id = await seedAttempt();
  await seedAttempt({ mode: 'unaided', caseSlug: 'visual-search', submitted: true });
  await page.goto('/attempts');
  await page.getByRole('button', { name: 'Delete everything' }).click();
  const question = page.getByRole('alertdialog', { name: 'Delete everything you have done here?' });
  await expect(question).toContainText('2 attempts at 2 cases');
  const confirm = question.getByRole('button', { name: 'Delete everything' });
  await expect(confirm).toBeDisabled();
  await question.getByRole('textbox').fill('delete');
  await confirm.click();

  await page.waitForURL((url) => url.pathname === '/');
  await expect(page.getByRole('heading', { name: 'Continue where you left off' })).toHaveCount(0);
  expect(await context.cookies()).toEqual([]);
  await page.goto('/attempts');
  await expect(page.getByText('There are none yet.')).toBeVisible();
  expect(await guest.statusOf(`/api/attempts/${id}`)).toBe(404);
});
