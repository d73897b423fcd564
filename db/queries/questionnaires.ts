import type { Id } from '#lib/platform/ids';
import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { serviceQuestionnaires } from '../schema/service-questionnaires';

export type QuestionnaireRow = Pick<
  typeof serviceQuestionnaires.$inferSelect,
  'id' | 'version' | 'questions'
>;

/** What a visit type asks now. */
export async function findQuestionnaire(tx: Tx, serviceId: Id<'services'>): Promise<QuestionnaireRow | null> {
  const [row] = await tx<QuestionnaireRow[]>`
    select id, version, questions from service_questionnaires
     where service_id = ${serviceId} order by version desc limit 1`;
  return row ?? null;
}

export function insertQuestionnaire(tx: Tx, row: typeof serviceQuestionnaires.$inferInsert): Statement {
  return insertRow(tx, serviceQuestionnaires, row);
}
