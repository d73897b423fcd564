/** A passkey withstands phishing, a code on paper is for the day on which nothing else is at hand. */
const order = ['webauthn', 'totp', 'sms', 'recovery_code'] as const;

export type AnsweringMethod = (typeof order)[number];

export const strongestFirst = (methods: readonly AnsweringMethod[]): AnsweringMethod[] =>
  order.filter((method) => methods.includes(method));
