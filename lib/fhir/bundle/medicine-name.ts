import { object, parseResource, parseStored, printResource, string } from '../json';

/** A medicine that stands in an entry of its own is named where it is referred to: a list shows one record alone. */
export function withMedicineNamed(text: string, medicines: ReadonlyMap<string, string>): string {
  if (medicines.size === 0 || !text.includes('"medicationReference"')) return text;
  const reference = object(parseStored(text).medicationReference);
  const display = medicines.get(string(reference?.reference) ?? '');
  if (!reference || reference.display !== undefined || display === undefined) return text;
  return printResource({ ...parseResource(text), medicationReference: { ...reference, display } });
}
