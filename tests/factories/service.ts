import { insertRow } from '#db/rows';
import { practitionerServices } from '#db/schema/practitioner-services';
import { services } from '#db/schema/services';
import type { Clock } from '#lib/platform/clock';
import { type Id, newId } from '#lib/platform/ids';
import { asImport, type DoctorPerson } from './care';

interface Wish {
  readonly minutes: number;
  readonly in_person?: boolean;
  readonly video?: boolean;
  readonly patients_book?: boolean;
}

/** A service that the doctor gives. */
export async function createService(
  clock: Clock,
  { id: practitioner_id, clinicId: clinic_id }: Pick<DoctorPerson, 'id' | 'clinicId'>,
  { minutes, in_person = true, video = true, patients_book = true }: Wish,
): Promise<Id<'services'>> {
  const [id, created_at] = [newId('services'), clock.now()];
  const given = { id, clinic_id, name: 'Follow-up', minutes, colour: 'blue', created_at } as const;
  await asImport(clock, async (tx) => {
    await insertRow(tx, services, { ...given, in_person, video, patients_book });
    await insertRow(tx, practitionerServices, { practitioner_id, service_id: id, created_at });
  });
  return id;
}
