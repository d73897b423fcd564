import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CancelQuestion } from '#components/appointments/cancel-question';
import { getAppointment } from '#lib/operations/appointments/get';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { cancelVisit } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('appointments');
  return { title: t('cancel.open') };
}

/** What the dialog asks, for whoever has no script. */
export default async function CancelPage({ params }: { params: Promise<{ id: string }> }) {
  await personOf('doctor');
  const { id } = await params;
  const [visit, t] = await Promise.all([query(getAppointment, { id }), getTranslations('appointments')]);
  return (
    <CancelQuestion
      visit={visit}
      effect={t('cancel.effectPatient')}
      action={cancelVisit.bind(null, { id, version: visit.version })}
      keepHref={paths.doctor.visit(id)}
      asksWhy
    />
  );
}
