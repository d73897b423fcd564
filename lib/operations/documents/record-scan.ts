import { z } from 'zod';
import { findAddressee } from '#db/queries/administered-accounts';
import { markBlobScanned } from '#db/queries/blob-upkeep';
import { OperationError } from '#lib/errors/operation-error';
import { tellAccount } from '#lib/notify/tell-account';
import { blobId } from '#lib/platform/ids';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';

/** Until a file that could not be looked at is looked at again. */
const againAfterMinutes = 10;

/** What the scanner has said of a file. One that is infected is opened by nobody from now on, and its sender hears of it. */
export const recordScan = defineOperation({
  name: 'documents.record-scan',
  kind: 'command',
  rest: 'POST /documents/scans',
  successStatus: 204,
  summary: 'Note what was found in a file',
  permission: 'write:records',
  stepUp: 'none',
  jobs: ['documents'],
  input: z.strictObject({ id: blobId, result: z.enum(['clean', 'infected', 'scan_failed']) }),
  output: z.void(),
  errors: ['conflict'],
  audit: { event: 'SCAN_DOCUMENT', resource: 'document', details: ['result'] },
  example: { input: { id: '01920000-0000-7000-8000-000000000051', result: 'clean' }, output: undefined },
  // No person may write for the clinic as a whole, whatever scope a session holds.
  subject: theClinic,

  async handle({ tx, now, input, audit }) {
    const scanAfter = now.add({ minutes: againAfterMinutes });
    const scanned = await markBlobScanned(tx, { id: input.id, scan: input.result, scanAfter });
    if (!scanned) throw new OperationError('conflict');
    audit({ resource_id: scanned.record_id, patient_id: scanned.patient_id });
    if (input.result !== 'infected') return;
    const sender = await findAddressee(tx, scanned.uploaded_by);
    if (sender) await tellAccount(tx, sender, { template: 'file_quarantined', params: {} }, now);
  },
});
