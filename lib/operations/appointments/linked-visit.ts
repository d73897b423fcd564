import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { type AppointmentRow, findAppointment } from '#db/queries/appointments';
import type { TicketRow } from '#db/queries/single-use-tickets';
import { presentVisitLink } from '#lib/auth/visit-link';
import { invalidField } from '#lib/errors/operation-error';
import { relationMay } from '#lib/policy/decide';
import type { AuditNotes } from '../kernel/declaration';
import { holdVisit } from './change-visit';

interface LinkedVisit {
  readonly ticket: TicketRow;
  readonly row: AppointmentRow;
}

interface Work {
  readonly tx: Tx;
  readonly now: Temporal.Instant;
  audit(notes: AuditNotes): void;
}

const invalidToken = () => invalidField('token', 'invalid_token', 'This link was used or is too old');

/**
 * The visit that a mailed link is about, with the link's owner acting from here on. A link is dead once it was used,
 * once the visit stands elsewhere or not at all, and for whoever may change the visit no longer.
 * @throws OperationError `validation_failed`
 */
export async function openVisitLink({ tx, now, audit }: Work, token: string): Promise<LinkedVisit> {
  const link = await presentVisitLink(tx, token, now);
  if (!link) throw invalidToken();
  const { ticket, meant } = link;
  const row = await findAppointment(tx, meant.id);
  const stands = row?.status === 'scheduled' && row.scheduled_at.toString() === meant.scheduled_at;
  if (!stands || !relationMay(row.relation, 'write:appointments')) throw invalidToken();
  audit({ user_id: ticket.user_id, resource_id: row.id, patient_id: row.patient_id });
  audit({ additional_info: { by_link: true } });
  return { ticket, row };
}

/** The same to be changed: as it stands while nobody else can change it. @throws OperationError `validation_failed` */
export async function holdLinkedVisit(work: Work, token: string): Promise<LinkedVisit> {
  const { ticket, row } = await openVisitLink(work, token);
  const held = await holdVisit(work.tx, row, undefined);
  if (held.status !== 'scheduled' || !held.scheduled_at.equals(row.scheduled_at)) throw invalidToken();
  return { ticket, row: held };
}
