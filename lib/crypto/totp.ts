import { generateSecret, generateURI, ScureBase32Plugin, verifySync } from 'otplib';

/** RFC 6238 with what every authenticator app knows: SHA-1, 30 s, 6 digits. */
const totpPeriodSeconds = 30;

/** 160 random bits in base32, the length of an HMAC-SHA-1 key (RFC 4226, 4, R6). */
export function newTotpSecret(): string {
  return generateSecret({ length: 20 });
}

/** What the QR code holds: the otpauth URI of the Google Authenticator key format. */
export function totpUri(issuer: string, account: string, secret: string): string {
  return generateURI({ issuer, label: account, secret });
}

/**
 * The time step that a code belongs to, or null. The step before and the one after are accepted (RFC 6238, 5.2:
 * a clock that is off), none beyond. A step that was used, or an older one, is refused: pass the last used one, and
 * store the answer in a statement that lets one of two parallel uses win.
 */
export function verifyTotp(
  secret: string,
  code: string,
  atSeconds: number,
  lastStep: number | null,
): number | null {
  if (!/^\d{6}$/.test(code)) return null; // otplib throws on these
  const epoch = Math.floor(atSeconds);
  const used = lastStep === null ? {} : { afterTimeStep: lastStep };
  const result = verifySync({ secret, token: code, epoch, epochTolerance: totpPeriodSeconds, ...used });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
}

/** A secret made of bytes that were derived elsewhere, in the same base32 without padding. */
export function totpSecretOf(bytes: Uint8Array): string {
  return new ScureBase32Plugin().encode(bytes, { padding: false });
}
