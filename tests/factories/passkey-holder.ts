import { beginPasskeyRegistration } from '#lib/operations/passkeys/begin-registration';
import { registerPasskey } from '#lib/operations/passkeys/register';
import { env } from '#lib/platform/env';
import { Passkey } from '../harness/passkey';
import type { Visitor } from './visitor';

type Kind = ConstructorParameters<typeof Passkey>[1];

/** Gives somebody who has just signed in a passkey that answers at this site. */
export async function addPasskey(person: Visitor, kind?: Kind, name?: string) {
  const passkey = new Passkey(env().publicUrl.origin, kind);
  const options = await person.call(beginPasskeyRegistration, {});
  const { id } = await person.call(registerPasskey, {
    response: passkey.create(options),
    ...(name !== undefined && { name }),
  });
  return { passkey, id };
}
