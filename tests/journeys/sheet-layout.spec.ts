import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures';
import { Workspace } from './workspace';

async function edges(control: Locator): Promise<{ left: number; right: number; top: number; bottom: number }> {
  const box = await control.boundingBox();
  if (!box) throw new Error(`Not on the screen: ${control}`);
  return { left: box.x, right: box.x + box.width, top: box.y, bottom: box.y + box.height };
}

// With the panel, without room for it, on a tablet, on a phone.
for (const width of [1280, 1024, 800, 360]) {
  test(`a table is as wide as the other fields at ${width} px, and what removes a row covers nothing`, async ({
    page,
    seedAttempt,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    const scale = [{ quantity: 'daily users', value: '200M', unit: 'a day', formula: 'given' }];
    const id = await seedAttempt({ answers: [['clarify', { fields: { scale } }]] });
    await new Workspace(page).open(id);
    const cell = (column: string) => page.getByRole('textbox', { name: `Scale, row 1, ${column}`, exact: true });
    const remove = page.getByRole('button', { name: 'Remove row 1 of Scale' });
    await expect(remove).toBeVisible();
    for (const panel of width >= 1024 ? ['shown', 'hidden'] : ['a dialog']) {
      if (panel === 'hidden') await page.getByRole('button', { name: 'Hide prompt, hints, findings, numbers' }).click();
      const goal = await edges(page.getByRole('textbox', { name: 'Business goal' }));
      expect((await edges(cell('Quantity'))).left, panel).toBeCloseTo(goal.left, 0);
      expect((await edges(cell('How derived'))).right, panel).toBeCloseTo(goal.right, 0);
      const [button, last] = [await edges(remove), await edges(cell(width < 768 ? 'Quantity' : 'How derived'))];
      // Its ring is drawn inside of it, so it covers no cell either.
      expect(button.left >= last.right || button.bottom <= last.top, panel).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), panel).toBeLessThanOrEqual(width);
    }
    await remove.focus();
    await page.keyboard.press('Shift');
    expect(await remove.evaluate((one) => Number.parseFloat(getComputedStyle(one).outlineOffset))).toBeLessThan(0);
  });
}
