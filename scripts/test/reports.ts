/** What the runners' JSON reports say, as far as the end of `npm test` needs it. */
import { relative } from 'node:path';

export interface Counted {
  readonly passed: number;
  readonly failed: number;
  /** One entry for each failed test: file, full title, and the beginning of what it said. */
  readonly failures: readonly string[];
}

export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

export interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
  readonly suites: readonly PlaywrightSuite[];
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly file: string;
    readonly line: number;
    readonly tests: readonly {
      readonly status: string;
      readonly results: readonly { readonly errors: readonly { readonly message?: string }[] }[];
    }[];
  }[];
}

/** Counts what a vitest report holds. A file that could not be loaded has no tests, and is one failure by itself. */
export function countVitest(report: VitestReport, root: string): Counted {
  const failures: string[] = [];
  let unloaded = 0;
  for (const file of report.testResults) {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    for (const { fullName, failureMessages } of failed) {
      failures.push(failure(relative(root, file.name), fullName, failureMessages[0]));
    }
    if (file.status === 'failed' && failed.length === 0) {
      unloaded += 1;
      failures.push(failure(relative(root, file.name), 'the file as a whole', file.message));
    }
  }
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded, failures };
}

/** Counts what a Playwright report holds. A test that passes only at the second try has failed once: it counts as failed. */
export function countPlaywright(report: PlaywrightReport): Counted {
  const { expected, unexpected, flaky } = report.stats;
  const failures: string[] = [];
  const visit = (suites: readonly PlaywrightSuite[]): void => {
    for (const suite of suites) {
      visit(suite.suites ?? []);
      for (const { title, file, line, tests } of suite.specs) {
        for (const { status, results } of tests) {
          if (status !== 'unexpected' && status !== 'flaky') continue;
          const [error] = results.flatMap(({ errors }) => errors);
          failures.push(failure(`${file}:${line}`, title, error?.message));
        }
      }
    }
  };
  visit(report.suites);
  return { passed: expected, failed: unexpected + flaky, failures };
}

const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
const LINES_OF_A_FAILURE = 12;

function failure(where: string, title: string, message = ''): string {
  const lines = message.replaceAll(COLOURS, '').split('\n');
  const shown = lines.filter((line) => line.trim() !== '').slice(0, LINES_OF_A_FAILURE);
  return [`${where}: ${title}`, ...shown.map((line) => `    ${line}`)].join('\n');
}
