const rxNormStrength = /\d (?:MG|MCG|ML|MEQ|UNT|HR|ACTUAT)\b/;

const units: readonly (readonly [RegExp, string])[] = [
  [/\bMCG\b/g, 'micrograms'],
  [/\bMG\b/g, 'mg'],
  [/\bML\b/g, 'mL'],
  [/\bMEQ\b/g, 'mEq'],
  [/\bUNT\b/g, 'units'],
  [/\/ACTUAT\b/g, ' per dose'],
  [/\bACTUAT\b/g, 'doses'],
  [/\b(\d+) HR\b/g, '$1-hour'],
];

/** Everything but a brand in brackets and what is printed with a capital: mL, mEq. */
const lowerCased = (text: string) =>
  text.replace(/\[[^\]]*\]|\bm(?:L|Eq)\b|[A-Z]+/g, (found) =>
    /^(?:\[|mL$|mEq$)/.test(found) ? found : found.toLowerCase(),
  );

/**
 * The name of a medicine as a label prints it: RxNorm writes `24 HR tacrolimus 1 MG Extended Release Oral Tablet`, in
 * capitals where no label has any. Numbers, ingredients and their order stay; other names are left alone.
 */
export function plainMedicine(name: string): string {
  if (!rxNormStrength.test(name)) return name;
  const bare = name.replace(/^NDA\d+ /, '');
  const text = lowerCased(units.reduce((words, [pattern, unit]) => words.replace(pattern, unit), bare));
  return text.replace(/^\p{L}/u, (first) => first.toUpperCase());
}
