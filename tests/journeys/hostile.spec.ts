import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Answer } from '@/lib/core/answer';
import type { AnswerSlot, StartableMode } from '@/lib/core/attempt';
import { STEP_IDS, STEP_LIST } from '@/lib/core/steps';
import { expect, test } from './fixtures';
import { expectHarmless, HOSTILE_DIAGRAMS, HOSTILE_TEXT } from './hostile';
import { filledAttempt, filledStep } from './whole-answers';
import { Workspace } from './workspace';

// Requests to other sites and violations of the policy fail these tests by themselves: see the page guard.

function hostileAttempt(mode: StartableMode): readonly (readonly [AnswerSlot, Answer])[] {
  const filling = (index: number) => ({ text: HOSTILE_TEXT, diagram: HOSTILE_DIAGRAMS[index] ?? HOSTILE_DIAGRAMS[0] });
  if (mode === 'guided') return STEP_IDS.map((step, index) => [step, filledStep(step, filling(index))]);
  if (mode === 'unaided') return STEP_IDS.map((step, index) => [step, filling(index)]);
  return filledAttempt('blank', filling(1));
}

/** There is a picture, or the reason why there is none. */
async function expectDrawnOrRefused(page: Page): Promise<void> {
  const source = page.getByRole('textbox', { name: /diagram$/i });
  const isDone = async () =>
    (await page.getByRole('img').count()) > 0 || (await source.getAttribute('aria-invalid')) === 'true';
  await expect.poll(isDone).toBe(true);
}

for (const mode of ['guided', 'unaided', 'blank'] as const) {
  test(`hostile text in every field of a ${mode} attempt is text on every screen`, async ({ page, seedAttempt }) => {
    test.slow();
    const id = await seedAttempt({ mode, answers: hostileAttempt(mode) });
    const workspace = new Workspace(page);
    const steps = mode === 'blank' ? [undefined] : STEP_IDS;

    for (const step of steps) {
      await workspace.open(id, step);
      if (mode !== 'guided' || step === 'model' || step === 'serve') await expectDrawnOrRefused(page);
      await expect(page.getByRole('textbox').filter({ visible: true }).first()).toHaveValue(/onerror/);
      await expectHarmless(page, `the workspace, ${step ?? 'page'}`);
    }
    if (mode === 'blank') {
      await page.getByRole('button', { name: 'Tag with steps' }).click();
      await expect(page.getByRole('listbox')).toContainText('onerror');
      await expectHarmless(page, 'tagging');
    }

    await page.getByRole('button', { name: 'Earlier saves' }).click();
    const saves = page.getByRole('dialog', { name: 'Earlier saves' });
    await saves.getByRole('list').getByRole('button').first().click();
    await expect(saves.getByRole('button', { name: 'Restore this text' })).toBeVisible();
    await expectHarmless(page, 'the earlier saves');
    await saves.getByRole('button', { name: 'Close' }).click();

    await page.goto(`/attempts/${id}`);
    await expect(page.getByText('This attempt is not submitted.')).toBeVisible();
    await expect(page.getByText('<script>').filter({ visible: true }).first()).toBeVisible();
    await expectHarmless(page, 'an attempt that is not submitted');

    await workspace.open(id);
    await workspace.submit();
    await page.getByRole('checkbox', { name: 'All steps' }).check();
    await expect(page.getByText('<script>').filter({ visible: true }).first()).toBeVisible();
    for (const { title } of STEP_LIST) await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible();
    await expectHarmless(page, 'the comparison');
    await page.getByRole('button', { name: 'Checklist', exact: true }).click();
    await page.getByRole('button', { name: 'Find it in my answer' }).first().click();
    const picker = page.getByRole('dialog', { name: /Which of your words say/ });
    await picker.getByRole('list').getByRole('button').first().click();
    await picker.getByRole('button', { name: 'Mark as found with this quote' }).click();
    await expect(page.getByRole('blockquote').first()).toContainText('<script>');
    await expectHarmless(page, 'a quote');

    const other = await seedAttempt({ mode: 'unaided', submitted: true });
    await page.goto(`/attempts/compare?a=${id}&b=${other}`);
    await expect(page.getByRole('main')).toContainText('onerror="window.hostile');
    await expectHarmless(page, 'two attempts compared');
    await page.goto('/attempts');
    await expectHarmless(page, 'the list of attempts');
  });
}

test('exports hold hostile text as text, and no browser takes them for a page', async ({ page, seedAttempt }) => {
  const id = await seedAttempt({ mode: 'unaided', answers: hostileAttempt('unaided'), submitted: true });
  await page.goto(`/attempts/${id}`);
  for (const [link, type] of [
    ['Export Markdown', /^text\/markdown/],
    ['Export JSON', /^application\/json/],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: link }).click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toContain('onerror');
    const reply = await page.request.get(download.url());
    expect(reply.headers()['content-type']).toMatch(type);
    expect(reply.headers()['content-disposition']).toMatch(/^attachment/);
    expect(reply.headers()['x-content-type-options']).toBe('nosniff');
    // Rendered by whatever renders Markdown, the words are words: no tag in the file is a tag.
    if (link === 'Export Markdown')
      expect(text.replaceAll(/```[\s\S]*?```/g, '')).not.toMatch(/(?<!\\)<(script|img|svg|iframe)/);
  }
});
