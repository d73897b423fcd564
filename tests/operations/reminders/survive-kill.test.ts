import { spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RingKeyRow } from '#lib/crypto/ring-key-row';
import { reminderScene, weekBefore } from '../../factories/reminder-scene';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { loadKeyRing, newRingKeys } from '../../harness/key-ring';
import { killedAt, type ReminderOrder } from '../../harness/reminder-child';

let clinic: TestClinic;
let keys: RingKeyRow[];

beforeAll(async () => {
  clinic = await openClinic();
  keys = await newRingKeys();
  await loadKeyRing(clinic.clock, keys);
});
afterAll(() => clinic.close());

function runAndKill(moment: ReminderOrder['moment']): Promise<NodeJS.Signals | null> {
  const order: ReminderOrder = {
    ...{ databaseUrl: clinic.database.loginUrl, moment, now: weekBefore },
    keys: keys.map((key) => ({ ...key, wrapped_key: Buffer.from(key.wrapped_key).toString('base64') })),
  };
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/harness/reminder-child.ts'], {
    env: { ...process.env, REMINDER_CHILD_ORDER: JSON.stringify(order) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('exit', (_code, signal) => resolve(signal));
  });
}

const left = { 'before the commit': 0, 'after the commit': 1 } as const;

it.each(killedAt)('a process killed %s loses no reminder, and none is sent twice', async (moment) => {
  const scene = await reminderScene(clinic);
  const id = await scene.book();
  expect(await runAndKill(moment)).toBe('SIGKILL');
  expect(await scene.reminders()).toHaveLength(left[moment]);
  // The next process.
  await scene.lookAt('2026-03-09T10:01:00Z');
  expect(await scene.reminders()).toHaveLength(1);
  expect((await scene.sent()).filter((mail) => 'unsubscribe' in mail)).toHaveLength(1);
  await scene.cancel(id);
});
