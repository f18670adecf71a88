import { onTestFinished, vi } from 'vitest';

/**
 * Lets the clock stand still until the end of the test. Limits count in windows that begin with a minute, a quarter or an
 * hour of the clock: a test that counts must not see one end.
 */
export function holdClock(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  onTestFinished(() => {
    vi.useRealTimers();
  });
}
