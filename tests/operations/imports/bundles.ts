/** An invented person with as many conditions as are asked for, as another system would send them. */
export interface MadeUp {
  readonly type?: string;
  readonly conditions?: number;
  readonly born?: string;
  /** What stands in the entry of that number, instead of a good condition. */
  readonly instead?: Readonly<Record<number, object>>;
}

const patientUuid = '11111111-1111-4111-8111-111111111111';
export const uuidOf = (number: number) => `22222222-2222-4222-8222-${String(number).padStart(12, '0')}`;

export function conditionOf(number: number, more: object = {}): object {
  return {
    resourceType: 'Condition',
    id: uuidOf(number),
    clinicalStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
    },
    code: { text: `Finding ${number} <5` },
    subject: { reference: `urn:uuid:${patientUuid}` },
    recordedDate: '2019-03-01',
    ...more,
  };
}

const entryOf = (resource: object, uuid: string) => ({
  fullUrl: `urn:uuid:${uuid}`,
  resource,
  request: { method: 'POST', url: Object.entries(resource)[0]?.[1] },
});

export function bundle({
  type = 'transaction',
  conditions = 3,
  born = '1980-05-17',
  instead = {},
}: MadeUp = {}): string {
  const patient = {
    resourceType: 'Patient',
    id: patientUuid,
    name: [{ use: 'official', family: 'Ek', given: ['Ida'] }],
    gender: 'female',
    birthDate: born,
  };
  const rest = Array.from({ length: conditions }, (_, at) =>
    entryOf(instead[at + 1] ?? conditionOf(at + 1), uuidOf(at + 1)),
  );
  return JSON.stringify({ resourceType: 'Bundle', type, entry: [entryOf(patient, patientUuid), ...rest] });
}

/** The upload in pieces. */
export function content(upload: string, size = 1000): Uint8Array[] {
  const bytes = Buffer.from(upload);
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  );
}
