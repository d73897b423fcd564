import { freeText } from './free-text';

/** What a room, a visit type or a holiday is called: one line, not only spaces. */
export const shortName = freeText(80)
  .refine((name) => /\S/u.test(name), { error: 'required' })
  .refine((name) => !/[\n\r\t]/.test(name), { error: 'unstorable_characters' });
