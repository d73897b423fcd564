/** Crockford's base 32: no I, L, O or U, so that it can be read aloud and typed from paper. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 8;

/**
 * The number that people name a chart by: the last 40 bits of its id, which are random (RFC 9562, 5.7). Short enough to
 * be told on the phone; a search that finds two charts by it shows both.
 */
export function recordNumberOf(patientId: string): string {
  let rest = BigInt(`0x${patientId.replaceAll('-', '').slice(-10)}`);
  let text = '';
  for (let at = 0; at < length; at += 1, rest >>= 5n) text = `${digits[Number(rest & 31n)]}${text}`;
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

/** The number as it was typed, whatever was mistaken in it, or null for what is none. */
export function readRecordNumber(typed: string): string | null {
  const bare = typed.toUpperCase().replace(/[\s-]/gu, '').replace(/O/gu, '0').replace(/[IL]/gu, '1');
  if (bare.length !== length || [...bare].some((digit) => !digits.includes(digit))) return null;
  return `${bare.slice(0, 4)}-${bare.slice(4)}`;
}
