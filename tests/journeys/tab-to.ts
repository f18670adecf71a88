import { expect, type Locator, type Page } from '@playwright/test';

/** Presses Tab until the control has the focus: it must be reachable, and in fewer steps than anybody gives up after. */
export async function tabTo(
  page: Page,
  control: Locator,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
  atMost = 60,
): Promise<void> {
  for (let press = 0; press <= atMost; press += 1) {
    if (await control.evaluateAll((found) => found.some((one) => one === document.activeElement))) {
      await expectFocusIsSeen(page);
      return;
    }
    await page.keyboard.press(key);
  }
  throw new Error(`${control} was not reached by ${atMost} times ${key}.`);
}

/** What has the focus shows it, and is not covered by what sticks to the edges of the screen. */
async function expectFocusIsSeen(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement)) return 'nothing has the focus';
    // A radio button or a box may leave the ring to the label around it.
    const ringed = [focused, focused.closest('label')].some(
      (one) => one && getComputedStyle(one).outlineStyle !== 'none',
    );
    if (!ringed) return `no ring around ${focused.outerHTML.slice(0, 120)}`;
    const box = focused.getBoundingClientRect();
    const y = Math.min(Math.max(box.top + box.height / 2, box.top + 4), box.bottom);
    const top = document.elementFromPoint(box.left + Math.min(8, box.width / 2), y);
    const isUncovered = top !== null && (focused.contains(top) || top.contains(focused));
    return isUncovered ? '' : `covered: ${focused.outerHTML.slice(0, 120)} by ${top?.outerHTML.slice(0, 120)}`;
  });
  expect(seen).toBe('');
}
