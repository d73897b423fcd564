import { z } from 'zod';
import { lockOwnFactors } from '#db/queries/factors';
import { insertPasskey } from '#db/queries/passkeys';
import { markRecoveryCodesReplaced } from '#db/queries/recovery-codes';
import { markSecondFactor, markSessionsRevoked } from '#db/queries/sessions';
import { lockOwnUser } from '#db/queries/users';
import { attestedCredential } from '#lib/auth/webauthn/attestation';
import { takeChallenge } from '#lib/auth/webauthn/challenge';
import { seal } from '#lib/crypto/seal';
import { refuseAndCommit } from '#lib/errors/operation-error';
import { newId } from '#lib/platform/ids';
import { ownRows } from '#lib/policy/subject';
import { authBodyLimitBytes } from '../auth/credentials';
import { defineOperation } from '../define';
import { factorName } from '../factors/factor-name';
import { tellOwner } from '../factors/tell-owner';
import { exampleRegistration, registrationResponse } from './credential-json';

/**
 * The passkey that the browser has made counts from now on. Every other session ends (OWASP ASVS 5, 7.4.3). This one
 * has a second factor where the passkey has verified its user, and where there was a fresh password only, to which any
 * key is a second factor; a key that verifies nobody does not make an older proof fresh again. Codes on paper that are
 * older than a first factor are void.
 */
export const registerPasskey = defineOperation({
  name: 'passkeys.register',
  kind: 'command',
  rest: 'POST /users/me/passkeys',
  successStatus: 201,
  summary: 'Add a passkey',
  permission: 'write:profile',
  stepUp: 'recent',
  assurance: 'aal1',
  input: z.strictObject({ name: factorName.optional(), response: registrationResponse }),
  output: z.strictObject({ id: z.uuid(), verifies_user: z.boolean() }),
  errors: ['invalid_passkey'],
  audit: { event: 'CONFIRM_FACTOR', resource: 'factor' },
  example: {
    input: { name: 'Blue key', response: exampleRegistration },
    output: { id: '01920000-0000-7000-8000-000000000004', verifies_user: true },
  },
  bodyLimitBytes: authBodyLimitBytes,
  subject: ownRows,

  async handle({ tx, actor, now, input, audit }) {
    const use = { purpose: 'registration', userId: actor.user_id, sessionId: actor.session_id } as const;
    const challenge = await takeChallenge(tx, input.response.response.clientDataJSON, use);
    const credential = challenge && (await attestedCredential(input.response, challenge));
    if (!credential) throw refuseAndCommit('invalid_passkey');
    await lockOwnUser(tx);
    const id = newId('factors');
    audit({ resource_id: id });
    const name = input.name ? seal('factors.name', id, input.name) : null;
    const isFirst = (await lockOwnFactors(tx)).length === 0;
    const isNew = await insertPasskey(tx, { ...credential, id, user_id: actor.user_id, name, now });
    if (!isNew) throw refuseAndCommit('invalid_passkey');
    if (isFirst) await markRecoveryCodesReplaced(tx);
    await markSessionsRevoked(tx, actor.session_id, 'factor_changed');
    if (credential.verifies_user || actor.assurance === 'aal1') {
      await markSecondFactor(tx, actor.session_id, 'webauthn');
    }
    await tellOwner(tx, 'factor_added', now);
    return { id, verifies_user: credential.verifies_user };
  },
});
