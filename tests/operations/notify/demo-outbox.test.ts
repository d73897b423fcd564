import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { withActor } from '#db/client';
import { enqueueMail } from '#lib/notify/enqueue-mail';
import { listDemoOutbox } from '#lib/operations/demo-outbox/list';
import { run } from '#lib/operations/run';
import { configureEnv } from '#lib/platform/env';
import { newRequestId } from '#lib/platform/request-id';
import { asJob } from '#lib/transport/as-job';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());
afterEach(() => configureEnv({ mode: 'demo' }));

const list = () => run(listDemoOutbox, {}, asJob('demo-outbox'));

function owe(to: string): Promise<void> {
  const now = clinic.clock.now();
  return withActor({ kind: 'anonymous', now, requestId: newRequestId() }, (tx) =>
    enqueueMail(
      tx,
      { template: 'verify_email', params: { token: 'a b&c', hours: 24 }, to, locale: 'en' },
      now,
    ),
  );
}

it('shows the mails of the demo, newest first, with links that can be followed', async () => {
  await owe('first@example.org');
  clinic.clock.advance(1);
  await owe('second@example.org');
  const { items } = await list();
  expect(items.map((mail) => mail.to)).toEqual(['second@example.org', 'first@example.org']);
  expect(new URL(items[0]?.links[0] ?? '').searchParams.get('token')).toBe('a b&c');
  expect(items[0]?.created_at).toBe('2026-03-02T09:00:01Z');
  expect((await clinic.events()).at(-1)).toMatchObject({ action: 'LIST_DEMO_OUTBOX', response_status: 200 });
});

it('does not exist where real people have mail', async () => {
  configureEnv({ mode: 'production' });
  await expect(list()).rejects.toMatchObject({ code: 'not_found' });
});

it('is closed to everybody else', async () => {
  const anonymous = { ...asJob('demo-outbox'), caller: { kind: 'anonymous' } as const };
  await expect(run(listDemoOutbox, {}, anonymous)).rejects.toMatchObject({ code: 'unauthenticated' });
  await expect(run(listDemoOutbox, {}, asJob('create-admin'))).rejects.toMatchObject({ code: 'forbidden' });
});
