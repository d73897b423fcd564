/** What a patient may wish to be asked about before a result is shown. */
export const resultCategories = [
  'blood_and_chemistry',
  'infection',
  'genetics',
  'pathology',
  'imaging',
  'other',
] as const;
export type ResultCategory = (typeof resultCategories)[number];
