import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setupTotp } from '#lib/operations/auth/setup-totp';
import { listFactors } from '#lib/operations/factors/list';
import { removeFactor } from '#lib/operations/factors/remove';
import { beginPasskeyRegistration } from '#lib/operations/passkeys/begin-registration';
import { createAccount, signIn } from '../../factories/account';
import { addPasskey } from '../../factories/passkey-holder';
import { newStaff } from '../../factories/staff';
import { enrol, portalVisitor, visitor } from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { addFactor } from '../../invariants/sign-in-material';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

describe('a session that the password alone has opened', () => {
  it.each(['patient', 'doctor'] as const)('of a %s who has a factor adds none of its own', async (role) => {
    const account = await createAccount(clinic.clock, role);
    const open = () => signIn(clinic.clock, account, { assurance: 'aal1' });
    const before = visitor(clinic.clock, await open());
    await before.call(beginPasskeyRegistration, {});
    await addFactor(clinic.clock, account);
    const thief = visitor(clinic.clock, await open());
    for (const refused of [
      await thief.refusal(beginPasskeyRegistration, {}),
      await thief.refusal(setupTotp, {}),
      await before.refusal(beginPasskeyRegistration, {}),
    ]) {
      expect(refused.code).toBe('insufficient_user_authentication');
    }
  });
});

describe('the last factor of staff', () => {
  async function doctor(email: string) {
    await newStaff(clinic, email, 'doctor');
    const person = await portalVisitor(clinic.clock, email);
    await enrol(clinic.clock, person);
    return person;
  }
  const idsOf = async (person: Awaited<ReturnType<typeof doctor>>) =>
    (await person.call(listFactors, {})).items.map(({ id }) => id);

  it('is not removed, and any other one is', async () => {
    const person = await doctor('one.key@example.org');
    const [app = ''] = await idsOf(person);
    expect((await person.refusal(removeFactor, { id: app })).code).toBe('last_factor');
    const { id: passkey } = await addPasskey(person);
    await person.call(removeFactor, { id: app });
    expect((await person.refusal(removeFactor, { id: passkey })).code).toBe('last_factor');
    expect(await idsOf(person)).toEqual([passkey]);
  });

  it('stays when two are removed at once', async () => {
    const person = await doctor('two.keys@example.org');
    await addPasskey(person);
    const removals = (await idsOf(person)).map((id) => person.call(removeFactor, { id }));
    const [lost] = (await Promise.allSettled(removals)).filter(({ status }) => status === 'rejected');
    expect(lost).toMatchObject({ reason: { code: 'last_factor' } });
    expect(await idsOf(person)).toHaveLength(1);
  });
});
