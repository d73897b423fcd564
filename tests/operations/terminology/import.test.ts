import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { terminologyImport } from '#lib/transport/cli/commands/terminology-import';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
let folder: string;
beforeAll(async () => {
  clinic = await openClinic();
  folder = mkdtempSync(path.join(tmpdir(), 'medisecure-terminology-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await clinic.close();
});

const cvx = 'http://hl7.org/fhir/sid/cvx';
const rxnorm = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const line = (code: number, name: string) => `${code}|${name}|${name} vaccine||Active|False|2026/01/01`;

function file(name: string, text: string): string {
  const address = path.join(folder, name);
  writeFileSync(address, text);
  return address;
}

const importFile = (system: string, address: string) =>
  terminologyImport.parse(['--system', system, address])();

const stored = (system: string) =>
  asRole(
    clinic.database.superuserUrl,
    (sql) => sql`select code, display from terminology_codes where system = ${system} order by code`,
  );

it('takes a file of more than one batch, with a mark at its front and other ends of lines', async () => {
  const atom = (at: number) => `${at}|ENG||||||1||${at}||RXNORM|IN|${at}|medicine ${at}||N|4096|`;
  const lines = Array.from({ length: 2500 }, (_, at) => atom(at + 1));
  const address = file('RXNCONSO.RRF', `\uFEFF${lines.join('\r\n')}\r\n`);
  expect(await importFile(rxnorm, address)).toBe('2500 codes read, 2500 of them new or changed.');
  expect(await stored(rxnorm)).toHaveLength(2500);
});

it('goes on where another import has stopped, and changes only what has changed', async () => {
  const lines = [line(10, 'flu'), line(11, 'cough'), line(12, 'measles')];
  expect(await importFile(cvx, file('begun.txt', lines.slice(0, 2).join('\n')))).toMatch(/^2 codes read, 2 /);
  const renamed = [line(10, 'flu, renamed'), ...lines.slice(1)];
  expect(await importFile(cvx, file('whole.txt', renamed.join('\n')))).toMatch(/^3 codes read, 2 /);
  expect(await stored(cvx)).toMatchObject([
    { display: 'flu, renamed' },
    { display: 'cough' },
    { display: 'measles' },
  ]);
});

it('says what is wrong with a file that is another one', async () => {
  const address = file('other.txt', 'nothing\nof the kind\n');
  await expect(importFile(cvx, address)).rejects.toThrow('No code stands in');
  await expect(importFile('http://loinc.org', address)).rejects.toThrow('does not begin like Loinc.csv');
  await expect(importFile(cvx, path.join(folder, 'missing.txt'))).rejects.toThrow('There is no file');
});

it.each([[[]], [['--system', 'urn:other', 'x']], [['--system', cvx]], [['--system', cvx, 'a', 'b']]])(
  'is not called like %j',
  (args) => {
    expect(() => terminologyImport.parse(args)).toThrow(TypeError);
  },
);
