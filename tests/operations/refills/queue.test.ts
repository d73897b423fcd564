import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideRefill } from '#lib/operations/refills/decide';
import { listRefills } from '#lib/operations/refills/list';
import { requestRefill } from '#lib/operations/refills/request';
import { openRequestScene, type RequestScene } from '../../factories/request-scene';

let scene: RequestScene;
beforeAll(async () => {
  scene = await openRequestScene();
});
afterAll(() => scene.clinic.close());

const ask = async () => {
  const medicine = await scene.prescribe();
  return scene.patient.call(requestRefill, { record_id: medicine.id });
};

describe('the queue of a doctor', () => {
  it('holds what the own patients ask, the longest waiting first', async () => {
    const { clinic, doctor, consultant, strangers } = scene;
    const first = await ask();
    clinic.clock.advance(300);
    const second = await ask();
    const { items } = await doctor.call(listRefills, { open: true, page_size: 100 });
    const ids = items.map(({ id }) => id);
    expect(ids.indexOf(first.id)).toBeGreaterThan(-1);
    expect(ids.indexOf(second.id)).toBeGreaterThan(ids.indexOf(first.id));
    expect(items.every(({ status }) => status === 'requested')).toBe(true);
    for (const each of [consultant, strangers[1]]) {
      expect((await each?.call(listRefills, { open: true }))?.items).toEqual([]);
    }
    const done = await doctor.call(listRefills, { open: false, page_size: 100 });
    expect(done.items.every(({ status }) => status !== 'requested')).toBe(true);
    const own = await scene.patient.call(listRefills, { record_id: first.record_id });
    expect(own.items.map(({ id }) => id)).toEqual([first.id]);
    const foreign = { record_id: first.record_id, patient_id: scene.carer.id };
    expect((await doctor.refusal(listRefills, foreign)).code).toBe('not_found');
  });
});

it('leaves one event a step, about the chart, with no word that was typed', async () => {
  const { clinic, doctor } = scene;
  const asked = await ask();
  await doctor.call(decideRefill, { id: asked.id, decision: 'denied', answer: 'Kanarie first' });
  const events = (await clinic.events()).filter(({ resource_id }) => resource_id === asked.id);
  expect(events).toMatchObject([
    { action: 'REQUEST_REFILL', patient_id: scene.patient.id, request_data: { record_id: asked.record_id } },
    { action: 'DECIDE_REFILL', patient_id: scene.patient.id, request_data: { decision: 'denied' } },
  ]);
});
