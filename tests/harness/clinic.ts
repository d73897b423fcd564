import { closePool, openPool } from '#db/client';
import { setThrottle } from '#lib/operations/kernel/throttle';
import { type AuditRow, auditRows } from './audit-rows';
import { createTestDatabase, type TestDatabase } from './database';
import { loadKeyRing } from './key-ring';
import { type TestClock, testClock } from './test-clock';

/** The product without its doors: a database of its own, keys in memory, a clock that stands. */
export interface TestClinic {
  readonly database: TestDatabase;
  readonly clock: TestClock;
  /** Every audit event so far, in order. */
  events(): Promise<AuditRow[]>;
  close(): Promise<void>;
}

export async function openClinic(): Promise<TestClinic> {
  const [database, clock] = [await createTestDatabase(), testClock()];
  openPool(database.loginUrl, 10);
  await loadKeyRing(clock);
  // Limits are their own tests' business.
  setThrottle(async () => null);
  return {
    database,
    clock,
    events: () => auditRows(database.superuserUrl),
    close: async () => {
      await closePool();
      await database.drop();
    },
  };
}
