import type { Tx } from '#db/client';
import type { OwnDoctorRow } from '#db/queries/own-hours';
import { listRooms } from '#db/queries/rooms';
import { listServices } from '#db/queries/services';
import { OperationError } from '#lib/errors/operation-error';
import type { Offered, Weekly } from './hours-input';

/** @throws OperationError `validation_failed` for a room that the doctor's site does not have, or no longer */
export async function requireOwnRooms(tx: Tx, doctor: OwnDoctorRow, weekly: readonly Weekly[]) {
  const own = idsOf(await listRooms(tx), doctor);
  requireAll(
    weekly.map(({ room_id }) => room_id === null || own.has(room_id)),
    (index) => `weekly.${index}.room_id`,
  );
}

/** @throws OperationError `validation_failed` for a visit type that the doctor's site does not have, or no longer */
export async function requireOwnServices(tx: Tx, doctor: OwnDoctorRow, services: readonly Offered[]) {
  const own = idsOf(await listServices(tx), doctor);
  requireAll(
    services.map(({ service_id }) => own.has(service_id)),
    (index) => `services.${index}.service_id`,
  );
}

const idsOf = (rows: readonly { id: string; clinic_id: string }[], { clinic_id }: OwnDoctorRow) =>
  new Set<string>(rows.filter((row) => row.clinic_id === clinic_id).map(({ id }) => id));

function requireAll(known: readonly boolean[], pathOf: (index: number) => string): void {
  const errors = known.flatMap((isKnown, index) =>
    isKnown ? [] : [{ path: pathOf(index), code: 'not_of_site', message: 'Not of this site' }],
  );
  if (errors.length > 0) throw new OperationError('validation_failed', { errors });
}
