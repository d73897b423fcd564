import { z } from 'zod';
import type { Tx } from '#db/client';
import { listNewestRecords } from '#db/queries/medical-records';
import type { Id } from '#lib/platform/ids';
import { type Reading, type RecordView, recordViewOf } from '../records/record-view';
import { viewBrief } from '../records/view-listed';

export const bannerAllergy = recordViewOf.allergy
  .pick({ id: true, title: true, no_known_allergy: true, warnings: true, origin: true })
  .extend({
    criticality: z.string().nullable(),
    severity: z.string().nullable(),
    reaction: z.string().nullable(),
  });

type BannerAllergy = z.output<typeof bannerAllergy>;
type Allergy = Extract<RecordView, { record_type: 'allergy' }>;

const most = 50;
const past = ['inactive', 'resolved'];

/** What must be known before anything is given: drafts, what has passed and what was ruled out are not among it. */
export async function bannerAllergies(
  tx: Tx,
  patientId: Id<'patients'>,
  reading: Reading,
): Promise<BannerAllergy[]> {
  const rows = await listNewestRecords(tx, patientId, { type: 'allergy', statuses: null, limit: most });
  const signed = rows.filter(({ stage, status }) => stage !== 'draft' && !past.includes(status));
  const views = await viewBrief(tx, signed, reading);
  const allergies = views.filter((view) => view.record_type === 'allergy').filter(isHeld);
  return allergies.map(viewAllergy).sort((one, other) => gravity(other) - gravity(one));
}

const isHeld = ({ warnings }: Allergy) => !warnings.includes('refuted');

const viewAllergy = ({ id, title, no_known_allergy, warnings, origin, content }: Allergy): BannerAllergy => ({
  ...{ id, title, no_known_allergy, warnings, origin },
  criticality: content.criticality ?? null,
  severity: content.severity ?? null,
  reaction: content.reaction ?? null,
});

const gravity = ({ criticality, severity }: BannerAllergy) =>
  (criticality === 'high' ? 4 : 0) + ['mild', 'moderate', 'severe'].indexOf(severity ?? '');
