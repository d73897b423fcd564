import { z } from 'zod';
import { findOwnAccount } from '#db/queries/own-account';
import { findChartPatient } from '#db/queries/resource-people';
import { OperationError } from '#lib/errors/operation-error';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { exampleIdentity, openIdentity, patientIdentity } from '../patients/patient-view';
import { exampleResource, resourceView } from '../resources/found';
import { mayReadVisits } from '../resources/visit-scope';
import { ownChart } from './own-chart';
import { copyOf, exampleCopy, ownCopy } from './own-copy';
import { ownResources } from './own-resources';

/**
 * A patient's whole record, to be taken along (HIPAA 164.524; GDPR, articles 15 and 20): `fhir` for another system, `pdf`
 * for people, `archive` for whoever has to be sure that nothing was changed. It holds what its patient may see, and
 * neither drafts nor what is held back.
 */
export const takeRecord = defineOperation({
  name: 'users.take-record',
  kind: 'query',
  rest: 'GET /users/me/record',
  summary: 'Your whole record, to be taken along',
  permission: 'read:records',
  stepUp: 'recent',
  input: z.strictObject({ format: z.enum(['fhir', 'pdf', 'archive']) }),
  output: z.strictObject({
    taken_at: z.iso.datetime(),
    /** IANA zone of the patient's clinic. */
    zone: z.string(),
    patient: z.strictObject(patientIdentity),
    copy: ownCopy,
    /** Everything in the chart, as FHIR; none for a PDF. */
    resources: z.array(resourceView),
  }),
  errors: ['not_found'],
  audit: { event: 'EXPORT_OWN_DATA', resource: 'patient', details: ['format'] },
  losslessNumbers: true,
  throttle: ({ caller }) =>
    caller.kind === 'user' ? [{ limit: 'record_copy', key: caller.session.id }] : [],
  example: {
    input: { format: 'fhir' },
    output: {
      taken_at: '2026-01-05T09:00:00Z',
      zone: 'Europe/London',
      patient: exampleIdentity,
      copy: exampleCopy,
      resources: [exampleResource],
    },
  },

  subject: ({ tx }) => ownChart(tx),

  async handle({ tx, actor, now, input, subject, audit }) {
    const [person, account] = [await findChartPatient(tx, subject.patient_id), await findOwnAccount(tx)];
    if (!person || !account) throw new OperationError('not_found');
    const key = chartKey(subject);
    const chart = { patient_id: subject.patient_id, key };
    const copy = await copyOf(tx, actor, account, now);
    const resources =
      input.format === 'pdf' ? [] : await ownResources(tx, chart, mayReadVisits(actor, subject));
    const told = { format: input.format, records: copy.records.length };
    audit({ resource_id: person.id, patient_id: person.id, additional_info: told });
    const { zone } = subject;
    return { taken_at: now.toString(), zone, patient: openIdentity(person, key), copy, resources };
  },
});
