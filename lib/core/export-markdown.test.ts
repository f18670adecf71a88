import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import type { Answer } from './answer';
import type { AnswerSlot } from './attempt';
import { type ExportedAttempt, type ExportFile, exportFile } from './export-attempt';
import { exportMarkdown } from './export-markdown';

const attempt = (
  mode: ExportedAttempt['mode'],
  answers: Partial<Record<AnswerSlot, Answer>>,
  more: Partial<ExportedAttempt> = {},
): ExportFile => ({
  warmstart: 1,
  exportedAt: '2026-03-02T08:00:00.000Z',
  attempts: [
    {
      id: 'a1',
      caseSlug: 'visual-search',
      caseTitle: 'Visual search',
      caseState: 'same',
      caseHash: '0123456789abcdef',
      mode,
      level: 'senior',
      onlyStep: null,
      followsId: null,
      assignmentId: null,
      createdAt: '2026-03-01T10:00:00.000Z',
      updatedAt: '2026-03-01T11:00:00.000Z',
      submittedAt: '2026-03-01T11:00:00.000Z',
      answeredSlots: Object.keys(answers).length,
      totalSlots: mode === 'blank' ? 1 : 7,
      activeMs: 0,
      answers: Object.entries(answers).map(([slot, answer]) => ({
        slot: slot as AnswerSlot,
        revision: 3,
        saves: 3,
        savedAt: '2026-03-01T10:30:00.000Z',
        answer,
      })),
      hints: [],
      segments: [],
      marks: [],
      findings: [],
      corrections: [],
      ...more,
    },
  ],
});

const all = (node: Nodes): Nodes[] => [node, ...('children' in node ? node.children.flatMap(all) : [])];
const nodes = (file: ExportFile) => all(unified().use(remarkParse).use(remarkGfm).parse(exportMarkdown(file)));
const textOf = (node: Nodes) =>
  all(node)
    .map((one) => (one.type === 'text' ? one.value : ''))
    .join('');
const headings = (file: ExportFile) => nodes(file).flatMap((node) => (node.type === 'heading' ? [textOf(node)] : []));

describe('exportMarkdown', () => {
  it('writes an attempt at one step as that step, and says so', () => {
    const file = attempt('unaided', { data: { text: 'Clicks within a day.' } }, { onlyStep: 'data', totalSlots: 1 });
    expect(headings(file)).toEqual(['Visual search', '3. Data and features']);
    expect(exportMarkdown(file)).toContain('Unaided, level Senior, only Data and features');
    expect(exportMarkdown(file)).not.toContain('Nothing written.');
  });

  it('reads an export from before there were attempts at one step', () => {
    const file = attempt('guided', {});
    const { onlyStep, followsId, assignmentId, ...old } = file.attempts[0] as ExportedAttempt;
    expect(exportFile.parse({ ...file, attempts: [old] })).toEqual(file);
    expect([onlyStep, followsId, assignmentId]).toEqual([null, null, null]);
  });

  it('writes a guided attempt step by step, each field in its own form', () => {
    const file = attempt(
      'guided',
      {
        clarify: {
          fields: {
            business_goal: 'More *good* sessions',
            scale: [{ quantity: 'peak | average', value: '35k', unit: 'per second', formula: '' }, {}],
            data_today: ['clicks', ' '],
            assumptions: [{ text: 'logs are complete', status: 'assumed' }],
          },
        },
        frame: { fields: { task: { chosen: ['retrieve', 'rank'], why: '' } } },
        data: { fields: { label_delay: { value: '30', unit: 'minutes', derivation: 'p95 of watch time' } } },
        serve: {
          fields: {
            latency_budget: [
              { stage: 'ANN', ms: '25' },
              { stage: 'ranker', ms: '40' },
            ],
            request_path_diagram: 'flowchart TD\n  a-->b',
          },
        },
      },
      {
        segments: [{ id: 'segment-1', step: 'clarify', startedAt: '2026-03-01T10:00:00.000Z', activeMs: 360_000 }],
        hints: [{ step: 'clarify', number: 1, takenAt: '2026-03-01T10:00:00.000Z' }],
        marks: [
          {
            step: 'clarify',
            expectationId: 'goal',
            statement: 'Names a *goal*',
            found: true,
            quote: { slot: 'clarify', path: 'business_goal', start: 0, end: 4, text: 'More' },
            markedAt: '2026-03-01T11:05:00.000Z',
          },
          {
            step: 'clarify',
            expectationId: 'scale',
            statement: null,
            found: false,
            quote: null,
            markedAt: '2026-03-01T11:05:00.000Z',
          },
        ],
      },
    );
    expect(exportFile.parse(file)).toEqual(file);
    expect(exportMarkdown(file)).toBe(`# Visual search

- Guided, level Senior
- Started 2026-03-01 10:00 UTC
- Submitted 2026-03-01 11:00 UTC
- 6 min of work
- Case text 0123456789ab

## 1. Clarify requirements

*6 min of 5 min · revision 3, saved 2026-03-01 10:30 UTC · hints taken: 1*

### Business goal

More \\*good\\* sessions

### Scale

| Quantity | Value | Unit | How derived |
| --- | --- | --- | --- |
| peak &#124; average | 35k | per second |  |

### Data today

- clicks

### Assumptions

- logs are complete (assumed)

### Expectations

- [x] Names a \\*goal\\*

  > More
- [ ] scale (not in my answer)

## 2. Frame as an ML task

*revision 3, saved 2026-03-01 10:30 UTC*

### Task type

retrieve, rank

## 3. Data and features

*revision 3, saved 2026-03-01 10:30 UTC*

### Label delay

30 minutes

p95 of watch time

## 4. Model development

Nothing written.

## 5. Evaluation

Nothing written.

## 6. Deployment and serving

*revision 3, saved 2026-03-01 10:30 UTC*

### Latency budget

| Stage | ms |
| --- | --- |
| ANN | 25 |
| ranker | 40 |

Total: 65 ms

### Request path diagram

\`\`\`mermaid
flowchart TD
  a-->b
\`\`\`

## 7. Monitoring and infrastructure

Nothing written.
`);
  });

  it('says when a total leaves a cell out', () => {
    const rows = [
      { stage: 'ANN', ms: '0.2 s' },
      { stage: 'ranker', ms: '20-30' },
    ];
    const file = attempt('guided', { serve: { fields: { latency_budget: rows } } });
    expect(exportMarkdown(file)).toContain('Total: 200 ms (one cell has no number to add)');
  });

  it('writes a blank page, then what is tagged for each step', () => {
    const file = attempt('blank', {
      page: { text: 'Rank videos.\nLog clicks.', tags: [{ start: 13, end: 24, step: 'data' }] },
    });
    expect(headings(file)).toEqual(['Visual search', 'The page', '3. Data and features']);
    expect(exportMarkdown(file)).toContain('> Log clicks.');
  });

  it('lets hostile text be text', () => {
    const hostile = '# Owned\n<img src=x onerror=alert(1)>\n```\n| a |\n| - |\n![x](javascript:alert(1))\n---';
    const file = attempt('unaided', {
      clarify: { text: hostile, diagram: `${hostile}\n\`\`\`\`\nflowchart` },
    });
    const found = nodes(file);
    expect(new Set(found.map((node) => node.type))).toEqual(
      new Set(['root', 'heading', 'text', 'list', 'listItem', 'paragraph', 'emphasis', 'break', 'code']),
    );
    expect(headings(file)).toHaveLength(8);
    const written = found.flatMap((node) => (node.type === 'paragraph' ? [textOf(node)] : []));
    expect(written).toContain(hostile.replaceAll('\n', ''));
    expect(found.find((node) => node.type === 'code')).toMatchObject({ lang: 'mermaid' });
  });

  it('puts several attempts into one document, and says when there are none', () => {
    const one = attempt('unaided', { frame: { text: 'rank' } });
    const two = { ...one, attempts: [...one.attempts, ...one.attempts] };
    expect(headings(two).filter((heading) => heading === 'Visual search')).toHaveLength(2);
    expect(exportMarkdown({ ...one, attempts: [] })).toBe('No attempts.\n');
  });
});
