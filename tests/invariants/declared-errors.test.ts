import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ErrorCode } from '#lib/errors/codes';
import type { Operation } from '#lib/operations/define';
import { configureEnv, env } from '#lib/platform/env';
import { allOperations } from '../harness/all-operations';
import { attempt } from './attempt';
import { common, pairOf, special } from './error-producers';
import { type ExampleClinic, openExampleClinic } from './example-clinic';
import { type Performer, readyRun, runWell } from './performers';
import { walkLimit } from './walk-limit';

let clinic: ExampleClinic;
let operations: Operation[];

beforeAll(async () => {
  operations = (await allOperations()).map(({ operation }) => operation);
  clinic = await openExampleClinic();
});
afterAll(() => clinic.close());

/** What the operation answers when everything has been done to get this error. */
async function answerFor(operation: Operation, performer: Performer, code: ErrorCode): Promise<string> {
  const produce = special[pairOf(operation, code)] ?? common[code];
  if (!produce) return 'nobody knows how to get it';
  const ready = await readyRun(clinic, operation, performer);
  const { mode, limits } = env();
  const input = await produce({ ...ready, clinic });
  const { error } = await attempt(operation, input, { caller: ready.caller, clock: clinic.clock });
  configureEnv({ mode, limits });
  clinic.spend(ready.viewer);
  return error?.code ?? 'done';
}

it(
  'every error that an operation declares can be got from it',
  async () => {
    const declared: string[] = [];
    const answered: string[] = [];
    for (const operation of operations.filter(({ declaration }) => declaration.errors.length > 0)) {
      const { performer } = await runWell(clinic, operation);
      for (const code of operation.declaration.errors) {
        declared.push(pairOf(operation, code));
        answered.push(`${operation.name}: ${await answerFor(operation, performer, code)}`);
      }
    }
    expect(answered).toEqual(declared);
    expect(Object.keys(special).filter((pair) => !declared.includes(pair))).toEqual([]);
  },
  walkLimit,
);
