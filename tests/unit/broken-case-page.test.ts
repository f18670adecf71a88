import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import WorkedStepPage, { generateStaticParams as generateStepParams } from '@/app/cases/[slug]/[step]/page';
import CasePage, { generateStaticParams } from '@/app/cases/[slug]/page';

/** What the library gives in development while an author writes. */
vi.mock('@/lib/content/library', () => ({
  listCases: () => [],
  findCase: () => null,
  listBrokenCases: () => [
    {
      slug: 'half-written',
      findings: [
        {
          file: 'content/cases/half-written/3-data.md',
          line: 12,
          column: 5,
          message: 'The heading “Expectation” is not known.',
          fix: 'Write “Expectations”.',
        },
      ],
    },
  ],
}));

it('has addresses for a case with mistakes and for its steps', () => {
  expect(generateStaticParams()).toEqual([{ slug: 'half-written' }]);
  expect(generateStepParams()).toContainEqual({ slug: 'half-written', step: 'data' });
});

it.each([
  ['the case', () => CasePage({ params: Promise.resolve({ slug: 'half-written' }) })],
  ['a step', () => WorkedStepPage({ params: Promise.resolve({ slug: 'half-written', step: 'data' }) })],
])('says at the address of %s what is wrong with it, and where', async (_, page) => {
  const html = renderToStaticMarkup(await page());
  expect(html).toContain('half-written has a mistake');
  expect(html).toContain('content/cases/half-written/3-data.md:12:5');
  expect(html).toContain('The heading “Expectation” is not known.');
  expect(html).toContain('Write “Expectations”.');
});

it('has nothing at the address of a case that nobody writes', async () => {
  await expect(CasePage({ params: Promise.resolve({ slug: 'elsewhere' }) })).rejects.toThrow(/404|NOT_FOUND/);
});
