import type { Operation } from '#lib/operations/define';
import type { Role } from '#lib/policy/roles';
import { createAccount, signIn } from '../factories/account';
import { type Attempt, attempt } from './attempt';
import type { ExampleClinic } from './example-clinic';
import { exampleInput } from './example-input';
import { addFactor } from './sign-in-material';

export type Strength = 'no factor yet' | 'factor not asked for';

export interface WeakAttempt extends Attempt {
  readonly role: Role;
  readonly strength: Strength;
}

/** Every operation, by staff who have given a password and nothing else. */
export async function runWithPasswordAlone(
  clinic: ExampleClinic,
  operations: readonly Operation[],
): Promise<WeakAttempt[]> {
  const attempts: WeakAttempt[] = [];
  for (const operation of operations) {
    for (const role of ['doctor', 'admin'] as const) {
      for (const strength of ['no factor yet', 'factor not asked for'] as const) {
        attempts.push({ ...(await weakly(clinic, operation, role, strength)), role, strength });
      }
    }
  }
  return attempts;
}

async function weakly(clinic: ExampleClinic, operation: Operation, role: Role, strength: Strength) {
  const { clock } = clinic;
  const account = await createAccount(clock, role);
  if (strength === 'factor not asked for') await addFactor(clock, account);
  const caller = await signIn(clock, account, { assurance: 'aal1' });
  const chart = await clinic.chartOf({ role: 'patient', relation: 'self' });
  const input = await exampleInput(operation, { ...clinic, chart, caller });
  return attempt(operation, input, { caller, clock });
}
