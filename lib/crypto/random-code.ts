import { randomInt } from 'node:crypto';

/** Crockford's base32: no letter that is taken for a figure or for another letter on paper. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A code that a person can copy from paper, of 5 random bits a character. */
export function randomCode(length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** A code that a person types from one screen into another: figures alone. */
export function randomFigures(length: number): string {
  return Array.from({ length }, () => randomInt(10)).join('');
}
