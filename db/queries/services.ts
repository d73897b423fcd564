import type { Id } from '#lib/platform/ids';
import type { Statement, Tx } from '../client';
import { insertRow, updateRow } from '../rows';
import { practitionerServices } from '../schema/practitioner-services';
import { services } from '../schema/services';

type Row = typeof services.$inferSelect;

export type ServiceRow = Pick<
  Row,
  'id' | 'clinic_id' | 'name' | 'minutes' | 'colour' | 'in_person' | 'video' | 'patients_book'
>;

export type ListedServiceRow = ServiceRow & Pick<Row, 'version'>;

/** What may be booked at all, by name. */
export function listServices(tx: Tx): Promise<ListedServiceRow[]> {
  return tx<ListedServiceRow[]>`
    select s.id, s.clinic_id, s.name, s.minutes, s.colour, s.in_person, s.video, s.patients_book, s.version
      from services s where s.archived_at is null order by s.name, s.id`;
}

/** A service as one doctor gives it: the length is theirs. */
export type OfferRow = ServiceRow & { practitioner_id: Id<'practitioners'> };

/**
 * Which of the doctors give which services; all services where none is named. By video they give none where their site has
 * no place for it.
 */
export function listOffers(
  tx: Tx,
  doctorIds: readonly Id<'practitioners'>[],
  serviceId: Id<'services'> | null,
): Promise<OfferRow[]> {
  return tx<OfferRow[]>`
    select p.practitioner_id, s.id, s.clinic_id, s.name, coalesce(p.minutes, s.minutes) as minutes, s.colour, s.in_person,
           s.video and c.video_url is not null as video, s.patients_book
      from practitioner_services p join services s on s.id = p.service_id join clinics c on c.id = s.clinic_id
     where p.practitioner_id = any (${[...doctorIds]}::uuid[]) and s.archived_at is null
       and (s.in_person or c.video_url is not null)
       and (${serviceId}::uuid is null or s.id = ${serviceId})
     order by s.name, s.id`;
}

type OwnedService = Pick<Row, 'id' | 'version'>;

/** Held until the end of the transaction, for whoever may change it. */
export async function lockService(tx: Tx, id: Id<'services'>): Promise<OwnedService | null> {
  const [row] = await tx<OwnedService[]>`
    select id, version from services where id = ${id} and archived_at is null for update`;
  return row ?? null;
}

export function insertService(tx: Tx, row: typeof services.$inferInsert): Statement {
  return insertRow(tx, services, row);
}

/** Writes the next version of it. */
export function markServiceChanged(
  tx: Tx,
  { id, version }: OwnedService,
  change: Partial<Omit<Row, 'id' | 'clinic_id' | 'version' | 'created_at'>>,
): Promise<boolean> {
  return updateRow(tx, services, { id }, { ...change, version: version + 1 });
}

/** Whether a site ever had any: an archived one counts. */
export async function hasServices(tx: Tx, clinicId: Id<'clinics'>): Promise<boolean> {
  const [row] = await tx<{ found: boolean }[]>`
    select exists (select from services where clinic_id = ${clinicId}) as found`;
  return row?.found ?? false;
}

export function insertOffer(tx: Tx, row: typeof practitionerServices.$inferInsert): Statement {
  return insertRow(tx, practitionerServices, row);
}
