import { expect, type Locator, type Page } from '@playwright/test';
import { DIMENSIONS, type DimensionId } from '@/lib/core/review/dimensions';

/** A coach's desk as a person finds their way in it: by roles and names alone. */
export class DeskScreen {
  readonly page: Page;
  /** Where the review is: Saved, Saving, On this device only, Needs your choice. */
  readonly status: Locator;

  constructor(page: Page) {
    this.page = page;
    this.status = page.getByRole('status', { name: 'Where your text is' });
  }

  /** Opens the desk and begins the review, unless it is begun. */
  async open(attemptId: string, { start = true } = {}): Promise<void> {
    await this.page.goto(`/review/${attemptId}`);
    if (!start) return;
    await this.page.getByRole('button', { name: 'Start the review' }).click();
    await expect(this.page.getByRole('button', { name: 'Publish', exact: true })).toBeVisible();
  }

  async expectSaved(): Promise<void> {
    await expect(this.status).toHaveText(/^Saved /);
  }

  dimension(id: DimensionId): Locator {
    const title = DIMENSIONS.find((one) => one.id === id)?.title ?? id;
    return this.page.getByRole('group', { name: `Dimension: ${title}`, exact: true });
  }

  expectation(number: string): Locator {
    return this.page.getByRole('listitem', { name: `Expectation ${number}`, exact: true });
  }

  comment(number: number): Locator {
    return this.page.getByRole('listitem', { name: new RegExp(`^Comment ${number}:`) });
  }

  get verdict(): Locator {
    return this.page.getByRole('group', { name: 'Verdict', exact: true }).first();
  }

  /** Goes to the item's step by Shift + J and in it by J, until the item has the focus. */
  async moveTo(item: Locator): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      const isVisible = await item.isVisible();
      if (isVisible && (await item.evaluate((element) => element === document.activeElement))) return;
      const before = await this.page.evaluate(() => document.activeElement?.id ?? '');
      await this.page.keyboard.press(isVisible ? 'j' : 'Shift+J');
      await this.page.waitForFunction((id) => document.activeElement?.id !== id, before);
    }
    throw new Error('The keyboard does not get there.');
  }

  /** Chooses a sentence of the answer by the picker that has just been opened. */
  async pick(words: string): Promise<void> {
    const picker = this.page.getByRole('dialog');
    await expect(picker.getByRole('searchbox')).toBeFocused();
    await this.page.keyboard.type(words);
    const first = picker.getByRole('list').getByRole('button').first();
    await expect(first).toContainText(words);
    await first.press('Enter');
    await picker.getByRole('button', { name: /^(Comment on|Mark as|Add this|Choose these)/ }).press('Enter');
    await expect(picker).toBeHidden();
  }

  /** Selects words of the answer as a pointer would. */
  async select(words: string): Promise<void> {
    await this.page
      .getByText(words, { exact: false })
      .filter({ visible: true })
      .first()
      .evaluate((element, wanted) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.textContent?.indexOf(wanted) ?? -1;
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          document.getSelection()?.removeAllRanges();
          document.getSelection()?.addRange(range);
          return;
        }
      }, words);
    await expect(this.page.getByRole('region', { name: 'Selected words' })).toContainText(words);
  }
}
