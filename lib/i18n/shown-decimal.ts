import { compareDecimals, decimalLiteral } from '#lib/domain/decimal';

/** Digits that a laboratory prints; more of them are the trace of a float (`168.2761313965216`). */
const printed = 6;
const kept = 4;

/**
 * For showing only. A literal of more than six significant digits is rounded, to no fewer than four, never left of the
 * point, and never so that it comes to lie otherwise to one of the limits that are shown beside it. Any other literal,
 * and any text that is none, stays as it is.
 */
export function shownDecimal(text: string, limits: readonly string[] = []): string {
  const [, sign = '', whole = '', fraction = '', exponent = ''] = decimalLiteral.exec(text) ?? [];
  const significant = (whole + fraction).replace(/^0+/, '').length;
  if (significant <= printed) return text;
  const least = Math.max(fraction.length - (significant - kept), Number(exponent.slice(1)), 0);
  for (let places = least; places < fraction.length; places++) {
    const shown = sign + rounded(whole, fraction, places) + exponent;
    if (limits.every((limit) => compareDecimals(text, limit) === compareDecimals(shown, limit))) return shown;
  }
  return text;
}

function rounded(whole: string, fraction: string, places: number): string {
  const up = fraction.charAt(places) >= '5' ? 1n : 0n;
  const digits = String(BigInt(whole + fraction.slice(0, places)) + up);
  if (places === 0) return digits;
  const padded = digits.padStart(places + 1, '0');
  return `${padded.slice(0, -places)}.${padded.slice(-places)}`;
}
