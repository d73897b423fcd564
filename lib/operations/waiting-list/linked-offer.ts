import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import type { TicketRow } from '#db/queries/single-use-tickets';
import { findOffer, type OfferedRow } from '#db/queries/waiting-list-offers';
import { presentOfferLink } from '#lib/auth/offer-link';
import { invalidField } from '#lib/errors/operation-error';
import { relationMay } from '#lib/policy/decide';
import { sideOf } from '../appointments/appointment-rights';
import type { AuditNotes } from '../kernel/declaration';

interface Work {
  readonly tx: Tx;
  readonly now: Temporal.Instant;
  audit(notes: AuditNotes): void;
}

export const invalidToken = () => invalidField('token', 'invalid_token', 'This link was used or is too old');

/**
 * The offer that a mailed link is about, with the link's owner acting from here on. A link is dead once it was used, once the
 * time is kept no longer, and for whoever may answer no longer.
 * @throws OperationError `validation_failed`
 */
export async function openOfferLink(
  { tx, now, audit }: Work,
  token: string,
): Promise<{ readonly ticket: TicketRow; readonly row: OfferedRow }> {
  const link = await presentOfferLink(tx, token, now);
  const row = link && (await findOffer(tx, link.offerId));
  const may = row && sideOf(row.relation) === 'patient' && relationMay(row.relation, 'write:appointments');
  if (!may) throw invalidToken();
  audit({
    user_id: link.ticket.user_id,
    resource_id: row.id,
    patient_id: row.patient_id,
  });
  audit({ additional_info: { by_link: true } });
  return { ticket: link.ticket, row };
}
