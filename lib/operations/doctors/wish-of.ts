import type { Tx } from '#db/client';
import { listOffers } from '#db/queries/services';
import type { VisitMode } from '#lib/domain/availability/calendar';
import type { Wish } from '#lib/domain/availability/openings';
import { wishedMode } from '#lib/domain/availability/visit-mode';
import { invalidField } from '#lib/errors/operation-error';
import type { Id } from '#lib/platform/ids';

interface Asked {
  readonly service_id?: Id<'services'> | undefined;
  readonly mode?: VisitMode | undefined;
}

/**
 * What is wished of a doctor, with their own length of it.
 * @throws OperationError `validation_failed` for a service that they do not give, or not in that way
 */
export async function wishOf(
  tx: Tx,
  doctorId: Id<'practitioners'>,
  { service_id, mode }: Asked,
): Promise<Wish & { patients_book: boolean }> {
  if (!service_id) return { minutes: null, mode: mode ?? null, patients_book: true };
  const [offer] = await listOffers(tx, [doctorId], service_id);
  if (!offer) throw invalidField('service_id', 'not_offered', 'This doctor does not offer that');
  if (mode && !offer[mode]) throw invalidField('mode', 'not_offered', 'Not offered in this way');
  return { minutes: offer.minutes, mode: wishedMode(mode, offer), patients_book: offer.patients_book };
}
