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

/** Axe finds nothing on the page as it stands. No rule is switched off. */
export async function expectNoAxeViolations(page: Page, screen: string): Promise<void> {
  // Colours on their way from one to another are no colours of the product.
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  const loaded = await page.evaluate(() => 'axe' in window);
  if (!loaded) await page.evaluate(SOURCE);
  const { violations } = await page.evaluate<AxeResults, RunOptions>(
    (options) => (window as unknown as { axe: { run(options: unknown): Promise<AxeResults> } }).axe.run(options),
    OPTIONS,
  );
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      (node) => `${id}: ${help}\n    ${node.target.join(' ')}\n    ${node.failureSummary?.replaceAll('\n', '\n    ')}`,
    ),
  );
  expect(found.join('\n'), `axe on ${screen}`).toBe('');
}

const SCHEMES = ['light', 'dark'] as const;

/** The same in the light and in the dark. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    await expectNoAxeViolations(page, `${screen}, ${colorScheme}`);
  }
}
