import { afterAll, beforeAll, expect, it } from 'vitest';
import { withActor } from '#db/client';
import { decideRefill } from '#lib/operations/refills/decide';
import { requestRefill } from '#lib/operations/refills/request';
import { newRequestId } from '#lib/platform/request-id';
import { signIn } from '../factories/account';
import type { Person } from '../factories/care';
import { openRequestScene, type RequestScene } from '../factories/request-scene';
import { asRole } from '../harness/as-role';

let scene: RequestScene;
beforeAll(async () => {
  scene = await openRequestScene();
});
afterAll(() => scene.clinic.close());

/** A statement by somebody, past every operation: how many rows it reached. */
async function changed(person: Person, statement: string): Promise<number | string> {
  const { clock } = scene.clinic;
  const { session } = await signIn(clock, person.account);
  const actor = { kind: 'user', session, now: clock.now(), requestId: newRequestId() } as const;
  return withActor(actor, async (tx) => (await tx.unsafe(statement)).count).catch(
    (error: { constraint_name?: string; message: string }) => error.constraint_name ?? error.message,
  );
}

const ask = async () => {
  const { id } = await scene.prescribe();
  return scene.patient.call(requestRefill, { record_id: id });
};

it('a request moves only where a request may go, also past the operations', async () => {
  const { doctor, patient, carer, consultant, strangers } = scene;
  const { id } = await ask();
  const deny = `update refill_requests set status = 'denied', answer = 'x', decided_at = app.now(),
    decided_by = app.practitioner_id() where id = '${id}'`;
  for (const each of [consultant, ...strangers]) expect(await changed(each, deny)).toBe(0);
  for (const each of [patient, carer]) expect(await changed(each, deny)).not.toBe(1);
  const inAnothersName = deny.replace('app.practitioner_id()', `'${scene.colleague.id}'`);
  expect(await changed(doctor, inAnothersName)).not.toBe(1);
  await doctor.call(decideRefill, { id, decision: 'denied', answer: 'No' });
  const back = `update refill_requests set status = 'requested', answer = null, decided_at = null, decided_by = null
    where id = '${id}'`;
  for (const each of [doctor, patient]) expect(await changed(each, back)).toBe(0);
  const moved = await asRole(scene.clinic.database.superuserUrl, (sql) => sql.unsafe(back)).catch(
    (error: { constraint_name?: string }) => error.constraint_name,
  );
  expect(moved).toBe('refill_requests_move');
});

it('nobody is told where another reads their mail', async () => {
  const { doctor, patient, strangers, carer } = scene;
  const parties = `select * from app.parties_of_request('${patient.id}', '${doctor.id}', '${carer.account.id}')`;
  for (const each of strangers) expect(await changed(each, parties)).toBe(0);
  expect(await changed(patient, parties)).toBe(3);
  const stranger = `select * from app.parties_of_request('${patient.id}', null, '${strangers[0]?.account.id}')
    where party = 'patient'`;
  expect(await changed(doctor, stranger)).toBe(1);
});
