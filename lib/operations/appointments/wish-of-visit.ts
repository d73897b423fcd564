import type { Tx } from '#db/client';
import type { AppointmentRow } from '#db/queries/appointments';
import { listOffers } from '#db/queries/services';
import type { Wish } from '#lib/domain/availability/openings';

/** The visit as it was agreed on, whatever its doctor offers by now. */
export function wishAsAgreed({
  scheduled_at,
  ends_at,
  mode,
}: Pick<AppointmentRow, 'scheduled_at' | 'ends_at' | 'mode'>): Wish & { minutes: number } {
  return { minutes: Math.round(ends_at.since(scheduled_at).total('minutes')), mode };
}

/**
 * What a patient wishes who moves a visit: another time may have another length, but what is offered no more, or not in that
 * way, or to nobody but staff, stays what was agreed on.
 */
export async function wishOfVisit(tx: Tx, row: AppointmentRow): Promise<Wish> {
  if (!row.service_id) return { minutes: null, mode: row.mode };
  const [offer] = await listOffers(tx, [row.doctor_id], row.service_id);
  if (!offer?.patients_book || !offer[row.mode]) return wishAsAgreed(row);
  return { minutes: offer.minutes, mode: row.mode };
}
