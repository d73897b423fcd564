import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { login } from '#lib/operations/auth/login';
import { listOwnDevices } from '#lib/operations/devices/list';
import { listSessions } from '#lib/operations/sessions/list';
import { openPlaces } from '#lib/platform/place';
import { goodPassword, portalVisitor, type Visitor, verifiedPatient, visitor } from '../../factories/visitor';
import { openClinic, type TestClinic } from '../../harness/clinic';
import { mmdbFile } from '../../harness/mmdb-file';

const email = 'travels@example.org';
const addresses = ['203.0.113.9', '198.51.100.200', '198.51.100.10', '2001:db8::1'];
/** Each address is that of another device. */
const systems = ['Windows', 'Macintosh', 'Android', 'iPad'];
let clinic: TestClinic;
let folder: string;
let person: Visitor;
beforeAll(async () => {
  clinic = await openClinic();
  folder = mkdtempSync(path.join(tmpdir(), 'medisecure places '));
  await verifiedPatient(clinic, email);
  person = await portalVisitor(clinic.clock, email);
  for (const [index, ip] of addresses.entries()) {
    const userAgent = `Firefox/145 ${systems[index]}`;
    await visitor(clinic.clock, undefined, { ip, userAgent }).call(login, { email, password: goodPassword });
  }
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await clinic.close();
});

const file = (content: Buffer) => {
  const name = path.join(folder, `${content.length}.mmdb`);
  writeFileSync(name, content);
  return name;
};
async function placesOf(list: typeof listSessions | typeof listOwnDevices) {
  const { items } = await person.call(list as typeof listSessions, {});
  return Object.fromEntries(items.map(({ ip, place }) => [ip, place]));
}

it('without a file of places no place is shown', async () => {
  const places = await placesOf(listSessions);
  expect(Object.keys(places)).toEqual(expect.arrayContaining(addresses));
  expect(new Set(Object.values(places))).toEqual(new Set([null]));
});

it('a file that is none stops the start with a sentence that names the variable', async () => {
  const sentence =
    /^MMDB_FILE \(.*\) cannot be read as a MaxMind database: check the path, or leave it out\.$/;
  await expect(openPlaces(path.join(folder, 'missing.mmdb'))).rejects.toThrow(sentence);
  await expect(openPlaces(file(Buffer.from('no places')))).rejects.toThrow(sentence);
});

it('the operator’s file tells the place of each address, in both lists, and nothing where it knows nothing', async () => {
  await openPlaces(
    file(
      mmdbFile({
        '203.0.113.0/24': { city: 'Leeds', country: 'United Kingdom' },
        '198.51.100.128/25': { country: 'Portugal' },
      }),
    ),
  );
  const known = {
    '203.0.113.9': 'Leeds, United Kingdom',
    '198.51.100.200': 'Portugal',
    '198.51.100.10': null,
    '2001:db8::1': null,
  };
  expect(await placesOf(listSessions)).toMatchObject(known);
  expect(await placesOf(listOwnDevices)).toMatchObject(known);
});
