import { closePool, ensureAuditPartitions, openPool, ping } from '#db/client';
import { assertPowerlessRole, countPendingMigrations, migrate } from '#db/migrate';
import { drainReadEvents } from '#lib/audit/read-events';
import { consume } from '#lib/auth/throttle';
import { setThrottle } from '#lib/operations/kernel/throttle';
import { systemClock } from '#lib/platform/clock';
import { env } from '#lib/platform/env';
import { lifecycle } from '#lib/platform/lifecycle';
import { OperatorError } from '#lib/platform/operator-error';
import { openPlaces } from '#lib/platform/place';
import { probe } from '#lib/platform/readiness';
import { closeRedis, openRedis, pingRedis } from '#lib/platform/redis';
import type { Cleanup } from './cleanup';
import { openKeys } from './keys';

/** Brings the database to head and opens what every operation needs. For the server and for each command alike. */
export async function openProduct(cleanup: Cleanup): Promise<void> {
  lifecycle().opened = true;
  const { databaseUrl, migrationDatabaseUrl, redisUrl, mmdbFile } = env();
  if (mmdbFile) await openPlaces(mmdbFile);
  if (!databaseUrl) throw new Error('The database is not known yet.');
  await assertPowerlessRole(databaseUrl).catch(asSentence);
  await bringToHead(databaseUrl, migrationDatabaseUrl);
  openPool(databaseUrl);
  cleanup.add(closePool);
  cleanup.add(drainReadEvents);
  probe('database', ping);
  if (redisUrl) attachRedis(redisUrl, cleanup);
  setThrottle(consume);
  await Promise.all([openKeys(), ensureAuditPartitions(systemClock.now())]);
}

function attachRedis(url: string, cleanup: Cleanup): void {
  openRedis(url);
  cleanup.add(closeRedis);
  probe('redis', pingRedis);
}

async function bringToHead(databaseUrl: string, migrationUrl: string | undefined): Promise<void> {
  if ((await countPendingMigrations(databaseUrl)) === 0) return;
  if (!migrationUrl) {
    throw new OperatorError(
      'The database needs migrations: set MIGRATION_DATABASE_URL to the role that owns it (medisecure_owner) for this start.',
    );
  }
  await migrate(migrationUrl);
}

const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'CONNECT_TIMEOUT', 'EHOSTUNREACH']);

/** The first words with the database: what is wrong with its address or role becomes a sentence. */
function asSentence(error: unknown): never {
  if (!(error instanceof Error)) throw error;
  const code = 'code' in error ? String(error.code) : null;
  // What the database itself says carries a code; a sentence of ours does not.
  if (code === null) throw new OperatorError(error.message);
  if (unreachable.has(code)) {
    throw new OperatorError(
      `The database of DATABASE_URL does not answer (${code}): start it, or correct the address.`,
    );
  }
  if (code === '28P01' || code === '3D000') {
    throw new OperatorError(
      `The database refuses DATABASE_URL (${code}): run db/bootstrap.sql there, or correct the name and password.`,
    );
  }
  throw error;
}
