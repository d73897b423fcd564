import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOutExports } from '#lib/jobs/handlers/carry-out-exports';
import { addRecords } from '#lib/operations/clinic-import/add-records';
import { uploadOwnDocument } from '#lib/operations/documents/upload-own';
import { readExportFile } from '#lib/operations/exports/read-file';
import { startExport } from '#lib/operations/exports/start';
import { takeRecord } from '#lib/operations/users/take-record';
import { newId } from '#lib/platform/ids';
import { visitor } from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { faultsOf } from '../../harness/fhir-validators';
import { aPdf } from '../../operations/documents/files';
import { entriesOf, type FhirScene, openFhirScene, refusalOf } from './scene';

let scene: FhirScene;
let pdf: Uint8Array;
let document: string;
let blob: string;
const base = 'http://localhost:3000/fhir/R4';
const rows = (work: Parameters<typeof asRole>[1]) =>
  asRole(scene.database.superuserUrl, work) as Promise<{ id: string }[]>;

beforeAll(async () => {
  scene = await openFhirScene();
  pdf = await aPdf();
  ({ id: document } = await scene.patient.call(uploadOwnDocument, { title: 'Letter', content: pdf }));
  [{ id: blob } = { id: '' }] = await rows((sql) => sql`select id from blobs`);
});
afterAll(() => scene.close());

/** Every address of a file that stands in these texts. */
const addresses = (text: string) => [...text.matchAll(/"url":"([^"]*Binary[^"]*)"/g)].map(([, url]) => url);

describe('the file of a document', () => {
  it('is what its DocumentReference says, as it is and as a resource', async () => {
    const { json } = await scene.get(`/DocumentReference/${document}`, 'doctor');
    const [{ attachment }] = json.content as [{ attachment: { url: string } }];
    expect(attachment.url).toBe(`${base}/Binary/${blob}`);
    expect(faultsOf(json)).toEqual([]);
    for (const accept of [undefined, '*/*', 'application/pdf']) {
      const file = await scene.get(attachment.url, 'doctor', accept === undefined ? {} : { accept });
      expect([file.status, Buffer.from(file.bytes).equals(Buffer.from(pdf))]).toEqual([200, true]);
      expect(file.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': expect.stringMatching(/^attachment; /),
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining('sandbox'),
      });
    }
    for (const [query, headers] of [
      ['', { accept: 'application/fhir+json' }],
      ['?_format=json', {}],
    ] as const) {
      const resource = await scene.get(`${attachment.url}${query}`, 'patient', headers);
      expect(resource.headers['content-type']).toContain('application/fhir+json');
      expect(resource.json).toEqual({
        resourceType: 'Binary',
        id: blob,
        contentType: 'application/pdf',
        data: Buffer.from(pdf).toString('base64'),
      });
      expect(faultsOf(resource.json)).toEqual([]);
    }
    const answer = await scene.get(`${attachment.url}?_format=xml`, 'patient');
    expect(refusalOf(answer)).toEqual([406, 'not_acceptable', undefined]);
  });

  it('is nobody’s who may not have the document, nor anybody’s while it is withheld', async () => {
    for (const path of [`/Binary/${blob}`, `/Binary/${newId('blobs')}`, '/Binary/7'])
      for (const who of ['other', 'stranger'] as const)
        expect([path, refusalOf(await scene.get(path, who))]).toEqual([path, [404, 'not_found', undefined]]);
    expect((await scene.get(`/Binary/${blob}`, 'admin')).status).toBe(403);
    const [event] = await asRole(
      scene.database.superuserUrl,
      (sql) =>
        sql`select action, resource_type, patient_id from audit_logs where action = 'DOWNLOAD_DOCUMENT' limit 1`,
    );
    expect(event).toMatchObject({ patient_id: scene.patient.id });
    await rows((sql) => sql`update blobs set scan = 'infected' returning id`);
    expect((await scene.get(`/Binary/${blob}`, 'patient')).json).toMatchObject({
      issue: [{ details: { coding: [{ code: 'file_withheld' }] } }],
    });
    await rows((sql) => sql`update blobs set scan = 'clean' returning id`);
    expect((await scene.get(`/Binary/${blob}`, 'patient')).status).toBe(200);
  });

  it('is told of by an address that holds, wherever the chart goes', async () => {
    const everything = await scene.get(`/Patient/${scene.patient.id}/$everything`, 'patient');
    const history = await scene.get(`/DocumentReference/${document}/_history`, 'patient');
    const { resources } = await scene.patient.call(takeRecord, { format: 'fhir' });
    const { id } = await scene.patient.call(startExport, {});
    await carryOutExports(scene.clock);
    const { lines } = await scene.patient.call(readExportFile, {
      id,
      resource_type: 'DocumentReference',
      part: 1,
    } as never);
    const all = [everything.text, history.text, resources.map(({ resource }) => resource).join(), lines];
    for (const text of all) expect(addresses(text)).toEqual([`${base}/Binary/${blob}`]);
  });

  it('may have been received as a resource, which is read as one and pointed to', async () => {
    const job = visitor(scene.clock, { kind: 'system', job: 'import' });
    const received = {
      'Binary/b': { resourceType: 'Binary', id: 'b', contentType: 'text/plain', data: 'SGVsbG8=' },
      'DocumentReference/d': {
        resourceType: 'DocumentReference',
        status: 'current',
        content: [{ attachment: { url: 'Binary/b' } }, { attachment: { url: 'Binary/elsewhere' } }],
      },
    };
    const records = Object.entries(received).map(([source_id, resource]) => ({
      source_id,
      text: JSON.stringify(resource),
    }));
    await job.call(addRecords, { patient_id: scene.patient.id, source_system: 'archive', records });
    const found = await scene.get(`/DocumentReference?patient=${scene.patient.id}`, 'doctor');
    const foreign = entriesOf(found).filter(({ resource }) => resource.id !== document);
    const [url = '', elsewhere] = addresses(JSON.stringify(foreign));
    expect(elsewhere).toBe('Binary/elsewhere');
    const binary = await scene.get(url, 'doctor', { accept: 'application/fhir+json' });
    expect(binary.json).toMatchObject({ resourceType: 'Binary', data: 'SGVsbG8=' });
  });
});
