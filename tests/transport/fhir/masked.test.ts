import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOutExports } from '#lib/jobs/handlers/carry-out-exports';
import { addRecords } from '#lib/operations/clinic-import/add-records';
import { readExportFile } from '#lib/operations/exports/read-file';
import { startExport } from '#lib/operations/exports/start';
import { getRecord } from '#lib/operations/records/get';
import { listRecordHistory } from '#lib/operations/records/history';
import { listChartRecords } from '#lib/operations/records/list';
import { createDoctor, type DoctorPerson, relate } from '../../factories/care';
import { visitor } from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { ask, type Reply, tokenOf } from '../../harness/ask';
import { faultsOf } from '../../harness/fhir-validators';
import { type BundleEntry, entriesOf, type FhirScene, idsIn, openFhirScene } from './scene';

const said = (label: string, restricted: boolean) => ({
  ...(restricted && {
    meta: {
      security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' }],
    },
  }),
  subject: { reference: 'Patient/p1' },
  code: { text: label },
});
const observation = (label: string, restricted = false) => ({
  resourceType: 'Observation',
  status: 'final',
  category: [
    {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }],
    },
  ],
  effectiveDateTime: '2026-01-05',
  ...said(label, restricted),
});
const clinicalStatus = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
};
const secret = 'Secret matter';
const hidden = { reference: 'Observation/secret', display: secret };
const open = { reference: 'Observation/open', display: 'Sodium' };
const elsewhere = { reference: 'Observation/elsewhere', display: 'Told elsewhere' };
const withheld = { reference: 'Observation/withheld', display: 'Waits for a wish' };
const writtenBy = (...target: object[]) => ({
  resourceType: 'Provenance',
  target,
  recorded: '2026-01-05T09:00:00Z',
  agent: [{ who: { display: 'A laboratory' } }],
});
/** A report that comes before what it groups, so that it names it as its source does. */
const bundle = {
  report: {
    resourceType: 'DiagnosticReport',
    status: 'final',
    category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'LAB' }] }],
    ...said('Blood count', false),
    effectiveDateTime: '2026-01-05',
    result: [hidden, open, elsewhere, withheld],
  },
  procedure: {
    resourceType: 'Procedure',
    status: 'completed',
    ...said('Biopsy', false),
    performedDateTime: '2026-01-05',
    reasonReference: [{ reference: 'Condition/matter', type: 'Condition', display: secret }],
  },
  'told-of-both': writtenBy(hidden, open),
  'told-of-hidden': writtenBy(hidden),
  matter: { resourceType: 'Condition', clinicalStatus, ...said(secret, true) },
  secret: observation(secret, true),
  open: observation('Sodium'),
  withheld: observation('Waits for a wish'),
};

let scene: FhirScene;
let colleague: DoctorPerson;
let consulted: (path: string) => Promise<Reply>;
const ids: Record<string, string> = {};
const groups: [string, string[]][] = [
  ['DiagnosticReport', ['report']],
  ['Procedure', ['procedure']],
  ['Provenance', ['told-of-both', 'told-of-hidden']],
  ['Condition', ['matter']],
  ['Observation', ['secret', 'open', 'withheld']],
];

beforeAll(async () => {
  scene = await openFhirScene();
  const { clock, patient, doctor } = scene;
  const job = visitor(clock, { kind: 'system', job: 'import' });
  for (const [type, names] of groups)
    for (const name of names) {
      const text = JSON.stringify({ ...bundle[name as keyof typeof bundle], id: name });
      const records = [{ source_id: `${type}/${name}`, text }];
      await job.call(addRecords, { patient_id: patient.id, source_system: 'lab', records });
      const [row] = await asRole(
        scene.database.superuserUrl,
        (sql) => sql`select id from medical_records order by id desc limit 1`,
      );
      ids[name] = row?.id;
    }
  await asRole(
    scene.database.superuserUrl,
    (sql) => sql`update medical_records set release = 'ask_first' where id = ${ids.withheld ?? ''}`,
  );
  colleague = await createDoctor(clock, doctor.clinicId);
  await relate(clock, patient, colleague, 'consulting');
  const token = await tokenOf(clock, colleague.caller as never);
  consulted = (path) => ask('GET', `/fhir/R4${path}`, { token });
}, 60_000);
afterAll(() => scene.close());

const masked = {
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' }],
};
const own = (name: string, display: string) => ({ reference: `Observation/${ids[name]}`, display });

describe('a reference to what is hidden', () => {
  it('says nothing of it, and the one beside it stays', async () => {
    const { json } = await consulted(`/DiagnosticReport/${ids.report}`);
    expect(json.result).toEqual([
      masked,
      own('open', 'Sodium'),
      elsewhere,
      own('withheld', 'Waits for a wish'),
    ]);
    expect(faultsOf(json)).toEqual([]);
    const { json: procedure } = await consulted(`/Procedure/${ids.procedure}`);
    expect(procedure.reasonReference).toEqual([masked]);
    expect(faultsOf(procedure)).toEqual([]);
    const { json: whole } = await scene.get(`/DiagnosticReport/${ids.report}`, 'doctor');
    expect(whole.result).toEqual([
      own('secret', secret),
      own('open', 'Sodium'),
      elsewhere,
      own('withheld', 'Waits for a wish'),
    ]);
  });

  it('is told to nobody by any other way', async () => {
    const carer = await scene.carer('chart');
    const whose = `patient=${scene.patient.id}`;
    const paths = [
      `/DiagnosticReport?${whose}&_include=DiagnosticReport:result&_revinclude=Provenance:target`,
      `/DiagnosticReport/${ids.report}/_history`,
      `/DiagnosticReport/${ids.report}/_history/1`,
      `/Procedure?${whose}`,
      `/Provenance?${whose}`,
      `/Patient/${scene.patient.id}/$everything`,
    ];
    for (const path of paths)
      for (const reader of [consulted, carer]) {
        const { status, text } = await reader(path);
        expect([path, status]).toEqual([path, 200]);
        for (const each of [secret, ids.secret, ids.matter, 'Observation/secret', 'Condition/matter'])
          expect([path, text.includes(String(each))]).toEqual([path, false]);
      }
    const all = (await scene.get(`/Patient/${scene.patient.id}/$everything`, 'patient')).text;
    for (const each of ['Waits for a wish', ids.withheld, 'Observation/withheld'])
      expect(all).not.toContain(each);
    expect(all).toContain(secret);
  });

  it('is not counted as a Provenance, nor read as one', async () => {
    const path = `/Provenance?patient=${scene.patient.id}`;
    const foreign = (reply: Reply) =>
      idsIn(reply).filter((id) => [ids['told-of-both'], ids['told-of-hidden']].includes(id));
    expect(foreign(await consulted(path))).toEqual([ids['told-of-both']]);
    expect(foreign(await scene.get(path, 'doctor'))).toHaveLength(2);
    for (const tail of ['', '/_history', '/_history/1']) {
      expect((await consulted(`/Provenance/${ids['told-of-hidden']}${tail}`)).status).toBe(404);
      expect((await consulted(`/Provenance/${ids['told-of-both']}${tail}`)).status).toBe(200);
    }
    const read = await consulted(`/Provenance/${ids['told-of-both']}`);
    expect(read.json.target).toEqual([masked, own('open', 'Sodium')]);
    const total = async (reader: typeof consulted) => (await reader(`${path}&_summary=count`)).json.total;
    const listed = entriesOf(await consulted(path)) as BundleEntry[];
    expect(await total(consulted)).toBe(listed.length);
  });

  it('does not leave in files either', async () => {
    const { id } = await colleague.call(startExport, {});
    await carryOutExports(scene.clock);
    const read = (resource_type: string) =>
      colleague.call(readExportFile, { id, resource_type, part: 1 } as never);
    for (const type of ['DiagnosticReport', 'Procedure', 'Provenance', 'Observation']) {
      const { lines } = (await read(type)) as { lines: string };
      expect([type, lines.includes(secret)]).toEqual([type, false]);
      expect([type, lines.includes(String(ids.secret))]).toEqual([type, false]);
    }
  });
});

describe('a report in the portal', () => {
  it('names only what its reader sees', async () => {
    const report = { id: ids.report } as never;
    const read = async (who: { call: DoctorPerson['call'] }) => {
      const record = await who.call(getRecord, report);
      const history = (await who.call(listRecordHistory, report)) as { items: object[] };
      const list = (await who.call(listChartRecords, { patient_id: scene.patient.id } as never)) as {
        items: { id: string }[];
      };
      const views = [record, history.items[0], list.items.find(({ id }) => id === ids.report)];
      return views.map((view) =>
        (view as { content: { results: { display: string }[] } }).content.results.map(
          ({ display }) => display,
        ),
      );
    };
    const three = (names: string[]) => [names, names, names];
    expect(await read(scene.doctor)).toEqual(three([secret, 'Sodium', 'Told elsewhere', 'Waits for a wish']));
    expect(await read(colleague)).toEqual(three(['Sodium', 'Told elsewhere', 'Waits for a wish']));
    expect(await read(scene.patient)).toEqual(three([secret, 'Sodium', 'Told elsewhere']));
  });
});
