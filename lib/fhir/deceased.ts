import { parseResource, string } from './json';

/** Patient.deceased[x]: a flag or a moment. Without a resource nothing has been said. */
export function deceasedOf(patient: string | null): { deceased: boolean; deceased_at: string | null } {
  if (patient === null) return { deceased: false, deceased_at: null };
  const { deceasedBoolean, deceasedDateTime } = parseResource(patient);
  const at = string(deceasedDateTime) ?? null;
  return { deceased: at !== null || deceasedBoolean === true, deceased_at: at };
}
