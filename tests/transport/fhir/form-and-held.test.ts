import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, tokenOf } from '../../harness/ask';
import { writeExamples } from './example-records';
import { type FhirScene, idsIn, linkOf, openFhirScene, refusalOf } from './scene';

let scene: FhirScene;
let condition: string;
let glucose: string;
let token: string;
beforeAll(async () => {
  scene = await openFhirScene();
  ({ condition, glucose } = await writeExamples(scene));
  token = await tokenOf(scene.clock, scene.doctor.caller as never);
}, 60_000);
afterAll(() => scene.close());

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const post = (type: string, body: string | Uint8Array, headers: Record<string, string> = form, as = token) =>
  ask('POST', `/fhir/R4/${type}/_search`, { token: as, body, headers });

it('a search may be sent as a form, and is the same search', async () => {
  const query = `patient=${scene.patient.id}&code=http%3A%2F%2Floinc.org%7C2345-7&_count=1&_include=Observation:patient`;
  const [asked, sent] = [
    await scene.get(`/Observation?${query}`, 'doctor'),
    await post('Observation', query),
  ];
  expect([sent.status, idsIn(sent)]).toEqual([200, [glucose]]);
  expect(sent.json.entry).toEqual(asked.json.entry);
  expect(linkOf(sent, 'self')).toBe(linkOf(asked, 'self'));
  // Where it goes on is an address, whichever way it was asked.
  expect(linkOf(sent, 'next')).toContain('/fhir/R4/Observation?patient=');
  const both = await ask('POST', `/fhir/R4/Observation/_search?patient=${scene.patient.id}`, {
    token,
    body: '_summary=count',
    headers: form,
  });
  expect(both.json).toMatchObject({ total: 2 });
});

it('a form is refused as an address would be, and for what it is', async () => {
  const whose = `patient=${scene.patient.id}`;
  const stranger = await tokenOf(scene.clock, scene.other.caller as never);
  expect((await post('Observation', whose, form, stranger)).status).toBe(404);
  expect(refusalOf(await post('Potion', whose))).toEqual([404, 'not_found', undefined]);
  expect(refusalOf(await post('Observation', `${whose}&_lastUpdated=soon`))).toEqual([
    422,
    'validation_failed',
    '_lastUpdated',
  ]);
  expect(refusalOf(await post('Observation', '{}', { 'content-type': 'application/json' }))[0]).toBe(415);
  expect(refusalOf(await post('Observation', Uint8Array.of(0xff, 0xfe)))[0]).toBe(400);
  const anonymous = await ask('POST', '/fhir/R4/Observation/_search', { body: whose, headers: form });
  expect(anonymous.status).toBe(401);
  // Any other line takes no body.
  const read = await ask('GET', `/fhir/R4/Observation/${glucose}`, { token, body: whose, headers: form });
  expect(read.status).toBe(400);
});

it('what is held already is not sent again', async () => {
  const path = `/Condition/${condition}`;
  for (const held of ['W/"2"', '"2"', 'W/"1", W/"2"', '*']) {
    const reply = await scene.get(path, 'doctor', { 'if-none-match': held });
    expect([held, reply.status, reply.text, reply.headers.etag]).toEqual([held, 304, '', 'W/"2"']);
  }
  for (const stale of ['W/"1"', 'W/"22"', '2'])
    expect((await scene.get(path, 'doctor', { 'if-none-match': stale })).status).toBe(200);
  const old = await scene.get(`${path}/_history/1`, 'doctor', { 'if-none-match': 'W/"1"' });
  expect(old.status).toBe(304);
  // Whoever may not have it learns no version of it.
  expect((await scene.get(path, 'stranger', { 'if-none-match': '*' })).status).toBe(404);
});
