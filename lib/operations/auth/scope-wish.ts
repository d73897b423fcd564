import { z } from 'zod';
import { invalidField } from '#lib/errors/operation-error';
import type { Role } from '#lib/policy/roles';
import { type Scope, scopes, scopesOfRole } from '#lib/policy/scopes';

const known: ReadonlySet<string> = new Set(scopes);
const isScope = (name: string): name is Scope => known.has(name);

/** Scopes, separated by spaces (RFC 6749, 3.3), that a client wants instead of all that its owner's role gives. */
export const scopeWish = z
  .string()
  .max(512)
  .transform((text, context): Scope[] => {
    const names = text.split(' ').filter(Boolean);
    const unknown = names.find((name) => !isScope(name));
    if (names.length === 0 || unknown !== undefined) {
      context.addIssue({ code: 'custom', params: { code: 'unknown_scope' }, message: unknownScope(unknown) });
    }
    return names.filter(isScope);
  });

/** A wish of the first step, out of its ticket. */
export const keptWish = (text: string): Scope[] => text.split(' ').filter(isScope);

/** Named only where it looks like one: whatever else was sent is not repeated. */
function unknownScope(name = ''): string {
  return /^[a-z]{1,20}:[a-z]{1,20}$/.test(name) ? `Unknown scope ${name}` : 'Unknown scope';
}

/**
 * What is asked for, out of what may be given: fewer scopes, never more.
 * @throws OperationError `validation_failed` for one that may not be given
 */
export function chosenScopes(
  allowed: readonly Scope[],
  wish: readonly Scope[] | undefined,
): readonly Scope[] {
  const more = wish?.find((scope) => !allowed.includes(scope));
  if (more) throw invalidField('scope', 'scope_not_allowed', `Scope ${more} cannot be given`);
  return wish ? allowed.filter((scope) => wish.includes(scope)) : allowed;
}

export const chosenOfRole = (role: Role, wish: readonly Scope[] | undefined) =>
  chosenScopes(scopesOfRole[role], wish);
