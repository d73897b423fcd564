import { z } from 'zod';
import { findQuestionnaire } from '#db/queries/questionnaires';
import { lockService } from '#db/queries/services';
import { storedQuestions } from '#lib/domain/questionnaires';
import { serviceId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { exampleService } from '../services/service-view';
import { exampleQuestions, questionView } from './questionnaire-view';

/** What a visit type asks, for those who run the clinic. */
export const getQuestionnaire = defineOperation({
  name: 'questionnaires.get',
  kind: 'query',
  rest: 'GET /services/{id}/questionnaire',
  summary: 'What a visit type asks before a visit',
  permission: 'admin:system',
  stepUp: 'none',
  input: z.strictObject({ id: serviceId }),
  /** Version 0 has never asked anything. */
  output: z.strictObject({ questions: z.array(questionView), version: z.int() }),
  errors: ['not_found'],
  audit: { event: 'VIEW_QUESTIONNAIRE', resource: 'clinic', details: ['id'] },
  example: { input: { id: exampleService.id }, output: { questions: exampleQuestions, version: 1 } },

  subject: async ({ tx, input }) => {
    const row = await lockService(tx, input.id);
    return row && { type: 'clinic', row };
  },

  async handle({ tx, subject: { row } }) {
    const asked = await findQuestionnaire(tx, row.id);
    return {
      questions: asked ? storedQuestions.parse(JSON.parse(asked.questions)) : [],
      version: asked?.version ?? 0,
    };
  },
});
