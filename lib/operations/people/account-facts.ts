import { z } from 'zod';
import type { OthersFactorRow, OthersSessionRow } from '#db/queries/administered-accounts';

/** Of a factor its kind and its day: nothing that would answer for it. */
export const othersFactor = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['totp', 'sms', 'webauthn']),
  confirmed_at: z.iso.datetime(),
});

export const viewFactor = ({ id, kind, confirmed_at }: OthersFactorRow): z.output<typeof othersFactor> => ({
  id,
  kind,
  confirmed_at: confirmed_at.toString(),
});

export const othersSession = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['portal', 'api']),
  /** Null where the client does not say what it is. */
  device: z.string().nullable(),
  ip: z.string().nullable(),
  created_at: z.iso.datetime(),
  last_activity: z.iso.datetime(),
});

export const viewSession = (row: OthersSessionRow): z.output<typeof othersSession> => ({
  id: row.id,
  kind: row.kind,
  device: row.device || null,
  ip: row.ip_address,
  created_at: row.created_at.toString(),
  last_activity: row.last_activity_at.toString(),
});

export const exampleOthersSession = {
  id: '01920000-0000-7000-8000-000000000003',
  kind: 'portal',
  device: 'Firefox · Linux',
  ip: '192.0.2.1',
  created_at: '2026-01-05T09:00:00Z',
  last_activity: '2026-01-05T09:12:00Z',
} as const;
