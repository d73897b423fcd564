import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Operation } from '#lib/operations/define';
import { configureEnv } from '#lib/platform/env';
import { allOperations } from '../harness/all-operations';
import { doomedRequest, fillAuditLog } from '../harness/full-log';
import { attempt } from './attempt';
import { type ExampleClinic, openExampleClinic } from './example-clinic';
import { readyRun, runWell } from './performers';
import { walkLimit } from './walk-limit';

let clinic: ExampleClinic;
let operations: Operation[];
let superuser: postgres.Sql;

beforeAll(async () => {
  // Every run here ends in an error that is meant.
  configureEnv({ logLevel: 'silent' });
  operations = (await allOperations()).map(({ operation }) => operation);
  clinic = await openExampleClinic();
  superuser = postgres(clinic.database.superuserUrl, { max: 1, onnotice: () => {} });
  await fillAuditLog(superuser);
});
afterAll(async () => {
  await superuser.end();
  await clinic.close();
});

/** What is stored, table by table. */
async function fingerprint(): Promise<Record<string, string>> {
  const tables = await superuser<{ name: string }[]>`
    select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
       and not relispartition`;
  const parts = tables.map(
    ({ name }) => superuser`
      select ${name} as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest
        from ${superuser(name)} t`,
  );
  return Object.fromEntries((await Promise.all(parts)).flat().map(({ name, digest }) => [name, digest]));
}

it(
  'nothing is written and nothing is answered when its event cannot be stored',
  async () => {
    for (const operation of operations) {
      const { performer } = await runWell(clinic, operation);
      const { input, caller } = await readyRun(clinic, operation, performer);
      const before = await fingerprint();
      const { clock } = clinic;
      const done = await attempt(operation, input, { caller, clock, requestId: doomedRequest() });
      expect([operation.name, done.error?.code, done.output]).toEqual([
        operation.name,
        'internal_error',
        undefined,
      ]);
      expect([operation.name, await fingerprint()]).toEqual([operation.name, before]);
      // It was the log alone: the same goes well with another request id.
      expect([operation.name, (await attempt(operation, input, { caller, clock })).error]).toEqual([
        operation.name,
        null,
      ]);
      clinic.spend({ role: 'patient', relation: 'self' });
    }
  },
  walkLimit,
);

it(
  'not even a refusal is answered when its event cannot be stored',
  async () => {
    const stranger = { role: 'patient', relation: 'none' } as const;
    let refusals = 0;
    for (const operation of operations.filter(({ declaration }) => !declaration.public)) {
      const { input, caller } = await readyRun(clinic, operation, stranger);
      const heard = await attempt(operation, input, { caller, clock: clinic.clock });
      if (!heard.error) continue;
      refusals += 1;
      const doomed = { caller, clock: clinic.clock, requestId: doomedRequest() };
      const { error } = await attempt(operation, input, doomed);
      expect([operation.name, error?.code]).toEqual([operation.name, 'internal_error']);
    }
    expect(refusals).toBeGreaterThan(15);
  },
  walkLimit,
);
