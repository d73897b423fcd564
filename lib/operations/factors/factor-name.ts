import { freeText } from '#lib/domain/free-text';

/** What its owner calls a factor: one line, such as "Blue key" or "My phone". */
export const factorName = freeText(60)
  .refine((name) => /\S/u.test(name), { error: 'required' })
  .refine((name) => !/[\n\r\t]/.test(name), { error: 'unstorable_characters' });
