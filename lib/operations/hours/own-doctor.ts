import type { Tx } from '#db/client';
import { findOwnDoctor, type OwnDoctorRow } from '#db/queries/own-hours';
import { OperationError } from '#lib/errors/operation-error';
import type { OwnSubject } from '#lib/policy/subject';

/** Hours are their doctor's own; whoever is none has none. */
export interface DoctorSubject extends OwnSubject {
  readonly row: OwnDoctorRow | null;
}

export async function ownDoctor({ tx }: { tx: Tx }): Promise<DoctorSubject> {
  return { type: 'own', row: await findOwnDoctor(tx) };
}

/** @throws OperationError `forbidden` for whoever is no doctor */
export function requireDoctor({ row }: DoctorSubject): OwnDoctorRow {
  if (!row) throw new OperationError('forbidden');
  return row;
}
