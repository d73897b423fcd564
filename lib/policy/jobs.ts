import type { Scope } from './scopes';

/**
 * What runs without a person, and which permissions each has among the operations. Those with none read and write a
 * few tables of their own: row-level security names them too, and a job that stands in neither can do nothing.
 */
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
  keys: [],
  relay: [],
  mail: [],
  /** Hands files to whoever looks for malware, moves them to an object store, and sees that they are whole. */
  documents: ['read:records', 'write:records'],
  purge: [],
  /** Carries out what two admins have agreed on, and lets lapse what nobody decided. */
  approvals: ['admin:users'],
  /** Writes what somebody has asked for, and sees no more than they do. */
  export: ['read:records'],
  /** Offers what became free to whoever waits for it, and sees no more than they do. */
  'waiting-list': ['write:appointments'],
  'demo-outbox': ['admin:system'],
  'create-admin': ['admin:users'],
  /** Loads code systems. */
  terminology: ['write:profile'],
} as const satisfies Record<string, readonly Scope[]>;

export type SystemJob = keyof typeof jobPermissions;

export function jobMay(job: SystemJob, permission: Scope): boolean {
  const granted: readonly Scope[] = jobPermissions[job];
  return granted.includes(permission);
}
