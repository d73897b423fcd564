import { become, withActor } from '#db/client';
import { insertRow } from '#db/rows';
import { sessions } from '#db/schema/sessions';
import { userProfiles } from '#db/schema/user-profiles';
import { users } from '#db/schema/users';
import { blindIndex } from '#lib/crypto/blind-index';
import { seal } from '#lib/crypto/seal';
import type { UserCaller } from '#lib/operations/kernel/caller';
import type { Clock } from '#lib/platform/clock';
import { type Id, newId } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import type { Role } from '#lib/policy/roles';
import { type Scope, scopesOfRole } from '#lib/policy/scopes';

export interface Account {
  readonly id: Id<'users'>;
  readonly role: Role;
  readonly email: string;
}

/** A verified account, written by the job that imports, sealed as any other. */
export async function createAccount(clock: Clock, role: Role, passwordHash?: string): Promise<Account> {
  const now = clock.now();
  const id = newId('users');
  const email = `${role}.${id}@example.org`;
  const moment = { now, requestId: newRequestId() };
  await withActor({ kind: 'system', job: 'import', ...moment }, async (tx) => {
    await insertRow(tx, users, {
      id,
      email: seal('users.email', id, email),
      email_index: blindIndex('email', email),
      role,
      ...(passwordHash !== undefined && { password_hash: passwordHash }),
      is_verified: true,
      created_at: now,
      updated_at: now,
    });
    await insertRow(tx, userProfiles, {
      user_id: id,
      first_name: seal('user_profiles.first_name', id, 'Elsa'),
      created_at: now,
      updated_at: now,
    });
  });
  return { id, role, email };
}

interface SessionOptions {
  readonly assurance?: 'aal1' | 'aal2';
  readonly scopes?: readonly Scope[];
}

/** A live API session, and the caller that its token would make. */
export async function signIn(
  clock: Clock,
  account: Account,
  options: SessionOptions = {},
): Promise<UserCaller> {
  const now = clock.now();
  const id = newId('sessions');
  const { assurance = 'aal2', scopes = scopesOfRole[account.role] } = options;
  await withActor({ kind: 'anonymous', now, requestId: newRequestId() }, async (tx) => {
    await become(tx, account.id);
    await insertRow(tx, sessions, {
      id,
      user_id: account.id,
      kind: 'api',
      assurance,
      scopes: [...scopes],
      authenticated_at: now,
      second_factor_at: assurance === 'aal2' ? now : null,
      second_factor_kind: assurance === 'aal2' ? 'totp' : null,
      last_activity_at: now,
      expires_at: now.add({ hours: 24 }),
      created_at: now,
    });
  });
  return { kind: 'user', door: 'api', session: { id, secretHash: null }, user_id: account.id, scopes };
}
