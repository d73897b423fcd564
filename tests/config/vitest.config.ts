import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '../..');

const common = {
  extends: true as const,
};

export default defineConfig({
  root,
  test: {
    // No test asks a stranger: what nothing listens on answers at once.
    env: { BREACH_CHECK_URL: 'http://127.0.0.1:9/' },
    // Half of the work is the database's: on two cores the default is one file at a time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        ...common,
        // Pure rules: no database, no network, no clock.
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        ...common,
        test: {
          name: 'database',
          include: ['tests/{operations,rls,database,jobs,transport,invariants}/**/*.test.ts'],
          globalSetup: ['tests/harness/global-setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        ...common,
        // Whole processes on ports of their own: one after the other, on two cores.
        test: {
          name: 'start',
          include: ['tests/start/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
