import type { Temporal } from 'temporal-polyfill';
import type { AppointmentRow } from '#db/queries/appointments';
import { OperationError } from '#lib/errors/operation-error';
import { type Rights, rightsToVisit } from './appointment-rights';

/** @throws OperationError `forbidden` for what is not the actor's to do, `conflict` for what the visit's state forbids */
export function assertRight(row: AppointmentRow, right: keyof Rights, now: Temporal.Instant): void {
  const { allowed, reason } = rightsToVisit(row, now)[right];
  if (!allowed) throw new OperationError(reason === 'not_permitted' ? 'forbidden' : 'conflict');
}
