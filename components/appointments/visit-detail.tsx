import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '#components/ui/badge';
import { Card } from '#components/ui/card';
import { DescriptionList } from '#components/ui/description-list';
import { PageHeader } from '#components/ui/page-header';
import { formatter } from '#lib/i18n/format';
import { type VisitView, visitTones } from './visit';
import { VisitDone } from './visit-done';
import { minutesOf } from './visit-length';

interface VisitDetailProps {
  visit: VisitView & { zone: string };
  /** What has just been done, as the address says. */
  done: string | undefined;
  back: { href: string; label: string };
  /** Cancel, complete: what the reader may do. */
  actions?: ReactNode;
  /** For staff: who comes. */
  patient?: ReactNode;
}

/** A visit as its page shows it to either side. */
export function VisitDetail({ visit, done, back, actions, patient }: VisitDetailProps) {
  const t = useTranslations('appointments');
  const format = formatter(useLocale(), visit.zone);
  const facts = [
    ...(patient ? [{ term: t('field.patient'), value: patient }] : []),
    { term: t('field.doctor'), value: <bdi>{visit.doctor_name}</bdi> },
    { term: t('field.where'), value: visit.clinic_name },
    { term: t('field.length'), value: t('minutes', { minutes: minutesOf(visit) }) },
    {
      term: t('field.notes'),
      value: visit.notes && <span className="whitespace-pre-wrap">{visit.notes}</span>,
    },
  ];
  return (
    <article className="flex flex-col gap-6 dense:gap-4">
      <VisitDone done={done} />
      <PageHeader
        title={`${format.longDate(visit.scheduled_at)}, ${format.time(visit.scheduled_at)}`}
        kicker={t('visit')}
        back={back}
        actions={actions}
      />
      <Card className="flex flex-col gap-5">
        <div>
          <Badge tone={visitTones[visit.status]}>{t(`status.${visit.status}`)}</Badge>
        </div>
        <DescriptionList items={facts} missing={t('notRecorded')} columns={2} />
      </Card>
    </article>
  );
}
