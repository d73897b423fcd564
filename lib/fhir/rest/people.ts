import { type JsonObject, parseStored } from '../json';

interface Chart {
  readonly legal_name: string;
  readonly birth_date: string | null;
  readonly sex: string | null;
  /** The Patient as it was received. */
  readonly identity: string | null;
}

const genders = ['male', 'female', 'other', 'unknown'];

/** Whose chart it is: as received, and what the chart itself knows of them besides. */
export function patientResource({ legal_name, birth_date, sex, identity }: Chart): JsonObject {
  const own: JsonObject = {
    resourceType: 'Patient',
    ...(legal_name !== '' && { name: [{ use: 'official', text: legal_name }] }),
    ...(sex !== null && genders.includes(sex) && { gender: sex }),
    ...(birth_date !== null && { birthDate: birth_date }),
  };
  if (identity === null) return own;
  const received = parseStored(identity);
  const more = Object.entries(own).filter(([key]) => !Object.hasOwn(received, key));
  return { ...received, ...Object.fromEntries(more) };
}

interface Doctor {
  readonly display_name: string;
  readonly speciality: string;
  readonly is_active: boolean;
}

/** Somebody of ours who gives care. */
export function practitionerResource({ display_name, speciality, is_active }: Doctor): JsonObject {
  return {
    resourceType: 'Practitioner',
    active: is_active,
    name: [{ text: display_name }],
    ...(speciality !== '' && { qualification: [{ code: { text: speciality } }] }),
  };
}
