import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    setupFiles: ['tests/property-seed.ts'],
    // An odd offset, so that a test that depends on the machine's clock fails everywhere and not only in Nepal.
    env: { TZ: 'Asia/Kathmandu' },
    // Left to itself vitest leaves one processor of two free, and much of the time is spent waiting for a disk.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Properties run a thousand cases; on a busy machine that is no failure.
          testTimeout: 240_000,
          include: ['lib/**/*.test.ts', 'components/**/*.test.ts', 'server/**/*.test.ts', 'tests/unit/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/integration/global-setup.ts'],
          // Only a failure takes that long: on a machine with other work everything takes several times as long.
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
