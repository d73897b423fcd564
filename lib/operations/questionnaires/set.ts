import { z } from 'zod';
import { findQuestionnaire, insertQuestionnaire } from '#db/queries/questionnaires';
import { lockService } from '#db/queries/services';
import { questionsInput } from '#lib/domain/questionnaires';
import { newId, serviceId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { expectedVersion, requireVersion } from '../kernel/expected-version';
import { exampleService } from '../services/service-view';
import { exampleQuestions } from './questionnaire-view';

/** What a visit type asks from now on, as a whole. What was answered before keeps the questions that it answered. */
export const setQuestionnaire = defineOperation({
  name: 'questionnaires.set',
  kind: 'command',
  rest: 'PUT /services/{id}/questionnaire',
  successStatus: 204,
  summary: 'Set what a visit type asks before a visit',
  permission: 'admin:system',
  stepUp: 'none',
  input: z.strictObject({ id: serviceId, questions: questionsInput, expected_version: expectedVersion }),
  output: z.void(),
  errors: ['not_found', 'stale_version'],
  audit: { event: 'SET_QUESTIONNAIRE', resource: 'clinic', details: ['id'] },
  example: { input: { id: exampleService.id, questions: exampleQuestions }, output: undefined },

  subject: async ({ tx, input }) => {
    const row = await lockService(tx, input.id);
    return row && { type: 'clinic', row };
  },

  async handle({ tx, actor, now, input: { questions, expected_version }, subject: { row } }) {
    const version = (await findQuestionnaire(tx, row.id))?.version ?? 0;
    requireVersion(version, expected_version);
    await insertQuestionnaire(tx, {
      id: newId('service_questionnaires'),
      service_id: row.id,
      version: version + 1,
      questions: JSON.stringify(questions),
      created_by: actor.user_id,
      created_at: now,
    });
  },
});
