import { constantTimeEqual } from '#lib/crypto/tokens';

/** Whether a scraper showed the token that its operator configured. Without one nobody can. */
export function isOperatorToken(given: string | null, configured: string | undefined): boolean {
  return given !== null && configured !== undefined && constantTimeEqual(given, configured);
}
