import { invariants, type Mutation } from './mutation';

const catalogue = 'tests/rls/catalogue.test.ts';
const policies = 'drizzle/0002_policies.sql';
const functions = 'drizzle/0001_functions.sql';
const recordsRead =
  "    ('medical_records', 'read', 'select', format(sees, 'medical_records.patient_id') || ' or ' || import, null),\n";

/** The second lock: policies, grants, roles, functions. */
export const databaseMutations: readonly Mutation[] = [
  {
    name: 'drop a policy',
    file: policies,
    find: recordsRead,
    replace: '',
    ask: invariants('rows-seen', 'permission-matrix'),
  },
  {
    name: 'let a policy show every row',
    file: policies,
    find: recordsRead,
    replace: "    ('medical_records', 'read', 'select', signed_in, null),\n",
    ask: invariants('rows-seen', 'permission-matrix'),
  },
  {
    name: 'let a policy forget when a relationship ends',
    file: policies,
    find: ' and (c.valid_until is null or c.valid_until > app.now())',
    replace: '',
    ask: invariants('rows-seen'),
  },
  {
    name: 'add a table without a policy',
    file: policies,
    find: '\n-- What the application may try at all.',
    replace:
      '\ncreate table leftovers (id uuid primary key);\n--> statement-breakpoint\n-- What the application may try at all.',
    ask: [catalogue, ...invariants('rows-seen'), 'tests/database/schema-drift.test.ts'],
  },
  {
    name: 'do not force row security on owners',
    file: policies,
    find: "    execute format('alter table %s force row level security', t);\n",
    replace: '',
    ask: [catalogue],
  },
  {
    name: 'let the application pass row security by',
    file: 'db/bootstrap.sql',
    find: 'alter role medisecure_app nosuperuser nocreatedb nocreaterole nobypassrls;',
    replace: 'alter role medisecure_app nosuperuser nocreatedb nocreaterole bypassrls;',
    ask: [catalogue, ...invariants('rows-seen')],
  },
  {
    name: 'let the audit log be changed',
    file: policies,
    find: 'grant update (last_seen_at) on user_devices to medisecure_app;',
    replace:
      'grant update (last_seen_at) on user_devices to medisecure_app; grant update on audit_logs to medisecure_app;',
    ask: [catalogue],
  },
  {
    name: 'let a session live on after it was ended',
    file: functions,
    find: '     and s.revoked_at is null\n',
    replace: '',
    ask: ['tests/operations/kernel.test.ts', 'tests/operations/auth/refresh.test.ts'],
  },
];
