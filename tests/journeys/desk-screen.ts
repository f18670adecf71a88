import { expect, type Locator, type Page } from '@playwright/test';
import { DIMENSIONS, type DimensionId } from '@/lib/core/review/dimensions';
import type { ReviewBody } from '@/lib/core/review/review-body';
import { EXPECTATION_MARK_NAMES, VERDICT_NAMES } from '@/lib/core/review/review-words';
import { STEP_IDS, STEPS, type StepId } from '@/lib/core/steps';

const KIND_KEYS = { strength: 's', gap: 'g', question: 'q', error: 'e' } as const;

/** A coach's desk as a person finds their way in it: by roles and names; an expectation also by its key. */
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
    if (start) await this.start();
  }

  async start(): Promise<void> {
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

  /** Chooses a sentence of the answer by the picker that has just been opened, and takes it by the button or by a key. */
  async pick(words: string, key?: 'Enter' | 'Control+Enter'): Promise<void> {
    const picker = this.page.getByRole('dialog');
    await expect(picker.getByRole('searchbox')).toBeFocused();
    await this.page.keyboard.type(words);
    const first = picker.getByRole('list').getByRole('button').first();
    await expect(first).toContainText(words);
    await first.press('Enter');
    await expect(first).toHaveAttribute('aria-pressed', 'true');
    if (key) await this.page.keyboard.press(key);
    else await picker.getByRole('button', { name: /^(Comment on|Mark as|Add this|Choose these)/ }).press('Enter');
    await expect(picker).toBeHidden();
  }

  /** Goes to a step, or to the verdict, by the steps above the desk. */
  async goToStep(step: StepId | 'whole'): Promise<void> {
    const name = step === 'whole' ? 'Verdict' : STEPS[step].shortTitle;
    const steps = this.page.getByRole('navigation', { name: 'Steps of this review' });
    const link = steps.getByRole('link', { name: new RegExp(`\\b${name}`) });
    await link.click();
    await expect(link).toHaveAttribute('aria-current', 'step');
  }

  /** Selects words of the answer as a pointer would, also where marks divide them. */
  async select(words: string): Promise<void> {
    await this.page
      .getByText(words, { exact: false })
      .filter({ visible: true })
      .first()
      .evaluate((element, wanted) => {
        const start = element.textContent?.indexOf(wanted) ?? -1;
        const range = document.createRange();
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        let offset = 0;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const length = node.textContent?.length ?? 0;
          const from = start - offset;
          const to = start + wanted.length - offset;
          if (from >= 0 && from < length) range.setStart(node, from);
          if (to > 0 && to <= length) range.setEnd(node, to);
          offset += length;
        }
        document.getSelection()?.removeAllRanges();
        document.getSelection()?.addRange(range);
      }, words);
    await expect(this.page.getByRole('region', { name: 'Selected words' })).toContainText(words);
  }

  /** Writes what there is of a review, as a coach with mouse and keyboard would: bands with their words, comments, verdict, summary. */
  async write({ dimensions, expectations, comments, verdict, summary }: ReviewBody): Promise<void> {
    const { page } = this;
    for (const step of [...STEP_IDS, 'whole'] as const) {
      await this.goToStep(step);
      for (const { id } of DIMENSIONS.filter((one) => (one.step ?? 'whole') === step)) {
        const mark = dimensions[id];
        if (!mark) continue;
        const item = this.dimension(id);
        const [quote] = mark.quotes;
        if (quote) await this.select(quote.text);
        await item.getByRole('button', { name: new RegExp(`^${mark.band}`) }).click();
        if (quote) await expect(item.getByRole('blockquote')).toContainText(quote.text);
        else await item.getByRole('button', { name: /^Nothing to quote/ }).click();
        if (mark.note) await item.getByRole('textbox', { name: /^Note on / }).fill(mark.note);
      }
      for (const [key, mark] of Object.entries(expectations)) {
        if (!mark || !key.startsWith(`${step}/`)) continue;
        const item = page.locator(`[data-item="expectation:${key}"]`);
        if (mark.quote) await this.select(mark.quote.text);
        await item.getByRole('button', { name: new RegExp(`^${EXPECTATION_MARK_NAMES[mark.mark]}`) }).click();
      }
      for (const { kind, quote, text } of comments.filter((comment) => comment.step === step)) {
        await this.select(quote.text);
        await page.keyboard.press(KIND_KEYS[kind]);
        const box = page.getByRole('textbox', { name: /^Comment \d+, / }).and(page.locator(':focus'));
        await expect(box).toHaveValue('');
        await page.keyboard.type(text);
        await page.keyboard.press('Escape');
      }
    }
    await page.getByRole('textbox', { name: 'Summary', exact: true }).fill(summary);
    if (!verdict) return;
    await this.verdict.getByRole('button', { name: new RegExp(`^${VERDICT_NAMES[verdict.verdict]}`) }).click();
    if (verdict.reason === '') return;
    await this.verdict
      .getByRole('textbox', { name: 'Why the verdict is not the one of the gates' })
      .fill(verdict.reason);
  }

  /** The published review is in view; a button behind a dialog is hidden too, so that its absence says nothing. */
  async expectPublished(): Promise<void> {
    await expect(this.page.getByText('You published your review')).toBeVisible();
    await expect(this.page.getByRole('button', { name: 'Publish', exact: true })).toBeHidden();
  }

  /** Publishes what is written, with the question before it. */
  async publish(): Promise<void> {
    await this.expectSaved();
    await this.page.getByRole('button', { name: 'Publish', exact: true }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Publish review' }).click();
    await this.expectPublished();
  }
}
