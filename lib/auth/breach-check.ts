import { createHash } from 'node:crypto';
import { env } from '#lib/platform/env';

/** An answer that takes longer helps nobody who waits in front of a form. */
const timeLimitMs = 2000;
/** Of the hash only these leave this machine: some thousand passwords share them (k-anonymity). */
const prefixLength = 5;

/** `unknown` where the service was out of reach or spoke another protocol. */
export type BreachVerdict = 'clean' | 'breached' | 'unknown';

/**
 * Asks the range service of Have I Been Pwned, or one that speaks its protocol, whether a password is in a published
 * breach (NIST SP 800-63B-4, 3.1.1.2; OWASP ASVS 5, 6.2.12). Network: for `prepare` only.
 */
export async function checkBreach(password: string): Promise<BreachVerdict> {
  const hash = createHash('sha1').update(password.normalize('NFC')).digest('hex').toUpperCase();
  try {
    const range = await fetchRange(hash.slice(0, prefixLength));
    return range === null ? 'unknown' : verdictIn(range, hash.slice(prefixLength));
  } catch {
    return 'unknown';
  }
}

async function fetchRange(prefix: string): Promise<string | null> {
  const answer = await fetch(new URL(prefix, env().breachCheckUrl), {
    // Padding makes every answer about as long, so that its length tells nothing of the prefix.
    headers: { 'Add-Padding': 'true', 'User-Agent': 'MediSecure' },
    redirect: 'error',
    signal: AbortSignal.timeout(timeLimitMs),
  });
  return answer.ok ? answer.text() : null;
}

const line = /^([0-9A-F]{35}):(\d+)$/i;

/** Whole suffixes are compared, line by line; a padding line has the count 0 and means nothing. */
function verdictIn(range: string, suffix: string): BreachVerdict {
  const lines = range.split('\n').flatMap((text) => {
    const [, found = '', count = '0'] = line.exec(text.trim()) ?? [];
    return found === '' ? [] : [{ found: found.toUpperCase(), count: Number(count) }];
  });
  if (lines.length === 0) return 'unknown';
  return lines.some(({ found, count }) => found === suffix && count > 0) ? 'breached' : 'clean';
}
