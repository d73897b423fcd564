import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Form } from '#components/form/form';
import { TextAreaField } from '#components/form/text-area-field';
import { AbsenceTime } from '#components/hours/absence-time';
import { goingWithAll } from '#components/hours/clash';
import { ClashingVisits } from '#components/hours/clashing-visits';
import { Card } from '#components/ui/card';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { SubmitButton } from '#components/ui/submit-button';
import { listAbsences } from '#lib/operations/absences/list';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { cancelClashing } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hours.away'))('cancelAll') };
}

/** Calls off the visits that stand in a leave, with one reason for all. */
export default async function CancelClashingPage({ params }: { params: Promise<{ id: string }> }) {
  const { zone } = await personOf('doctor');
  const [{ id }, { items }, t] = await Promise.all([
    params,
    query(listAbsences, {}),
    getTranslations('hours.away'),
  ]);
  const absence = items.find((each) => each.id === id) ?? notFound();
  const clashes = goingWithAll(absence, items);
  const apart = absence.clashes.filter((visit) => !clashes.includes(visit));
  const visits = clashes.map((visit) => ({ id: visit.id, version: visit.version }));
  return (
    <div className="flex max-w-xl flex-col gap-5">
      <PageHeader
        title={t('cancelAll')}
        summary={<AbsenceTime absence={absence} zone={zone} />}
        back={{ href: paths.doctor.away, label: t('back') }}
      />
      {clashes.length === 0 ? (
        <Notice tone="info" title={t('noneLeft')} />
      ) : (
        <Card className="flex flex-col gap-4">
          <h2>{t('clashes', { count: clashes.length })}</h2>
          <ClashingVisits visits={clashes} zone={zone} />
          <p className="text-muted">{t('cancelEffect')}</p>
          <Form id="cancel-clashing" action={cancelClashing.bind(null, visits)} fields={{ reason: t('why') }}>
            <TextAreaField
              name="reason"
              label={t('why')}
              hint={t('whyHint')}
              rows={2}
              maxLength={500}
              required
            />
            <SubmitButton tone="danger" pendingLabel={t('pending')}>
              {t('cancelSubmit', { count: clashes.length })}
            </SubmitButton>
          </Form>
        </Card>
      )}
      {apart.length > 0 && (
        <Notice tone="warn" title={t('apart', { count: apart.length })}>
          <p>{t('apartWhy')}</p>
          <ClashingVisits visits={apart} zone={zone} />
        </Notice>
      )}
    </div>
  );
}
