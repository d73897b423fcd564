/** What an account is. One role each; a person who is both patient and doctor has two accounts or a doctor's one. */
export const roles = ['patient', 'doctor', 'admin'] as const;

export type Role = (typeof roles)[number];

/** These reach nothing but enrolment with a password alone (NIST SP 800-63B, AAL2; 45 CFR 164.312(d)). */
export function needsSecondFactor(role: Role): boolean {
  return role !== 'patient';
}
