import type { Id } from '#lib/platform/ids';
import type { Tx } from '../client';
import type { AddresseeRow } from './administered-accounts';

export interface RequestBetween {
  readonly patient_id: Id<'patients'>;
  /** The prescriber, or the author of the record. */
  readonly doctor_id: Id<'practitioners'> | null;
  readonly requested_by: Id<'users'>;
}

export type RequestParty = AddresseeRow & { party: 'patient' | 'doctor' };

/** Whom a request concerns: the doctor named, or else all who treat the patient; the patient, and whoever asked for them. */
export function listRequestParties(tx: Tx, between: RequestBetween): Promise<RequestParty[]> {
  const { patient_id, doctor_id, requested_by } = between;
  return tx<
    RequestParty[]
  >`select * from app.parties_of_request(${patient_id}, ${doctor_id}, ${requested_by})`;
}
