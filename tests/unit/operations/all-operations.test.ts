import { beforeAll, describe, expect, it } from 'vitest';
import { allOperations, type FoundOperation } from '../../harness/all-operations';

let found: FoundOperation[];
beforeAll(async () => {
  found = await allOperations();
});

const namesWhere = (holds: (each: FoundOperation) => boolean) =>
  found.filter(holds).map(({ operation }) => operation.name);

describe('every operation', () => {
  it('is named as its file, and alone in it', () => {
    expect(found.map(({ operation }) => operation.name)).toEqual(
      found.map(({ file }) => file.replace('/', '.')),
    );
  });

  it('has an address of its own', () => {
    const lines = found.map(({ operation }) => operation.declaration.rest);
    expect(lines.filter((line, index) => lines.indexOf(line) !== index)).toEqual([]);
  });

  it('has an example that its own schemas take', () => {
    const broken = namesWhere(({ operation: { declaration } }) => {
      const { example, input, output } = declaration;
      return !example || !input.safeParse(example.input).success || !output.safeParse(example.output).success;
    });
    expect(broken).toEqual([]);
  });

  it('logs no field that a person types', () => {
    const typed = /email|password|name|phone|address|content|notes|text|reason$|token|code$/;
    const logged = found.flatMap(({ operation }) => operation.declaration.audit.details ?? []);
    expect(logged.filter((field) => typed.test(String(field)))).toEqual([]);
  });
});

it('is open to anybody only where this list says so', () => {
  expect(namesWhere(({ operation }) => operation.declaration.public === true)).toMatchInlineSnapshot(`
    [
      "appointments.cancel-by-link",
      "appointments.confirm-by-link",
      "appointments.get-by-link",
      "appointments.move-by-link",
      "auth.accept-invitation",
      "auth.begin-passkey-second-factor",
      "auth.begin-passkey-sign-in",
      "auth.login-passkey",
      "auth.login",
      "auth.logout",
      "auth.portal-passkey-second-factor",
      "auth.portal-passkey-sign-in",
      "auth.portal-second-factor",
      "auth.portal-sign-in",
      "auth.redeem-ticket",
      "auth.refresh",
      "auth.sign-up",
      "auth.sso-sign-in",
      "auth.verify-email",
      "auth.verify-second-factor",
      "calendar-feeds.read",
      "passwords.forgot",
      "passwords.reset",
      "phones.send-code",
      "recoveries.object-by-link",
      "recoveries.redeem",
      "reminders.stop-by-link",
      "users.confirm-email",
      "users.undo-deletion",
      "waiting-list.answer-by-link",
      "waiting-list.get-by-link",
    ]
  `);
});

it('is open to a password alone only where this list says so', () => {
  expect(namesWhere(({ operation }) => operation.declaration.assurance === 'aal1')).toMatchInlineSnapshot(`
    [
      "auth.begin-passkey-step-up",
      "auth.confirm-totp",
      "auth.get-totp-setup",
      "auth.setup-totp",
      "auth.sign-out",
      "auth.step-up-methods",
      "auth.step-up-passkey",
      "auth.step-up",
      "passkeys.begin-registration",
      "passkeys.register",
    ]
  `);
});

it('asks for a fresh factor where this list says so', () => {
  expect(namesWhere(({ operation }) => operation.declaration.stepUp === 'recent')).toMatchInlineSnapshot(`
    [
      "approvals.carry-out",
      "approvals.decide",
      "auth.get-totp-setup",
      "auth.setup-totp",
      "care-relationships.assign",
      "care-relationships.change-end",
      "care-relationships.end-assignment",
      "care-relationships.invite-carer",
      "exports.start",
      "factors.remove",
      "passkeys.begin-registration",
      "passkeys.register",
      "people.change-role",
      "people.disable",
      "people.enable",
      "people.end-sessions",
      "people.invite-admin",
      "people.invite",
      "people.resend-invitation",
      "people.withdraw-invitation",
      "phones.setup",
      "records.sign",
      "recoveries.request",
      "recovery-codes.make",
      "users.change-email",
      "users.delete-me",
      "users.export-me",
      "users.take-record",
    ]
  `);
});

it('is open to jobs only where this list says so', () => {
  const jobs = found.flatMap(({ operation: { name, declaration } }) =>
    (declaration.jobs ?? []).map((job) => `${job}: ${name}`),
  );
  expect(jobs).toMatchInlineSnapshot(`
    [
      "approvals: approvals.carry-out",
      "import: clinic-import.add-appointments",
      "import: clinic-import.add-clinic",
      "import: clinic-import.add-patient",
      "import: clinic-import.add-practitioner",
      "import: clinic-import.add-records",
      "import: clinic-import.add-services",
      "import: clinic-import.assign-doctors",
      "import: clinic-import.find-patients",
      "import: demo-accounts.add",
      "import: demo-accounts.list",
      "demo-outbox: demo-outbox.list",
      "documents: documents.record-scan",
      "export: exports.write-chart",
      "import: imports.create-for-clinic",
      "import: imports.finish",
      "import: imports.get",
      "create-admin: people.invite-admin",
      "terminology: terminology.add",
      "waiting-list: waiting-list.offer",
    ]
  `);
});
