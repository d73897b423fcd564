import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Operation } from '#lib/operations/define';
import { scopesOfRole } from '#lib/policy/scopes';
import { allOperations } from '../harness/all-operations';
import { runWithPasswordAlone } from './assurance';
import { attempt, outcomeOf } from './attempt';
import { type ExampleClinic, openExampleClinic } from './example-clinic';
import { exampleInput } from './example-input';
import { runJobs, runMatrix } from './matrix';
import { jobsTable, list, rightsTable } from './matrix-table';
import { type SignedIn, viewers } from './viewers';
import { walkLimit } from './walk-limit';

let clinic: ExampleClinic;
let operations: Operation[];
let guarded: Operation[];

beforeAll(async () => {
  operations = (await allOperations()).map(({ operation }) => operation);
  guarded = operations.filter(({ declaration }) => !declaration.public);
  clinic = await openExampleClinic();
});
afterAll(() => clinic.close());

it(
  'is the committed one: a change of rights is a change of that table',
  async () => {
    const cells = await runMatrix(clinic, guarded);
    const text = [
      '# Who may do what',
      `Written by permission-matrix.test.ts from ${cells.length} answers: ${viewers.length} viewers, ${guarded.length} operations.\n` +
        '404 says that it does not exist, for that viewer.',
      rightsTable(cells),
      '## Open to everybody',
      list(operations.filter(({ declaration }) => declaration.public).map(({ name }) => name)),
      '## Open to jobs',
      jobsTable(await runJobs(clinic, guarded)),
      '',
    ];
    await expect(text.join('\n\n')).toMatchFileSnapshot('permission-matrix.md');
  },
  walkLimit,
);

describe('with a password alone', () => {
  const refusals = {
    'no factor yet': 'mfa_enrolment_required',
    'factor not asked for': 'insufficient_user_authentication',
  } as const;

  it(
    'staff can enrol and leave, and nothing else',
    async () => {
      const attempts = await runWithPasswordAlone(clinic, guarded);
      const told = attempts
        // Whoever lacks the scope hears that first.
        .filter(({ error }) => error?.code !== 'insufficient_scope')
        .filter(({ error, strength }) => error?.code !== refusals[strength])
        .map((each) => `${each.operation.name}, ${each.role}, ${each.strength}: ${outcomeOf(each)}`);
      const doors = (role: string) => [
        `auth.confirm-totp, ${role}, no factor yet: yes`,
        `auth.confirm-totp, ${role}, factor not asked for: 403 invalid_code`,
        `auth.get-totp-setup, ${role}, no factor yet: yes`,
        `auth.setup-totp, ${role}, no factor yet: yes`,
        `auth.begin-passkey-step-up, ${role}, no factor yet: yes`,
        `auth.begin-passkey-step-up, ${role}, factor not asked for: yes`,
        `auth.step-up-passkey, ${role}, no factor yet: 403 invalid_passkey`,
        `auth.step-up-passkey, ${role}, factor not asked for: 403 invalid_passkey`,
        `passkeys.begin-registration, ${role}, no factor yet: yes`,
        `passkeys.register, ${role}, no factor yet: yes`,
        // Their examples bring a factor with them.
        `recovery-codes.make, ${role}, no factor yet: 401 insufficient_user_authentication`,
        `auth.step-up, ${role}, no factor yet: yes`,
        `auth.step-up, ${role}, factor not asked for: yes`,
        `auth.step-up-methods, ${role}, no factor yet: yes`,
        `auth.step-up-methods, ${role}, factor not asked for: yes`,
        `auth.sign-out, ${role}, no factor yet: yes`,
        `auth.sign-out, ${role}, factor not asked for: yes`,
      ];
      expect(told.sort()).toEqual([...doors('admin'), ...doors('doctor')].sort());
    },
    walkLimit,
  );
});

describe('without its scope', () => {
  const holderOf = ({ declaration: { permission } }: Operation): SignedIn => {
    const holder = viewers.find(
      (viewer): viewer is SignedIn =>
        viewer.role !== 'anonymous' && scopesOfRole[viewer.role].some((scope) => scope === permission),
    );
    if (!holder) throw new Error(`Nobody holds ${permission}`);
    return holder;
  };

  /** The caller's token and the caller's session: each is refused when it lacks the scope. */
  it.each(['token', 'session'])(
    'of the %s every operation is refused, and names it',
    async (lacking) => {
      for (const operation of guarded) {
        const viewer = holderOf(operation);
        const { permission } = operation.declaration;
        const scopes = scopesOfRole[viewer.role].filter((scope) => scope !== permission);
        const caller = await clinic.callerOf(viewer, lacking === 'session' ? { scopes } : {});
        const claims = lacking === 'session' ? scopesOfRole[viewer.role] : scopes;
        const chart = await clinic.chartOf(viewer);
        const example = await exampleInput(operation, { ...clinic, chart, caller });
        // What a token claims is looked at before the input is: a bad one tells nothing.
        const input = lacking === 'token' ? { surplus: example } : example;
        const { error } = await attempt(operation, input, {
          caller: { ...caller, scopes: claims } as typeof caller,
          clock: clinic.clock,
        });
        expect([operation.name, error?.code, error?.facts.scope]).toEqual([
          operation.name,
          'insufficient_scope',
          permission,
        ]);
      }
    },
    walkLimit,
  );
});
