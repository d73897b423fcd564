import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookAppointment } from '#lib/operations/appointments/book';
import { listSlots } from '#lib/operations/doctors/list-slots';
import { amendRecord } from '#lib/operations/records/amend';
import { newId } from '#lib/platform/ids';
import type { Reply } from '../../harness/ask';
import { faultsOf } from '../../harness/fhir-validators';
import { entriesOf, type FhirScene, idsIn, linkOf, openFhirScene, refusalOf } from './scene';

let scene: FhirScene;
let condition: string;
let glucose: string;
let sodium: string;
let draft: string;
let visit: string;

beforeAll(async () => {
  scene = await openFhirScene();
  const { clock, doctor, patient } = scene;
  condition = await scene.write({
    record_type: 'diagnosis',
    content: {
      text: 'Gout',
      code: '90560007',
      code_system: 'http://snomed.info/sct',
      clinical_status: 'active',
    },
    occurred_at: '2026-01-05',
  });
  glucose = await scene.write({
    record_type: 'lab_result',
    content: {
      text: 'Glucose',
      code: '2345-7',
      code_system: 'http://loinc.org',
      value: '5.50',
      unit: 'mmol/L',
    },
    occurred_at: '2026-03-01',
  });
  sodium = await scene.write({
    record_type: 'lab_result',
    content: {
      text: 'Sodium',
      code: '2951-2',
      code_system: 'http://loinc.org',
      value: '140',
      unit: 'mmol/L',
    },
    occurred_at: '2026-02',
  });
  draft = await scene.write({ record_type: 'diagnosis', content: { text: 'Perhaps gout' }, draft: true });
  clock.advance(1);
  await doctor.call(amendRecord, {
    id: condition,
    content: { text: 'Chronic gout', clinical_status: 'active' },
    reason: 'Seen again',
  });
  const { days } = await patient.call(listSlots, { id: doctor.id, days: 14 });
  const scheduled_at = days.flatMap(({ slots }) => slots).at(-1)?.starts_at ?? '';
  visit = (await patient.call(bookAppointment, { doctor_id: doctor.id, scheduled_at })).id;
}, 60_000);
afterAll(() => scene.close());

describe('a resource', () => {
  it('is read with its version, in the digits that were written', async () => {
    const read = await scene.get(`/Observation/${glucose}`, 'patient');
    expect([read.status, read.headers.etag, read.headers['content-type']]).toEqual([
      200,
      'W/"1"',
      'application/fhir+json; charset=utf-8',
    ]);
    expect(read.headers['last-modified']).toMatch(/ GMT$/);
    expect(read.headers['cache-control']).toBe('no-store');
    expect(read.headers['x-content-type-options']).toBe('nosniff');
    expect(read.text).toContain('"value":5.50,');
    expect(read.json).toMatchObject({
      id: glucose,
      meta: { versionId: '1' },
      subject: { reference: `Patient/${scene.patient.id}` },
    });
  });

  it('was something else before, and every version can be read again', async () => {
    const history = await scene.get(`/Condition/${condition}/_history`, 'patient');
    expect(entriesOf(history).map(({ resource }) => (resource.code as { text: string }).text)).toEqual([
      'Chronic gout',
      'Gout',
    ]);
    const first = await scene.get(`/Condition/${condition}/_history/1`, 'patient');
    expect([first.headers.etag, (first.json.code as { text: string }).text]).toEqual(['W/"1"', 'Gout']);
    expect((await scene.get(`/Condition/${condition}`, 'patient')).headers.etag).toBe('W/"2"');
    for (const version of ['3', '0', 'x']) {
      const missing = await scene.get(`/Condition/${condition}/_history/${version}`, 'patient');
      expect(missing.status).toBe(404);
    }
  });

  it('of a person, a visit and an author is made from what the clinic knows', async () => {
    const patient = await scene.get(`/Patient/${scene.patient.id}`, 'doctor');
    expect(patient.json).toMatchObject({
      name: [{ text: 'Elsa Vargas' }],
      gender: 'female',
      birthDate: '1980-05-17',
    });
    const doctor = await scene.get(`/Practitioner/${scene.doctor.id}`, 'patient');
    expect(doctor.json).toMatchObject({ active: true, name: [{ text: 'Dr Amara Okafor' }] });
    const appointment = await scene.get(`/Appointment/${visit}`, 'doctor');
    expect(appointment.json).toMatchObject({ status: 'booked', minutesDuration: 30 });
    const provenance = await scene.get(
      `/Provenance?patient=${scene.patient.id}&target=Condition/${condition}`,
      'doctor',
    );
    const activities = entriesOf(provenance).map(({ resource }) => [
      (resource.activity as { coding: { code: string }[] }).coding[0]?.code,
      (resource.target as { reference: string }[])[0]?.reference,
    ]);
    expect(activities).toEqual([
      ['CREATE', `Condition/${condition}/_history/1`],
      ['UPDATE', `Condition/${condition}/_history/2`],
    ]);
    const [first] = entriesOf(provenance);
    expect((await scene.get(`/Provenance/${first?.resource.id}`, 'doctor')).json).toEqual(first?.resource);
  });
});

describe('a search', () => {
  const patientIs = () => `patient=${scene.patient.id}`;

  it.each([
    ['everything of a type, the newest first', '', () => [glucose, sodium]],
    ['code', '&code=2345-7', () => [glucose]],
    ['system and code', '&code=http://loinc.org|2951-2', () => [sodium]],
    ['another system', '&code=http://snomed.info/sct|2951-2', () => []],
    ['one of two codes', '&code=2951-2,2345-7', () => [glucose, sodium]],
    ['category', '&category=laboratory', () => [glucose, sodium]],
    ['category of others', '&category=vital-signs', () => []],
    ['status', '&status=final', () => [glucose, sodium]],
    ['from a day on', '&date=ge2026-03-01', () => [glucose]],
    ['a month that is known no better', '&date=2026-02', () => [sodium]],
    ['a day of a month that is known no better', '&date=2026-02-10', () => []],
    ['between', '&date=ge2026-01&date=lt2026-03', () => [sodium]],
    ['id', '&_id=__sodium__', () => [sodium]],
    ['an id that is none', '&_id=nobody', () => []],
    ['changed since', '&_lastUpdated=ge2020-01-01', () => [glucose, sodium]],
    ['changed before', '&_lastUpdated=lt2020-01-01', () => []],
  ])('finds by %s', async (_, query, expected) => {
    const found = await scene.get(
      `/Observation?${patientIs()}${query.replace('__sodium__', sodium)}`,
      'doctor',
    );
    expect([found.status, idsIn(found)]).toEqual([200, expected()]);
  });

  it('counts, and names its own address', async () => {
    const found = await scene.get(`/Observation?${patientIs()}&code=2345-7&_summary=count`, 'doctor');
    expect([found.json.total, entriesOf(found)]).toEqual([1, []]);
    expect(linkOf(found, 'self')).toBe(
      `http://localhost:3000/fhir/R4/Observation?${patientIs()}&code=2345-7&_summary=count`,
    );
  });

  it('brings along what is asked for, and who wrote it', async () => {
    const query = `/Observation?${patientIs()}&_id=${glucose}&_include=Observation:patient&_include=Observation:performer`;
    const found = await scene.get(`${query}&_revinclude=Provenance:target`, 'doctor');
    const along = entriesOf(found).filter(({ search }) => search?.mode === 'include');
    expect(along.map(({ resource }) => resource.resourceType)).toEqual([
      'Patient',
      'Practitioner',
      'Provenance',
    ]);
  });

  it('of one’s own chart names no patient; a doctor names one, but for the patients themselves', async () => {
    expect(idsIn(await scene.get('/Observation', 'patient'))).toEqual([glucose, sodium]);
    expect(refusalOf(await scene.get('/Observation', 'doctor'))).toEqual([
      422,
      'validation_failed',
      'patient',
    ]);
    expect(idsIn(await scene.get('/Patient', 'doctor'))).toEqual([scene.patient.id]);
    expect(idsIn(await scene.get('/Patient', 'stranger'))).toEqual([]);
    expect(idsIn(await scene.get('/Patient', 'other'))).toEqual([scene.other.id]);
  });

  it('goes on page by page, and finds each once', async () => {
    const seen: string[] = [];
    let next: string | undefined = `/Observation?${patientIs()}&_count=1`;
    while (next) {
      const page = await scene.get(next, 'doctor');
      seen.push(...idsIn(page));
      next = linkOf(page, 'next');
    }
    expect(seen).toEqual([glucose, sodium]);
  });

  it('tells what it has not understood in its own address, or refuses it where that is wished', async () => {
    const query = `/Observation?${patientIs()}&colour=red&_include=Observation:nothing&code=2345-7`;
    const found = await scene.get(query, 'doctor');
    expect([idsIn(found), linkOf(found, 'self')]).toEqual([
      [glucose],
      `http://localhost:3000/fhir/R4/Observation?${patientIs()}&code=2345-7`,
    ]);
    const strict = await scene.get(query, 'doctor', { prefer: 'handling=strict' });
    expect(refusalOf(strict)).toEqual([400, 'malformed_request', 'colour']);
  });

  it.each([
    ['_count=0', '_count'],
    ['_count=501', '_count'],
    ['_lastUpdated=yesterday', '_lastUpdated'],
    ['date=2026-02-30', 'date'],
    ['_cursor=AAAA', '_cursor'],
  ])('names what is wrong in %s', async (query, name) => {
    const answer = await scene.get(`/Observation?${patientIs()}&${query}`, 'doctor');
    expect(refusalOf(answer)).toEqual([422, 'validation_failed', name]);
  });
});

describe('the door', () => {
  it('gives nothing but FHIR in JSON, to whoever shows a token', async () => {
    const path = `/Condition/${condition}`;
    expect(refusalOf(await scene.get(path, null))).toEqual([401, 'unauthenticated', undefined]);
    for (const accept of ['application/fhir+json', 'application/json', '*/*', 'text/html, */*;q=0.1'])
      expect((await scene.get(path, 'doctor', { accept })).status).toBe(200);
    for (const accept of ['application/fhir+xml', 'text/html', 'application/fhir+json; fhirVersion=3.0'])
      expect(refusalOf(await scene.get(path, 'doctor', { accept }))[0]).toBe(406);
    expect((await scene.get(`${path}?_format=application/fhir+xml`, 'doctor')).status).toBe(406);
    expect((await scene.get(`${path}?_format=json`, 'doctor', { accept: 'text/html' })).status).toBe(200);
    expect((await scene.send('POST', path, 'doctor')).headers.allow).toBe('GET, HEAD, OPTIONS');
    expect((await scene.send('OPTIONS', path, 'doctor')).status).toBe(204);
    expect((await scene.send('HEAD', path, 'doctor')).status).toBe(200);
    expect((await scene.send('HEAD', '/Patient/$export', 'doctor')).status).toBe(405);
  });

  it('knows the types of R4 and no others', async () => {
    for (const path of ['/Potion', '/Potion/1', '/metadata/x', '', '/', '/Condition/', '/CarePlan/$nothing'])
      expect([path, refusalOf(await scene.get(path, 'patient'))[0]]).toEqual([path, 404]);
    expect((await scene.get('/CarePlan', 'patient')).status).toBe(200);
  });

  it('leaves one event for each request', async () => {
    const before = (await scene.events()).length;
    await scene.get(
      `/Observation?patient=${scene.patient.id}&_include=Observation:performer&_revinclude=Provenance:target`,
      'doctor',
    );
    const [event, ...more] = (await scene.events()).slice(before);
    expect([event?.action, event?.patient_id, more]).toEqual(['SEARCH_RESOURCES', scene.patient.id, []]);
  });

  it('tells without a token what it can do', async () => {
    const { status, json } = await scene.get('/metadata', null);
    expect([status, json.fhirVersion, faultsOf(json)]).toEqual([200, '4.0.1', []]);
  });

  it('answers nothing that two validators find fault with', async () => {
    const { patient, doctor } = scene;
    const paths = [
      ...[
        `/Condition/${condition}`,
        `/Observation/${glucose}`,
        `/Patient/${patient.id}`,
        `/Practitioner/${doctor.id}`,
      ],
      ...[`/Appointment/${visit}`, `/Condition/${condition}/_history`, `/Condition/${condition}/_history/1`],
      ...[
        `/Appointment?patient=${patient.id}`,
        `/Provenance?patient=${patient.id}`,
        '/Practitioner',
        '/Patient',
      ],
      ...[
        `/Condition?patient=${patient.id}&_revinclude=Provenance:target`,
        `/CarePlan?patient=${patient.id}`,
      ],
      ...[`/Patient/${patient.id}/$everything`, `/Observation?patient=${patient.id}&_summary=count`],
      ...['/Observation', '/Potion', `/Condition/${draft}`],
    ];
    for (const path of paths)
      expect([path, faultsOf((await scene.get(path, 'doctor')).json)]).toEqual([path, []]);
  });
});

describe('what is not for the reader', () => {
  const types = [
    'Condition',
    'Observation',
    'Appointment',
    'Provenance',
    'Encounter',
    'DocumentReference',
    'CarePlan',
  ];

  it.each(types)('is missing to them: %s', async (type) => {
    const missing = await scene.get(`/${type}?patient=${newId('patients')}`, 'other');
    const foreign = await scene.get(`/${type}?patient=${scene.patient.id}`, 'other');
    expect([foreign.status, foreign.text.replace(foreign.requestId, '')]).toEqual([
      404,
      missing.text.replace(missing.requestId, ''),
    ]);
    expect((await scene.get(`/${type}?patient=Patient/${scene.patient.id}`, 'stranger')).status).toBe(404);
    expect((await scene.get(`/${type}?patient=${scene.patient.id}`, 'admin')).status).toBe(403);
  });

  it('is not reached by an id, a version, a history or everything', async () => {
    const paths = [
      ...[
        `/Condition/${condition}`,
        `/Condition/${condition}/_history`,
        `/Condition/${condition}/_history/1`,
      ],
      ...[`/Observation/${glucose}`, `/Appointment/${visit}`, `/Patient/${scene.patient.id}`],
      ...[`/Patient/${scene.patient.id}/$everything`],
    ];
    const provenances = await scene.get('/Provenance', 'patient');
    paths.push(`/Provenance/${idsIn(provenances)[0]}`);
    for (const path of paths) {
      for (const who of ['other', 'stranger'] as const)
        expect([path, who, refusalOf(await scene.get(path, who))]).toEqual([
          path,
          who,
          [404, 'not_found', undefined],
        ]);
      expect((await scene.get(path, 'admin')).status).toBe(403);
    }
  });

  it('is not reached by an id within one’s own chart, nor by what is brought along', async () => {
    const query = `_id=${glucose}&_include=Observation:patient&_revinclude=Provenance:target`;
    expect(entriesOf(await scene.get(`/Observation?${query}`, 'other'))).toEqual([]);
    const provenance = idsIn(await scene.get('/Provenance', 'patient'))[0];
    expect(entriesOf(await scene.get(`/Provenance?_id=${provenance}`, 'other'))).toEqual([]);
    expect(entriesOf(await scene.get(`/Provenance?target=Condition/${condition}`, 'other'))).toEqual([]);
    expect(entriesOf(await scene.get(`/Appointment?_id=${visit}`, 'other'))).toEqual([]);
    expect(entriesOf(await scene.get(`/Patient?_id=${scene.patient.id}`, 'other'))).toEqual([]);
  });

  it('is the chart, to a carer of visits alone', async () => {
    const carer = await scene.carer('appointments');
    const { patient } = scene;
    for (const path of [
      `/Patient/${patient.id}`,
      `/Observation?patient=${patient.id}`,
      `/Patient/${patient.id}/$everything`,
    ])
      expect([path, (await carer(path)).status]).toEqual([path, 403]);
    expect((await carer('/Patient')).text).not.toContain(patient.id);
    const reader = await scene.carer('chart');
    expect((await reader('/Patient')).text).toContain(patient.id);
    expect(idsIn(await reader(`/Observation?patient=${patient.id}`))).toEqual([glucose, sodium]);
  });

  it('does not leave by somebody else’s cursor, nor by one of another question', async () => {
    const page = await scene.get(`/Observation?patient=${scene.patient.id}&_count=1`, 'patient');
    const next = linkOf(page, 'next') ?? '';
    expect((await scene.get(next, 'patient')).status).toBe(200);
    expect(refusalOf(await scene.get(next, 'doctor'))).toEqual([422, 'validation_failed', '_cursor']);
    const elsewhere = next.replace('/Observation?', '/Condition?');
    expect(refusalOf(await scene.get(elsewhere, 'patient'))).toEqual([422, 'validation_failed', '_cursor']);
  });

  it('is a draft, to everybody and to its author', async () => {
    for (const who of ['doctor', 'patient'] as const) {
      expect((await scene.get(`/Condition/${draft}`, who)).status).toBe(404);
      const found = await scene.get(`/Condition?patient=${scene.patient.id}`, who);
      expect(idsIn(found)).toEqual([condition]);
      const all = await scene.get(`/Patient/${scene.patient.id}/$everything`, who);
      expect(all.text).not.toContain(draft);
    }
  });

  it('is restricted, to who is only consulted', async () => {
    const secret = await scene.write({
      record_type: 'diagnosis',
      content: { text: 'Restricted', clinical_status: 'active' },
      restricted: true,
    });
    const consulted = await scene.consulted();
    const paths = [
      `/Condition?patient=${scene.patient.id}`,
      `/Provenance?patient=${scene.patient.id}`,
      `/Patient/${scene.patient.id}/$everything`,
      `/Condition?patient=${scene.patient.id}&_id=${secret}&_revinclude=Provenance:target`,
    ];
    for (const path of paths) {
      const holds = (reply: Reply) => JSON.stringify(entriesOf(reply)).includes(secret);
      expect([path, holds(await scene.get(path, 'doctor'))]).toEqual([path, true]);
      expect([path, holds(await consulted(path))]).toEqual([path, false]);
    }
    for (const path of [
      `/Condition/${secret}`,
      `/Condition/${secret}/_history`,
      `/Condition/${secret}/_history/1`,
    ])
      expect([path, (await consulted(path)).status]).toEqual([path, 404]);
    expect((await consulted(`/Condition/${condition}`)).status).toBe(200);
  });
});
