import { type Browser, type BrowserContext, chromium, type Locator, type Page } from '@playwright/test';
import type { Answer, TableRow } from '@/lib/core/answer';
import { CHROMIUM_ARGUMENTS, findChromium } from '../chromium';
import { startWarmstart } from './app-server';
import type { Bar, Findings } from './report';
import { median, percentile, shown, spread } from './statistics';

declare global {
  interface Window {
    /** The longest event of each interaction, in ms from the key to the next frame, by the browser's number for it. */
    benchInteractions: Map<number, number>;
  }
}

const RUNS = 3;
const SLOWDOWN = 4;
const TEXT_BYTES = 20_000;
const ROWS = 20;
/** A fast typist: 100 words a minute. */
const BETWEEN_KEYS_MS = 120;
const TYPED = 'so the ranker sees what the retrieval saw, and the log says which version answered; ';
const MOST_MS = 50;
/** The least that a browser reports; what is faster is not told apart. */
const REPORTED_FROM_MS = 16;

interface Surface {
  readonly name: string;
  readonly mode: 'unaided' | 'guided';
  readonly answer: Answer;
  /** Where the key strokes go. */
  readonly input: (page: Page) => Locator;
}

interface Run {
  readonly keys: number;
  readonly durationsMs: readonly number[];
}

const SENTENCE =
  'Candidates come from two indexes, are merged by product, and the ranker scores the first four hundred. ';

const row = (at: number): TableRow => ({
  name: `clicks on the shop in ${at + 1} days`,
  entity: 'user and shop',
  type: 'count',
  encoding: 'log1p, then standardise',
  freshness: 'stream',
  skew_risk: 'counted twice when the stream restarts, so the nightly job overwrites it',
});

const SURFACES: readonly Surface[] = [
  {
    name: 'unaided: a text of 20 kB',
    mode: 'unaided',
    answer: { text: SENTENCE.repeat(TEXT_BYTES / SENTENCE.length + 1).slice(0, TEXT_BYTES) },
    input: (page) => page.getByRole('textbox', { name: /^Your answer/ }),
  },
  {
    name: 'guided: a table of 20 rows, 6 columns',
    mode: 'guided',
    answer: {
      fields: { features: Array.from({ length: ROWS }, (_, at) => row(at)), labels: SENTENCE.repeat(4).slice(0, 400) },
    },
    input: (page) => page.getByRole('textbox', { name: 'Features, row 10, Skew risk' }),
  },
];

/** From a key stroke to the next frame, in the workspace, with the processor slowed down. */
export async function measureKeystroke(root: string): Promise<Findings> {
  const server = await startWarmstart(root);
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_ARGUMENTS] });
  try {
    const results: { surface: string; runs: Run[] }[] = [];
    for (const surface of SURFACES) {
      const runs: Run[] = [];
      for (let run = 0; run < RUNS; run += 1) runs.push(await typeInto(surface, browser, server.origin));
      results.push({ surface: surface.name, runs });
    }
    return { tables: [table(results)], bars: results.map(bar), raw: results };
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function typeInto(surface: Surface, browser: Browser, origin: string): Promise<Run> {
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 1280, height: 800 } });
  try {
    const id = await prepareAttempt(surface, context);
    const page = await context.newPage();
    await watchInteractions(page);
    await page.goto(`/practice/${id}#data`);
    const input = surface.input(page);
    await input.click();
    // In the middle: what follows has to be laid out again.
    await input.evaluate((area: HTMLTextAreaElement) => {
      const middle = Math.floor(area.value.length / 2);
      area.setSelectionRange(middle, middle);
    });
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    await page.keyboard.type('And ', { delay: BETWEEN_KEYS_MS });
    await page.evaluate(() => window.benchInteractions.clear());
    await page.keyboard.type(TYPED, { delay: BETWEEN_KEYS_MS });
    await page.waitForTimeout(500);
    const durations = await page.evaluate(() => [...window.benchInteractions.values()]);
    if (!(await input.inputValue()).includes(TYPED)) throw new Error(`${surface.name}: key strokes were lost.`);
    return { keys: TYPED.length, durationsMs: padded(durations, TYPED.length) };
  } finally {
    await context.close();
  }
}

/** Strokes that the browser did not report took less than it reports. */
function padded(durations: readonly number[], keys: number): number[] {
  return [...durations, ...Array.from({ length: Math.max(0, keys - durations.length) }, () => REPORTED_FROM_MS)];
}

async function prepareAttempt({ mode, answer }: Surface, { request }: BrowserContext): Promise<string> {
  const started = await request.post('/api/attempts', { data: { caseSlug: 'visual-search', mode, level: 'senior' } });
  const { id } = (await started.json()) as { id: string };
  const saved = await request.put(`/api/attempts/${id}/answers/data`, { data: { baseRevision: 0, answer } });
  if (!saved.ok()) throw new Error(`The answer was not saved: ${await saved.text()}`);
  return id;
}

async function watchInteractions(page: Page): Promise<void> {
  await page.addInitScript((reportedFromMs) => {
    window.benchInteractions = new Map();
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { interactionId?: number })[]) {
        // Not every event belongs to an interaction; those of one key share a number.
        if (!entry.interactionId) continue;
        const longest = window.benchInteractions.get(entry.interactionId) ?? 0;
        window.benchInteractions.set(entry.interactionId, Math.max(longest, entry.duration));
      }
    }).observe({ type: 'event', durationThreshold: reportedFromMs, buffered: true } as PerformanceObserverInit);
  }, REPORTED_FROM_MS);
}

function table(results: readonly { surface: string; runs: Run[] }[]) {
  const column = (runs: readonly Run[], percent: number) =>
    shown(spread(runs.map(({ durationsMs }) => percentile(durationsMs, percent))));
  return {
    caption: `From a key stroke to the next frame, ms, processor slowed ${SLOWDOWN} ×: median of ${RUNS} runs of ${TYPED.length} keys`,
    columns: ['', 'half of them', 'p75', 'p98', 'the worst'],
    rows: results.map(({ surface, runs }) => [surface, ...[50, 75, 98, 100].map((percent) => column(runs, percent))]),
  };
}

function bar({ surface, runs }: { surface: string; runs: Run[] }): Bar {
  // Interaction to next paint is defined as the 98th percentile.
  const paint = median(runs.map(({ durationsMs }) => percentile(durationsMs, 98)));
  return {
    what: `interaction to next paint, ${surface}`,
    measured: `${paint} ms`,
    bar: `≤ ${MOST_MS} ms`,
    met: paint <= MOST_MS,
  };
}
