import { beginPasskeySecondFactor } from '#lib/operations/auth/begin-passkey-second-factor';
import { beginPasskeySignIn } from '#lib/operations/auth/begin-passkey-sign-in';
import { beginPasskeyStepUp } from '#lib/operations/auth/begin-passkey-step-up';
import { listFactors } from '#lib/operations/factors/list';
import type { Caller } from '#lib/operations/kernel/caller';
import { beginPasskeyRegistration } from '#lib/operations/passkeys/begin-registration';
import { exampleAssertion, exampleRegistration } from '#lib/operations/passkeys/credential-json';
import type { Clock } from '#lib/platform/clock';
import { env } from '#lib/platform/env';
import { newId } from '#lib/platform/ids';
import { createAccount, signIn } from '../factories/account';
import { addPasskey } from '../factories/passkey-holder';
import { type Visitor, visitor } from '../factories/visitor';
import { Passkey } from '../harness/passkey';
import { ticketFor } from './sign-in-material';

interface Scene {
  readonly clock: Clock;
  readonly caller: Caller;
}

/** Somebody with a passkey, who is not the one who will call. */
async function holder(clock: Clock) {
  const account = await createAccount(clock, 'patient');
  return { account, ...(await addPasskey(visitor(clock, await signIn(clock, account)))) };
}

async function signInAnswer({ clock }: Scene) {
  const { passkey } = await holder(clock);
  return { response: passkey.get(await visitor(clock).call(beginPasskeySignIn, {})) };
}

async function owedTicket(clock: Clock) {
  const { account, passkey } = await holder(clock);
  return { passkey, mfa_token: await ticketFor(clock, account, 'second_factor') };
}

/**
 * A passkey of the caller's own. Null for whoever may have none, and for staff with a password alone, whom enrolling would
 * make strong.
 */
async function ownPasskey(person: Visitor) {
  return person
    .call(listFactors, {})
    .then(() => addPasskey(person))
    .catch(() => null);
}

/** Of two, so that one may go. */
async function ownFactor({ clock, caller }: Scene): Promise<string> {
  const person = visitor(clock, caller);
  await ownPasskey(person);
  return (await ownPasskey(person))?.id ?? newId('factors');
}

/** What the examples of the operations on passkeys need to find when they are run. */
export const passkeyInputs: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  'passkeys.register': async ({ clock, caller }) => {
    const options = await visitor(clock, caller)
      .call(beginPasskeyRegistration, {})
      .catch(() => null);
    const passkey = new Passkey(env().publicUrl.origin);
    return { name: 'Blue key', response: options ? passkey.create(options) : exampleRegistration };
  },
  'auth.login-passkey': signInAnswer,
  'auth.portal-passkey-sign-in': signInAnswer,
  'auth.begin-passkey-second-factor': async ({ clock }) => ({
    mfa_token: (await owedTicket(clock)).mfa_token,
  }),
  'auth.portal-passkey-second-factor': async ({ clock }) => {
    const { passkey, mfa_token } = await owedTicket(clock);
    const asked = await visitor(clock).call(beginPasskeySecondFactor, { mfa_token });
    return { mfa_token, response: passkey.get(asked) };
  },
  'auth.step-up-passkey': async ({ clock, caller }) => {
    const person = visitor(clock, caller);
    const added = await ownPasskey(person);
    const asked = added && (await person.call(beginPasskeyStepUp, {}));
    return { response: asked ? added.passkey.get(asked) : exampleAssertion };
  },
  'factors.rename': async (scene) => ({ id: await ownFactor(scene), name: 'Blue key' }),
  'factors.remove': async (scene) => ({ id: await ownFactor(scene) }),
};
