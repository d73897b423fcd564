import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { NoteTemplates } from '#components/records/note-templates';
import { isWritableKind } from '#components/records/record';
import { RecordForm } from '#components/records/record-form';
import { PageHeader } from '#components/ui/page-header';
import { paths } from '#lib/platform/paths';
import { personOf } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { formDraft } from '../../../../../../form-draft';
import { ChartFrame } from '../../../chart-frame';
import { readRecord } from '../../[recordId]/read-record';
import { addRecord } from './actions';
import { templateOf, valuesOf } from './template-of';

interface NewRecordPageProps {
  params: Promise<{ id: string; type: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata({ params }: NewRecordPageProps): Promise<Metadata> {
  const [{ type }, t] = await Promise.all([params, getTranslations('records')]);
  return isWritableKind(type) ? { title: t(`title.create.${type}`) } : {};
}

export default async function NewRecordPage({ params, searchParams }: NewRecordPageProps) {
  await personOf('doctor');
  const [{ id, type }, { template: asked, to }, t] = await Promise.all([
    params,
    queryOf(searchParams),
    getTranslations('records'),
  ]);
  if (!isWritableKind(type)) notFound();
  const note = to ? await readRecord({ params: Promise.resolve({ id, recordId: to }) }) : null;
  const template = type === 'note' && !note ? templateOf(asked) : null;
  const draft = await formDraft(`record.new:${id}:${note?.id ?? template ?? type}`);
  const chart = paths.doctor.patient(id);
  const back = note
    ? { href: paths.doctor.record(id, note.id), label: note.title }
    : { href: chart, label: t('titleList') };
  return (
    <ChartFrame patientId={id}>
      <PageHeader
        title={note ? t('addendum.to', { title: note.title }) : t(`title.create.${type}`)}
        back={back}
      />
      <div className="flex max-w-2xl flex-col gap-4">
        {template && <NoteTemplates patientId={id} current={template} />}
        <RecordForm
          type={type}
          action={addRecord.bind(null, id, type)}
          draft={draft}
          cancelHref={back.href}
          values={await valuesOf(note ? 'addendum' : template)}
          addendumTo={note?.id}
        />
      </div>
    </ChartFrame>
  );
}
