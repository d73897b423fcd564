import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookAppointment } from '#lib/operations/appointments/book';
import { joinWaitingList } from '#lib/operations/waiting-list/join';
import { listWaits } from '#lib/operations/waiting-list/list';
import { listWaitingForDoctor } from '#lib/operations/waiting-list/list-for-doctor';
import { leaveWaitingList } from '#lib/operations/waiting-list/withdraw';
import { createAdmin, createDoctor, relate } from '../../factories/care';
import { createCarer } from '../../factories/carer';
import { freed, sqlOf, type WaitingScene, waitingScene, waits } from '../../factories/waiting-scene';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
let scene: WaitingScene;

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());
beforeEach(async () => {
  scene = await waitingScene(clinic);
});

const refusal = (wish: Record<string, unknown>) => scene.first.refusal(joinWaitingList, wish);
const fault = async (wish: Record<string, unknown>) => (await refusal(wish)).facts.errors;

describe('somebody who waits', () => {
  it('says for whom, when and how, and until when if they like', async () => {
    const entry = await waits(scene, scene.first, {
      until: undefined,
      mode: 'video',
      parts: ['morning', 'morning'],
    });
    expect(entry).toMatchObject({
      doctor_id: scene.doctor.id,
      doctor_name: 'Dr Amara Okafor',
      from: '2026-03-03',
      until: '2026-06-01',
      mode: 'video',
      parts: ['morning'],
      state: 'waiting',
      offer: null,
    });
    expect((await scene.first.call(listWaits, {})).items).toEqual([entry]);
    expect((await scene.second.call(listWaits, {})).items).toEqual([]);
  });

  it('waits once for each wish, and for five at most', async () => {
    const entry = await waits(scene, scene.first);
    const twice = { doctor_id: scene.doctor.id, from: '2026-03-10' };
    expect((await refusal(twice)).code).toBe('already_waiting');
    await scene.first.call(leaveWaitingList, { id: entry.id });
    await scene.first.call(joinWaitingList, twice);
    for (const _more of [2, 3, 4, 5]) {
      const { id } = await createDoctor(clinic.clock, scene.doctor.clinicId);
      await scene.first.call(joinWaitingList, { doctor_id: id });
    }
    const { id } = await createDoctor(clinic.clock, scene.doctor.clinicId);
    expect((await refusal({ doctor_id: id })).code).toBe('too_many_waits');
  });

  it('hears what does not go', async () => {
    const doctor_id = scene.doctor.id;
    expect(await fault({})).toMatchObject([{ path: 'doctor_id', code: 'required' }]);
    expect(await fault({ speciality: 'Astrology' })).toMatchObject([{ path: 'speciality' }]);
    expect(await fault({ doctor_id, from: '2026-03-01' })).toMatchObject([
      { path: 'from', code: 'in_the_past' },
    ]);
    expect(await fault({ doctor_id, from: '2026-03-05', until: '2026-03-04' })).toMatchObject([
      { code: 'before_from' },
    ]);
    expect(await fault({ doctor_id, until: '2027-04-01' })).toMatchObject([{ code: 'too_far_ahead' }]);
    expect((await refusal({ doctor_id: scene.doctor.clinicId })).code).toBe('not_found');
    // Another's visit, and one that was cancelled.
    expect((await refusal({ instead_of: scene.booked })).code).toBe('not_found');
    await freed(scene);
    expect((await scene.holder.refusal(joinWaitingList, { instead_of: scene.booked })).code).toBe('conflict');
  });

  it('is told of earlier times than their visit, until its day', async () => {
    const wish = { doctor_id: scene.doctor.id, scheduled_at: '2026-03-09T09:00:00Z' };
    const { id } = await scene.first.call(bookAppointment, wish);
    expect(await scene.first.call(joinWaitingList, { instead_of: id })).toMatchObject({
      doctor_id: scene.doctor.id,
      instead_of: id,
      visit_at: '2026-03-09T09:00:00Z',
      until: '2026-03-09',
    });
  });

  it('is put there by themself or who books for them, never by staff', async () => {
    const carer = await createCarer(clinic, scene.first, 'appointments');
    const reader = await createCarer(clinic, scene.second, 'chart');
    await relate(clinic.clock, scene.first, scene.doctor);
    const wish = { doctor_id: scene.doctor.id, patient_id: scene.first.id };
    expect((await scene.doctor.refusal(joinWaitingList, wish)).code).toBe('forbidden');
    const other = { ...wish, patient_id: scene.second.id };
    expect((await reader.refusal(joinWaitingList, other)).code).toBe('forbidden');
    expect((await carer.refusal(joinWaitingList, other)).code).toBe('not_found');
    const { id } = await carer.call(joinWaitingList, wish);
    expect((await scene.second.refusal(leaveWaitingList, { id })).code).toBe('not_found');
    expect((await scene.doctor.refusal(leaveWaitingList, { id })).code).toBe('forbidden');
    await scene.first.call(leaveWaitingList, { id });
  });
});

describe('the list of a doctor', () => {
  it('has who waits for them or for anybody like them, the longest first, with names of those in their care', async () => {
    await sqlOf(scene)((sql) => sql`delete from waiting_list_offers`);
    await sqlOf(scene)((sql) => sql`delete from waiting_list_entries`);
    await relate(clinic.clock, scene.first, scene.doctor);
    await waits(scene, scene.first);
    clinic.clock.set('2026-03-02T09:20:00Z');
    await scene.second.call(joinWaitingList, {
      speciality: 'General practice',
      clinic_id: scene.doctor.clinicId,
    });
    clinic.clock.set('2026-03-02T09:29:00Z');
    const items = async () => (await scene.doctor.call(listWaitingForDoctor, {})).items;
    expect(await items()).toMatchObject([
      { patient_name: 'Elsa Vargas', for_me: true, state: 'waiting', waited_days: 0 },
      { patient_name: null, for_me: false, state: 'waiting' },
    ]);
    await freed(scene);
    expect(await items()).toMatchObject([{ state: 'offered', offered_at: '2026-03-03T09:00:00Z' }, {}]);
    const other = await createDoctor(clinic.clock, scene.doctor.clinicId);
    expect((await other.call(listWaitingForDoctor, {})).items).toMatchObject([{ for_me: false }]);
    expect((await scene.holder.call(listWaitingForDoctor, {})).items).toEqual([]);
    const admin = await createAdmin(clinic.clock);
    expect((await admin.refusal(listWaitingForDoctor, {})).code).toBe('insufficient_scope');
  });
});
