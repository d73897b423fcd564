import { z } from 'zod';
import { findAppointment } from '#db/queries/appointments';
import { findAsked, insertVisitAnswers } from '#db/queries/visit-answers';
import { seal } from '#lib/crypto/seal';
import { answerFault, answersInput, type Question, storedQuestions } from '#lib/domain/questionnaires';
import { invalidField, OperationError } from '#lib/errors/operation-error';
import { appointmentId, newId, questionnaireId } from '#lib/platform/ids';
import { exampleAppointment, visitSubject } from '../appointments/appointment-view';
import { assertRight } from '../appointments/assert-right';
import { holdVisit } from '../appointments/change-visit';
import { visitKey } from '../appointments/visit-key';
import { defineOperation } from '../define';

/** What the patient's side answers before a visit, as a whole, until it has begun. Each question may be left out. */
export const writeVisitAnswers = defineOperation({
  name: 'visit-answers.write',
  kind: 'command',
  rest: 'PUT /appointments/{id}/answers',
  successStatus: 204,
  summary: 'Answer what is asked before a visit',
  permission: 'write:appointments',
  stepUp: 'none',
  input: z.strictObject({
    id: appointmentId,
    /** The questions that were read. */
    questionnaire_id: questionnaireId,
    answers: answersInput,
  }),
  output: z.void(),
  errors: ['not_found', 'conflict', 'stale_version'],
  audit: { event: 'WRITE_VISIT_ANSWERS', resource: 'appointment' },
  example: {
    input: {
      id: exampleAppointment.id,
      questionnaire_id: '01920000-0000-7000-8000-000000000075',
      answers: ['I cannot climb stairs'],
    },
    output: undefined,
  },

  subject: async ({ tx, input }) => {
    const row = await findAppointment(tx, input.id);
    return row && visitSubject(row);
  },

  async handle({ tx, actor, now, input, subject }) {
    const row = await holdVisit(tx, subject.row, undefined);
    assertRight(row, 'answer', now);
    const asked = await findAsked(tx, row);
    if (!asked) throw new OperationError('not_found');
    if (asked.id !== input.questionnaire_id) throw new OperationError('stale_version');
    const answers = requireAnswers(storedQuestions.parse(JSON.parse(asked.questions)), input.answers);
    const id = newId('visit_answers');
    await insertVisitAnswers(tx, {
      id,
      patient_id: row.patient_id,
      appointment_id: row.id,
      questionnaire_id: asked.id,
      answers: seal('visit_answers.answers', id, JSON.stringify(answers), visitKey(row)),
      answered_by: actor.user_id,
      answered_as: row.relation === 'self' ? 'self' : 'carer',
      answered_at: now,
    });
  },
});

/** One for each question. @throws OperationError `validation_failed` for what answers none, and where nothing is answered */
function requireAnswers(questions: readonly Question[], given: readonly (string | null)[]) {
  const answers = questions.map((_, index) => (given[index]?.trim() ? (given[index] ?? null) : null));
  if (answers.every((answer) => answer === null)) {
    throw invalidField('answers.0', 'required', 'Nothing is answered');
  }
  const errors = questions.flatMap((question, index) => {
    const code = answerFault(question, answers[index] ?? null);
    return code ? [{ path: `answers.${index}`, code, message: 'Not one of the answers' }] : [];
  });
  if (errors.length > 0) throw new OperationError('validation_failed', { errors });
  return answers;
}
