import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const OPTIONS: RunOptions = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  resultTypes: ['violations', 'incomplete'],
};

/**
 * What axe may find on one screen, because it is known not to harm anybody there. It must then be found: an exception that
 * is no longer needed fails the test.
 */
export interface AxeException {
  readonly rule: string;
  /** Part of the selector of the element. */
  readonly element: string;
}

/** Axe finds nothing on the page as it stands. No rule is switched off. */
async function expectNoAxeViolations(page: Page, screen: string, exception: AxeException | null): Promise<void> {
  // While a page is drawn anew by the router it has no title for a moment.
  await expect(page).toHaveTitle(/\S/);
  // Colours on their way from one to another are no colours of the product.
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  const loaded = await page.evaluate(() => 'axe' in window);
  if (!loaded) await page.evaluate(SOURCE);
  const { violations } = await page.evaluate<AxeResults, RunOptions>(
    (options) => (window as unknown as { axe: { run(options: unknown): Promise<AxeResults> } }).axe.run(options),
    OPTIONS,
  );
  const isExcepted = (rule: string, target: string) =>
    exception !== null && rule === exception.rule && target.includes(exception.element);
  const wasFound = violations.some(({ id, nodes }) => nodes.some((node) => isExcepted(id, node.target.join(' '))));
  expect(wasFound, `the exception for ${screen} is needed`).toBe(exception !== null);
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes
      .filter((node) => !isExcepted(id, node.target.join(' ')))
      .map(
        (node) =>
          `${id}: ${help}\n    ${node.target.join(' ')}\n    ${node.failureSummary?.replaceAll('\n', '\n    ')}`,
      ),
  );
  expect.soft(found.join('\n'), `axe on ${screen}`).toBe('');
}

const SCHEMES = ['light', 'dark'] as const;

/** The same in the light and in the dark. */
export async function expectAccessible(
  page: Page,
  screen: string,
  exception: AxeException | null = null,
): Promise<void> {
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    await expectNoAxeViolations(page, `${screen}, ${colorScheme}`, exception);
  }
}
