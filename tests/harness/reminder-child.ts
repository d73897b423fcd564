import { Temporal } from 'temporal-polyfill';
import { openPool, withActor } from '#db/client';
import { listVisitsToRemindOf } from '#db/queries/reminders';
import type { RingKeyRow } from '#lib/crypto/ring-key-row';
import { writeReminder } from '#lib/operations/reminders/write-reminder';
import { newRequestId } from '#lib/platform/request-id';
import { loadKeyRing } from './key-ring';

/** Between which lines a process that reminds of a visit is killed. */
export const killedAt = ['before the commit', 'after the commit'] as const;

export interface ReminderOrder {
  databaseUrl: string;
  moment: (typeof killedAt)[number];
  now: string;
  keys: (Omit<RingKeyRow, 'wrapped_key'> & { wrapped_key: string })[];
}

/** Writes the first reminder that it finds, cut short by a real SIGKILL. */
async function run({ databaseUrl, moment, now: text, keys }: ReminderOrder): Promise<void> {
  const now = Temporal.Instant.from(text);
  openPool(databaseUrl, 2);
  const opened = keys.map((key) => ({ ...key, wrapped_key: Buffer.from(key.wrapped_key, 'base64') }));
  await loadKeyRing({ now: () => now }, opened);
  const actor = { kind: 'system', job: 'reminders', now, requestId: newRequestId() } as const;
  const [visit] = await withActor(actor, listVisitsToRemindOf);
  if (!visit) throw new Error('There is no visit.');
  await withActor(actor, async (tx) => {
    await writeReminder(tx, { visit, kind: 'week', channel: 'mail' }, [], now);
    if (moment === 'before the commit') process.kill(process.pid, 'SIGKILL');
  });
  process.kill(process.pid, 'SIGKILL');
}

const order = process.env.REMINDER_CHILD_ORDER;
if (order) await run(JSON.parse(order));
