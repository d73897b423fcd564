import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { findAnsweringPhone, type PhoneRow } from '#db/queries/phones';
import { lockOwnUser } from '#db/queries/users';
import { issueSmsCode, type NewSmsCode, numberOf, type SmsAttempt, smsCodeMinutes } from '#lib/auth/sms-code';
import { enqueueText } from '#lib/notify/enqueue-text';
import type { Id } from '#lib/platform/ids';

interface Sending {
  readonly phone: PhoneRow;
  readonly code: NewSmsCode;
  readonly attempt: SmsAttempt;
  readonly now: Temporal.Instant;
}

interface Owner {
  readonly id: Id<'users'>;
  readonly locale: string | null;
}

/** Sends the code to that number, for that attempt. Gives the end of its life. */
export async function textCode(tx: Tx, owner: Owner, { phone, code, attempt, now }: Sending) {
  const purpose = { factor_id: phone.id, ...attempt };
  const expiresAt = await issueSmsCode(tx, code.hash, { userId: owner.id, purpose, now });
  const params = { code: code.code, minutes: smsCodeMinutes };
  const text = { template: 'code', params, to: numberOf(phone), locale: owner.locale } as const;
  await enqueueText(tx, text, now, expiresAt);
  return expiresAt;
}

/** The same to the actor's phone, if it is still the one for which the code was prepared. */
export async function textOwnPhone(tx: Tx, sending: Sending): Promise<void> {
  // Two wishes at once stand in line here: one code is good afterwards.
  const owner = await lockOwnUser(tx);
  const still = await findAnsweringPhone(tx);
  if (owner && still?.id === sending.phone.id) await textCode(tx, owner, sending);
}
