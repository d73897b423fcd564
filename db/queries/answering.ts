import type { Tx } from '../client';

/**
 * From when on factor `f` answers. A number that took the place of another, or comes after one, answers after a day only:
 * whoever has stolen an account, or a number, does not get both at once (NIST SP 800-63B, 3.1.3.1: restricted).
 */
export const answersFrom = (tx: Tx) =>
  tx`(f.confirmed_at + case when f.kind = 'sms' and exists (
        select 1 from factors o where o.user_id = f.user_id and o.kind = 'sms' and o.id <> f.id
                                  and o.confirmed_at is not null) then interval '24 hours' else interval '0' end)`;

/** Does factor `f` of user `u` answer now? A text message never does for staff. */
export const answersNow = (tx: Tx) =>
  tx`((f.kind <> 'sms' or u.role = 'patient') and ${answersFrom(tx)} <= app.now())`;
