import { z } from 'zod';
import { listPanel, type PanelRow } from '#db/queries/patients';
import { freeText } from '#lib/domain/free-text';
import { pageInput, pageOf, pageOutput, windowOf } from '#lib/domain/page';
import { recordNumberOf } from '#lib/domain/record-number';
import { invalidField, OperationError } from '#lib/errors/operation-error';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { chartKey } from './chart-key';
import { exampleIdentity, openIdentity, patientIdentity } from './patient-view';
import { patientSearch } from './search-panel';

/** Names are sealed, so a search opens the whole panel: that is a doctor's own patients, not a register. */
const largestPanel = 10_000;

const panelItem = z.strictObject({
  ...patientIdentity,
  record_number: z.string(),
  /** Visits to this doctor. */
  last_visit_at: z.iso.datetime().nullable(),
  next_visit_at: z.iso.datetime().nullable(),
});

function viewPanelRow(row: PanelRow): z.output<typeof panelItem> {
  const last_visit_at = row.last_visit_at?.toString() ?? null;
  return {
    ...openIdentity(row, chartKey(row)),
    record_number: recordNumberOf(row.id),
    last_visit_at,
    next_visit_at: row.next_visit_at?.toString() ?? null,
  };
}

/** A doctor's own patients by name, or those whom `q` fits: the beginnings of names, a birth date, a record number. */
export const listOwnPatients = defineOperation({
  name: 'patients.list',
  kind: 'query',
  rest: 'GET /patients',
  summary: 'Your patients',
  permission: 'read:records',
  stepUp: 'none',
  // What was searched for is somebody's: it stands in no log.
  input: z.strictObject({ ...pageInput, q: freeText(200).optional() }),
  output: pageOutput(panelItem),
  errors: [],
  audit: { event: 'LIST_PATIENTS', resource: 'patient', details: ['page', 'page_size'] },
  example: {
    input: { q: 'vargas' },
    output: {
      items: [
        {
          ...exampleIdentity,
          record_number: recordNumberOf(exampleIdentity.id),
          last_visit_at: '2026-01-05T09:00:00Z',
          next_visit_at: null,
        },
      ],
      page: 1,
      page_size: 20,
      total: 1,
      pages: 1,
    },
  },
  subject: ownRows,

  async handle({ tx, actor, input }) {
    if (!actor.practitioner_id) throw new OperationError('forbidden');
    const rows = await listPanel(tx, largestPanel + 1);
    if (rows.length > largestPanel) throw invalidField('q', 'panel_too_large', 'Too many patients to open');
    const found = rows.map(viewPanelRow).filter(patientSearch(input.q ?? ''));
    found.sort((a, b) => a.legal_name.localeCompare(b.legal_name) || a.id.localeCompare(b.id));
    const { limit, offset } = windowOf(input);
    return pageOf(found.slice(offset, offset + limit), found.length, input);
  },
});
