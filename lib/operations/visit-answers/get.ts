import { z } from 'zod';
import { findAppointment } from '#db/queries/appointments';
import { findAsked } from '#db/queries/visit-answers';
import { open } from '#lib/crypto/seal';
import { storedAnswers, storedQuestions } from '#lib/domain/questionnaires';
import { OperationError } from '#lib/errors/operation-error';
import { appointmentId } from '#lib/platform/ids';
import { exampleAppointment, visitSubject } from '../appointments/appointment-view';
import { keyOfVisit } from '../appointments/visit-key';
import { defineOperation } from '../define';
import { exampleQuestions, questionView } from '../questionnaires/questionnaire-view';

/** What a visit asks of its patient, with the answers: for the patient's side, and for whoever sees the chart. */
export const getVisitAnswers = defineOperation({
  name: 'visit-answers.get',
  kind: 'query',
  rest: 'GET /appointments/{id}/answers',
  summary: 'What is asked before a visit, and the answers',
  permission: 'read:appointments',
  stepUp: 'none',
  input: z.strictObject({ id: appointmentId }),
  output: z.strictObject({
    questionnaire_id: z.uuid(),
    items: z.array(questionView.extend({ answer: z.string().nullable() })),
    /** Null while nobody has answered. */
    answered_as: z.enum(['self', 'carer']).nullable(),
    answered_at: z.iso.datetime().nullable(),
  }),
  errors: ['not_found'],
  audit: { event: 'VIEW_VISIT_ANSWERS', resource: 'appointment' },
  example: {
    input: { id: exampleAppointment.id },
    output: {
      questionnaire_id: '01920000-0000-7000-8000-000000000075',
      items: exampleQuestions.map((each) => ({ ...each, answer: 'I cannot climb stairs' })),
      answered_as: 'self',
      answered_at: '2026-01-11T18:00:00Z',
    },
  },

  subject: async ({ tx, input }) => {
    const row = await findAppointment(tx, input.id);
    return row && visitSubject(row);
  },

  async handle({ tx, subject: { row } }) {
    const [key, asked] = [keyOfVisit(row), await findAsked(tx, row)];
    if (!key || !asked) throw new OperationError('not_found');
    const { answers_id, answers, answered_as, answered_at } = asked;
    const given = answers_id && answers && open('visit_answers.answers', answers_id, answers, key);
    const opened = given ? storedAnswers.parse(JSON.parse(given)) : [];
    return {
      questionnaire_id: asked.id,
      items: storedQuestions
        .parse(JSON.parse(asked.questions))
        .map((each, index) => ({ ...each, answer: opened[index] ?? null })),
      answered_as,
      answered_at: answered_at?.toString() ?? null,
    };
  },
});
