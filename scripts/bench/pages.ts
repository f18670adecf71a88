import { type Browser, chromium, type Page } from '@playwright/test';
import { STEP_IDS, STEPS } from '@/lib/core/steps';
import { CHROMIUM_ARGUMENTS, findChromium } from '../chromium';
import { startWarmstart } from './app-server';
import { scrollToEnd, shiftSum, watchShifts } from './reading-visit';
import type { Bar, Findings, Table } from './report';
import { grouped, median, type Spread, shown, spread } from './statistics';
import { type Kind, total, type Weight, WireLog } from './wire-log';

const CASE = '/cases/visual-search';
const PATHS = [CASE, ...STEP_IDS.map((step) => `${CASE}/${step}`)];
const RUNS = 3;
const SCREENS = { wide: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const;
type Screen = keyof typeof SCREENS;
/** The bars were set with gzip, which every browser and proxy speaks; ours also has Brotli. */
const ENCODINGS = { gzip: ['gzip'], brotli: ['gzip', 'br'] } as const;
type EncodingName = keyof typeof ENCODINGS;

interface Visit {
  readonly before: Weight;
  readonly after: Weight;
  readonly shifts: number;
  readonly external: readonly string[];
}

interface Setup {
  readonly screen: Screen;
  readonly encoding: EncodingName;
}

/** Page weight over the wire in Chromium, layout shift, and requests to anybody else. */
export async function measurePages(root: string): Promise<Findings> {
  const server = await startWarmstart(root);
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_ARGUMENTS] });
  const reader = new Reader(browser, server.origin);
  try {
    const single: Record<string, Record<Screen, Visit[]>> = {};
    const brotli: Record<string, Visit> = {};
    for (const path of PATHS) {
      const visits: Record<Screen, Visit[]> = { wide: [], phone: [] };
      for (let run = 0; run < RUNS; run += 1) {
        visits.wide.push(await reader.readOne(path, { screen: 'wide', encoding: 'gzip' }));
        visits.phone.push(await reader.readOne(path, { screen: 'phone', encoding: 'gzip' }));
      }
      single[path] = visits;
      brotli[path] = await reader.readOne(path, { screen: 'wide', encoding: 'brotli' });
    }
    const whole: Record<string, Visit[]> = {
      'by its links': [],
      'each page by its address': [],
      'by its links, Brotli': [],
    };
    for (let run = 0; run < RUNS; run += 1) {
      whole['by its links']?.push(await reader.readByLinks({ screen: 'wide', encoding: 'gzip' }));
      whole['each page by its address']?.push(await reader.readByAddress({ screen: 'wide', encoding: 'gzip' }));
      whole['by its links, Brotli']?.push(await reader.readByLinks({ screen: 'wide', encoding: 'brotli' }));
    }
    return {
      tables: [singleTable(single, brotli), wholeTable(whole)],
      bars: bars(single, whole),
      raw: { single, brotli, whole },
    };
  } finally {
    await browser.close();
    await server.stop();
  }
}

class Reader {
  constructor(
    private readonly browser: Browser,
    private readonly origin: string,
  ) {}

  /** One page with an empty cache: loaded, then read to its end. */
  readOne(path: string, setup: Setup): Promise<Visit> {
    return this.#visit(setup, async (page, log) => {
      await page.goto(this.origin + path);
      await log.quiet();
      const before = log.weight();
      await this.#readToEnd(page, log);
      return { before, shifts: await shiftSum(page) };
    });
  }

  /** The whole case in one visit, from page to page by its links. */
  readByLinks(setup: Setup): Promise<Visit> {
    return this.#visit(setup, async (page, log) => {
      await page.goto(this.origin + CASE);
      await log.quiet();
      const before = log.weight();
      await this.#readToEnd(page, log);
      await page.getByText('Read it anyway').click();
      for (const [at, step] of STEP_IDS.entries()) {
        await page.getByRole('main').getByRole('link', { name: STEPS[step].title }).last().click();
        await page.waitForURL(`**${PATHS[at + 1]}`);
        await this.#readToEnd(page, log);
      }
      // Pages that follow by a link are drawn into the same document, so this is the sum of the whole visit.
      return { before, shifts: await shiftSum(page) };
    });
  }

  /** The whole case in one visit, each page opened from the address line. */
  readByAddress(setup: Setup): Promise<Visit> {
    return this.#visit(setup, async (page, log) => {
      let before: Weight | undefined;
      let shifts = 0;
      for (const path of PATHS) {
        await page.goto(this.origin + path);
        await log.quiet();
        before ??= log.weight();
        await this.#readToEnd(page, log);
        shifts += await shiftSum(page);
      }
      return { before: before ?? log.weight(), shifts };
    });
  }

  async #readToEnd(page: Page, log: WireLog): Promise<void> {
    await log.quiet();
    await scrollToEnd(page);
    await log.quiet();
  }

  async #visit(
    { screen, encoding }: Setup,
    read: (page: Page, log: WireLog) => Promise<Pick<Visit, 'before' | 'shifts'>>,
  ): Promise<Visit> {
    // A context has a cache of its own, empty at first.
    const context = await this.browser.newContext({ viewport: SCREENS[screen] });
    try {
      const page = await context.newPage();
      await watchShifts(page);
      const log = await WireLog.watch(page, this.origin, ENCODINGS[encoding]);
      const seen = await read(page, log);
      return { ...seen, after: log.weight(), external: log.external };
    } finally {
      await context.close();
    }
  }
}

const kilobytes = (runs: readonly number[]) => shown(spread(runs.map((bytes) => bytes / 1000)), 1);

function weights(visits: readonly Visit[], when: 'before' | 'after', kind: Kind): Spread {
  return spread(visits.map((visit) => visit[when][kind]));
}

function singleTable(single: Record<string, Record<Screen, Visit[]>>, brotli: Record<string, Visit>): Table {
  return {
    caption: 'One page, nothing cached, gzip, kB on the wire; layout shift to the end on a wide screen and on a phone',
    columns: ['page', 'JS', 'JS at end', 'HTML', 'CSS', 'fonts', 'total', 'at end', 'with Brotli', 'shift', 'phone'],
    rows: Object.entries(single).map(([path, { wide, phone }]) => [
      path,
      kilobytes(weights(wide, 'before', 'script').runs),
      kilobytes(weights(wide, 'after', 'script').runs),
      kilobytes(weights(wide, 'after', 'page').runs),
      kilobytes(weights(wide, 'after', 'style').runs),
      kilobytes(weights(wide, 'after', 'font').runs),
      kilobytes(wide.map(({ before }) => total(before))),
      kilobytes(wide.map(({ after }) => total(after))),
      grouped(total(brotli[path]?.after ?? emptyWeight) / 1000, 1),
      shown(spread(wide.map(({ shifts }) => shifts)), 3),
      shown(spread(phone.map(({ shifts }) => shifts)), 3),
    ]),
  };
}

const emptyWeight: Weight = { script: 0, page: 0, font: 0, style: 0, data: 0, other: 0 };

function wholeTable(whole: Record<string, Visit[]>): Table {
  return {
    caption: 'The whole case in one visit: the case page, then all seven steps, each to its end; kB on the wire',
    columns: ['read', 'JS', 'HTML', 'data', 'CSS', 'fonts', 'total', 'shift'],
    rows: Object.entries(whole).map(([name, visits]) => [
      name,
      ...(['script', 'page', 'data', 'style', 'font'] as const).map((kind) =>
        kilobytes(weights(visits, 'after', kind).runs),
      ),
      kilobytes(visits.map(({ after }) => total(after))),
      shown(spread(visits.map(({ shifts }) => shifts)), 3),
    ]),
  };
}

function bars(single: Record<string, Record<Screen, Visit[]>>, whole: Record<string, Visit[]>): Bar[] {
  const ones = Object.values(single).flatMap(({ wide, phone }) => [...wide, ...phone]);
  const byLinks = whole['by its links'] ?? [];
  const all = [...ones, ...Object.values(whole).flat()];
  const scripts = Math.max(...ones.map(({ before }) => before.script)) / 1000;
  const late = Math.max(...ones.map(({ before, after }) => after.script - before.script)) / 1000;
  const wholeKb = median(byLinks.map(({ after }) => total(after))) / 1000;
  const shift = Math.max(...all.map(({ shifts }) => shifts));
  const external = new Set(all.flatMap((visit) => visit.external));
  return [
    bar('JavaScript of a case page, the heaviest of 8', `${scripts.toFixed(1)} kB`, '≤ 155 kB', scripts <= 155),
    bar('more JavaScript after scrolling to the end', `${late.toFixed(1)} kB`, '0', late === 0),
    bar('the whole case, to the end', `${wholeKb.toFixed(1)} kB`, '≤ 320 kB', wholeKb <= 320),
    bar('layout shift while reading to the end, the worst', shift.toFixed(3), '≤ 0.02', shift <= 0.02),
    bar('requests to other hosts', String(external.size), '0', external.size === 0),
  ];
}

function bar(what: string, measured: string, limit: string, met: boolean): Bar {
  return { what, measured, bar: limit, met };
}
