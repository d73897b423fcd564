import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import type { AddresseeRow } from '#db/queries/administered-accounts';
import { issueTicket } from '#lib/auth/ticket';
import { tellAccount } from '#lib/notify/tell-account';

/** A link that opens the account, once, to whoever reads that mailbox. It is in the mail and nowhere else. */
export async function mailInvitation(tx: Tx, invited: AddresseeRow, now: Temporal.Instant): Promise<void> {
  const ticket = { userId: invited.id, purpose: 'invitation', assurance: 'aal1', now } as const;
  const { token, expiresAt } = await issueTicket(tx, ticket);
  const hours = Math.round(expiresAt.since(now).total('hours'));
  await tellAccount(tx, invited, { template: 'invitation', params: { token, hours } }, now);
}
