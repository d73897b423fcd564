import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeExamples } from './example-records';
import { entriesOf, type FhirScene, idsIn, linkOf, openFhirScene, refusalOf } from './scene';

let scene: FhirScene;
let condition: string;
let glucose: string;
let sodium: string;
let visit: string;

beforeAll(async () => {
  scene = await openFhirScene();
  ({ condition, glucose, sodium, visit } = await writeExamples(scene));
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
