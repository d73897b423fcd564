import { portalSecondFactor } from '#lib/operations/auth/portal-second-factor';
import { portalSignIn } from '#lib/operations/auth/portal-sign-in';
import { redeemTicket } from '#lib/operations/auth/redeem-ticket';
import { confirmPhone } from '#lib/operations/phones/confirm';
import { sendSignInCode } from '#lib/operations/phones/send-code';
import { setupPhone } from '#lib/operations/phones/setup';
import type { TestClinic } from '../harness/clinic';
import { mailsTo } from '../harness/mails';
import { goodPassword, portalCaller, portalVisitor, type Visitor, verifiedPatient, visitor } from './visitor';

let count = 0;

/** A number that nobody has had here. */
export function newNumber(): string {
  count += 1;
  return `+1555${String(1_000_000 + count)}`;
}

/** Every text message that is owed to a number, the oldest first. */
export async function textsTo(superuserUrl: string, number: string): Promise<string[]> {
  return (await mailsTo(superuserUrl, number)).map(({ text }) => text);
}

/** The code of the newest message to a number. */
async function textedCode(superuserUrl: string, number: string): Promise<string> {
  const code = /^(\d{6}) /.exec((await textsTo(superuserUrl, number)).at(-1) ?? '')?.[1];
  if (!code) throw new Error('No code was sent.');
  return code;
}

/** Sets a number up and confirms it with the code that was sent to it. */
export async function addPhone(superuserUrl: string, person: Visitor, number = newNumber()) {
  await person.call(setupPhone, { phone_number: number });
  const code = await textedCode(superuserUrl, number);
  return { number, ...(await person.call(confirmPhone, { code })) };
}

/** People with phones in a clinic, and how they sign in. */
export function phoneScene(of: () => TestClinic) {
  const stranger = () => visitor(of().clock);
  const url = () => of().database.superuserUrl;
  const codeTo = (number: string) => textedCode(url(), number);

  async function person(): Promise<{ email: string; portal: Visitor }> {
    count += 1;
    const email = `phone.${count}@example.org`;
    await verifiedPatient(of(), email);
    return { email, portal: await portalVisitor(of().clock, email) };
  }

  async function holder() {
    const { email, portal } = await person();
    return { email, portal, ...(await addPhone(url(), portal)) };
  }

  async function owed(email: string) {
    const answer = await stranger().call(portalSignIn, { email, password: goodPassword });
    if (!('mfa_token' in answer)) throw new Error('No second factor was asked for.');
    return answer;
  }

  /** A ticket for which a code was sent. */
  async function asked(email: string): Promise<string> {
    const { mfa_token } = await owed(email);
    await stranger().call(sendSignInCode, { mfa_token });
    return mfa_token;
  }

  const answer = (mfa_token: string, code: string) =>
    stranger().call(portalSecondFactor, { mfa_token, method: 'sms', code });

  async function signInAs({ email, number }: { email: string; number: string }): Promise<Visitor> {
    const mfa_token = await asked(email);
    const { ticket } = await answer(mfa_token, await codeTo(number));
    return visitor(of().clock, portalCaller(await stranger().call(redeemTicket, { ticket })));
  }

  return { stranger, url, codeTo, person, holder, owed, asked, answer, signInAs };
}

/** A code of the same form that is not this one. */
export const otherThan = (code: string): string => (code === '000000' ? '111111' : '000000');
