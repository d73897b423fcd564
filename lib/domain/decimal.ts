/** The literal of a FHIR decimal (R4 datatypes, "decimal"): its digits are significant, `1.50` is not `1.5`. */
export const decimalLiteral = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?([eE][+-]?\d{1,3})?$/;
export const longestDecimal = 32;

interface Scaled {
  readonly digits: bigint;
  readonly scale: number;
}

/** A decimal that can be stored and sent: no double holds `1e400`, so other programs read it wrongly (RFC 8259, section 6). */
export function isDecimal(text: string): boolean {
  return text.length <= longestDecimal && decimalLiteral.test(text) && isInRange(text);
}

function isInRange(text: string): boolean {
  const float = Number(text);
  return Number.isFinite(float) && (float !== 0 || !/^[^eE]*[1-9]/.test(text));
}

function scaled(text: string): Scaled | null {
  const match = text.length <= longestDecimal ? decimalLiteral.exec(text) : null;
  if (!match) return null;
  const [, sign, whole, fraction = '', exponent = 'e0'] = match;
  return { digits: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length - Number(exponent.slice(1)) };
}

/** -1, 0 or 1, without floats; null where one of them is no decimal. */
export function compareDecimals(left: string, right: string): -1 | 0 | 1 | null {
  const a = scaled(left);
  const b = scaled(right);
  if (!a || !b) return null;
  const scale = Math.max(a.scale, b.scale);
  const difference = raise(a, scale) - raise(b, scale);
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

const raise = ({ digits, scale }: Scaled, to: number) => digits * 10n ** BigInt(to - scale);
