/** What a document can be filed under, and the words by which other systems are told. */
export const documentCategories = {
  report: 'Test report',
  imaging: 'Imaging',
  letter: 'Letter',
  prescription: 'Prescription',
  insurance: 'Insurance',
  consent: 'Consent',
  other: 'Other',
} as const;

export type DocumentCategory = keyof typeof documentCategories;

export const documentCategoryNames = Object.keys(documentCategories) as [
  DocumentCategory,
  ...DocumentCategory[],
];

/** Null for words of another system. */
export const categoryOf = (words: string | undefined): DocumentCategory | null =>
  documentCategoryNames.find((name) => documentCategories[name] === words) ?? null;
