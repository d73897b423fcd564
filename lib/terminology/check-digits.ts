/**
 * Check digits find a code that was mistyped, without a table. Genuine records hold a few that are wrong, so one is a
 * reason to warn and never to refuse.
 */
const digitsOf = (text: string) => [...text].map(Number);

/** The sum of Luhn's mod 10 over the digits before the check digit: every second one, from the right, counts double. */
function luhnSum(digits: readonly number[]): number {
  return digits.reduceRight((sum, digit, at) => {
    const weighted = (digits.length - at) % 2 === 1 ? digit * 2 : digit;
    return sum + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
}

const checkDigit = (sum: number) => (10 - (sum % 10)) % 10;

/** `4548-4`: LOINC's mod 10 (LOINC Users' Guide, appendix C). */
export function isLoincCode(code: string): boolean {
  const [, number, check] = /^(\d{1,7})-(\d)$/.exec(code) ?? [];
  return number !== undefined && checkDigit(luhnSum(digitsOf(number))) === Number(check);
}

/** A National Provider Identifier: ten digits, Luhn's over them behind 80840, which together add 24 (45 CFR 162.406). */
export function isNpi(number: string): boolean {
  if (!/^[12]\d{9}$/.test(number)) return false;
  return checkDigit(24 + luhnSum(digitsOf(number.slice(0, 9)))) === Number(number.at(9));
}

/** Products in the dihedral group of order ten; row `a`, column `b`. */
const product = (a: number, b: number) => {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5);
  return b < 5 ? 5 + ((a - b + 5) % 5) : (a - b + 5) % 5;
};

/** Each place from the right permutes its digit once more. */
const permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
function permuted(digit: number, place: number): number {
  let result = digit;
  for (let times = 0; times < place % 8; times++) result = permutation[result] ?? 0;
  return result;
}

/** A SNOMED CT identifier: 6 to 18 digits, the last by Verhoeff's scheme (SNOMED CT Release File Specification, 6). */
export function isSnomedCode(code: string): boolean {
  if (!/^[1-9]\d{5,17}$/.test(code)) return false;
  const places = digitsOf(code).reverse();
  return places.reduce((sum, digit, place) => product(sum, permuted(digit, place)), 0) === 0;
}

const checks: Readonly<Record<string, (code: string) => boolean>> = {
  'http://loinc.org': isLoincCode,
  'http://snomed.info/sct': isSnomedCode,
  'http://hl7.org/fhir/sid/us-npi': isNpi,
};

/** Whether a code's check digit says that it was mistyped. LOINC's answers and parts (`LA33-6`) have one of another kind. */
export function isMistyped(system: string, code: string): boolean {
  const check = Object.hasOwn(checks, system) ? checks[system] : undefined;
  return check !== undefined && !check(code) && !/^L[AP]\d+-\d$/.test(code);
}
