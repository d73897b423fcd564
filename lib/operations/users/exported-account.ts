import { z } from 'zod';
import type { Tx } from '#db/client';
import { listConfirmedFactors } from '#db/queries/factors';
import { listLiveSessions } from '#db/queries/sessions';
import { listDevices } from '#db/queries/user-devices';
import { open } from '#lib/crypto/seal';
import type { UserActor } from '#lib/policy/actor';

const moment = z.iso.datetime();
const text = z.string().nullable();

/** How an account is used and protected, as its owner takes it away: kinds, names and times, no secret. */
export const exportedAccount = {
  factors: z.array(
    z.strictObject({
      kind: z.enum(['totp', 'sms', 'webauthn']),
      name: text,
      confirmed_at: moment,
      last_used_at: moment.nullable(),
    }),
  ),
  devices: z.array(z.strictObject({ device: text, ip: text, first_seen_at: moment, last_seen_at: moment })),
  sessions: z.array(z.strictObject({ device: text, ip: text, created_at: moment, last_activity: moment })),
};

export async function exportAccount(tx: Tx, actor: UserActor) {
  const [factors, devices, sessions] = await Promise.all([
    listConfirmedFactors(tx),
    listDevices(tx, actor.session_id),
    listLiveSessions(tx),
  ]);
  return {
    factors: factors.map(({ id, kind, name, ...row }) => ({
      kind,
      name: name && open('factors.name', id, name),
      confirmed_at: row.confirmed_at.toString(),
      last_used_at: row.last_used_at?.toString() ?? null,
    })),
    devices: devices.map((row) => ({
      device: row.name || null,
      ip: row.ip_address,
      first_seen_at: row.first_seen_at.toString(),
      last_seen_at: row.last_seen_at.toString(),
    })),
    sessions: sessions.map((row) => ({
      device: row.device || null,
      ip: row.ip_address,
      created_at: row.created_at.toString(),
      last_activity: row.last_activity_at.toString(),
    })),
  };
}
