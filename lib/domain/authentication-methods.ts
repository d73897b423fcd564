/** RFC 8176, section 2: what may be a second factor beside another method. `sms` and `tel` make nobody on staff strong. */
const strong: ReadonlySet<string> = new Set(['hwk', 'otp', 'swk', 'sc']);

/** Do these `amr` values of an ID token speak of two factors? */
export function provesTwoFactors(methods: readonly string[]): boolean {
  const distinct = new Set(methods);
  return distinct.has('mfa') || (distinct.size > 1 && [...distinct].some((method) => strong.has(method)));
}
