import { afterAll, beforeAll, expect, it } from 'vitest';
import { withActor } from '#db/client';
import { newRequestId } from '#lib/platform/request-id';
import { openClinic, type TestClinic } from '../harness/clinic';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

const actor = () => ({ kind: 'anonymous' as const, now: clinic.clock.now(), requestId: newRequestId() });

it('a transaction that swallows the failure of a statement is not taken for committed', async () => {
  const swallowing = withActor(actor(), async (tx) => {
    await tx`select 1 / 0`.catch(() => {});
  });
  await expect(swallowing).rejects.toThrow('not committed');
});

it('a transaction that throws gives its connection back without what it has written', async () => {
  for (let tries = 0; tries < 25; tries += 1) {
    const throwing = withActor(actor(), async (tx) => {
      await tx`select set_config('app.user_id', ${newRequestId()}, true)`;
      throw new Error('on purpose');
    });
    await expect(throwing).rejects.toThrow('on purpose');
  }
  const [row] = await withActor(actor(), (tx) => tx<{ user_id: string | null }[]>`select app.user_id()`);
  expect(row?.user_id).toBeNull();
});
