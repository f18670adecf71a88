import { STEP_LIST } from '@/lib/core/steps';
import { expect, test } from './fixtures';
import { PLAIN } from './whole-answers';

for (const mode of ['guided', 'unaided', 'blank'] as const) {
  test(`a submitted ${mode} attempt prints whole: every step, the checklist, no controls`, async ({
    page,
    guest,
    seedAttempt,
  }) => {
    const id = await seedAttempt({ mode, submitted: true });
    const stored = await guest.read(id);
    expect(stored.submittedAt).not.toBeNull();
    await page.goto(`/attempts/${id}`);
    await expect(page.getByRole('heading', { level: 2, name: 'Clarify requirements' })).toBeVisible();
    await page.emulateMedia({ media: 'print' });

    await expect(page.getByRole('heading', { level: 1, name: 'Video recommendation' })).toBeVisible();
    for (const step of ['Clarify requirements', 'Data and features', 'Monitoring and infrastructure']) {
      const section = page.getByRole('region', { name: step }).first();
      await expect(section.getByRole('heading', { level: 2, name: step })).toBeVisible();
      await expect(section.getByText(PLAIN.text, { exact: true }).first()).toBeVisible();
      await expect(section.getByRole('heading', { name: /^Worked answer/ })).toHaveCount(0);
      await expect(section.getByRole('heading', { name: new RegExp(`^Checklist ?: ${step}`) })).toBeVisible();
    }
    await expect(page.getByRole('heading', { name: 'Pace' }).or(page.getByText('No time was recorded'))).toBeVisible();
    await expect(page.getByRole('heading', { name: 'What you could have asked' })).toBeVisible();
    // What can only be pressed is not on paper.
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('navigation')).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Export Markdown' })).toHaveCount(0);
    await expect(page.getByText('Diagram source').filter({ visible: true })).toHaveCount(0);

    // The worked answer goes along when asked for.
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('checkbox', { name: 'with the worked answer' }).check();
    await page.emulateMedia({ media: 'print' });
    for (const { title } of STEP_LIST) {
      await expect(page.getByRole('heading', { name: new RegExp(`^Worked answer ?: ${title}`) })).toBeVisible();
    }
    // An A4 page between margins of 15 mm, in CSS pixels: nothing is cut off at its side.
    await page.setViewportSize({ width: 680, height: 1000 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(680);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(20_000);
  });
}
