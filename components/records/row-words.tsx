import type { Formatter } from '#lib/i18n/format';
import type { IndexRow, RowWords } from './index-row';
import { readLab } from './lab-reading';
import { groupOf, isEnteredInError, type LabRecord, type RecordView } from './record';
import { badgeOf } from './record-badge';
import { recordDate } from './record-date';
import { saysOf, type Words } from './record-says';
import { type LabWords, titleOf } from './record-title';

interface Catalogue {
  records: Words;
  labs: LabWords;
  format: Formatter;
}

export function rowWords(record: RecordView, { records: t, labs, format }: Catalogue): RowWords {
  const { plain, medical } = titleOf(record, labs);
  return {
    id: record.id,
    type: record.record_type,
    name: plain,
    medical,
    // A status stands on the badge already.
    says: record.record_type === 'diagnosis' ? null : saysOf(record, t, format),
    kind: record.circumstance ? t('type.circumstance') : t(`type.${record.record_type}`),
    date: record.occurred_at && recordDate(record.occurred_at, format),
    author: record.doctor_name,
    badge: badgeOf(record, t),
    restricted: record.sensitivity === 'restricted' ? t('restrictedBadge') : null,
    origin: record.origin === 'patient' ? t('byPatient') : null,
    struck: isEnteredInError(record),
  };
}

/** The row of an index, for the doctor who reads it. */
export function indexRow(
  record: RecordView & { doctor_id: string | null },
  catalogue: Catalogue,
  reader: string | null,
): IndexRow {
  const { occurred_at, stage, doctor_id } = record;
  return {
    ...rowWords(record, catalogue),
    group: groupOf(record.record_type) ?? 'other',
    day: occurred_at?.slice(0, 10) ?? null,
    year: occurred_at?.slice(0, 4) ?? catalogue.records('dateUnknown'),
    mine: reader !== null && doctor_id === reader,
    flagged: record.record_type === 'lab_result' && isNotable(record),
    draft: stage === 'draft',
  };
}

const isNotable = (record: LabRecord) => ['warn', 'danger'].includes(readLab(record).tone);
