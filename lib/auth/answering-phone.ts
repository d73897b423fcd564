import { become, withActor } from '#db/client';
import { findAnsweringPhone, type PhoneRow } from '#db/queries/phones';
import type { Id } from '#lib/platform/ids';
import type { Moment } from './moment';
import { usableTicketOwner } from './ticket';

interface Answering {
  readonly userId: Id<'users'>;
  readonly phone: PhoneRow;
}

/** The number that can answer for the owner of a ticket that is good now: a look before slow work. */
export async function phoneOfTicket(token: string, moment: Moment): Promise<Answering | null> {
  const userId = await usableTicketOwner(token, 'second_factor', moment);
  const phone = userId && (await phoneOfUser(userId, moment));
  return phone && { userId, phone };
}

export function phoneOfUser(userId: Id<'users'>, moment: Moment): Promise<PhoneRow | null> {
  return withActor({ kind: 'anonymous', ...moment }, async (tx) => {
    await become(tx, userId);
    return findAnsweringPhone(tx);
  });
}
