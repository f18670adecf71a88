import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest } from '@/scripts/test/reports';

const ESC = String.fromCharCode(27);

describe('countVitest', () => {
  const passed = { fullName: 'a holds', status: 'passed', failureMessages: [] };

  it('names each failed test with the beginning of what it said', () => {
    const failed = {
      fullName: 'a breaks',
      status: 'failed',
      failureMessages: [`${ESC}[31mexpected 1\n\nto be 2${ESC}[39m${'\n at x'.repeat(40)}`],
    };
    const file = { name: '/repo/lib/a.test.ts', status: 'failed', message: '', assertionResults: [passed, failed] };
    const counted = countVitest({ numPassedTests: 1, numFailedTests: 1, testResults: [file] }, '/repo');
    expect(counted).toMatchObject({ passed: 1, failed: 1 });
    expect(counted.failures).toHaveLength(1);
    const lines = counted.failures[0]?.split('\n');
    expect(lines?.slice(0, 3)).toEqual(['lib/a.test.ts: a breaks', '    expected 1', '    to be 2']);
    expect(lines).toHaveLength(13);
  });

  it('counts a file that could not be loaded, though none of its tests ran', () => {
    const file = { name: '/repo/b.test.ts', status: 'failed', message: 'Cannot find c', assertionResults: [] };
    const counted = countVitest({ numPassedTests: 5, numFailedTests: 0, testResults: [file] }, '/repo');
    expect(counted).toEqual({
      passed: 5,
      failed: 1,
      failures: ['b.test.ts: the file as a whole\n    Cannot find c'],
    });
  });

  it('has nothing to tell of a run in which all passed', () => {
    const file = { name: '/repo/a.test.ts', status: 'passed', message: '', assertionResults: [passed] };
    expect(countVitest({ numPassedTests: 1, numFailedTests: 0, testResults: [file] }, '/repo').failures).toEqual([]);
  });
});

describe('countPlaywright', () => {
  const spec = (title: string, status: string, ...messages: string[]) => ({
    title,
    file: 'desk.spec.ts',
    line: 7,
    tests: [{ status, results: [{ errors: messages.map((message) => ({ message })) }] }],
  });

  it('takes a test that passed only at the second try as failed, and finds those inside of groups', () => {
    const suite = {
      specs: [spec('passes', 'expected')],
      suites: [{ specs: [spec('fails', 'unexpected', 'Timed out', 'and more'), spec('wavers', 'flaky', 'Not there')] }],
    };
    expect(countPlaywright({ stats: { expected: 1, unexpected: 1, flaky: 1 }, suites: [suite] })).toEqual({
      passed: 1,
      failed: 2,
      failures: ['desk.spec.ts:7: fails\n    Timed out', 'desk.spec.ts:7: wavers\n    Not there'],
    });
  });
});
