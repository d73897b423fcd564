import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Tx } from '#db/client';
import type { OwnAccountRow } from '#db/queries/own-account';
import type { UserActor } from '#lib/policy/actor';
import { exportAccount, exportedAccount } from './exported-account';
import { exportChart, exportedChart } from './exported-chart';
import { openAccount } from './open-account';
import { exampleProfile, ownProfile } from './own-profile';

/** All that is held about somebody, as they take it along. */
export const ownCopy = z.strictObject({
  exported_at: z.iso.datetime(),
  profile: ownProfile,
  ...exportedAccount,
  ...exportedChart,
});

export async function copyOf(
  tx: Tx,
  actor: UserActor,
  row: OwnAccountRow,
  now: Temporal.Instant,
): Promise<z.input<typeof ownCopy>> {
  const [account, chart] = [await exportAccount(tx, actor), await exportChart(tx, actor, now)];
  const { patient_id, practitioner_id } = actor;
  const ids = { ...(patient_id && { patient_id }), ...(practitioner_id && { practitioner_id }) };
  return { exported_at: now.toString(), profile: { ...openAccount(row), ...ids }, ...account, ...chart };
}

export const exampleCopy: z.input<typeof ownCopy> = {
  exported_at: '2026-01-05T09:00:00Z',
  profile: exampleProfile,
  ...{ factors: [], devices: [], sessions: [], appointments: [], records: [] },
  ...{ refill_requests: [], amendment_requests: [] },
};
