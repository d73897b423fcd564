import { commonPasswords } from './common-passwords';
import { isWornWord } from './worn-words';

/** What a new password breaks. Texts for these codes are in the message catalogue. */
export type PasswordFault =
  | 'too_short'
  | 'too_long'
  | 'no_upper'
  | 'no_lower'
  | 'no_digit'
  | 'no_special'
  | 'common'
  | 'own_words'
  | 'control';

export type PasswordProfile = 'classic' | 'nist';

/** A rule, for a form that shows them all while one types: `broken` is asked with what was typed so far. */
export interface PasswordRule {
  readonly fault: PasswordFault;
  readonly broken: (password: string) => boolean;
}

/** The specification's set, to the letter: `-` and `_` are not in it. */
const special = '!@#$%^&*(),.?":{}|<>';

const codePoints = (password: string) => [...password].length;
const lacks = (fault: PasswordFault, pattern: RegExp): PasswordRule => ({
  fault,
  broken: (password) => !pattern.test(password),
});
/** Code points. */
export const shortest: Readonly<Record<PasswordProfile, number>> = { classic: 12, nist: 15 };

const shorterThan = (length: number): PasswordRule => ({
  fault: 'too_short',
  broken: (password) => codePoints(password) < length,
});

const everyProfile: readonly PasswordRule[] = [
  { fault: 'too_long', broken: (password) => codePoints(password) > 128 },
  { fault: 'control', broken: (password) => /[\p{Cc}\p{Cs}]/u.test(password) },
];

/**
 * `classic` is the specification's policy. `nist` is NIST SP 800-63B-4, 3.1.1.2: length and a blocklist, and no
 * rules of composition.
 */
export const passwordRules: Readonly<Record<PasswordProfile, readonly PasswordRule[]>> = {
  classic: [
    shorterThan(shortest.classic),
    lacks('no_upper', /\p{Lu}/u),
    lacks('no_lower', /\p{Ll}/u),
    lacks('no_digit', /\p{Nd}/u),
    { fault: 'no_special', broken: (password) => ![...password].some((sign) => special.includes(sign)) },
    ...everyProfile,
  ],
  nist: [shorterThan(shortest.nist), { fault: 'common', broken: isCommon }, ...everyProfile],
};

/** Every rule that a password breaks, at once; empty for a good one. Counts code points after NFC, as hashing does. */
export function passwordFaults(password: string, profile: PasswordProfile = 'classic'): PasswordFault[] {
  const normalised = password.normalize('NFC');
  return passwordRules[profile].filter((rule) => rule.broken(normalised)).map((rule) => rule.fault);
}

/**
 * What people reach for first, in either profile (OWASP ASVS 5, 6.2.4). Asked by itself once the rules are kept: in
 * `classic` it is no rule of composition.
 */
export function isCommon(password: string): boolean {
  const plain = password.normalize('NFC').toLowerCase();
  return commonPasswords.has(plain) || isOneShortPattern(plain) || isWornWord(plain);
}

/** The product's name and parts of the person's own address make up most of it (ASVS 5, 6.2.11). */
export function holdsOwnWords(password: string, email: string): boolean {
  const plain = password.normalize('NFC').toLowerCase();
  const words = ['medisecure', ...email.toLowerCase().split(/[^\p{L}\p{N}]+/u)].filter(
    (word) => word.length >= 5,
  );
  const rest = words.reduce((text, word) => text.replaceAll(word, ''), plain);
  return rest !== plain && codePoints(rest) < leastOwn;
}

/** So many characters have to be other than a word that anybody could have guessed. */
const leastOwn = 8;

/** `abcabcabcabcabc`: up to four characters, over and over. */
function isOneShortPattern(password: string): boolean {
  return /^(.{1,4}?)\1+$/su.test(password);
}
