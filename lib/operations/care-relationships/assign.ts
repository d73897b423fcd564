import { z } from 'zod';
import { findChartOfAccount, insertCare, listParties } from '#db/queries/care-grants';
import { findDoctor } from '#db/queries/practitioners';
import { OperationError } from '#lib/errors/operation-error';
import { newId, practitionerId, userId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { accountSubject } from '../people/account-subject';
import { keepReason, typedReason } from '../people/typed-reason';
import { tellParties } from './tell-parties';

/**
 * An admin gives a patient a doctor, where the patient cannot book one. It lasts until it is ended; the admin sees
 * nothing of the chart, and both are told.
 */
export const assignDoctor = defineOperation({
  name: 'care-relationships.assign',
  kind: 'command',
  rest: 'POST /admin/users/{id}/doctors',
  successStatus: 201,
  summary: 'Assign a doctor to a patient',
  permission: 'admin:users',
  stepUp: 'recent',
  input: z.strictObject({ id: userId, doctor_id: practitionerId, reason: typedReason }),
  output: z.strictObject({ id: z.uuid() }),
  errors: ['not_found', 'conflict'],
  constraints: { care_relationships_one_assignment: 'conflict' },
  audit: { event: 'ASSIGN_DOCTOR', resource: 'user', details: ['id', 'doctor_id'] },
  example: {
    input: {
      id: '01920000-0000-7000-8000-000000000001',
      doctor_id: '01920000-0000-7000-8000-000000000004',
      reason: 'Takes over from a colleague who has retired',
    },
    output: { id: '01920000-0000-7000-8000-000000000053' },
  },
  subject: accountSubject,

  async handle({ tx, actor, now, input, subject, audit }) {
    const [patient_id, doctor] = [
      await findChartOfAccount(tx, subject.user_id),
      await findDoctor(tx, input.doctor_id),
    ];
    if (!patient_id || !doctor) throw new OperationError('not_found');
    const id = newId('care_relationships');
    await insertCare(tx, {
      ...{ id, patient_id },
      practitioner_id: doctor.id,
      kind: 'treating',
      granted_by: actor.user_id,
      valid_from: now,
      created_at: now,
    });
    const given = { userId: subject.user_id, authorId: actor.user_id, reason: input.reason, now };
    audit({ patient_id, additional_info: { relationship_id: id, reason_id: await keepReason(tx, given) } });
    await tellParties(tx, await listParties(tx, id), { patient: 'care_shared', doctor: 'care_given' }, now);
    return { id };
  },
});
