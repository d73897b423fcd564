import type { Temporal } from 'temporal-polyfill';
import type { Id } from '#lib/platform/ids';
import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { visitAnswers } from '../schema/visit-answers';
import type { QuestionnaireRow } from './questionnaires';

type Row = typeof visitAnswers.$inferSelect;

/** The questions as they were asked, with the last answers to them; those of today while there are none. */
export type AskedRow = Pick<QuestionnaireRow, 'id' | 'questions'> & {
  [K in 'answers' | 'answered_as']: Row[K] | null;
} & { answers_id: Row['id'] | null; answered_at: Temporal.Instant | null };

/** What a visit asks of its patient; null where it asks nothing. */
export async function findAsked(
  tx: Tx,
  visit: { id: Id<'appointments'>; patient_id: Id<'patients'>; service_id: Id<'services'> | null },
): Promise<AskedRow | null> {
  const [row] = await tx<AskedRow[]>`
    select q.id, q.questions, v.id as answers_id, v.answers, v.answered_as, v.answered_at
      from (select 1) one
      left join lateral (
        select * from visit_answers
         where appointment_id = ${visit.id} and patient_id = ${visit.patient_id}
         order by answered_at desc, id desc limit 1) v on true
      join service_questionnaires q on q.id = coalesce(v.questionnaire_id, (
        select id from service_questionnaires where service_id = ${visit.service_id} order by version desc limit 1))
     where q.questions <> '[]'`;
  return row ?? null;
}

/** Of each visit `a` of a query: whether its patient is asked anything, and has answered. */
export const questionsOf = (tx: Tx) => tx`
  case when exists (select from visit_answers v where v.appointment_id = a.id and v.patient_id = a.patient_id) then 'answered'
       when (select q.questions <> '[]' from service_questionnaires q
              where q.service_id = a.service_id order by q.version desc limit 1) then 'asked' else 'none' end`;

export function insertVisitAnswers(tx: Tx, row: typeof visitAnswers.$inferInsert): Statement {
  return insertRow(tx, visitAnswers, row);
}
