import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveOwnReminders } from '#lib/operations/reminders/save-own';
import { listWaits } from '#lib/operations/waiting-list/list';
import {
  freed,
  offerOf,
  offersMailed,
  oneDay,
  sqlOf,
  swept,
  theOffer,
  type WaitingScene,
  waitingScene,
  waits,
} from '../../factories/waiting-scene';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
let scene: WaitingScene;

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());
beforeEach(async () => {
  // Who waited in another test waits no longer.
  if (scene)
    await sqlOf(scene)(
      (sql) =>
        sql`update waiting_list_entries set status = 'expired', ended_at = now() where status = 'waiting'`,
    );
  scene = await waitingScene(clinic);
});

const at = (time: string) => clinic.clock.set(time);

describe('in the quiet hours', () => {
  it('of the product nothing is offered, and in the morning it is', async () => {
    await waits(scene, scene.first);
    at('2026-03-02T21:00:00Z');
    expect(await freed(scene)).toBe(0);
    at('2026-03-03T07:59:00Z');
    expect(await swept(scene)).toBe(0);
    expect(await offersMailed(scene, scene.first)).toEqual([]);
    at('2026-03-03T08:00:00Z');
    expect(await swept(scene)).toBe(1);
  });

  it('of who waits longest, by their own clock, the time goes to the next who is awake', async () => {
    await scene.first.call(saveOwnReminders, {
      ...{ mail_kinds: ['day'], text_kinds: [], quiet_from: '20:00', quiet_to: '07:00' },
      ...{ zone: 'Asia/Tokyo', locale: null },
    });
    await waits(scene, scene.first);
    at('2026-03-02T11:00:00Z');
    await waits(scene, scene.second);
    expect(await freed(scene)).toBe(1);
    expect(await offerOf(scene.first)).toBeNull();
    expect(await theOffer(scene.second)).toBeTruthy();
  });
});

it('who has let two offers run out waits no longer', async () => {
  await oneDay(clinic, scene.doctor, '2026-03-03', '13:00', '15:00');
  await waits(scene, scene.first);
  expect(await swept(scene)).toBe(1);
  at('2026-03-02T11:00:01Z');
  expect(await swept(scene)).toBe(1);
  expect(await theOffer(scene.first)).toBeTruthy();
  at('2026-03-02T13:00:02Z');
  expect(await swept(scene)).toBe(0);
  expect((await scene.first.call(listWaits, {})).items).toMatchObject([{ state: 'expired' }]);
  expect(await offersMailed(scene, scene.first)).toHaveLength(2);
});
