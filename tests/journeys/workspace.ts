import { expect, type Locator, type Page } from '@playwright/test';
import { STEPS, type StepId } from '@/lib/core/steps';

/** The workspace of an attempt as a person finds their way in it: by roles and names alone. */
export class Workspace {
  readonly page: Page;
  /** Where the text is: Saved, Saving, On this device only, Needs your choice. */
  readonly status: Locator;

  constructor(page: Page) {
    this.page = page;
    this.status = page.getByRole('status', { name: 'Where your text is' });
  }

  async open(attemptId: string, step?: StepId): Promise<void> {
    await this.page.goto(`/practice/${attemptId}${step === undefined ? '' : `#${step}`}`);
    if (step !== undefined) await this.expectStep(step);
  }

  async expectStep(step: StepId): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: STEPS[step].title })).toBeVisible();
  }

  /** By the rail of a wide screen. */
  async goTo(step: StepId): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: STEPS[step].title }).click();
    await this.expectStep(step);
  }

  /** The writing area of a step in unaided mode. */
  answerTo(step: StepId): Locator {
    return this.page.getByRole('textbox', { name: `Your answer: ${STEPS[step].title}` });
  }

  /** The writing area of a blank page. */
  get sheet(): Locator {
    return this.page.getByRole('textbox', { name: 'Your page' });
  }

  async expectSaved(): Promise<void> {
    await expect(this.status).toHaveText(/^Saved /);
  }

  /** Fills the first step of an unaided attempt while nothing can be sent. */
  async typeUnsent(text: string): Promise<void> {
    await this.answerTo('clarify').fill(text);
    await expect(this.status).toHaveText('On this device only');
  }

  /** Submits by the button and its question. */
  async submit(): Promise<void> {
    await this.page.getByRole('button', { name: 'Submit', exact: true }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Submit attempt' }).click();
    await this.page.waitForURL(/\/attempts\//);
  }
}
