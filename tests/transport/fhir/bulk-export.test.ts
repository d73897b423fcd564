import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOutExports } from '#lib/jobs/handlers/carry-out-exports';
import { writeExportChart } from '#lib/operations/exports/write-chart';
import { createPatient, relate } from '../../factories/care';
import { visitor } from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { faultsOf } from '../../harness/fhir-validators';
import { type FhirScene, openFhirScene, refusalOf, type Who } from './scene';

let scene: FhirScene;
let condition: string;
let draft: string;
beforeAll(async () => {
  scene = await openFhirScene();
  condition = await scene.write({
    record_type: 'diagnosis',
    content: { text: 'Gout', clinical_status: 'active' },
  });
  draft = await scene.write({ record_type: 'diagnosis', content: { text: 'Perhaps' }, draft: true });
});
afterAll(() => scene.close());

const asynchronously = { prefer: 'respond-async' };
const kickOff = (as: Who | null, query = '') => scene.get(`/Patient/$export${query}`, as, asynchronously);

async function started(as: Who, query = ''): Promise<string> {
  const reply = await kickOff(as, query);
  expect(reply.status).toBe(202);
  return String(reply.headers['content-location']);
}

interface Manifest {
  readonly transactionTime: string;
  readonly requiresAccessToken: boolean;
  readonly output: { readonly type: string; readonly url: string; readonly count?: number }[];
}

async function exported(as: Who, query = ''): Promise<{ status: string; manifest: Manifest }> {
  const status = await started(as, query);
  await carryOutExports(scene.clock);
  const reply = await scene.get(status, as);
  expect(reply.status).toBe(200);
  return { status, manifest: reply.json as unknown as Manifest };
}

async function linesOf(manifest: Manifest, as: Who, type: string) {
  const files = manifest.output.filter((each) => each.type === type);
  const lines = [];
  for (const { url } of files) {
    const reply = await scene.get(url, as, { accept: 'application/fhir+ndjson' });
    expect([reply.status, reply.headers['content-type']]).toEqual([
      200,
      'application/fhir+ndjson; charset=utf-8',
    ]);
    lines.push(
      ...reply.text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    );
  }
  return lines;
}

describe('an export', () => {
  it('is asked for, followed and taken: a file a type', async () => {
    const status = await started('doctor');
    const waiting = await scene.get(status, 'doctor');
    expect([waiting.status, waiting.headers['x-progress']]).toEqual([202, '0 of 1 charts']);
    expect(Number(waiting.headers['retry-after'])).toBeGreaterThan(0);
    await carryOutExports(scene.clock);
    const { json, headers } = await scene.get(status, 'doctor');
    const manifest = json as unknown as Manifest;
    expect(json).toMatchObject({
      requiresAccessToken: true,
      error: [],
      deleted: [],
      request: 'http://localhost:3000/fhir/R4/Patient/$export',
    });
    expect(headers.expires).toMatch(/ GMT$/);
    expect(manifest.output.map(({ type }) => type)).toEqual([
      'Condition',
      'Patient',
      'Practitioner',
      'Provenance',
    ]);
    const conditions = await linesOf(manifest, 'doctor', 'Condition');
    expect(conditions.map(({ id }) => id)).toEqual([condition]);
    expect(conditions[0]).toEqual((await scene.get(`/Condition/${condition}`, 'doctor')).json);
    for (const { type } of manifest.output)
      for (const line of await linesOf(manifest, 'doctor', type)) expect(faultsOf(line)).toEqual([]);
  });

  it('is of one’s own chart for a patient, of the panel for a doctor, and of nothing for an admin', async () => {
    const { clock, doctor } = scene;
    const second = await createPatient(clock, doctor.clinicId, 'Vennie Bogan');
    await relate(clock, second, doctor);
    const panel = await exported('doctor', '?_type=Patient,Practitioner');
    const patients = await linesOf(panel.manifest, 'doctor', 'Patient');
    expect(patients.map(({ id }) => id).sort()).toEqual([scene.patient.id, second.id].sort());
    const own = await exported('other');
    expect((await linesOf(own.manifest, 'other', 'Patient')).map(({ id }) => id)).toEqual([scene.other.id]);
    expect(refusalOf(await kickOff('admin'))).toEqual([403, 'insufficient_scope', undefined]);
    expect(refusalOf(await kickOff(null))).toEqual([401, 'unauthenticated', undefined]);
  });

  it('is narrowed by type and by change, and holds no draft', async () => {
    const { manifest } = await exported('doctor', '?_type=Condition');
    expect(manifest.output.map(({ type, count }) => [type, count])).toEqual([['Condition', 1]]);
    const since = scene.clock.now().add({ hours: 1 }).toString();
    expect((await exported('doctor', `?_type=Condition&_since=${since}`)).manifest.output).toEqual([]);
    const all = await exported('doctor');
    for (const { type } of all.manifest.output)
      expect(JSON.stringify(await linesOf(all.manifest, 'doctor', type))).not.toContain(draft);
  });

  it('waits for its asker to prove again who they are', async () => {
    await asRole(
      scene.database.superuserUrl,
      (sql) => sql`
        update sessions set authenticated_at = authenticated_at - interval '6 minutes'
         where user_id = ${scene.other.account.id}`,
    );
    const reply = await kickOff('other');
    expect(refusalOf(reply)).toEqual([401, 'insufficient_user_authentication', undefined]);
    expect(reply.headers['www-authenticate']).toContain('max_age="300"');
  });

  it('is refused where an answer at once, another format or a type of no kind is asked for', async () => {
    expect(refusalOf(await scene.get('/Patient/$export', 'patient'))).toEqual([
      400,
      'malformed_request',
      'Prefer',
    ]);
    expect(refusalOf(await kickOff('patient', '?_outputFormat=text/csv'))).toEqual([
      400,
      'malformed_request',
      '_outputFormat',
    ]);
    expect(refusalOf(await kickOff('patient', '?_type=Potion'))[0]).toBe(422);
    expect(refusalOf(await kickOff('patient', '?_since=yesterday'))).toEqual([
      422,
      'validation_failed',
      '_since',
    ]);
  });

  it('is nobody else’s, and gone when it is cancelled or a day old', async () => {
    const { status, manifest } = await exported('patient');
    const url = manifest.output[0]?.url ?? '';
    for (const who of ['other', 'doctor'] as const) {
      expect((await scene.get(status, who)).status).toBe(404);
      expect((await scene.get(url, who)).status).toBe(404);
      expect((await scene.send('DELETE', status, who)).status).toBe(404);
    }
    expect((await scene.get(url, 'patient')).status).toBe(200);
    expect((await scene.send('DELETE', status, 'patient')).status).toBe(202);
    for (const path of [status, url]) expect((await scene.get(path, 'patient')).status).toBe(404);
    const files = await asRole(scene.database.superuserUrl, async (sql) => {
      const id = status.split('/').at(-1) ?? '';
      await carryOutExports(scene.clock);
      return sql`select id from export_files where export_id = ${id}`;
    });
    expect(files).toHaveLength(0);
  });

  it('gives no more of a chart whose reader has been left meanwhile', async () => {
    const { clock, doctor, database } = scene;
    const leaving = await createPatient(clock, doctor.clinicId, 'Luisa Macias');
    await relate(clock, leaving, doctor);
    const waiting = await started('doctor', '?_type=Patient');
    const { manifest } = await exported('doctor', '?_type=Patient');
    const held = await linesOf(manifest, 'doctor', 'Patient');
    expect(held.map(({ id }) => id)).toContain(leaving.id);
    await asRole(
      database.superuserUrl,
      (sql) => sql`update care_relationships set valid_until = valid_from where patient_id = ${leaving.id}`,
    );
    const left = await linesOf(manifest, 'doctor', 'Patient');
    expect(left.map(({ id }) => id)).not.toContain(leaving.id);
    expect((await scene.get(waiting, 'doctor')).status).toBe(200);
  });

  it('is written for nobody who may not sign in any more', async () => {
    const id = (await started('doctor', '?_type=Patient')).split('/').at(-1) ?? '';
    const user = scene.doctor.account.id;
    const [row] = await asRole(scene.database.superuserUrl, async (sql) => {
      await sql`update users set disabled_at = created_at where id = ${user}`;
      await carryOutExports(scene.clock);
      await sql`update users set disabled_at = null where id = ${user}`;
      return sql`select state, (select count(*)::int from export_files where export_id = e.id) as files
                   from exports e where id = ${id}`;
    });
    expect(row).toEqual({ state: 'failed', files: 0 });
  });

  it('goes on where a killed process has left it, and writes no chart twice', async () => {
    const status = await started('doctor', '?_type=Patient');
    const id = status.split('/').at(-1) ?? '';
    const job = visitor(scene.clock, { kind: 'system', job: 'export' });
    // One process takes the first chart, and another one is killed in the middle of the second: it leaves nothing.
    expect(await job.call(writeExportChart, { id })).toEqual({ written: true });
    expect((await scene.get(status, 'doctor')).headers['x-progress']).toMatch(/^1 of \d+ charts$/);
    await Promise.all([carryOutExports(scene.clock), carryOutExports(scene.clock)]);
    const { json } = await scene.get(status, 'doctor');
    const lines = await linesOf(json as unknown as Manifest, 'doctor', 'Patient');
    const ids = lines.map((line) => line.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain(scene.patient.id);
  });

  it('leaves an event for each chart, in which its patient sees who took it', async () => {
    const before = (await scene.events()).length;
    await exported('patient', '?_type=Patient');
    const events = (await scene.events()).slice(before);
    const written = events.filter(({ action, patient_id }) => action === 'WRITE_EXPORT' && patient_id);
    expect(written.map(({ patient_id }) => patient_id)).toEqual([scene.patient.id]);
    expect(written[0]?.additional_info).toMatchObject({ asked_by: scene.patient.account.id });
  });
});
