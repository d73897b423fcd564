import { isFhirDate } from './dates';

const isDay = (text: string) => !text.includes('T') && isFhirDate(text);
const isInstant = (text: string) => text.includes('T') && isFhirDate(text);
const isBase64 = (text: string) => {
  const dense = text.replace(/\s/g, '');
  return dense.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(dense);
};

/** Primitive types of R4 for which a pattern is not enough: a calendar has no 30th of February. */
export const primitiveRules: Readonly<Record<string, (text: string) => boolean>> = {
  date: isDay,
  dateTime: isFhirDate,
  instant: isInstant,
  base64Binary: isBase64,
};

/** R4, "id". */
export const isResourceId = (text: string): boolean => /^[A-Za-z0-9.-]{1,64}$/.test(text);
