import { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { listReadersOfVisits } from '#db/queries/visit-readers';
import { visitToken } from '#lib/auth/visit-link';
import type { VisitSide } from '#lib/domain/appointments';
import type { VisitMode } from '#lib/domain/availability/calendar';
import { tellAccount } from '#lib/notify/tell-account';
import type { Id } from '#lib/platform/ids';

interface ToldVisit {
  readonly id: Id<'appointments'>;
  readonly patient_id: Id<'patients'>;
  readonly scheduled_at: Temporal.Instant;
  readonly zone: string;
  readonly mode: VisitMode;
}

/**
 * What has become of a visit, in the transaction in which it did: when it is, never with whom or why, and by each
 * reader's own clock, whoever has booked it. While it stands,
 * each reader gets a link of their own that changes it. Of what is over nobody is told.
 */
export async function tellOfVisit(
  tx: Tx,
  visit: ToldVisit,
  news: { readonly became: 'booked' | 'moved' | 'cancelled'; readonly by: VisitSide },
  now: Temporal.Instant,
): Promise<void> {
  const { scheduled_at: at, mode } = visit;
  if (Temporal.Instant.compare(at, now) <= 0) return;
  const { became, by } = news;
  for (const reader of await listReadersOfVisits(tx, visit.patient_id)) {
    const zone = reader.zone ?? visit.zone;
    if (became === 'cancelled') {
      await tellAccount(tx, reader, { template: 'visit_cancelled', params: { at, zone, mode, by } }, now);
      continue;
    }
    const token = await visitToken(tx, { userId: reader.id, visit, now });
    await tellAccount(
      tx,
      reader,
      { template: `visit_${became}`, params: { at, zone, mode, by, token } },
      now,
    );
  }
}
