import type { RecordKind } from '#components/records/record';
import { RecordRow } from '#components/records/record-row';
import { Card } from '#components/ui/card';
import { Section } from '#components/ui/section';
import { viewTimeline } from '#lib/operations/records/timeline';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';

interface NewestOfProps {
  patientId: string;
  zone: string;
  title: string;
  type?: RecordKind;
  /** What the reader has not signed, five of them. */
  drafts?: boolean;
}

/** The newest record of a kind; nothing where there is none. */
export async function NewestOf({ patientId, zone, title, type, drafts = false }: NewestOfProps) {
  const asked = {
    patient_id: patientId,
    drafts,
    limit: drafts ? 5 : 1,
    ...(type && { record_types: [type] }),
  };
  const { items } = await query(viewTimeline, asked);
  if (items.length === 0) return null;
  return (
    <Section id={type ?? 'drafts'} title={title}>
      <Card as="ul" flush>
        {items.map((record) => (
          <li key={record.id}>
            <RecordRow record={record} zone={zone} href={paths.doctor.record(patientId, record.id)} />
          </li>
        ))}
      </Card>
    </Section>
  );
}
