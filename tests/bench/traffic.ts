import { apiToken, askApi } from '../harness/api';
import type { DemoAccount, Product } from '../harness/product';
import { type Reader, signReader } from './reader';

/** A record that somebody may read, with their tokens for the product and for the bare servers. */
export interface Read {
  recordId: string;
  token: string;
  bareToken: string;
}

interface Person {
  reader: Reader;
  token: string;
}

type Me = Pick<Reader, 'role'> & {
  id: Reader['user_id'];
  patient_id?: Reader['patient_id'];
  practitioner_id?: Reader['practitioner_id'];
};

const recordsEach = 20;

/** Reads of half patients and half doctors, in turn: every patient's own records, and the same ones by who treats them. */
export async function makeTraffic(
  product: Product,
  accounts: readonly DemoAccount[],
  secret: string,
): Promise<Read[]> {
  const people: Person[] = [];
  for (const account of accounts.filter(({ role }) => role !== 'admin'))
    people.push(await signIn(product, account));
  const patients = people.filter(({ reader }) => reader.role === 'patient');
  const doctors = people.filter(({ reader }) => reader.role === 'doctor');
  const traffic: Read[] = [];
  for (const patient of patients) {
    const records = await recordsOf(product, patient.token);
    const doctor = await whoReads(product, doctors, records[0]);
    if (!doctor) continue;
    for (const recordId of records) {
      traffic.push(read(patient, recordId, secret), read(doctor, recordId, secret));
    }
  }
  return traffic;
}

async function signIn(product: Product, account: DemoAccount): Promise<Person> {
  const token = await apiToken(product, account);
  const { json: me } = await askApi<Me>(product, 'GET /users/me', { token });
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  const { id: user_id, role, patient_id = null, practitioner_id = null } = me;
  return { token, reader: { user_id, role, patient_id, practitioner_id, session_id: claims.sid } };
}

async function recordsOf(product: Product, token: string): Promise<string[]> {
  const { json } = await askApi<{ items: { id: string }[] }>(
    product,
    `GET /records?page_size=${recordsEach}`,
    {
      token,
    },
  );
  return json.items.map(({ id }) => id);
}

async function whoReads(
  product: Product,
  doctors: readonly Person[],
  recordId: string | undefined,
): Promise<Person | null> {
  if (!recordId) return null;
  for (const doctor of doctors) {
    const { status } = await askApi(product, `GET /records/${recordId}`, { token: doctor.token });
    if (status === 200) return doctor;
  }
  return null;
}

const read = ({ reader, token }: Person, recordId: string, secret: string): Read => ({
  recordId,
  token,
  bareToken: signReader(reader, secret),
});
