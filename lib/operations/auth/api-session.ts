import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import type { SecondFactorKind } from '#db/queries/sessions';
import { openSession } from '#lib/auth/session';
import { issueTokenPair, type TokenPair } from '#lib/auth/token-pair';
import type { Id } from '#lib/platform/ids';
import type { Role } from '#lib/policy/roles';
import type { Scope } from '#lib/policy/scopes';
import type { RequestFacts } from '../kernel/caller';
import type { AuditNotes } from '../kernel/declaration';
import { tellOfSession } from './tell-of-session';

interface Proven {
  readonly id: Id<'users'>;
  readonly role: Role;
  /** All of the role's where the client asked for nothing else. */
  readonly scopes: readonly Scope[];
  readonly secondFactor: SecondFactorKind | null;
}

interface Work {
  readonly tx: Tx;
  readonly now: Temporal.Instant;
  readonly request: RequestFacts;
  audit(notes: AuditNotes): void;
}

/** A new family of tokens. */
export async function openApiSession(work: Work, proven: Proven): Promise<TokenPair> {
  const { id: userId, role, scopes, secondFactor } = proven;
  const { tx, now } = work;
  const { ip, userAgent } = work.request;
  const session = await openSession(tx, {
    ...{ userId, role, scopes, secondFactor, ip, userAgent, now },
    kind: 'api',
    provenAt: now,
    secretHash: null,
  });
  await tellOfSession(work, session);
  return issueTokenPair(tx, { userId, scopes, sessionId: session.id, expiresAt: session.expiresAt }, now);
}
