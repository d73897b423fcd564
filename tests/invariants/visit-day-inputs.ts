import { overbookAppointment } from '#lib/operations/appointments/overbook';
import type { Operation } from '#lib/operations/define';
import { setQuestionnaire } from '#lib/operations/questionnaires/set';
import { getMe } from '#lib/operations/users/get-me';
import { writeVisitAnswers } from '#lib/operations/visit-answers/write';
import { newId } from '#lib/platform/ids';
import { createAdmin } from '../factories/care';
import { visitor } from '../factories/visitor';
import { asRole } from '../harness/as-role';
import { aService } from './calendar-inputs';
import type { Scene } from './example-input';

type Fields = Readonly<Record<string, unknown>>;
const exampleOf = ({ declaration }: Operation) => declaration.example?.input as Fields;

/** Beside the chart's own visit, which others still move: another one at this moment. */
async function visitNow(
  { clock, chart: { visit }, database }: Scene,
  mode: 'video' | 'in_person',
): Promise<{ id: string }> {
  const [now, id] = [clock.now(), newId('appointments')];
  const ends_at = now.add({ minutes: 20 });
  await asRole(database.superuserUrl, async (sql) => {
    // The one of the question before gives way: nobody is seen twice at one time.
    await sql`set session_replication_role = replica`;
    await sql`
      update appointments v set status = 'cancelled' from appointments a
       where a.id = ${visit} and v.patient_id = a.patient_id and v.id <> a.id and v.overbooked`;
    await sql`reset session_replication_role`;
    await sql`
      insert into appointments
      select (jsonb_populate_record(a, jsonb_build_object('id', ${id}::text, 'mode', ${mode}::text, 'overbooked', true,
               'notes', null, 'noted_as', null, 'scheduled_at', ${now.toString()}::text, 'ends_at', ${ends_at.toString()}::text))).*
        from appointments a where a.id = ${visit}`;
    await sql`update clinics c set video_url = 'https://video.example.org/northgate'
                from appointments a where a.id = ${visit} and c.id = a.clinic_id`;
  });
  return { id };
}

/** The chart's visit is of a type that asks one thing. */
export async function asksOfVisit(
  scene: Omit<Scene, 'caller' | 'auditEvent'>,
): Promise<{ id: string; questionnaire_id: string }> {
  const { clock, chart, database } = scene;
  const service = await aService(scene as Scene);
  await (await createAdmin(clock)).call(setQuestionnaire, {
    ...exampleOf(setQuestionnaire),
    id: service,
  } as never);
  const [asked] = await asRole(database.superuserUrl, async (sql) => {
    await sql`update appointments set service_id = ${service} where id = ${chart.visit}`;
    return sql<{ id: string }[]>`select id from service_questionnaires where service_id = ${service}`;
  });
  return { id: chart.visit, questionnaire_id: asked?.id ?? '' };
}

/** Beside whatever whoever is going to call has in their own diary. */
async function besideOwn({ clock, caller, chart }: Scene): Promise<unknown> {
  const me = await visitor(clock, caller)
    .call(getMe, {})
    .catch(() => null);
  return {
    ...exampleOf(overbookAppointment),
    ...{ doctor_id: me?.practitioner_id ?? chart.bookable, patient_id: chart.patient },
    scheduled_at: clock
      .now()
      .add({ hours: (chart.week + 1) * 7 * 24 + 5 })
      .toString(),
  };
}

/** What a visit's day needs to find there. */
export const visitDayInputs: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  'appointments.change-state': async (scene) => ({
    ...(await visitNow(scene, 'in_person')),
    state: 'in_progress',
  }),
  'appointments.overbook': besideOwn,
  'appointments.join': (scene) => visitNow(scene, 'video'),
  'questionnaires.get': async (scene) => ({ id: await aService(scene) }),
  'questionnaires.set': async (scene) => ({
    ...exampleOf(setQuestionnaire),
    id: await aService(scene),
  }),
  'visit-answers.get': async (scene) => ({ id: (await asksOfVisit(scene)).id }),
  'visit-answers.write': async (scene) => ({
    ...exampleOf(writeVisitAnswers),
    ...(await asksOfVisit(scene)),
  }),
};
