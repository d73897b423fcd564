import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { login } from '#lib/operations/auth/login';
import { verifySecondFactor } from '#lib/operations/auth/verify-second-factor';
import { enrol, goodPassword, portalVisitor, verifiedPatient, visitor } from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';

const tool = process.env.OATHTOOL_PATH;

/** RFC 6238 by the OATH Toolkit, at so many steps of 30 seconds from the clinic's clock. */
function codeBy(secret: string, clinic: TestClinic, steps: number): string {
  const seconds = Math.floor(clinic.clock.now().epochMilliseconds / 1000) + steps * 30;
  const args = ['--totp', '--base32', '--now', `@${seconds}`, secret];
  return execFileSync(tool ?? '', args, { encoding: 'utf8' }).trim();
}

describe.skipIf(!tool)('a code of oathtool', () => {
  let clinic: TestClinic;
  let count = 0;
  beforeAll(async () => {
    clinic = await openClinic();
  });
  afterAll(() => clinic.close());

  async function enrolled() {
    count += 1;
    const email = `oath.${count}@example.org`;
    await verifiedPatient(clinic, email);
    const secret = await enrol(clinic.clock, await portalVisitor(clinic.clock, email));
    // Far from the step whose code enrolment has used up.
    clinic.clock.advance(300);
    return { email, secret };
  }

  async function answer(email: string, code: string): Promise<'accepted' | 'refused'> {
    const stranger = visitor(clinic.clock);
    const asked = await stranger.call(login, { email, password: goodPassword });
    const mfa_token = 'mfa_token' in asked ? asked.mfa_token : '';
    try {
      await stranger.call(verifySecondFactor, { mfa_token, method: 'totp', code });
      return 'accepted';
    } catch {
      return 'refused';
    }
  }

  it.each([
    [-2, 'refused'],
    [-1, 'accepted'],
    [0, 'accepted'],
    [1, 'accepted'],
    [2, 'refused'],
  ])('at %i steps is %s', async (steps, outcome) => {
    const { email, secret } = await enrolled();
    expect(await answer(email, codeBy(secret, clinic, steps))).toBe(outcome);
  });

  it('is accepted once', async () => {
    const { email, secret } = await enrolled();
    const code = codeBy(secret, clinic, 0);
    expect([await answer(email, code), await answer(email, code)]).toEqual(['accepted', 'refused']);
  });
});
