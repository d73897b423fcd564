import { z } from 'zod';
import { revealResult } from '#db/queries/results';
import { OperationError } from '#lib/errors/operation-error';
import { recordId } from '#lib/platform/ids';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleRecord } from '../records/record-view';

/** The patient wants to see a result of which they chose to be asked first. From then on it is theirs to read. */
export const revealOwnResult = defineOperation({
  name: 'results.reveal',
  kind: 'command',
  rest: 'POST /results/{id}/reveal',
  successStatus: 204,
  summary: 'Show a result that waited for your word',
  permission: 'write:profile',
  stepUp: 'none',
  input: z.strictObject({ id: recordId }),
  output: z.void(),
  errors: ['not_found'],
  audit: { event: 'REVEAL_RESULT', resource: 'medical_record' },
  example: { input: { id: exampleRecord.id }, output: undefined },
  subject: ownRows,

  async handle({ tx, actor, input, audit }) {
    if (!(await revealResult(tx, input.id))) throw new OperationError('not_found');
    audit({ resource_id: input.id, ...(actor.patient_id && { patient_id: actor.patient_id }) });
  },
});
