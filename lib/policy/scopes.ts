import type { Role } from './roles';

/** The eight scopes. A permission of an operation is a scope: there is no second vocabulary. */
export const scopes = [
  'read:profile',
  'write:profile',
  'read:records',
  'write:records',
  'read:appointments',
  'write:appointments',
  'admin:users',
  'admin:system',
] as const;

export type Scope = (typeof scopes)[number];

const own = ['read:profile', 'write:profile'] as const;
const patient = [...own, 'read:records', 'read:appointments', 'write:appointments'] as const;

/** A role never gets more than this; administration gives no clinical read. */
export const scopesOfRole: Readonly<Record<Role, readonly Scope[]>> = {
  patient,
  doctor: [...patient, 'write:records'],
  admin: [...own, 'admin:users', 'admin:system'],
};

/** What a session may do: the scopes it was issued, cut down to what its owner's role gives today. */
export function effectiveScopes(role: Role, issued: readonly string[]): readonly Scope[] {
  return scopesOfRole[role].filter((scope) => issued.includes(scope));
}
