import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { openSession } from '#lib/auth/session';
import { issueTokenPair, type TokenPair } from '#lib/auth/token-pair';
import type { Id } from '#lib/platform/ids';
import type { Role } from '#lib/policy/roles';
import type { Scope } from '#lib/policy/scopes';
import type { RequestFacts } from '../kernel/caller';
import { tellNewDevice } from './tell-new-device';

interface Proven {
  readonly id: Id<'users'>;
  readonly role: Role;
  /** All of the role's where the client asked for nothing else. */
  readonly scopes: readonly Scope[];
  readonly assurance: 'aal1' | 'aal2';
}

interface Work {
  readonly tx: Tx;
  readonly now: Temporal.Instant;
  readonly request: RequestFacts;
}

/** A new family of tokens. */
export async function openApiSession({ tx, now, request }: Work, proven: Proven): Promise<TokenPair> {
  const { id: userId, role, scopes, assurance } = proven;
  const { ip, userAgent } = request;
  const session = await openSession(tx, {
    ...{ userId, role, scopes, assurance, ip, userAgent, now },
    kind: 'api',
    provenAt: now,
    secretHash: null,
  });
  await tellNewDevice(tx, session, now);
  return issueTokenPair(tx, { userId, scopes, sessionId: session.id, expiresAt: session.expiresAt }, now);
}
