import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** Layout shifts that the reader did not cause, one value each. */
    benchShifts: number[];
  }
}

/** Begins to collect the layout shifts of every document that the page will show. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.benchShifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
        if (!entry.hadRecentInput) window.benchShifts.push(entry.value);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** The sum of all layout shifts of the document so far. */
export function shiftSum(page: Page): Promise<number> {
  return page.evaluate(() => window.benchShifts.reduce((sum, value) => sum + value, 0));
}

/** Scrolls as a reader does, four fifths of a screen at a time, down to the end. */
export async function scrollToEnd(page: Page): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.mouse.move(width / 2, height / 2);
  for (let screens = 0; screens < 200; screens += 1) {
    const atEnd = await page.evaluate(
      () => window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2,
    );
    if (atEnd) return;
    await page.mouse.wheel(0, height * 0.8);
    await page.waitForTimeout(80);
  }
  throw new Error(`${page.url()} has no end.`);
}
