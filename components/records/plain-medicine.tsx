const rxNormStrength = /\d (?:MG|MCG|ML|MEQ|UNT|HR|ACTUAT)\b/;

const units: readonly (readonly [RegExp, string])[] = [
  [/\bMCG\b/g, 'micrograms'],
  [/\bMG\b/g, 'mg'],
  [/\bML\b/g, 'mL'],
  [/\bMEQ\b/g, 'mEq'],
  [/\bUNT\b/g, 'units'],
  [/\/ACTUAT\b/g, ' per dose'],
  [/\bACTUAT\b/g, 'doses'],
  [/\b(\d+) ?HR\b/g, '$1-hour'],
];

/** Brands (in brackets, or NuvaRing), abbreviations (XR) and printed units (mL) keep their capitals; `amLODIPine` does not. */
const keepsCapitals = /^(?:\[.*|m(?:L|Eq)|[A-Z][a-z]+[A-Z]\w*|[A-Z]+)$/;

const lowerCased = (text: string) =>
  text.replace(/\[[^\]]*\]|[A-Za-z]+/g, (word) => (keepsCapitals.test(word) ? word : word.toLowerCase()));

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
