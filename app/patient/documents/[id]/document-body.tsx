import { getTranslations } from 'next-intl/server';
import { DocumentDetail } from '#components/documents/document-detail';
import { getDocument } from '#lib/operations/documents/get';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { assertChart } from '../../own-or-held';

interface DocumentBodyProps {
  id: string;
  /** Of somebody whom the reader looks after; their own where it is left out. */
  patientId?: string;
}

export async function DocumentBody({ id, patientId }: DocumentBodyProps) {
  const { zone } = await personOf('patient');
  const [document, t] = await Promise.all([query(getDocument, { id }), getTranslations('documents')]);
  await assertChart(document, patientId, paths.patient.chart(document.patient_id).document(id));
  const back = { href: paths.patient.chart(patientId).documents, label: t('title') };
  return (
    <div className="mx-auto max-w-3xl">
      <DocumentDetail
        document={document}
        zone={zone}
        reader={patientId === undefined ? 'patient' : 'staff'}
        back={back}
      />
    </div>
  );
}
