import { keyRing } from '#lib/crypto/key-ring';
import { deriveKey } from '#lib/crypto/tokens';
import { totpSecretOf } from '#lib/crypto/totp';

/** Where the demo's invented people have their mail. No such domain can exist (RFC 2606, `.example`). */
export const demoDomain = 'demo.medisecure.example';

/** Of every demo account, printed at each demo start: the demo listens on loopback and holds invented people only. */
export const demoPassword = 'Northgate!Demo2026';

/**
 * The second factor of a demo account: another one in each installation, and the same at each look, so that it can be
 * shown without reading a stored secret. Ring `index` is the one that rotation leaves alone.
 */
export function demoTotpSecret(email: string): string {
  return totpSecretOf(deriveKey(keyRing.current('index').key, `demo second factor of ${email}`, 20));
}
