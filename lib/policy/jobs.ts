import type { Scope } from './scopes';

/** What runs without a person: each job's permissions, said aloud. A job that is not here can do nothing. */
export const jobPermissions = {
  import: [
    'read:records',
    'write:records',
    'read:appointments',
    'write:appointments',
    'read:profile',
    'write:profile',
    'admin:users',
  ],
  relay: [],
  'create-admin': ['admin:users'],
} as const satisfies Record<string, readonly Scope[]>;

export type SystemJob = keyof typeof jobPermissions;

export function jobMay(job: SystemJob, permission: Scope): boolean {
  const granted: readonly Scope[] = jobPermissions[job];
  return granted.includes(permission);
}
