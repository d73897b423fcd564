import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InErrorQuestion } from '#components/records/in-error-question';
import { getRecord } from '#lib/operations/records/get';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { markOwnInError } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('records.markInError');
  return { title: t('open') };
}

/** What the dialog asks, for whoever has no script. */
export default async function OwnInErrorPage({ params }: { params: Promise<{ id: string }> }) {
  await personOf('patient');
  const { id } = await params;
  const record = await query(getRecord, { id });
  return (
    <InErrorQuestion
      record={{ ...record, can: { ...record.can, mark_in_error: record.can.amend_own } }}
      action={markOwnInError.bind(null, { id, version: record.version })}
      own
      keepHref={paths.patient.record(id)}
    />
  );
}
