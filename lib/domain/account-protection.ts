/** What stands between a stranger and an account. */
interface Protection {
  readonly passwordState: 'checked' | 'unchecked' | 'breached';
  /** That count for this role. */
  readonly factors: number;
  /** Of these, what nobody can take over with a phone number. */
  readonly strongFactors: number;
  readonly recoveryCodesLeft: number;
  /** Signed in for the first time within the last week, and not the one that asks. */
  readonly newDevices: number;
}

export const protectionSteps = [
  'change_password',
  'add_factor',
  'add_passkey',
  'make_recovery_codes',
  'check_devices',
  'none',
] as const;
export type ProtectionStep = (typeof protectionSteps)[number];

/** The one thing that helps most now: what is open before what could be lost, and that before what could be looked at. */
export function nextProtectionStep(account: Protection): ProtectionStep {
  if (account.passwordState === 'breached') return 'change_password';
  if (account.factors === 0) return 'add_factor';
  if (account.strongFactors === 0) return 'add_passkey';
  if (account.factors === 1 && account.recoveryCodesLeft === 0) return 'make_recovery_codes';
  return account.newDevices > 0 ? 'check_devices' : 'none';
}
