import type { Tx } from '#db/client';
import { findRecord } from '#db/queries/medical-records';
import { invalidField } from '#lib/errors/operation-error';
import { type Id, recordId } from '#lib/platform/ids';

interface Links {
  readonly encounter_id?: string | undefined;
  readonly content: { readonly text: string; readonly relates_to?: string | undefined };
}

/**
 * A record names another only in its own chart, and only one that its author sees.
 * @throws OperationError `validation_failed`
 */
export async function refuseForeignLinks(
  tx: Tx,
  patientId: Id<'patients'>,
  { encounter_id, content: { relates_to } }: Links,
): Promise<void> {
  if (encounter_id !== undefined)
    await refuse(tx, patientId, { path: 'encounter_id', type: 'encounter', id: encounter_id });
  if (relates_to !== undefined)
    await refuse(tx, patientId, { path: 'content.relates_to', type: 'note', id: relates_to });
}

async function refuse(
  tx: Tx,
  patientId: Id<'patients'>,
  link: { path: string; type: string; id: string },
): Promise<void> {
  const id = recordId.safeParse(link.id);
  const row = id.success ? await findRecord(tx, id.data) : null;
  if (row?.patient_id === patientId && row.record_type === link.type && row.stage !== 'entered_in_error')
    return;
  throw invalidField(link.path, 'not_found', 'No such record in this chart');
}
