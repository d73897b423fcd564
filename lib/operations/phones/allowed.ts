import { env } from '#lib/platform/env';
import type { Role } from '#lib/policy/roles';
import { needsSecondFactor } from '#lib/policy/roles';

/**
 * Codes by text message are for patients alone, who choose them: a number can be taken over, so they make nobody on
 * staff strong (NIST SP 800-63B, 3.1.3: restricted). And only where somebody sends them.
 */
export const mayUsePhone = (role: Role): boolean =>
  !needsSecondFactor(role) && (env().twilio !== undefined || env().mode === 'demo');
